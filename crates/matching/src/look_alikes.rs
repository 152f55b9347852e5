//! Persons of the register who are like one being written down, before it is saved.
//!
//! Owns an index that changes with the register. Must not hold back a save: it only shows.

use std::hash::Hash;

use foldhash::HashMap;

use crate::duplicates::explain;
use crate::engine::learn::{Evidence, Model};
use crate::engine::run::{drawn, evidence};
use crate::engine::{Scheme, hash};
use crate::person::{FIELDS, Features, PersonScheme, Prepared, Tables};
use crate::reasons::Reason;

/// A person like the new one.
#[derive(Clone, Debug, PartialEq)]
pub struct LookAlike<K> {
    /// Who.
    pub id: K,
    /// Probability that both are one person, given what is typed so far.
    pub score: f64,
    /// Why, strongest first.
    pub why: Vec<Reason>,
}

/// An index over the register's persons for [`Self::like`]. `K` names a person.
///
/// It is built at once ([`Self::build`]), or in parts so that nobody waits for all of it: everybody by [`Self::insert`], then
/// [`Self::settle`] until it says that it is done. Both ways give the same answers.
pub struct PersonIndex<K> {
    model: Model,
    tables: Tables,
    records: Vec<Option<(K, Prepared)>>,
    free: Vec<u32>,
    numbers: HashMap<K, u32>,
    holders: HashMap<u64, Vec<u32>>,
    settling: Option<Settling>,
    /// Among so many the person being written down may be; nothing: among those in the index.
    among: Option<usize>,
}

/// What is left to be done once everybody is in.
#[derive(Default)]
struct Settling {
    /// Records whose values' shares are set.
    shared: usize,
    /// Pairs to measure strangers on, drawn when all shares are set; and how many were compared.
    pairs: Option<Vec<(u32, u32)>>,
    compared: usize,
    sample: Vec<Evidence>,
}

/// A key with more holders brings a person up only together with another key.
const CROWD: usize = 400;
/// Of ten new entries, about one is of somebody already written down.
const ALREADY_IN: f64 = 0.1;
/// So many random pairs or fewer are all there are of a small register.
const FEW_PAIRS: usize = 50_000;
/// Below this a person is not worth showing.
const WORTH_SHOWING: f64 = 0.01;

impl<K> Default for PersonIndex<K> {
    fn default() -> Self {
        Self {
            model: expected(0),
            tables: Tables::default(),
            records: Vec::new(),
            free: Vec::new(),
            numbers: HashMap::default(),
            holders: HashMap::default(),
            settling: Some(Settling::default()),
            among: None,
        }
    }
}

/// What is expected among so many persons before strangers were measured.
fn expected(persons: usize) -> Model {
    let n = persons as f64;
    Model::expected(
        FIELDS,
        PersonScheme.has_relatives(),
        n * (n - 1.0) / 2.0,
        1.0,
    )
}

impl<K: Clone + Eq + Hash + Ord> PersonIndex<K> {
    /// Builds the index and measures on the given persons how common each agreement is.
    #[must_use]
    pub fn build(persons: impl IntoIterator<Item = (K, Features)>) -> Self {
        let mut index = Self::default();
        for (key, person) in persons {
            index.insert(key, &person);
        }
        while !index.settle(usize::MAX) {}
        index
    }

    /// An index over few who were found by other means among `all` persons, for a first answer: nothing is measured, and a
    /// value is taken to be as rare as the few make it look.
    #[must_use]
    pub fn of_few(few: impl IntoIterator<Item = (K, Features)>, all: usize) -> Self {
        let mut index = Self::default();
        for (key, person) in few {
            index.insert(key, &person);
        }
        index.tables.out_of(all as u32);
        for (_, record) in index.records.iter_mut().flatten() {
            index.tables.set_shares(record);
        }
        index.model = expected(all);
        (index.settling, index.among) = (None, Some(all));
        index
    }

    /// Adds a person, or replaces what was known under the same key.
    pub fn insert(&mut self, key: K, person: &Features) {
        let mut record = Prepared::read(person);
        self.tables.add(&record);
        // Before that everybody's are still to be set.
        if self.settling.as_ref().is_none_or(|s| s.shared > 0) {
            self.tables.set_shares(&mut record);
        }
        self.put(key, record);
    }

    /// Goes on with what is to be done once everybody is in, `most` steps of some microseconds each; says whether nothing is
    /// left. Until then [`Self::like`] does not know how common anything is.
    pub fn settle(&mut self, most: usize) -> bool {
        let Some(mut s) = self.settling.take() else {
            return true;
        };
        let shared = self.records.len().min(s.shared.saturating_add(most));
        for (_, record) in self.records[s.shared..shared].iter_mut().flatten() {
            self.tables.set_shares(record);
        }
        let mut left = most - (shared - s.shared);
        s.shared = shared;
        let n = self.records.len();
        if shared == n {
            let total = n as f64 * (n as f64 - 1.0) / 2.0;
            let pairs = s.pairs.get_or_insert_with(|| match n {
                0 | 1 => Vec::new(),
                _ => drawn(n, None, total),
            });
            let to = pairs.len().min(s.compared.saturating_add(left));
            for (a, b) in &pairs[s.compared..to] {
                let (a, b) = (&self.records[*a as usize], &self.records[*b as usize]);
                if let (Some((_, a)), Some((_, b))) = (a, b) {
                    s.sample.push(evidence(&PersonScheme, a, b));
                }
            }
            left -= to - s.compared;
            s.compared = to;
            // Counting what was measured is a part of its own.
            if to == pairs.len() && left > 0 {
                self.model = expected(n);
                if n > 1 {
                    self.model.measure_strangers(FIELDS, &s.sample, None);
                }
                // Among few, one person written down twice would else make their agreement common among strangers.
                if s.sample.len() <= FEW_PAIRS {
                    let judge = self.model.clone();
                    self.model
                        .measure_strangers(FIELDS, &s.sample, Some(&judge));
                }
                return true;
            }
        }
        self.settling = Some(s);
        false
    }

    fn put(&mut self, key: K, record: Prepared) {
        self.remove(&key);
        let number = self.free.pop().unwrap_or(self.records.len() as u32);
        for k in keys(&record) {
            self.holders.entry(k).or_default().push(number);
        }
        self.numbers.insert(key.clone(), number);
        match self.records.get_mut(number as usize) {
            Some(slot) => *slot = Some((key, record)),
            None => self.records.push(Some((key, record))),
        }
    }

    /// Takes a person out; `false` when they were not in.
    pub fn remove(&mut self, key: &K) -> bool {
        let Some(number) = self.numbers.remove(key) else {
            return false;
        };
        if let Some((_, record)) = self.records[number as usize].take() {
            for k in keys(&record) {
                if let Some(list) = self.holders.get_mut(&k) {
                    list.retain(|n| *n != number);
                }
            }
        }
        self.free.push(number);
        true
    }

    /// How many persons are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The persons most like `person`, best first, at most `limit`.
    #[must_use]
    pub fn like(&self, person: &Features, limit: usize) -> Vec<LookAlike<K>> {
        let mut new = Prepared::read(person);
        self.tables.set_shares(&mut new);
        let mut model = self.model.clone();
        model.expect_matches(self.among.unwrap_or(self.len()) as f64, ALREADY_IN);
        let mut out: Vec<(f64, &K, &Prepared)> = self
            .candidates(&new)
            .into_iter()
            .filter_map(|n| self.records[n as usize].as_ref())
            .map(|(key, record)| {
                (
                    model.classes(FIELDS, evidence(&PersonScheme, &new, record))[0],
                    key,
                    record,
                )
            })
            .filter(|(score, ..)| *score >= WORTH_SHOWING)
            .collect();
        out.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        out.truncate(limit);
        out.into_iter()
            .map(|(score, key, record)| LookAlike {
                id: key.clone(),
                score,
                why: explain(&model, &new, record),
            })
            .collect()
    }

    /// Holders of an uncrowded key, or of two crowded ones.
    fn candidates(&self, new: &Prepared) -> Vec<u32> {
        let lists: Vec<&Vec<u32>> = keys(new)
            .iter()
            .filter_map(|k| self.holders.get(k))
            .collect();
        let mut points: HashMap<u32, u8> = HashMap::default();
        for list in lists {
            let worth = if list.len() > CROWD { 1 } else { 2 };
            for number in list {
                let sum = points.entry(*number).or_default();
                *sum = sum.saturating_add(worth);
            }
        }
        points
            .into_iter()
            .filter(|(_, sum)| *sum >= 2)
            .map(|(number, _)| number)
            .collect()
    }
}

fn keys(record: &Prepared) -> Vec<u64> {
    let mut out = Vec::with_capacity(16);
    PersonScheme.keys(record, &mut out);
    // Somebody of whom only the given name and the surname's first letter are typed so far is looked for by both.
    out.extend(record.surname.iter().zip(&record.given).map(|(s, g)| {
        hash(
            20,
            &format!("{}{}", g.sound, s.compact.chars().next().unwrap_or(' ')),
        )
    }));
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests;
