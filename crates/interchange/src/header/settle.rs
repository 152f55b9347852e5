//! What only the columns of a header together tell: numbers of contacts, whose phone it is. No cells.

use super::Column;
use crate::book::Sheet;
use crate::field::Field;

/// Settles what only the columns together tell: numbers of contacts, "Pangalan" beside "Apelyido", "status".
pub(crate) fn settle(columns: &mut [Column], sheet: &Sheet) {
    let has_surname = columns.iter().any(|c| c.field == Field::Surname);
    let has_given = columns.iter().any(|c| c.field == Field::Given);
    for c in columns.iter_mut().filter(|c| c.field == Field::FullName) {
        if has_surname && !has_given {
            c.field = Field::Given;
        }
    }
    let mut seen: Vec<Field> = Vec::new();
    for c in columns.iter_mut() {
        if let Some(n) = c.field.contact() {
            let n = if n > 0 {
                n
            } else {
                (1u8..=9)
                    .find(|n| !seen.contains(&c.field.with_contact(*n)))
                    .unwrap_or(9)
            };
            c.field = c.field.with_contact(n);
        }
        let once = !c.field.may_repeat();
        if once && seen.contains(&c.field) {
            c.field = match c.field {
                Field::FullName if !seen.contains(&Field::ContactName(1)) => Field::ContactName(1),
                _ => Field::Ignore,
            };
            c.confident = false;
        }
        seen.push(c.field);
    }
    phone_after_kin(columns);
    lone_phone_of_kin(columns, sheet);
    super::guess::settle_status(columns, sheet);
}

/// "CONTACT PERSON | RELATION | CP NO." and no other phone in the sheet: the number is that of the person to call, unless the
/// title says whose it is or most numbers are foreign ones.
fn lone_phone_of_kin(columns: &mut [Column], sheet: &Sheet) {
    let is_phone = |c: &Column| matches!(c.field, Field::Phone | Field::PhoneBoth);
    let theirs = |f: Field| matches!(f, Field::ContactPhone(_) | Field::ContactNamePhone(_));
    let phones = columns.iter().filter(|c| is_phone(c)).count();
    if phones != 1 || columns.iter().any(|c| theirs(c.field)) {
        return;
    }
    let Some(at) = columns.iter().position(|c| c.field == Field::Phone) else {
        return;
    };
    let before = columns.iter().take(at).rev();
    let mut before = before.filter(|c| !c.header.is_empty());
    let kin = before.next().and_then(|c| match c.field {
        Field::ContactName(n) | Field::ContactNameRelation(n) | Field::ContactRelation(n) => {
            Some(n)
        }
        _ => None,
    });
    let named = |n: u8| {
        let mut all = columns.iter();
        all.any(
            |c| matches!(c.field, Field::ContactName(x) | Field::ContactNameRelation(x) if x == n),
        )
    };
    let Some(n) = kin.filter(|n| named(*n)) else {
        return;
    };
    if let Some(c) = columns.get_mut(at) {
        let own = super::words::group(&c.header) == super::words::Group::Own;
        if !own && !super::guess::mostly_abroad(sheet, c.index) {
            c.field = Field::ContactPhone(n);
            c.confident = false;
        }
    }
}

/// "NAME OF KIN | RELATION | CONTACT NO." without a group title: the phone after the kin is the kin's when the migrant
/// has a phone column of his own before it.
fn phone_after_kin(columns: &mut [Column]) {
    let phones = columns.iter().filter(|c| c.field == Field::Phone).count();
    let kin_phone = columns
        .iter()
        .any(|c| matches!(c.field, Field::ContactPhone(_)));
    let kin = columns.iter().position(|c| {
        matches!(
            c.field,
            Field::ContactName(_) | Field::ContactNameRelation(_)
        )
    });
    let Some(kin) = kin.filter(|_| phones > 1 && !kin_phone) else {
        return;
    };
    let mut phones_seen = 0usize;
    for (i, c) in columns.iter_mut().enumerate() {
        if c.field == Field::Phone {
            phones_seen = phones_seen.saturating_add(1);
            if i > kin && phones_seen > 1 {
                c.field = Field::ContactPhone(1);
                c.confident = false;
                return;
            }
        }
    }
}
