//! Records on their way out and in: what the buffer lacks, and merging what came from other devices.

use crate::batch::{Batch, of, slot_of};
use crate::erasing::{erased, marked};
use crate::{ChangeSetId, Register, RegisterError, Source, table};
use std::collections::BTreeSet;
use ugnay_model::{Facet, MAX_JUMP, PersonId, Record, Slot, Value};

/// A record the buffer lacks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dirty {
    /// The record.
    pub record: Record,
    /// Its version, for [`Register::mark_pushed`].
    pub version: i64,
}

/// What merging received records did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Merged {
    /// The change set, or nothing when nothing changed.
    pub change_set: Option<ChangeSetId>,
    /// Persons not known before.
    pub new: Vec<PersonId>,
    /// Persons known before who changed.
    pub changed: Vec<PersonId>,
    /// Persons who now have concurrent values of a safety field.
    pub conflicts: Vec<PersonId>,
    /// Records refused because a stamp was further ahead than any honest device could be; nothing of them was taken.
    pub refused: Vec<(PersonId, Facet)>,
}

/// All of these fail with [`RegisterError`] when the store cannot be read or written.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once, on the block: they all fail alike"
)]
impl Register {
    /// Records the buffer lacks, longest waiting first.
    pub fn dirty_records(&self, limit: usize) -> Result<Vec<Dirty>, RegisterError> {
        table::record::dirty(&self.conn, limit)
    }

    /// How many records the buffer lacks.
    pub fn dirty_count(&self) -> Result<u64, RegisterError> {
        table::record::dirty_count(&self.conn)
    }

    /// Whether the buffer lacks what a record says now.
    pub fn is_dirty(&self, id: PersonId, facet: Facet) -> Result<bool, RegisterError> {
        table::record::is_dirty(&self.conn, id, facet)
    }

    /// The buffer has these versions now. A record that changed since stays dirty.
    pub fn mark_pushed(&mut self, pushed: &[(PersonId, Facet, i64)]) -> Result<(), RegisterError> {
        let tx = self.conn.transaction()?;
        for (person, facet, version) in pushed {
            table::record::mark_pushed(&tx, *person, *facet, *version)?;
        }
        Ok(tx.commit()?)
    }

    /// Everything has to be sent again (a new epoch, a new buffer).
    pub fn mark_all_dirty(&mut self) -> Result<(), RegisterError> {
        table::record::mark_all_dirty(&self.conn)
    }

    /// All records, both facets, removed persons too.
    pub fn all_records(&self) -> Result<Vec<Record>, RegisterError> {
        let mut out = Vec::new();
        table::record::each(&self.conn, |r| {
            out.push(r);
            Ok(())
        })?;
        Ok(out)
    }

    /// Merges records that came from the buffer, in one transaction.
    ///
    /// A record that equals the merged one counts as pushed; one that brought less stays dirty if it was.
    pub fn merge_records(
        &mut self,
        records: &[Record],
        source: &Source,
        now: i64,
    ) -> Result<Merged, RegisterError> {
        let limit = self.clock.time().saturating_add(MAX_JUMP);
        let (mut out, saved) = self.batch(source, now, |batch| {
            let mut out = Merged::default();
            let (mut fresh, mut touched) = (BTreeSet::new(), BTreeSet::new());
            for record in records {
                // The bound is that of the beginning, so that many records cannot climb by steps.
                let latest = record.latest();
                if latest > limit || batch.clock.observe(latest).is_err() {
                    out.refused.push((record.person, record.facet));
                } else {
                    touched.insert(record.person);
                    if batch.merge(record)? {
                        fresh.insert(record.person);
                    }
                }
            }
            batch.follow_merges(touched.clone())?;
            batch.follow_erasures(&touched)?;
            out.new = fresh.into_iter().collect();
            Ok(out)
        })?;
        out.change_set = saved.change_set;
        let changed: BTreeSet<PersonId> = saved.changed.iter().map(|(id, _)| *id).collect();
        for id in &changed {
            if table::person_view::get(&self.conn, *id)?.is_some_and(|r| r.has_conflict) {
                out.conflicts.push(*id);
            }
        }
        out.changed = changed
            .into_iter()
            .filter(|id| !out.new.contains(id))
            .collect();
        Ok(out)
    }
}

impl Batch<'_> {
    /// Merges one received record; says whether the person was not known before.
    fn merge(&mut self, incoming: &Record) -> Result<bool, RegisterError> {
        let (conn, id, facet) = (self.conn, incoming.person, incoming.facet);
        let open = self.open(id)?;
        let fresh = open.now.card.is_none() && open.now.case.is_none();
        let ours = of(&open.now, facet).cloned();
        let losers = ours.as_ref().map_or_else(Vec::new, |o| losing(o, incoming));
        let mut merged = ours.clone().unwrap_or_else(|| Record::new(id, facet));
        merged.merge(incoming);
        let same = merged == *incoming;
        let changed = ours.as_ref() != Some(&merged);
        if !losers.is_empty() {
            let lost = unknown(conn, incoming, losers)?;
            if !lost.slots().is_empty() {
                self.open(id)?.lost.insert(facet, lost);
            }
        }
        let open = self.open(id)?;
        if changed {
            *slot_of(&mut open.now, facet) = Some(merged);
            open.forget = erased(open.now.card.as_ref(), open.now.case.as_ref());
        }
        let gone = open.now.card.as_ref().is_some_and(marked);
        if open.forget || gone {
            // Of somebody who was erased not even what lost is kept.
            open.lost.clear();
        }
        if same {
            open.known_remote.insert(facet);
            if !changed {
                table::record::mark_known(conn, id, facet)?;
            }
        } else {
            open.known_remote.remove(&facet);
        }
        if gone {
            self.seen_marked.insert(id);
        }
        Ok(fresh)
    }
}

/// Slots of `incoming` whose shown value loses against ours.
fn losing(ours: &Record, incoming: &Record) -> Vec<(ugnay_model::Key, Slot)> {
    let slots = incoming.slots().iter();
    slots
        .filter(|(key, slot)| {
            let mine = ours.slots().get(key);
            let (mine, theirs) = (
                mine.and_then(|s| s.versions().first()),
                slot.versions().first(),
            );
            mine > theirs && theirs.is_some_and(|v| v.value != Value::Gone)
        })
        .map(|(k, s)| (*k, s.clone()))
        .collect()
}

/// Of the losing slots those whose write was never seen here: an older copy of our own past is no loss.
fn unknown(
    conn: &rusqlite::Connection,
    incoming: &Record,
    losers: Vec<(ugnay_model::Key, Slot)>,
) -> Result<Record, RegisterError> {
    let mut seen = BTreeSet::new();
    for told in table::history::of_person(conn, incoming.person)? {
        let step = told.step;
        let parts = [step.before.as_ref(), Some(&step.after), step.lost.as_ref()];
        for record in parts.into_iter().flatten() {
            for (key, slot) in record.slots() {
                seen.extend(slot.versions().iter().map(|v| (*key, v.dot)));
            }
        }
    }
    let mut lost = Record::new(incoming.person, incoming.facet);
    for (key, slot) in losers {
        if slot
            .versions()
            .first()
            .is_some_and(|v| !seen.contains(&(key, v.dot)))
        {
            lost.insert(key, slot);
        }
    }
    Ok(lost)
}

#[cfg(test)]
mod tests;
