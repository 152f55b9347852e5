//! Whom a campaign is about. The signed public object itself is built in `release`; this is its scope as people see it.

use crate::{Country, Person, Psgc};

/// Alert levels as the foreign service uses them: 1 precaution, 2 restriction, 3 voluntary, 4 mandatory repatriation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AlertLevel(u8);

impl AlertLevel {
    /// A level from 1 to 4.
    #[must_use]
    pub fn new(level: u8) -> Option<Self> {
        (1..=4).contains(&level).then_some(Self(level))
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

/// Destination and home areas. An empty list of areas means every area.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scope {
    /// The destination.
    pub destination: Country,
    /// Home areas at any PSGC level.
    pub homes: Vec<Psgc>,
}

impl Scope {
    /// Whether a person is in scope.
    #[must_use]
    pub fn covers(&self, person: &Person) -> bool {
        let there = person.country == Some(self.destination)
            || (self.destination == Country::SEA && person.sea_based && person.country.is_none());
        let home = self.homes.is_empty()
            || person
                .barangay
                .is_some_and(|b| self.homes.iter().any(|h| h.covers(b)));
        there && home
    }
}
