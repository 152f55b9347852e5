//! Joining a federation: wrong words, wrong fingerprint, no ticket yet, the ticket asked for twice, a welcome for
//! another device, a device nobody enrolled.

use crate::stage::{Stage, add, everybody, fails, stranger, sync};
use ugnay_app::dto::{ErrorCode, JoinFederation};
use ugnay_app::{genesis_words, invitation_code};

#[test]
fn wrong_words_or_fingerprint_join_nothing() {
    let mut s = Stage::new();
    let good = s.invitation();
    let typo = JoinFederation {
        words: good.words.replacen(' ', " qq ", 1),
        ..good.clone()
    };
    let e = s.laptop.join_federation(&typo).expect_err("no such words");
    assert_eq!(
        (e.code, e.field.as_deref()),
        (ErrorCode::BadInput, Some("words")),
        "words that are none are named as the field to mend"
    );
    for (fingerprint, expected) in [
        ("one two three four five six", "fingerprint".to_owned()),
        ("", format!("compare:{}", genesis_words(&s.founded.genesis))),
    ] {
        let wrong = JoinFederation {
            fingerprint: fingerprint.into(),
            ..good.clone()
        };
        let e = s.laptop.join_federation(&wrong).expect_err("not compared");
        assert_eq!(
            (e.code, e.detail),
            (ErrorCode::Refused, Some(expected)),
            "a federation is joined only when its six words were compared"
        );
    }
    let state = s.laptop.sync_state().expect("state");
    assert_eq!(
        (state.buffer, state.federation),
        (None, None),
        "a refused joining leaves no buffer and no federation behind"
    );
    s.laptop
        .join_federation(&good)
        .expect("the right ones join");
    let again = s.laptop.join_federation(&good).expect_err("joined before");
    assert_eq!(
        again.code,
        ErrorCode::AlreadyThere,
        "a register joins one federation once"
    );
}

#[test]
fn an_invitation_never_made_is_told_from_a_wrong_fingerprint() {
    let mut s = Stage::new();
    let mut good = s.invitation();
    // Twelve good words of another office: valid, yet nothing is laid ready under them.
    let mut elsewhere = Stage::new();
    good.words = elsewhere.invitation().words;
    let e = s.laptop.join_federation(&good).expect_err("not invited");
    assert_eq!(
        e.detail.as_deref(),
        Some("no_such_invitation"),
        "the officer learns that these words invite to nothing here"
    );
}

#[test]
fn a_ticket_is_awaited_and_asking_twice_gives_one() {
    let mut s = Stage::new();
    add(&mut s.laptop, "Abad", "Lorna", "SA");
    let invitation = s.invitation();
    s.laptop.join_federation(&invitation).expect("joined");
    for _ in 0..2 {
        assert_eq!(
            fails(&mut s.laptop),
            (ErrorCode::Refused, "waiting_for_ticket".into()),
            "without a ticket the exchange waits, and says so"
        );
    }
    let state = s.laptop.sync_state().expect("state");
    assert_eq!(
        (state.unsent, state.kept, state.last_error),
        (1, 0, Some(ErrorCode::Refused)),
        "nothing is shown as kept before the buffer has it"
    );
    assert_eq!(
        s.answer(),
        1,
        "asked twice, one ticket: the request is the same bytes"
    );
    assert_eq!(s.answer(), 0, "an answered request is not answered again");
    sync(&mut s.laptop);
    let state = s.laptop.sync_state().expect("state");
    assert_eq!(
        (state.unsent, state.kept, state.last_error),
        (0, 1, None),
        "with the ticket the same exchange goes through"
    );
}

#[test]
fn a_second_register_cannot_take_over_the_first_ones_room() {
    let mut s = Stage::new();
    add(&mut s.laptop, "Abad", "Lorna", "SA");
    let invitation = s.invitation();
    s.laptop.join_federation(&invitation).expect("joined");
    fails(&mut s.laptop);
    let mut other = stranger(&s, "other");
    add(&mut other, "Bautista", "Rico", "SA");
    other.join_federation(&invitation).expect("the same words");
    fails(&mut other);
    assert_eq!(
        s.answer(),
        2,
        "words read over a shoulder get a ticket for a room of their own"
    );
    sync(&mut s.laptop);
    sync(&mut other);
    sync(&mut s.laptop);
    assert_eq!(
        everybody(&mut s.laptop).len(),
        1,
        "another register's people never come into this one"
    );
}

#[test]
fn a_scanned_invitation_joins_at_once_and_another_federations_never() {
    let mut s = Stage::new();
    let typed = s.invitation();
    let (text, picture) =
        invitation_code(&typed.words, &s.url, None, &s.founded.genesis).expect("a code");
    assert!(
        picture.size < 80,
        "an invitation is coarse enough for a cracked phone: {} squares",
        picture.size
    );
    let other = Stage::new();
    let (foreign, _) =
        invitation_code(&typed.words, &s.url, None, &other.founded.genesis).expect("a code");
    let e = s
        .laptop
        .join_by_code(&foreign)
        .expect_err("another genesis");
    assert_eq!(
        e.detail.as_deref(),
        Some("fingerprint"),
        "p14: a genesis other than the one the code names is refused"
    );
    assert_eq!(
        s.laptop.sync_state().expect("state").buffer,
        None,
        "and nothing of it stays"
    );
    s.laptop.join_by_code(&text).expect("joined");
    fails(&mut s.laptop);
    s.answer();
    sync(&mut s.laptop);
}
