//! Whose time is over is listed and never touched; keeping and erasing take somebody off the list.

use crate::dto::{ErrorCode, RetentionInput};
use crate::testing::{Device, PASSPHRASE, device};

const YEAR: i64 = 31_557_600;

/// Lets time pass. A register nobody uses locks itself.
fn pass(d: &mut Device, seconds: i64) {
    d.app.lock();
    d.clock.advance(seconds);
    d.app.unlock("r", PASSPHRASE).expect("opened again");
}

fn past(d: &mut Device) -> Vec<String> {
    let page = d.app.past_people(100).expect("a list");
    assert_eq!(
        page.rule.past as usize,
        page.rows.len(),
        "the warning counts whom the list shows"
    );
    page.rows.into_iter().map(|r| r.row.name).collect()
}

fn set(d: &mut Device, after_confirmed: u32, after_returned: u32) -> Result<u32, ErrorCode> {
    let input = RetentionInput {
        after_confirmed,
        after_returned,
    };
    let done = d.app.set_retention(&input);
    done.map(|r| r.past).map_err(|e| e.code)
}

#[test]
fn who_was_not_confirmed_for_long_is_listed_and_kept_or_erased() {
    let mut d = device();
    let old = d.add("Abad", "Lorna", "SA");
    pass(&mut d, YEAR);
    let seen = d.add("Bautista", "Rico", "SA");
    d.app
        .confirm_person(&seen, "his mother")
        .expect("confirmed");
    assert!(past(&mut d).is_empty(), "a year is no three");
    pass(&mut d, 2 * YEAR + 1000);
    assert_eq!(
        past(&mut d),
        ["Abad, Lorna"],
        "who was never confirmed counts from when she came in"
    );
    assert_eq!(d.persons(), 2, "and nobody was touched");
    d.app.confirm_person(&old, "").expect("kept");
    assert!(past(&mut d).is_empty(), "confirmed again: kept");
    pass(&mut d, YEAR);
    assert_eq!(past(&mut d), ["Bautista, Rico"], "his time came too");
    d.app.erase_person(&seen).expect("erased");
    assert!(past(&mut d).is_empty(), "nothing is left to list");
}

#[test]
fn the_rule_is_the_officers_and_its_bounds_are_said() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    pass(&mut d, YEAR + 1000);
    let rule = d.app.retention().expect("a rule");
    assert_eq!(
        (rule.after_confirmed, rule.after_returned, rule.set_by),
        (3, 2, None),
        "a register begins with one"
    );
    assert_eq!(set(&mut d, 1, 5), Ok(1), "one year: she is past it");
    let rule = d.app.retention().expect("a rule");
    assert_eq!(
        (rule.after_returned, rule.set_by.as_deref()),
        (5, Some("Invented Officer")),
        "and it says who set it"
    );
    for (a, b) in [(0, 2), (3, 0), (21, 2)] {
        assert_eq!(set(&mut d, a, b), Err(ErrorCode::BadInput), "{a}, {b}");
    }
    assert_eq!(
        d.app.retention().expect("a rule").after_confirmed,
        1,
        "what is refused changes nothing"
    );
}

#[test]
fn who_is_back_home_counts_from_the_return() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    d.app.meeting_start("").expect("a meeting");
    let mark = crate::dto::MeetingMark {
        area: String::new(),
        person: d.app.people(&crate::testing::all()).expect("a list").rows[0]
            .id
            .clone(),
        mark: "home".into(),
        ..crate::dto::MeetingMark::default()
    };
    d.app.meeting_mark(&mark).expect("she is back");
    set(&mut d, 1, 4).expect("a rule");
    pass(&mut d, 2 * YEAR);
    assert!(
        past(&mut d).is_empty(),
        "the year after a confirmation is for who is abroad"
    );
    pass(&mut d, 2 * YEAR + 100_000);
    assert_eq!(past(&mut d), ["Abad, Lorna"], "four years at home");
}
