//! The reading of a log, held against the objects of `ugnay-release`: the outsider's reader and the custodians' program say
//! the same, and nothing counts that its author was not entitled to.

use super::*;
use crate::testing::{Log, PARTIES};
use proptest::prelude::*;
use ugnay_release::{
    ClosingKind, DecisionKind, DemandCounts, DemandNotice, DemandOutcome, Reason, Statement as Said,
};
use ugnay_seal::Hash32;

#[test]
fn a_federation_is_what_its_genesis_says() {
    let log = Log::new();
    let r = log.report(2000);
    let f = r.federation.expect("the genesis is in the log");
    assert_eq!(
        (f.name.as_str(), f.approvals_needed, f.objections_stop),
        ("Simulated federation", 3, 2),
        "its policy"
    );
    assert_eq!(
        (r.custodians.len(), r.witnesses.len()),
        (5, 2),
        "its roster"
    );
    let head = r.log.expect("a checkpoint");
    assert_eq!(head.cosigned.len(), 7, "all cosigned");
    assert_eq!(
        (head.size, head.needed),
        (log.items().len() as u64, 5),
        "size and quorum"
    );
    let other = report(&[9; 16], log.items(), None, log.key(), 2000);
    assert!(
        other.federation.is_none(),
        "another federation's genesis founds nothing here"
    );
    assert!(
        other.requests.is_empty() && other.custodians.is_empty(),
        "and nothing follows from it"
    );
}

#[test]
fn a_request_goes_its_way() {
    let mut log = Log::new();
    let id = log.ask(1000);
    let r = log.report(1100);
    let q = &r.requests[0];
    assert_eq!(
        (q.purpose, q.barangays, q.destination.as_deref()),
        ("evacuation", 2, Some("SA")),
        "as asked"
    );
    assert_eq!(
        (q.state, q.drill, q.review_due),
        (State::Waiting, false, None),
        "nothing decided"
    );
    assert_eq!(q.desk, log.desk_name(), "the desk by its card");
    for x in 1..=3 {
        log.decide(id, x, DecisionKind::Approve, 1200);
    }
    log.decide(id, 4, DecisionKind::Object, 1250);
    log.decide(id, 5, DecisionKind::Refuse, 1260);
    let q = &log.report(1300).requests[0];
    assert_eq!(
        (q.approvals, q.objections, q.state),
        (3, 1, State::Waiting),
        "approved, nothing handed over"
    );
    assert!(q.decisions[0].reason.is_some(), "with reasons");
    for x in 1..=3 {
        log.hand_over(id, x, 1400);
    }
    let q = &log.report(1500).requests[0];
    assert_eq!(
        (q.state, q.handed_over),
        (State::Opened, 3),
        "opened by three"
    );
    let until = q.until;
    let q = &log.report(until + 1).requests[0];
    assert_eq!(
        (q.state, q.review_due),
        (State::Ended, Some(until + 30 * 86_400)),
        "over, the review is due"
    );
    assert!(!q.review_overdue, "not late yet");
    assert!(
        log.report(until + 30 * 86_400 + 1).requests[0].review_overdue,
        "a second too late"
    );
    let custodian = [&PARTIES.custodians[1]];
    log.close_as(id, ClosingKind::GrantClose, "mine", 1550, &custodian);
    let q = &log.report(1560).requests[0];
    assert_eq!(
        (q.state, q.closed.is_none()),
        (State::Opened, true),
        "a custodian ends no grant by itself"
    );
    log.close(id, ClosingKind::GrantClose, "done", 1600, &[0]);
    log.close(
        id,
        ClosingKind::DeletionAttestation,
        "all deleted",
        1700,
        &[0, 1],
    );
    log.close(id, ClosingKind::Review, "it went well", 1800, &[0, 1]);
    let q = &log.report(2000 + 30 * 86_400).requests[0];
    assert_eq!(q.state, State::Ended, "closed early");
    assert_eq!(
        q.review_due,
        Some(1600 + 30 * 86_400),
        "counted from the closing"
    );
    assert!(!q.review_overdue, "it is there");
    let text = |c: &Option<Closing>| c.as_ref().and_then(|c| c.text.clone()).unwrap_or_default();
    assert_eq!(
        [text(&q.closed), text(&q.deleted), text(&q.review)],
        ["done", "all deleted", "it went well"],
        "in their own words"
    );
}

#[test]
fn two_objections_stop_and_time_expires() {
    let mut log = Log::new();
    let id = log.ask(1000);
    log.decide(id, 1, DecisionKind::Object, 1100);
    // Who objected and changed its mind did object.
    log.decide(id, 1, DecisionKind::Approve, 1150);
    log.decide(id, 2, DecisionKind::Object, 1200);
    let q = &log.report(1300).requests[0];
    assert_eq!(
        (q.state, q.objections, q.approvals),
        (State::Stopped, 2, 1),
        "stopped for good"
    );
    let mut log = Log::new();
    log.ask(1000);
    let expires = log.report(1100).requests[0].expires;
    assert_eq!(
        log.report(expires).requests[0].state,
        State::Expired,
        "nobody decided in time"
    );
}

#[test]
fn nothing_counts_from_who_is_not_entitled() {
    let mut log = Log::new();
    log.ask_as_stranger(900);
    assert!(
        log.report(1000).requests.is_empty(),
        "a request by no officer of the desk"
    );
    let id = log.ask(1000);
    log.decide_as(id, 1, 2, DecisionKind::Object, 1100);
    log.hand_over_as(id, 1, 2, 1100);
    log.close(id, ClosingKind::Review, "alone", 1200, &[0]);
    let r = log.report(1300);
    let q = &r.requests[0];
    assert_eq!(
        (q.objections, q.decisions.len(), q.handed_over),
        (0, 0, 0),
        "one custodian cannot speak as another"
    );
    assert!(q.review.is_none(), "one officer is not a review");
    log.demand_as(1, 2, 1, DemandOutcome::Received, 1400);
    log.state_as(1, 2, 1, 1400);
    let r = log.report(1500);
    assert!(
        r.demands.is_empty() && r.statements.is_empty(),
        "nor report or state for it"
    );
}

#[test]
fn what_a_server_enters_in_a_custodians_name_is_not_its_word() {
    let mut log = Log::new();
    let id = log.ask(1000);
    for x in 1..=3u8 {
        let entry = |kind, rest: &[u8]| Entry {
            kind,
            time: 1100,
            author: log.author(usize::from(x) - 1),
            commit: [7; 32],
            public: [&id.0[..], &[x], rest].concat(),
        };
        let forged = [
            entry(EntryType::Object, &[]),
            entry(EntryType::Object, &[0; 72]),
            entry(EntryType::Approve, &[0; 72]),
            entry(EntryType::ShareRelease, &[5; 32]),
        ];
        for entry in forged {
            log.push_raw(entry, Seen::Nothing);
        }
    }
    let q = &log.report(1300).requests[0];
    assert_eq!(
        (q.state, q.objections, q.approvals, q.handed_over),
        (State::Waiting, 0, 0, 0),
        "nobody signed any of it"
    );
}

#[test]
fn the_last_word_is_the_latest_said_wherever_the_log_shows_it() {
    let mut log = Log::new();
    let id = log.ask(1000);
    log.decide(id, 2, DecisionKind::Approve, 1100);
    let first = log.items().last().cloned().unwrap();
    log.decide(id, 2, DecisionKind::Refuse, 1200);
    log.erase(EntryType::Refuse);
    let again = Entry {
        time: 1300,
        ..first.entry
    };
    log.push_raw(again, first.body);
    let q = &log.report(1400).requests[0];
    assert_eq!(
        (q.approvals, q.decisions[0].decision, q.decisions[0].time),
        (0, "refuse", 1200),
        "taken back, its words erased, the approval entered once more: it stays taken back"
    );
}

#[test]
fn demands_are_counted_once_each_in_their_last_revision() {
    let mut log = Log::new();
    log.demand_as(2, 2, 1, DemandOutcome::Received, 1000);
    log.demand_as(2, 2, 2, DemandOutcome::Refused, 1100);
    log.demand_as(2, 2, 1, DemandOutcome::Gagged, 1200);
    let r = log.report(1300);
    let d = &r.demands[0];
    assert_eq!(
        (d.total, d.outcomes.get("refused")),
        (1, Some(&1)),
        "one demand, refused; an older revision changes nothing"
    );
    assert_eq!(
        (d.demands[0].reported, d.demands[0].updated),
        (1000, 1100),
        "first and last report"
    );
    assert_eq!(d.demands[0].authority, Some("immigration"), "by whom");
    assert_eq!(d.demands[0].asked, ["lists", "silence"], "for what");
    log.demand_as(2, 2, 3, DemandOutcome::Gagged, 1400);
    let d = &log.report(1500).demands[0].demands[0];
    assert_eq!(
        (d.authority, d.asked.len(), d.outcome),
        (None, 0, "gagged"),
        "under a gag only that"
    );
}

#[test]
fn statements_chain_and_fall_due() {
    let mut log = Log::new();
    log.state_as(2, 2, 1, 1000);
    log.state_as(2, 2, 2, 2000);
    let due = 2000 + Log::CADENCE;
    let r = log.report(due);
    assert_eq!(r.statements.len(), 2, "both");
    let newest = &r.statements[0];
    assert_eq!(
        (
            newest.number,
            newest.newest,
            newest.overdue,
            newest.in_order
        ),
        (2, true, false, true),
        "on the day"
    );
    assert!(
        !r.statements[1].newest && !r.statements[1].overdue,
        "an old one is not late"
    );
    assert_eq!(
        newest.texts.get("en").map(String::as_str),
        Some("We keep our part."),
        "its words"
    );
    assert!(r.custodians.iter().all(|c| !c.overdue), "nobody late");
    let r = log.report(due + 1);
    assert!(r.statements[0].overdue, "a second later");
    let late: Vec<u8> = r
        .custodians
        .iter()
        .filter(|c| c.overdue)
        .map(|c| c.x)
        .collect();
    assert_eq!(late, [2], "the organisation is overdue");
    assert_eq!(
        r.custodians[0].statement_due, None,
        "who never said anything promised nothing"
    );
    log.state_as(2, 2, 4, 3000);
    assert!(
        !log.report(3000).statements[0].in_order,
        "number 3 is missing"
    );
}

#[test]
fn an_erased_body_leaves_the_entry() {
    let mut log = Log::new();
    let id = log.ask(1000);
    log.close(id, ClosingKind::GrantClose, "a name slipped in", 1600, &[0]);
    log.state_as(2, 2, 1, 1700);
    log.state_as(2, 2, 2, 1800);
    log.erase(EntryType::GrantClose);
    log.erase(EntryType::Statement);
    let r = log.report(2000);
    let closed = r.requests[0].closed.as_ref().expect("the entry stays");
    assert_eq!(
        (closed.erased, &closed.text),
        (true, &None),
        "its words are gone"
    );
    assert!(
        r.statements.iter().all(|s| s.erased && s.texts.is_empty()),
        "statements too"
    );
    assert!(
        r.statements.iter().all(|s| s.in_order),
        "their numbers still follow each other"
    );
    assert!(
        !serde_json::to_string(&r).unwrap().contains("slipped"),
        "nowhere in the document"
    );
}

#[test]
fn a_changed_body_is_not_shown() {
    let mut log = Log::new();
    log.state_as(2, 2, 1, 1000);
    log.spoil(EntryType::Statement);
    assert!(
        log.report(2000).statements.is_empty(),
        "the log commits to what was said"
    );
}

#[test]
fn no_barangay_is_in_the_document() {
    let mut log = Log::new();
    log.ask(1000);
    let text = serde_json::to_string(&log.report(1100)).unwrap();
    for area in Log::AREAS {
        assert!(
            !text.contains(&area.to_string()),
            "{area} is for custodians alone"
        );
    }
}

#[test]
fn public_fields_are_read_as_release_writes_them() {
    let mut counts = DemandCounts::default();
    DemandOutcome::ALL.iter().for_each(|o| counts.add(*o));
    counts.add(DemandOutcome::Refused);
    let mut log = Log::new();
    let said = Said {
        x: 3,
        number: 1,
        previous: Hash32([0; 32]),
        date: 500,
        next_by: 900,
        none: false,
        counts,
        texts: vec![("fil".into(), "Wala.".into())],
    };
    log.state(said, 3, 600);
    let s = &log.report(700).statements[0];
    assert_eq!((s.date, s.next_by, s.none), (500, 900, false), "dates");
    assert_eq!(
        s.counts.iter().map(|(k, v)| (*k, *v)).collect::<Vec<_>>(),
        [
            ("complied", 1),
            ("escalated", 1),
            ("gagged", 1),
            ("received", 1),
            ("refused", 2)
        ],
        "counts by their names"
    );
    for reason in Reason::ALL.iter().filter(|r| **r != Reason::InOrder) {
        let mut log = Log::new();
        let id = log.ask(1000);
        log.decide_because(id, 1, 1, DecisionKind::Refuse, *reason, 1100);
        let found = log.report(1200).requests[0].decisions[0].reason;
        assert_eq!(found, Some(reason.code()), "reasons by their names");
    }
}

#[test]
fn a_demand_shows_the_same_as_its_public_fields() {
    let mut log = Log::new();
    for (n, outcome) in (1u8..).zip(DemandOutcome::ALL) {
        log.demand_named([n; 16], 1, 1, 1, *outcome, 1000);
    }
    let d = &log.report(1100).demands[0];
    assert_eq!(
        (d.total, d.outcomes.len()),
        (5, 5),
        "each under its outcome"
    );
    let notice: DemandNotice = log.notice([1; 16], 1, 1, DemandOutcome::Received, 1000);
    assert_eq!(
        notice.public().to_bytes().len(),
        23,
        "and nothing else is in the entry"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn p32_any_entry_and_body_are_read_without_panic(
        kind in 0usize..21, author in 0usize..6, public in proptest::collection::vec(any::<u8>(), 0..120),
        body in proptest::collection::vec(any::<u8>(), 0..200), time in 0i64..i64::MAX,
    ) {
        let mut log = Log::shared();
        let author = log.author(author);
        let entry = Entry { kind: EntryType::ALL[kind], time, author, commit: [0; 32], public };
        log.push_raw(entry, Seen::Body(body));
        let r = log.report(time);
        prop_assert!(r.federation.is_some(), "what was there stays");
        prop_assert!(r.statements.is_empty() && r.requests.is_empty(), "noise says nothing");
    }
}
