//! A log to which nobody adds: time goes on by witnesses that sign the same again, and by nothing else. One of them that
//! lies about the time, and a buffer that shows what was signed before, neither hurry a release nor hold it up.

use super::{Cast, HOUR, PEOPLE};
use crate::stage::BARANGAY;
use std::time::Duration;
use ugnay_app::federation::{Client, DecisionKind, Purpose, Reason, RequestId};
use ugnay_release::machine::Phase;
use ugnay_sync::{HttpTransport, Request, Response, Transport, TransportError};

/// A request that two of three approved; all of it stands in the cosigned log, and nobody has anything to add.
fn approved() -> (Cast, RequestId) {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let (id, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.rounds();
    for i in 0..2 {
        c.decide(i, &id, DecisionKind::Approve, Reason::InOrder);
    }
    c.rounds();
    (c, id)
}

/// Everybody visits once, the two that approved first.
fn all_visit(c: &Cast) {
    c.witness_visits(c.clock.now());
    for i in 0..3 {
        c.visit(i);
    }
}

#[test]
fn a_release_happens_though_nobody_enters_anything_more() {
    let (mut c, id) = approved();
    let size = c.log_size();
    for _ in 0..7 {
        c.clock.advance(HOUR / 2);
        all_visit(&c);
        assert_eq!(
            (c.log_size(), c.phase(0, &id)),
            (size, Phase::Waiting),
            "the cool-off runs, and nothing at all is entered"
        );
    }
    c.clock.advance(HOUR);
    assert_eq!(
        c.log_size(),
        size,
        "the log stands as it stood four hours ago"
    );
    all_visit(&c);
    all_visit(&c);
    assert_eq!(
        c.phase(0, &id),
        Phase::Granted,
        "witnesses said that time went on: shares are sealed"
    );
    c.rounds();
    let opened = c.officer(0).open_grant(&id).expect("two of three open");
    assert_eq!(opened.banner.cards, 2, "the honest release is not held up");
}

#[test]
fn a_witness_says_it_again_after_a_quarter_of_an_hour() {
    let (c, _) = approved();
    let before = c.checkpoint();
    assert!(
        !c.witness_visits(c.clock.now()),
        "its line is there, and fresh"
    );
    c.visit(0);
    assert_eq!(c.checkpoint(), before, "nor does a custodian sign again");
    c.clock.advance(890);
    assert!(!c.witness_visits(c.clock.now()), "not yet");
    c.clock.advance(20);
    assert!(
        c.witness_visits(c.clock.now()),
        "half of the shorter cool-off is over"
    );
    c.visit(0);
    let (after, moved) = (c.checkpoint(), c.vouched(0));
    assert_eq!(after.checkpoint(), before.checkpoint(), "of the same log");
    assert_eq!(
        moved,
        c.clock.now(),
        "two of four have said so: with one liar among four that is the time"
    );
}

/// The true buffer, but for a checkpoint of some time ago.
struct Replaying {
    line: HttpTransport,
    note: Vec<u8>,
}

impl Transport for Replaying {
    fn send(&mut self, request: &Request) -> Result<Response, TransportError> {
        if request.path.starts_with("/v1/log/checkpoint") {
            return Ok(Response {
                status: 200,
                body: self.note.clone(),
            });
        }
        self.line.send(request)
    }
}

#[test]
fn p16_what_was_signed_before_moves_no_time_back() {
    let (c, id) = approved();
    let old = c.checkpoint();
    c.clock.advance(3 * HOUR);
    all_visit(&c);
    all_visit(&c);
    let (newer, passed) = (c.checkpoint(), c.vouched(0));
    assert_eq!(
        passed,
        c.clock.now(),
        "three hours of the cool-off are over"
    );
    // Somebody hands the old lines in once more.
    let lines: Vec<String> = old
        .note()
        .signatures()
        .iter()
        .map(|s| s.to_line())
        .collect();
    for line in lines.iter().skip(1) {
        c.line()
            .cosign(old.checkpoint().size, line)
            .expect("no mistake");
    }
    assert_eq!(c.checkpoint(), newer, "the buffer keeps the latest of each");
    // A buffer that shows them is no alarm: nothing contradicts anything. It moves nothing.
    let replay = || Replaying {
        line: HttpTransport::new(&c.url, None, Duration::from_secs(20)).expect("an address"),
        note: old.to_text().into_bytes(),
    };
    c.follows_through(0, Client::new(replay()));
    assert_eq!(c.vouched(0), passed, "also after it was written and read");
    c.clock.advance(HOUR + 60);
    c.follows_through(0, Client::new(replay()));
    assert_eq!(
        (c.vouched(0), c.phase(0, &id)),
        (passed, Phase::Waiting),
        "who sees nothing newer waits"
    );
    all_visit(&c);
    all_visit(&c);
    assert_eq!(
        c.phase(0, &id),
        Phase::Granted,
        "and goes on where it stood once it does"
    );
}

#[test]
fn p25_one_witness_in_the_future_hurries_nothing() {
    let (c, id) = approved();
    c.clock.advance(HOUR);
    assert!(
        c.witness_visits(c.clock.now() + 365 * 24 * HOUR),
        "a year ahead of everybody"
    );
    for _ in 0..2 {
        (0..3).for_each(|i| {
            c.visit(i);
        });
    }
    assert_eq!(
        (c.vouched(0), c.phase(0, &id), c.sealed_shares(&id)),
        (c.clock.now(), Phase::Waiting, 0),
        "the time is what a second one says too"
    );
    c.clock.advance(4 * HOUR);
    // It never signs again: the others are enough.
    for _ in 0..2 {
        (0..3).for_each(|i| {
            c.visit(i);
        });
    }
    assert_eq!(
        c.phase(0, &id),
        Phase::Granted,
        "nor does it hold anything up"
    );
}

#[test]
fn p25_a_witness_in_the_future_cannot_date_a_request_for_good() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let (id, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.published();
    // Three lines are a quorum, one of them of the next century.
    c.visit(0);
    c.visit(1);
    c.witness_visits(c.clock.now() + 70 * 365 * 24 * HOUR);
    let wrong = c.wrong_rows(0, &id);
    assert!(
        wrong.contains(&"clock"),
        "the quorum stood in the future, it says: {wrong:?}"
    );
    // The third custodian signs the very same checkpoint.
    c.visit(2);
    assert_eq!(
        c.wrong_rows(0, &id),
        [""; 0],
        "three honest ones date it now, and the request can be decided"
    );
    c.granted(&id);
    let opened = c.officer(0).open_grant(&id).expect("two of three open");
    assert_eq!(opened.banner.cards, 2, "the honest release is not held up");
}

#[test]
fn what_the_own_line_settles_is_followed_in_the_same_visit() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let (id, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.published();
    assert_eq!(c.visit(0).requests, 0, "one line of three");
    assert!(c.witness_visits(c.clock.now()), "two");
    let third = c.visit(1);
    assert_eq!(
        (third.requests, third.entries > 0),
        (1, true),
        "its own line made the quorum: it sees the request without coming again"
    );
    assert_eq!(c.visit(0).requests, 1, "and the others when they come");
    for i in 0..2 {
        c.decide(i, &id, DecisionKind::Approve, Reason::InOrder);
    }
    c.published();
    let before = c.log_size();
    c.visit(2);
    assert_eq!(
        c.log_size(),
        before,
        "who has nothing to say enters nothing, however often it follows"
    );
}
