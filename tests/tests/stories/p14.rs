//! P14: the server, or an administrator with the keys to write to the log, puts another key in the place of an
//! organisation's, a desk's or a federation's: in a roster, a desk's card, an invitation, a hand-over. Devices, custodians
//! and desks go on with the keys that k custodians signed, or say that something is being kept from them.

use crate::stage::{BARANGAY, Stage, fails, sync};
use rusqlite::{Connection, params};
use ugnay_app::dto::ErrorCode;
use ugnay_app::federation::founding::successor;
use ugnay_app::federation::{Paper, PartyCard, Signed};
use ugnay_app::genesis_words;
use ugnay_release::{Object, Roster, logged};
use ugnay_seal::{BundleView, Current, DealFault, SealKeyPair, SigningIdentity, open_shares};
use ugnay_wire::Fed;

const TWO: &[(&str, &str, &str)] = &[("Abad", "Lorna", "SA"), ("Castro", "Nena", "KW")];

/// Keys of the attacker's own, as a card of an organisation.
fn usurper(s: &mut Stage) -> (PartyCard, SealKeyPair) {
    let pair = SealKeyPair::generate(&mut s.env.rng());
    let sign = SigningIdentity::from_seed(&[0x66; 32]);
    let cosign = s.founded.custodians[0]
        .view()
        .federation
        .roster()
        .custodians[0]
        .cosign
        .clone();
    let card = PartyCard::Custodian {
        name: "centre".into(),
        jurisdiction: "PH-A".into(),
        sign: *sign.public().as_bytes(),
        cosign,
        x_wing: pair.public().to_bytes(),
    };
    (card, pair)
}

/// A roster with the attacker's keys at place 1, by so many custodians.
fn roster(s: &mut Stage, signers: usize) -> (Signed<Roster>, SealKeyPair) {
    let (card, pair) = usurper(s);
    let first = &s.founded.custodians[0];
    let next = successor::replace(&first.view().federation, 1, &card).expect("follows");
    let mut paper = Paper::Roster(next);
    for c in s.founded.custodians.iter().take(signers) {
        paper.sign(&s.founded.fed, c.identity()).expect("signs");
    }
    let Paper::Roster(signed) = paper else {
        unreachable!("it was a roster")
    };
    (signed, pair)
}

/// Whoever may write to the log enters something.
fn enter<T: Object>(s: &mut Stage, object: &Signed<T>, public: Vec<u8>) {
    let author = s.founded.custodians[0].identity();
    let now = s.clock.now();
    let made = logged::submission(object, public, &author.public(), now, &mut s.env.rng());
    let mut line = ugnay_app::federation::client(&s.url, None).expect("an address");
    let entry = made.entry.encode().expect("an entry");
    line.submit(author, Fed(s.founded.fed.0), entry, made.body)
        .expect("the log takes whatever a custodian enters");
    s.cosign();
}

/// The register's newest bundle.
fn bundle(s: &Stage) -> Vec<u8> {
    let mut line = s.client();
    let newest = line.bundles(0).expect("listed").pop().expect("one");
    line.bundle(&newest.pseud, &newest.name).expect("there")
}

/// Why the attacker's key does not open place 1 of the newest bundle.
fn opens(s: &Stage, pair: &SealKeyPair) -> Option<DealFault> {
    let bytes = bundle(s);
    let view = BundleView::parse(&bytes).expect("a bundle");
    let current = Current {
        fed: s.founded.fed,
        roster_hash: view.roster_hash(),
        policy_hash: view.policy_hash(),
        k: view.k(),
        n: view.n(),
        min_bundle_seq: 0,
        write_cap: None,
    };
    open_shares(&view, &current, 1, pair).err()
}

fn run(db: &Connection, sql: &str) -> usize {
    db.execute(sql, []).expect("the lie is written")
}

#[test]
fn p14_a_roster_with_another_key_that_fewer_than_k_signed_is_nobodys() {
    let mut s = Stage::joined(TWO);
    let (forged, pair) = roster(&mut s, 2);
    let public = forged.hash().0.to_vec();
    enter(&mut s, &forged, public);
    sync(&mut s.laptop);
    assert_eq!(
        opens(&s, &pair),
        Some(DealFault::NotOpened),
        "two of the three needed signed: shares are dealt to the keys of the roster in force"
    );
    let hash = forged.hash();
    for c in &s.founded.custodians {
        assert_ne!(
            c.view().federation.roster_hash(),
            hash,
            "no custodian takes it for its roster"
        );
    }
}

#[test]
fn p14_a_body_in_the_place_of_a_rosters_is_not_its_body_and_says_so() {
    let mut s = Stage::joined(TWO);
    // An honest change that three signed; the server shows its own roster in its place.
    let (honest, _) = roster(&mut s, 3);
    let (forged, pair) = roster(&mut s, 2);
    let public = honest.hash().0.to_vec();
    enter(&mut s, &honest, public);
    let mut swapped = vec![7; 32];
    swapped.extend(forged.to_bytes());
    s.tamper(|db| {
        run(db, "CREATE TABLE kept AS SELECT * FROM log_bodies WHERE idx = (SELECT max(idx) FROM log_bodies)");
        let hit = db.execute(
            "UPDATE log_bodies SET body = ?1 WHERE idx = (SELECT idx FROM kept)",
            params![swapped],
        );
        assert_eq!(hit.expect("the lie is written"), 1, "one body is another now");
    });
    for _ in 0..2 {
        assert_eq!(
            fails(&mut s.laptop),
            (ErrorCode::BufferAlarm, "log_body_withheld".into()),
            "bytes that the entry does not commit to are no body: the roster is being kept from this device"
        );
    }
    assert_eq!(
        opens(&s, &pair),
        Some(DealFault::NotOpened),
        "and nothing is dealt to the forged key"
    );
    s.tamper(|db| {
        run(db, "UPDATE log_bodies SET body = (SELECT body FROM kept) WHERE idx = (SELECT idx FROM kept)");
    });
    sync(&mut s.laptop);
    let bytes = bundle(&s);
    assert_eq!(
        BundleView::parse(&bytes).expect("a bundle").roster_hash(),
        honest.hash(),
        "the body is asked for again: a lie shown once does not stick"
    );
}

#[test]
fn p14_a_desks_card_in_the_place_of_a_desks_card_gets_no_approval() {
    let mut s = Stage::joined(TWO);
    s.desk_card();
    s.settle();
    // The server shows custodians another card where the desk's lies: same desk, the attacker's officers.
    let now = s.clock.now();
    let rogue = ugnay_app::federation::DeskNode::new(&s.founded.genesis, &mut s.env)
        .expect("anybody can run a desk's program");
    let card = rogue.draft_card("Story desk", &[BARANGAY], now, now + 86_400, &mut s.env);
    let two: Vec<_> = s
        .founded
        .custodians
        .iter()
        .take(2)
        .map(|c| c.identity())
        .collect();
    let forged = Signed::new(card, &s.founded.fed, &two).expect("two sign");
    let mut swapped = vec![7; 32];
    swapped.extend(forged.to_bytes());
    s.tamper(|db| {
        let hit = db.execute(
            "UPDATE log_bodies SET body = ?1
             WHERE idx = (SELECT max(idx) FROM log_entries WHERE hex(substr(entry, 1, 1)) = '04')",
            params![swapped],
        );
        assert_eq!(
            hit.expect("the lie is written"),
            1,
            "the desk's card is another now"
        );
    });
    // And has the forged card entered as one of its own.
    let public = forged.hash().0.to_vec();
    let mut line = s.client();
    let fresh = ugnay_app::custody::CustodianNode::join(
        ugnay_app::custody::Store::Memory(ugnay_vault::Memory::default()),
        ugnay_app::custody::Keys::born("newcomer", &mut s.env).expect("keys"),
        &s.founded.genesis,
    );
    let mut fresh = fresh.expect("pins the genesis");
    enter(&mut s, &forged, public);
    // A refusal here says the same; what counts is whom it believes afterwards.
    let _ = fresh.follow(&mut line, &mut s.env);
    assert_eq!(
        fresh.view().federation.cards().count(),
        0,
        "whoever reads the log now knows neither the forged card nor, for want of its body, the desk's"
    );
    for c in &mut s.founded.custodians {
        c.follow(&mut line, &mut s.env)
            .expect("they had the body before");
        assert_eq!(
            c.view().federation.cards().count(),
            1,
            "who had read it before keeps the desk's card, and takes no other for it"
        );
    }
}

#[test]
fn p14_another_federations_genesis_in_an_invitations_box_is_not_joined() {
    let mut s = Stage::new();
    let good = s.invitation();
    let other = Stage::new();
    let genesis = other.founded.genesis.to_bytes();
    s.tamper(|db| {
        let hit = db.execute("UPDATE box_messages SET bytes = ?1", params![genesis]);
        assert_eq!(hit.expect("the lie is written"), 1, "the invitation's box");
    });
    let mut input = good.clone();
    input.buffer = s.url.clone();
    let e = s.laptop.join_federation(&input).expect_err("compared");
    assert_eq!(
        (e.code, e.detail.as_deref()),
        (ErrorCode::Refused, Some("fingerprint")),
        "the six words the office read out are not this genesis'"
    );
    input.fingerprint = String::new();
    let e = s
        .laptop
        .join_federation(&input)
        .expect_err("to be compared");
    let shown = e.detail.expect("six words");
    assert!(
        shown.starts_with("compare:") && !shown.contains(&genesis_words(&s.founded.genesis)),
        "and what the screen shows to compare is what the server laid there, not what it should be"
    );
    assert_eq!(
        s.laptop.sync_state().expect("state").federation,
        None,
        "nothing is joined"
    );
}
