//! P25 and P27 by exhaustive exploration: one custodian against every environment, and three custodians over every message order.
//! The rules are written down a second time here, over the whole history, and compared with the machine at every step.

use super::*;
use crate::CheckCode;
use std::collections::HashSet;

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

fn run(events: Vec<Event>) -> (State, Vec<Vec<Action>>) {
    let mut state = State::new(rules(1), 0);
    let mut all = Vec::new();
    for event in events {
        let (next, actions) = step(&state, event);
        all.push(actions);
        state = next;
    }
    (state, all)
}

fn synced(from: u64, vouched: i64, facts: &[Fact]) -> Event {
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

/// Approved, two approvals logged, the cool-off over, shares wanted.
fn granted() -> State {
    let approve = DecisionKind::Approve;
    let (state, _) = run(vec![
        presented(true),
        Event::Decide {
            kind: approve,
            cids: A,
        },
        synced(0, 2, &[decided(1, approve), decided(2, approve)]),
    ]);
    assert_eq!(state.phase(), Phase::Granted, "the rules are met");
    state
}

#[test]
fn what_a_state_says_of_itself() {
    let fresh = State::new(rules(3), 7);
    assert_eq!(fresh.rules(), &rules(3), "the numbers it was made with");
    assert_eq!(
        (
            fresh.terms(),
            fresh.mine(),
            fresh.size(),
            fresh.objections()
        ),
        (None, None, 7, 0),
        "nothing is known yet but how far the mirror is"
    );
    assert_eq!(fresh.vouched(), i64::MIN, "no time has certainly passed");
    assert_eq!(fresh.earliest(), None, "without terms there is no release");
    let state = granted();
    assert_eq!(state.terms(), Some(&terms()), "the terms of the request");
    assert_eq!(
        state.mine(),
        Some((DecisionKind::Approve, A)),
        "the last word, and on what"
    );
    assert_eq!((state.vouched(), state.size()), (2, 2), "by the witnesses");
    let (again, _) = step(&state, synced(2, 1, &[]));
    assert_eq!(again.vouched(), 2, "time that has passed stays passed");
    assert_eq!(state.approvals(&B), vec![], "nobody approved anything else");
}

#[test]
fn ends_for_the_screen() {
    let state = granted();
    let (closed, said) = step(&state, synced(2, 3, &[Fact::Closed]));
    assert_eq!(
        (closed.phase(), said),
        (Phase::Ended(End::Closed), vec![Action::Forget]),
        "a closing ends it"
    );
    let (still, said) = step(&state, synced(2, 4, &[]));
    assert_eq!(
        (still.phase(), said),
        (Phase::Granted, vec![]),
        "once granted it lasts past the time for decisions"
    );
    let (over, said) = step(&state, synced(2, 5, &[]));
    assert_eq!(
        (over.phase(), said),
        (Phase::Ended(End::Expired), vec![Action::Forget]),
        "and ends at its end"
    );
    assert_eq!(
        step(&over, synced(2, 6, &[])).1,
        [],
        "forgetting is said once"
    );
    let (waiting, _) = run(vec![presented(true), synced(0, 4, &[])]);
    assert_eq!(
        waiting.phase(),
        Phase::Ended(End::Expired),
        "without a grant it is void when the time for decisions is over"
    );
    let (waiting, _) = run(vec![presented(true), synced(0, 3, &[])]);
    assert_eq!(waiting.phase(), Phase::Undecided, "and not before");
}

#[test]
fn an_own_objection_counts_wherever_it_comes_from() {
    let (state, _) = run(vec![presented(true), Event::ObjectionReceived { x: 1 }]);
    assert_eq!(
        state.phase(),
        Phase::Declined,
        "said on another device of this custodian"
    );
    let (after, said) = step(
        &state,
        Event::Decide {
            kind: DecisionKind::Approve,
            cids: A,
        },
    );
    assert_eq!(
        (after, said),
        (state, vec![]),
        "it is not taken back by approving"
    );
    let (unchecked, _) = run(vec![Event::ObjectionReceived { x: 1 }]);
    assert_eq!(
        unchecked.phase(),
        Phase::Declined,
        "nor does it wait for evidence"
    );
}

#[test]
fn p25_only_the_own_notice_of_these_bytes_lets_a_share_go() {
    let (sealed, _) = step(
        &granted(),
        Event::Sealed {
            cids: A,
            sealed: SEALED,
        },
    );
    let shared = |x, cids, sealed| Fact::Shared { x, cids, sealed };
    for (fact, why) in [
        (shared(2, A, SEALED), "another custodian's notice"),
        (shared(1, A, B), "a notice of other bytes"),
        (shared(1, B, SEALED), "a notice of other compartments"),
    ] {
        let (next, said) = step(&sealed, synced(2, 3, &[fact]));
        assert_eq!(said, [], "{why} lets nothing go");
        assert_eq!(
            step(&next, Event::Resume).1,
            [Action::LogNotice {
                cids: A,
                sealed: SEALED
            }],
            "{why}: the own one is still to be logged"
        );
    }
    let (_, said) = step(&sealed, synced(2, 3, &[shared(1, A, SEALED)]));
    assert_eq!(
        said,
        [Action::HandOver {
            cids: A,
            sealed: SEALED
        }],
        "the own one does"
    );
}

#[test]
fn entries_never_become_fewer() {
    let (state, _) = run(vec![presented(true), synced(0, 0, &[Fact::Closed])]);
    let back = Event::Synced {
        from: 1,
        size: 0,
        root: NONE,
        vouched: 9,
        facts: vec![],
    };
    assert_eq!(
        step(&state, back),
        (state.clone(), vec![Action::SyncFrom { size: 1 }]),
        "a size below the own one teaches nothing, not even the time"
    );
}

#[test]
fn what_is_sealed_is_sealed_once_and_for_what_was_asked() {
    let state = granted();
    let (sealed, _) = step(
        &state,
        Event::Sealed {
            cids: A,
            sealed: SEALED,
        },
    );
    for other in [
        Event::Sealed { cids: A, sealed: B },
        Event::Sealed {
            cids: B,
            sealed: SEALED,
        },
        Event::NewEpoch { cids: A },
    ] {
        assert_eq!(
            step(&sealed, other.clone()),
            (sealed.clone(), vec![]),
            "nothing changes by {other:?}"
        );
    }
    let (waiting, _) = run(vec![
        presented(true),
        Event::Decide {
            kind: DecisionKind::Approve,
            cids: A,
        },
    ]);
    assert_eq!(
        step(&waiting, Event::NewEpoch { cids: B }),
        (waiting.clone(), vec![]),
        "no new epoch before a grant"
    );
    let (withdrawn, _) = step(&state, synced(2, 3, &[decided(2, DecisionKind::Refuse)]));
    assert_eq!(
        step(&withdrawn, Event::NewEpoch { cids: B }),
        (withdrawn.clone(), vec![]),
        "nor while an approval is taken back"
    );
}

#[test]
fn a_decision_is_said_until_it_is_logged_and_the_latest_counts() {
    let (waiting, _) = run(vec![
        presented(true),
        Event::Decide {
            kind: DecisionKind::Approve,
            cids: A,
        },
    ]);
    let approve = Action::LogDecision {
        kind: DecisionKind::Approve,
        cids: A,
    };
    assert_eq!(
        step(&waiting, Event::Resume).1.first(),
        Some(&approve),
        "again"
    );
    let (other, _) = step(&waiting, synced(0, 0, &[decided(1, DecisionKind::Refuse)]));
    assert_eq!(
        step(&other, Event::Resume).1,
        [approve],
        "an older word in the log is not this one"
    );
    let (logged, _) = step(&waiting, synced(0, 0, &[decided(1, DecisionKind::Approve)]));
    assert_eq!(step(&logged, Event::Resume).1, [], "it is in the log");
    let (twice, said) = step(
        &logged,
        Event::Decide {
            kind: DecisionKind::Approve,
            cids: A,
        },
    );
    assert_eq!((twice, said), (logged.clone(), vec![]), "said once");
    let (asked, _) = run(vec![presented(true)]);
    assert_eq!(
        step(&asked, Event::Resume).1,
        [Action::Ask],
        "who has not decided is asked again"
    );
    let (over, _) = step(&asked, synced(0, 5, &[]));
    assert_eq!(step(&over, Event::Resume).1, [], "not when it is over");
    let facts = vec![
        (3, decided(2, DecisionKind::Refuse)),
        (1, decided(2, DecisionKind::Approve)),
    ];
    let (late, _) = step(
        &logged,
        Event::Synced {
            from: 1,
            size: 4,
            root: NONE,
            vouched: 0,
            facts,
        },
    );
    assert_eq!(
        late.approvals(&A),
        vec![(1, 0)],
        "the later entry counts, in whatever order they are told"
    );
}

/// Sealed here; the notice would be the next entry.
fn sealed() -> State {
    let done = Event::Sealed {
        cids: A,
        sealed: SEALED,
    };
    step(&granted(), done).0
}

#[test]
fn p25_each_condition_of_the_gate_holds_alone() {
    let notice = Fact::Shared {
        x: 1,
        cids: A,
        sealed: SEALED,
    };
    let hands_over = |state: &State, vouched: i64, facts: &[Fact]| {
        let (_, said) = step(state, synced(2, vouched, facts));
        said.iter().any(|a| matches!(a, Action::HandOver { .. }))
    };
    let good = sealed();
    assert!(hands_over(&good, 2, &[notice]), "nothing speaks against it");
    assert!(!hands_over(&good, 2, &[Fact::Closed, notice]), "closed");
    assert!(!hands_over(&good, 5, &[notice]), "over by witness time");
    let refuse = decided(2, DecisionKind::Refuse);
    assert!(
        !hands_over(&good, 2, &[refuse, notice]),
        "one of two took it back"
    );
    let mine = decided(1, DecisionKind::Refuse);
    let third = decided(3, DecisionKind::Approve);
    assert!(
        !hands_over(&good, 2, &[mine, third, notice]),
        "two approvals, and the own one not among them"
    );
    let (objected, _) = step(&good, Event::ObjectionReceived { x: 1 });
    assert!(!hands_over(&objected, 2, &[notice]), "an own objection");
    let (one, _) = step(&good, Event::ObjectionReceived { x: 3 });
    assert!(
        hands_over(&one, 2, &[notice]),
        "one objection of two needed"
    );
    let (two, _) = step(&one, Event::ObjectionReceived { x: 2 });
    assert!(!hands_over(&two, 2, &[notice]), "both");
    for (now, goes) in [(i64::MIN, true), (4, true), (5, false), (6, false)] {
        let (at, _) = step(&good, Event::Clock { now });
        assert_eq!(
            hands_over(&at, 2, &[notice]),
            goes,
            "this device's clock at {now}, the grant ends at 5"
        );
    }
    let (declined, _) = step(
        &good,
        Event::Decide {
            kind: DecisionKind::Refuse,
            cids: NONE,
        },
    );
    assert!(!hands_over(&declined, 2, &[notice]), "refused since");
}

#[test]
fn p25_the_first_sealing_needs_k_approvals_the_own_one_and_the_wait() {
    let seals = |vouched: i64, facts: &[Fact]| {
        let approve = Event::Decide {
            kind: DecisionKind::Approve,
            cids: A,
        };
        let (_, all) = run(vec![presented(true), approve, synced(0, vouched, facts)]);
        all.into_iter()
            .flatten()
            .any(|a| matches!(a, Action::Seal { .. }))
    };
    let by = |x| decided(x, DecisionKind::Approve);
    assert!(seals(2, &[by(1), by(2)]), "two of two, after the cool-off");
    assert!(!seals(1, &[by(1), by(2)]), "a second before");
    assert!(seals(1, &[by(1), by(2), by(3)]), "three wait half as long");
    assert!(!seals(0, &[by(1), by(2), by(3)]), "but they wait");
    assert!(!seals(2, &[by(1)]), "one");
    assert!(!seals(2, &[by(2), by(3)]), "two others");
    assert!(
        seals(3, &[by(1), by(2)]),
        "as long as decisions may be made"
    );
    assert!(!seals(4, &[by(1), by(2)]), "not when their time is over");
    let other = Fact::Decided {
        x: 2,
        kind: DecisionKind::Approve,
        cids: B,
    };
    assert!(!seals(2, &[by(1), other]), "of other compartments");
}
