//! Finding a person while typing: an index in memory over names, nicknames, contacts, phones, places and employers.
//!
//! Owns the index and its ranking. Must not read a store or decide who may see a hit; the caller filters and shows.

mod index;
mod lookup;
mod query;
mod vocabulary;

pub use index::{Among, NameIndex, SearchDoc};
pub use query::{Found, Hit, How, Ranked};

/// A word of the query is met for sure by what is worth at least this: the word itself, wherever it stands, its beginning, or
/// another form of a name. What merely sounds or looks like it is worth less.
pub(crate) const SURE: f32 = 0.65;

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

    /// Share of a word's worth when the typed word itself stands here, or its beginning.
    pub(crate) fn weight(self) -> f32 {
        match self {
            Self::Surname | Self::Given | Self::Phone => 1.0,
            Self::Nickname => 0.97,
            Self::Middle => 0.9,
            Self::Contact => 0.84,
            Self::Place => 0.8,
            Self::Employer => 0.78,
        }
    }

    /// The same when only something alike stands here. With the most that any likeness can be it stays below
    /// [`SURE`], and what is sure above it.
    pub(crate) fn weight_guessed(self) -> f32 {
        match self {
            Self::Surname | Self::Given | Self::Phone => 0.68,
            Self::Nickname => 0.65,
            Self::Middle => 0.51,
            Self::Contact => 0.41,
            Self::Place => 0.34,
            Self::Employer => 0.31,
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
