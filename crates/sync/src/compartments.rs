//! Which compartment a record lies in: home barangay × destination × facet.

use std::collections::BTreeSet;
use ugnay_model::{Country, Person, Psgc};

/// The compartments of a register: its homes times the standard destinations.
#[derive(Clone, Debug)]
pub struct Compartments {
    homes: BTreeSet<u32>,
    area: Psgc,
    dests: BTreeSet<u16>,
}

impl Compartments {
    /// `area` is the register's own place and takes everybody whose barangay is not among `homes`;
    /// `dests` are the standard destinations, among them sea-based and other.
    #[must_use]
    pub fn new(
        area: Psgc,
        homes: impl IntoIterator<Item = Psgc>,
        dests: impl IntoIterator<Item = Country>,
    ) -> Self {
        let mut homes: BTreeSet<u32> = homes.into_iter().map(|p| p.0).collect();
        homes.insert(area.0);
        let mut dests: BTreeSet<u16> = dests.into_iter().map(Country::to_u16).collect();
        dests.insert(Country::SEA.to_u16());
        dests.insert(Country::OTHER.to_u16());
        Self { homes, area, dests }
    }

    /// The compartment of a person.
    #[must_use]
    pub fn of(&self, person: &Person) -> (u32, u16) {
        let home = person
            .barangay
            .map(|b| b.0)
            .filter(|b| self.homes.contains(b))
            .unwrap_or(self.area.0);
        let dest = match person.country {
            Some(c) if self.dests.contains(&c.to_u16()) => c,
            None if person.sea_based => Country::SEA,
            _ => Country::OTHER,
        };
        (home, dest.to_u16())
    }

    /// Every compartment, people or not: what the escrow deals, so that existence says nothing.
    pub fn all(&self) -> impl Iterator<Item = (u32, u16)> + '_ {
        self.homes
            .iter()
            .flat_map(|h| self.dests.iter().map(|d| (*h, *d)))
    }
}

#[cfg(test)]
mod tests;
