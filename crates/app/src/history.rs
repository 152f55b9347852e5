//! A person's history in words a list can show. The UI translates field and source codes.

use crate::changes::device_name;
use crate::dto::{AppError, HistoryRow};
use crate::places;
use crate::session::Session;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use ugnay_model::{DeviceHash, Field, Key, PersonId, Phone, Value};
use ugnay_register::{ChangeKind, HistoryEntry};

impl Session {
    /// What happened to a person, and to the entries merged into theirs, newest first.
    pub(crate) fn history_of(&self, id: PersonId) -> Result<Vec<HistoryRow>, AppError> {
        let mut entries = Vec::new();
        for one in self.with_absorbed(id)? {
            entries.extend(self.register.history(one)?);
        }
        entries.sort_by_key(|e| Reverse(e.change_set));
        Ok(rows(&entries, &self.labels()?))
    }
}

/// Values that only order or link things.
pub(crate) fn is_link(key: Key) -> bool {
    matches!(
        Field::from_code(key.field),
        Some(
            Field::ContactOrder
                | Field::PsgcRelease
                | Field::Provenance
                | Field::Merged
                | Field::MergedInto
                | Field::NotSame
        )
    )
}

/// Whether a change put something else in the place of what was held about somebody: answers, calls and confirmations are
/// no corrections, and what was filled in for the first time is none.
fn corrects(e: &HistoryEntry, row: &HistoryRow) -> bool {
    let event = matches!(
        Field::from_code(e.key.field),
        Some(
            Field::Confirmed
                | Field::Attempt
                | Field::Note
                | Field::Removed
                | Field::ContactRemoved
        )
    );
    let consent = row.field.starts_with("consent_");
    !event && !consent && row.before.is_some() && row.before != row.after
}

/// Who changed something: the officer, or the device it came from; empty where neither is known.
fn by(e: &HistoryEntry, labels: &BTreeMap<DeviceHash, String>) -> String {
    match (e.kind, e.stamp) {
        (ChangeKind::Sync, Some(dot)) => device_name(labels, &dot.device),
        (ChangeKind::Sync | ChangeKind::Import, _) => String::new(),
        _ => e.detail.clone(),
    }
}

/// Rows, newest first. Values that only order or link things are left out.
pub(crate) fn rows(
    entries: &[HistoryEntry],
    labels: &BTreeMap<DeviceHash, String>,
) -> Vec<HistoryRow> {
    let shown = entries.iter().filter(|e| !is_link(e.key));
    shown
        .map(|e| {
            let mut row = HistoryRow {
                at: e.at,
                field: field_code(e.key),
                before: e.old.as_ref().map(words).filter(|w| !w.is_empty()),
                after: e.new.as_ref().map(words).filter(|w| !w.is_empty()),
                source: e.kind.code().to_owned(),
                change_set: e.change_set.0.to_string(),
                by: by(e, labels),
                correction: false,
            };
            row.correction = corrects(e, &row);
            row
        })
        .collect()
}

/// The stable code of a field: its name in snake case, `unknown` for one of a later version.
pub(crate) fn field_code(key: Key) -> String {
    let Some(field) = Field::from_code(key.field) else {
        return "unknown".to_owned();
    };
    let mut out = String::new();
    for c in format!("{field:?}").chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// A value in words.
pub(crate) fn words(value: &Value) -> String {
    match value {
        Value::Gone | Value::Ids(_) | Value::Raw(_) => String::new(),
        Value::Text(t) => t.clone(),
        Value::Int(i) => i.to_string(),
        Value::Bool(b) => if *b { "yes" } else { "no" }.to_owned(),
        Value::Date(d) => d.to_string(),
        Value::Psgc(p) => places::path(*p),
        Value::Country(c) => places::country_name(*c),
        Value::Phones(list) => list.iter().map(Phone::shown).collect::<Vec<_>>().join(", "),
        Value::Texts(list) => list.join(", "),
        Value::Map(m) => m
            .values()
            .map(words)
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    }
}
