//! What somebody hostile does to a request: a custodian that wants to end alone what the others approved.

use crate::release::stage;
use crate::stage::Stage;
use ugnay_app::federation::{DecisionKind, Hash32, Request, RequestId, Signed};
use ugnay_release::{Closing, ClosingKind, logged};
use ugnay_seal::SigningIdentity;
use ugnay_wire::Fed;

/// A register with somebody in Saudi Arabia, and a request for them that every custodian sees.
fn asked() -> (Stage, Signed<Request>) {
    let mut s = stage();
    let request = s.ask("SA");
    (s, request)
}

/// Puts a closing into the log, signed by one identity.
fn close(s: &mut Stage, id: &RequestId, author: &SigningIdentity) {
    let closing = Closing {
        kind: ClosingKind::GrantClose,
        request: *id,
        document: Hash32([0; 32]),
        text: "over".into(),
        time: s.clock.now(),
    };
    let public = logged::public_of_closing(&closing);
    let signed = Signed::new(closing, &s.founded.fed, &[author]).expect("signed");
    let now = s.clock.now();
    let made = logged::submission(&signed, public, &author.public(), now, &mut s.env.rng());
    let entry = made.entry.encode().expect("an entry");
    let mut line = s.client();
    line.submit(author, Fed(s.founded.fed.0), entry, made.body)
        .expect("the buffer takes what a custodian says");
}

#[test]
fn p25_a_custodians_closing_ends_nothing() {
    let (mut s, request) = asked();
    let id = Request::id(&request);
    let alone = s.founded.custodians[4].identity().clone();
    close(&mut s, &id, &alone);
    s.decide(&request, &[0, 1, 2], DecisionKind::Approve);
    s.rounds();
    close(&mut s, &id, &alone);
    s.rounds();
    let handed = |s: &Stage, n: usize| s.founded.custodians[n].cases()[&id].handed_over().count();
    assert_eq!(
        [0, 1, 2, 4].map(|n| handed(&s, n)),
        [1, 1, 1, 0],
        "before and after the approvals: one custodian does not end what three approved"
    );
    for n in 0..5 {
        let closed = format!("{:?}", s.founded.custodians[n].phase(&id));
        assert!(
            !closed.contains("Closed"),
            "custodian {n} takes it for nothing: {closed}"
        );
    }
}
