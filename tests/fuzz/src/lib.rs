//! Every parser of what strangers send, as a function of bytes.
//!
//! Owns the list of targets, their seeds and the seeded mutations of the bounded run. A target panics when a parser
//! panics or when something is accepted in two encodings. It must not know a network, a file system of its own (seeds
//! are the golden files, built in) or what the parsed things are for.

mod logs;
mod mutate;
mod objects;
mod seals;
mod syncs;
mod wires;

pub use mutate::Mutator;

/// One parser under attack.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name: `room_parser`.
    pub name: &'static str,
    /// Feeds it; panics when the parser breaks a promise.
    pub run: fn(&[u8]),
    /// Inputs it accepts, to start from; may be empty where noise is all there is.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// How many of a bounded run's inputs it gets, as a divisor: public-key cryptography is slow.
    pub slow: u32,
}

/// All of them.
#[must_use]
pub fn targets() -> Vec<Target> {
    [
        wires::TARGETS,
        logs::TARGETS,
        seals::TARGETS,
        objects::TARGETS,
        syncs::TARGETS,
    ]
    .concat()
}

/// Bytes from hexadecimal digits; the golden files are written so.
///
/// # Panics
/// On anything else: golden files are ours.
#[must_use]
pub fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.trim().bytes().collect();
    let byte = |pair: &[u8]| {
        let pair = core::str::from_utf8(pair).expect("golden files are ASCII");
        u8::from_str_radix(pair, 16).expect("golden files are hexadecimal")
    };
    digits.chunks(2).map(byte).collect()
}

fn none() -> Vec<Vec<u8>> {
    Vec::new()
}
