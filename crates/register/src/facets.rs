//! How many people each choice of a filter would list, with the other parts of the filter as they are.
//!
//! One pass over the roll: whoever misses no part of the filter counts everywhere, whoever misses parts about one thing alone
//! counts for the choices of that. Must not define what a part means; `filter` does, and a test compares every figure with
//! the list it promises.

use crate::roll::{About, Entry, Missed, Texts, Wanted};
use crate::{Filter, Outside, Register, RegisterError, Said, view};
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

impl Register {
    /// Figures for a filter, among everybody or among some (a search's hits). The filter's own text and the removed are not
    /// looked at.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn facets(
        &self,
        filter: &Filter,
        measure: &Measure,
        among: Option<&[PersonId]>,
    ) -> Result<Facets, RegisterError> {
        let roll = self.roll()?;
        let wanted = Wanted::of(filter, &roll.texts);
        let mut tally = Tally::new(measure);
        match among {
            None => roll
                .everybody()
                .for_each(|e| tally.count(e, wanted.missed(e))),
            Some(some) => {
                let there = some.iter().filter_map(|id| roll.entry(*id));
                there.for_each(|e| tally.count(e, wanted.missed(e)));
            }
        }
        Ok(tally.done(&roll.texts))
    }
}

/// What was said about each purpose, in the order of [`Purpose::ALL`]: given, refused, unasked.
type Said3 = [u64; 3];

struct Tally<'m> {
    measure: &'m Measure,
    out: Facets,
    countries: BTreeMap<Option<Country>, u64>,
    barangays: BTreeMap<Option<Psgc>, u64>,
    puroks: Vec<u64>,
    employers: Vec<u64>,
    consents: Vec<(Purpose, u8, Said3)>,
}

impl<'m> Tally<'m> {
    fn new(measure: &'m Measure) -> Self {
        let asked = |p: Purpose| (p, view::purpose_bits(&[p]), Said3::default());
        Self {
            measure,
            out: Facets::default(),
            countries: BTreeMap::new(),
            barangays: BTreeMap::new(),
            puroks: Vec::new(),
            employers: Vec::new(),
            consents: Purpose::ALL.into_iter().map(asked).collect(),
        }
    }

    /// `missed` is what the entry does not meet of the filter.
    fn count(&mut self, e: &Entry, missed: Missed) {
        if missed == Missed::More {
            return;
        }
        let counts = |about: About| missed == Missed::Nothing || missed == Missed::Only(about);
        let add = |to: &mut u64, yes: bool| *to = to.saturating_add(u64::from(yes));
        let out = &mut self.out;
        add(&mut out.total, missed == Missed::Nothing);
        if counts(About::Freshness) {
            let fresh = e
                .confirmed_at
                .is_some_and(|at| at >= self.measure.fresh_since);
            add(&mut out.fresh, fresh);
            add(&mut out.stale, !fresh);
            add(&mut out.never, e.confirmed_at.is_none());
        }
        if counts(About::Returned) {
            add(&mut out.returned, e.returned);
            add(&mut out.abroad, !e.returned);
        }
        add(&mut out.no_phone, e.no_phone && counts(About::Phone));
        add(&mut out.conflicts, e.conflict && counts(About::Conflict));
        let outside = counts(About::Outside) && self.measure.outside.holds(e.barangay);
        add(&mut out.outside, outside);
        if counts(About::Consent) {
            for (_, bit, [given, refused, unasked]) in &mut self.consents {
                match (e.consents & *bit, e.refusals & *bit) {
                    (0, 0) => add(unasked, true),
                    (0, _) => add(refused, true),
                    _ => add(given, true),
                }
            }
        }
        if counts(About::Country) {
            bump(&mut self.countries, e.destination());
        }
        if counts(About::Home) {
            bump(&mut self.barangays, e.barangay);
        }
        if let Some(purok) = e.purok.filter(|_| counts(About::Purok)) {
            one_more(&mut self.puroks, purok.number);
        }
        if let Some(employer) = e.employer.filter(|_| counts(About::Employer)) {
            one_more(&mut self.employers, employer.number);
        }
    }

    fn done(self, texts: &Texts) -> Facets {
        let mut consents = BTreeMap::new();
        for (purpose, _, said) in self.consents {
            for (said, n) in [Said::Given, Said::Refused, Said::Unasked]
                .into_iter()
                .zip(said)
            {
                if n > 0 {
                    consents.insert((purpose, said), n);
                }
            }
        }
        Facets {
            countries: most_first(self.countries),
            barangays: most_first(self.barangays),
            puroks: texts.most_first(&self.puroks),
            employers: texts.most_first(&self.employers),
            consents,
            ..self.out
        }
    }
}

/// Counts by a text's number.
fn one_more(counts: &mut Vec<u64>, number: u32) {
    let at = number as usize;
    if counts.len() <= at {
        counts.resize(at.saturating_add(1), 0);
    }
    if let Some(n) = counts.get_mut(at) {
        *n = n.saturating_add(1);
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

pub(crate) fn bump<K: Ord>(map: &mut BTreeMap<K, u64>, key: K) {
    let n = map.entry(key).or_default();
    *n = n.saturating_add(1);
}

pub(crate) fn most_first<K: Ord>(map: BTreeMap<K, u64>) -> Vec<(K, u64)> {
    let mut out: Vec<_> = map.into_iter().collect();
    out.sort_by_key(|(_, n)| core::cmp::Reverse(*n));
    out
}

#[cfg(test)]
mod tests;
