//! What a contingency plan says: a text for all times and one for each alert level, kept beside each other when two officers
//! wrote without knowing of it.

use crate::{AlertLevel, Field, Key, Record, Value, ValueMap};

/// One text of a plan.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PlanText {
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When (Unix seconds).
    pub at: i64,
}

/// Redacted: a plan says who meets where.
impl core::fmt::Debug for PlanText {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("PlanText(…)")
    }
}

impl PlanText {
    /// Where the text for a level stands on its page; without a level, the one for all times.
    #[must_use]
    pub fn key(level: Option<AlertLevel>) -> Key {
        let mut item = [0; 16];
        if let Some(first) = item.first_mut() {
            *first = level.map_or(0, AlertLevel::number);
        }
        Field::PlanText.of(item)
    }

    /// The text as one value.
    #[must_use]
    pub fn value(&self) -> Value {
        Value::Map(ValueMap::from([
            (1, Value::Text(self.text.clone())),
            (2, Value::Text(self.by.clone())),
            (3, Value::Int(self.at)),
        ]))
    }

    fn read(value: &Value) -> Option<Self> {
        let m = value.map()?;
        Some(Self {
            text: m.get(&1)?.text()?.to_owned(),
            by: m.get(&2)?.text()?.to_owned(),
            at: m.get(&3)?.int()?,
        })
    }

    /// The texts for a level that are alive on a page, the latest first.
    #[must_use]
    pub fn of(page: &Record, level: Option<AlertLevel>) -> Vec<Self> {
        let Some(slot) = page.slots().get(&Self::key(level)) else {
            return Vec::new();
        };
        let shown = slot.value().into_iter().chain(slot.others());
        shown.filter_map(Self::read).collect()
    }
}

#[cfg(test)]
mod tests;
