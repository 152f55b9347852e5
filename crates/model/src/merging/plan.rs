//! What the kept entry shows after a merge. Pure; writes nothing.

use super::contacts::{Contacts, joined};
use super::{Side, Values, all_phones, follows, of_contact};
use crate::{Field, Key, PartialDate, Phone, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What the kept entry is to show.
#[derive(Clone, PartialEq, Eq)]
pub struct Plan {
    /// Every value by key; [`Value::Gone`] where nothing is to be shown.
    pub target: Values,
    /// Contacts of the absorbed entry that the kept one had already, and under which id.
    pub same: BTreeMap<[u8; 16], [u8; 16]>,
}

/// Redacted.
impl core::fmt::Debug for Plan {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Plan({} values)", self.target.len())
    }
}

/// Fields that go with another: who chooses the one has chosen the other.
fn leader(field: Field) -> Field {
    match field {
        Field::PsgcRelease => Field::Barangay,
        Field::SeaBased => Field::Country,
        other => other,
    }
}

/// Plans a merge from the values shown of both. `choices` say whose value stays; where they say nothing, the only value
/// there is stays, or the one `otherwise` names. Of two consents the stricter one stays, of two confirmations the later,
/// whatever is chosen. Contacts, attempts and notes of both stay.
#[must_use]
pub fn plan(
    kept: &Values,
    absorbed: &Values,
    choices: &BTreeMap<Field, Side>,
    otherwise: impl Fn(Field) -> Side,
) -> Plan {
    let Contacts { mut target, same } = joined(kept, absorbed);
    let keys: BTreeSet<Key> = kept.keys().chain(absorbed.keys()).copied().collect();
    for key in keys.into_iter().filter(|k| follows(*k) && !of_contact(*k)) {
        let (a, b) = (kept.get(&key), absorbed.get(&key));
        let field = Field::from_code(key.field);
        let value = match (field, key.item) {
            (Some(field), None) => {
                let lead = leader(field);
                match choices.get(&lead) {
                    Some(side) => chosen(field, *side, a, b),
                    // A follower goes with its leader, and alone only where the leader is on neither side.
                    None if lead != field
                        && (kept.contains_key(&lead.key())
                            || absorbed.contains_key(&lead.key())) =>
                    {
                        let side = standing(
                            lead,
                            kept.get(&lead.key()),
                            absorbed.get(&lead.key()),
                            &otherwise,
                        );
                        chosen(field, side, a, b)
                    }
                    None => chosen(field, standing(field, a, b, &otherwise), a, b),
                }
            }
            _ => a.or(b).cloned(),
        };
        target.insert(key, relinked(field, value.unwrap_or(Value::Gone), &same));
    }
    Plan { target, same }
}

/// Whose value stays where nobody chose.
fn standing(
    field: Field,
    a: Option<&Value>,
    b: Option<&Value>,
    otherwise: &impl Fn(Field) -> Side,
) -> Side {
    match (a, b) {
        (Some(_), None) => Side::Kept,
        (None, Some(_)) => Side::Absorbed,
        (Some(a), Some(b)) if a == b => Side::Kept,
        _ => otherwise(field),
    }
}

fn chosen(field: Field, side: Side, a: Option<&Value>, b: Option<&Value>) -> Option<Value> {
    if let (Some(a), Some(b)) = (a, b) {
        if is_consent(field) {
            return Some(stricter(a, b).clone());
        }
        if field == Field::Confirmed {
            return Some(if at(b) > at(a) { b } else { a }.clone());
        }
    } else if is_consent(field) || field == Field::Confirmed {
        return a.or(b).cloned();
    }
    match side {
        Side::Kept => a.cloned(),
        Side::Absorbed => b.cloned(),
        Side::Both => match (a, b) {
            (Some(a), Some(b)) => Some(both(a, b)),
            (one, other) => one.or(other).cloned(),
        },
    }
}

/// Attempts name a contact: one that the kept entry had already goes by its id there.
fn relinked(field: Option<Field>, value: Value, same: &BTreeMap<[u8; 16], [u8; 16]>) -> Value {
    let (Some(Field::Attempt), Value::Map(mut m)) = (field, value.clone()) else {
        return value;
    };
    if let Some(Value::Ids(ids)) = m.get(&4)
        && let Some(there) = ids.first().and_then(|id| same.get(id))
    {
        m.insert(4, Value::Ids(vec![*there]));
    }
    Value::Map(m)
}

/// Two values of a field that can hold several.
fn both(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Phones(x), Value::Phones(y)) => Value::Phones(all_phones(x, y)),
        (Value::Texts(x), Value::Texts(y)) => {
            let more = y.iter().filter(|t| !x.contains(t));
            Value::Texts(x.iter().chain(more).cloned().collect())
        }
        (Value::Text(x), Value::Text(y)) if x != y => Value::Text(format!("{x} / {y}")),
        _ => a.clone(),
    }
}

fn is_consent(field: Field) -> bool {
    crate::Purpose::ALL.iter().any(|p| p.field() == field)
}

/// A refusal stands over any consent; of two alike the later one stays.
fn stricter<'v>(a: &'v Value, b: &'v Value) -> &'v Value {
    let given = |v: &Value| v.map().and_then(|m| m.get(&1)).and_then(Value::bool);
    match (given(a), given(b)) {
        (Some(false), Some(true)) => a,
        (Some(true), Some(false)) => b,
        _ if at_of(b, 2) > at_of(a, 2) => b,
        _ => a,
    }
}

fn at(value: &Value) -> Option<i64> {
    at_of(value, 1)
}

fn at_of(value: &Value, part: u16) -> Option<i64> {
    value.map().and_then(|m| m.get(&part)).and_then(Value::int)
}

/// Whether a field can hold the values of both sides.
#[must_use]
pub fn holds_both(field: Field) -> bool {
    matches!(
        field,
        Field::Phones | Field::Emails | Field::Handles | Field::Remarks | Field::EmergencyNote
    )
}

/// Whose value is the better guess where both have one and they differ: both where both fit; of names the longer, of births the
/// more exact; else what stands in the entry confirmed later (one never confirmed counts as the oldest), the longer text, and at
/// last the kept entry's own. Only what both show decides, not when it was written: a merge taken back leaves the same guess.
/// An officer sees it and may choose otherwise.
#[must_use]
pub fn suggested(field: Field, kept: &Values, absorbed: &Values) -> Side {
    if holds_both(field) {
        return Side::Both;
    }
    let (a, b) = (kept.get(&field.key()), absorbed.get(&field.key()));
    let size = |v: Option<&Value>| v.and_then(Value::text).map_or(0, |t| t.chars().count());
    let longer = size(b).cmp(&size(a));
    let by_name = match field {
        Field::Surname | Field::Given | Field::Middle => longer,
        Field::Birth => exactness(b).cmp(&exactness(a)),
        _ => core::cmp::Ordering::Equal,
    };
    let confirmed = |v: &Values| v.get(&Field::Confirmed.key()).and_then(at);
    let later = confirmed(absorbed).cmp(&confirmed(kept));
    match by_name.then(later).then(longer) {
        core::cmp::Ordering::Greater => Side::Absorbed,
        _ => Side::Kept,
    }
}

fn exactness(value: Option<&Value>) -> u8 {
    match value {
        Some(Value::Date(PartialDate::Day(_))) => 4,
        Some(Value::Date(PartialDate::Month(..))) => 3,
        Some(Value::Date(PartialDate::Year(_))) => 2,
        Some(Value::Date(_)) => 1,
        _ => 0,
    }
}

/// The numbers of a phones value.
pub(super) fn phones(value: Option<&Value>) -> Vec<Phone> {
    match value {
        Some(Value::Phones(list)) => list.clone(),
        _ => Vec::new(),
    }
}
