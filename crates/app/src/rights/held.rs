//! What is held about somebody, in rows a paper can show. Labels and codes are keys of the catalogue (`#field-surname`); values
//! are words. Must not leave out a value; what only orders or links things is in the data file alone.

use crate::history::{field_code, is_link, words};
use crate::paper::day;
use ugnay_model::{Attempt, AttemptId, Field, Key, Person, PersonId, Purpose, Record, Slot, Value};
use ugnay_paper::sheets::{Held, Section};

/// Languages with a name in the catalogue.
const SPEECH: [&str; 13] = [
    "fil", "ceb", "ilo", "hil", "bik", "war", "pam", "pag", "en", "ar", "zh", "es", "it",
];

/// The key of a field's name.
pub(super) fn label(key: Key) -> String {
    let code = field_code(key);
    match code.strip_prefix("contact_") {
        Some(part) => format!("#field-contact-{part}"),
        None => format!("#field-{code}"),
    }
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join("; ")
}

/// A value in words or keys.
pub(super) fn value(key: Key, v: &Value) -> String {
    let code = |kind: &str, v: &Value| v.text().map(|t| format!("#{kind}-{t}"));
    let spoken = |v: &Value| {
        v.text()
            .filter(|t| SPEECH.contains(t))
            .map(|t| format!("#speech-{t}"))
    };
    let said = match (Field::from_code(key.field), v) {
        (_, Value::Raw(_)) => Some("#pr-later".to_owned()),
        (_, Value::Bool(b)) => Some(if *b { "#yes" } else { "#no" }.to_owned()),
        (Some(Field::Sex), v) => code("sex", v),
        (Some(Field::ContactRelation), v) => code("relation", v),
        (Some(Field::Language | Field::ContactLanguage), v) => spoken(v),
        (Some(Field::Attempt), v) => key
            .item
            .and_then(|id| attempt(AttemptId::from_bytes(id), v)),
        (Some(Field::Confirmed | Field::Note), Value::Map(m)) => {
            Some(joined(m.values().map(|v| {
                // Of what stands in them the only number is a time.
                v.int().map_or_else(|| words(v), day)
            })))
        }
        _ => None,
    };
    said.unwrap_or_else(|| words(v))
}

fn attempt(id: AttemptId, v: &Value) -> Option<String> {
    let a = Attempt::read(id, v)?;
    let safety = a.safety.map(|s| format!("#safety-{}", s.code()));
    let step = a.step.map(|s| s.code().replace('_', " "));
    let needs = a.needs.iter().map(|n| format!("#need-{}", n.code()));
    let first = [day(a.at), a.result.code().replace('_', " ")];
    Some(joined(
        first.into_iter().chain(safety).chain(needs).chain(step),
    ))
}

/// What stands at a key, with values kept beside it.
fn row(key: Key, slot: &Slot) -> Option<Held> {
    let shown = slot.value()?;
    let field = Field::from_code(key.field);
    let consent = Purpose::ALL.iter().any(|p| p.field().key() == key);
    let apart = matches!(field, Some(Field::Removed | Field::ContactRemoved));
    if is_link(key) || consent || apart {
        return None;
    }
    let all = core::iter::once(shown).chain(slot.others());
    let value = joined(all.map(|v| value(key, v)));
    (!value.is_empty()).then(|| Held {
        label: label(key),
        value,
    })
}

/// Every value of a record that is not a family contact's.
pub(super) fn rows(record: Option<&Record>) -> Vec<Held> {
    let slots = record.iter().flat_map(|r| r.slots());
    let own = slots.filter(|(k, _)| !field_code(**k).starts_with("contact_"));
    own.filter_map(|(k, s)| row(*k, s)).collect()
}

/// A section for each family contact, in calling order; contacts that were taken out are still held, and come last.
pub(super) fn contacts(id: PersonId, card: Option<&Record>) -> Vec<Section> {
    let Some(card) = card else {
        return Vec::new();
    };
    let shown = Person::read(id, &card.values());
    let order = shown
        .iter()
        .flat_map(|p| p.contacts.iter().map(|c| c.id.to_bytes()));
    let mut ids: Vec<[u8; 16]> = order.collect();
    for item in card.slots().keys().filter_map(|k| k.item) {
        if !ids.contains(&item) {
            ids.push(item);
        }
    }
    let of = |item: [u8; 16]| {
        let slots = card
            .slots()
            .iter()
            .filter(move |(k, _)| k.item == Some(item));
        Section {
            title: "#pr-contact".to_owned(),
            rows: slots.filter_map(|(k, s)| row(*k, s)).collect(),
        }
    };
    ids.into_iter()
        .map(of)
        .filter(|s| !s.rows.is_empty())
        .collect()
}
