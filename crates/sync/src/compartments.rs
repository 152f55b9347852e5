//! Which compartment a record lies in: home barangay × destination × facet.

use std::collections::BTreeSet;
use ugnay_model::{Country, Person, Psgc};

/// The compartments a register can use: the barangays of its municipality times the standard destinations, and one
/// more home, the municipality itself, for people whose barangay lies elsewhere. Who has no barangay counts for the
/// register's own place.
///
/// A request names barangays one by one, so nobody is released for a barangay they are known not to live in; who is
/// kept under the municipality is in no request at all.
#[derive(Clone, Debug)]
pub struct Compartments {
    area: Psgc,
    homes: BTreeSet<u32>,
    dests: BTreeSet<u16>,
}

impl Compartments {
    /// `area` is the register's own place, `barangays` those of its municipality, `dests` the standard destinations.
    #[must_use]
    pub fn new(
        area: Psgc,
        barangays: impl IntoIterator<Item = Psgc>,
        dests: impl IntoIterator<Item = Country>,
    ) -> Self {
        let mut homes: BTreeSet<u32> = barangays.into_iter().map(|p| p.0).collect();
        homes.insert(area.0);
        homes.insert(area.municipality().0);
        let mut dests: BTreeSet<u16> = dests.into_iter().map(Country::to_u16).collect();
        dests.insert(Country::SEA.to_u16());
        dests.insert(Country::OTHER.to_u16());
        Self { area, homes, dests }
    }

    /// The compartment of a person.
    #[must_use]
    pub fn of(&self, person: &Person) -> (u32, u16) {
        let dest = match person.country {
            Some(c) if self.dests.contains(&c.to_u16()) => c,
            None if person.sea_based => Country::SEA,
            _ => Country::OTHER,
        };
        (self.home(person.barangay), dest.to_u16())
    }

    /// The home under which somebody of this barangay is kept.
    #[must_use]
    pub fn home(&self, barangay: Option<Psgc>) -> u32 {
        match barangay {
            Some(b) if self.homes.contains(&b.0) => b.0,
            Some(_) => self.area.municipality().0,
            None => self.area.0,
        }
    }

    /// Every compartment that any device of this register may write to.
    pub fn all(&self) -> impl Iterator<Item = (u32, u16)> + '_ {
        self.homes
            .iter()
            .flat_map(|h| self.dests.iter().map(|d| (*h, *d)))
    }

    /// The compartments to be escrowed: the register's own homes and those in `used`, each with every standard
    /// destination, so that the existence of a compartment says nothing about where anybody went.
    #[must_use]
    pub fn dealt(&self, used: &BTreeSet<u32>) -> Vec<(u32, u16)> {
        let own = |h: &u32| {
            self.area.covers(Psgc(*h)) || *h == self.area.municipality().0 || used.contains(h)
        };
        let homes = self.homes.iter().filter(|h| own(h));
        homes
            .flat_map(|h| self.dests.iter().map(|d| (*h, *d)))
            .collect()
    }
}

#[cfg(test)]
mod tests;
