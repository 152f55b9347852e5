//! The roll: everybody not removed, in memory, as far as lists are narrowed, ordered and counted by it.
//!
//! Read once, at the first question after opening, from the index that holds just this (`person_roll`), and brought up to date
//! before every answer by the change sets that came since: a write cannot forget to tell. Must not hold what a list shows (rows
//! are read from `person_view`), nor define what a part of a filter means in SQL; a test holds both against each other.

mod begun;
mod order;
mod texts;
mod wanted;

use crate::{Filter, Register, RegisterError, Sort, table};
use core::cell::{Ref, RefMut};
use foldhash::HashMap;
use rusqlite::Connection;
use ugnay_model::{Country, PersonId, Psgc};

pub(crate) use begun::Begun;
pub(crate) use order::Order;
pub(crate) use texts::{Text, Texts};
pub(crate) use wanted::{About, Missed, Wanted};

/// One person, as far as lists ask.
pub(crate) struct Entry {
    pub(crate) row: i64,
    pub(crate) person: PersonId,
    pub(crate) sort_key: Box<str>,
    pub(crate) country: Option<Country>,
    pub(crate) sea_based: bool,
    pub(crate) barangay: Option<Psgc>,
    pub(crate) purok: Option<Text>,
    pub(crate) employer: Option<Text>,
    pub(crate) confirmed_at: Option<i64>,
    pub(crate) returned: bool,
    pub(crate) consents: u8,
    pub(crate) refusals: u8,
    pub(crate) no_phone: bool,
    pub(crate) conflict: bool,
}

impl Entry {
    /// The destination as lists know it: at sea without a country is one.
    pub(crate) fn destination(&self) -> Option<Country> {
        self.country
            .or_else(|| self.sea_based.then_some(Country::SEA))
    }
}

/// What a change set left of a person.
pub(crate) enum Now {
    /// Not removed.
    There(Entry),
    Removed(PersonId),
    /// Nothing of them may stay anywhere.
    Erased,
}

/// Everybody not removed.
pub(crate) struct Roll {
    people: Vec<Option<Entry>>,
    free: Vec<u32>,
    places: HashMap<PersonId, u32>,
    pub(crate) texts: Texts,
    order: Order,
    /// The last change set it knows of.
    version: i64,
    /// [`Register::writes`] when it was last brought up to date: nothing is asked of the store while that stays.
    writes: u64,
}

impl Roll {
    fn read(conn: &Connection) -> Result<Self, RegisterError> {
        let mut begun = Begun::now(conn)?;
        while !begun.read(conn, u32::MAX)? {}
        Ok(begun.done())
    }

    /// Takes in what was written since.
    fn follow(&mut self, conn: &Connection) -> Result<(), RegisterError> {
        let writes = conn.total_changes();
        if writes == self.writes {
            return Ok(());
        }
        let version = table::change_set::last(conn)?;
        let changed = table::person_roll::since(conn, self.version, &mut self.texts)?;
        if changed.iter().any(|c| matches!(c, Now::Erased)) {
            // Words of theirs may be held by number alone.
            *self = Self::read(conn)?;
            return Ok(());
        }
        for one in changed {
            match one {
                Now::There(entry) => self.put(entry),
                Now::Removed(id) => self.take(id),
                Now::Erased => {}
            }
        }
        (self.version, self.writes) = (version, writes);
        Ok(())
    }

    fn put(&mut self, entry: Entry) {
        self.take(entry.person);
        let next = u32::try_from(self.people.len()).unwrap_or(u32::MAX);
        let place = self.free.pop().unwrap_or(next);
        self.places.insert(entry.person, place);
        let at = place as usize;
        match self.people.get_mut(at) {
            Some(slot) => *slot = Some(entry),
            None => self.people.push(Some(entry)),
        }
        self.order.add(place, &self.people);
    }

    fn take(&mut self, person: PersonId) {
        if let Some(place) = self.places.remove(&person) {
            self.order.remove(place, &self.people);
            if let Some(slot) = self.people.get_mut(place as usize) {
                *slot = None;
            }
            self.free.push(place);
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> u64 {
        self.places.len() as u64
    }

    /// Everybody, in no order.
    pub(crate) fn everybody(&self) -> impl Iterator<Item = &Entry> {
        self.people.iter().flatten()
    }

    /// Makes the order of names ready.
    pub(crate) fn in_order(&mut self) {
        self.order.by_name(&self.people);
    }

    /// Everybody by name.
    pub(crate) fn by_name(&mut self) -> impl Iterator<Item = &Entry> {
        let order = self.order.by_name(&self.people);
        let people = &self.people;
        order
            .iter()
            .filter_map(|p| people.get(*p as usize)?.as_ref())
    }

    /// The number of somebody's row.
    pub(crate) fn row(&self, person: PersonId) -> Option<i64> {
        self.entry(person).map(|e| e.row)
    }

    /// The numbers of the rows on a page, and how many there are in all.
    pub(crate) fn page(
        &mut self,
        filter: &Filter,
        sort: Sort,
        offset: u64,
        limit: u64,
    ) -> (Vec<i64>, u64) {
        let wanted = Wanted::of(filter, &self.texts);
        let (from, most) = (whole(offset), whole(limit));
        if wanted.is_everybody() && sort == Sort::Name {
            let total = self.len();
            let rows = self.by_name().map(|e| e.row);
            return (rows.skip(from).take(most).collect(), total);
        }
        let mut fitting: Vec<&Entry> = self.by_name().filter(|e| wanted.fits(e)).collect();
        // The sorts keep the order of names among equals.
        match sort {
            Sort::Name | Sort::Changed => {}
            Sort::Stale => fitting.sort_by_key(|e| e.confirmed_at),
            Sort::Home => fitting.sort_by_key(|e| e.barangay),
            Sort::Country => fitting.sort_by_key(|e| e.country),
        }
        let rows = fitting.iter().skip(from).take(most).map(|e| e.row);
        (rows.collect(), fitting.len() as u64)
    }

    /// Somebody who is not removed.
    pub(crate) fn entry(&self, person: PersonId) -> Option<&Entry> {
        let place = *self.places.get(&person)?;
        self.people.get(place as usize)?.as_ref()
    }
}

fn whole(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Whom a filter lets through, while nothing is written.
pub struct Narrowed<'r> {
    roll: Ref<'r, Option<Roll>>,
    wanted: Wanted,
}

impl core::fmt::Debug for Narrowed<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Narrowed(…)")
    }
}

impl Narrowed<'_> {
    /// Whether somebody is on the list.
    #[must_use]
    pub fn lets_through(&self, person: PersonId) -> bool {
        let entry = self.roll.as_ref().and_then(|r| r.entry(person));
        entry.is_some_and(|e| self.wanted.fits(e))
    }
}

impl Register {
    /// The roll as of now.
    pub(crate) fn roll(&self) -> Result<RefMut<'_, Roll>, RegisterError> {
        let mut slot = self.roll.borrow_mut();
        let followed = match slot.as_mut() {
            Some(roll) => roll.follow(&self.conn),
            None => self.read_on(u32::MAX).and_then(|whole| {
                let roll = slot.insert(whole.ok_or(RegisterError::Damaged)?);
                roll.follow(&self.conn)
            }),
        };
        if let Err(e) = followed {
            *slot = None;
            return Err(e);
        }
        RefMut::filter_map(slot, Option::as_mut).map_err(|_| RegisterError::Damaged)
    }

    /// Reads the next persons into the roll, so that the first question that needs it finds it there; says whether it is whole.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn warm_roll(&self, part: u32) -> Result<bool, RegisterError> {
        if let Some(roll) = self.roll.borrow_mut().as_mut() {
            // Ordering everybody by name is a part of its own.
            roll.in_order();
            return Ok(true);
        }
        *self.roll.borrow_mut() = self.read_on(part)?;
        Ok(false)
    }

    /// Reads on where the part before ended; gives the roll when everybody is in it.
    fn read_on(&self, part: u32) -> Result<Option<Roll>, RegisterError> {
        let begun = self.roll_begun.borrow_mut().take();
        let mut begun = begun.map_or_else(|| Begun::now(&self.conn), Ok)?;
        if begun.read(&self.conn, part)? {
            return Ok(Some(begun.done()));
        }
        *self.roll_begun.borrow_mut() = Some(begun);
        Ok(None)
    }

    /// Whom a filter lets through, its typed text aside. The answer stands until something is written.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn narrowed(&self, filter: &Filter) -> Result<Narrowed<'_>, RegisterError> {
        let wanted = Wanted::of(filter, &self.roll()?.texts);
        Ok(Narrowed {
            roll: self.roll.borrow(),
            wanted,
        })
    }

    /// Whose rows were written by change sets after `version`, removed and erased ones included, and the last change set
    /// there is now.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn changed_since(&self, version: i64) -> Result<(Vec<PersonId>, i64), RegisterError> {
        Ok((
            table::person_roll::changed(&self.conn, version)?,
            self.version()?,
        ))
    }

    /// The last change set.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn version(&self) -> Result<i64, RegisterError> {
        table::change_set::last(&self.conn)
    }
}

#[cfg(test)]
mod tests;
