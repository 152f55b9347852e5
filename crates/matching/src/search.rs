//! Finding a person while typing: an index in memory over names, nicknames, contacts, phones, places and employers.
//!
//! Owns the index and its ranking. Must not read a store or decide who may see a hit; the caller filters and shows.

mod index;
mod lookup;
mod query;
mod vocabulary;

pub use index::{Among, NameIndex, SearchDoc};
pub use query::{Found, Hit, How, Ranked};

/// Where a word of the query was found. The order is the order of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// Surname.
    Surname = 0,
    /// Given names.
    Given,
    /// What they are called.
    Nickname,
    /// Middle name (mother's surname) and earlier surnames.
    Middle,
    /// Name of a family contact.
    Contact,
    /// Barangay, purok, country, city.
    Place,
    /// Employer, vessel, occupation.
    Employer,
    /// A phone of the person or of a contact.
    Phone,
}

impl Field {
    /// All fields, by their number.
    pub(crate) const ALL: [Self; 8] = [
        Self::Surname,
        Self::Given,
        Self::Nickname,
        Self::Middle,
        Self::Contact,
        Self::Place,
        Self::Employer,
        Self::Phone,
    ];

    /// Share of a word's worth when found here.
    pub(crate) fn weight(self) -> f32 {
        match self {
            Self::Surname | Self::Given | Self::Phone => 1.0,
            Self::Nickname => 0.95,
            Self::Middle => 0.75,
            Self::Contact => 0.6,
            Self::Place => 0.5,
            Self::Employer => 0.45,
        }
    }

    /// A stable code for the UI's catalogue.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::Given => "given",
            Self::Nickname => "nickname",
            Self::Middle => "middle",
            Self::Contact => "contact",
            Self::Place => "place",
            Self::Employer => "employer",
            Self::Phone => "phone",
        }
    }
}

#[cfg(test)]
mod tests;
