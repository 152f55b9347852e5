//! A roll being read, part by part: what is written meanwhile is taken in once it is whole, by the change sets since its beginning.
//! Must not answer anything before that.

use super::{Roll, Texts, order::Order};
use crate::{RegisterError, table};
use foldhash::HashMap;
use rusqlite::Connection;

/// As far as it was read.
pub(crate) struct Begun {
    roll: Roll,
    /// The number of the last row read.
    after: i64,
}

impl Begun {
    /// Nobody yet, as of now.
    pub(super) fn now(conn: &Connection) -> Result<Self, RegisterError> {
        let roll = Roll {
            people: Vec::new(),
            free: Vec::new(),
            places: HashMap::default(),
            texts: Texts::default(),
            order: Order::default(),
            version: table::change_set::last(conn)?,
            writes: conn.total_changes(),
        };
        Ok(Self {
            roll,
            after: i64::MIN,
        })
    }

    /// Reads on, so many persons at most; whether that was all.
    pub(super) fn read(&mut self, conn: &Connection, most: u32) -> Result<bool, RegisterError> {
        let Roll {
            people,
            places,
            texts,
            ..
        } = &mut self.roll;
        let before = people.len();
        table::person_roll::part(conn, self.after, most, texts, |entry| {
            self.after = entry.row;
            let place = u32::try_from(people.len()).unwrap_or(u32::MAX);
            places.insert(entry.person, place);
            people.push(Some(entry));
        })?;
        Ok(people.len().saturating_sub(before) < most as usize)
    }

    /// What was read; it still has to take in what came meanwhile.
    pub(super) fn done(self) -> Roll {
        self.roll
    }
}
