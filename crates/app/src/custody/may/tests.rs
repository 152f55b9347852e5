//! What may be decided in every phase. The table is a file that the window's stand-in for this program is held to as well.

use super::*;
use crate::custody::show::{decision_code, phase_code};
use serde::Deserialize;
use ugnay_release::checks::CheckCode;
use ugnay_release::machine::{Fact, Rules, Terms};
use ugnay_release::{Check, RequestId};

const A: Hash32 = Hash32([1; 32]);

/// One line of the table.
#[derive(Deserialize)]
struct Line {
    phase: String,
    decided: Option<String>,
    right: bool,
    /// Shares were sealed under a grant.
    granted: bool,
    can: Vec<String>,
}

fn table() -> Vec<Line> {
    let text = include_str!("../../../../../ui/src/backend/memory/custody/can.json");
    serde_json::from_str(text).expect("a table")
}

fn presented(ok: bool) -> Event {
    let row = |code: &CheckCode| Check {
        code: *code,
        ok,
        have: None,
        need: None,
    };
    Event::Presented {
        terms: Terms {
            request: RequestId([1; 32]),
            start: 0,
            expires: 4,
            until: 5,
        },
        checks: CheckCode::ALL.iter().map(row).collect(),
    }
}

fn decided(kind: DecisionKind) -> Event {
    let approving = kind == DecisionKind::Approve;
    let cids = Hash32([u8::from(approving); 32]);
    Event::Decide { kind, cids }
}

fn synced(from: u64, time: i64, facts: &[Fact]) -> Event {
    Event::Synced {
        from,
        size: from + facts.len() as u64,
        root: A,
        vouched: time,
        facts: (from..).zip(facts.iter().copied()).collect(),
    }
}

fn said(x: u8, kind: DecisionKind) -> Fact {
    let approving = kind == DecisionKind::Approve;
    let cids = Hash32([u8::from(approving); 32]);
    Fact::Decided { x, kind, cids }
}

fn after(events: Vec<Event>) -> State {
    let rules = Rules {
        me: 1,
        k: 2,
        veto: 2,
        cool_off: 2,
        fast_cool_off: 1,
    };
    let start = State::new(rules, 0);
    events.into_iter().fold(start, |s, e| step(&s, e).0)
}

/// Every way to stand there is, with whether shares were sealed.
fn standings() -> Vec<(State, bool)> {
    let (a, o, r) = (
        DecisionKind::Approve,
        DecisionKind::Object,
        DecisionKind::Refuse,
    );
    let grant = || {
        let both = synced(0, 2, &[said(1, a), said(2, a)]);
        vec![presented(true), decided(a), both]
    };
    let more = |mut events: Vec<Event>, last: Event| {
        events.push(last);
        after(events)
    };
    let veto = synced(0, 0, &[said(2, o), said(3, o)]);
    vec![
        (after(vec![]), false),
        (after(vec![presented(false)]), false),
        (after(vec![decided(r)]), false),
        (after(vec![decided(o)]), false),
        (after(vec![veto.clone()]), false),
        (after(vec![synced(0, 0, &[Fact::Closed])]), false),
        (after(vec![presented(true)]), false),
        (after(vec![presented(true), decided(a)]), false),
        (after(vec![presented(true), decided(r)]), false),
        (after(vec![presented(true), decided(o)]), false),
        (after(vec![presented(true), veto]), false),
        (after(vec![presented(true), synced(0, 9, &[])]), false),
        (after(grant()), true),
        (more(grant(), decided(r)), true),
        (more(grant(), decided(o)), true),
        (more(grant(), synced(2, 2, &[Fact::Closed])), true),
    ]
}

#[test]
fn what_may_be_decided_in_every_phase() {
    let (table, mut used) = (table(), vec![]);
    for (state, granted) in standings() {
        for right in [true, false] {
            let phase = phase_code(state.phase());
            let mine = state.mine().map(|(kind, _)| decision_code(kind));
            let fits = |l: &Line| {
                l.phase == phase
                    && l.decided.as_deref() == mine
                    && (l.right, l.granted) == (right, granted)
            };
            let at = table.iter().position(fits);
            let at = at.unwrap_or_else(|| panic!("no line for {phase} {mine:?} {right} {granted}"));
            let can: Vec<&str> = open(&state, right, A)
                .into_iter()
                .map(decision_code)
                .collect();
            // Without terms a refusal has no approval to go back to until the rows are right, which gives the terms.
            let bare = state.terms().is_none() && right;
            let expected: Vec<&str> = table[at].can.iter().map(String::as_str).collect();
            let expected: Vec<&str> = expected
                .into_iter()
                .filter(|kind| !(bare && *kind == "approve"))
                .collect();
            assert_eq!(
                can, expected,
                "{phase}, said {mine:?}, right {right}, granted {granted}"
            );
            used.push(at);
        }
    }
    for (at, line) in table.iter().enumerate() {
        assert!(
            used.contains(&at),
            "no standing is {} {:?}",
            line.phase,
            line.decided
        );
    }
}

#[test]
fn a_request_with_a_wrong_row_can_be_objected_to_and_refused() {
    let unchecked = after(vec![presented(false)]);
    assert_eq!(unchecked.phase(), Phase::Unchecked, "a row is wrong");
    assert_eq!(
        open(&unchecked, false, A),
        [DecisionKind::Object, DecisionKind::Refuse],
        "the very request that must be stopped"
    );
    let late = after(vec![
        presented(false),
        decided(DecisionKind::Refuse),
        presented(true),
    ]);
    assert_eq!(
        open(&late, true, A),
        [DecisionKind::Approve, DecisionKind::Object],
        "better evidence after a refusal: it may be approved after all"
    );
}

#[test]
fn more_to_approve_may_be_approved_again_until_shares_are_sealed() {
    let waiting = after(vec![presented(true), decided(DecisionKind::Approve)]);
    assert_eq!(
        open(&waiting, true, Hash32([7; 32])).first(),
        Some(&DecisionKind::Approve),
        "a register came since: without a new approval no k would ever be equal"
    );
    assert!(
        !open(&waiting, false, Hash32([7; 32])).contains(&DecisionKind::Approve),
        "but not while a row is wrong"
    );
}

#[test]
fn nothing_is_offered_that_the_machine_would_not_take() {
    for (state, _) in standings() {
        for kind in open(&state, true, A) {
            let (next, _) = step(&state, decided(kind));
            assert_eq!(
                next.mine().map(|(said, _)| said),
                Some(kind),
                "offered and taken in {:?}",
                state.phase()
            );
        }
    }
}
