//! Registers of three, ten and thirty invented people: too few to learn from, and just what a new officer has. What is typical
//! of Filipino names is recognised and explained, and a household's phone makes nobody one person.

use ugnay_matching::{
    Birth, ContactFeatures, Features, Options, PersonIndex, SexFeature, THRESHOLD, UNSURE,
    duplicates,
};

const SURNAMES: [&str; 10] = [
    "Katigbak",
    "Magpantay",
    "Ilagan",
    "Dimaano",
    "Robles",
    "Ocampo",
    "Mercado",
    "Salonga",
    "Atienza",
    "Hernandez",
];
const GIVEN: [&str; 15] = [
    "Rowena",
    "Maria Teresa",
    "Danilo",
    "Jocelyn",
    "Nestor",
    "Cristina",
    "Arnel",
    "Gemma",
    "Rommel",
    "Emelita",
    "Wilfredo",
    "Marites",
    "Rodolfo",
    "Lolita",
    "Eduardo",
];
const MIDDLE: [&str; 7] = [
    "Lopez",
    "Torres",
    "Aguila",
    "Perez",
    "Marasigan",
    "Luna",
    "Castillo",
];
const COUNTRIES: [&str; 4] = ["SA", "AE", "HK", "QA"];

/// The `i`-th of a village: from one of two barangays, as a small register is.
fn person(i: usize) -> Features {
    Features {
        surname: SURNAMES[i * 3 % SURNAMES.len()].into(),
        given: GIVEN[i % GIVEN.len()].into(),
        middle: MIDDLE[i % MIDDLE.len()].into(),
        birth: Some(Birth::Day(
            1970 + (i * 11 % 31) as u16,
            1 + (i * 5 + 2) as u8 % 12,
            1 + (i * 7 + 4) as u8 % 27,
        )),
        sex: Some(if matches!(i % 15, 0 | 1 | 3 | 5 | 7 | 9 | 11 | 13) {
            SexFeature::Female
        } else {
            SexFeature::Male
        }),
        barangay: ["0401009007", "0401009010"][i % 2].into(),
        country: COUNTRIES[i * 3 % 4].into(),
        phones: vec![format!("+9665{:08}", 10_000_019 + i * 1_104_729)],
        contacts: vec![ContactFeatures {
            name: format!(
                "{} {}",
                GIVEN[(i + 8) % GIVEN.len()],
                SURNAMES[i * 3 % SURNAMES.len()]
            ),
            phones: vec![format!("+63917{:07}", 1_000_003 + i * 177_919)],
        }],
        ..Features::default()
    }
}

fn register(n: usize) -> Vec<Features> {
    (0..n).map(person).collect()
}

/// What a form holds after its first minute: a name, where to, whom to call; and the date of birth.
fn form(of: &Features) -> Features {
    Features {
        surname: of.surname.clone(),
        given: of.given.clone(),
        birth: of.birth,
        country: of.country.clone(),
        barangay: of.barangay.clone(),
        contacts: of.contacts.clone(),
        ..Features::default()
    }
}

/// The same persons once more, as they are really written down again: what for, whom of the register, what is typed.
fn again() -> Vec<(&'static str, usize, Features)> {
    let (rowena, teresa, danilo) = (person(0), person(1), person(2));
    let bare = |of: &Features| Features {
        contacts: Vec::new(),
        ..form(of)
    };
    let nameless = |of: &Features| Features {
        birth: None,
        ..form(of)
    };
    let turned = |of: &Features| match of.birth {
        Some(Birth::Day(y, m, d)) => Some(Birth::Day(y, d, m)),
        other => other,
    };
    let given = |given: &str, f: Features| Features {
        given: given.into(),
        ..f
    };
    vec![
        ("the same, birth known", 0, bare(&rowena)),
        ("the same, family known", 2, nameless(&danilo)),
        (
            "Ma. for Maria, birth known",
            1,
            given("Ma. Teresa", bare(&teresa)),
        ),
        (
            "Ma. for Maria, family known",
            1,
            given("Ma. Teresa", nameless(&teresa)),
        ),
        ("the h of Theresa", 1, given("Ma. Theresa", bare(&teresa))),
        (
            "married: her surname has become her middle name",
            0,
            Features {
                surname: "Villanueva".into(),
                middle: rowena.surname.clone(),
                ..bare(&rowena)
            },
        ),
        (
            "married, and nothing but the family to tell",
            0,
            Features {
                surname: "Villanueva".into(),
                middle: rowena.surname.clone(),
                ..nameless(&rowena)
            },
        ),
        ("a nickname, birth known", 0, given("Weng", bare(&rowena))),
        (
            "a nickname, family known",
            2,
            given("Danny", nameless(&danilo)),
        ),
        (
            "day and month exchanged",
            2,
            Features {
                birth: turned(&danilo),
                ..bare(&danilo)
            },
        ),
        (
            "a letter off",
            1,
            Features {
                surname: "Dimano".into(),
                ..bare(&teresa)
            },
        ),
    ]
}

/// Others of the same home, each with the family's one phone.
fn household() -> Vec<(&'static str, Features)> {
    let of = person(2);
    let kin = |given: &str, birth: Birth, sex: SexFeature| Features {
        given: given.into(),
        middle: of.middle.clone(),
        birth: Some(birth),
        sex: Some(sex),
        ..form(&of)
    };
    let wife = Features {
        middle: "Castillo".into(),
        ..kin("Lolita", Birth::Day(1994, 2, 17), SexFeature::Female)
    };
    let own = Features {
        phones: of.contacts[0].phones.clone(),
        ..kin("Eduardo", Birth::Day(1989, 11, 6), SexFeature::Male)
    };
    vec![
        (
            "a brother",
            kin("Rodolfo", Birth::Day(1990, 8, 21), SexFeature::Male),
        ),
        (
            "a sister",
            kin("Marites", Birth::Day(1988, 3, 9), SexFeature::Female),
        ),
        ("the wife", wife),
        ("a brother whose own phone is the family's", own),
        (
            "a brother of whom no birth is known",
            Features {
                birth: None,
                ..kin("Rodolfo", Birth::Year(1990), SexFeature::Male)
            },
        ),
    ]
}

const SIZES: [usize; 3] = [3, 10, 30];

/// The same as [`again`], with nothing typed yet but the names, or the names and where to.
fn hardly_begun() -> Vec<(String, usize, Features)> {
    let names = |f: &Features| Features {
        surname: f.surname.clone(),
        given: f.given.clone(),
        middle: f.middle.clone(),
        ..Features::default()
    };
    let mut out = Vec::new();
    for (case, whom, typed) in again() {
        let with_country = Features {
            country: typed.country.clone(),
            ..names(&typed)
        };
        // Who married has only a given name and a middle name left to be known by: among thirty that is too little.
        if !case.starts_with("married") {
            out.push((format!("{case}; names alone"), whom, names(&typed)));
        }
        out.push((format!("{case}; names and where to"), whom, with_country));
    }
    out
}

/// Both, with the least likelihood each must be given.
fn all_again() -> Vec<(String, usize, Features, f64)> {
    let full = again().into_iter();
    let full = full.map(|(case, whom, typed)| (case.to_owned(), whom, typed, THRESHOLD));
    let begun = hardly_begun().into_iter();
    full.chain(begun.map(|(case, whom, typed)| (case, whom, typed, UNSURE)))
        .collect()
}

#[test]
fn who_is_written_down_again_is_shown_and_explained() {
    for n in SIZES {
        let index = PersonIndex::build(register(n).into_iter().enumerate());
        for (case, whom, typed, least) in all_again() {
            let found = index.like(&typed, 5);
            let first = found.first();
            assert_eq!(
                first.map(|f| f.id),
                Some(whom),
                "{case}, among {n}: {found:?}"
            );
            let first = first.expect("just seen");
            assert!(
                first.score >= least,
                "{case}, among {n}: likely enough to be shown, {first:?}"
            );
            assert!(
                first.why.iter().any(|r| r.bits > 1.0),
                "{case}, among {n}: and it says why, {first:?}"
            );
        }
    }
}

#[test]
fn a_household_is_not_one_person() {
    for n in SIZES {
        let index = PersonIndex::build(register(n).into_iter().enumerate());
        for (case, typed) in household() {
            let found = index.like(&typed, 5);
            assert!(
                found.iter().all(|f| f.score < UNSURE),
                "{case}, among {n}: a shared phone and home is no proof, {found:?}"
            );
            let mut all = register(n);
            all.push(typed);
            let pairs = duplicates(&all, &Options::default()).unwrap();
            assert!(
                pairs.is_empty(),
                "{case}, among {n}: nor among the duplicates, {pairs:?}"
            );
        }
    }
}

#[test]
fn strangers_and_namesakes_are_not_held_to_be_one() {
    for n in SIZES {
        let index = PersonIndex::build(register(n).into_iter().enumerate());
        for i in 0..n {
            // Of the same place and country, with one name of somebody's, and all else their own.
            let other = Features {
                surname: "Villanueva".into(),
                middle: "Quilatan".into(),
                birth: Some(Birth::Day(1961 + i as u16 % 8, 12, 28)),
                phones: vec![format!("+9665{:08}", 88_000_000 + i)],
                contacts: Vec::new(),
                ..person(i)
            };
            let found = index.like(&other, 5);
            assert!(
                found.iter().all(|f| f.score < UNSURE),
                "another {i} among {n} with the same given name: {found:?}"
            );
            let namesake = Features {
                middle: "Quilatan".into(),
                birth: Some(Birth::Day(1951 + i as u16 % 8, 12, 28)),
                phones: Vec::new(),
                contacts: vec![ContactFeatures {
                    name: "Zenaida Quilatan".into(),
                    phones: vec!["+639188887777".into()],
                }],
                ..person(i)
            };
            let found = index.like(&namesake, 5);
            assert!(
                found.iter().all(|f| f.score < THRESHOLD),
                "a namesake twenty years older of another family, {i} among {n}: {found:?}"
            );
            let mut all = register(n);
            all.push(namesake);
            let pairs = duplicates(&all, &Options::default()).unwrap();
            assert!(
                pairs.is_empty(),
                "nor is that a duplicate, {i} among {n}: {pairs:?}"
            );
        }
        let pairs = duplicates(&register(n), &Options::default()).unwrap();
        assert!(
            pairs.is_empty(),
            "nobody among {n} stands there twice: {pairs:?}"
        );
    }
}

#[test]
fn duplicates_are_found_in_a_small_register() {
    for n in SIZES {
        for (case, whom, typed, least) in all_again() {
            let mut all = register(n);
            all.push(typed);
            let pairs = duplicates(
                &all,
                &Options {
                    threshold: UNSURE,
                    ..Options::default()
                },
            )
            .unwrap();
            assert_eq!(
                pairs.first().map(|p| (p.a, p.b)),
                Some((whom, n)),
                "{case}, among {n}: that pair first, {pairs:?}"
            );
            assert!(
                pairs[1..].iter().all(|p| p.score < THRESHOLD),
                "{case}, among {n}: and no other is proposed, {pairs:?}"
            );
            assert!(
                pairs[0].score >= least,
                "{case}, among {n}: likely enough, {pairs:?}"
            );
            assert!(
                pairs[0].why.iter().any(|r| r.bits > 1.0),
                "{case}, among {n}: and it says why, {pairs:?}"
            );
        }
    }
}
