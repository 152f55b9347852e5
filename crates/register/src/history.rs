//! What happened to a person, newest first: every value with the one before, its writer and its source.

use crate::{ChangeKind, ChangeSetId, Register, RegisterError, table};
use ugnay_model::{Dot, Facet, Key, PersonId, Record, Value};

/// One value that changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HistoryEntry {
    /// The action it belongs to.
    pub change_set: ChangeSetId,
    /// When, by this device's clock (Unix seconds).
    pub at: i64,
    /// What kind of action.
    pub kind: ChangeKind,
    /// Shown beside the kind: an officer's name, a file's name.
    pub detail: String,
    /// Which facet.
    pub facet: Facet,
    /// Which key.
    pub key: Key,
    /// The value shown before.
    pub old: Option<Value>,
    /// The value shown after.
    pub new: Option<Value>,
    /// A received value that lost a merge and was never shown here.
    pub lost: Option<Value>,
    /// The write that made the new value.
    pub stamp: Option<Dot>,
    /// The action was undone.
    pub undone: bool,
}

impl Register {
    /// Everything that happened to a person, newest first.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn history(&self, person: PersonId) -> Result<Vec<HistoryEntry>, RegisterError> {
        let mut out = Vec::new();
        for told in table::history::of_person(&self.conn, person)? {
            let step = &told.step;
            let keys = step.after.slots().keys();
            let lost = step.lost.iter().flat_map(|r| r.slots().keys());
            let alone = lost.filter(|k| !step.after.slots().contains_key(k));
            for key in keys.chain(alone) {
                let shown = |r: Option<&Record>| {
                    r.and_then(|r| r.slots().get(key))
                        .and_then(|s| s.value())
                        .cloned()
                };
                let after = step.after.slots().get(key);
                out.push(HistoryEntry {
                    change_set: told.set,
                    at: told.at,
                    kind: told.kind,
                    detail: told.detail.clone(),
                    facet: step.facet,
                    key: *key,
                    old: shown(step.before.as_ref()),
                    new: shown(Some(&step.after)),
                    lost: shown(step.lost.as_ref()),
                    stamp: after.and_then(|s| s.versions().first()).map(|v| v.dot),
                    undone: told.undone,
                });
            }
        }
        Ok(out)
    }
}
