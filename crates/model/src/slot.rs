//! One field's state and how two states of it merge: commutative, associative, idempotent (P19).

use crate::{DeviceHash, Dot, Law, Value};
use std::collections::BTreeMap;

/// A value with the write that made it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Version {
    /// The write.
    pub dot: Dot,
    /// What was written.
    pub value: Value,
}

/// The state of one field: the versions alive, newest first, and the writes known of.
///
/// Under [`Law::Latest`] there is one version and no context. Under [`Law::KeepConcurrent`] a version
/// dies only when a write that knew of it replaces it (a dotted version vector).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Slot {
    versions: Vec<Version>,
    known: BTreeMap<DeviceHash, u64>,
}

impl Slot {
    /// Builds a slot from parts as they came off the wire; puts them into canonical order.
    #[must_use]
    pub fn from_parts(
        mut versions: Vec<Version>,
        mut known: BTreeMap<DeviceHash, u64>,
        law: Law,
    ) -> Self {
        versions.sort_by(|a, b| b.cmp(a));
        versions.dedup_by(|a, b| a.dot == b.dot);
        if law == Law::Latest {
            versions.truncate(1);
            known.clear();
        } else {
            for v in &versions {
                learn(&mut known, v.dot);
            }
        }
        Self { versions, known }
    }

    /// The versions alive, newest first.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The latest write known of each device (only under [`Law::KeepConcurrent`]).
    #[must_use]
    pub fn known(&self) -> &BTreeMap<DeviceHash, u64> {
        &self.known
    }

    /// The value to show: the latest.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        self.versions
            .first()
            .map(|v| &v.value)
            .filter(|v| **v != Value::Gone)
    }

    /// Other values that are alive beside the one shown and differ from it.
    pub fn others(&self) -> impl Iterator<Item = &Value> {
        let shown = self.versions.first().map(|v| &v.value);
        self.versions
            .iter()
            .skip(1)
            .map(|v| &v.value)
            .filter(move |v| Some(*v) != shown)
    }

    /// Writes a value, replacing everything this copy knows of.
    pub fn write(&mut self, law: Law, dot: Dot, value: Value) {
        if law == Law::Latest && self.versions.first().is_some_and(|v| v.dot >= dot) {
            return;
        }
        self.versions = vec![Version { dot, value }];
        if law == Law::KeepConcurrent {
            learn(&mut self.known, dot);
        }
    }

    /// Merges another copy of the same field.
    pub fn merge(&mut self, other: &Self, law: Law) {
        match law {
            Law::Latest => {
                if other.versions.first() > self.versions.first() {
                    self.versions.clone_from(&other.versions);
                }
            }
            Law::KeepConcurrent => self.merge_concurrent(other),
        }
    }

    fn merge_concurrent(&mut self, other: &Self) {
        let mut alive: BTreeMap<Dot, Value> = BTreeMap::new();
        let mut keep = |v: &Version| {
            // A cloned device could reuse a dot; the greater value wins on both sides alike.
            alive
                .entry(v.dot)
                .and_modify(|old| {
                    if *old < v.value {
                        old.clone_from(&v.value);
                    }
                })
                .or_insert_with(|| v.value.clone());
        };
        for v in &self.versions {
            if other.has(v.dot) || !other.knows(v.dot) {
                keep(v);
            }
        }
        for v in &other.versions {
            if self.has(v.dot) || !self.knows(v.dot) {
                keep(v);
            }
        }
        for (device, lamport) in &other.known {
            learn(
                &mut self.known,
                Dot {
                    lamport: *lamport,
                    device: *device,
                },
            );
        }
        self.versions = alive
            .into_iter()
            .rev()
            .map(|(dot, value)| Version { dot, value })
            .collect();
    }

    fn has(&self, dot: Dot) -> bool {
        self.versions.iter().any(|v| v.dot == dot)
    }

    fn knows(&self, dot: Dot) -> bool {
        self.known
            .get(&dot.device)
            .is_some_and(|l| *l >= dot.lamport)
    }
}

fn learn(known: &mut BTreeMap<DeviceHash, u64>, dot: Dot) {
    let l = known.entry(dot.device).or_insert(0);
    *l = (*l).max(dot.lamport);
}

#[cfg(test)]
mod tests;
