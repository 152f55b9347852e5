//! The Philippine Standard Geographic Code: parsing, writing, its parts. No names (see `gazetteer`).

use std::fmt;
use std::str::FromStr;

use crate::PlacesError;

#[cfg(test)]
mod tests;

/// A 10-digit PSGC code (since 2021: RR PPP MM BBB; PSA Board Resolution No. 7, 2021). `0401009007` = Dita, Cuenca, Batangas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Psgc(u32);

impl Psgc {
    /// From the number without its leading zeros; `None` above 10 digits' worth (4,294,967,295 bounds it anyway).
    #[must_use]
    pub const fn new(code: u32) -> Option<Self> {
        if code == 0 { None } else { Some(Self(code)) }
    }
    /// The code as a number (leading zeros lost), the form used on the wire.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }
    /// `RR00000000`.
    #[must_use]
    pub const fn region(self) -> Self {
        Self(self.0.wrapping_sub(self.0 % 100_000_000))
    }
    /// `RRPPP00000`: a province, or a highly urbanised city.
    #[must_use]
    pub const fn province(self) -> Self {
        Self(self.0.wrapping_sub(self.0 % 100_000))
    }
    /// `RRPPPMM000`: a municipality or component city.
    #[must_use]
    pub const fn municipality(self) -> Self {
        Self(self.0.wrapping_sub(self.0 % 1_000))
    }
    /// Whether the last three digits are set.
    #[must_use]
    pub const fn is_barangay(self) -> bool {
        !self.0.is_multiple_of(1_000)
    }
}

impl fmt::Display for Psgc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010}", self.0)
    }
}

impl FromStr for Psgc {
    type Err = PlacesError;
    /// Ten digits, or nine where a spreadsheet ate the leading zero of regions 01-09.
    fn from_str(s: &str) -> Result<Self, PlacesError> {
        let s = s.trim();
        if !(9..=10).contains(&s.len()) || !s.bytes().all(|b| b.is_ascii_digit()) {
            return Err(PlacesError::BadPsgc);
        }
        s.parse::<u32>()
            .ok()
            .and_then(Self::new)
            .ok_or(PlacesError::BadPsgc)
    }
}
