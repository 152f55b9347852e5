//! What somebody hostile does to a request: a custodian that wants to end alone what the others approved; a desk or a buffer that
//! shows it only to custodians who will not object.

use crate::release::stage;
use crate::stage::Stage;
use rusqlite::Connection;
use ugnay_app::federation::{
    DecisionKind, Hash32, Phase, Reason, Request, RequestId, Signed, sealed_body,
};
use ugnay_release::{CheckCode, Closing, ClosingKind, logged};
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

/// Asks again with the body of an earlier request, sealed to the first three custodians alone. The desk's officers are hostile.
fn asked_of_three(s: &mut Stage, like: &Signed<Request>) -> RequestId {
    let mut request = like.body().clone();
    request.nonce = [9; 32];
    let officers: Vec<&SigningIdentity> = s.desk.officers().collect();
    let signed = Signed::new(request, &s.founded.fed, &officers).expect("signed");
    let view = s.founded.custodians[0].view();
    let card = view.federation.card(&like.body().card).expect("known");
    let public = logged::PublicRequest::of(&signed, card.card.body()).to_bytes();
    let author = officers[0];
    let now = s.clock.now();
    let made = logged::submission(&signed, public, &author.public(), now, &mut s.env.rng());
    let three = s.founded.custodians.iter().take(3);
    let three: Vec<_> = three.map(|c| c.keys().seal.pair.public().clone()).collect();
    let body = sealed_body::seal(&three, &made.body, &mut s.env.rng()).expect("sealed");
    let entry = made.entry.encode().expect("an entry");
    let mut line = s.client();
    line.submit(author, Fed(s.founded.fed.0), entry, body)
        .expect("the buffer cannot tell who may read it");
    Request::id(&signed)
}

fn wrong(s: &Stage, n: usize, id: &RequestId) -> Vec<CheckCode> {
    let case = &s.founded.custodians[n].cases()[id];
    let wrong = case.checks.iter().filter(|c| !c.ok);
    wrong.map(|c| c.code).collect()
}

fn object(s: &mut Stage, n: usize, id: &RequestId) {
    let mut line = s.client();
    let reason = (Reason::DeskDoubted, "it was not shown to us".to_owned());
    s.founded.custodians[n]
        .decide(&mut line, &mut s.env, id, DecisionKind::Object, reason)
        .expect("whoever is kept in the dark can object");
}

#[test]
fn p22_a_request_sealed_to_some_custodians_is_seen_and_stopped_by_the_others() {
    let (mut s, first) = asked();
    let id = asked_of_three(&mut s, &first);
    s.settle();
    for n in 0..5 {
        let case = s.founded.custodians[n].cases().get(&id);
        let case = case.expect("a request in the log is a request, shown or not");
        assert_eq!(
            (case.request.is_some(), case.phase()),
            (
                n < 3,
                if n < 3 {
                    Phase::Undecided
                } else {
                    Phase::Unchecked
                }
            ),
            "custodian {n}: the desk chose who can read it, not who knows of it"
        );
    }
    assert_eq!(
        wrong(&s, 3, &id),
        [CheckCode::Logged],
        "what stands in the log was not shown here"
    );
    let mut line = s.client();
    let blind = (Reason::InOrder, String::new());
    let approved =
        s.founded.custodians[3].decide(&mut line, &mut s.env, &id, DecisionKind::Approve, blind);
    assert_eq!(
        approved.map_err(|e| e.detail).err().flatten().as_deref(),
        Some("checks"),
        "nobody approves what was not shown"
    );
    for n in 0..3 {
        let reason = (Reason::InOrder, String::new());
        s.founded.custodians[n]
            .decide(&mut line, &mut s.env, &id, DecisionKind::Approve, reason)
            .expect("the three are fooled, forced or willing");
    }
    object(&mut s, 3, &id);
    object(&mut s, 4, &id);
    s.rounds();
    for n in 0..3 {
        let c = &s.founded.custodians[n];
        assert_eq!(
            (
                c.phase(&id).map(|p| format!("{p:?}")),
                c.cases()[&id].handed_over().count()
            ),
            (Some("Ended(Vetoed)".into()), 0),
            "two who were kept in the dark stop it"
        );
    }
    let third = s.ask("SA");
    let case = &s.founded.custodians[4].cases()[&Request::id(&third)];
    let counted = case
        .checks
        .iter()
        .find(|c| c.code == CheckCode::Requests90Days);
    assert_eq!(
        counted.and_then(|c| c.have),
        Some(3),
        "what was not shown counts among what the desk asked for in 90 days"
    );
}

#[test]
fn p22_a_request_whose_body_the_buffer_withholds_is_known_and_shown_once_it_comes() {
    let (mut s, _) = asked();
    let line = |db: &Connection, sql: &str| db.execute_batch(sql).expect("the lie is told");
    let newest = "(SELECT max(idx) FROM log_bodies)";
    let first = s.founded.custodians[0]
        .cases()
        .values()
        .map(|c| c.index)
        .max();
    let ask = s.asks("SA");
    let id = Request::id(&ask);
    s.tamper(|db| {
        line(db, "CREATE TABLE held AS SELECT * FROM log_bodies");
        line(db, &format!("DELETE FROM log_bodies WHERE idx = {newest}"));
    });
    s.settle();
    for n in 0..5 {
        let case = s.founded.custodians[n]
            .cases()
            .get(&id)
            .expect("known all the same");
        assert_eq!(
            (case.request.is_some(), case.phase()),
            (false, Phase::Unchecked),
            "custodian {n} knows that it is asked for, by whom, for how many places and how long"
        );
        assert!(Some(case.index) > first, "it is the new one");
    }
    object(&mut s, 4, &id);
    s.tamper(|db| {
        line(db, "INSERT OR IGNORE INTO log_bodies SELECT * FROM held");
        line(db, "DROP TABLE held");
    });
    s.settle();
    s.settle();
    for n in 0..5 {
        let case = &s.founded.custodians[n].cases()[&id];
        assert!(
            case.request.is_some(),
            "custodian {n}: it is looked at once it comes"
        );
        assert_eq!(
            (case.phase(), case.state().objections()),
            (
                if n == 4 {
                    Phase::Declined
                } else {
                    Phase::Undecided
                },
                1
            ),
            "custodian {n}: and what was said meanwhile stays said"
        );
    }
}
