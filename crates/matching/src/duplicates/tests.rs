//! Duplicates of a small invented village: found, explained, kept apart on request, and the same every time.

use super::duplicates;
use crate::options::{Cancelled, Options};
use crate::person::{Birth, ContactFeatures, Features, SexFeature};
use std::sync::atomic::AtomicBool;

fn person(i: usize) -> Features {
    let pick = |list: &[&str], n: usize| list[n % list.len()].to_owned();
    Features {
        surname: pick(
            &[
                "Ramos",
                "Bautista",
                "Ocampo",
                "Villanueva",
                "Mercado",
                "Ilagan",
                "Robles",
                "Katigbak",
                "Dimayuga",
                "Lopez",
                "Sarmiento",
            ],
            i * 7,
        ),
        given: pick(
            &[
                "Arnel",
                "Cristy",
                "Danilo",
                "Emelita",
                "Gemma",
                "Rommel",
                "Rowena",
                "Jocelyn",
                "Nestor",
                "Marites",
                "Wilfredo",
                "Ma. Luisa",
                "John Paul",
            ],
            i * 5,
        ),
        middle: pick(&["Torres", "Reyes", "Marasigan", "Perez", "Aguila"], i * 3),
        birth: Some(Birth::Day(
            1960 + (i * 13 % 43) as u16,
            1 + (i * 5 % 12) as u8,
            2 + (i * 11 % 26) as u8,
        )),
        sex: Some(if i.is_multiple_of(2) {
            SexFeature::Female
        } else {
            SexFeature::Male
        }),
        barangay: pick(&["0401009007", "0401009010", "0401009013"], i),
        country: pick(&["SA", "AE", "HK", "KW", "IT"], i * 3),
        occupation: pick(
            &[
                "Driver", "Nurse", "Cook", "Welder", "Nanny", "Waiter", "Mason",
            ],
            i * 2,
        ),
        phones: vec![format!("+9665{:08}", i * 104_729 % 100_000_000)],
        contacts: vec![ContactFeatures {
            name: format!("{} Kin{i}", pick(&["Rosa", "Pedro", "Lita"], i)),
            phones: vec![format!("+63917{:07}", i * 7919 % 10_000_000)],
        }],
        ..Features::default()
    }
}

fn village() -> Vec<Features> {
    let mut people: Vec<Features> = (0..300).map(person).collect();
    let copy = |i: usize, change: fn(&mut Features)| {
        let mut p = person(i);
        change(&mut p);
        p
    };
    people.push(copy(10, |p| p.given = "Weng".into()));
    people.push(copy(11, |p| p.birth = None));
    people.push(copy(12, |p| p.phones.clear()));
    people.push(copy(12, |p| p.middle = "P.".into()));
    // A twin: everything shared but the given name, the work and the own phone.
    people.push(copy(13, |p| {
        p.given = "Crisanto".into();
        p.phones = vec!["+971501110000".into()];
        p.country = "IT".into();
        p.occupation = "Gardener".into();
    }));
    people
}

#[test]
fn finds_duplicates_and_leaves_the_twin() {
    let pairs = duplicates(&village(), &Options::default()).unwrap();
    let found: Vec<(usize, usize)> = pairs.iter().map(|p| (p.a, p.b)).collect();
    for wanted in [(10, 300), (11, 301), (12, 302), (12, 303), (302, 303)] {
        assert!(
            found.contains(&wanted),
            "{wanted:?} is one person: {found:?}"
        );
    }
    assert_eq!(
        found.len(),
        5,
        "nobody else is, least of all the twin at 304: {found:?}"
    );
    assert!(
        pairs.windows(2).all(|w| w[0].score >= w[1].score),
        "best first"
    );
    assert!(
        pairs
            .iter()
            .all(|p| p.why.iter().any(|r| r.code() == "contact_phone.same")),
        "the reasons name what agrees: {pairs:?}"
    );
}

#[test]
fn not_the_same_is_remembered() {
    let apart = |a: usize, b: usize| (a, b) == (12, 302);
    let pairs = duplicates(
        &village(),
        &Options {
            apart: &apart,
            ..Options::default()
        },
    )
    .unwrap();
    assert!(
        pairs.iter().all(|p| (p.a, p.b) != (12, 302)),
        "what the officer told apart stays apart, even when a third record joins them"
    );
}

#[test]
fn repeats_itself_and_can_be_ended() {
    let people = village();
    let once = duplicates(
        &people,
        &Options {
            workers: 1,
            ..Options::default()
        },
    );
    assert_eq!(
        once,
        duplicates(
            &people,
            &Options {
                workers: 3,
                ..Options::default()
            }
        ),
        "the same register gives the same answer"
    );
    assert_eq!(
        duplicates(
            &people,
            &Options {
                cancel: &AtomicBool::new(true),
                ..Options::default()
            }
        ),
        Err(Cancelled),
        "a cancelled run says so"
    );
}

#[test]
fn debug_shows_no_names() {
    let text = format!(
        "{:?} {:?}",
        person(3),
        duplicates(&village(), &Options::default())
    );
    assert!(
        !text.contains("Villanueva") && !text.contains("+63"),
        "a log line must not carry a person"
    );
}
