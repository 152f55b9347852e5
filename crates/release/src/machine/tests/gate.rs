//! The gate's conditions one by one, what a state says of itself, and what teaches a machine nothing (P25).

use super::*;

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

#[test]
fn a_logged_notice_waits_through_a_restart() {
    let refuse = decided(2, DecisionKind::Refuse);
    let notice = Fact::Shared {
        x: 1,
        cids: A,
        sealed: SEALED,
    };
    let (waiting, said) = step(&sealed(), synced(2, 2, &[refuse, notice]));
    assert_eq!(said, [], "logged, but an approval was taken back");
    let stored = State::from_bytes(&waiting.to_bytes().unwrap());
    assert_eq!(
        stored.as_ref(),
        Ok(&waiting),
        "that it was logged is kept through a restart"
    );
    let again = synced(4, 2, &[decided(2, DecisionKind::Approve)]);
    let (_, said) = step(&stored.unwrap(), again);
    assert_eq!(
        said,
        [Action::HandOver {
            cids: A,
            sealed: SEALED
        }],
        "and the share goes when the approval is back"
    );
}
