//! Places and numbers: the Philippine gazetteer (PSGC), countries as people type them, phone numbers.
//!
//! Owns the shipped reference data under `data/` (sources and licences: `data/README.md`) and the look-ups over it.
//! Must not know persons, files, a clock or a network. A doubtful value is reported, never repaired in silence.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects
    )
)]

mod country;
mod destination;
mod directory;
mod fold;
mod gazetteer;
mod phone;
mod psgc;

pub use country::{
    Country, Iso2, Language, countries, country, country_by_name, is_only_a_country_code,
    short_names,
};
pub use destination::{
    Certainty, Dest, Destination, DestinationMatch, STANDARD_DESTINATIONS, read_destination,
};
pub use directory::{Listed, directory};
pub use fold::{edit_distance_at_most, fold, squash};
pub use gazetteer::{Area, Found, Gazetteer, Level, gazetteer};
pub use phone::{
    Handle, Owner, ParsedPhone, PhoneCell, PhoneContext, PhoneKind, PhoneProblem, Slot,
    check_phone, is_ditto, is_nothing, read_phones,
};
pub use psgc::Psgc;

/// What can be wrong with a code that is handed to this crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlacesError {
    /// Not 10 digits, or not a number.
    #[error("a PSGC code has 10 digits")]
    BadPsgc,
    /// Not two ASCII letters.
    #[error("a country code has two letters (ISO 3166-1 alpha-2)")]
    BadCountry,
}
