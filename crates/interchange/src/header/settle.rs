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
    super::guess::settle_status(columns, sheet);
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
