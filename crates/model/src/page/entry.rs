//! An entry of the directory that an officer added, corrected or hid: one value, so that a number never parts from its name.

use crate::{Field, Key, Record, Value, ValueMap};

/// An entry as the officer wrote it. Empty text means "not known".
#[derive(Clone, PartialEq, Eq, Default)]
pub struct DirectoryEntry {
    /// Code of the kind (`emergency`, `post`, `mwo`, `agency`, `leader`, `other`).
    pub kind: String,
    /// Name.
    pub name: String,
    /// City.
    pub place: String,
    /// Numbers as written, best first.
    pub phones: Vec<String>,
    /// E-mail address.
    pub email: String,
    /// Web address.
    pub website: String,
    /// Anything else.
    pub note: String,
    /// Where it is from, as said.
    pub source: String,
    /// Who wrote it.
    pub by: String,
    /// When (Unix seconds).
    pub at: i64,
    /// A shipped entry that is to be hidden.
    pub hidden: bool,
}

/// Redacted: it may name a community leader.
impl core::fmt::Debug for DirectoryEntry {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("DirectoryEntry(…)")
    }
}

impl DirectoryEntry {
    /// Where an entry stands on its page.
    #[must_use]
    pub fn key(id: [u8; 16]) -> Key {
        Field::DirectoryEntry.of(id)
    }

    /// The entry as one value.
    #[must_use]
    pub fn value(&self) -> Value {
        let texts = [
            (1, &self.kind),
            (2, &self.name),
            (3, &self.place),
            (5, &self.email),
            (6, &self.website),
            (7, &self.note),
            (8, &self.source),
            (9, &self.by),
        ];
        let mut map: ValueMap = texts
            .into_iter()
            .filter_map(|(at, text)| Some((at, Value::from_text(text)?)))
            .collect();
        map.insert(4, Value::Texts(self.phones.clone()));
        map.insert(10, Value::Int(self.at));
        map.insert(11, Value::Bool(self.hidden));
        Value::Map(map)
    }

    /// The inverse of [`Self::value`]; parts that are missing stay empty.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let m = value.map()?;
        let text = |at: u16| {
            m.get(&at)
                .and_then(Value::text)
                .map(str::to_owned)
                .unwrap_or_default()
        };
        Some(Self {
            kind: text(1),
            name: text(2),
            place: text(3),
            phones: match m.get(&4) {
                Some(Value::Texts(list)) => list.clone(),
                _ => Vec::new(),
            },
            email: text(5),
            website: text(6),
            note: text(7),
            source: text(8),
            by: text(9),
            at: m.get(&10).and_then(Value::int).unwrap_or_default(),
            hidden: m.get(&11).and_then(Value::bool).unwrap_or_default(),
        })
    }

    /// All entries of a page with their ids, each with how many others were written without knowing of it.
    #[must_use]
    pub fn all(page: &Record) -> Vec<([u8; 16], Self, usize)> {
        let slots = page.slots().iter();
        slots
            .filter(|(key, _)| key.field == Field::DirectoryEntry as u16)
            .filter_map(|(key, slot)| {
                let entry = Self::read(slot.value()?)?;
                Some((key.item?, entry, slot.others().count()))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
