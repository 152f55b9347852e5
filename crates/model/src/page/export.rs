//! Something that was given out of the register: who gave it, when, to whom, why, in which form, of how many people, and which
//! fields. Never whose, and never where the file was put.

use crate::{Field, Key, Record, Value, ValueMap};

/// An export, an access copy or a sheet with names on it, as it is written down.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ExportMade {
    /// When (Unix seconds); of several, the latest.
    pub at: i64,
    /// The officer.
    pub by: String,
    /// Who got it, as said; empty: it stayed with the officer, or went to the person it is about.
    pub to: String,
    /// Code of what for.
    pub purpose: String,
    /// What for, in the officer's words.
    pub why: String,
    /// Code of the form: a format, or a kind of sheet.
    pub kind: String,
    /// People in it; of several, of all together.
    pub persons: u32,
    /// How many times the same was made that day. Sheets about one person are counted together.
    pub times: u32,
    /// Codes of the groups of fields, and of single fields.
    pub fields: Vec<String>,
}

/// Redacted: it names an officer and who got something.
impl core::fmt::Debug for ExportMade {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "ExportMade({}, {})", self.kind, self.persons)
    }
}

impl ExportMade {
    /// Where it stands on its page.
    #[must_use]
    pub fn key(id: [u8; 16]) -> Key {
        Field::ExportMade.of(id)
    }

    /// It as one value.
    #[must_use]
    pub fn value(&self) -> Value {
        let texts = [
            (2, &self.by),
            (3, &self.to),
            (4, &self.purpose),
            (5, &self.why),
            (6, &self.kind),
        ];
        let mut map: ValueMap = texts
            .into_iter()
            .filter_map(|(at, text)| Some((at, Value::from_text(text)?)))
            .collect();
        map.insert(1, Value::Int(self.at));
        map.insert(7, Value::Int(i64::from(self.persons)));
        map.insert(8, Value::Int(i64::from(self.times)));
        map.insert(9, Value::Texts(self.fields.clone()));
        Value::Map(map)
    }

    /// The inverse of [`Self::value`]; texts that are missing are empty.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let m = value.map()?;
        let text = |at: u16| {
            let found = m.get(&at).and_then(Value::text);
            found.unwrap_or_default().to_owned()
        };
        let count = |at: u16| u32::try_from(m.get(&at)?.int()?).ok();
        Some(Self {
            at: m.get(&1)?.int()?,
            by: text(2),
            to: text(3),
            purpose: text(4),
            why: text(5),
            kind: text(6),
            persons: count(7)?,
            times: count(8)?,
            fields: match m.get(&9) {
                Some(Value::Texts(list)) => list.clone(),
                _ => Vec::new(),
            },
        })
    }

    /// All of a page, with their ids.
    #[must_use]
    pub fn all(page: &Record) -> Vec<([u8; 16], Self)> {
        let values = page.values().into_iter();
        values
            .filter(|(key, _)| key.field == Field::ExportMade as u16)
            .filter_map(|(key, value)| Some((key.item?, Self::read(&value)?)))
            .collect()
    }
}
