//! A request counts as open from the k-th handing over until its end, for its desk's officers alone.

use crate::report::{Seen, read};
use crate::testing::Log;
use ugnay_log::EntryType;
use ugnay_release::ClosingKind;
use ugnay_seal::SigningIdentity;

fn open(log: &Log, request: &[u8; 32], who: &[u8; 32], now: i64) -> bool {
    read(&log.fed(), log.items())
        .grants()
        .allow(request, who, now)
}

#[test]
fn from_the_kth_handing_over_until_the_end_for_its_officers() {
    let mut log = Log::shared();
    let id = log.ask(100);
    let asked = log.items().last().expect("the request").entry.clone();
    let (officer, custodian) = (asked.author, log.author(0));
    let until = {
        let report = log.report(100);
        report.requests[0].until
    };
    for x in 1..=2 {
        log.hand_over(id, x, 110);
        assert!(
            !open(&log, &id.0, &officer, 120),
            "{x} of three custodians open nothing"
        );
    }
    log.hand_over(id, 2, 111);
    assert!(
        !open(&log, &id.0, &officer, 120),
        "one custodian twice is one custodian"
    );
    log.hand_over_as(id, 3, 1, 112);
    assert!(
        !open(&log, &id.0, &officer, 120),
        "nor does one who speaks for another"
    );
    log.hand_over(id, 3, 113);
    assert!(open(&log, &id.0, &officer, 120), "three of five do");
    assert!(
        open(&log, &id.0, &officer, until - 1) && !open(&log, &id.0, &officer, until),
        "until the grant's last second"
    );
    assert!(
        !open(&log, &id.0, &custodian, 120) && !open(&log, &id.0, &log.author(5), 120),
        "for its desk's officers and nobody else"
    );
    assert!(
        !open(&log, &[9; 32], &officer, 120),
        "a request nobody made opens nothing"
    );
}

#[test]
fn an_ended_grant_is_over_at_once() {
    let mut log = Log::shared();
    let id = log.ask(100);
    let officer = log.items().last().expect("the request").entry.author;
    for x in 1..=3 {
        log.hand_over(id, x, 110);
    }
    assert!(
        open(&log, &id.0, &officer, 120),
        "the story needs an open one"
    );
    // The author's own time says next year; the log says now.
    log.close(id, ClosingKind::GrantClose, "home", 40_000_000, &[0]);
    assert!(
        !open(&log, &id.0, &officer, 120),
        "whatever time the closing names"
    );
    log.erase(EntryType::GrantClose);
    assert!(
        matches!(log.items().last().map(|i| &i.body), Some(Seen::Erased))
            && !open(&log, &id.0, &officer, 120),
        "also when its words were erased"
    );
}

#[test]
fn shares_are_taken_as_their_custodians_announced_them() {
    let mut log = Log::shared();
    let id = log.ask(100);
    let until = log.report(100).requests[0].until;
    // What every notice of this log announces.
    let announced = [5; 32];
    let takes = |log: &Log, request: &[u8; 32], hash: &[u8; 32], now| {
        let reading = read(&log.fed(), log.items());
        reading.grants().takes(request, hash, now)
    };
    log.hand_over_as(id, 2, 1, 110);
    assert!(
        !takes(&log, &id.0, &announced, 120),
        "what somebody announces in another's name is not taken"
    );
    log.hand_over(id, 1, 111);
    assert!(
        takes(&log, &id.0, &announced, 120),
        "what a custodian announced is, before k of them did"
    );
    assert!(
        !takes(&log, &id.0, &[9; 32], 120) && !takes(&log, &[9; 32], &announced, 120),
        "nor anything else, nor for another request"
    );
    assert!(
        takes(&log, &id.0, &announced, until - 1) && !takes(&log, &id.0, &announced, until),
        "until the request's last second"
    );
    log.close(id, ClosingKind::GrantClose, "home", 130, &[0]);
    assert!(!takes(&log, &id.0, &announced, 140), "nor after its end");
}

#[test]
fn p25_whoever_announces_without_end_fills_its_own_part_alone() {
    let mut log = Log::shared();
    let id = log.ask(100);
    // The bound stands in the decision on boxes, not in a constant of the code that is tried here.
    let set = |x: u8, n: u16| {
        let mut hash = [x; 32];
        hash[..2].copy_from_slice(&n.to_be_bytes());
        hash
    };
    for n in 1..=257 {
        log.announce(id, (1, 1), set(1, n), 110);
    }
    log.announce(id, (2, 2), set(2, 1), 111);
    log.announce(id, (1, 1), set(1, 258), 112);
    let reading = read(&log.fed(), log.items());
    let grants = reading.grants();
    let takes = |x: u8, n: u16| grants.takes(&id.0, &set(x, n), 120);
    assert!(
        (1..=256).all(|n| takes(1, n)),
        "256 sets of one custodian are taken"
    );
    assert!(
        !takes(1, 257) && !takes(1, 258),
        "its 257th is not, nor any later one"
    );
    assert!(
        takes(2, 1),
        "what another announced after them is taken all the same"
    );
}

#[test]
fn a_notice_counts_without_its_words_once_they_were_erased_and_not_while_others_stand_there() {
    let mut log = Log::shared();
    let id = log.ask(100);
    let officer = log.items().last().expect("the request").entry.author;
    for x in 1..=3 {
        log.hand_over(id, x, 110);
    }
    let stands = |log: &Log| {
        let taken = read(&log.fed(), log.items())
            .grants()
            .takes(&id.0, &[5; 32], 120);
        (open(log, &id.0, &officer, 120), taken)
    };
    assert_eq!(stands(&log), (true, true), "the story needs an open one");
    let mut spoilt = Log::shared();
    spoilt.ask(100);
    for x in 1..=3 {
        spoilt.hand_over(id, x, 110);
    }
    spoilt.spoil(EntryType::ShareRelease);
    assert_eq!(
        stands(&spoilt),
        (false, false),
        "other words in their place are nobody's notice"
    );
    log.erase(EntryType::ShareRelease);
    assert_eq!(
        stands(&log),
        (true, true),
        "erased words take nothing back: what was opened stays open to its end"
    );
}

#[test]
fn a_request_entered_again_begins_nothing_anew() {
    let mut log = Log::shared();
    let id = log.ask(100);
    let officer = log.items().last().expect("the request").entry.author;
    for x in 1..=3 {
        log.hand_over(id, x, 110);
    }
    assert_eq!(log.ask(100), id, "the very same request");
    assert!(
        open(&log, &id.0, &officer, 120),
        "what was said of it stays said: its first entry counts"
    );
}

#[test]
fn a_closing_counts_by_words_that_fit_or_were_erased_from_an_officer_alone() {
    let mut log = Log::shared();
    let id = log.ask(100);
    let officer = log.items().last().expect("the request").entry.author;
    for x in 1..=3 {
        log.hand_over(id, x, 110);
    }
    log.close(id, ClosingKind::GrantClose, &"words ".repeat(30), 115, &[0]);
    log.spoil(EntryType::GrantClose);
    assert!(
        open(&log, &id.0, &officer, 120),
        "other words in the place of an officer's end nothing"
    );
    let stranger = SigningIdentity::from_seed(&[9; 32]);
    let kinds = [ClosingKind::DeletionAttestation, ClosingKind::Review];
    for kind in kinds {
        log.close_as(id, kind, "all is well", 118, &[&stranger]);
    }
    log.erase(EntryType::DeletionAttestation);
    log.erase(EntryType::Review);
    let report = log.report(120);
    assert!(
        report.requests[0].deleted.is_none() && report.requests[0].review.is_none(),
        "nor does a stranger attest or review anything by having its words erased"
    );
}
