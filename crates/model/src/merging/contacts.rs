//! The family contacts of two entries in one list: the kept entry's first, nobody twice.

use super::plan::phones;
use super::{Values, all_phones, items, of_contact, same_phone};
use crate::{Contact, Field, Key, Value};
use std::collections::BTreeMap;

/// Contacts of both.
pub(super) struct Contacts {
    /// What to show of every contact key and of the calling order.
    pub target: Values,
    /// The absorbed entry's contacts that the kept one had already, and under which id.
    pub same: BTreeMap<[u8; 16], [u8; 16]>,
}

pub(super) fn joined(kept: &Values, absorbed: &Values) -> Contacts {
    let mine = in_order(kept);
    let mut order: Vec<[u8; 16]> = mine.iter().map(|c| c.id.to_bytes()).collect();
    let mut out = Contacts {
        target: kept
            .iter()
            .filter(|(k, _)| of_contact(**k))
            .map(|(k, v)| (*k, v.clone()))
            .collect(),
        same: BTreeMap::new(),
    };
    for theirs in in_order(absorbed) {
        let id = theirs.id.to_bytes();
        let of = |k: &&Key| k.item == Some(id) && of_contact(**k);
        if order.contains(&id) {
            continue;
        }
        if let Some(ours) = mine.iter().find(|c| alike(c, &theirs)) {
            out.enrich(ours, &theirs, kept, absorbed);
            let mark = (Field::ContactRemoved.of(id), Value::Bool(true));
            out.target.extend([mark]);
            out.same.insert(id, ours.id.to_bytes());
        } else {
            let values = absorbed.iter().filter(|(k, _)| of(k));
            out.target.extend(values.map(|(k, v)| (*k, v.clone())));
            order.push(id);
        }
    }
    if !order.is_empty() {
        out.target
            .insert(Field::ContactOrder.key(), Value::Ids(order));
    }
    out
}

/// Contacts that are shown, in calling order.
fn in_order(values: &Values) -> Vec<Contact> {
    let order = match values.get(&Field::ContactOrder.key()) {
        Some(Value::Ids(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    let named = items(values, Field::ContactName);
    let rest = named.iter().filter(|id| !order.contains(id)).copied();
    let mut seen = std::collections::BTreeSet::new();
    let ids: Vec<[u8; 16]> = order.iter().copied().chain(rest).collect();
    ids.into_iter()
        .filter(|id| seen.insert(*id))
        .filter_map(|id| Contact::read(id, values))
        .collect()
}

/// Surely the same relative: one name, and a number in common or none to tell them apart. In doubt both stay: a number too
/// many costs a call, a lost one may cost more.
fn alike(a: &Contact, b: &Contact) -> bool {
    let plain = |name: &str| -> String {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let named = plain(&a.name) == plain(&b.name);
    let nameless = a.name.is_empty() || b.name.is_empty();
    let shared = a
        .phones
        .iter()
        .any(|p| b.phones.iter().any(|q| same_phone(p, q)));
    match (named, nameless, shared) {
        (true, _, true) | (_, true, true) => true,
        (true, false, false) => a.phones.is_empty() || b.phones.is_empty(),
        _ => false,
    }
}

impl Contacts {
    /// What is known of one relative on either side.
    fn enrich(&mut self, ours: &Contact, theirs: &Contact, kept: &Values, absorbed: &Values) {
        let (a, b) = (ours.id.to_bytes(), theirs.id.to_bytes());
        for field in [
            Field::ContactName,
            Field::ContactRelation,
            Field::ContactHandle,
            Field::ContactLanguage,
            Field::ContactPlace,
            Field::ContactHours,
            Field::ContactKnowsWhere,
        ] {
            let empty = |v: &&Value| v.text() != Some("");
            let known = kept.get(&field.of(a)).filter(empty);
            if let Some(value) = known.or(absorbed.get(&field.of(b))) {
                self.target.insert(field.of(a), value.clone());
            }
        }
        let number = |values: &Values, id| phones(values.get(&Field::ContactPhones.of(id)));
        let all = all_phones(&number(kept, a), &number(absorbed, b));
        if !all.is_empty() {
            self.target
                .insert(Field::ContactPhones.of(a), Value::Phones(all));
        }
    }
}
