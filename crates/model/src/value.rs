//! Values a slot can hold. A value this version does not know is kept byte for byte.

use crate::{Country, PartialDate, Phone, Psgc};

/// A small map of numbered parts, for values that are written and read as one.
pub type ValueMap = std::collections::BTreeMap<u16, Value>;

/// A field's value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Taken away.
    Gone,
    /// Text.
    Text(String),
    /// A number; times are Unix seconds.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A date at its precision.
    Date(PartialDate),
    /// A home area.
    Psgc(Psgc),
    /// A country.
    Country(Country),
    /// Phones in order.
    Phones(Vec<Phone>),
    /// Several texts in order.
    Texts(Vec<String>),
    /// Several ids in order.
    Ids(Vec<[u8; 16]>),
    /// Numbered parts.
    Map(ValueMap),
    /// From a later version: the CBOR item as it came.
    Raw(Vec<u8>),
}

/// Redacted: a value may be a name, a phone or a note.
impl core::fmt::Debug for Value {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let kind = match self {
            Self::Gone => "Gone",
            Self::Text(_) => "Text",
            Self::Int(_) => "Int",
            Self::Bool(_) => "Bool",
            Self::Date(_) => "Date",
            Self::Psgc(_) => "Psgc",
            Self::Country(_) => "Country",
            Self::Phones(_) => "Phones",
            Self::Texts(_) => "Texts",
            Self::Ids(_) => "Ids",
            Self::Map(_) => "Map",
            Self::Raw(_) => "Raw",
        };
        write!(f, "{kind}(…)")
    }
}

impl Value {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(t) = self {
            Some(t)
        } else {
            None
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn int(&self) -> Option<i64> {
        if let Self::Int(i) = self {
            Some(*i)
        } else {
            None
        }
    }

    /// The truth value, if it is one.
    #[must_use]
    pub fn bool(&self) -> Option<bool> {
        if let Self::Bool(b) = self {
            Some(*b)
        } else {
            None
        }
    }

    /// The parts, if it is a map.
    #[must_use]
    pub fn map(&self) -> Option<&ValueMap> {
        if let Self::Map(m) = self {
            Some(m)
        } else {
            None
        }
    }

    /// Text, or nothing for an empty one.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self::Text(text.to_owned()))
    }
}
