//! The shown values of a person, flat: what a list needs, and the words a person is found by.
//!
//! Owns how a pair of records becomes one row. Must not read or write the store.

use crate::table::record::Pair;
use crate::text::{fold, phone_words};
use std::collections::BTreeMap;
use ugnay_model::{
    CaseFile, Country, Field, Key, PartialDate, Person, PersonId, Psgc, Purpose, Record, Relation,
    Value,
};

/// The first family contact, as a list shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct FirstContact {
    /// Name as said.
    pub name: String,
    /// Relation to the person.
    pub relation: Option<Relation>,
    /// The phone to dial first.
    pub phone: Option<String>,
}

/// One row of a list of people.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Whose row.
    pub id: PersonId,
    /// Surname.
    pub surname: String,
    /// Given names.
    pub given: String,
    /// Middle name.
    pub middle: Option<String>,
    /// Jr., Sr., III.
    pub suffix: Option<String>,
    /// Nickname.
    pub nickname: Option<String>,
    /// Date of birth.
    pub birth: Option<PartialDate>,
    /// Home barangay.
    pub barangay: Option<Psgc>,
    /// Purok or sitio.
    pub purok: Option<String>,
    /// Destination country.
    pub country: Option<Country>,
    /// Destination place.
    pub place: Option<String>,
    /// Works at sea.
    pub sea_based: bool,
    /// Occupation.
    pub occupation: Option<String>,
    /// Employer.
    pub employer: Option<String>,
    /// Whom to call first.
    pub first_contact: Option<FirstContact>,
    /// How many family contacts.
    pub contacts: u32,
    /// The person's own first phone.
    pub phone: Option<String>,
    /// How many own phones.
    pub phones: u32,
    /// When last confirmed (Unix seconds).
    pub confirmed_at: Option<i64>,
    /// Came home, as said.
    pub returned: Option<String>,
    /// Consents given.
    pub consents: Vec<Purpose>,
    /// Consents refused or withdrawn.
    pub refusals: Vec<Purpose>,
    /// Removed.
    pub removed: bool,
    /// Erased: removed, and nothing is left but the id.
    pub erased: bool,
    /// A safety field has several values alive.
    pub has_conflict: bool,
}

impl core::fmt::Debug for PersonRow {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "PersonRow({})", self.id)
    }
}

impl core::fmt::Debug for FirstContact {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("FirstContact(…)")
    }
}

/// A row with what only the store needs.
pub(crate) struct View {
    pub row: PersonRow,
    pub sort_key: String,
    pub all_contacts: String,
    pub all_phones: String,
    pub words: String,
}

/// Bits of purposes, in the order of [`Purpose::ALL`].
pub(crate) fn purpose_bits(purposes: &[Purpose]) -> u8 {
    let bit = |p: &Purpose| {
        let at = Purpose::ALL.iter().position(|q| q == p).unwrap_or(7);
        1_u8.checked_shl(u32::try_from(at).unwrap_or(7))
            .unwrap_or(0)
    };
    purposes.iter().map(bit).fold(0, |a, b| a | b)
}

/// The inverse of [`purpose_bits`].
pub(crate) fn purposes_of(bits: u8) -> Vec<Purpose> {
    let set = |p: &Purpose| purpose_bits(&[*p]) & bits != 0;
    Purpose::ALL.into_iter().filter(set).collect()
}

/// Builds the row of a person from both records. A removed person keeps its values for the list of removed ones.
pub(crate) fn view(id: PersonId, pair: &Pair) -> View {
    let mut card = pair.card.as_ref().map(Record::values).unwrap_or_default();
    let case = pair.case.as_ref().map(Record::values).unwrap_or_default();
    let removed = card
        .remove(&Field::Removed.key())
        .as_ref()
        .and_then(Value::bool)
        == Some(true);
    let mark = card.remove(&Field::Erased.key());
    let marked = mark.as_ref().and_then(Value::bool) == Some(true);
    let erased = removed && (marked || (card.is_empty() && case.is_empty()));
    let conflict = |r: &Option<Record>| r.as_ref().is_some_and(|r| r.conflicts().next().is_some());
    let person = Person::read(id, &card).unwrap_or_else(|| Person::new(id, "", ""));
    let file = CaseFile::read(id, &case);
    let mut row = row(person_row(&person), &file);
    row.removed = removed;
    row.erased = erased;
    row.has_conflict = conflict(&pair.card) || conflict(&pair.case);
    View {
        sort_key: sort_key(&person),
        all_contacts: joined(person.contacts.iter().map(|c| c.name.as_str())),
        all_phones: joined(phones(&person)),
        words: words(&person, &card),
        row,
    }
}

fn phones(person: &Person) -> impl Iterator<Item = &str> {
    let contacts = person.contacts.iter().flat_map(|c| &c.phones);
    person.phones.iter().chain(contacts).map(|p| p.shown())
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join("\n")
}

fn sort_key(person: &Person) -> String {
    let part = |t: &str| fold(t);
    let middle = person.middle.as_deref().unwrap_or_default();
    // U+0001 sorts before every letter and the space, so short surnames come first.
    format!(
        "{}\u{1}{}\u{1}{}",
        part(&person.surname),
        part(&person.given),
        part(middle)
    )
}

fn person_row(p: &Person) -> PersonRow {
    let first = p.contacts.first().map(|c| FirstContact {
        name: c.name.clone(),
        relation: c.relation,
        phone: c.phones.first().map(|p| p.shown().to_owned()),
    });
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    PersonRow {
        id: p.id,
        surname: p.surname.clone(),
        given: p.given.clone(),
        middle: p.middle.clone(),
        suffix: p.suffix.clone(),
        nickname: p.nickname.clone(),
        birth: p.birth,
        barangay: p.barangay,
        purok: p.purok.clone(),
        country: p.country,
        place: p.place.clone(),
        sea_based: p.sea_based,
        occupation: p.occupation.clone(),
        employer: p.employer.clone(),
        first_contact: first,
        contacts: count(p.contacts.len()),
        phone: p.phones.first().map(|p| p.shown().to_owned()),
        phones: count(p.phones.len()),
        confirmed_at: p.confirmed.as_ref().map(|c| c.at),
        returned: None,
        consents: Vec::new(),
        refusals: Vec::new(),
        removed: false,
        erased: false,
        has_conflict: false,
    }
}

fn row(mut row: PersonRow, file: &CaseFile) -> PersonRow {
    row.returned.clone_from(&file.returned);
    for (purpose, consent) in &file.consents {
        if consent.given {
            row.consents.push(*purpose);
        } else {
            row.refusals.push(*purpose);
        }
    }
    row
}

/// Folded words: names, contacts, places, work, phones in every way they are typed.
fn words(person: &Person, card: &BTreeMap<Key, Value>) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut push = |t: &str| {
        let folded = fold(t);
        if !folded.is_empty() {
            out.push(folded);
        }
    };
    push(&person.surname);
    if person.surname.contains([' ', '-']) {
        let squashed: String = fold(&person.surname).split(' ').collect();
        push(&squashed);
    }
    push(&person.given);
    let optional = [
        &person.middle,
        &person.nickname,
        &person.purok,
        &person.place,
        &person.occupation,
        &person.employer,
        &person.worksite,
    ];
    optional.into_iter().flatten().for_each(|t| push(t));
    for contact in &person.contacts {
        push(&contact.name);
    }
    if let Some(Value::Country(c)) = card.get(&Field::Country.key()) {
        push(c.as_str());
    }
    for phone in phones(person) {
        phone_words(phone).iter().for_each(|w| push(w));
    }
    out.join(" ")
}

#[cfg(test)]
mod tests;
