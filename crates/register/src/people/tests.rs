//! Filters against a plain loop over all rows; orders; pages; counts.

use crate::filter::span;
use crate::testing::{NOW, import_of, invented, officer, register, rows};
use crate::{Filter, Outside, PersonRow, Register, Said, Sort};
use core::ops::ControlFlow;
use proptest::prelude::*;
use std::sync::{LazyLock, Mutex};
use tempfile::TempDir;
use ugnay_model::{Confirmation, Consent, Country, Person, Psgc, Purpose, Scope};

pub(crate) const OUTSIDE: Outside = Outside {
    municipality: Psgc(401_008_000),
    unknown: true,
};

/// Sixty people in many states, made once.
pub(crate) static VILLAGE: LazyLock<Mutex<(TempDir, Register)>> = LazyLock::new(|| {
    let (dir, _path, mut reg) = register();
    let import = import_of(1);
    let village = rows(&import, 0..60).map(|(mut p, mut f)| {
        let n = f.provenance.as_ref().map_or(0, |p| p.row);
        p.confirmed = (!n.is_multiple_of(3)).then(|| Confirmation {
            at: i64::from(n) * 1000,
            by: "Officer".into(),
            from: "self".into(),
        });
        p.sea_based = n.is_multiple_of(10);
        if n.is_multiple_of(20) {
            p.country = None;
        }
        if n.is_multiple_of(11) {
            p.phones.clear();
            p.contacts.clear();
        }
        p.employer = Some(format!("House of {}", n % 5));
        if n.is_multiple_of(9) {
            p.barangay = (n % 2 == 0).then_some(Psgc(401_009_003));
        }
        f.returned = (n.is_multiple_of(7)).then(|| "2024".to_owned());
        if n.is_multiple_of(2) {
            let consent = Consent {
                officer: String::new(),
                given: n.is_multiple_of(4),
                at: NOW,
                by: "self".into(),
                how: "signed".into(),
            };
            f.consents.insert(Purpose::Emergency, consent);
        }
        (p, f)
    });
    reg.import(&import, village, NOW, |_| ControlFlow::Continue(()))
        .expect("imports");
    for n in 50..55 {
        reg.remove_person(invented(n).id, &officer(), NOW)
            .expect("removes");
    }
    Mutex::new((dir, reg))
});

fn admits(f: &Filter, r: &PersonRow, all_phones: bool) -> bool {
    let country = f.country.is_none_or(|c| {
        r.country == Some(c) || (c == Country::SEA && r.sea_based && r.country.is_none())
    });
    let home = f.homes.is_empty()
        || r.barangay
            .is_some_and(|b| f.homes.iter().any(|h| h.covers(b)));
    r.removed == f.removed
        && country
        && home
        && f.purok.as_ref().is_none_or(|p| r.purok.as_ref() == Some(p))
        && f.stale_before
            .is_none_or(|t| r.confirmed_at.is_none_or(|at| at < t))
        && f.returned.is_none_or(|b| r.returned.is_some() == b)
        && f.sea_based.is_none_or(|b| r.sea_based == b)
        && f.employer
            .as_ref()
            .is_none_or(|e| r.employer.as_ref() == Some(e))
        && f.confirmed_since
            .is_none_or(|t| r.confirmed_at.is_some_and(|at| at >= t))
        && (!f.never_confirmed || r.confirmed_at.is_none())
        && f.outside.is_none_or(|o| o.holds(r.barangay))
        && f.consent.is_none_or(|(p, said)| {
            let told = match (r.consents.contains(&p), r.refusals.contains(&p)) {
                (true, _) => Said::Given,
                (false, true) => Said::Refused,
                (false, false) => Said::Unasked,
            };
            said == told
        })
        && (!f.no_phone || !all_phones)
        && (!f.has_conflict || r.has_conflict)
}

pub(crate) fn filter() -> impl Strategy<Value = Filter> {
    let country = prop::option::of(prop_oneof![Just("SA"), Just("HK"), Just("XS"), Just("QA")]);
    let home = prop_oneof![
        Just(vec![]),
        Just(vec![Psgc(401_008_002)]),
        Just(vec![Psgc(401_008_001), Psgc(401_008_005)]),
        Just(vec![Psgc(401_008_000)]),
        Just(vec![Psgc(402_000_000)]),
    ];
    (
        country,
        home,
        prop::option::of(1..5_u8),
        prop::option::of(0..60_000_i64),
        prop::option::of(any::<bool>()),
        prop::option::of(any::<bool>()),
        prop::option::of(prop_oneof![
            Just(Said::Given),
            Just(Said::Refused),
            Just(Said::Unasked)
        ]),
        any::<[bool; 5]>(),
    )
        .prop_map(
            |(
                country,
                homes,
                purok,
                times,
                returned,
                sea,
                consent,
                [phone, gone, out, house, old],
            )| Filter {
                text: None,
                no_country: false,
                country: country.and_then(|c| c.parse().ok()),
                homes,
                purok: purok.map(|p| p.to_string()),
                employer: house.then(|| "House of 3".to_owned()),
                stale_before: times.filter(|_| old),
                confirmed_since: times.filter(|_| !old),
                never_confirmed: times.is_none() && old,
                returned,
                sea_based: sea,
                consent: consent.map(|said| (Purpose::Emergency, said)),
                no_phone: phone,
                has_conflict: false,
                outside: out.then_some(OUTSIDE),
                past: None,
                removed: gone,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn filters_find_what_a_plain_loop_finds(f in filter()) {
        let village = VILLAGE.lock().expect("no test panicked");
        let reg = &village.1;
        let everyone = |removed| {
            let all = Filter { removed, ..Filter::default() };
            reg.people(&all, Sort::Name, 0, 1000).expect("lists").rows
        };
        let mut expected: Vec<_> = everyone(false).into_iter().chain(everyone(true))
            .filter(|r| admits(&f, r, r.phones > 0 || r.contacts > 0))
            .map(|r| r.id)
            .collect();
        let page = reg.people(&f, Sort::Name, 0, 1000).expect("lists");
        let mut found: Vec<_> = page.rows.iter().map(|r| r.id).collect();
        expected.sort();
        found.sort();
        prop_assert_eq!(page.total, found.len() as u64, "the total is the number of rows");
        prop_assert_eq!(found, expected, "the same persons as by hand");
    }

    #[test]
    fn pages_put_together_are_the_whole_list(size in 1_u64..20, sort in 0..5_usize) {
        let village = VILLAGE.lock().expect("no test panicked");
        let sort = [Sort::Name, Sort::Stale, Sort::Home, Sort::Country, Sort::Changed][sort];
        let all = village.1.people(&Filter::default(), sort, 0, 1000).expect("lists");
        let mut parts = Vec::new();
        for start in (0..all.total).step_by(size as usize) {
            parts.extend(village.1.people(&Filter::default(), sort, start, size).expect("lists").rows);
        }
        prop_assert!(parts == all.rows, "no row twice, none left out");
    }

    #[test]
    fn a_span_covers_what_the_area_covers(area in any::<u32>(), other in any::<u32>()) {
        let (low, high) = span(Psgc(area));
        prop_assert_eq!(
            (low..=high).contains(&other),
            Psgc(area).covers(Psgc(other)),
            "as the model says"
        );
    }
}

#[test]
fn orders_are_what_they_say() {
    let village = VILLAGE.lock().expect("no test panicked");
    let list = |sort| {
        village
            .1
            .people(&Filter::default(), sort, 0, 1000)
            .expect("lists")
            .rows
    };
    let names: Vec<_> = list(Sort::Name)
        .iter()
        .map(|r| crate::text::fold(&r.surname))
        .collect();
    assert!(names.is_sorted(), "by surname");
    assert!(
        list(Sort::Stale).is_sorted_by_key(|r| r.confirmed_at),
        "never confirmed, then oldest"
    );
    assert!(
        list(Sort::Home).is_sorted_by_key(|r| r.barangay),
        "by barangay"
    );
    let countries: Vec<_> = list(Sort::Country).iter().map(|r| r.country).collect();
    assert!(countries.is_sorted(), "by destination");
}

#[test]
fn counts_add_up() {
    let village = VILLAGE.lock().expect("no test panicked");
    let all = village.1.count(&Filter::default()).expect("counts");
    let countries = village.1.count_by_country().expect("counts");
    let sum: u64 = countries.iter().map(|(_, n)| n).sum();
    assert_eq!(sum, all, "every person is in one destination");
    assert!(
        countries.iter().any(|(c, _)| *c == Some(Country::SEA)),
        "sea-based people without a country stand under XS"
    );
    let homes = village.1.count_by_barangay().expect("counts");
    assert_eq!(
        homes.iter().map(|(_, n)| n).sum::<u64>(),
        all,
        "every person has one home"
    );
}

#[test]
fn a_scope_lists_whom_it_covers() {
    let village = VILLAGE.lock().expect("no test panicked");
    let scope = Scope {
        destination: "HK".parse().expect("a country"),
        homes: vec![Psgc(401_008_002), Psgc(401_008_004)],
    };
    let listed = village
        .1
        .people(&Filter::scope(&scope), Sort::Name, 0, 1000)
        .expect("lists");
    let covers = |id| {
        let person: Option<Person> = village.1.person(id).expect("reads");
        person.is_some_and(|p| scope.covers(&p))
    };
    assert!(listed.total > 0, "somebody is there");
    assert!(
        listed.rows.iter().all(|r| covers(r.id)),
        "everyone listed is covered"
    );
    let covered = (0..60).filter(|n| covers(invented(*n).id)).count() as u64;
    assert_eq!(covered, listed.total, "everyone covered is listed");
}

#[test]
fn text_narrows_a_list_and_search_docs_hold_everybody() {
    let village = VILLAGE.lock().expect("no test panicked");
    let f = Filter {
        text: Some("penaf given3".into()),
        ..Filter::default()
    };
    let found = village.1.people(&f, Sort::Name, 0, 100).expect("lists");
    assert!(
        found.total > 0,
        "misses of ñ and unfinished words do not matter"
    );
    assert!(
        found
            .rows
            .iter()
            .all(|r| r.surname == "Peñaflor" && r.given.starts_with("Given3")),
        "and both words count"
    );
    let nothing = Filter {
        text: Some("???".into()),
        ..Filter::default()
    };
    assert_eq!(
        village.1.count(&nothing).expect("counts"),
        0,
        "marks alone find nobody"
    );
    let mut docs = Vec::new();
    village.1.search_docs(|d| docs.push(d)).expect("reads");
    assert_eq!(
        docs.len() as u64,
        village.1.count(&Filter::default()).expect("counts"),
        "all"
    );
    let one = invented(1);
    let doc = docs.iter().find(|d| d.id == one.id).expect("is there");
    assert_eq!(
        doc.contacts,
        vec![one.contacts[0].name.clone()],
        "contacts by name"
    );
    assert_eq!(doc.phones.len(), 2, "own and contact's phones");
}
