//! Codes of places: PSGC areas at home, ISO 3166 countries abroad. Names and lookups live in `places`.

use core::fmt;
use core::str::FromStr;

/// A Philippine Standard Geographic Code: ten digits RR PPP MM BBB, kept as a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Psgc(pub u32);

/// Not a code of this kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a place code")]
pub struct BadCode;

impl Psgc {
    /// Whether `self` (a region, province, municipality or barangay) contains `other` or is it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        let unit = match self.0 {
            c if c % 1_000 != 0 => 1,
            c if c % 100_000 != 0 => 1_000,
            c if c % 100_000_000 != 0 => 100_000,
            _ => 100_000_000,
        };
        self.0.checked_div(unit) == other.0.checked_div(unit)
    }

    /// The municipality (or city) this code lies in, as its own code.
    #[must_use]
    pub fn municipality(self) -> Self {
        Self(self.0.saturating_sub(self.0 % 1_000))
    }
}

impl fmt::Display for Psgc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010}", self.0)
    }
}

impl FromStr for Psgc {
    type Err = BadCode;
    fn from_str(s: &str) -> Result<Self, BadCode> {
        if s.len() != 10 || !s.bytes().all(|b| b.is_ascii_digit()) {
            return Err(BadCode);
        }
        s.parse().map(Self).map_err(|_| BadCode)
    }
}

/// An ISO 3166-1 alpha-2 country code, or a user-assigned one: `XS` sea-based, `ZZ` other or unknown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Country([u8; 2]);

impl Country {
    /// Works at sea, no one country.
    pub const SEA: Self = Self(*b"XS");
    /// The lowest code there can be, where a range of all begins; [`Self::OTHER`] is the highest.
    pub const FIRST: Self = Self(*b"AA");
    /// A country outside the standard list, or unknown.
    pub const OTHER: Self = Self(*b"ZZ");

    /// The two letters as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("ZZ")
    }

    /// Big-endian number of the two letters, as the escrow catalogue holds it.
    #[must_use]
    pub fn to_u16(self) -> u16 {
        u16::from_be_bytes(self.0)
    }

    /// The inverse of [`Self::to_u16`].
    ///
    /// # Errors
    /// [`BadCode`] when the bytes are not two capital letters.
    pub fn from_u16(code: u16) -> Result<Self, BadCode> {
        let b = code.to_be_bytes();
        if b.iter().all(u8::is_ascii_uppercase) {
            Ok(Self(b))
        } else {
            Err(BadCode)
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Country {
    type Err = BadCode;
    fn from_str(s: &str) -> Result<Self, BadCode> {
        match s.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(BadCode),
        }
    }
}

#[cfg(test)]
mod tests;
