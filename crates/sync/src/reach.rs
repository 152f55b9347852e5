//! How far a record may go, by what its person agreed to, and what therefore waits to be sent.
//!
//! Owns the choice between the compartment custodians can open, the one only the register's devices can, and nothing at
//! the buffer at all. Must not seal or send (that is [`crate::push`]) and must not change a record.
//!
//! | the person said no to | card | case |
//! |---|---|---|
//! | nothing of the below | compartment of cards | compartment of cases |
//! | emergency; or the entry was removed, erased, merged into another | compartment of withheld cards | compartment of cases |
//! | keeping, or the buffer | nothing; what is there is taken back | nothing; where either was there, the "no" alone |

use crate::book::Book;
use crate::{Compartments, SyncError};
use std::collections::BTreeSet;
use ugnay_model::{Facet, Field, Key, Person, PersonId, Purpose, Record, Value};
use ugnay_register::{Dirty, Register};
use ugnay_seal::Facet as Sealed;

/// The consents that decide how far a record goes.
const DECIDING: [Purpose; 3] = [Purpose::Hold, Purpose::Buffer, Purpose::Emergency];

/// A record to be sent, with where it belongs.
pub(crate) struct ToSend {
    /// The record, or what may go of it.
    pub record: Record,
    /// Its version in the outbox.
    pub version: u64,
    /// Where its person belongs.
    pub home: (u32, u16),
    /// Under which facet it is sealed; nothing: what is at the buffer is taken back.
    pub facet: Option<Sealed>,
    /// The later of what it says and what decides where it goes: where two shards disagree, the greater one counts.
    pub order: u64,
    /// Custodians shall not be able to open it any longer: if they could, a new epoch is due.
    pub refused: bool,
}

/// What waits in the outbox.
#[derive(Default)]
pub(crate) struct Outgoing {
    /// To be sent, as many as one batch takes.
    pub send: Vec<ToSend>,
    /// May not leave, and nothing of it is at the buffer: nothing is left to do.
    pub settled: Vec<(PersonId, Facet, i64)>,
}

/// The next records of the outbox that `wanted` takes.
pub(crate) fn outgoing(
    register: &Register,
    book: &Book,
    compartments: &Compartments,
    most: usize,
    wanted: impl Fn(&ToSend) -> bool,
) -> Result<Outgoing, SyncError> {
    let mut out = Outgoing::default();
    let all = register.dirty_records(usize::MAX)?;
    let mut told = BTreeSet::new();
    for dirty in &all {
        let (person, facet) = (dirty.record.person, dirty.record.facet);
        if facet == Facet::Case && told.contains(&person) {
            continue;
        }
        match one(register, book, compartments, dirty.clone())? {
            Some(next) if wanted(&next) => {
                if next.facet.is_none() && told.insert(person) {
                    // The "no" goes first: a card that was taken back no longer says that others have to know of it.
                    let of =
                        |d: &&Dirty| d.record.person == person && d.record.facet == Facet::Case;
                    let case = all.iter().find(of).cloned();
                    let case = case.map(|c| one(register, book, compartments, c));
                    out.send.extend(case.transpose()?.flatten().filter(&wanted));
                }
                out.send.push(next);
            }
            Some(_) => {}
            None => out.settled.push((person, facet, dirty.version)),
        }
        if out.send.len() >= most {
            break;
        }
    }
    Ok(out)
}

fn one(
    register: &Register,
    book: &Book,
    compartments: &Compartments,
    dirty: Dirty,
) -> Result<Option<ToSend>, SyncError> {
    let person = dirty.record.person;
    let other = |facet| register.record(person, facet);
    let (card, case) = match dirty.record.facet {
        Facet::Card => (Some(dirty.record.clone()), other(Facet::Case)?),
        Facet::Case => (other(Facet::Card)?, Some(dirty.record.clone())),
    };
    let empty = Record::new(person, Facet::Card);
    let card = card.unwrap_or(empty);
    let may = Reach::of(&card, case.as_ref());
    let mut next = ToSend {
        order: dirty.record.latest(),
        version: dirty.version.unsigned_abs(),
        home: home_of(&card, compartments),
        facet: None,
        refused: may.refused,
        record: dirty.record,
    };
    let seen = |half| book.knows(&person.to_bytes(), half);
    let known = seen(next.record.facet);
    match next.record.facet {
        Facet::Card => {
            next.facet = may.card;
            next.order = next.order.max(may.decided);
        }
        Facet::Case if may.leaves => next.facet = Some(Sealed::Case),
        Facet::Case => {
            next.facet = (known || seen(Facet::Card)).then_some(Sealed::Case);
            next.record = refusal_alone(&next.record);
        }
    }
    Ok((known || next.facet.is_some()).then_some(next))
}

/// How far a person's records may go.
struct Reach {
    /// The facet of the card, if it leaves at all.
    card: Option<Sealed>,
    /// Anything leaves at all.
    leaves: bool,
    /// The person refused, or was erased: who could open the card shall not any longer.
    refused: bool,
    /// The latest of the writes that decided this.
    decided: u64,
}

impl Reach {
    fn of(card: &Record, case: Option<&Record>) -> Self {
        let no = |p: Purpose| case.is_some_and(|c| refuses(c, p));
        let shown = |key: &Key| card.slots().get(key).and_then(|s| s.value());
        let removed = shown(&Field::Removed.key()).and_then(Value::bool) == Some(true);
        let marked = shown(&Field::Erased.key()).and_then(Value::bool) == Some(true);
        let erased = removed && (marked || card.values().len() == 1);
        let leaves = !no(Purpose::Hold) && !no(Purpose::Buffer);
        let open = !no(Purpose::Emergency) && !removed && !absorbed(case);
        let facet = if open { Sealed::Card } else { Sealed::Withheld };
        let slots = case.into_iter().flat_map(Record::slots);
        let stamps = slots
            .filter(|(key, _)| decides(**key))
            .filter_map(|(_, slot)| slot.versions().iter().map(|v| v.dot.lamport).max());
        Self {
            card: leaves.then_some(facet),
            leaves,
            refused: !leaves || no(Purpose::Emergency) || erased,
            decided: stamps.max().unwrap_or(0),
        }
    }
}

/// Whether what stands under this key of a case decides how far the card goes.
fn decides(key: Key) -> bool {
    key.field == Field::MergedInto as u16 || DECIDING.iter().any(|p| p.field().key() == key)
}

/// Whether this entry was merged into another: that one stands for the person, and what its person says counts there.
fn absorbed(case: Option<&Record>) -> bool {
    let shown = case.map(Record::values).unwrap_or_default();
    shown.keys().any(|k| k.field == Field::MergedInto as u16)
}

/// Whether any value of a consent that is alive says no: of two officers who wrote without knowing of each other, the one
/// who heard "no" is believed.
fn refuses(case: &Record, purpose: Purpose) -> bool {
    let given = |v: &Value| v.map().and_then(|m| m.get(&1)).and_then(Value::bool);
    let slot = case.slots().get(&purpose.field().key());
    let values = slot.map(|s| s.value().into_iter().chain(s.others()));
    values.is_some_and(|mut all| all.any(|v| given(v) == Some(false)))
}

/// The consents of a case file and nothing else: the other devices have to learn that there is a "no".
fn refusal_alone(case: &Record) -> Record {
    let mut out = Record::new(case.person, Facet::Case);
    for purpose in DECIDING {
        let key = purpose.field().key();
        if let Some(slot) = case.slots().get(&key) {
            out.insert(key, slot.clone());
        }
    }
    out
}

/// The compartment of a card record, removed or not.
fn home_of(card: &Record, compartments: &Compartments) -> (u32, u16) {
    let mut values = card.values();
    values.remove(&Field::Removed.key());
    match Person::read(card.person, &values) {
        Some(p) => compartments.of(&p),
        None => compartments.of(&Person::new(card.person, "", "")),
    }
}

#[cfg(test)]
mod tests;
