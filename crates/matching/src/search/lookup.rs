//! Phones of the index: any run of four digits and more within a number is found, and three that a number begins with.
//!
//! Must not know countries or how a number is dialled; it sees digits only.

use foldhash::HashMap;

/// Digits per gram: four keep the lists short.
const GRAM: usize = 4;
/// So many digits are looked for only where a number can begin.
pub(crate) const BEGUN: usize = 3;
/// Digits a country's code can have; the number within the country begins after none to three of them.
const LONGEST_CODE: usize = 3;

/// Postings by runs of four digits, and by the three a number begins with.
#[derive(Default)]
pub(crate) struct Phones {
    grams: HashMap<u16, Vec<u32>>,
    begun: HashMap<u16, Vec<u32>>,
}

impl Phones {
    pub(crate) fn add(&mut self, phone: &str, doc: u32) {
        grams(phone).for_each(|g| self.grams.entry(g).or_default().push(doc));
        beginnings(phone).for_each(|b| self.begun.entry(number(b)).or_default().push(doc));
    }

    pub(crate) fn remove(&mut self, phone: &str, doc: u32) {
        let take = |docs: Option<&mut Vec<u32>>| {
            if let Some(docs) = docs
                && let Some(at) = docs.iter().position(|d| *d == doc)
            {
                docs.swap_remove(at);
            }
        };
        grams(phone).for_each(|g| take(self.grams.get_mut(&g)));
        beginnings(phone).for_each(|b| take(self.begun.get_mut(&number(b))));
    }

    /// Documents with a phone that begins with these three digits, its country's code aside; some stand there twice.
    pub(crate) fn begun(&self, digits: &str) -> &[u32] {
        let docs = self.begun.get(&number(digits.as_bytes()));
        docs.map_or(&[], Vec::as_slice)
    }

    /// Documents that may hold `digits`; the caller checks each. Empty below four digits.
    pub(crate) fn candidates(&self, digits: &str) -> &[u32] {
        grams(digits)
            .map(|g| self.grams.get(&g).map_or(&[][..], Vec::as_slice))
            .min_by_key(|docs| docs.len())
            .unwrap_or(&[])
    }
}

/// Whether [`Phones::candidates`] of these digits need no check.
pub(crate) fn is_whole(digits: &str) -> bool {
    digits.len() == GRAM
}

/// Whether a phone begins with these three digits, its country's code aside.
pub(crate) fn begins(phone: &str, digits: &str) -> bool {
    beginnings(phone).any(|b| b == digits.as_bytes())
}

fn beginnings(phone: &str) -> impl Iterator<Item = &[u8]> {
    phone.as_bytes().windows(BEGUN).take(LONGEST_CODE + 1)
}

fn grams(digits: &str) -> impl Iterator<Item = u16> + '_ {
    digits.as_bytes().windows(GRAM).map(number)
}

fn number(digits: &[u8]) -> u16 {
    let digit = |b: &u8| u16::from(b.wrapping_sub(b'0') % 10);
    digits.iter().fold(0, |n, b| n * 10 + digit(b))
}
