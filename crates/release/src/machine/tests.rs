//! P25 and P27 by exhaustive exploration: one custodian against every environment, and three custodians over every message order.
//! The rules are written down a second time here, over the whole history, and compared with the machine at every step.

use super::*;
use crate::CheckCode;
use std::collections::HashSet;

mod changed;
mod gate;
mod parties;
mod single;

pub(super) const A: Hash32 = Hash32([0xaa; 32]);
pub(super) const B: Hash32 = Hash32([0xbb; 32]);
pub(super) const NONE: Hash32 = Hash32([0; 32]);
pub(super) const SEALED: Hash32 = Hash32([0x5e; 32]);

pub(super) fn rules(me: u8) -> Rules {
    Rules {
        me,
        k: 2,
        veto: 2,
        cool_off: 2,
        fast_cool_off: 1,
    }
}

pub(super) fn terms() -> Terms {
    Terms {
        request: RequestId([1; 32]),
        start: 0,
        expires: 4,
        until: 5,
    }
}

pub(super) fn rows(ok: bool) -> Vec<Check> {
    CheckCode::ALL
        .iter()
        .map(|code| Check {
            code: *code,
            ok,
            have: None,
            need: None,
        })
        .collect()
}

pub(super) fn presented(ok: bool) -> Event {
    Event::Presented {
        terms: terms(),
        checks: rows(ok),
    }
}

pub(super) fn decided(x: u8, kind: DecisionKind) -> Fact {
    Fact::Decided {
        x,
        kind,
        cids: if kind == DecisionKind::Approve {
            A
        } else {
            NONE
        },
    }
}

pub(super) fn run(events: Vec<Event>) -> (State, Vec<Vec<Action>>) {
    let mut state = State::new(rules(1), 0);
    let mut all = Vec::new();
    for event in events {
        let (next, actions) = step(&state, event);
        all.push(actions);
        state = next;
    }
    (state, all)
}

pub(super) fn synced(from: u64, vouched: i64, facts: &[Fact]) -> Event {
    let facts: Vec<(u64, Fact)> = (from..).zip(facts.iter().copied()).collect();
    let size = from + facts.len() as u64;
    Event::Synced {
        from,
        size,
        root: Hash32([size as u8; 32]),
        vouched,
        facts,
    }
}

#[test]
fn the_honest_path() {
    let approve = DecisionKind::Approve;
    let (state, actions) = run(vec![
        presented(true),
        Event::Decide {
            kind: approve,
            cids: A,
        },
        synced(0, 1, &[decided(1, approve), decided(2, approve)]),
        synced(2, 2, &[]),
        Event::Sealed {
            cids: A,
            sealed: SEALED,
        },
        synced(
            2,
            3,
            &[Fact::Shared {
                x: 1,
                cids: A,
                sealed: SEALED,
            }],
        ),
        Event::NewEpoch { cids: B },
        synced(3, 5, &[]),
    ]);
    assert_eq!(actions[0], [Action::Ask], "a person is asked");
    assert_eq!(
        actions[1],
        [Action::LogDecision {
            kind: approve,
            cids: A
        }],
        "the decision goes to the log"
    );
    assert_eq!(
        actions[2],
        [],
        "two approvals, but the cool-off is not over"
    );
    let seal = Action::Seal {
        cids: A,
        approvals: vec![(1, 0), (2, 1)],
        root: Hash32([2; 32]),
    };
    assert_eq!(actions[3], [seal], "now it is");
    assert_eq!(
        actions[4],
        [Action::LogNotice {
            cids: A,
            sealed: SEALED
        }],
        "the seal is logged first"
    );
    assert_eq!(
        actions[5],
        [Action::HandOver {
            cids: A,
            sealed: SEALED
        }],
        "then handed over"
    );
    assert!(
        matches!(actions[6][..], [Action::Seal { cids: B, .. }]),
        "a new epoch is released again by itself"
    );
    assert_eq!(actions[7], [Action::Forget], "the grant is over");
    assert_eq!(state.phase(), Phase::Ended(End::Expired), "and stays over");
}

#[test]
fn phases_for_the_screen() {
    let state = State::new(rules(1), 0);
    assert_eq!(state.phase(), Phase::Unchecked, "nothing is known");
    let (state, _) = step(&state, presented(false));
    assert_eq!(state.phase(), Phase::Unchecked, "a row is wrong");
    let (state, _) = step(
        &state,
        Event::Decide {
            kind: DecisionKind::Approve,
            cids: A,
        },
    );
    assert_eq!(
        state.phase(),
        Phase::Unchecked,
        "what is not checked cannot be approved"
    );
    let (declined, told) = step(
        &state,
        Event::Decide {
            kind: DecisionKind::Refuse,
            cids: NONE,
        },
    );
    assert_eq!(
        (declined.phase(), told.as_slice()),
        (
            Phase::Declined,
            &[Action::LogDecision {
                kind: DecisionKind::Refuse,
                cids: NONE
            }][..]
        ),
        "but it can be declined, so that the asker learns why"
    );
    assert_eq!(
        step(&declined, Event::Resume).1,
        told,
        "and after a crash it is said again"
    );
    assert_eq!(
        step(&declined, presented(true)).0.phase(),
        Phase::Declined,
        "evidence that comes later does not undo it"
    );
    let (state, _) = step(&state, presented(true));
    assert_eq!(state.phase(), Phase::Undecided, "better evidence came");
    let (approved, _) = step(
        &state,
        Event::Decide {
            kind: DecisionKind::Approve,
            cids: A,
        },
    );
    assert_eq!(
        (approved.phase(), approved.earliest()),
        (Phase::Waiting, Some(2)),
        "waiting for others"
    );
    let (fast, _) = step(
        &approved,
        synced(0, 0, &[1, 2, 3].map(|x| decided(x, DecisionKind::Approve))),
    );
    assert_eq!(
        (fast.earliest(), fast.approvals(&A).len()),
        (Some(1), 3),
        "k+1 approvals shorten it"
    );
    let (refused, _) = step(
        &state,
        Event::Decide {
            kind: DecisionKind::Refuse,
            cids: NONE,
        },
    );
    assert_eq!(refused.phase(), Phase::Declined, "refused here");
    let (objected, _) = step(
        &state,
        Event::Decide {
            kind: DecisionKind::Object,
            cids: NONE,
        },
    );
    assert_eq!(
        (objected.phase(), objected.objections()),
        (Phase::Declined, 1),
        "objected here"
    );
    let (vetoed, _) = step(&objected, Event::ObjectionReceived { x: 3 });
    assert_eq!(
        vetoed.phase(),
        Phase::Ended(End::Vetoed),
        "two objections stop it"
    );
}

#[test]
fn a_gap_in_the_log_is_refused() {
    let (state, _) = run(vec![
        presented(true),
        synced(0, 1, &[decided(2, DecisionKind::Approve)]),
    ]);
    for from in [0, 2, 7] {
        let (next, actions) = step(
            &state,
            synced(from, 9, &[decided(3, DecisionKind::Approve)]),
        );
        assert_eq!(
            actions,
            [Action::SyncFrom { size: 1 }],
            "entries must follow those known"
        );
        assert_eq!(next, state, "nothing was learnt from {from}");
    }
}

#[test]
fn crash_between_any_two_steps_loses_nothing() {
    let approve = DecisionKind::Approve;
    let events = [
        presented(true),
        Event::Decide {
            kind: approve,
            cids: A,
        },
        synced(0, 2, &[decided(1, approve), decided(2, approve)]),
        Event::Sealed {
            cids: A,
            sealed: SEALED,
        },
        synced(
            2,
            3,
            &[Fact::Shared {
                x: 1,
                cids: A,
                sealed: SEALED,
            }],
        ),
    ];
    for crash in 1..=events.len() {
        let (state, actions) = run(events[..crash].to_vec());
        let stored = State::from_bytes(&state.to_bytes().unwrap()).unwrap();
        assert_eq!(stored, state, "the state survives storage");
        let (after, again) = step(&stored, Event::Resume);
        assert_eq!(after, state, "starting again changes nothing");
        let lost: Vec<&Action> = actions[crash - 1]
            .iter()
            .filter(|a| !again.contains(a))
            .collect();
        assert!(
            lost.is_empty(),
            "what step {crash} asked for is said again: {lost:?}"
        );
    }
}

#[test]
fn p32_state_bytes_have_one_encoding() {
    let approve = DecisionKind::Approve;
    let (state, _) = run(vec![
        presented(true),
        Event::Decide {
            kind: approve,
            cids: A,
        },
        synced(
            0,
            2,
            &[
                decided(1, approve),
                decided(2, approve),
                decided(3, DecisionKind::Object),
            ],
        ),
        Event::Sealed {
            cids: A,
            sealed: SEALED,
        },
    ]);
    let bytes = state.to_bytes().unwrap();
    for cut in 0..bytes.len() {
        assert!(State::from_bytes(&bytes[..cut]).is_err(), "cut at {cut}");
    }
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << bit;
            if let Ok(read) = State::from_bytes(&changed) {
                assert_eq!(
                    read.to_bytes().as_ref(),
                    Ok(&changed),
                    "byte {at} bit {bit}: one encoding"
                );
            }
        }
    }
}
