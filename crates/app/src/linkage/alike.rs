//! Who in the register may be the person being typed: asked while somebody types, so that an entry is not written twice.
//!
//! The index over everybody is built in parts, so that neither a form nor a save ever waits for it; until it is whole the
//! register's own words and the search name a few, and those are compared. Must not hold back a save.

use super::why;
use crate::dto::{AppError, ErrorCode, LookAlike, LookAlikes, PersonInput};
use crate::forms;
use crate::people::{parse_id, row};
use crate::session::{App, Session};
use std::collections::BTreeSet;
use ugnay_matching::{Features, PersonIndex, UNSURE};
use ugnay_model::{Person, PersonId};
use ugnay_register::Filter;

/// Shown at most.
const MOST: usize = 5;
/// So many persons are read at a time, and so many steps taken once all are read: whoever asks for something meanwhile waits
/// no longer than for one of these.
const PART: u32 = 250;
const STEPS: usize = 4000;
/// A register of no more than so many is compared whole at the first question.
const AT_ONCE: u64 = 250;
/// People with the typed words that are compared for a first answer, and with each of the typed numbers.
const FIRST_NAMES: usize = 100;
const FIRST_PHONES: usize = 10;

/// Everybody, ready to be compared with one being typed, as far as it was built.
#[derive(Default)]
pub(crate) struct Alike {
    index: PersonIndex<PersonId>,
    read: Read,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Read {
    #[default]
    NotBegun,
    /// Up to this place of the register.
    Until(i64),
    All,
    /// All, and made ready.
    Ready,
}

impl Alike {
    /// Brings the index up to date for one person; nothing when they are no longer in the lists.
    pub(super) fn touch(&mut self, id: PersonId, person: Option<&Person>) {
        if self.read == Read::NotBegun {
            return;
        }
        match person {
            Some(p) => self.index.insert(id, &Features::from(p)),
            None => {
                self.index.remove(&id);
            }
        }
    }
}

impl Session {
    /// Builds the next part of the index over everybody; says whether it is whole.
    fn build_alike(&mut self) -> Result<bool, AppError> {
        self.follow()?;
        let Alike { index, read } = &mut self.linkage.alike;
        let after = match *read {
            Read::Ready => return Ok(true),
            Read::All => {
                if index.settle(STEPS) {
                    *read = Read::Ready;
                }
                return Ok(*read == Read::Ready);
            }
            Read::NotBegun => None,
            Read::Until(place) => Some(place),
        };
        let put = |p: Person| index.insert(p.id, &Features::from(&p));
        *read = match self.register.cards_after(after, PART, put)? {
            Some(last) => Read::Until(last),
            None => Read::All,
        };
        Ok(false)
    }

    /// The same to its end where that takes no time; says whether it is whole.
    fn alike_ready(&mut self) -> Result<bool, AppError> {
        self.follow()?;
        if self.linkage.alike.read == Read::Ready {
            return Ok(true);
        }
        if self.register.count(&Filter::default())? > AT_ONCE {
            return Ok(false);
        }
        while !self.build_alike()? {}
        Ok(true)
    }

    /// An index over those alone who have the typed words or numbers.
    fn alike_first(&self, typed: &Person) -> Result<PersonIndex<PersonId>, AppError> {
        let name = format!("{} {}", typed.surname, typed.given);
        let mut ids: BTreeSet<PersonId> = self.near_name(&name, FIRST_NAMES)?.into_iter().collect();
        let of_contacts = typed.contacts.iter().flat_map(|c| &c.phones);
        for phone in typed.phones.iter().chain(of_contacts) {
            let number: String = phone.shown().chars().filter(char::is_ascii_digit).collect();
            ids.extend(self.register.fts_prefix(&number, FIRST_PHONES)?);
        }
        let mut few = Vec::with_capacity(ids.len());
        for id in ids {
            few.extend(self.register.person(id)?.map(|p| (id, Features::from(&p))));
        }
        let all = self.register.count(&Filter::default())?;
        Ok(PersonIndex::of_few(few, all as usize))
    }
}

impl App {
    /// Builds the next part of what look-alikes are found by; says whether it is whole. The window asks again and again
    /// while a form is open.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn warm_look_alikes(&mut self) -> Result<bool, AppError> {
        // Not counted as use, as with the search.
        self.lock_when_idle();
        let s = self.session.as_mut().ok_or(ErrorCode::Locked)?;
        s.build_alike()
    }

    /// Who in the register may be the person being typed. A form that is not whole yet is no error: it is looked at as
    /// far as it goes. It never waits for [`Self::warm_look_alikes`]: before that is done it names whom the words and numbers
    /// find, and says that it is not all.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`], [`ErrorCode::BadInput`].
    pub fn look_alikes(&mut self, input: &PersonInput) -> Result<LookAlikes, AppError> {
        let (s, env) = self.open()?;
        let own = parse_id(&input.id).ok();
        let id = own.unwrap_or_else(|| PersonId::from_random(env.random()));
        let person = forms::to_person(input, id, &mut || env.random())?;
        let typed = Features::from(&person);
        let complete = s.alike_ready()?;
        let near = if complete {
            s.linkage.alike.index.like(&typed, MOST.saturating_add(1))
        } else {
            s.alike_first(&person)?.like(&typed, MOST.saturating_add(1))
        };
        let mut found = Vec::new();
        let wanted = near
            .into_iter()
            .filter(|l| Some(l.id) != own && l.score >= UNSURE);
        for like in wanted.take(MOST) {
            if let Some(there) = s.register.person_row(like.id)? {
                found.push(LookAlike {
                    row: row(&there),
                    score: like.score,
                    why: why(&like.why),
                });
            }
        }
        Ok(LookAlikes { found, complete })
    }
}

#[cfg(test)]
mod tests;
