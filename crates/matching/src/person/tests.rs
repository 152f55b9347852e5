//! Filipino naming at the levels meant for it.

use super::levels::{BIRTH, FIELDS, GIVEN, MIDDLE, SURNAME};
use super::{Birth, Features, PersonScheme, Prepared, SexFeature};
use crate::engine::{Compared, Scheme};

fn person(surname: &str, given: &str, middle: &str) -> Features {
    Features {
        surname: surname.into(),
        given: given.into(),
        middle: middle.into(),
        ..Features::default()
    }
}

fn code(a: &Features, b: &Features, field: usize) -> &'static str {
    let (x, y) = (Prepared::read(a), Prepared::read(b));
    let (mut ab, mut ba) = (Compared::default(), Compared::default());
    PersonScheme.compare(&x, &y, &mut ab);
    PersonScheme.compare(&y, &x, &mut ba);
    assert_eq!(ab, ba, "comparing has no direction");
    match ab.level[field] {
        0 => "unknown",
        l => FIELDS[field].levels[l as usize - 1].code,
    }
}

#[test]
fn surnames() {
    for (a, b, level) in [
        ("De La Cruz", "DELACRUZ", "same"),
        ("Nuñez", "NUNEZ", "same"),
        ("Sta. Maria", "Santa Maria", "same"),
        ("SanJ ose", "San Jose", "same"),
        ("Tatlongghari", "Tatlonghari", "close"),
        ("Saquilayan", "SAKILAYAN", "close"),
        ("Gomez", "JUMEZ", "close"),
        ("Cruz-Santos", "Santos", "part"),
        ("Ramos", "Ilagan", "different_woman"),
    ] {
        assert_eq!(
            code(&person(a, "Ana", ""), &person(b, "Ana", ""), SURNAME),
            level,
            "{a} and {b}"
        );
    }
}

#[test]
fn given_names() {
    for (a, b, level) in [
        ("Ma. Luisa", "MARIA LUISA", "same"),
        ("Ma. Luisa", "Luisa", "nickname"),
        ("Rowena", "Weng", "nickname"),
        ("Mark Joseph", "MJ", "nickname"),
        ("Nenita", "Neenita", "close"),
        ("Cecilia", "KIKILIA", "close"),
        ("Paul", "John Paul", "part"),
        ("FELICIDA", "Felicidad", "close"),
        ("Boy", "Rogelio", "unknown"),
        ("Roberto", "Rogelio", "different"),
        ("Mary Ann", "Mary Jane", "different"),
        ("John Paul", "John Mark", "different"),
        ("Jennifer", "Jessica", "different"),
        ("Ma. Cristina", "Ma. Theresa", "different"),
    ] {
        assert_eq!(
            code(&person("Cruz", a, ""), &person("Cruz", b, ""), GIVEN),
            level,
            "{a} and {b}"
        );
    }
}

#[test]
fn a_married_woman_bears_her_maiden_surname_in_the_middle() {
    let maiden = Features {
        sex: Some(SexFeature::Female),
        ..person("Marasigan", "Maribel", "Cuenca")
    };
    let full = person("Padac", "Maribel", "Marasigan");
    let initial = person("Padac", "Maribel", "M.");
    assert_eq!(
        code(&maiden, &full, SURNAME),
        "married",
        "her surname became her middle name"
    );
    assert_eq!(
        code(&maiden, &initial, SURNAME),
        "married_initial",
        "or its initial"
    );
    assert_eq!(
        code(&maiden, &full, MIDDLE),
        "unknown",
        "and her middle name changed with it, which says nothing"
    );
    let man = Features {
        sex: Some(SexFeature::Male),
        ..maiden
    };
    assert_eq!(
        code(&man, &full, SURNAME),
        "different",
        "a man keeps his surname"
    );
}

#[test]
fn names_in_the_wrong_column() {
    let (right, crossed) = (
        person("Chavez", "Angelito", "Landicho"),
        person("ANGELITO", "CHAVEZ", "LANDICHO"),
    );
    assert_eq!(
        (
            code(&right, &crossed, SURNAME),
            code(&right, &crossed, GIVEN)
        ),
        ("crossed", "crossed"),
        "surname and given name exchanged"
    );
    let (right, within) = (
        person("Javier", "Girlie", "De Castro"),
        person("JAVIER", "GIRLIE DE CASTRO", ""),
    );
    assert_eq!(
        (code(&right, &within, GIVEN), code(&right, &within, MIDDLE)),
        ("same", "same"),
        "the middle name behind the given name"
    );
}

#[test]
fn middle_initials() {
    for (a, b, level) in [
        ("Gutierrez", "G.", "initial"),
        ("De Guzman", "G", "initial"),
        ("Delos Reyes", "D.", "initial"),
        ("Atienza", "R.", "other_initial"),
        ("Reyes", "Ramos", "different"),
    ] {
        assert_eq!(
            code(&person("Cruz", "Ana", a), &person("Cruz", "Ana", b), MIDDLE),
            level,
            "{a} and {b}"
        );
    }
}

#[test]
fn births_at_their_precision() {
    let born = |birth| Features {
        birth: Some(birth),
        ..Features::default()
    };
    let base = born(Birth::Day(1990, 5, 8));
    for (other, level) in [
        (Birth::Day(1990, 8, 5), "turned"),
        (Birth::Day(1960, 5, 8), "close"),
        (Birth::Year(1990), "year"),
        (Birth::About(1989), "near"),
        (Birth::Year(1975), "other_year"),
        (Birth::Month(1990, 5), "partly"),
        (Birth::Day(1971, 11, 30), "different"),
    ] {
        assert_eq!(
            code(&base, &born(other), BIRTH),
            level,
            "8 May 1990 against {other:?}"
        );
    }
    assert_eq!(
        code(
            &born(Birth::Day(1990, 1, 1)),
            &born(Birth::Day(1990, 1, 1)),
            BIRTH
        ),
        "year",
        "1 January is a form's way to say the year"
    );
}

#[test]
fn a_person_of_the_register_becomes_features() {
    use ugnay_model::{Contact, ContactId, PartialDate, Person, PersonId, Phone, Sex};
    let phone = |e164: &str| Phone {
        typed: "typed".into(),
        e164: Some(e164.into()),
    };
    let mut card = Person::new(PersonId::from_bytes([1; 16]), "Padac", "Maribel");
    card.middle = Some("Marasigan".into());
    card.birth = Some(PartialDate::Age {
        years: 32,
        asked_in: 2025,
    });
    card.sex = Some(Sex::F);
    card.sea_based = true;
    card.phones = vec![
        phone("+34612344682"),
        Phone {
            typed: "0917 ???".into(),
            e164: None,
        },
    ];
    card.contacts = vec![Contact {
        phones: vec![phone("+639470006600")],
        ..Contact::new(ContactId::from_bytes([2; 16]), "Jerome")
    }];
    let features = Features::from(&card);
    assert_eq!(
        (
            features.surname.as_str(),
            features.middle.as_str(),
            features.country.as_str()
        ),
        ("Padac", "Marasigan", "XS"),
        "names as written, the sea as a country"
    );
    assert!(
        features.birth == Some(Birth::About(1993)) && features.sex == Some(SexFeature::Female),
        "an age stays an age"
    );
    assert_eq!(
        features.phones,
        ["+34612344682", "0917 ???"],
        "E.164 where known, else as typed"
    );
    assert_eq!(
        features.contacts[0].phones,
        ["+639470006600"],
        "contacts with their phones"
    );
}
