//! What the officers of a register decided about it, the same on all its devices: how long an entry is kept before somebody has
//! to look at it again.

use crate::{Field, Record, Value, ValueMap};

/// How long entries are kept before somebody has to look at them.
#[derive(Clone, PartialEq, Eq)]
pub struct KeepFor {
    /// So many years after the last confirmation; who was never confirmed counts from when the entry came in.
    pub after_confirmed: u32,
    /// So many years after the return, for who is back home.
    pub after_returned: u32,
    /// Who decided.
    pub by: String,
    /// When (Unix seconds).
    pub at: i64,
}

/// Redacted: it names an officer.
impl core::fmt::Debug for KeepFor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (confirmed, returned) = (self.after_confirmed, self.after_returned);
        write!(f, "KeepFor({confirmed}, {returned})")
    }
}

impl KeepFor {
    /// The rule as a change of [`crate::Page::Rules`].
    #[must_use]
    pub fn change(&self) -> crate::Change {
        let map = ValueMap::from([
            (1, Value::Int(i64::from(self.after_confirmed))),
            (2, Value::Int(i64::from(self.after_returned))),
            (3, Value::Text(self.by.clone())),
            (4, Value::Int(self.at)),
        ]);
        (Field::KeepFor.key(), Value::Map(map))
    }

    /// The rule that stands on the page, if one was set.
    #[must_use]
    pub fn of(page: &Record) -> Option<Self> {
        let value = page.values().remove(&Field::KeepFor.key())?;
        let m = value.map()?;
        let years = |at: u16| u32::try_from(m.get(&at)?.int()?).ok();
        Some(Self {
            after_confirmed: years(1)?,
            after_returned: years(2)?,
            by: m.get(&3)?.text()?.to_owned(),
            at: m.get(&4)?.int()?,
        })
    }
}
