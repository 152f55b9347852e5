//! Texts survive the round trip, each level by itself; what two officers wrote apart is both kept.

use super::*;
use crate::{DeviceHash, Dot, Page};

fn text(says: &str, at: i64) -> PlanText {
    PlanText {
        text: says.into(),
        by: "Invented Officer".into(),
        at,
    }
}

fn dot(device: u8) -> Dot {
    Dot {
        lamport: 3,
        device: DeviceHash([device; 32]),
    }
}

#[test]
fn each_level_has_its_own_text_and_no_officers_is_lost() {
    let level = AlertLevel::new(3);
    let mut here = Page::Plan("LB".parse().expect("a code")).empty();
    let mut there = here.clone();
    here.apply(
        [(PlanText::key(None), text("Meet at the chapel.", 1).value())],
        dot(1),
    );
    here.apply([(PlanText::key(level), text("Here.", 2).value())], dot(1));
    there.apply([(PlanText::key(level), text("There.", 3).value())], dot(2));
    here.merge(&there);
    let read = Record::from_cbor(&here.to_cbor()).expect("our own bytes");
    assert_eq!(
        PlanText::of(&read, None),
        [text("Meet at the chapel.", 1)],
        "the text for all times"
    );
    assert_eq!(
        PlanText::of(&read, level).len(),
        2,
        "both plans for level 3 are there"
    );
    assert!(
        PlanText::of(&read, AlertLevel::new(4)).is_empty(),
        "nothing was written for level 4"
    );
}
