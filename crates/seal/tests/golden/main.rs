//! The crate's own formats, frozen: what is written today can be read for ever.
//!
//! Each file under `files/` holds inputs and every byte that follows from them; tests/rederive does
//! the same derivations in Python from the description alone. `UGNAY_WRITE_GOLDEN=1 cargo test
//! -p ugnay-seal --test golden` writes the files; a difference in a file that was released is a new
//! format, not a new golden file.

mod escrow;
mod files;
mod letters;
mod objects;
mod seeds;

use std::convert::Infallible;

use rand_core::{TryCryptoRng, TryRng};
use serde_json::Value;

/// Compares with a golden file, or writes it when asked to.
fn check(name: &str, made: &Value) {
    let path = format!(
        "{}/tests/golden/files/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    if std::env::var_os("UGNAY_WRITE_GOLDEN").is_some() {
        let text = serde_json::to_string_pretty(made).expect("JSON");
        std::fs::write(&path, text + "\n").expect("the folder exists");
    }
    let text = std::fs::read_to_string(&path).expect("golden files are part of the repository");
    let golden: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(made, &golden, "{name}: these bytes are frozen");
}

/// Hexadecimal text.
fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().map(|b| format!("{b:02x}")).collect()
}

/// Bytes of hexadecimal text in a golden file.
fn unhex(value: &Value) -> Vec<u8> {
    let text = value.as_str().expect("a string");
    (0..text.len() / 2)
        .map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).expect("hexadecimal"))
        .collect()
}

/// "Randomness" that counts upwards from a byte, so that a golden file can state it in full.
struct Counting(u8);

impl Counting {
    fn bytes(start: u8, len: usize) -> Vec<u8> {
        (0..len).map(|i| start.wrapping_add(i as u8)).collect()
    }
}

impl TryRng for Counting {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("sealing takes bytes")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("sealing takes bytes")
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        for byte in dst {
            *byte = self.0;
            self.0 = self.0.wrapping_add(1);
        }
        Ok(())
    }
}

impl TryCryptoRng for Counting {}
