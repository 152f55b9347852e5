//! A person's card as a typed view of a record's values.

use crate::{Contact, Country, Field, Key, PartialDate, PersonId, Phone, Psgc, Value, ValueMap};
use std::collections::{BTreeMap, BTreeSet};

/// Sex as recorded.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sex {
    F,
    M,
    X,
}

impl Sex {
    /// `F`, `M` or `X`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::F => "F",
            Self::M => "M",
            Self::X => "X",
        }
    }

    /// The inverse of [`Self::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "F" => Some(Self::F),
            "M" => Some(Self::M),
            "X" => Some(Self::X),
            _ => None,
        }
    }
}

/// When the entry was last confirmed, by which officer, from whom.
#[derive(Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Unix seconds (display only).
    pub at: i64,
    /// The officer.
    pub by: String,
    /// Who said so: a contact's name or `self`.
    pub from: String,
}

/// The card: the minimum that saves a life.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Whose card.
    pub id: PersonId,
    /// Surname.
    pub surname: String,
    /// Given names.
    pub given: String,
    /// Middle name: the mother's surname.
    pub middle: Option<String>,
    /// Jr., Sr., III.
    pub suffix: Option<String>,
    /// Nickname.
    pub nickname: Option<String>,
    /// Date of birth at its precision.
    pub birth: Option<PartialDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Home barangay.
    pub barangay: Option<Psgc>,
    /// The PSGC release the code was taken from.
    pub psgc_release: Option<String>,
    /// Purok or sitio.
    pub purok: Option<String>,
    /// Destination country.
    pub country: Option<Country>,
    /// Destination place.
    pub place: Option<String>,
    /// Works at sea.
    pub sea_based: bool,
    /// Occupation as said.
    pub occupation: Option<String>,
    /// Employer or household.
    pub employer: Option<String>,
    /// Worksite or vessel.
    pub worksite: Option<String>,
    /// Own phones.
    pub phones: Vec<Phone>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Messenger and social handles.
    pub handles: Vec<String>,
    /// Language, BCP 47.
    pub language: Option<String>,
    /// A note for emergencies only.
    pub emergency_note: Option<String>,
    /// Last confirmation.
    pub confirmed: Option<Confirmation>,
    /// Family contacts in calling order.
    pub contacts: Vec<Contact>,
}

/// Redacted: only the id is shown.
impl core::fmt::Debug for Person {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Person({})", self.id)
    }
}

impl Person {
    /// A card with names only.
    #[must_use]
    pub fn new(id: PersonId, surname: impl Into<String>, given: impl Into<String>) -> Self {
        Self {
            id,
            surname: surname.into(),
            given: given.into(),
            middle: None,
            suffix: None,
            nickname: None,
            birth: None,
            sex: None,
            barangay: None,
            psgc_release: None,
            purok: None,
            country: None,
            place: None,
            sea_based: false,
            occupation: None,
            employer: None,
            worksite: None,
            phones: Vec::new(),
            emails: Vec::new(),
            handles: Vec::new(),
            language: None,
            emergency_note: None,
            confirmed: None,
            contacts: Vec::new(),
        }
    }

    /// `Surname, Given Middle Suffix`, for lists sorted by surname.
    #[must_use]
    pub fn list_name(&self) -> String {
        let rest: Vec<&str> = [
            Some(self.given.as_str()),
            self.middle.as_deref(),
            self.suffix.as_deref(),
        ]
        .into_iter()
        .flatten()
        .filter(|s| !s.is_empty())
        .collect();
        match (self.surname.is_empty(), rest.is_empty()) {
            (false, false) => format!("{}, {}", self.surname, rest.join(" ")),
            (false, true) => self.surname.clone(),
            _ => rest.join(" "),
        }
    }

    /// The card's values by key.
    #[must_use]
    pub fn values(&self) -> BTreeMap<Key, Value> {
        let mut out = BTreeMap::new();
        let mut put = |field: Field, value: Option<Value>| {
            if let Some(v) = value {
                out.insert(field.key(), v);
            }
        };
        let text = |t: &Option<String>| t.as_deref().and_then(Value::from_text);
        let texts = |t: &Vec<String>| (!t.is_empty()).then(|| Value::Texts(t.clone()));
        put(Field::Surname, Value::from_text(&self.surname));
        put(Field::Given, Value::from_text(&self.given));
        put(Field::Middle, text(&self.middle));
        put(Field::Suffix, text(&self.suffix));
        put(Field::Nickname, text(&self.nickname));
        put(Field::Birth, self.birth.map(Value::Date));
        put(
            Field::Sex,
            self.sex.map(|s| Value::Text(s.code().to_owned())),
        );
        put(Field::Barangay, self.barangay.map(Value::Psgc));
        put(Field::PsgcRelease, text(&self.psgc_release));
        put(Field::Purok, text(&self.purok));
        put(Field::Country, self.country.map(Value::Country));
        put(Field::Place, text(&self.place));
        put(Field::SeaBased, self.sea_based.then_some(Value::Bool(true)));
        put(Field::Occupation, text(&self.occupation));
        put(Field::Employer, text(&self.employer));
        put(Field::Worksite, text(&self.worksite));
        put(
            Field::Phones,
            (!self.phones.is_empty()).then(|| Value::Phones(self.phones.clone())),
        );
        put(Field::Emails, texts(&self.emails));
        put(Field::Handles, texts(&self.handles));
        put(Field::Language, text(&self.language));
        put(Field::EmergencyNote, text(&self.emergency_note));
        put(
            Field::Confirmed,
            self.confirmed.as_ref().map(Confirmation::value),
        );
        let order: Vec<_> = self.contacts.iter().map(|c| c.id.to_bytes()).collect();
        put(
            Field::ContactOrder,
            (!order.is_empty()).then_some(Value::Ids(order)),
        );
        for contact in &self.contacts {
            contact.write_values(&mut out);
        }
        out
    }

    /// Reads a card from values; a removed person reads as `None`.
    #[must_use]
    pub fn read(id: PersonId, values: &BTreeMap<Key, Value>) -> Option<Self> {
        let get = |f: Field| values.get(&f.key());
        if get(Field::Removed).and_then(Value::bool) == Some(true) {
            return None;
        }
        let text = |f: Field| get(f).and_then(Value::text).map(str::to_owned);
        let texts = |f: Field| match get(f) {
            Some(Value::Texts(t)) => t.clone(),
            _ => Vec::new(),
        };
        let mut p = Self::new(
            id,
            text(Field::Surname).unwrap_or_default(),
            text(Field::Given).unwrap_or_default(),
        );
        p.middle = text(Field::Middle);
        p.suffix = text(Field::Suffix);
        p.nickname = text(Field::Nickname);
        p.birth = get(Field::Birth).and_then(|v| {
            if let Value::Date(d) = v {
                Some(*d)
            } else {
                None
            }
        });
        p.sex = get(Field::Sex)
            .and_then(Value::text)
            .and_then(Sex::from_code);
        p.barangay = get(Field::Barangay).and_then(|v| {
            if let Value::Psgc(c) = v {
                Some(*c)
            } else {
                None
            }
        });
        p.psgc_release = text(Field::PsgcRelease);
        p.purok = text(Field::Purok);
        p.country = get(Field::Country).and_then(|v| {
            if let Value::Country(c) = v {
                Some(*c)
            } else {
                None
            }
        });
        p.place = text(Field::Place);
        p.sea_based = get(Field::SeaBased).and_then(Value::bool).unwrap_or(false);
        p.occupation = text(Field::Occupation);
        p.employer = text(Field::Employer);
        p.worksite = text(Field::Worksite);
        p.phones = match get(Field::Phones) {
            Some(Value::Phones(list)) => list.clone(),
            _ => Vec::new(),
        };
        p.emails = texts(Field::Emails);
        p.handles = texts(Field::Handles);
        p.language = text(Field::Language);
        p.emergency_note = text(Field::EmergencyNote);
        p.confirmed = get(Field::Confirmed)
            .and_then(Value::map)
            .and_then(Confirmation::read);
        p.contacts = read_contacts(values);
        Some(p)
    }
}

fn read_contacts(values: &BTreeMap<Key, Value>) -> Vec<Contact> {
    let order = match values.get(&Field::ContactOrder.key()) {
        Some(Value::Ids(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    let named: BTreeSet<[u8; 16]> = values
        .keys()
        .filter(|k| k.field == Field::ContactName as u16)
        .filter_map(|k| k.item)
        .collect();
    let unordered = named.iter().filter(|id| !order.contains(id));
    let mut seen = BTreeSet::new();
    order
        .iter()
        .chain(unordered)
        .filter(|id| seen.insert(**id))
        .filter_map(|id| Contact::read(*id, values))
        .collect()
}

impl Confirmation {
    fn value(&self) -> Value {
        Value::Map(ValueMap::from([
            (1, Value::Int(self.at)),
            (2, Value::Text(self.by.clone())),
            (3, Value::Text(self.from.clone())),
        ]))
    }

    fn read(map: &ValueMap) -> Option<Self> {
        Some(Self {
            at: map.get(&1)?.int()?,
            by: map.get(&2)?.text()?.to_owned(),
            from: map.get(&3)?.text()?.to_owned(),
        })
    }
}
