//! Persons of the register who are like one being written down, before it is saved.
//!
//! Owns an index that changes with the register. Must not hold back a save: it only shows.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::atomic::AtomicBool;

use crate::duplicates::explain;
use crate::engine::learn::Model;
use crate::engine::run::{Control, evidence, strangers};
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
pub struct PersonIndex<K> {
    model: Model,
    tables: Tables,
    records: Vec<Option<(K, Prepared)>>,
    free: Vec<u32>,
    numbers: HashMap<K, u32>,
    holders: HashMap<u64, Vec<u32>>,
}

/// A key with more holders brings a person up only together with another key.
const CROWD: usize = 400;
/// Of ten new entries, about one is of somebody already written down.
const ALREADY_IN: f64 = 0.1;
/// Below this a person is not worth showing.
const WORTH_SHOWING: f64 = 0.01;

impl<K: Clone + Eq + Hash + Ord> PersonIndex<K> {
    /// Builds the index and measures on the given persons how common each agreement is.
    #[must_use]
    pub fn build(persons: impl IntoIterator<Item = (K, Features)>) -> Self {
        let (keys, mut prepared): (Vec<K>, Vec<Prepared>) = persons
            .into_iter()
            .map(|(key, f)| (key, Prepared::read(&f)))
            .unzip();
        let tables = Tables::count(&prepared);
        prepared.iter_mut().for_each(|r| tables.set_shares(r));
        let control = Control {
            progress: &|_, _| {},
            cancel: &AtomicBool::new(false),
            workers: 2,
        };
        let model = strangers(&PersonScheme, &prepared, &control);
        let mut index = Self {
            model,
            tables,
            records: Vec::new(),
            free: Vec::new(),
            numbers: HashMap::new(),
            holders: HashMap::new(),
        };
        keys.into_iter()
            .zip(prepared)
            .for_each(|(key, record)| index.put(key, record));
        index
    }

    /// Adds a person, or replaces what was known under the same key.
    pub fn insert(&mut self, key: K, person: &Features) {
        let mut record = Prepared::read(person);
        self.tables.add(&record);
        self.tables.set_shares(&mut record);
        self.put(key, record);
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
        model.expect_matches(self.len() as f64, ALREADY_IN);
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
        let mut points: HashMap<u32, u8> = HashMap::new();
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
