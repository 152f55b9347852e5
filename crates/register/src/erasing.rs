//! Erasing a person for good, here and wherever the register is: every value of every entry that is theirs, all history, the
//! words they are found by. A mark without content stays, and it wins: whatever another device wrote without knowing of it is
//! erased where the two meet, and so is every entry the erased one was merged with. Must not decide who is erased.

use crate::batch::{Batch, removed};
use crate::{ChangeKind, ChangeSetId, Register, RegisterError, Source, table};
use std::collections::BTreeSet;
use ugnay_model::{Change, Facet, Field, Key, PersonId, Record, Value};

/// The two keys that make the mark.
fn is_mark(key: &Key) -> bool {
    *key == Field::Removed.key() || *key == Field::Erased.key()
}

/// Whether a card bears the mark of an erasure.
pub(crate) fn marked(card: &Record) -> bool {
    let mark = card.slots().get(&Field::Erased.key());
    mark.and_then(|s| s.value()).and_then(Value::bool) == Some(true)
}

/// A card with the mark; also a removed card of which nothing else is shown, with a case that shows nothing.
pub(crate) fn erased(card: Option<&Record>, case: Option<&Record>) -> bool {
    let gone = |r: &Record| r.values().keys().all(is_mark);
    let empty = |c: &Record| removed(c) && gone(c) && case.is_none_or(|c| c.values().is_empty());
    card.is_some_and(|c| marked(c) || empty(c))
}

/// What it takes to erase a record: "gone" for every key at which any version still lives.
fn rest(record: &Record) -> Vec<Change> {
    let slots = record.slots().iter().filter(|(key, _)| !is_mark(key));
    let alive = slots.filter(|(_, s)| s.versions().iter().any(|v| v.value != Value::Gone));
    alive.map(|(key, _)| (*key, Value::Gone)).collect()
}

impl Register {
    /// Erases a person: every value and all history of every entry that is theirs; a mark without content stays so that other
    /// devices erase too.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] when there is no such person.
    pub fn erase_person(
        &mut self,
        id: PersonId,
        officer: &str,
        now: i64,
    ) -> Result<ChangeSetId, RegisterError> {
        let source = Source::new(ChangeKind::Erase, officer);
        let ((), saved) = self.batch(&source, now, |batch| {
            let known = batch.open(id)?;
            if known.now.card.is_none() && known.now.case.is_none() {
                return Err(RegisterError::NotFound);
            }
            batch.erase_all(id)
        })?;
        saved.change_set.ok_or(RegisterError::NotFound)
    }

    /// Empties the write-ahead log, after something was overwritten that nobody may read again.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be written.
    pub fn empty_log(&self) -> Result<(), RegisterError> {
        table::checkpoint(&self.conn)
    }
}

impl Batch<'_> {
    /// Every entry that is one person with this one, by merges in either direction.
    fn one_person(&mut self, id: PersonId) -> Result<BTreeSet<PersonId>, RegisterError> {
        self.flush()?;
        let (mut out, mut open) = (BTreeSet::from([id]), vec![id]);
        while let Some(next) = open.pop() {
            let mut near = table::merged::into(self.conn, next)?;
            near.extend(table::merged::from(self.conn, next)?);
            open.extend(near.into_iter().filter(|n| out.insert(*n)));
        }
        Ok(out)
    }

    fn erase_all(&mut self, id: PersonId) -> Result<(), RegisterError> {
        for one in self.one_person(id)? {
            self.erase(one)?;
        }
        Ok(())
    }

    /// Erases what is left of an entry; nothing is written where nothing is left.
    fn erase(&mut self, id: PersonId) -> Result<(), RegisterError> {
        let now = self.open(id)?.now.clone();
        if now.card.is_none() && now.case.is_none() {
            return Ok(());
        }
        for record in [&now.card, &now.case].into_iter().flatten() {
            self.apply(id, record.facet, rest(record))?;
        }
        let bare = |c: &Record| !marked(c) || !removed(c);
        if now.card.as_ref().is_none_or(bare) {
            let mark = [Field::Removed, Field::Erased];
            let mark = mark.map(|f| (f.key(), Value::Bool(true)));
            self.apply(id, Facet::Card, mark.to_vec())?;
        }
        self.open(id)?.forget = true;
        Ok(())
    }

    /// Lets erasures reach what came with them or after them: the rest of each marked entry, and the entries it is one person
    /// with. Both devices of an exchange end with the same nothing.
    pub(crate) fn follow_erasures(
        &mut self,
        touched: &BTreeSet<PersonId>,
    ) -> Result<(), RegisterError> {
        self.flush()?;
        let mut looked = BTreeSet::new();
        for id in touched {
            if looked.contains(id) {
                continue;
            }
            let all = self.one_person(*id)?;
            let mut any = false;
            for one in &all {
                let alone = all.len() == 1 && !self.seen_marked.contains(one);
                any |= !alone && self.open(*one)?.now.card.as_ref().is_some_and(marked);
            }
            if any {
                for one in &all {
                    self.erase(*one)?;
                }
            }
            looked.extend(all);
        }
        self.flush()
    }
}

#[cfg(test)]
mod tests;
