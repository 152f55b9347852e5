//! How two persons are brought together and compared, field by field.
//!
//! Must not weigh anything; see `levels` for what each level means.

use crate::compare::{Nearness, codes, words};
use crate::distance::edits;
use crate::engine::{Compared, FieldSpec, Scheme, hash};
use crate::person::features::Birth;
use crate::person::levels::{
    BIRTH, CONTACT_NAME, CONTACT_PHONE, COUNTRY, EMPLOYER, FIELDS, GIVEN, HOME, MENTION, MIDDLE,
    OCCUPATION, PHONE, SEX, SUFFIX, SURNAME,
};
use crate::person::prepare::{Name, Prepared, Valued};
use crate::person::{dates, given, surname};
use crate::sound;

/// The engine's view of persons.
pub(crate) struct PersonScheme;

impl Scheme for PersonScheme {
    type Record = Prepared;

    fn fields(&self) -> &[FieldSpec] {
        FIELDS
    }

    fn has_relatives(&self) -> bool {
        true
    }

    fn keys(&self, r: &Prepared, out: &mut Vec<u64>) {
        for name in [&r.surname, &r.given].into_iter().flatten() {
            out.push(mixed(1, name.sound));
            out.push(mixed(2, name.gulf));
            out.extend(
                name.words
                    .iter()
                    .filter(|w| w.text.len() > 2 && w.text != "maria")
                    .map(|w| mixed(1, w.sound)),
            );
        }
        if let (Some(s), Some(g)) = (&r.surname, &r.given) {
            // The sum has no order: surname and given name may stand in each other's place.
            out.push(mixed(3, s.gulf.wrapping_add(g.gulf)));
        }
        if let Some(m) = r.middle.as_ref().filter(|m| !m.is_initial()) {
            out.push(mixed(1, m.sound));
        }
        out.extend(
            r.nicknames
                .iter()
                .map(|n| mixed(1, hash(0, &sound::filipino(n)))),
        );
        if let Some(Birth::Day(y, m, d)) = r.birth {
            out.push(hash(5, &format!("{y}-{}-{}", m.min(d), m.max(d))));
            out.push(hash(6, &format!("{}-{}", m.min(d), m.max(d))));
        }
        if let Some(birth) = r.birth {
            out.push(hash(7, &birth.year().to_string()));
        }
        out.extend(
            r.phones
                .iter()
                .chain(&r.contact_phones)
                .map(|p| mixed(8, p.id)),
        );
        out.extend(
            r.contacts
                .iter()
                .map(|c| hash(9, &sound::filipino(&c.text))),
        );
    }

    fn compare(&self, a: &Prepared, b: &Prepared, out: &mut Compared) {
        *out = Compared::default();
        names(a, b, out);
        if let (Some(x), Some(y)) = (a.birth, b.birth) {
            out.level[BIRTH] = dates::agreement(x, y);
        }
        if let (Some(x), Some(y)) = (a.sex, b.sex) {
            out.level[SEX] = if x == y { 1 } else { 2 };
        }
        out.level[SUFFIX] = match (a.suffix, b.suffix) {
            (None, None) => 0,
            (Some(x), Some(y)) => {
                if x == y {
                    1
                } else {
                    3
                }
            }
            _ => 2,
        };
        out.level[HOME] = home(a, b);
        set(out, COUNTRY, single(&a.country, &b.country, 2));
        set(out, OCCUPATION, single(&a.occupation, &b.occupation, 3));
        set(out, EMPLOYER, single(&a.employer, &b.employer, 3));
        set(out, PHONE, phones(&a.phones, &b.phones));
        set(
            out,
            CONTACT_PHONE,
            shared(&a.contact_phones, &b.contact_phones)
                .map(|s| s.map_or((2, 0.0), |share| (1, share))),
        );
        set(out, CONTACT_NAME, contact_names(&a.contacts, &b.contacts));
        if !a.contacts.is_empty() || !b.contacts.is_empty() {
            out.level[MENTION] = if mentions(a, b) || mentions(b, a) {
                1
            } else {
                2
            };
        }
    }
}

/// A hash salted by the kind of value it stands for.
fn mixed(salt: u64, id: u64) -> u64 {
    (id ^ salt.rotate_right(8))
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .rotate_left(23)
}

fn set(out: &mut Compared, field: usize, agreed: Option<(u8, f32)>) {
    if let Some((level, share)) = agreed {
        out.level[field] = level;
        out.share[field] = share;
    }
}

fn names(a: &Prepared, b: &Prepared, out: &mut Compared) {
    if let (Some(x), Some(y)) = (&a.surname, &b.surname) {
        set(out, SURNAME, Some(surname::agreement(a, b, x, y)));
    }
    if let (Some(x), Some(y)) = (&a.given, &b.given) {
        set(
            out,
            GIVEN,
            Some((given::agreement(a, b, x, y), x.share.max(y.share))),
        );
    }
    if out.level[GIVEN] > given::SAME && out.level[SURNAME] > surname::SAME && crossed(a, b) {
        let share = |n: &Option<Name>| n.as_ref().map_or(0.0, |n| n.share);
        set(
            out,
            SURNAME,
            Some((surname::CROSSED, share(&a.surname).min(share(&b.given)))),
        );
        set(
            out,
            GIVEN,
            Some((6, share(&a.given).min(share(&b.surname)))),
        );
    }
    match (&a.middle, &b.middle) {
        (Some(x), Some(y)) => middles(x, y, out),
        (None, Some(y)) => middle_within(a, b, y, out),
        (Some(x), None) => middle_within(b, a, x, out),
        (None, None) => {}
    }
}

/// A woman's middle name changes with her surname: then it says nothing unless it agrees.
fn middles(x: &Name, y: &Name, out: &mut Compared) {
    let (level, share) = surname::middle(x, y);
    let renamed = matches!(
        out.level[SURNAME],
        surname::MARRIED | surname::MARRIED_INITIAL | surname::DIFFERENT_WOMAN
    );
    if !renamed || level <= 2 {
        set(out, MIDDLE, Some((level, share)));
    }
}

/// A list without a column for middle names may hold it at the end of the given names.
fn middle_within(without: &Prepared, with: &Prepared, middle: &Name, out: &mut Compared) {
    let (Some(x), Some(y)) = (&without.given, &with.given) else {
        return;
    };
    if out.level[GIVEN] == given::SAME {
        return;
    }
    if let Some(rest) = given::middle_at_the_end(x, middle) {
        let rest = Name {
            count: y.count,
            share: y.share,
            ..rest
        };
        let level = given::agreement(without, with, &rest, y);
        if level < given::DIFFERENT {
            set(out, GIVEN, Some((level, y.share)));
            set(out, MIDDLE, Some((1, middle.share)));
        }
    }
}

/// Whether surname and given name stand in each other's place.
fn crossed(a: &Prepared, b: &Prepared) -> bool {
    let (Some(s), Some(g), Some(t), Some(h)) = (&a.surname, &a.given, &b.surname, &b.given) else {
        return false;
    };
    let alike = |x: &Name, y: &Name| x.id == y.id || given::is_slip(x, y);
    alike(s, h) && alike(g, t)
}

fn home(a: &Prepared, b: &Prepared) -> u8 {
    if a.barangay.is_empty() || b.barangay.is_empty() {
        return 0;
    }
    match (
        a.barangay == b.barangay,
        !a.purok.is_empty() && a.purok == b.purok,
    ) {
        (true, true) => 1,
        (true, false) => 2,
        (false, _) => 3,
    }
}

/// Two single values; `last` is the level of disagreement, and with three levels the second is nearness.
fn single(a: &Option<Valued>, b: &Option<Valued>, last: u8) -> Option<(u8, f32)> {
    let (x, y) = (a.as_ref()?, b.as_ref()?);
    if x.id == y.id {
        return Some((1, x.share.max(y.share)));
    }
    let near = last == 3 && words(&x.text, "x", &y.text, "y") != Nearness::Far;
    Some((if near { 2 } else { last }, 0.0))
}

/// Whether two lists share a value: `None` when either is empty, else the share of the rarest shared value.
fn shared(a: &[Valued], b: &[Valued]) -> Option<Option<f32>> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    Some(
        a.iter()
            .filter(|x| b.iter().any(|y| x.id == y.id))
            .map(|x| x.share)
            .reduce(f32::min),
    )
}

fn phones(a: &[Valued], b: &[Valued]) -> Option<(u8, f32)> {
    if let Some(share) = shared(a, b)? {
        return Some((1, share));
    }
    let near = a
        .iter()
        .any(|x| b.iter().any(|y| codes(&x.text, &y.text) == Nearness::Close));
    Some((if near { 2 } else { 3 }, 0.0))
}

fn contact_names(a: &[Valued], b: &[Valued]) -> Option<(u8, f32)> {
    if let Some(share) = shared(a, b)? {
        return Some((1, share));
    }
    let near = a.iter().any(|x| {
        b.iter()
            .any(|y| x.text.len().min(y.text.len()) >= 6 && edits(&x.text, &y.text, 2).is_some())
    });
    Some((if near { 2 } else { 3 }, 0.0))
}

/// Whether a contact of `a` is `b`, by name.
fn mentions(a: &Prepared, b: &Prepared) -> bool {
    b.called
        .is_some_and(|name| a.contacts.iter().any(|c| c.id == name))
}
