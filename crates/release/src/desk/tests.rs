//! What the desk is told, and when its grant ends (P28 as far as this crate goes).

use super::*;
use crate::simulator::Parties;
use crate::{Area, RequestId};

const A: Hash32 = Hash32([1; 32]);
const NONE: Hash32 = Hash32([0; 32]);

fn said(x: u8, kind: DecisionKind) -> Fact {
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

#[test]
fn what_is_missing() {
    let policy = Policy::standard(5, 3, 5);
    let see = |start, now, facts: &[Fact]| {
        let facts: Vec<(u64, Fact)> = (0..).zip(facts.iter().copied()).collect();
        progress(&policy, start, now, &facts)
    };
    assert_eq!(
        see(None, 0, &[]).missing,
        [Missing::Cosignatures],
        "first the log"
    );
    let cool = i64::from(policy.cool_off);
    let two = [
        said(1, DecisionKind::Approve),
        said(2, DecisionKind::Approve),
    ];
    let p = see(Some(100), 101, &two);
    let all = [
        Missing::Approvals { have: 2, need: 3 },
        Missing::CoolOff { until: 100 + cool },
        Missing::Shares { have: 0, need: 3 },
    ];
    assert_eq!(p.missing, all, "approvals, time, shares");
    let four: Vec<Fact> = (1..=4).map(|x| said(x, DecisionKind::Approve)).collect();
    let fast = Missing::CoolOff {
        until: 100 + i64::from(policy.fast_cool_off),
    };
    assert!(
        see(Some(100), 101, &four).missing.contains(&fast),
        "k+1 approvals shorten the wait"
    );
    let share = |x| Fact::Shared {
        x,
        cids: A,
        sealed: A,
    };
    let done: Vec<Fact> = four.iter().copied().chain((1..=3).map(share)).collect();
    assert_eq!(
        see(Some(100), 100 + cool, &done).missing,
        [],
        "three shares are enough"
    );
    let mixed = [
        said(1, DecisionKind::Approve),
        said(1, DecisionKind::Refuse),
        said(2, DecisionKind::Object),
        said(3, DecisionKind::Object),
        Fact::Closed,
    ];
    let p = see(Some(0), 1, &mixed);
    assert!(
        p.approvals.is_empty() && p.refusals == [1].into(),
        "the latest word counts"
    );
    assert!(
        p.vetoed && p.closed && p.objections == [2, 3].into(),
        "two objections are a veto"
    );
}

#[test]
fn p28_a_grant_ends() {
    let mut p = Parties::new(20, Policy::standard(5, 3, 5), 0).unwrap();
    let request = p.request(&[Area(401_009_001)], 682, 1000);
    assert!(!grant_open(&request, 999), "not before it starts");
    assert!(
        grant_open(&request, 1000) && grant_open(&request, request.until - 1),
        "open between"
    );
    assert!(!grant_open(&request, request.until), "not at its end");
}

#[test]
fn p28_no_new_epoch_after_expiry_or_close() {
    use crate::machine::{Rules, State, Terms, step};
    use crate::{Action, Check, CheckCode, Event};
    let rules = Rules {
        me: 1,
        k: 1,
        veto: 1,
        cool_off: 0,
        fast_cool_off: 0,
    };
    let terms = Terms {
        request: RequestId([1; 32]),
        start: 0,
        expires: 10,
        until: 20,
    };
    let checks = CheckCode::ALL
        .iter()
        .map(|code| Check {
            code: *code,
            ok: true,
            have: None,
            need: None,
        })
        .collect();
    let sync = |from, vouched, facts: Vec<(u64, Fact)>| Event::Synced {
        from,
        size: from + facts.len() as u64,
        root: A,
        vouched,
        facts,
    };
    let mut state = State::new(rules, 0);
    for event in [
        Event::Presented { terms, checks },
        Event::Decide {
            kind: DecisionKind::Approve,
            cids: A,
        },
        sync(0, 1, vec![(0, said(1, DecisionKind::Approve))]),
    ] {
        state = step(&state, event).0;
    }
    let epoch = Event::NewEpoch {
        cids: Hash32([7; 32]),
    };
    let released = |state: &State| {
        step(state, epoch.clone())
            .1
            .iter()
            .any(|a| matches!(a, Action::Seal { .. }))
    };
    assert!(
        released(&state),
        "while the grant stands a new epoch follows"
    );
    assert!(
        !released(&step(&state, sync(1, 20, vec![])).0),
        "not after its end"
    );
    assert!(
        !released(&step(&state, sync(1, 2, vec![(1, Fact::Closed)])).0),
        "not after it was closed"
    );
    assert!(
        !released(&step(&state, Event::Clock { now: 20 }).0),
        "not when this device's clock says it is over"
    );
    assert!(
        !released(&step(&state, Event::ObjectionReceived { x: 2 }).0),
        "not against an objection"
    );
    assert!(
        !released(
            &step(
                &state,
                Event::Decide {
                    kind: DecisionKind::Object,
                    cids: NONE
                }
            )
            .0
        ),
        "not against its own"
    );
}

#[test]
fn the_fast_path_takes_one_approval_more_than_needed() {
    let policy = Policy::standard(5, 3, 5);
    let wait = |approvals: usize| missing(&policy, Some(1000), 0, approvals, 0);
    let until = |seconds: i64| Missing::CoolOff {
        until: 1000 + seconds,
    };
    assert!(
        wait(3).contains(&until(4 * 3600)),
        "exactly as many as needed wait for hours"
    );
    assert!(wait(4).contains(&until(1800)), "one more, half an hour");
}

#[test]
fn as_much_as_is_needed_is_not_missing() {
    let policy = Policy::standard(5, 3, 5);
    let cool = i64::from(policy.cool_off);
    let see = |vouched, approvals, shares| missing(&policy, Some(0), vouched, approvals, shares);
    let shares = |have| Missing::Shares { have, need: 3 };
    assert_eq!(
        see(cool, 3, 0),
        [shares(0)],
        "three of three approve, and the last second of the wait is over"
    );
    assert_eq!(
        see(cool - 1, 3, 2),
        [Missing::CoolOff { until: cool }, shares(2)],
        "a second is missing, and a share"
    );
    assert_eq!(
        see(cool - 1, 3, 3),
        [],
        "whoever has three shares waits for nothing"
    );
}
