//! A record: one facet of one person as a map of slots. Merging two copies merges their slots.

use crate::{Dot, Facet, Field, Key, PersonId, Slot, Value};
use std::collections::BTreeMap;

/// A change of one key: the new value, or [`Value::Gone`].
pub type Change = (Key, Value);

/// One facet of one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// Whose record.
    pub person: PersonId,
    /// Which facet.
    pub facet: Facet,
    slots: BTreeMap<Key, Slot>,
}

impl Record {
    /// An empty record.
    #[must_use]
    pub fn new(person: PersonId, facet: Facet) -> Self {
        Self {
            person,
            facet,
            slots: BTreeMap::new(),
        }
    }

    /// The slots in key order.
    #[must_use]
    pub fn slots(&self) -> &BTreeMap<Key, Slot> {
        &self.slots
    }

    /// Puts a slot in as it came off the wire or the disk.
    pub fn insert(&mut self, key: Key, slot: Slot) {
        self.slots.insert(key, slot);
    }

    /// The values to show, by key.
    #[must_use]
    pub fn values(&self) -> BTreeMap<Key, Value> {
        self.slots
            .iter()
            .filter_map(|(k, s)| s.value().map(|v| (*k, v.clone())))
            .collect()
    }

    /// Keys whose field has several values alive, for showing.
    pub fn conflicts(&self) -> impl Iterator<Item = (Key, Vec<&Value>)> {
        self.slots.iter().filter_map(|(k, s)| {
            let others: Vec<_> = s.others().collect();
            (!others.is_empty()).then_some((*k, others))
        })
    }

    /// Writes changes with one stamp.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = Change>, dot: Dot) {
        for (key, value) in changes {
            self.slots
                .entry(key)
                .or_default()
                .write(key.law(), dot, value);
        }
    }

    /// What would change this record's shown values into `target`. Fields of a later version and the
    /// removal marks are left alone unless `target` names them.
    #[must_use]
    pub fn diff(&self, target: &BTreeMap<Key, Value>) -> Vec<Change> {
        let now = self.values();
        let mut out: Vec<Change> = target
            .iter()
            .filter(|(k, v)| now.get(k) != Some(*v))
            .map(|(k, v)| (*k, v.clone()))
            .collect();
        let gone = now
            .keys()
            .filter(|k| !target.contains_key(k) && managed(**k));
        out.extend(gone.map(|k| (*k, Value::Gone)));
        out
    }

    /// Merges another copy of the same record. Returns whether anything changed here.
    pub fn merge(&mut self, other: &Self) -> bool {
        let before = self.clone();
        for (key, slot) in &other.slots {
            self.slots.entry(*key).or_default().merge(slot, key.law());
        }
        *self != before
    }

    /// The latest Lamport time in the record.
    #[must_use]
    pub fn latest(&self) -> u64 {
        let alive = self
            .slots
            .values()
            .flat_map(|s| s.versions().iter().map(|v| v.dot.lamport));
        let known = self
            .slots
            .values()
            .flat_map(|s| s.known().values().copied());
        alive.chain(known).max().unwrap_or(0)
    }
}

fn managed(key: Key) -> bool {
    !matches!(
        Field::from_code(key.field),
        None | Some(Field::Removed | Field::ContactRemoved)
    )
}
