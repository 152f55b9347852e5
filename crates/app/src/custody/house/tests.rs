//! From birth to a place in a federation, with the folder closed and opened between the steps; nothing rests on a sheet
//! of paper that was not tested.

use super::House;
use crate::dto::ErrorCode;
use crate::env::{Env, FixedClock};
use crate::federation::founding::{assemble, successor};
use crate::federation::{FoundingDraft, Paper, PartyCard, Policy, Signed};
use std::path::{Path, PathBuf};
use ugnay_log::{KeyKind, SignerKey};
use ugnay_seal::SigningIdentity;
use ugnay_vault::{KdfCost, Unlock};

const NOW: i64 = 1_790_000_000;

fn key() -> Unlock<'static> {
    Unlock {
        passphrase: "right",
        keystore: None,
        cost: KdfCost::new(8, 1, 1).expect("the least cost there is"),
    }
}

fn open(dir: &Path) -> House {
    House::open(dir, key()).expect("opens")
}

fn words(house: &House) -> Vec<String> {
    let words = house.words().expect("not tested yet");
    words.split(' ').map(str::to_owned).collect()
}

fn detail<T>(r: Result<T, crate::dto::AppError>) -> String {
    let Err(e) = r else { panic!("is refused") };
    e.detail.unwrap_or_else(|| format!("{:?}", e.code))
}

/// Five organisations under five authorities, with tested sheets, closed.
fn five(dir: &Path, env: &mut Env) -> Vec<PathBuf> {
    ["one", "two", "three", "four", "five"]
        .into_iter()
        .map(|name| {
            let path = dir.join(name);
            let mut house = House::create(&path, key(), (name, name), env).expect("is made");
            let typed = words(&house);
            house.test_words(&typed, NOW).expect("compares");
            path
        })
        .collect()
}

fn draft(dir: &[PathBuf], env: &mut Env) -> Signed<crate::federation::Genesis> {
    let log = SignerKey::generate("invented.invalid/log", KeyKind::Note, &mut env.rng());
    let office = SigningIdentity::generate(&mut env.rng());
    let mut cards: Vec<PartyCard> = dir
        .iter()
        .map(|d| open(d).card().expect("has a card"))
        .collect();
    cards.push(PartyCard::Office {
        name: "office".into(),
        sign: *office.public().as_bytes(),
    });
    for name in ["witness one", "witness two"] {
        let key = SignerKey::generate(
            &name.replace(' ', "-"),
            KeyKind::Cosignature,
            &mut env.rng(),
        );
        cards.push(PartyCard::Witness {
            name: name.into(),
            jurisdiction: name.into(),
            cosign: key.expect("a key").verifier().to_vkey(),
        });
    }
    let founding = FoundingDraft {
        name: "Invented".into(),
        log: log.expect("a key").verifier().to_vkey(),
        policy: Policy::demo(5, 3, 5),
        cards,
    };
    founding.genesis(env).expect("sound parts")
}

#[test]
fn nothing_rests_on_a_sheet_that_was_not_entered_again() {
    let mut env = Env::seeded(&FixedClock::at(NOW), 1);
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("house");
    let mut house = House::create(&path, key(), ("One", "PH"), &mut env).expect("is made");
    assert_eq!(
        detail(house.card()),
        "paper_untested",
        "no card before the sheet exists"
    );
    let right = words(&house);
    assert_eq!(right.len(), 24, "24 words");
    let mut typed = right.clone();
    typed[4] = "zoo".into();
    typed.swap(10, 11);
    let expected: Vec<u8> = (1_u8..)
        .zip(typed.iter().zip(&right))
        .filter(|(_, (t, r))| t != r)
        .map(|(n, _)| n)
        .collect();
    let test = house.test_words(&typed, NOW).expect("compares");
    assert_eq!(test.wrong, expected, "the wrong words are named by number");
    let short = house.test_words(&right[..23], NOW).expect_err("too few");
    assert_eq!(short.code, ErrorCode::BadInput, "23 words are no sheet");
    assert_eq!(
        detail(house.card()),
        "paper_untested",
        "a wrong sheet is no sheet"
    );
    let four: Vec<String> = right
        .iter()
        .map(|w| format!(" {} ", w.chars().take(4).collect::<String>().to_uppercase()))
        .collect();
    let test = house.test_words(&four, NOW).expect("compares");
    assert!(test.wrong.is_empty(), "four letters name a word");
    drop(house);
    let house = open(&path);
    assert!(house.card().is_ok(), "tested once, for good");
    assert_eq!(
        detail(house.words()),
        "paper_tested",
        "and never shown again"
    );
}

#[test]
fn a_founding_is_signed_only_by_those_who_are_in_it_and_a_place_lasts() {
    let mut env = Env::seeded(&FixedClock::at(NOW), 2);
    let dir = tempfile::tempdir().expect("a folder");
    let houses = five(dir.path(), &mut env);
    let genesis = draft(&houses, &mut env);
    let stranger_dir = dir.path().join("stranger");
    let mut stranger =
        House::create(&stranger_dir, key(), ("stranger", "PH"), &mut env).expect("is made");
    let typed = words(&stranger);
    stranger.test_words(&typed, NOW).expect("compares");
    let mut paper = Paper::Genesis(genesis.clone());
    assert_eq!(
        detail(stranger.sign(&mut paper, NOW)),
        "not_in_it",
        "a stranger signs nothing"
    );
    let mut copies = Vec::new();
    for d in &houses {
        let mut copy = Paper::Genesis(genesis.clone());
        open(d).sign(&mut copy, NOW).expect("signs what names it");
        let Paper::Genesis(copy) = copy else {
            panic!("still a founding")
        };
        assert!(
            open(d).take_genesis(&copy, NOW).is_err(),
            "one signature founds nothing"
        );
        copies.push(copy);
    }
    let genesis = assemble(&copies).expect("all signed");
    for (x, d) in (1_u8..).zip(&houses) {
        open(d).take_genesis(&genesis, NOW).expect("is taken");
        let mut house = open(d);
        let seat = house.member().and_then(super::super::CustodianNode::seat);
        assert_eq!(seat, Some(x), "the place is there after opening again");
        let again = house
            .take_genesis(&genesis, NOW)
            .expect_err("one federation");
        assert_eq!(
            again.code,
            ErrorCode::AlreadyThere,
            "a second genesis is refused"
        );
        assert!(house.node().is_ok(), "and the house stays what it was");
        let no_line = house.exchange(&mut env, &mut |_| true).err();
        let code = no_line.map(|e| e.code);
        assert_eq!(
            code,
            Some(ErrorCode::NoBuffer),
            "no exchange without a buffer"
        );
    }
}

#[test]
fn a_sheet_brings_the_key_for_shares_back_and_nothing_else() {
    let mut env = Env::seeded(&FixedClock::at(NOW), 3);
    let dir = tempfile::tempdir().expect("a folder");
    let first = House::create(&dir.path().join("a"), key(), ("One", "PH"), &mut env);
    let first = first.expect("is made");
    let sheet = first.words().expect("shown once");
    let of = ("One", "PH");
    let mut bad = sheet.to_string();
    bad.push_str(" extra");
    let refused = House::recover(&dir.path().join("b"), key(), of, &bad, &mut env);
    assert_eq!(
        refused.err().map(|e| e.code),
        Some(ErrorCode::BadInput),
        "25 words are none"
    );
    assert!(!dir.path().join("b").exists(), "and leave nothing behind");
    let again = House::recover(&dir.path().join("b"), key(), of, &sheet, &mut env);
    let again = again.expect("the words are right");
    let (one, two) = (first.keys().expect("open"), again.keys().expect("open"));
    assert_eq!(
        one.seal.hash(),
        two.seal.hash(),
        "the key for shares is the same"
    );
    assert_ne!(
        one.sign.public(),
        two.sign.public(),
        "keys for signing are not on paper"
    );
    assert!(again.card().is_ok(), "who typed the words has the sheet");
}

#[test]
fn a_file_is_shown_before_it_is_signed_and_taken() {
    let mut env = Env::seeded(&FixedClock::at(NOW), 3);
    let dir = tempfile::tempdir().expect("a folder");
    let folders = five(dir.path(), &mut env);
    let mut copy = Paper::Genesis(draft(&folders, &mut env));
    let mut stranger =
        House::create(&dir.path().join("six"), key(), ("six", "six"), &mut env).expect("is made");
    let (shown, _) = stranger
        .preview(&copy.to_bytes(), "t".into(), NOW)
        .expect("is read");
    assert_eq!(
        shown.refusal.as_deref(),
        Some("paper_untested"),
        "nothing is signed before the sheet exists"
    );
    let typed = words(&stranger);
    stranger.test_words(&typed, NOW).expect("compares");
    let (shown, paper) = stranger
        .preview(&copy.to_bytes(), "t".into(), NOW)
        .expect("is read");
    assert_eq!(
        shown.refusal.as_deref(),
        Some("not_mine"),
        "it is no founder"
    );
    assert_eq!(
        detail(stranger.accept(&shown, paper, &mut env)),
        "not_mine",
        "what was refused when shown is refused when accepted"
    );

    for (n, folder) in folders.iter().enumerate() {
        let mut house = open(folder);
        let (shown, paper) = house
            .preview(&copy.to_bytes(), "t".into(), NOW)
            .expect("is read");
        assert_eq!(shown.kind, "genesis_draft", "it waits for signatures");
        assert_eq!(
            (shown.signed, shown.needed),
            (n as u32, 5),
            "signatures are counted"
        );
        assert!(
            shown.mine && !shown.signed_here,
            "it names this organisation, unsigned"
        );
        let facts = shown.federation.as_ref().expect("a founding has facts");
        assert_eq!(
            facts.members.len(),
            7,
            "five custodians and two witnesses are shown"
        );
        let file = house.accept(&shown, paper, &mut env).expect("signs");
        copy = Paper::from_bytes(&file.expect("a signed copy").bytes).expect("is a paper");
    }
    let mut house = open(&folders[0]);
    let (shown, paper) = house
        .preview(&copy.to_bytes(), "t".into(), NOW)
        .expect("is read");
    assert_eq!(shown.kind, "genesis", "with all signatures it is finished");
    let file = house.accept(&shown, paper, &mut env).expect("is taken");
    assert_eq!(file, None, "nothing is handed on");
    let (shown, _) = house
        .preview(&copy.to_bytes(), "t".into(), NOW)
        .expect("is read");
    assert_eq!(
        shown.refusal.as_deref(),
        Some("already"),
        "twice is refused with a reason"
    );
    let foreign = house.preview(b"no paper of ours", "t".into(), NOW);
    assert_eq!(
        detail(foreign),
        "unknown_file",
        "anything else is named as such"
    );

    let change = house.start_key_change(&mut env).expect("begins");
    let done: Vec<&str> = change
        .steps
        .iter()
        .filter(|s| s.done)
        .map(|s| s.code.as_str())
        .collect();
    assert_eq!(done, ["born"], "only the first step is done");
    let typed = words(&house);
    house.test_words(&typed, NOW).expect("compares");
    assert_eq!(
        detail(house.end_key_change(&mut env)),
        "not_now",
        "no roster names the next key yet"
    );
    house.check_log().expect("an empty log contradicts nothing");
}

#[test]
fn p33_nobody_signs_a_policy_that_makes_or_ends_a_demonstration() {
    let mut env = Env::seeded(&FixedClock::at(NOW), 5);
    let dir = tempfile::tempdir().expect("a folder");
    let folders = five(dir.path(), &mut env);
    let draft = draft(&folders, &mut env);
    let copies = folders.iter().map(|folder| {
        let mut copy = Paper::Genesis(draft.clone());
        open(folder).sign(&mut copy, NOW).expect("names it");
        let Paper::Genesis(copy) = copy else {
            panic!("a founding stays one")
        };
        copy
    });
    let genesis = assemble(&copies.collect::<Vec<_>>()).expect("all have signed");
    let mut house = open(&folders[0]);
    house.take_genesis(&genesis, NOW).expect("is taken");
    let next = |house: &House, demo: bool| {
        let federation = &house.member().expect("a member").view().federation;
        let wanted = Policy {
            demo,
            ..federation.policy().clone()
        };
        assert!(federation.policy().demo, "this federation is tried out");
        Paper::Policy(successor::policy(federation, &wanted).expect("follows"))
    };
    let mut flipped = next(&house, false);
    let before = flipped.to_bytes();
    assert_eq!(
        detail(house.sign(&mut flipped, NOW)),
        "demo_changed",
        "a demonstration does not become a federation for real people"
    );
    assert_eq!(flipped.to_bytes(), before, "and carries no signature");
    let (shown, what) = house.preview(&before, "t".into(), NOW).expect("is read");
    assert!(
        shown
            .findings
            .iter()
            .any(|f| f.code == "demo_changed" && f.error),
        "the window says so before"
    );
    assert_eq!(
        detail(house.accept(&shown, what, &mut env)),
        "demo_changed",
        "and does not sign it either"
    );
    let mut same = next(&house, true);
    house
        .sign(&mut same, NOW)
        .expect("another policy of a demonstration is signed");
}

#[test]
fn demands_are_kept_before_and_after_the_founding() {
    let mut env = Env::seeded(&FixedClock::at(NOW), 4);
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("house");
    let mut house = House::create(&path, key(), ("One", "PH"), &mut env).expect("is made");
    let demand = crate::dto::custody::DemandInput {
        id: None,
        authority: "police".into(),
        jurisdiction: "PH".into(),
        received_at: NOW - 86_400,
        asked: vec!["names".into()],
        outcome: "refused".into(),
        note: "by letter".into(),
    };
    house.save_demand(&mut env, &demand).expect("is recorded");
    drop(house);
    let mut house = open(&path);
    let seen = house.demands(NOW).expect("are read");
    assert_eq!(
        seen.rows.len(),
        1,
        "it was on disk before it was acknowledged"
    );
    assert_eq!(
        (seen.counts.refused, seen.unpublished),
        (1, 1),
        "and is not published by itself"
    );
    let error = house.publish_demands(&mut env).expect_err("has no line");
    assert_eq!(
        error.code,
        ErrorCode::NoBuffer,
        "without a buffer nothing is published"
    );
}
