//! Taking a merge apart: what the kept entry gives back, and what stays because it was changed since. Pure.

use super::{MergeNote, Values, items, of_contact};
use crate::{Change, Field, Key, Value};
use std::collections::BTreeSet;

/// What to write on the kept entry.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Parted {
    /// Changes of the kept entry, both facets.
    pub changes: Vec<Change>,
    /// Contact keys whose state the absorbed entry takes over: they may have been corrected since.
    pub back: Vec<Key>,
    /// Left as they are, because they were changed since the merge.
    pub left: Vec<Key>,
}

/// Redacted.
impl core::fmt::Debug for Parted {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Parted({} changes)", self.changes.len())
    }
}

/// Plans taking `absorbed` out of `kept` by the merge's note. What came with the absorbed entry (its contacts, attempts and
/// notes) goes back with it; a value the merge wrote becomes what it was before, unless it was changed since. What was
/// added to the kept entry after the merge stays there.
#[must_use]
pub fn part(kept: &Values, absorbed: &Values, note: &MergeNote) -> Parted {
    let mut out = Parted::default();
    // A contact the absorbed entry removed since still counts as its own: its keys may stand in the kept one.
    let contacts: BTreeSet<[u8; 16]> = absorbed
        .keys()
        .filter(|k| of_contact(**k))
        .filter_map(|k| k.item)
        .chain(note.doubled.iter().copied())
        .collect();
    let others: BTreeSet<[u8; 16]> = [Field::Attempt, Field::Note]
        .into_iter()
        .flat_map(|f| items(absorbed, f))
        .collect();
    for key in kept.keys() {
        let Some(item) = key.item else { continue };
        if of_contact(*key) && contacts.contains(&item) {
            if !note.doubled.contains(&item) {
                out.back.push(*key);
            }
            out.changes.push((*key, Value::Gone));
        } else if is_dated(*key) && others.contains(&item) {
            out.changes.push((*key, Value::Gone));
        }
    }
    for step in &note.steps {
        let now = kept.get(&step.key);
        if step.key == Field::ContactOrder.key() || now == step.before.as_ref() {
            continue;
        }
        if now == step.wrote.as_ref() {
            let before = step.before.clone().unwrap_or(Value::Gone);
            out.changes.push((step.key, before));
        } else {
            out.left.push(step.key);
        }
    }
    let order = Field::ContactOrder.key();
    if let Some(Value::Ids(ids)) = kept.get(&order) {
        let mine: Vec<_> = ids
            .iter()
            .filter(|i| !contacts.contains(*i))
            .copied()
            .collect();
        if mine.len() != ids.len() {
            let value = if mine.is_empty() {
                Value::Gone
            } else {
                Value::Ids(mine)
            };
            out.changes.push((order, value));
        }
    }
    out
}

fn is_dated(key: Key) -> bool {
    matches!(
        Field::from_code(key.field),
        Some(Field::Attempt | Field::Note)
    )
}
