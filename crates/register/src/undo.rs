//! Taking a change set back: the values shown before become new writes. What changed since is kept and named.

use crate::batch::{Batch, of, removed};
use crate::erasing::erased;
use crate::table::history::Step;
use crate::{ChangeKind, ChangeSetId, Register, RegisterError, Source, table};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::{Change, DeviceHash, Facet, ImportId, Key, Page, PersonId, Record, Slot, Value};

/// What an undo did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Undone {
    /// The change set of the undo itself (undoing that one redoes), or nothing when nothing was left to take back.
    pub change_set: Option<ChangeSetId>,
    /// Persons the change set had added, now removed.
    pub removed: Vec<PersonId>,
    /// Values set back.
    pub restored: u64,
    /// Left as they are because they were changed since.
    pub kept: Vec<(PersonId, Key)>,
}

/// A recent action, for a list of what can be undone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangeSet {
    /// Which.
    pub id: ChangeSetId,
    /// When (Unix seconds).
    pub at: i64,
    /// What kind of action.
    pub kind: ChangeKind,
    /// Shown beside the kind.
    pub detail: String,
    /// The import, if it was one.
    pub import: Option<ImportId>,
    /// How many persons it touched.
    pub persons: u64,
    /// It was undone.
    pub undone: bool,
}

/// What a change set did to one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touched {
    /// Whom.
    pub person: PersonId,
    /// The set added the person.
    pub added: bool,
    /// The keys it wrote.
    pub keys: Vec<Key>,
    /// The devices whose writes it holds.
    pub writers: BTreeSet<DeviceHash>,
}

impl Register {
    /// Takes a change set back as a new one. Undoing an undo redoes.
    ///
    /// A person whom the set had added and nobody touched since is removed; one that was touched is kept
    /// whole. Of the others, each value that is still the one the set wrote becomes what it was before.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] for an unknown set, [`RegisterError::NotUndoable`] for an erasure, for what stands in
    /// a log, or a set that is undone already.
    pub fn undo(
        &mut self,
        set: ChangeSetId,
        officer: &str,
        now: i64,
    ) -> Result<Undone, RegisterError> {
        let kind = self.undoable(set)?;
        let source = Source::new(ChangeKind::Undo, officer);
        let (mut out, saved) = self.batch(&source, now, |batch| {
            let out = batch.take_back_set(set)?;
            if let Some(by) = batch.change_set_if_any() {
                table::change_set::set_undone(batch.conn, set, by)?;
                table::import::set_undone(batch.conn, set, by)?;
                if kind == ChangeKind::Undo {
                    table::change_set::redone(batch.conn, set)?;
                    table::import::redone(batch.conn, set)?;
                }
            }
            Ok(out)
        })?;
        out.change_set = saved.change_set;
        Ok(out)
    }

    /// What [`Register::undo`] would do now. Nothing is written.
    ///
    /// # Errors
    /// As [`Register::undo`].
    pub fn undo_preview(&mut self, set: ChangeSetId) -> Result<Undone, RegisterError> {
        self.undoable(set)?;
        let source = Source::new(ChangeKind::Undo, "");
        let mut out = None;
        let played = self.batch(&source, 0, |batch| {
            out = Some(batch.foresee(set)?);
            // It is played and given up: the transaction is rolled back.
            Err::<(), _>(RegisterError::Cancelled)
        });
        match (played, out) {
            (Err(RegisterError::Cancelled), Some(out)) => Ok(out),
            (Err(e), _) => Err(e),
            (Ok(_), _) => Err(RegisterError::Damaged),
        }
    }

    fn undoable(&self, set: ChangeSetId) -> Result<ChangeKind, RegisterError> {
        let (kind, undone) =
            table::change_set::get(&self.conn, set)?.ok_or(RegisterError::NotFound)?;
        if undone || kind == ChangeKind::Erase || self.only_log(set)? {
            return Err(RegisterError::NotUndoable);
        }
        Ok(kind)
    }

    /// Whether a change set wrote on a log and nothing else (see [`Page::is_log`]).
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn only_log(&self, set: ChangeSetId) -> Result<bool, RegisterError> {
        let steps = table::history::of_set(&self.conn, set, 2)?;
        let log = |s: &Step| Page::of(s.person).is_some_and(Page::is_log);
        Ok(!steps.is_empty() && steps.iter().all(log))
    }

    /// Takes a whole import back.
    ///
    /// # Errors
    /// As [`Register::undo`].
    pub fn undo_import(
        &mut self,
        import: ImportId,
        officer: &str,
        now: i64,
    ) -> Result<Undone, RegisterError> {
        let set =
            table::change_set::of_import(&self.conn, import)?.ok_or(RegisterError::NotFound)?;
        self.undo(set, officer, now)
    }

    /// The latest actions, newest first.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn change_sets(&self, limit: usize) -> Result<Vec<ChangeSet>, RegisterError> {
        table::change_set::latest(&self.conn, None, limit)
    }

    /// The actions before one of them, newest first: how a list goes on.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn change_sets_before(
        &self,
        before: ChangeSetId,
        limit: usize,
    ) -> Result<Vec<ChangeSet>, RegisterError> {
        table::change_set::latest(&self.conn, Some(before), limit)
    }

    /// One action.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] for an unknown set.
    pub fn change_set(&self, set: ChangeSetId) -> Result<ChangeSet, RegisterError> {
        let before = ChangeSetId(set.0.saturating_add(1));
        let found = table::change_set::latest(&self.conn, Some(before), 1)?;
        let found = found.into_iter().find(|s| s.id == set);
        found.ok_or(RegisterError::NotFound)
    }

    /// Whom a change set touched and how, the first `limit` persons of it. What an erased person was is not known any
    /// more.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn touched(&self, set: ChangeSetId, limit: usize) -> Result<Vec<Touched>, RegisterError> {
        // Each person has at most two steps, one of each facet.
        let steps = table::history::of_set(&self.conn, set, limit.saturating_mul(2))?;
        let mut out: Vec<Touched> = by_person(steps).into_values().map(touched).collect();
        out.truncate(limit);
        Ok(out)
    }
}

fn touched(steps: Vec<Step>) -> Touched {
    let mut out = Touched {
        person: PersonId::from_bytes([0; 16]),
        added: false,
        keys: Vec::new(),
        writers: BTreeSet::new(),
    };
    for step in steps {
        out.person = step.person;
        out.added |= step.facet == Facet::Card && step.before.is_none();
        for (key, slot) in step.after.slots() {
            out.keys.push(*key);
            let shown = slot.versions().first();
            out.writers.extend(shown.map(|v| v.dot.device));
        }
    }
    out
}

fn by_person(steps: Vec<Step>) -> BTreeMap<PersonId, Vec<Step>> {
    let mut out: BTreeMap<PersonId, Vec<Step>> = BTreeMap::new();
    for step in steps {
        out.entry(step.person).or_default().push(step);
    }
    out
}

impl Batch<'_> {
    /// Takes back what a change set did.
    fn take_back_set(&mut self, set: ChangeSetId) -> Result<Undone, RegisterError> {
        let mut out = Undone::default();
        let steps = table::history::of_set(self.conn, set, usize::MAX)?;
        for steps in by_person(steps).into_values() {
            self.take_back(steps, &mut out)?;
        }
        self.flush()?;
        Ok(out)
    }

    /// What [`Self::take_back_set`] would do. Nobody's rows are written on the way, and whoever the set added and no later
    /// one touched is told apart without reading the records: an import of thousands is looked at before it is taken back.
    fn foresee(&mut self, set: ChangeSetId) -> Result<Undone, RegisterError> {
        self.write_nothing();
        let mut out = Undone::default();
        let untouched = table::person_roll::last_written_by(self.conn, set)?;
        let added = table::history::added_by(self.conn, set)?;
        for id in table::history::persons(self.conn, set)? {
            if untouched.contains(&id) && added.contains(&id) {
                out.removed.push(id);
            } else {
                let steps = table::history::of_set_and_person(self.conn, set, id)?;
                self.take_back(steps, &mut out)?;
            }
        }
        Ok(out)
    }

    /// Takes back what one change set did to one person.
    fn take_back(&mut self, steps: Vec<Step>, out: &mut Undone) -> Result<(), RegisterError> {
        let Some(id) = steps.first().map(|s| s.person) else {
            return Ok(());
        };
        if Page::of(id).is_some_and(Page::is_log) {
            // It was done, whatever else is taken back.
            return Ok(());
        }
        let now = self.open(id)?.now.clone();
        if erased(now.card.as_ref(), now.case.as_ref()) {
            return Ok(());
        }
        let created = |s: &Step| s.facet == Facet::Card && s.before.is_none();
        if steps.iter().any(created) {
            return self.take_back_new(id, &steps, out);
        }
        for step in steps {
            let record = of(&now, step.facet);
            let mut changes: Vec<Change> = Vec::new();
            for (key, after) in step.after.slots() {
                let current = record.and_then(|r| r.slots().get(key));
                if !shows_same(current, Some(after)) {
                    out.kept.push((id, *key));
                    continue;
                }
                let before = step.before.as_ref().and_then(|r| r.slots().get(key));
                let before = before.and_then(Slot::value).cloned();
                if before.as_ref() != after.value() {
                    changes.push((*key, before.unwrap_or(Value::Gone)));
                }
            }
            out.restored = out.restored.saturating_add(changes.len() as u64);
            self.apply(id, step.facet, changes)?;
        }
        Ok(())
    }

    /// Removes a person the change set had added, unless somebody touched it since.
    fn take_back_new(
        &mut self,
        id: PersonId,
        steps: &[Step],
        out: &mut Undone,
    ) -> Result<(), RegisterError> {
        let now = self.open(id)?.now.clone();
        if now.card.as_ref().is_some_and(removed) {
            return Ok(());
        }
        let mut touched = Vec::new();
        for facet in [Facet::Card, Facet::Case] {
            let after = steps.iter().find(|s| s.facet == facet).map(|s| &s.after);
            touched.extend(differing(after, of(&now, facet)));
        }
        if touched.is_empty() {
            self.remove_person(id)?;
            out.removed.push(id);
        } else {
            out.kept.extend(touched.into_iter().map(|k| (id, k)));
        }
        Ok(())
    }
}

/// Keys whose shown values differ between two copies of one record.
fn differing(a: Option<&Record>, b: Option<&Record>) -> Vec<Key> {
    let slot = |r: Option<&Record>, k: &Key| r.and_then(|r| r.slots().get(k)).cloned();
    let keys = [a, b].into_iter().flatten().flat_map(|r| r.slots().keys());
    let all: BTreeSet<Key> = keys.copied().collect();
    let differs = |k: &Key| !shows_same(slot(a, k).as_ref(), slot(b, k).as_ref());
    all.into_iter().filter(differs).collect()
}

/// The same value shown and the same other values alive; who wrote them when does not count.
fn shows_same(a: Option<&Slot>, b: Option<&Slot>) -> bool {
    let shown = |s: Option<&Slot>| s.and_then(Slot::value).cloned();
    let others = |s: Option<&Slot>| -> Vec<Value> {
        s.map(|s| s.others().cloned().collect()).unwrap_or_default()
    };
    shown(a) == shown(b) && others(a) == others(b)
}

#[cfg(test)]
mod tests;
