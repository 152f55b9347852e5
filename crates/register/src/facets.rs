//! How many people each choice of a filter would list, with the other parts of the filter as they are.
//!
//! One pass over `person_view`: the database says for every row which parts it misses, and a row that misses none counts
//! everywhere, one that misses a single part counts for the choices of that part alone. Must not define what a part
//! means; `filter` does, and a test compares every figure with the list it promises.

use crate::filter::{About, Condition};
use crate::{Filter, Outside, Register, RegisterError, Said, table, view};
use std::collections::BTreeMap;
use ugnay_model::{Country, PersonId, Psgc, Purpose};

/// Figures beside the choices of a filter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facets {
    /// Who fits the whole filter.
    pub total: u64,
    /// By destination, most first; at sea without a country stands under `XS`, nothing known under `None`.
    pub countries: Vec<(Option<Country>, u64)>,
    /// By home barangay, most first; nothing known under `None`.
    pub barangays: Vec<(Option<Psgc>, u64)>,
    /// By purok as most often written, most first.
    pub puroks: Vec<(String, u64)>,
    /// By employer as most often written, most first.
    pub employers: Vec<(String, u64)>,
    /// Confirmed since the time given.
    pub fresh: u64,
    /// Not confirmed since the time given, or never.
    pub stale: u64,
    /// Never confirmed.
    pub never: u64,
    /// Said to be back home.
    pub returned: u64,
    /// Not said to be back home.
    pub abroad: u64,
    /// What was said, by purpose.
    pub consents: BTreeMap<(Purpose, Said), u64>,
    /// Without any phone.
    pub no_phone: u64,
    /// With concurrent values of a safety field.
    pub conflicts: u64,
    /// In no request.
    pub outside: u64,
}

/// What figures are asked against.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// From when on a confirmation counts as fresh (Unix seconds).
    pub fresh_since: i64,
    /// Who is in no request.
    pub outside: Outside,
}

/// What a row says about the choices.
pub(crate) struct Traits {
    pub(crate) person: PersonId,
    pub(crate) country: Option<Country>,
    pub(crate) sea_based: bool,
    pub(crate) barangay: Option<Psgc>,
    pub(crate) purok: Option<String>,
    pub(crate) employer: Option<String>,
    pub(crate) confirmed_at: Option<i64>,
    pub(crate) returned: bool,
    pub(crate) consents: u8,
    pub(crate) refusals: u8,
    pub(crate) no_phone: bool,
    pub(crate) conflict: bool,
}

impl Register {
    /// Figures for a filter, among the persons `admit` lets through (a search's hits).
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn facets(
        &self,
        filter: &Filter,
        measure: &Measure,
        admit: impl Fn(PersonId) -> bool,
    ) -> Result<Facets, RegisterError> {
        let Some(condition) = Condition::of(filter) else {
            return Ok(Facets::default());
        };
        let mut tally = Tally::default();
        table::person_view::traits(&self.conn, &condition.parts, |row, missed| {
            if admit(row.person) {
                tally.count(&row, missed, measure);
            }
        })?;
        Ok(tally.done())
    }
}

#[derive(Default)]
struct Tally {
    out: Facets,
    countries: BTreeMap<Option<Country>, u64>,
    barangays: BTreeMap<Option<Psgc>, u64>,
    puroks: Spellings,
    employers: Spellings,
}

impl Tally {
    /// `missed` are the parts of the filter the row does not meet.
    fn count(&mut self, row: &Traits, missed: &[About], measure: &Measure) {
        let counts = |about: About| missed.iter().all(|m| *m == about);
        let one = |yes: bool, about: About| u64::from(yes && counts(about));
        let add = |to: &mut u64, yes: bool, about: About| *to = to.saturating_add(one(yes, about));
        let out = &mut self.out;
        add(&mut out.total, missed.is_empty(), About::Whole);
        let (fresh, never) = match row.confirmed_at {
            Some(at) => (at >= measure.fresh_since, false),
            None => (false, true),
        };
        add(&mut out.fresh, fresh, About::Freshness);
        add(&mut out.stale, !fresh, About::Freshness);
        add(&mut out.never, never, About::Freshness);
        add(&mut out.returned, row.returned, About::Returned);
        add(&mut out.abroad, !row.returned, About::Returned);
        add(&mut out.no_phone, row.no_phone, About::Phone);
        add(&mut out.conflicts, row.conflict, About::Conflict);
        add(
            &mut out.outside,
            measure.outside.holds(row.barangay),
            About::Outside,
        );
        if counts(About::Consent) {
            for purpose in Purpose::ALL {
                let bit = view::purpose_bits(&[purpose]);
                let said = match (row.consents & bit, row.refusals & bit) {
                    (0, 0) => Said::Unasked,
                    (0, _) => Said::Refused,
                    _ => Said::Given,
                };
                bump(&mut out.consents, (purpose, said));
            }
        }
        if counts(About::Country) {
            let sea = row.sea_based.then_some(Country::SEA);
            bump(&mut self.countries, row.country.or(sea));
        }
        if counts(About::Home) {
            bump(&mut self.barangays, row.barangay);
        }
        if counts(About::Purok) {
            self.puroks.add(row.purok.as_deref());
        }
        if counts(About::Employer) {
            self.employers.add(row.employer.as_deref());
        }
    }

    fn done(self) -> Facets {
        Facets {
            countries: most_first(self.countries),
            barangays: most_first(self.barangays),
            puroks: self.puroks.done(),
            employers: self.employers.done(),
            ..self.out
        }
    }
}

impl Outside {
    /// Whether somebody of this barangay is in no request.
    #[must_use]
    pub fn holds(&self, barangay: Option<Psgc>) -> bool {
        let (low, high) = crate::filter::span(self.municipality);
        barangay.map_or(self.unknown, |b| b.0 <= low || b.0 > high)
    }
}

/// Texts that differ in ASCII case alone are one choice, as `COLLATE NOCASE` takes them.
#[derive(Default)]
struct Spellings(BTreeMap<String, BTreeMap<String, u64>>);

impl Spellings {
    fn add(&mut self, text: Option<&str>) {
        if let Some(text) = text.filter(|t| !t.is_empty()) {
            let same = self.0.entry(text.to_ascii_lowercase()).or_default();
            bump(same, text.to_owned());
        }
    }

    fn done(self) -> Vec<(String, u64)> {
        let named = self.0.into_values().filter_map(|spellings| {
            let all = spellings.values().fold(0_u64, |a, b| a.saturating_add(*b));
            let usual = spellings.into_iter().max_by_key(|(_, n)| *n)?;
            Some((usual.0, all))
        });
        most_first(named.collect())
    }
}

fn bump<K: Ord>(map: &mut BTreeMap<K, u64>, key: K) {
    let n = map.entry(key).or_default();
    *n = n.saturating_add(1);
}

fn most_first<K: Ord>(map: BTreeMap<K, u64>) -> Vec<(K, u64)> {
    let mut out: Vec<_> = map.into_iter().collect();
    out.sort_by_key(|(_, n)| core::cmp::Reverse(*n));
    out
}

#[cfg(test)]
mod tests;
