//! Pages: records of the register that are about no person: the meetings that were held, corrections of the directory, plans,
//! what was given out, the register's own rules.
//!
//! A page is a record of the [`Facet::Case`] half under a fixed object id, so that it is stored, merged, sealed and exchanged
//! by the laws every record has, and is never released. Ids of people are random (UUID version 4); a page's carries version 8
//! and can be nobody's. Owns ids and the shape of what stands on a page; must not know what a directory ships with.

mod entry;
mod export;
mod plan;
mod rules;

pub use entry::DirectoryEntry;
pub use export::ExportMade;
pub use plan::PlanText;
pub use rules::KeepFor;

use crate::{Country, Facet, Field, PersonId, Psgc, Record, Value, ValueMap};

/// Which page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Page {
    /// The last meeting of each barangay.
    Meetings,
    /// Entries of the directory for one destination that the officer added or corrected.
    Directory(Country),
    /// The contingency plan for one destination.
    Plan(Country),
    /// What was given out in a month (counted from January 1970); a month with much of it has further parts.
    Exports(u16, u8),
    /// What the register's officers decided about it: how long entries are kept.
    Rules,
}

/// How every page's id begins; with the version and variant bits of a UUID of version 8 where they belong.
const MARK: [u8; 9] = [b'u', b'g', b'n', b'a', b'y', b'p', 0x80, 0, 0x80];

impl Page {
    /// The object id, the same in every register.
    #[must_use]
    pub fn id(self) -> PersonId {
        let (kind, part, of) = match self {
            Self::Meetings => (1, 0, 0),
            Self::Directory(c) => (2, 0, c.to_u16()),
            Self::Plan(c) => (3, 0, c.to_u16()),
            Self::Exports(month, part) => (10, part, month),
            Self::Rules => (11, 0, 0),
        };
        let [high, low] = of.to_be_bytes();
        let [a, b, c, d, e, f, version, sub, variant] = MARK;
        PersonId::from_bytes([
            a, b, c, d, e, f, version, sub, variant, kind, part, 0, 0, 0, high, low,
        ])
    }

    /// The page of that object id; nothing for a person, or for a page of a later version.
    #[must_use]
    pub fn of(id: PersonId) -> Option<Self> {
        let [.., kind, part, _, _, _, high, low] = id.to_bytes();
        let of = u16::from_be_bytes([high, low]);
        let country = Country::from_u16(of).ok();
        let page = match kind {
            1 => Self::Meetings,
            2 => Self::Directory(country?),
            3 => Self::Plan(country?),
            10 => Self::Exports(of, part),
            11 => Self::Rules,
            _ => return None,
        };
        (page.id() == id).then_some(page)
    }

    /// Whether the page is a log: what stands there was done, and is not taken back.
    #[must_use]
    pub fn is_log(self) -> bool {
        matches!(self, Self::Exports(..))
    }

    /// Whether the id is a page's, also one of a later version.
    #[must_use]
    pub fn is_page(id: PersonId) -> bool {
        id.to_bytes().starts_with(&MARK)
    }

    /// The page with nothing on it.
    #[must_use]
    pub fn empty(self) -> Record {
        Record::new(self.id(), Facet::Case)
    }
}

/// A meeting that was held in a barangay.
#[derive(Clone, PartialEq, Eq)]
pub struct MeetingHeld {
    /// The area.
    pub area: Psgc,
    /// When it was begun (Unix seconds).
    pub began: i64,
    /// When it was ended.
    pub ended: i64,
    /// Who held it.
    pub officer: String,
    /// People of the area then.
    pub people: u32,
    /// Of them, those confirmed at the meeting.
    pub confirmed: u32,
}

/// Redacted: it names an officer.
impl core::fmt::Debug for MeetingHeld {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "MeetingHeld({:?})", self.area)
    }
}

impl MeetingHeld {
    /// Where it stands on [`Page::Meetings`]: a place for each area, so that a later meeting takes the place of the one before.
    #[must_use]
    pub fn key(area: Psgc) -> crate::Key {
        let mut item = [0; 16];
        for (at, byte) in item.iter_mut().zip(area.0.to_be_bytes()) {
            *at = byte;
        }
        Field::MeetingHeld.of(item)
    }

    /// The meeting as one value.
    #[must_use]
    pub fn value(&self) -> Value {
        Value::Map(ValueMap::from([
            (1, Value::Psgc(self.area)),
            (2, Value::Int(self.began)),
            (3, Value::Int(self.ended)),
            (4, Value::Text(self.officer.clone())),
            (5, Value::Int(i64::from(self.people))),
            (6, Value::Int(i64::from(self.confirmed))),
        ]))
    }

    fn read(m: &ValueMap) -> Option<Self> {
        let count = |at: u16| u32::try_from(m.get(&at)?.int()?).ok();
        Some(Self {
            area: match m.get(&1)? {
                Value::Psgc(area) => *area,
                _ => return None,
            },
            began: m.get(&2)?.int()?,
            ended: m.get(&3)?.int()?,
            officer: m.get(&4)?.text()?.to_owned(),
            people: count(5)?,
            confirmed: count(6)?,
        })
    }

    /// All meetings of a page; what cannot be read is left out.
    #[must_use]
    pub fn all(page: &Record) -> Vec<Self> {
        let held = |(key, value): (crate::Key, Value)| {
            (key.field == Field::MeetingHeld as u16)
                .then(|| value.map().and_then(Self::read))
                .flatten()
        };
        page.values().into_iter().filter_map(held).collect()
    }
}

#[cfg(test)]
mod tests;
