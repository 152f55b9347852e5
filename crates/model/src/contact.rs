//! Family contacts, their relation, and phones.

use crate::{ContactId, Field, Key, Value};
use core::str::FromStr;
use std::collections::BTreeMap;

/// A phone number: as typed, and as it will be dialled when it could be read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Phone {
    /// What was typed, kept for ever.
    pub typed: String,
    /// E.164, or nothing when it could not be read.
    pub e164: Option<String>,
}

impl core::fmt::Debug for Phone {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Phone(…)")
    }
}

impl Phone {
    /// What to show and dial: E.164 where known, else as typed.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.e164.as_deref().unwrap_or(&self.typed)
    }
}

macro_rules! relations {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// How a contact is related to the person. A closed list; what was typed goes into the history.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum Relation { $($name,)* }

        impl Relation {
            /// All relations.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code in files and on the wire.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }

        impl FromStr for Relation {
            type Err = UnknownRelation;
            fn from_str(s: &str) -> Result<Self, UnknownRelation> {
                match s { $($text => Ok(Self::$name),)* _ => Err(UnknownRelation) }
            }
        }
    };
}

/// The relation is not in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a known relation")]
pub struct UnknownRelation;

relations! {
    Spouse = "spouse", Partner = "partner", Mother = "mother", Father = "father", Child = "child",
    Sibling = "sibling", Grandparent = "grandparent", Grandchild = "grandchild", AuntUncle = "aunt_uncle",
    Cousin = "cousin", NieceNephew = "niece_nephew", ParentInLaw = "parent_in_law",
    ChildInLaw = "child_in_law", SiblingInLaw = "sibling_in_law", Godparent = "godparent",
    Guardian = "guardian", Neighbour = "neighbour", Friend = "friend", Employer = "employer",
    Other = "other",
}

/// A family contact.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// Which contact.
    pub id: ContactId,
    /// Name as said.
    pub name: String,
    /// Relation to the person.
    pub relation: Option<Relation>,
    /// Phones, best first.
    pub phones: Vec<Phone>,
    /// Messenger or social handle.
    pub handle: Option<String>,
    /// Language, BCP 47.
    pub language: Option<String>,
    /// Where they live.
    pub place: Option<String>,
    /// Best hours to call.
    pub hours: Option<String>,
    /// Knows where the person works.
    pub knows_where: bool,
}

impl core::fmt::Debug for Contact {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Contact({})", self.id)
    }
}

impl Contact {
    /// A contact with a name only.
    #[must_use]
    pub fn new(id: ContactId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            relation: None,
            phones: Vec::new(),
            handle: None,
            language: None,
            place: None,
            hours: None,
            knows_where: false,
        }
    }

    pub(crate) fn write_values(&self, out: &mut BTreeMap<Key, Value>) {
        let mut put = |field: Field, value: Option<Value>| {
            if let Some(v) = value {
                out.insert(field.of(self.id.to_bytes()), v);
            }
        };
        put(Field::ContactName, Some(Value::Text(self.name.clone())));
        put(
            Field::ContactRelation,
            self.relation.map(|r| Value::Text(r.code().to_owned())),
        );
        put(
            Field::ContactPhones,
            (!self.phones.is_empty()).then(|| Value::Phones(self.phones.clone())),
        );
        put(
            Field::ContactHandle,
            self.handle.as_deref().and_then(Value::from_text),
        );
        put(
            Field::ContactLanguage,
            self.language.as_deref().and_then(Value::from_text),
        );
        put(
            Field::ContactPlace,
            self.place.as_deref().and_then(Value::from_text),
        );
        put(
            Field::ContactHours,
            self.hours.as_deref().and_then(Value::from_text),
        );
        put(
            Field::ContactKnowsWhere,
            self.knows_where.then_some(Value::Bool(true)),
        );
    }

    pub(crate) fn read(id: [u8; 16], values: &BTreeMap<Key, Value>) -> Option<Self> {
        let get = |f: Field| values.get(&f.of(id));
        let text = |f: Field| get(f).and_then(Value::text).map(str::to_owned);
        if get(Field::ContactRemoved).and_then(Value::bool) == Some(true) {
            return None;
        }
        Some(Self {
            id: ContactId::from_bytes(id),
            name: text(Field::ContactName)?,
            relation: get(Field::ContactRelation)
                .and_then(Value::text)
                .and_then(|t| t.parse().ok()),
            phones: match get(Field::ContactPhones) {
                Some(Value::Phones(p)) => p.clone(),
                _ => Vec::new(),
            },
            handle: text(Field::ContactHandle),
            language: text(Field::ContactLanguage),
            place: text(Field::ContactPlace),
            hours: text(Field::ContactHours),
            knows_where: get(Field::ContactKnowsWhere)
                .and_then(Value::bool)
                .unwrap_or(false),
        })
    }
}
