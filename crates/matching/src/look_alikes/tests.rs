//! Look-alikes while a person is written down.

use super::PersonIndex;
use crate::person::{Birth, ContactFeatures, Features};

fn person(surname: &str, given: &str, year: u16) -> Features {
    Features {
        surname: surname.into(),
        given: given.into(),
        birth: Some(Birth::Day(year, 4, 12)),
        ..Features::default()
    }
}

fn village() -> PersonIndex<u32> {
    let surnames = [
        "Ramos",
        "Bautista",
        "Ocampo",
        "Villanueva",
        "Mercado",
        "Ilagan",
        "Robles",
        "Katigbak",
    ];
    let given = [
        "Arnel", "Cristy", "Danilo", "Emelita", "Gemma", "Rommel", "Rowena", "Jocelyn",
    ];
    let all = surnames
        .iter()
        .flat_map(|s| given.iter().map(move |g| (s, g)))
        .zip(0..)
        .map(|((s, g), i)| (i, person(s, g, 1960 + (i * 7 % 40) as u16)));
    PersonIndex::build(all)
}

#[test]
fn shows_the_same_person_misspelt() {
    let index = village();
    let typed = Features {
        surname: "Katigbac".into(),
        given: "Weng".into(),
        birth: Some(Birth::Day(1960 + (62 * 7 % 40) as u16, 4, 12)),
        ..Features::default()
    };
    let found = index.like(&typed, 3);
    assert_eq!(
        found.first().map(|f| f.id),
        Some(62),
        "Weng Katigbac is Rowena Katigbak, born the same day: {found:?}"
    );
    assert!(
        found[0].score > 0.8 && found[0].why.iter().any(|r| r.code() == "given.nickname"),
        "and the reasons say so: {found:?}"
    );
}

#[test]
fn a_namesake_of_another_age_is_not_held_to_be_the_same() {
    let found = village().like(&person("Ocampo", "Danilo", 2003), 3);
    assert!(
        found.iter().all(|f| f.score < 0.8),
        "a namesake may be shown, not proposed: {found:?}"
    );
}

#[test]
fn follows_changes() {
    let mut index = village();
    let new = Features {
        contacts: vec![ContactFeatures {
            name: "Nena Zobel".into(),
            phones: vec!["+639170001111".into()],
        }],
        ..person("Zobel", "Ernesto", 1980)
    };
    assert!(
        index.like(&new, 3).is_empty(),
        "nobody is like Ernesto Zobel yet"
    );
    index.insert(500, &new);
    assert_eq!(
        index.like(&new, 3).first().map(|f| f.id),
        Some(500),
        "now he is"
    );
    assert!(
        index.remove(&500) && !index.remove(&500) && index.like(&new, 3).is_empty(),
        "and he goes again"
    );
}

#[test]
fn nobody_and_nothing() {
    let empty: PersonIndex<u8> = PersonIndex::build([]);
    assert!(
        empty.is_empty() && empty.like(&person("Cruz", "Ana", 1990), 5).is_empty(),
        "an empty register has no look-alikes"
    );
    assert!(
        village().like(&Features::default(), 5).is_empty(),
        "an empty form looks like nobody"
    );
}
