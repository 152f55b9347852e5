//! What may be written into the book, field by field; the stories drive the rest against a real buffer.

use super::*;
use crate::dto::custody::{DemandCounts as Counted, StatementText};

const NOW: i64 = 1_800_000_000;

fn input() -> DemandInput {
    DemandInput {
        id: None,
        authority: "police".into(),
        jurisdiction: "ph".into(),
        received_at: NOW,
        asked: vec!["keys".into(), "names".into(), "keys".into()],
        outcome: "received".into(),
        note: " two\nlines ".into(),
    }
}

#[test]
fn a_field_that_cannot_be_is_named() {
    let cases: [(&str, DemandInput); 8] = [
        (
            "authority",
            DemandInput {
                authority: "pirates".into(),
                ..input()
            },
        ),
        (
            "outcome",
            DemandInput {
                outcome: "ignored".into(),
                ..input()
            },
        ),
        (
            "jurisdiction",
            DemandInput {
                jurisdiction: "Philippines".into(),
                ..input()
            },
        ),
        (
            "received_at",
            DemandInput {
                received_at: NOW + 1,
                ..input()
            },
        ),
        (
            "received_at",
            DemandInput {
                received_at: -1,
                ..input()
            },
        ),
        (
            "asked",
            DemandInput {
                asked: vec![],
                ..input()
            },
        ),
        (
            "asked",
            DemandInput {
                asked: vec!["everything".into()],
                ..input()
            },
        ),
        (
            "note",
            DemandInput {
                note: "n".repeat(2001),
                ..input()
            },
        ),
    ];
    for (field, wrong) in cases {
        let e = Kept::read(&wrong, NOW).map(drop).expect_err(field);
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "names the field"
        );
    }
    let none = DemandInput {
        jurisdiction: String::new(),
        ..input()
    };
    assert!(
        Kept::read(&none, NOW).is_ok(),
        "a country need not be known"
    );
}

#[test]
fn a_kept_demand_makes_a_notice_the_protocol_takes() {
    use ugnay_release::Object;
    let kept = Kept::read(&input(), NOW).expect("fits");
    let notice = kept.notice(&[1; 16], 3, None, NOW + 5);
    assert!(notice.encode().is_ok(), "within every rule");
    assert_eq!(
        notice.asked,
        [Asked::Names, Asked::Keys],
        "in order, each once"
    );
    assert_eq!(
        (notice.jurisdiction, notice.note.as_str()),
        (0x5048, "two lines"),
        "country in capitals, one line"
    );
    assert!(kept.same(&notice), "a fresh notice says what the book says");
    let again = Kept::from_bytes(&kept.to_bytes().expect("writes")).expect("reads");
    assert!(again == kept, "kept as it was");
    assert_eq!(
        Kept::from_bytes(b"{}").map(drop).map_err(|e| e.code),
        Err(ErrorCode::Damaged),
        "half a record is damaged"
    );
}

#[test]
fn outcomes_have_a_history_and_published_facts_stay() {
    let at = |outcome: &str, now| {
        Kept::read(
            &DemandInput {
                outcome: outcome.into(),
                ..input()
            },
            now,
        )
        .expect("fits")
    };
    let mut second = at("refused", NOW + 10);
    second
        .follow(at("received", NOW), true, NOW + 10)
        .expect("an outcome may change");
    let mut third = at("refused", NOW + 20);
    third
        .follow(second.clone(), true, NOW + 20)
        .expect("saved again");
    let row = third.row(&[1; 16], false).expect("a row");
    let history: Vec<_> = row
        .history
        .iter()
        .map(|c| (c.outcome.as_str(), c.at))
        .collect();
    assert_eq!(
        history,
        [("received", NOW)],
        "each outcome once, since when it was"
    );
    let mut other = Kept::read(
        &DemandInput {
            authority: "court".into(),
            ..input()
        },
        NOW,
    )
    .expect("fits");
    assert!(
        other.clone().follow(second.clone(), true, NOW).is_err(),
        "not once it was published"
    );
    assert!(
        other.follow(second, false, NOW).is_ok(),
        "a slip can be mended before"
    );
}

#[test]
fn a_statement_is_checked_before_it_is_signed() {
    let words = |text: &str, next_by, none| StatementInput {
        texts: vec![StatementText {
            language: "en".into(),
            text: text.into(),
        }],
        next_by,
        none: Some(none),
    };
    let mut counts = DemandCounts::default();
    let make = |counts, input: StatementInput| {
        statement(1, None, counts, &input, NOW).map_err(|e| e.field)
    };
    assert!(
        make(counts, words("x", NOW + 1, true)).is_ok(),
        "none, when none was recorded"
    );
    assert_eq!(
        make(counts, words(" \n", NOW + 1, true)).map(drop),
        Err(Some("text".into())),
        "without words"
    );
    assert_eq!(
        make(counts, words("x", NOW, true)).map(drop),
        Err(Some("next_by".into())),
        "due already"
    );
    counts.add(DemandOutcome::Gagged);
    assert_eq!(
        make(counts, words("x", NOW + 1, true)).map(drop),
        Err(Some("none".into())),
        "not true"
    );
}

#[test]
fn every_outcome_has_its_count() {
    let mut counts = Counted::default();
    for o in DemandOutcome::ALL {
        count(&mut counts, *o, 2);
    }
    let each = [
        counts.received,
        counts.refused,
        counts.escalated,
        counts.gagged,
        counts.complied,
    ];
    assert_eq!(
        (each, counts.total),
        ([2; 5], 10),
        "each under its own name"
    );
}
