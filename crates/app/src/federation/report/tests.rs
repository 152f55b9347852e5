//! Reports round-trip, and only the newest of each register counts.
use super::{Line, Message, OutcomeReport, tally};
use proptest::prelude::*;
use ugnay_model::{AttemptResult, Need, Safety};

fn report(tag: u8, at: i64, safety: Safety) -> OutcomeReport {
    let line = Line {
        token: [tag; 32],
        result: AttemptResult::Reached,
        safety: Some(safety),
        step: None,
        needs: vec![Need::Food],
    };
    OutcomeReport {
        tag: [tag; 16],
        at,
        in_scope: 3,
        lines: vec![line],
    }
}

#[test]
fn a_report_survives_the_round_trip_and_is_padded() {
    let m = Message::Report(report(1, 5, Safety::Safe));
    let bytes = m.encode();
    assert_eq!(
        bytes.len() % 4096,
        0,
        "the length must not say how many were reached"
    );
    assert_eq!(
        Message::decode(&bytes).expect("a report"),
        m,
        "read back as written"
    );
}

#[test]
fn the_newest_report_of_a_register_counts_once() {
    let t = tally(&[
        report(1, 5, Safety::NeedsHelp),
        report(1, 9, Safety::Safe),
        report(2, 1, Safety::Safe),
    ]);
    assert_eq!(
        t.get("safe"),
        Some(&2),
        "two registers, one person each, safe at last"
    );
    assert_eq!(
        t.get("needs_help"),
        None,
        "an older report is replaced, not added"
    );
    assert_eq!(
        t.get("in_scope"),
        Some(&6),
        "three in scope in each register"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Message::decode(&bytes);
    }
}
