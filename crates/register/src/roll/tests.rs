//! After anything that can happen to people, the roll says what the database says and what a recount of the records says.

use crate::facets::{Facets, Measure};
use crate::people::tests::{OUTSIDE, filter};
use crate::testing::{
    NOW, import_of, invented, officer, other_device_phone, register, rows, synced,
};
use crate::{ChangeSetId, Filter, Register, Said, Sort};
use core::ops::ControlFlow;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::{CaseFile, Confirmation, Consent, Country, Person, PersonId, Purpose};

/// So many people may come and go.
const PEOPLE: u32 = 9;
const MEASURE: Measure = Measure {
    fresh_since: 30_000,
    outside: OUTSIDE,
};

#[derive(Clone, Debug)]
enum Step {
    Save(u32, u8),
    Case(u32, u8),
    Confirm(u32, i64),
    Remove(u32),
    Restore(u32),
    Erase(u32),
    Merge(u32, u32),
    Part(u32, u32),
    Undo(usize),
    Foresee(usize),
    Import(u8),
    Receive(u32),
    Ask(Filter),
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 0..PEOPLE;
    prop_oneof![
        4 => (who(), any::<u8>()).prop_map(|(n, v)| Step::Save(n, v)),
        2 => (who(), any::<u8>()).prop_map(|(n, v)| Step::Case(n, v)),
        2 => (who(), 0..60_000_i64).prop_map(|(n, at)| Step::Confirm(n, at)),
        2 => who().prop_map(Step::Remove),
        1 => who().prop_map(Step::Restore),
        1 => who().prop_map(Step::Erase),
        2 => (who(), who()).prop_map(|(a, b)| Step::Merge(a, b)),
        1 => (who(), who()).prop_map(|(a, b)| Step::Part(a, b)),
        3 => (0..6_usize).prop_map(Step::Undo),
        1 => (0..6_usize).prop_map(Step::Foresee),
        1 => any::<u8>().prop_map(Step::Import),
        1 => who().prop_map(Step::Receive),
        5 => filter().prop_map(Step::Ask),
    ]
}

fn varied(n: u32, v: u8) -> Person {
    let mut p = invented(n);
    if v & 1 != 0 {
        p.surname = "Abad".into();
    }
    p.employer = (v & 2 != 0).then(|| "House of 3".to_owned());
    if v & 4 != 0 {
        p.employer = Some("HOUSE of 3".into());
    }
    p.sea_based = v & 8 != 0;
    if v & 16 != 0 {
        p.country = None;
    }
    if v & 32 != 0 {
        p.phones.clear();
        p.contacts.clear();
    }
    if v & 64 != 0 {
        p.barangay = None;
        p.purok = None;
    }
    p
}

fn take(reg: &mut Register, step: &Step) {
    let id = |n: u32| invented(n).id;
    let set = |reg: &Register, back: usize| -> Option<ChangeSetId> {
        let sets = reg.change_sets(back + 1).expect("reads");
        sets.get(back).map(|s| s.id)
    };
    // What is refused (a removed person, an undo of an erasure) is refused; nothing is written then.
    match step {
        Step::Save(n, v) => drop(reg.save_person(&varied(*n, *v), &officer(), NOW)),
        Step::Case(n, v) => {
            let mut file = CaseFile::new(id(*n));
            file.returned = (v & 1 != 0).then(|| "2024".to_owned());
            for (bit, purpose) in [(2, Purpose::Emergency), (8, Purpose::Hold)] {
                if v & bit != 0 {
                    let consent = Consent {
                        officer: String::new(),
                        given: v & (bit << 1) != 0,
                        at: NOW,
                        by: "self".into(),
                        how: "signed".into(),
                    };
                    file.consents.insert(purpose, consent);
                }
            }
            drop(reg.save_case(&file, &officer(), NOW));
        }
        Step::Confirm(n, at) => {
            if let Some(mut p) = reg.person(id(*n)).expect("reads") {
                p.confirmed = Some(Confirmation {
                    at: *at,
                    by: "Officer".into(),
                    from: "self".into(),
                });
                reg.save_person(&p, &officer(), NOW).expect("saves");
            }
        }
        Step::Remove(n) => drop(reg.remove_person(id(*n), &officer(), NOW)),
        Step::Restore(n) => drop(reg.restore_person(id(*n), &officer(), NOW)),
        Step::Erase(n) => drop(reg.erase_person(id(*n), "Officer", NOW)),
        Step::Merge(a, b) => {
            drop(reg.merge_persons(id(*a), id(*b), &BTreeMap::new(), "Officer", NOW));
        }
        Step::Part(a, b) => drop(reg.part_persons(id(*a), id(*b), "Officer", NOW)),
        Step::Undo(back) => {
            if let Some(set) = set(reg, *back) {
                drop(reg.undo(set, "Officer", NOW));
            }
        }
        Step::Foresee(back) => {
            if let Some(set) = set(reg, *back) {
                drop(reg.undo_preview(set));
            }
        }
        Step::Import(n) => {
            let import = import_of(*n);
            let rows = rows(&import, 0..PEOPLE).filter(|(p, _)| p.id.to_bytes()[3] % 3 == n % 3);
            drop(reg.import(&import, rows, NOW, |_| ControlFlow::Continue(())));
        }
        Step::Receive(n) => {
            let theirs = other_device_phone(reg, id(*n));
            drop(reg.merge_records(&[theirs], &synced(), NOW));
        }
        Step::Ask(f) => agree(reg, f),
    }
}

/// Everybody who stands, from the records alone.
fn recount(reg: &Register) -> Vec<(Person, CaseFile, bool)> {
    let mut out = Vec::new();
    for n in 0..PEOPLE {
        let id = invented(n).id;
        if let Some(person) = reg.person(id).expect("reads") {
            let case = reg.case_file(id).expect("reads");
            let conflict = !reg.conflicts(id).expect("reads").is_empty();
            out.push((person, case.unwrap_or_else(|| CaseFile::new(id)), conflict));
        }
    }
    out
}

fn said(case: &CaseFile, purpose: Purpose) -> Said {
    match case.consents.get(&purpose).map(|c| c.given) {
        Some(true) => Said::Given,
        Some(false) => Said::Refused,
        None => Said::Unasked,
    }
}

fn fits(f: &Filter, (p, case, conflict): &(Person, CaseFile, bool)) -> bool {
    let at = p.confirmed.as_ref().map(|c| c.at);
    let same = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        (Some(_), None) => false,
        (None, _) => true,
    };
    let destination = p.country.or(p.sea_based.then_some(Country::SEA));
    let phones = p.phones.len() + p.contacts.iter().map(|c| c.phones.len()).sum::<usize>();
    f.country.is_none_or(|c| destination == Some(c))
        && (!f.no_country || destination.is_none())
        && (f.homes.is_empty()
            || p.barangay
                .is_some_and(|b| f.homes.iter().any(|h| h.covers(b))))
        && same(&f.purok, &p.purok)
        && same(&f.employer, &p.employer)
        && f.stale_before.is_none_or(|t| at.is_none_or(|at| at < t))
        && f.confirmed_since
            .is_none_or(|t| at.is_some_and(|at| at >= t))
        && (!f.never_confirmed || at.is_none())
        && f.returned.is_none_or(|r| case.returned.is_some() == r)
        && f.sea_based.is_none_or(|s| p.sea_based == s)
        && f.consent
            .is_none_or(|(purpose, s)| said(case, purpose) == s)
        && (!f.no_phone || phones == 0)
        && (!f.has_conflict || *conflict)
        && f.outside.is_none_or(|o| o.holds(p.barangay))
}

/// Lists, counts and figures by the roll, by the database and by a recount.
fn agree(reg: &Register, f: &Filter) {
    let by_sql = reg.people_by_sql(f, Sort::Name, 0, 100).expect("lists");
    let page = reg.people(f, Sort::Name, 0, 100).expect("lists");
    assert!(
        page == by_sql,
        "the same rows in the same order as the database: {page:?} {by_sql:?}"
    );
    if f.removed {
        return;
    }
    let people = recount(reg);
    let plain = |f: &Filter| people.iter().filter(|p| fits(f, p)).count() as u64;
    assert_eq!(
        reg.count(f).expect("counts"),
        plain(f),
        "a recount of the records"
    );
    let ids: BTreeSet<PersonId> = reg.ids(f).expect("lists").into_iter().collect();
    let listed = reg.narrowed(f).expect("lists");
    for (p, ..) in &people {
        assert_eq!(
            listed.lets_through(p.id),
            ids.contains(&p.id),
            "one by one as well"
        );
    }
    drop(listed);
    let found = reg.facets(f, &MEASURE, None).expect("counts");
    figures(f, &found, &people, &plain);
    let everybody = Filter::default();
    let sum: u64 = reg
        .count_by_country()
        .expect("counts")
        .iter()
        .map(|(_, n)| n)
        .sum();
    assert_eq!(sum, plain(&everybody), "everybody has one destination");
    let abroad: u64 = reg
        .freshness(30_000)
        .expect("counts")
        .iter()
        .map(|a| a.people)
        .sum();
    let away = Filter {
        returned: Some(false),
        ..everybody
    };
    assert_eq!(abroad, plain(&away), "everybody abroad has one home");
}

/// Every figure is what its choice would count, and no choice is left out.
fn figures(
    f: &Filter,
    found: &Facets,
    people: &[(Person, CaseFile, bool)],
    plain: &dyn Fn(&Filter) -> u64,
) {
    assert_eq!(found.total, plain(f), "the whole filter");
    let destinations: BTreeSet<_> = people
        .iter()
        .map(|(p, ..)| p.country.or(p.sea_based.then_some(Country::SEA)))
        .collect();
    for country in destinations {
        let choice = Filter {
            country,
            no_country: country.is_none(),
            ..f.clone()
        };
        let figure = found.countries.iter().find(|(c, _)| *c == country);
        assert_eq!(
            figure.map_or(0, |(_, n)| *n),
            plain(&choice),
            "destination {country:?}"
        );
    }
    for home in people
        .iter()
        .filter_map(|(p, ..)| p.barangay)
        .collect::<BTreeSet<_>>()
    {
        let choice = Filter {
            homes: vec![home],
            ..f.clone()
        };
        let figure = found.barangays.iter().find(|(b, _)| *b == Some(home));
        assert_eq!(
            figure.map_or(0, |(_, n)| *n),
            plain(&choice),
            "barangay {home}"
        );
    }
    let figure = |list: &[(String, u64)], text: &str| {
        let same = list.iter().filter(|(t, _)| t.eq_ignore_ascii_case(text));
        same.map(|(_, n)| n).sum::<u64>()
    };
    for employer in people.iter().filter_map(|(p, ..)| p.employer.clone()) {
        let choice = Filter {
            employer: Some(employer.clone()),
            ..f.clone()
        };
        assert_eq!(
            figure(&found.employers, &employer),
            plain(&choice),
            "employer"
        );
    }
    for purok in people.iter().filter_map(|(p, ..)| p.purok.clone()) {
        let choice = Filter {
            purok: Some(purok.clone()),
            ..f.clone()
        };
        assert_eq!(
            figure(&found.puroks, &purok),
            plain(&choice),
            "purok {purok}"
        );
    }
    for said in [Said::Given, Said::Refused, Said::Unasked] {
        let choice = Filter {
            consent: Some((Purpose::Emergency, said)),
            ..f.clone()
        };
        let figure = found.consents.get(&(Purpose::Emergency, said));
        assert_eq!(figure.copied().unwrap_or(0), plain(&choice), "{said:?}");
    }
    let time = |since, before, never| Filter {
        confirmed_since: since,
        stale_before: before,
        never_confirmed: never,
        ..f.clone()
    };
    let line = Some(MEASURE.fresh_since);
    for (what, n, choice) in [
        ("lately", found.fresh, time(line, None, false)),
        ("not lately", found.stale, time(None, line, false)),
        ("never", found.never, time(None, None, true)),
        (
            "home",
            found.returned,
            Filter {
                returned: Some(true),
                ..f.clone()
            },
        ),
        (
            "abroad",
            found.abroad,
            Filter {
                returned: Some(false),
                ..f.clone()
            },
        ),
        (
            "no phone",
            found.no_phone,
            Filter {
                no_phone: true,
                ..f.clone()
            },
        ),
        (
            "conflict",
            found.conflicts,
            Filter {
                has_conflict: true,
                ..f.clone()
            },
        ),
        (
            "outside",
            found.outside,
            Filter {
                outside: Some(OUTSIDE),
                ..f.clone()
            },
        ),
    ] {
        assert_eq!(n, plain(&choice), "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn lists_and_figures_stay_right_whatever_happens(
        steps in prop::collection::vec(step(), 1..40),
        last in filter(),
    ) {
        let (_dir, _path, mut reg) = register();
        for n in 0..PEOPLE {
            reg.save_person(&invented(n), &officer(), NOW).expect("saves");
        }
        // From here on the roll is in memory and follows.
        agree(&reg, &Filter { sea_based: Some(false), ..Filter::default() });
        for step in &steps {
            take(&mut reg, step);
        }
        agree(&reg, &last);
        agree(&reg, &Filter::default());
    }
}

#[test]
fn the_roll_is_read_from_its_own_index_alone() {
    let (_dir, _path, reg) = register();
    let sql = format!(
        "EXPLAIN QUERY PLAN {}",
        crate::table::person_roll::in_order()
    );
    let plan: Vec<String> = reg
        .conn
        .prepare(&sql)
        .and_then(|mut s| s.query_map([i64::MIN, 1], |row| row.get(3))?.collect())
        .expect("a plan");
    assert_eq!(plan.len(), 1, "no sorting: {plan:?}");
    assert!(
        plan[0].contains("COVERING INDEX person_roll"),
        "the wide rows are not touched: {plan:?}"
    );
}

#[test]
fn who_is_past_is_counted_and_ordered_by_one_index() {
    let (_dir, _path, reg) = register();
    let past = crate::Past {
        confirmed: NOW,
        returned: NOW,
        home_since: "2020-01-01".into(),
    };
    let filter = Filter {
        past: Some(past),
        ..Filter::default()
    };
    let (condition, values) = crate::filter::Condition::of(&filter)
        .expect("a condition")
        .all();
    for what in ["count(*)", "row"] {
        let sql = format!("EXPLAIN QUERY PLAN SELECT {what} FROM person_view WHERE {condition}");
        let plan: Vec<String> = reg
            .conn
            .prepare(&sql)
            .and_then(|mut s| {
                s.query_map(rusqlite::params_from_iter(&values), |row| row.get(3))?
                    .collect()
            })
            .expect("a plan");
        assert!(
            plan.len() == 1 && plan[0].contains("COVERING INDEX person_past"),
            "neither history nor the wide rows are touched: {plan:?}"
        );
    }
}

#[test]
fn when_somebody_was_last_seen_follows_every_write() {
    let (_dir, _path, mut reg) = register();
    let law = |reg: &Register, what: &str| {
        let wrong: i64 = reg
            .conn
            .query_row(
                "SELECT count(*) FROM person_view v WHERE v.removed < 2 AND v.seen_at IS NOT coalesce(v.confirmed_at,
                    (SELECT min(s.at) FROM history h JOIN change_set s ON s.id = h.change_set WHERE h.person = v.person))",
                [],
                |row| row.get(0),
            )
            .expect("a number");
        assert_eq!(wrong, 0, "{what}: confirmed, or else come in");
    };
    let seen = |reg: &Register, n: u32| -> i64 {
        reg.conn
            .query_row(
                "SELECT seen_at FROM person_view WHERE person = ?1",
                [invented(n).id.to_bytes()],
                |row| row.get(0),
            )
            .expect("a time")
    };
    reg.save_person(&invented(1), &officer(), NOW)
        .expect("saves");
    law(&reg, "saved");
    let mut again = invented(1);
    again.nickname = Some("Weng".into());
    reg.save_person(&again, &officer(), NOW + 50)
        .expect("saves");
    assert_eq!(seen(&reg, 1), NOW, "a correction is no confirmation");
    law(&reg, "corrected");
    let removed = reg
        .remove_person(invented(1).id, &officer(), NOW + 60)
        .expect("removes");
    law(&reg, "removed");
    if let Some(set) = removed.change_set {
        reg.undo(set, "Officer", NOW + 70).expect("undoes");
    }
    assert_eq!(seen(&reg, 1), NOW, "taking back changes nothing of it");
    law(&reg, "the removal taken back");
}

#[test]
fn what_an_erased_person_wrote_is_not_kept_in_memory() {
    let (_dir, _path, mut reg) = register();
    let mut p = invented(1);
    p.employer = Some("Only theirs".into());
    reg.save_person(&p, &officer(), NOW).expect("saves");
    let all = Filter::default();
    let figures = reg.facets(&all, &MEASURE, None).expect("counts");
    assert_eq!(figures.employers.len(), 1, "there at first");
    reg.erase_person(p.id, "Officer", NOW).expect("erases");
    assert_eq!(
        reg.roll().expect("reads").texts.same("only theirs"),
        None,
        "the text is gone with its last holder"
    );
}

#[test]
fn what_is_written_while_the_roll_is_read_is_in_it() {
    let (_dir, _path, mut reg) = register();
    for n in 0..PEOPLE.saturating_sub(1) {
        reg.save_person(&invented(n), &officer(), NOW)
            .expect("saves");
    }
    assert!(!reg.warm_roll(2).expect("reads"), "two of them");
    let mut first = invented(0);
    first.employer = Some("Another".into());
    reg.save_person(&first, &officer(), NOW).expect("saves");
    reg.remove_person(invented(1).id, &officer(), NOW)
        .expect("removes");
    reg.save_person(&invented(PEOPLE.saturating_sub(1)), &officer(), NOW)
        .expect("saves");
    assert!(!reg.warm_roll(1).expect("reads"), "one more");
    reg.remove_person(invented(4).id, &officer(), NOW)
        .expect("removes");
    while !reg.warm_roll(1).expect("reads") {}
    agree(&reg, &Filter::default());
    agree(
        &reg,
        &Filter {
            employer: Some("another".into()),
            ..Filter::default()
        },
    );
}

#[test]
fn a_question_before_the_roll_is_whole_reads_the_rest() {
    let (_dir, _path, mut reg) = register();
    for n in 0..PEOPLE {
        reg.save_person(&invented(n), &officer(), NOW)
            .expect("saves");
    }
    assert!(!reg.warm_roll(1).expect("reads"), "one of them");
    reg.erase_person(invented(0).id, "Officer", NOW)
        .expect("erases");
    agree(
        &reg,
        &Filter {
            returned: Some(false),
            ..Filter::default()
        },
    );
    assert!(reg.warm_roll(1).expect("reads"), "nothing is left to read");
}
