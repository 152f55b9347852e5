//! Two entries of one person: which one is kept, what it takes over, and how they are taken apart again.
//!
//! Owns the rules as pure functions over values and records. Must not decide that two entries are one: a person does.
//!
//! A merge writes three things: the kept entry's values, a note on it ([`MergeNote`]) with all it takes to go back, and on
//! the absorbed entry a mark that names the kept one. The absorbed entry keeps everything it has; it is removed from lists.
//! From then on whatever another device writes to the absorbed entry follows into the kept one by the merge law
//! ([`absorb`]), as if both had always been one record.

use crate::{CaseFile, Field, Key, PersonId, Phone, Record, Value, ValueMap};
use std::collections::{BTreeMap, BTreeSet};

mod contacts;
mod part;
mod plan;

pub use part::{Parted, part};
pub use plan::{Plan, holds_both, plan, suggested};

/// The values shown of both facets of one person; field numbers of the two never meet.
pub type Values = BTreeMap<Key, Value>;

/// Whose value stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The kept entry's.
    Kept,
    /// The absorbed entry's.
    Absorbed,
    /// Both, where a field can hold several.
    Both,
}

/// What a merge noted on the kept entry, so that any device can take it apart.
#[derive(Clone, PartialEq, Eq)]
pub struct MergeNote {
    /// Unix seconds.
    pub at: i64,
    /// The officer who decided.
    pub by: String,
    /// Contacts of the absorbed entry that the kept one had already.
    pub doubled: Vec<[u8; 16]>,
    /// Values that changed on the kept entry, what came with the absorbed one's own contacts and attempts apart.
    pub steps: Vec<MergeStep>,
}

/// One value that a merge changed.
#[derive(Clone, PartialEq, Eq)]
pub struct MergeStep {
    /// Which.
    pub key: Key,
    /// Shown before.
    pub before: Option<Value>,
    /// Shown after.
    pub wrote: Option<Value>,
}

/// Redacted: values may be names and phones.
impl core::fmt::Debug for MergeNote {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "MergeNote({} steps)", self.steps.len())
    }
}

/// Redacted.
impl core::fmt::Debug for MergeStep {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "MergeStep({:?})", self.key)
    }
}

/// Which of two entries is kept: the one of the lower id, so that two devices that merge the same two, each without the
/// other, keep the same one, and chains of merges never close to a ring.
#[must_use]
pub fn keeper(a: PersonId, b: PersonId) -> (PersonId, PersonId) {
    (a.min(b), a.max(b))
}

/// Whether a key of the absorbed entry follows into the kept one.
#[must_use]
pub fn follows(key: Key) -> bool {
    !matches!(
        Field::from_code(key.field),
        Some(
            Field::Removed
                | Field::ContactOrder
                | Field::Provenance
                | Field::NotSame
                | Field::Merged
                | Field::MergedInto
        )
    )
}

/// Merges one facet of an absorbed entry into the same facet of the kept one, by the law of each key: doing it again, or
/// on two devices, ends with the same record. Returns whether anything changed.
pub fn absorb(kept: &mut Record, absorbed: &Record) -> bool {
    let mut changed = false;
    for (key, slot) in absorbed.slots().iter().filter(|(k, _)| follows(**k)) {
        let mut merged = kept.slots().get(key).cloned().unwrap_or_default();
        merged.merge(slot, key.law());
        if kept.slots().get(key) != Some(&merged) {
            kept.insert(*key, merged);
            changed = true;
        }
    }
    changed
}

/// The values shown of both facets.
#[must_use]
pub fn shown(card: Option<&Record>, case: Option<&Record>) -> Values {
    let both = [card, case].into_iter().flatten();
    both.flat_map(Record::values).collect()
}

impl MergeNote {
    /// The note as one value, kept under `Field::Merged.of(absorbed)`.
    #[must_use]
    pub fn value(&self) -> Value {
        let mut steps = ValueMap::new();
        for (at, step) in (0_u16..).step_by(4).zip(&self.steps) {
            let mut put = |offset: u16, value: Option<Value>| {
                if let Some(v) = value {
                    steps.insert(at.saturating_add(offset), v);
                }
            };
            put(0, Some(Value::Int(i64::from(step.key.field))));
            put(1, step.key.item.map(|i| Value::Ids(vec![i])));
            put(2, step.before.clone());
            put(3, step.wrote.clone());
        }
        Value::Map(ValueMap::from([
            (1, Value::Int(self.at)),
            (2, Value::Text(self.by.clone())),
            (3, Value::Ids(self.doubled.clone())),
            (4, Value::Map(steps)),
        ]))
    }

    /// Reads a note back.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let m = value.map()?;
        let steps = m.get(&4)?.map()?;
        let read = |at: u16| -> Option<MergeStep> {
            let get = |offset: u16| steps.get(&at.saturating_add(offset));
            let field = u16::try_from(get(0)?.int()?).ok()?;
            let item = match get(1) {
                Some(Value::Ids(ids)) => ids.first().copied(),
                _ => None,
            };
            Some(MergeStep {
                key: Key { field, item },
                before: get(2).cloned(),
                wrote: get(3).cloned(),
            })
        };
        Some(Self {
            at: m.get(&1)?.int()?,
            by: m.get(&2)?.text()?.to_owned(),
            doubled: match m.get(&3) {
                Some(Value::Ids(ids)) => ids.clone(),
                _ => Vec::new(),
            },
            steps: steps
                .keys()
                .filter(|k| k.checked_rem(4) == Some(0))
                .filter_map(|k| read(*k))
                .collect(),
        })
    }
}

/// The items (contacts, attempts, notes) that a person's values hold, by the field that makes them.
pub(crate) fn items(values: &Values, field: Field) -> BTreeSet<[u8; 16]> {
    let of = |k: &&Key| k.field == field as u16;
    values.keys().filter(of).filter_map(|k| k.item).collect()
}

/// Whether a key is one of the fields of a contact.
pub(crate) fn of_contact(key: Key) -> bool {
    (Field::ContactName as u16..=Field::ContactRemoved as u16).contains(&key.field)
}

/// Two numbers are one: the same in E.164, or as typed but for spaces.
pub(crate) fn same_phone(a: &Phone, b: &Phone) -> bool {
    let digits = |p: &Phone| -> String { p.shown().chars().filter(char::is_ascii_digit).collect() };
    let (x, y) = (digits(a), digits(b));
    !x.is_empty() && x == y
}

/// `a`'s numbers, then those of `b` that are not among them.
pub(crate) fn all_phones(a: &[Phone], b: &[Phone]) -> Vec<Phone> {
    let mut out = a.to_vec();
    for phone in b {
        if !out.iter().any(|p| same_phone(p, phone) || p == phone) {
            out.push(phone.clone());
        }
    }
    out
}

impl CaseFile {
    /// Whether this entry is marked as merged into another that still stands.
    #[must_use]
    pub fn is_absorbed(&self) -> bool {
        !self.merged_into.is_empty()
    }
}

#[cfg(test)]
mod tests;
