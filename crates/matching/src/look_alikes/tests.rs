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
    PersonIndex::build(people())
}

fn people() -> Vec<(u32, Features)> {
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
    all.collect()
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

#[test]
fn built_in_parts_it_answers_as_if_built_at_once() {
    let whole = village();
    for part in [1, 7, 1000] {
        let mut index = PersonIndex::default();
        for (id, features) in people() {
            index.insert(id, &features);
        }
        let mut parts = 1;
        while !index.settle(part) {
            parts += 1;
        }
        assert!(parts > 1, "there is more to do than a part of {part}");
        for (_, typed) in people().into_iter().step_by(9) {
            assert_eq!(
                index.like(&typed, 5),
                whole.like(&typed, 5),
                "the same people, scores and reasons, in parts of {part}"
            );
        }
    }
}

#[test]
fn what_changes_while_it_settles_is_in_it() {
    let new = || person("Zobel", "Ernesto", 1980);
    for before in [0, 3, 40, 64, 70, 2000] {
        let mut index = PersonIndex::default();
        for (id, features) in people() {
            index.insert(id, &features);
        }
        let mut done = 0;
        while done < before && !index.settle(1) {
            done += 1;
        }
        index.insert(500, &new());
        index.remove(&62);
        while !index.settle(50) {}
        assert_eq!(
            index.like(&new(), 3).first().map(|f| f.id),
            Some(500),
            "who came after {before} steps is found"
        );
        let gone = person("Katigbak", "Rowena", 1960 + (62 * 7 % 40) as u16);
        assert!(
            index.like(&gone, 5).iter().all(|f| f.id != 62),
            "who went is not"
        );
    }
}

#[test]
fn a_first_answer_by_few_knows_who_is_the_same() {
    let few = people().into_iter().filter(|(id, _)| id % 8 == 6);
    let index = PersonIndex::of_few(few, 10_000);
    let (id, typed) = people().swap_remove(62);
    let found = index.like(&typed, 3);
    assert_eq!(
        found.first().map(|f| (f.id, f.score > 0.9)),
        Some((id, true)),
        "the same name and birth among ten thousand: {found:?}"
    );
    assert!(
        index
            .like(&person("Ocampo", "Rommel", 2003), 3)
            .iter()
            .all(|f| f.score < 0.8),
        "a namesake is not held to be the same here either"
    );
}
