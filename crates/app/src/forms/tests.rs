//! Forms: what is typed is kept, what cannot be is refused by field.

use super::{from_person, returned, to_person};
use crate::dto::{ContactDto, ErrorCode, PersonInput, PhoneDto};
use ugnay_model::PersonId;

/// Makes one field of a good form bad.
type Spoil = fn(&mut PersonInput);

fn ids() -> impl FnMut() -> [u8; 16] {
    let mut n = 0u8;
    move || {
        n += 1;
        [n; 16]
    }
}

fn input() -> PersonInput {
    PersonInput {
        surname: "  Dela   Peña ".into(),
        given: "Ma. Luisa".into(),
        birth: "1990".into(),
        country: "SA".into(),
        phones: vec![PhoneDto {
            typed: "wala pa".into(),
            e164: None,
        }],
        contacts: vec![
            ContactDto::default(),
            ContactDto {
                name: "Invented Mother".into(),
                relation: "mother".into(),
                phones: vec![PhoneDto {
                    typed: "0917 000 0000".into(),
                    e164: None,
                }],
                ..ContactDto::default()
            },
        ],
        ..PersonInput::default()
    }
}

#[test]
fn a_form_becomes_a_person_and_a_form_again() {
    let p = to_person(&input(), PersonId::from_random([1; 16]), &mut ids()).expect("a good form");
    assert_eq!(
        p.surname, "Dela Peña",
        "stray spaces are cleaned, letters are not"
    );
    assert_eq!(p.contacts.len(), 1, "an empty contact row is nothing");
    assert_eq!(
        p.phones[0].typed, "wala pa",
        "an unreadable phone is kept as typed"
    );
    assert_eq!(p.phones[0].e164, None, "and not guessed");
    assert_eq!(
        p.contacts[0].phones[0].e164.as_deref(),
        Some("+639170000000"),
        "a family phone is read as Philippine"
    );
    let again =
        to_person(&from_person(&p, None), p.id, &mut ids()).expect("what is shown can be saved");
    assert_eq!(again, p, "opening and saving a form changes nothing");
}

#[test]
fn a_bad_value_is_refused_with_its_field() {
    let cases: &[(&str, Spoil)] = &[
        ("surname", |i| {
            (i.surname, i.given) = (String::new(), String::new())
        }),
        ("birth", |i| i.birth = "31/12/1990".into()),
        ("country", |i| i.country = "QQ".into()),
        ("barangay", |i| i.barangay = "0000000001".into()),
        ("sex", |i| i.sex = "female".into()),
        ("purok", |i| i.purok = "x".repeat(501)),
    ];
    for &(field, spoil) in cases {
        let mut bad = input();
        spoil(&mut bad);
        let e = to_person(&bad, PersonId::from_random([1; 16]), &mut ids()).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "the field at fault is named"
        );
    }
}

#[test]
fn when_somebody_came_home_is_a_day_that_was() {
    let read = |typed: &str, was: Option<&str>| returned(typed, was, "2025-07-01");
    for (typed, kept) in [
        ("2025-07-01", Some("2025-07-01")),
        (" 2025-07 ", Some("2025-07")),
        ("2025", Some("2025")),
        ("yes", Some("yes")),
        ("", None),
    ] {
        let home = read(typed, Some("2020")).expect("a good answer");
        assert_eq!(home.as_deref(), kept, "{typed:?} is kept as it is");
    }
    for wrong in [
        "2025-07-02",
        "2025-08",
        "2026",
        "~30@2020",
        "soon",
        "umuwi na",
    ] {
        let refused = read(wrong, None).expect_err("refused");
        assert_eq!(
            refused.field.as_deref(),
            Some("returned"),
            "{wrong:?} is no day that was"
        );
    }
    let words = read("umuwi na", Some("umuwi na")).expect("as a list said it");
    assert_eq!(words.as_deref(), Some("umuwi na"), "stays until changed");
}
