//! The shipped directory: posts of the Philippines abroad, migrant workers offices, agencies at home, and the emergency numbers
//! of the destinations. From open data that was not verified (`data/README.md`): whoever shows it says so, and from when it is.

use crate::Iso2;
use std::sync::OnceLock;

const TABLE: &str = include_str!("../data/directory.tsv");

/// A shipped entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Stays the same over releases, so that a correction finds its entry.
    pub id: [u8; 16],
    /// `emergency`, `post` (embassy or consulate), `mwo` or `agency`.
    pub kind: &'static str,
    /// The country it is in.
    pub country: Iso2,
    /// City; of an agency, its name.
    pub place: &'static str,
    /// Numbers, best first: with a `+` as they are dialled from anywhere, short ones as they are dialled there, others as written.
    pub phones: Vec<&'static str>,
    /// E-mail address, or empty.
    pub email: &'static str,
    /// Web address, or empty.
    pub website: &'static str,
    /// Where it is from (`bettergov`, `libphonenumber`).
    pub source: &'static str,
    /// The source's day (`2025-09-24`).
    pub as_of: &'static str,
}

fn id(hex: &str) -> Option<[u8; 16]> {
    u128::from_str_radix(hex, 16).ok().map(u128::to_be_bytes)
}

fn read(line: &'static str) -> Option<Listed> {
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    Some(Listed {
        id: id(next()?)?,
        kind: next()?,
        country: next()?.parse().ok()?,
        place: next()?,
        phones: next()?.split('|').filter(|p| !p.is_empty()).collect(),
        email: next()?,
        website: next()?,
        source: next()?,
        as_of: next()?,
    })
}

/// All shipped entries, by country.
pub fn directory() -> &'static [Listed] {
    static ALL: OnceLock<Vec<Listed>> = OnceLock::new();
    ALL.get_or_init(|| TABLE.lines().filter_map(read).collect())
}

#[cfg(test)]
mod tests;
