//! The standard destinations. Every register deals the same list for every barangay, so that the existence of a
//! compartment says nothing about who lives there. The order and the content are part of the wire format.

use std::fmt;

use super::Destination;
use crate::Iso2;

/// A destination on the wire: two ASCII letters, big endian. `XS` = at sea, `ZZ` = any other or unknown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dest(u16);

impl Dest {
    /// At sea (user-assigned code `XS`).
    pub const SEA: Self = Self(u16::from_be_bytes(*b"XS"));
    /// Elsewhere or unknown (`ZZ`).
    pub const OTHER: Self = Self(u16::from_be_bytes(*b"ZZ"));

    /// The two letters as a big-endian number.
    #[must_use]
    pub const fn code(self) -> u16 {
        self.0
    }
    /// From the number, if it is in the standard list.
    #[must_use]
    pub fn from_code(code: u16) -> Option<Self> {
        STANDARD_DESTINATIONS.iter().copied().find(|d| d.0 == code)
    }
    const fn of(letters: [u8; 2]) -> Self {
        Self(u16::from_be_bytes(letters))
    }
}

impl From<Iso2> for Dest {
    /// The country's own entry, or `ZZ` when it is not in the list.
    fn from(code: Iso2) -> Self {
        Self::from_code(u16::from_be_bytes(code.bytes())).unwrap_or(Self::OTHER)
    }
}

impl From<&Destination> for Dest {
    fn from(d: &Destination) -> Self {
        match d.country {
            _ if d.sea_based => Self::SEA,
            Some(c) => Self::from(c),
            None => Self::OTHER,
        }
    }
}

impl fmt::Display for Dest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b] = self.0.to_be_bytes();
        write!(f, "{}{}", char::from(a), char::from(b))
    }
}

impl fmt::Debug for Dest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// 58 countries and territories where nearly all overseas Filipinos live, then `XS` and `ZZ`. Never reordered.
#[cfg_attr(
    not(test),
    expect(
        clippy::indexing_slicing,
        reason = "evaluated at compile time over a fixed length"
    )
)]
pub const STANDARD_DESTINATIONS: [Dest; 60] = {
    let codes: [[u8; 2]; 60] = [
        *b"SA", *b"AE", *b"KW", *b"QA", *b"BH", *b"OM", *b"JO", *b"LB", *b"IL", *b"SY", *b"IQ",
        *b"IR", *b"YE", *b"EG", *b"LY", *b"TR", *b"CY", *b"HK", *b"MO", *b"TW", *b"SG", *b"MY",
        *b"BN", *b"JP", *b"KR", *b"CN", *b"TH", *b"VN", *b"ID", *b"KH", *b"PG", *b"MV", *b"AU",
        *b"NZ", *b"GU", *b"MP", *b"PW", *b"US", *b"CA", *b"KY", *b"GB", *b"IE", *b"IT", *b"ES",
        *b"FR", *b"DE", *b"AT", *b"CH", *b"NL", *b"BE", *b"SE", *b"NO", *b"DK", *b"GR", *b"MT",
        *b"PL", *b"SD", *b"UA", *b"XS", *b"ZZ",
    ];
    let mut out = [Dest::OTHER; 60];
    let mut i = 0;
    while i < 60 {
        out[i] = Dest::of(codes[i]);
        i += 1;
    }
    out
};
