//! Several writes as one transaction and one change set.
//!
//! Owns the path every change of a record takes: both facets of one person are held open, changed in
//! memory, and written together with their history and their flat row. Must not know why a change is made.

use crate::table::history::Step;
use crate::table::record::Pair;
use crate::view::view;
use crate::{ChangeSetId, Register, RegisterError, Saved, Source, table};
use rusqlite::{Connection, TransactionBehavior};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::{
    Attempt, AttemptId, CaseFile, Change, DeviceHash, Dot, Facet, Field, ImportId, Key, Lamport,
    Person, PersonId, Record, Value,
};

/// A transaction in the making; see [`Register::batch`].
pub struct Batch<'t> {
    pub(crate) conn: &'t Connection,
    pub(crate) clock: Lamport,
    device: DeviceHash,
    source: &'t Source,
    import: Option<ImportId>,
    now: i64,
    set: Option<ChangeSetId>,
    open: Option<Open>,
    written: BTreeSet<PersonId>,
    changed: Vec<(PersonId, Key)>,
    /// Somebody was erased, here or by another device.
    erased: bool,
    /// Played only: nothing is written.
    played: bool,
    /// Received entries that bear the mark of an erasure.
    pub(crate) seen_marked: BTreeSet<PersonId>,
}

/// The person being changed: as it was, as it is now.
pub(crate) struct Open {
    id: PersonId,
    was: Pair,
    pub(crate) now: Pair,
    /// Received values that lost a merge, by facet.
    pub(crate) lost: BTreeMap<Facet, Record>,
    /// Facets of which the buffer has exactly what stands here now.
    pub(crate) known_remote: BTreeSet<Facet>,
    /// All history of this person goes.
    pub(crate) forget: bool,
}

impl core::fmt::Debug for Batch<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Batch({:?})", self.set)
    }
}

impl Register {
    /// Does several writes as one: all of them are durable when this returns, or none is done.
    ///
    /// # Errors
    /// What `work` returns, or [`RegisterError`] of the store; everything is rolled back then.
    pub fn batch<T>(
        &mut self,
        source: &Source,
        now: i64,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, RegisterError>,
    ) -> Result<(T, Saved), RegisterError> {
        self.batch_for(source, None, now, work)
    }

    pub(crate) fn batch_for<T>(
        &mut self,
        source: &Source,
        import: Option<ImportId>,
        now: i64,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T, RegisterError>,
    ) -> Result<(T, Saved), RegisterError> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut batch = Batch {
            conn: &tx,
            clock: self.clock,
            device: self.device,
            source,
            import,
            now,
            set: None,
            open: None,
            written: BTreeSet::new(),
            changed: Vec::new(),
            erased: false,
            played: false,
            seen_marked: BTreeSet::new(),
        };
        let out = work(&mut batch)?;
        batch.flush()?;
        let (set, changed, clock, erased) = (batch.set, batch.changed, batch.clock, batch.erased);
        if let Some(set) = set {
            table::change_set::count_persons(&tx, set)?;
        }
        table::device::set_clock(&tx, clock)?;
        tx.commit()?;
        self.clock = clock;
        if erased {
            // What was overwritten must not stay readable (to the key's holder) in the write-ahead log either.
            table::checkpoint(&self.conn)?;
        }
        Ok((
            out,
            Saved {
                change_set: set,
                changed,
            },
        ))
    }
}

impl Batch<'_> {
    /// Saves a card: what differs from the stored one is written.
    ///
    /// # Errors
    /// [`RegisterError::Removed`] when the person was removed.
    pub fn save_person(&mut self, person: &Person) -> Result<(), RegisterError> {
        if self.is_removed(person.id)? {
            return Err(RegisterError::Removed);
        }
        let target = person.values();
        let changes = self.record(person.id, Facet::Card)?.diff(&target);
        self.apply(person.id, Facet::Card, changes)
    }

    /// Saves a case file of a person who has a card.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] without a card, [`RegisterError::Removed`] when the person was removed.
    pub fn save_case(&mut self, file: &CaseFile) -> Result<(), RegisterError> {
        self.present(file.id)?;
        let target = file.values();
        let changes = self.record(file.id, Facet::Case)?.diff(&target);
        self.apply(file.id, Facet::Case, changes)
    }

    /// Marks a person as removed; everything stays and can be restored.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] without a card.
    pub fn remove_person(&mut self, id: PersonId) -> Result<(), RegisterError> {
        self.mark_removed(id, true)
    }

    /// Brings a removed person back.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] without a card.
    pub fn restore_person(&mut self, id: PersonId) -> Result<(), RegisterError> {
        self.mark_removed(id, false)
    }

    /// Adds (or with the same id replaces) an attempt.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] without a card, [`RegisterError::Removed`] when the person was removed.
    pub fn put_attempt(&mut self, id: PersonId, attempt: &Attempt) -> Result<(), RegisterError> {
        self.present(id)?;
        let change = (Field::Attempt.of(attempt.id.to_bytes()), attempt.value());
        self.apply(id, Facet::Case, vec![change])
    }

    /// Writes one key anew, even with the value it shows: this is how an officer settles concurrent values.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] for a field this version does not know or a person without a card.
    pub fn settle(&mut self, id: PersonId, key: Key, value: Value) -> Result<(), RegisterError> {
        self.present(id)?;
        let field = Field::from_code(key.field).ok_or(RegisterError::NotFound)?;
        self.apply(id, field.facet(), vec![(key, value)])
    }

    /// The card as it stands in this batch.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn person(&mut self, id: PersonId) -> Result<Option<Person>, RegisterError> {
        let card = self.open(id)?.now.card.as_ref();
        Ok(card.and_then(|r| Person::read(id, &r.values())))
    }

    /// The case file as it stands in this batch; empty when there is none.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn case_file(&mut self, id: PersonId) -> Result<CaseFile, RegisterError> {
        let case = self.open(id)?.now.case.as_ref();
        Ok(case.map_or_else(|| CaseFile::new(id), |r| CaseFile::read(id, &r.values())))
    }

    /// Writes changes of one facet with a fresh stamp.
    pub(crate) fn apply(
        &mut self,
        id: PersonId,
        facet: Facet,
        changes: Vec<Change>,
    ) -> Result<(), RegisterError> {
        if changes.is_empty() {
            return Ok(());
        }
        let dot = Dot {
            lamport: self.clock.tick(),
            device: self.device,
        };
        let open = self.open(id)?;
        slot_of(&mut open.now, facet)
            .get_or_insert_with(|| Record::new(id, facet))
            .apply(changes, dot);
        Ok(())
    }

    /// The person held open; another one is written out first.
    pub(crate) fn open(&mut self, id: PersonId) -> Result<&mut Open, RegisterError> {
        if self.open.as_ref().is_none_or(|o| o.id != id) {
            self.flush()?;
            let was = table::record::pair(self.conn, id)?;
            self.open = Some(Open {
                id,
                now: was.clone(),
                was,
                lost: BTreeMap::new(),
                known_remote: BTreeSet::new(),
                forget: false,
            });
        }
        self.open.as_mut().ok_or(RegisterError::NotFound)
    }

    fn record(&mut self, id: PersonId, facet: Facet) -> Result<Record, RegisterError> {
        let open = self.open(id)?;
        Ok(slot_of(&mut open.now, facet)
            .clone()
            .unwrap_or_else(|| Record::new(id, facet)))
    }

    fn is_removed(&mut self, id: PersonId) -> Result<bool, RegisterError> {
        Ok(self.open(id)?.now.card.as_ref().is_some_and(removed))
    }

    pub(crate) fn present(&mut self, id: PersonId) -> Result<(), RegisterError> {
        match &self.open(id)?.now.card {
            None => Err(RegisterError::NotFound),
            Some(card) if removed(card) => Err(RegisterError::Removed),
            Some(_) => Ok(()),
        }
    }

    fn mark_removed(&mut self, id: PersonId, mark: bool) -> Result<(), RegisterError> {
        let open = self.open(id)?;
        let card = open.now.card.as_ref().ok_or(RegisterError::NotFound)?;
        if removed(card) == mark {
            return Ok(());
        }
        let change = (Field::Removed.key(), Value::Bool(mark));
        self.apply(id, Facet::Card, vec![change])
    }

    /// The change set of this batch, made when first needed.
    pub(crate) fn change_set(&mut self) -> Result<ChangeSetId, RegisterError> {
        if let Some(set) = self.set {
            return Ok(set);
        }
        let set =
            table::change_set::insert(self.conn, self.now, self.source, self.import, self.clock)?;
        self.set = Some(set);
        Ok(set)
    }

    /// The change set, if one was needed so far.
    pub(crate) fn change_set_if_any(&self) -> Option<ChangeSetId> {
        self.set
    }

    /// How many persons were written so far.
    pub(crate) fn persons_written(&self) -> u64 {
        self.written.len() as u64
    }

    /// From here on what is done is given up person by person; the transaction must be given up as well.
    pub(crate) fn write_nothing(&mut self) {
        self.played = true;
    }

    /// Writes the person held open: records, history, flat row, words, derived tables.
    pub(crate) fn flush(&mut self) -> Result<(), RegisterError> {
        let Some(open) = self.open.take().filter(|_| !self.played) else {
            return Ok(());
        };
        if open.forget {
            table::history::forget(self.conn, open.id)?;
            table::draft::delete_of(self.conn, open.id)?;
            table::import_fix::delete_of(self.conn, open.id)?;
            self.erased = true;
        }
        let card = self.write_facet(&open, Facet::Card)?;
        let case = self.write_facet(&open, Facet::Case)?;
        if card.is_empty() && case.is_empty() {
            return Ok(());
        }
        if case.iter().any(decides_reach) {
            table::record::mark_dirty(self.conn, open.id, Facet::Card)?;
        }
        let set = self.change_set()?;
        if open.now.card.is_some() {
            let v = view(open.id, &open.now);
            let row = table::person_view::put(self.conn, &v, set)?;
            self.write_words(&open, row, &v.words)?;
        }
        derive(self.conn, &open, &case)?;
        self.written.insert(open.id);
        let keys = card.into_iter().chain(case).map(|k| (open.id, k));
        self.changed.extend(keys);
        Ok(())
    }

    /// Writes the words a person is found by, if they changed: taking words out costs more than all the rest of a save.
    fn write_words(&self, open: &Open, row: i64, words: &str) -> Result<(), RegisterError> {
        if open.was.card.is_some() {
            if view(open.id, &open.was).words == words {
                return Ok(());
            }
            table::person_fts::delete(self.conn, row)?;
        }
        table::person_fts::insert(self.conn, row, words)
    }

    /// Writes one facet if it changed; returns the changed keys.
    fn write_facet(&mut self, open: &Open, facet: Facet) -> Result<Vec<Key>, RegisterError> {
        let (was, now) = (of(&open.was, facet), of(&open.now, facet));
        let lost = open.lost.get(&facet);
        let keys = now.map_or_else(Vec::new, |now| changed_keys(was, now));
        if keys.is_empty() && lost.is_none() {
            return Ok(keys);
        }
        let set = self.change_set()?;
        if let Some(now) = now.filter(|_| !keys.is_empty()) {
            let known = open.known_remote.contains(&facet);
            table::record::put(self.conn, now, set, known)?;
        }
        let step = Step {
            person: open.id,
            facet,
            before: was.filter(|_| !open.forget).map(|r| part(r, &keys)),
            after: now.map_or_else(|| Record::new(open.id, facet), |r| part(r, &keys)),
            lost: lost.filter(|_| !open.forget).cloned(),
        };
        if self.written.contains(&open.id) {
            table::history::extend(self.conn, set, step)?;
        } else {
            table::history::insert(self.conn, set, &step)?;
        }
        Ok(keys)
    }
}

pub(crate) fn removed(card: &Record) -> bool {
    let mark = card.slots().get(&Field::Removed.key());
    mark.and_then(|s| s.value()).and_then(Value::bool) == Some(true)
}

pub(crate) fn of(pair: &Pair, facet: Facet) -> Option<&Record> {
    match facet {
        Facet::Card => pair.card.as_ref(),
        Facet::Case => pair.case.as_ref(),
    }
}

pub(crate) fn slot_of(pair: &mut Pair, facet: Facet) -> &mut Option<Record> {
    match facet {
        Facet::Card => &mut pair.card,
        Facet::Case => &mut pair.case,
    }
}

/// Whether a value of the case decides how far the card goes: then the card is to be looked at again as well.
fn decides_reach(key: &Key) -> bool {
    matches!(
        Field::from_code(key.field),
        Some(
            Field::ConsentHold | Field::ConsentBuffer | Field::ConsentEmergency | Field::MergedInto
        )
    )
}

fn changed_keys(was: Option<&Record>, now: &Record) -> Vec<Key> {
    let before = |k: &Key| was.and_then(|r| r.slots().get(k));
    let slots = now.slots().iter();
    slots
        .filter(|(k, s)| before(k) != Some(*s))
        .map(|(k, _)| *k)
        .collect()
}

/// The slots of some keys alone.
fn part(record: &Record, keys: &[Key]) -> Record {
    let mut out = Record::new(record.person, record.facet);
    for key in keys {
        if let Some(slot) = record.slots().get(key) {
            out.insert(*key, slot.clone());
        }
    }
    out
}

/// Keeps the tables that are derived from the case record.
fn derive(conn: &Connection, open: &Open, keys: &[Key]) -> Result<(), RegisterError> {
    let Some(case) = open.now.case.as_ref().filter(|_| !keys.is_empty()) else {
        return Ok(());
    };
    for key in keys {
        let value = case.slots().get(key).and_then(|s| s.value());
        match (Field::from_code(key.field), key.item) {
            (Some(Field::Provenance), None) => {
                let file = CaseFile::read(open.id, &case.values());
                table::origin::set(conn, open.id, file.provenance.as_ref())?;
            }
            (Some(Field::Attempt), Some(item)) => {
                let id = AttemptId::from_bytes(item);
                match value.and_then(|v| Attempt::read(id, v)) {
                    Some(attempt) => table::attempt::put(conn, open.id, &attempt)?,
                    None => table::attempt::delete(conn, open.id, id)?,
                }
            }
            (Some(Field::MergedInto), Some(item)) => {
                table::merged::set(conn, open.id, PersonId::from_bytes(item), value.is_some())?;
            }
            (Some(Field::NotSame), Some(item)) => {
                table::merged::set_apart(
                    conn,
                    open.id,
                    PersonId::from_bytes(item),
                    value.is_some(),
                )?;
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
