//! How near two folded values are: words, codes, dates. Shared by tables and persons.
//!
//! Must not weigh: how much a degree of nearness proves is learned from the data.

use crate::distance::{alike, edits};

/// Three degrees below equality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nearness {
    /// One slip, or the same sound.
    Close,
    /// Recognisably akin.
    Near,
    /// Neither.
    Far,
}

/// Two unequal words or short texts with their sound keys.
pub(crate) fn words(a: &str, sound_a: &str, b: &str, sound_b: &str) -> Nearness {
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    if short >= 3 && (sound_a == sound_b || edits(a, b, 1).is_some()) {
        return Nearness::Close;
    }
    if short >= 8 && edits(a, b, 2).is_some() {
        return Nearness::Close;
    }
    if (short >= 3 && alike(a, b, 0.84)) || (short >= 4 && long <= 2 * short && contained(a, b)) {
        return Nearness::Near;
    }
    Nearness::Far
}

/// Whether the shorter text begins or ends the longer.
fn contained(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    long.starts_with(short) || long.ends_with(short)
}

/// Two unequal codes: one digit off or two neighbours turned is close, two slips near. Short codes are never close.
pub(crate) fn codes(a: &str, b: &str) -> Nearness {
    let short = a.len().min(b.len());
    match edits(a, b, 2) {
        Some(..=1) if short >= 3 => Nearness::Close,
        Some(..=2) if short >= 5 => Nearness::Near,
        _ => Nearness::Far,
    }
}

/// Share of records that bear a value held by `count` of `filled`, the bearer itself left out.
pub(crate) fn share_of(count: u32, filled: f32) -> f32 {
    (count as f32 - 1.0).max(0.5) / filled
}

/// A full date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Date {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

/// Degrees of agreement of two full dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Dates {
    /// The same day.
    Exact = 1,
    /// Day and month exchanged.
    Turned = 2,
    /// One digit off, two digits turned, a year or ten apart.
    Close = 3,
    /// Two of year, month and day are the same.
    Partly = 4,
    /// None of these.
    Different = 5,
}

impl Date {
    /// Eight digits, year first; `None` for anything else. Impossible days are kept: a slip is a slip.
    pub(crate) fn parse(digits: &str) -> Option<Self> {
        if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let n: u32 = digits.parse().ok()?;
        Some(Self {
            year: (n / 10_000) as u16,
            month: (n / 100 % 100) as u8,
            day: (n % 100) as u8,
        })
    }

    fn digits(self) -> [u8; 8] {
        let mut n =
            u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day);
        let mut out = [0; 8];
        for digit in out.iter_mut().rev() {
            *digit = (n % 10) as u8;
            n /= 10;
        }
        out
    }

    pub(crate) fn agreement(self, other: Self) -> Dates {
        if self == other {
            return Dates::Exact;
        }
        if self.year == other.year && self.month == other.day && self.day == other.month {
            return Dates::Turned;
        }
        let (a, b) = (self.digits(), other.digits());
        let mut off = (0..8).filter(|i| a[*i] != b[*i]);
        let (first, second, third) = (off.next(), off.next(), off.next());
        let one = second.is_none();
        let turned = match (first, second, third) {
            (Some(i), Some(j), None) => j == i + 1 && a[i] == b[j] && a[j] == b[i],
            _ => false,
        };
        let same_day = self.month == other.month && self.day == other.day;
        if one || turned || (same_day && matches!(self.year.abs_diff(other.year), 1 | 10)) {
            return Dates::Close;
        }
        let same = [
            self.year == other.year,
            self.month == other.month,
            self.day == other.day,
        ];
        if same.iter().filter(|s| **s).count() == 2 {
            Dates::Partly
        } else {
            Dates::Different
        }
    }
}

#[cfg(test)]
mod tests;
