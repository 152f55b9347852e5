//! Boxes take letters from anybody, but for those that a request's shares go to: these take what custodians announced in the
//! log, so that a flood neither fills nor delays them. The others are held up by their rate.

use crate::release::stage;
use ugnay_app::federation::{DecisionKind, Request, topics};
use ugnay_sync::SyncError;
use ugnay_wire::ProblemCode;

#[test]
fn p25_strangers_put_nothing_among_a_requests_shares_and_hold_nothing_up() {
    let mut s = stage();
    let request = s.ask("SA");
    s.decide(&request, &[0, 2, 4], DecisionKind::Approve);
    // The box follows from the request's id, which stands in the log.
    let topic = topics::shares(&Request::id(&request).0);
    let mut line = s.client();
    // Beside it a box like any other: letters are taken from anybody, and only so many at a time.
    let other = topics::reports(&[7; 32]);
    let mut taken = 0;
    let refused = loop {
        match line.post_box(&other, u32::to_be_bytes(taken).to_vec()) {
            Ok(_) => taken += 1,
            Err(e) => break e,
        }
    };
    assert!(
        matches!(refused, SyncError::Refused(ProblemCode::TooMany)),
        "an ordinary box holds a flood up by its rate: {refused:?}"
    );
    assert_eq!(
        taken,
        ugnay_buffer::Rates::default().topics.burst,
        "after as many as may come at once"
    );
    assert_eq!(
        line.read_box(&other, 0).map(|all| all.len()).ok(),
        Some(taken as usize),
        "which lie there, and are read all the same"
    );
    for flood in 0..3000u32 {
        let refused = line.post_box(&topic, flood.to_be_bytes().to_vec());
        assert!(
            matches!(refused, Err(SyncError::Refused(ProblemCode::NotReleased))),
            "letter {flood}: nobody announced it: {refused:?}"
        );
    }
    for look in 0..1000 {
        let lies = line.read_box(&topic, 0).expect("reading is not held up");
        assert!(lies.is_empty(), "look {look}: nothing of it lies there");
    }
    s.rounds();
    let now = s.clock.now();
    let release = s.desk.open_release(&mut line, &request, now);
    assert_eq!(
        release.map(|r| r.custodians.len()).ok(),
        Some(3),
        "the flood held nothing up: the shares are there as soon as without it"
    );
    let given = line.read_box(&topic, 0).expect("the box reads");
    for m in &given {
        let again = line.post_box(&topic, m.bytes.clone()).expect("said again");
        assert_eq!(
            again, m.seq,
            "a letter said again is the one that lies there"
        );
    }
    let mut bent = given[0].bytes.clone();
    bent[40] ^= 1;
    assert!(
        line.post_box(&topic, bent).is_err(),
        "and one byte of it changed is a stranger's letter"
    );
    let after = line.read_box(&topic, 0).expect("the box reads").len();
    assert_eq!(after, given.len(), "nothing was added");
}
