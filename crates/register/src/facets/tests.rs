//! A figure beside a choice is how many the list shows once that choice is made.

use super::{Facets, Measure};
use crate::people::tests::{OUTSIDE, VILLAGE, filter};
use crate::{Filter, Register, Said};
use proptest::prelude::*;
use ugnay_model::{Country, Purpose};

const MEASURE: Measure = Measure {
    fresh_since: 30_000,
    outside: OUTSIDE,
};

/// By the database, while figures come from the roll.
fn count(reg: &Register, filter: &Filter) -> u64 {
    reg.count_by_sql(filter).expect("counts")
}

fn facets(reg: &Register, filter: &Filter) -> Facets {
    reg.facets(filter, &MEASURE, None).expect("counts")
}

/// The filter with its part about time replaced.
fn timed(f: &Filter, since: Option<i64>, before: Option<i64>, never: bool) -> Filter {
    Filter {
        confirmed_since: since,
        stale_before: before,
        never_confirmed: never,
        ..f.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_figure_is_what_its_choice_lists(f in filter()) {
        let f = Filter { removed: false, ..f };
        let village = VILLAGE.lock().expect("no test panicked");
        let reg = &village.1;
        let found = facets(reg, &f);
        prop_assert_eq!(found.total, count(reg, &f), "the whole filter");
        for (country, n) in &found.countries {
            let choice = Filter { country: *country, no_country: country.is_none(), ..f.clone() };
            prop_assert_eq!(count(reg, &choice), *n, "destination {:?}", country);
        }
        for (home, n) in found.barangays.iter().filter_map(|(h, n)| h.map(|h| (h, *n))) {
            let choice = Filter { homes: vec![home], ..f.clone() };
            prop_assert_eq!(count(reg, &choice), n, "barangay {}", home);
        }
        for (purok, n) in &found.puroks {
            let choice = Filter { purok: Some(purok.clone()), ..f.clone() };
            prop_assert_eq!(count(reg, &choice), *n, "purok {}", purok);
        }
        for (employer, n) in &found.employers {
            let choice = Filter { employer: Some(employer.clone()), ..f.clone() };
            prop_assert_eq!(count(reg, &choice), *n, "employer {}", employer);
        }
        for ((purpose, said), n) in &found.consents {
            let choice = Filter { consent: Some((*purpose, *said)), ..f.clone() };
            prop_assert_eq!(count(reg, &choice), *n, "{:?} {:?}", purpose, said);
        }
        let since = Some(MEASURE.fresh_since);
        for (what, n, choice) in [
            ("confirmed lately", found.fresh, timed(&f, since, None, false)),
            ("not lately", found.stale, timed(&f, None, since, false)),
            ("never", found.never, timed(&f, None, None, true)),
            ("home", found.returned, Filter { returned: Some(true), ..f.clone() }),
            ("abroad", found.abroad, Filter { returned: Some(false), ..f.clone() }),
            ("no phone", found.no_phone, Filter { no_phone: true, ..f.clone() }),
            ("conflict", found.conflicts, Filter { has_conflict: true, ..f.clone() }),
            ("in no request", found.outside, Filter { outside: Some(OUTSIDE), ..f.clone() }),
        ] {
            prop_assert_eq!(count(reg, &choice), n, "{}", what);
        }
    }
}

#[test]
fn figures_of_everybody_add_up() {
    let village = VILLAGE.lock().expect("no test panicked");
    let found = facets(&village.1, &Filter::default());
    let sum: u64 = found.countries.iter().map(|(_, n)| n).sum();
    assert_eq!(sum, found.total, "everybody has one destination");
    assert!(
        found
            .countries
            .iter()
            .any(|(c, _)| *c == Some(Country::SEA)),
        "who is at sea without a country stands under XS"
    );
    assert_eq!(found.fresh + found.stale, found.total, "fresh or not");
    assert_eq!(found.returned + found.abroad, found.total, "home or not");
    let said = |s| {
        found
            .consents
            .get(&(Purpose::Emergency, s))
            .copied()
            .unwrap_or(0)
    };
    assert_eq!(
        said(Said::Given) + said(Said::Refused) + said(Said::Unasked),
        found.total,
        "one answer each"
    );
    assert!(
        found.outside > 0,
        "somebody lives elsewhere or nobody knows where"
    );
}

#[test]
fn a_search_narrows_every_figure() {
    let village = VILLAGE.lock().expect("no test panicked");
    let reg = &village.1;
    let hits = reg.fts_prefix("penaflor", 100).expect("finds");
    let found = reg
        .facets(&Filter::default(), &MEASURE, Some(&hits))
        .expect("counts");
    assert_eq!(found.total, hits.len() as u64, "the hits and nobody else");
    let sum: u64 = found.countries.iter().map(|(_, n)| n).sum();
    assert_eq!(sum, found.total, "by destination too");
}
