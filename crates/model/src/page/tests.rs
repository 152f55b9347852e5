//! Ids that are nobody's, and pages that survive the round trip and merge like any record.

use super::*;
use crate::{DeviceHash, Dot};
use proptest::prelude::*;

fn country(code: &str) -> Country {
    code.parse().expect("a country's code")
}

fn held(ended: i64) -> MeetingHeld {
    MeetingHeld {
        area: Psgc(401_009_007),
        began: ended - 3600,
        ended,
        officer: "Invented Officer".into(),
        people: 40,
        confirmed: 31,
    }
}

fn dot(lamport: u64, device: u8) -> Dot {
    Dot {
        lamport,
        device: DeviceHash([device; 32]),
    }
}

#[test]
fn every_page_is_known_by_its_id() {
    let pages = [
        Page::Meetings,
        Page::Directory(country("SA")),
        Page::Plan(country("SA")),
        Page::Plan(country("LB")),
        Page::Exports(667, 0),
        Page::Exports(u16::MAX, u8::MAX),
        Page::Rules,
    ];
    for page in pages {
        assert_eq!(Page::of(page.id()), Some(page), "an id leads back");
        assert!(Page::is_page(page.id()), "and is told from a person's");
    }
    assert_eq!(
        Page::Directory(country("SA")).id().to_string(),
        "75676e61-7970-8000-8002-000000005341",
        "an id once used stays: other devices look under it"
    );
}

#[test]
fn a_meeting_survives_the_round_trip_and_the_later_one_stays() {
    let mut here = Page::Meetings.empty();
    here.apply(
        [(MeetingHeld::key(held(1).area), held(5000).value())],
        dot(1, 1),
    );
    let bytes = here.to_cbor();
    let read = Record::from_cbor(&bytes).expect("our own bytes");
    assert_eq!(MeetingHeld::all(&read), [held(5000)], "nothing is lost");
    let mut there = Page::Meetings.empty();
    there.apply(
        [(MeetingHeld::key(held(1).area), held(9000).value())],
        dot(2, 2),
    );
    here.merge(&there);
    assert_eq!(
        MeetingHeld::all(&here),
        [held(9000)],
        "one place for each barangay: the page does not grow with the years"
    );
}

proptest! {
    #[test]
    fn no_person_ever_has_a_pages_id(bytes in any::<[u8; 16]>()) {
        let person = PersonId::from_random(bytes);
        prop_assert!(!Page::is_page(person), "a random id has another version");
        prop_assert_eq!(Page::of(person), None, "so it is no page");
    }
}

#[test]
fn what_was_given_out_and_the_rule_survive_the_round_trip() {
    let made = ExportMade {
        at: 9000,
        by: "Invented Officer".into(),
        to: "Municipal desk".into(),
        purpose: "crisis".into(),
        why: String::new(),
        kind: "csv".into(),
        persons: 41,
        times: 1,
        fields: vec!["names".into(), "abroad".into()],
    };
    let rule = KeepFor {
        after_confirmed: 3,
        after_returned: 2,
        by: "Invented Officer".into(),
        at: 9000,
    };
    let mut log = Page::Exports(667, 0).empty();
    log.apply([(ExportMade::key([7; 16]), made.value())], dot(1, 1));
    let log = Record::from_cbor(&log.to_cbor()).expect("our own bytes");
    assert_eq!(
        ExportMade::all(&log),
        [([7; 16], made)],
        "nothing is lost, an empty text included"
    );
    let mut rules = Page::Rules.empty();
    rules.apply([rule.change()], dot(1, 1));
    let rules = Record::from_cbor(&rules.to_cbor()).expect("our own bytes");
    assert_eq!(KeepFor::of(&rules), Some(rule), "the rule as it was set");
    assert!(
        Page::Exports(667, 0).is_log() && !Page::Rules.is_log(),
        "a log is not taken back, a rule can be"
    );
}
