//! Two entries of one person made one, taken apart again, or known to be two: the writes, and what is known of them.
//!
//! The rules are `ugnay_model::merging`'s. Must not decide who is one person.

use crate::batch::{Batch, of, removed, slot_of};
use crate::erasing::erased;
use crate::{ChangeKind, Register, RegisterError, Saved, Source, table};
use std::collections::{BTreeMap, BTreeSet};
use table::record::Pair;
use ugnay_model::merging::{self, MergeNote, MergeStep, Parted, Side, Values};
use ugnay_model::{Change, Facet, Field, Key, Person, PersonId, Record, Slot, Value};

/// What a merge did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonsMerged {
    /// The entry that stays.
    pub kept: PersonId,
    /// The entry that went into it.
    pub absorbed: PersonId,
    /// The write.
    pub saved: Saved,
}

/// What taking a merge apart did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonsParted {
    /// Keys of the kept entry left as they are, because they were changed since the merge.
    pub left: Vec<Key>,
    /// The write.
    pub saved: Saved,
}

/// All merges and all pairs known to be two, for looking up many.
#[derive(Clone, Default)]
pub struct Bonds {
    into: BTreeMap<PersonId, Vec<PersonId>>,
    apart: Vec<(PersonId, PersonId)>,
}

impl core::fmt::Debug for Bonds {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "Bonds({} merged, {} apart)",
            self.into.len(),
            self.apart.len()
        )
    }
}

impl Bonds {
    /// The entries that stand for a person now: the person, or what the entry was merged into, in the end. Several when
    /// two devices merged it into two.
    #[must_use]
    pub fn roots(&self, id: PersonId) -> BTreeSet<PersonId> {
        let mut out = BTreeSet::new();
        let mut open = BTreeSet::from([id]);
        // Every step leads to a lower id, so this ends.
        while let Some(next) = open.pop_last() {
            match self.into.get(&next) {
                Some(kept) => open.extend(kept.iter().filter(|k| **k < next)),
                None => {
                    out.insert(next);
                }
            }
        }
        out
    }

    /// Pairs of entries that are known to be two, lower id first, by the entries that stand for them now.
    #[must_use]
    pub fn apart(&self) -> BTreeSet<(PersonId, PersonId)> {
        let mut out = BTreeSet::new();
        for (a, b) in &self.apart {
            for x in self.roots(*a) {
                for y in self.roots(*b) {
                    if x != y {
                        out.insert(merging::keeper(x, y));
                    }
                }
            }
        }
        out
    }

    /// Pairs that one device merged and another called two, without knowing of each other: kept entry, absorbed entry.
    #[must_use]
    pub fn disputed(&self) -> BTreeSet<(PersonId, PersonId)> {
        let mut out = BTreeSet::new();
        for (a, b) in &self.apart {
            let (low, high) = merging::keeper(*a, *b);
            for root in self.roots(low).intersection(&self.roots(high)) {
                out.extend(self.last_step(high, *root).map(|child| (*root, child)));
            }
        }
        out
    }

    /// On the way from an entry to one it ended in: the last one before.
    fn last_step(&self, from: PersonId, root: PersonId) -> Option<PersonId> {
        let mut at = from;
        loop {
            let kept = self.into.get(&at)?;
            if kept.contains(&root) {
                return Some(at);
            }
            at = *kept
                .iter()
                .find(|k| **k < at && self.roots(**k).contains(&root))?;
        }
    }

    /// Pairs of entries into both of which a third was merged, on two devices: who is who is for an officer to say.
    #[must_use]
    pub fn shared(&self) -> BTreeSet<(PersonId, PersonId)> {
        let mut out = BTreeSet::new();
        for absorbed in self.into.keys() {
            let roots: Vec<_> = self.roots(*absorbed).into_iter().collect();
            for (at, a) in roots.iter().enumerate() {
                out.extend(roots.iter().skip(at.saturating_add(1)).map(|b| (*a, *b)));
            }
        }
        out
    }
}

impl Register {
    /// All merges and all pairs known to be two.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn bonds(&self) -> Result<Bonds, RegisterError> {
        let mut out = Bonds {
            apart: table::merged::apart(&self.conn)?,
            ..Bonds::default()
        };
        for (absorbed, kept) in table::merged::all(&self.conn)? {
            out.into.entry(absorbed).or_default().push(kept);
        }
        Ok(out)
    }

    /// The entry that stands for a person now, if theirs was merged into another; the lowest where there are two.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn stands_for(&self, id: PersonId) -> Result<PersonId, RegisterError> {
        let mut at = id;
        while let Some(kept) = table::merged::into(&self.conn, at)?.first() {
            at = *kept;
        }
        Ok(at)
    }

    /// Entries that were merged into this one, directly.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn absorbed_by(&self, kept: PersonId) -> Result<Vec<PersonId>, RegisterError> {
        table::merged::from(&self.conn, kept)
    }

    /// A person's card, and of a removed or absorbed one the card as it was.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn person_even_removed(&self, id: PersonId) -> Result<Option<Person>, RegisterError> {
        let card = table::record::get(&self.conn, id, Facet::Card)?;
        Ok(card.and_then(|r| {
            let mut values = r.values();
            values.remove(&Field::Removed.key());
            Person::read(id, &values)
        }))
    }

    /// Merges two entries into the one of the lower id. `choices` are by the entry whose value stays.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] or [`RegisterError::Removed`] unless both stand.
    pub fn merge_persons(
        &mut self,
        a: PersonId,
        b: PersonId,
        choices: &BTreeMap<Field, Side>,
        officer: &str,
        now: i64,
    ) -> Result<PersonsMerged, RegisterError> {
        let (kept, absorbed) = merging::keeper(a, b);
        if kept == absorbed {
            return Err(RegisterError::NotFound);
        }
        let source = Source::new(ChangeKind::Merge, officer);
        let note = MergeNote {
            at: now,
            by: officer.to_owned(),
            doubled: Vec::new(),
            steps: Vec::new(),
        };
        let ((), saved) = self.batch(&source, now, |batch| {
            batch.merge_into(kept, absorbed, choices, note)
        })?;
        Ok(PersonsMerged {
            kept,
            absorbed,
            saved,
        })
    }

    /// Takes a merge apart, on any device that has its note.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] when they are not merged, [`RegisterError::Removed`] when the kept entry does not stand.
    pub fn part_persons(
        &mut self,
        kept: PersonId,
        absorbed: PersonId,
        officer: &str,
        now: i64,
    ) -> Result<PersonsParted, RegisterError> {
        let source = Source::new(ChangeKind::Undo, officer);
        let (left, saved) = self.batch(&source, now, |batch| batch.part_from(kept, absorbed))?;
        Ok(PersonsParted { left, saved })
    }

    /// Notes that two entries are two persons.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] when one of them has no card.
    pub fn set_not_same(
        &mut self,
        a: PersonId,
        b: PersonId,
        officer: &str,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        let source = Source::typed(officer);
        let ((), saved) = self.batch(&source, now, |batch| batch.not_same(a, b))?;
        Ok(saved)
    }

    /// Takes back every "not the same" among entries that now are one: somebody looked, and the merge was right.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read or written.
    pub fn settle_as_one(
        &mut self,
        kept: PersonId,
        officer: &str,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        let bonds = self.bonds()?;
        let source = Source::typed(officer);
        let ((), saved) = self.batch(&source, now, |batch| {
            for (person, other) in &bonds.apart {
                if bonds.roots(*person).contains(&kept) && bonds.roots(*other).contains(&kept) {
                    let gone = (Field::NotSame.of(other.to_bytes()), Value::Gone);
                    batch.apply(*person, Facet::Case, vec![gone])?;
                }
            }
            Ok(())
        })?;
        Ok(saved)
    }

    /// Calls `each` with the card of everybody not removed, in order of their ids.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn cards(&self, mut each: impl FnMut(Person)) -> Result<(), RegisterError> {
        table::record::each_card(&self.conn, |record| {
            if let Some(person) = Person::read(record.person, &record.values()) {
                each(person);
            }
        })
    }

    /// The cards of everybody not removed in parts, in order of entry: of at most `limit` persons after the place `after` that the
    /// part before ended at (nothing: from the start). Gives the place this part ended at, or nothing when it was the last.
    ///
    /// # Errors
    /// As [`Self::cards`].
    pub fn cards_after(
        &self,
        after: Option<i64>,
        limit: u32,
        mut each: impl FnMut(Person),
    ) -> Result<Option<i64>, RegisterError> {
        let after = after.unwrap_or(i64::MIN);
        table::record::cards(&self.conn, after, limit, |record| {
            if let Some(person) = Person::read(record.person, &record.values()) {
                each(person);
            }
        })
    }
}

impl Batch<'_> {
    fn merge_into(
        &mut self,
        kept: PersonId,
        absorbed: PersonId,
        choices: &BTreeMap<Field, Side>,
        mut note: MergeNote,
    ) -> Result<(), RegisterError> {
        self.present(absorbed)?;
        let theirs = self.open(absorbed)?.now.clone();
        self.present(kept)?;
        let ours = self.open(kept)?.now.clone();
        let before = values(&ours);
        let other = values(&theirs);
        let suggest = |field: Field| merging::suggested(field, &before, &other);
        let plan = merging::plan(&before, &other, choices, suggest);
        for facet in [Facet::Card, Facet::Case] {
            self.take_over(kept, facet, of(&theirs, facet))?;
            let disputed = |key: &Key| {
                alive(of(&ours, facet), *key) > 1 || alive(of(&theirs, facet), *key) > 1
            };
            let joined = of(&self.open(kept)?.now, facet).cloned();
            let changes: Vec<Change> = plan
                .target
                .iter()
                .filter(|(k, _)| Field::from_code(k.field).is_some_and(|f| f.facet() == facet))
                .filter(|(k, v)| {
                    let slot = joined.as_ref().and_then(|r| r.slots().get(*k));
                    let differs = slot.and_then(Slot::value).unwrap_or(&Value::Gone) != *v;
                    let said = Field::from_code(k.field).is_some_and(|f| choices.contains_key(&f));
                    // What two officers wrote differently before stays open, unless it was chosen now.
                    (differs || alive(joined.as_ref(), **k) > 1) && (said || !disputed(k))
                })
                .map(|(k, v)| (*k, v.clone()))
                .collect();
            self.apply(kept, facet, changes)?;
        }
        note.doubled = plan.same.into_keys().collect();
        note.steps = self.steps(kept, &before, &other, &note.doubled)?;
        self.note_merge(kept, absorbed, &note)
    }

    /// What changed on the kept entry beside what belongs to the absorbed one's contacts, attempts and notes.
    fn steps(
        &mut self,
        kept: PersonId,
        before: &Values,
        other: &Values,
        doubled: &[[u8; 16]],
    ) -> Result<Vec<MergeStep>, RegisterError> {
        let after = values(&self.open(kept)?.now);
        let theirs: BTreeSet<[u8; 16]> = other.keys().filter_map(|k| k.item).collect();
        let keys: BTreeSet<Key> = before.keys().chain(after.keys()).copied().collect();
        let own = |k: &Key| {
            k.item
                .is_none_or(|i| !theirs.contains(&i) && !doubled.contains(&i))
        };
        Ok(keys
            .into_iter()
            .filter(|k| own(k) && before.get(k) != after.get(k))
            .map(|key| MergeStep {
                key,
                before: before.get(&key).cloned(),
                wrote: after.get(&key).cloned(),
            })
            .collect())
    }

    fn note_merge(
        &mut self,
        kept: PersonId,
        absorbed: PersonId,
        note: &MergeNote,
    ) -> Result<(), RegisterError> {
        let mut changes = vec![(Field::Merged.of(absorbed.to_bytes()), note.value())];
        changes.extend(self.cleared(kept, absorbed)?);
        self.apply(kept, Facet::Case, changes)?;
        let mut changes = vec![(Field::MergedInto.of(kept.to_bytes()), Value::Bool(true))];
        changes.extend(self.cleared(absorbed, kept)?);
        self.apply(absorbed, Facet::Case, changes)?;
        self.remove_person(absorbed)
    }

    /// Who merges two has looked at them: that they are two is no longer said.
    fn cleared(
        &mut self,
        person: PersonId,
        other: PersonId,
    ) -> Result<Option<Change>, RegisterError> {
        let key = Field::NotSame.of(other.to_bytes());
        let said = values(&self.open(person)?.now).contains_key(&key);
        Ok(said.then_some((key, Value::Gone)))
    }

    fn part_from(&mut self, kept: PersonId, absorbed: PersonId) -> Result<Vec<Key>, RegisterError> {
        self.present(kept)?;
        let ours = self.open(kept)?.now.clone();
        let theirs = self.open(absorbed)?.now.clone();
        let (mark, back) = (
            Field::MergedInto.of(kept.to_bytes()),
            Field::Merged.of(absorbed.to_bytes()),
        );
        let (mine, other) = (values(&ours), values(&theirs));
        let note = mine.get(&back).and_then(MergeNote::read);
        let note = note.ok_or(RegisterError::NotFound)?;
        if !other.contains_key(&mark) || !theirs.card.as_ref().is_some_and(removed) {
            return Err(RegisterError::NotFound);
        }
        let Parted {
            changes,
            back: given,
            left,
        } = merging::part(&mine, &other, &note);
        if let Some(card) = &ours.card {
            let mut part = Record::new(absorbed, Facet::Card);
            for key in given {
                part.insert(key, card.slots().get(&key).cloned().unwrap_or_default());
            }
            self.take_over(absorbed, Facet::Card, Some(&part))?;
        }
        self.apply(absorbed, Facet::Case, vec![(mark, Value::Gone)])?;
        self.restore_person(absorbed)?;
        for facet in [Facet::Card, Facet::Case] {
            let mut of_facet: Vec<Change> = changes
                .iter()
                .filter(|(k, _)| Field::from_code(k.field).is_some_and(|f| f.facet() == facet))
                .cloned()
                .collect();
            if facet == Facet::Case {
                of_facet.push((back, Value::Gone));
            }
            self.apply(kept, facet, of_facet)?;
            self.say_again(absorbed, facet, &changes)?;
        }
        Ok(left)
    }

    /// Says anew on `absorbed` what was just taken out of the entry it leaves. Elsewhere both may have been merged into a
    /// third, which hears of the taking out as well: it must not outlive what is true of the one that leaves.
    fn say_again(
        &mut self,
        absorbed: PersonId,
        facet: Facet,
        taken: &[Change],
    ) -> Result<(), RegisterError> {
        let pair = self.open(absorbed)?.now.clone();
        let record = of(&pair, facet);
        let still = record.map(Record::values).unwrap_or_default();
        let again = taken
            .iter()
            .filter(|(key, value)| *value == Value::Gone && alive(record, *key) == 1)
            .filter_map(|(key, _)| still.get(key).map(|v| (*key, v.clone())))
            .collect();
        self.apply(absorbed, facet, again)
    }

    fn not_same(&mut self, a: PersonId, b: PersonId) -> Result<(), RegisterError> {
        let (low, high) = merging::keeper(a, b);
        for id in [high, low] {
            if self.open(id)?.now.card.is_none() {
                return Err(RegisterError::NotFound);
            }
        }
        let key = Field::NotSame.of(high.to_bytes());
        self.apply(low, Facet::Case, vec![(key, Value::Bool(true))])
    }

    /// Merges another record's followed slots into one facet of a person, with the stamps they have.
    fn take_over(
        &mut self,
        person: PersonId,
        facet: Facet,
        from: Option<&Record>,
    ) -> Result<(), RegisterError> {
        let Some(from) = from else { return Ok(()) };
        let record = slot_of(&mut self.open(person)?.now, facet);
        let mut merged = record.clone().unwrap_or_else(|| Record::new(person, facet));
        if merging::absorb(&mut merged, from) {
            *record = Some(merged);
        }
        Ok(())
    }

    /// Lets what was written to absorbed entries follow into the kept ones, from `touched` on. Every step leads to a lower
    /// id, so that the end is the same on every device.
    pub(crate) fn follow_merges(
        &mut self,
        touched: BTreeSet<PersonId>,
    ) -> Result<(), RegisterError> {
        let mut open = touched;
        while let Some(absorbed) = open.pop_last() {
            self.flush()?;
            for kept in table::merged::into(self.conn, absorbed)? {
                let theirs = self.open(absorbed)?.now.clone();
                let now = &self.open(kept)?.now;
                // What was erased stays erased.
                if now.card.is_none() || erased(now.card.as_ref(), now.case.as_ref()) {
                    continue;
                }
                for facet in [Facet::Card, Facet::Case] {
                    self.take_over(kept, facet, of(&theirs, facet))?;
                }
                open.insert(kept);
            }
        }
        Ok(())
    }
}

fn values(pair: &Pair) -> Values {
    merging::shown(pair.card.as_ref(), pair.case.as_ref())
}

/// How many values of a key are alive.
fn alive(record: Option<&Record>, key: Key) -> usize {
    record
        .and_then(|r| r.slots().get(&key))
        .map_or(0, |s| s.versions().len())
}

#[cfg(test)]
mod tests;
