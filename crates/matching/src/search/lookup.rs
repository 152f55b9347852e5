//! Phones of the index: any run of digits within a number is found.
//!
//! Must not know countries or how a number is dialled; it sees digits only.

use foldhash::HashMap;

/// Digits per gram: four keep the lists short and are the least anybody types to find a phone.
const GRAM: usize = 4;

/// Postings by runs of four digits.
#[derive(Default)]
pub(crate) struct Phones {
    grams: HashMap<u16, Vec<u32>>,
}

impl Phones {
    pub(crate) fn add(&mut self, phone: &str, doc: u32) {
        grams(phone).for_each(|g| self.grams.entry(g).or_default().push(doc));
    }

    pub(crate) fn remove(&mut self, phone: &str, doc: u32) {
        for gram in grams(phone) {
            if let Some(docs) = self.grams.get_mut(&gram)
                && let Some(at) = docs.iter().position(|d| *d == doc)
            {
                docs.swap_remove(at);
            }
        }
    }

    /// Documents that may hold `digits`; the caller checks each. Empty below four digits.
    pub(crate) fn candidates(&self, digits: &str) -> &[u32] {
        grams(digits)
            .map(|g| self.grams.get(&g).map_or(&[][..], Vec::as_slice))
            .min_by_key(|docs| docs.len())
            .unwrap_or(&[])
    }
}

fn grams(digits: &str) -> impl Iterator<Item = u16> + '_ {
    digits.as_bytes().windows(GRAM).map(|w| {
        w.iter()
            .fold(0, |n, b| n * 10 + u16::from(b.wrapping_sub(b'0') % 10))
    })
}
