//! A place among the custodians goes to a successor over a real buffer, without any device: it releases afterwards, the
//! one that left cannot; a crash at every write on either side loses nothing. A share that is wrong names its
//! custodian, and a deal that is wrong is noticed before it is needed.

use crate::stage::{BARANGAY, Stage, add, sync};
use std::collections::BTreeSet;
use ugnay_app::custody::{BundleState, CustodianNode, Exchanged, Keys, Store};
use ugnay_app::federation::founding::successor;
use ugnay_app::federation::{
    Client, DecisionKind, Paper, PartyCard, Purpose, Reason, ReleaseAsk, Request, RequestId,
    Signed, client, topics,
};
use ugnay_seal::{BundleView, Current, open_shares};
use ugnay_vault::{Changes, Memory, Space};

/// Who leaves: place 2.
const LEAVING: usize = 1;

fn exchange(node: &mut CustodianNode, s: &mut Stage) -> Exchanged {
    let mut line = s.client();
    node.exchange(&mut line, &mut s.env, &mut |_| true)
        .expect("an honest exchange")
}

/// Everybody in office exchanges; a checkpoint before and cosignatures after.
pub fn rounds(s: &mut Stage, others: &mut [&mut CustodianNode], times: u32) {
    for _ in 0..times {
        s.clock.advance(1);
        let mut line = s.client();
        line.make_checkpoint().expect("a checkpoint");
        let mut office = std::mem::take(&mut s.founded.custodians);
        for node in office.iter_mut() {
            exchange(node, s);
        }
        s.founded.custodians = office;
        for node in others.iter_mut() {
            exchange(node, s);
        }
        for w in &mut s.founded.externals {
            w.visit(&mut line, s.clock.now()).expect("cosigns");
        }
    }
}

pub fn card_of(name: &str, keys: &Keys) -> PartyCard {
    PartyCard::Custodian {
        name: name.into(),
        jurisdiction: "PH-Z".into(),
        sign: *keys.sign.public().as_bytes(),
        cosign: keys.cosign.verifier().to_vkey(),
        x_wing: keys.seal.pair.public().to_bytes(),
    }
}

/// An organisation that follows the federation and has no place in it.
pub fn newcomer(s: &mut Stage) -> CustodianNode {
    let keys = Keys::born("newcomer", &mut s.env).expect("keys");
    let store = Store::Memory(Memory::default());
    CustodianNode::join(store, keys, &s.founded.genesis).expect("pins the genesis")
}

/// Three of five sign a roster with a new holder of one place; it is logged, and the buffer's operator takes its keys over.
pub fn replace(s: &mut Stage, x: u8, card: &PartyCard) {
    let first = &s.founded.custodians[0];
    let next = successor::replace(&first.view().federation, x, card).expect("follows");
    let mut paper = Paper::Roster(next.clone());
    for c in s.founded.custodians.iter().take(3) {
        paper.sign(&s.founded.fed, c.identity()).expect("signs");
    }
    let mut line = s.client();
    paper
        .log(&mut line, &s.founded.fed, first.identity(), &mut s.env)
        .expect("is logged");
    rounds(s, &mut [], 1);
    s.stop_buffer();
    s.roster = Some(next.body().clone());
    s.start_buffer();
}

/// People, a desk, shares with everybody.
fn ready() -> Stage {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA"), ("Castro", "Nena", "KW")]);
    s.desk_card();
    rounds(&mut s, &mut [], 2);
    s
}

fn ask(s: &mut Stage, country: &str) -> Signed<Request> {
    let mut line = s.client();
    s.desk.follow(&mut line).expect("an honest log");
    let ask = ReleaseAsk {
        purpose: Purpose::Drill,
        declaration: "Story declaration".into(),
        document: b"nobody is in danger".to_vec(),
        barangays: vec![BARANGAY],
        destination: country.parse().expect("a country"),
        lasts: 400,
    };
    s.desk.ask(&mut line, &ask, &mut s.env).expect("asked")
}

fn approve(s: &mut Stage, node: &mut CustodianNode, id: &RequestId) -> Result<(), String> {
    let mut line = s.client();
    let reason = (Reason::InOrder, String::new());
    node.decide(&mut line, &mut s.env, id, DecisionKind::Approve, reason)
        .map_err(|e| e.detail.unwrap_or_default())
}

fn approve_in_office(s: &mut Stage, who: &[usize], id: &RequestId) {
    let mut office = std::mem::take(&mut s.founded.custodians);
    for n in who {
        approve(s, &mut office[*n], id).expect("approved");
    }
    s.founded.custodians = office;
}

/// The cool-off passes for everybody: the log has to grow for witness time to move.
fn wait(s: &mut Stage, others: &mut [&mut CustodianNode]) {
    rounds(s, others, 1);
    s.clock.advance(5);
    ask(s, "QA");
    rounds(s, others, 4);
    let mut line = s.client();
    s.desk.follow(&mut line).expect("an honest log");
}

/// Every bundle the buffer ever had of the federation's registers, as somebody with its whole history has them.
fn bundles(s: &Stage) -> Vec<Vec<u8>> {
    let mut line = s.client();
    let all = line.bundles(0).expect("listed");
    all.iter()
        .filter_map(|b| line.bundle(&b.pseud, &b.name).ok())
        .filter(|b| BundleView::parse(b).is_ok())
        .collect()
}

/// Whether any key of a custodian opens its part of a bundle, under whatever roster.
fn opens(node: &CustodianNode, x: u8, bytes: &[u8]) -> bool {
    let view = BundleView::parse(bytes).expect("a bundle");
    let current = Current {
        fed: view.fed(),
        roster_hash: view.roster_hash(),
        policy_hash: view.policy_hash(),
        k: view.k(),
        n: view.n(),
        min_bundle_seq: 0,
        write_cap: None,
    };
    let mut pairs = node.keys().pairs();
    pairs.any(|p| open_shares(&view, &current, x, p).is_ok())
}

#[test]
fn p30_a_successor_releases_and_who_left_cannot() {
    let mut s = ready();
    let mut new = newcomer(&mut s);
    let before = s.founded.custodians[LEAVING].shares().to_vec();
    assert_eq!(before.len(), 1, "one register-epoch is kept");
    rounds(&mut s, &mut [&mut new], 1);
    assert!(new.shares().is_empty(), "who has no place gets nothing");
    let early = s.founded.custodians[LEAVING].seal_handover(&mut s.env);
    assert_eq!(
        early.map_err(|e| e.detail),
        Err(Some("not_now".into())),
        "nothing is sealed to anybody before the log's roster names a successor"
    );
    replace(&mut s, 2, &card_of("newcomer", new.keys()));
    rounds(&mut s, &mut [&mut new], 2);
    assert_eq!(new.seat(), Some(2), "the place is the newcomer's");
    assert!(new.shares().is_empty(), "its shares are not here yet");
    let mut old = s.founded.custodians.remove(LEAVING);
    assert_eq!(old.seat(), None, "and no longer the other's");
    assert!(
        old.destroy_handed(&mut s.env).is_err(),
        "nothing is destroyed before the receipt"
    );
    old.seal_handover(&mut s.env).expect("sealed");
    rounds(&mut s, &mut [&mut old, &mut new], 3);
    assert!(
        new.shares() == before.as_slice(),
        "the very same shares, no device took part"
    );
    old.destroy_handed(&mut s.env).expect("the receipt is here");
    assert!(old.shares().is_empty(), "the one that left has none");
    let all = bundles(&s);
    assert!(!all.is_empty(), "the buffer kept what was dealt");
    for b in &all {
        assert!(
            !opens(&old, 2, b),
            "nor a key that opens what a server kept"
        );
    }
    let mut old = CustodianNode::open(old.into_store()).expect("opens");
    assert!(
        old.shares().is_empty() && old.keys().next.is_none(),
        "nothing is left on disk"
    );
    let handed = old.bundles().iter();
    assert!(
        handed.clone().all(|b| b.state == BundleState::HandedOn),
        "and it is known what became of it"
    );

    let request = ask(&mut s, "SA");
    let id = Request::id(&request);
    rounds(&mut s, &mut [&mut old, &mut new], 2);
    assert!(
        approve(&mut s, &mut old, &id).is_err(),
        "who left decides nothing"
    );
    approve(&mut s, &mut new, &id).expect("the successor does");
    approve_in_office(&mut s, &[0, 3], &id);
    wait(&mut s, &mut [&mut old, &mut new]);
    let (mut line, now) = (s.client(), s.clock.now());
    let release = s.desk.open_release(&mut line, &request, now);
    let release = release.expect("three of five open");
    assert_eq!(
        (release.custodians.clone(), release.faulty.len()),
        (BTreeSet::from([1, 2, 5]), 0),
        "the successor's share is one of them and right"
    );
    let cards = s.desk.all_cards(&mut line, &release, now);
    assert_eq!(cards.expect("they open").len(), 1, "exactly the scope");
}

#[test]
fn what_was_handed_over_for_a_release_before_the_change_still_counts() {
    let mut s = ready();
    let request = ask(&mut s, "SA");
    let id = Request::id(&request);
    rounds(&mut s, &mut [], 2);
    approve_in_office(&mut s, &[0, LEAVING, 3], &id);
    wait(&mut s, &mut []);
    let mut new = newcomer(&mut s);
    replace(&mut s, 2, &card_of("newcomer", new.keys()));
    rounds(&mut s, &mut [&mut new], 2);
    let (mut line, now) = (s.client(), s.clock.now());
    s.desk.follow(&mut line).expect("an honest log");
    let release = s.desk.open_release(&mut line, &request, now);
    assert_eq!(
        release.expect("three of five open").custodians,
        BTreeSet::from([1, 2, 4]),
        "it was a custodian when it said so"
    );
}

/// Starts again from what was written until the work comes through; the disk takes no write, then one, then two.
fn struggle(
    node: CustodianNode,
    s: &mut Stage,
    crashes: &mut u32,
    mut work: impl FnMut(&mut CustodianNode, &mut Client, &mut Stage) -> bool,
) -> CustodianNode {
    let mut node = node;
    for room in 0..60 {
        if let Store::Memory(m) = node.store() {
            m.room(Some(room));
        }
        let mut line = client(&s.url, None).expect("an address");
        if work(&mut node, &mut line, s) {
            if let Store::Memory(m) = node.store() {
                m.room(None);
            }
            return node;
        }
        *crashes += 1;
        node = CustodianNode::open(node.into_store()).expect("what was written opens");
    }
    panic!("no progress in sixty starts");
}

#[test]
fn p36_a_crash_at_every_write_of_a_hand_over_loses_nothing() {
    let mut s = ready();
    let mut new = newcomer(&mut s);
    let before = s.founded.custodians[LEAVING].shares().to_vec();
    replace(&mut s, 2, &card_of("newcomer", new.keys()));
    rounds(&mut s, &mut [], 1);
    let mut old = s.founded.custodians.remove(LEAVING);
    let mut crashes = 0;
    old = struggle(old, &mut s, &mut crashes, |node, _, s| {
        node.seal_handover(&mut s.env).is_ok()
    });
    for _ in 0..4 {
        old = struggle(old, &mut s, &mut crashes, |node, line, s| {
            node.exchange(line, &mut s.env, &mut |_| true).is_ok()
        });
        new = struggle(new, &mut s, &mut crashes, |node, line, s| {
            node.exchange(line, &mut s.env, &mut |_| true).is_ok()
        });
        rounds(&mut s, &mut [], 1);
    }
    assert!(
        new.shares() == before.as_slice() && old.shares() == before.as_slice(),
        "everything arrived, and nothing is gone before the end"
    );
    old = struggle(old, &mut s, &mut crashes, |node, _, s| {
        node.destroy_handed(&mut s.env).is_ok()
    });
    assert!(crashes > 12, "it crashed often: {crashes}");
    assert!(
        old.shares().is_empty(),
        "and destroyed all of it in the end"
    );
    let receipts = |n: &CustodianNode| {
        let all = n.view().entries().iter();
        all.filter(|e| e.entry.kind.name() == "custody-transfer")
            .count()
    };
    assert_eq!(receipts(&old), 1, "the receipt stands in the log once");
    let topic = topics::share_letters(&new.keys().seal.pair.public().hash());
    let laid = s.client().read_box(&topic, 0).expect("the box reads");
    assert_eq!(
        laid.len(),
        2,
        "one offer and one letter, however often said"
    );
}

#[test]
fn a_letter_from_a_stranger_is_not_taken() {
    let mut s = ready();
    let mut new = newcomer(&mut s);
    replace(&mut s, 2, &card_of("newcomer", new.keys()));
    rounds(&mut s, &mut [&mut new], 1);
    let topic = topics::share_letters(&new.keys().seal.pair.public().hash());
    let mut line = s.client();
    for noise in [b"noise".to_vec(), b"UGH1".to_vec(), vec![7; 3000]] {
        line.post_box(&topic, noise).expect("anybody can post");
    }
    let mut old = s.founded.custodians.remove(LEAVING);
    old.seal_handover(&mut s.env).expect("sealed");
    rounds(&mut s, &mut [&mut old, &mut new], 3);
    assert_eq!(
        new.shares().len(),
        1,
        "noise in the box holds nothing up and becomes nothing"
    );
}

// --- a wrong share, a wrong deal

/// Makes a custodian hold something else than it was dealt, as a malicious one would.
fn corrupt(node: CustodianNode) -> CustodianNode {
    let epoch = node.shares()[0].epoch_id;
    let mut bytes = node.shares()[0].to_bytes().to_vec();
    // After the head of 67 bytes, a compartment takes 54: name 16, place 6, share 32.
    for share in bytes[67..].chunks_mut(54) {
        share[22] ^= 1;
    }
    let mut store = node.into_store();
    let mut changes = Changes::default();
    changes.put(Space::new("share"), &epoch.0, bytes);
    store.commit(changes).expect("written");
    CustodianNode::open(store).expect("opens")
}

#[test]
fn p10_a_wrong_share_names_its_custodian_to_the_desk() {
    let mut s = ready();
    let bad = corrupt(s.founded.custodians.remove(2));
    s.founded.custodians.insert(2, bad);
    let request = ask(&mut s, "SA");
    let id = Request::id(&request);
    rounds(&mut s, &mut [], 2);
    approve_in_office(&mut s, &[0, 1, 2], &id);
    wait(&mut s, &mut []);
    let (mut line, now) = (s.client(), s.clock.now());
    let refused = s.desk.open_release(&mut line, &request, now);
    let detail = refused.map(drop).map_err(|e| e.detail.unwrap_or_default());
    assert!(
        detail
            .as_ref()
            .is_err_and(|d| d.ends_with("wrong from custodian 3")),
        "two right shares open nothing, and it is said who is at fault: {detail:?}"
    );
    approve_in_office(&mut s, &[4], &id);
    wait(&mut s, &mut []);
    let now = s.clock.now();
    let release = s.desk.open_release(&mut line, &request, now);
    let release = release.expect("with a fourth, three are right");
    assert_eq!(
        (release.custodians.clone(), release.faulty.clone()),
        (BTreeSet::from([1, 2, 5]), BTreeSet::from([3])),
        "the wrong one is named and not used"
    );
    let cards = s.desk.all_cards(&mut line, &release, now);
    assert_eq!(
        cards.expect("they open").len(),
        1,
        "and the cards are there"
    );
}

#[test]
fn a_deal_that_custodians_cannot_open_is_no_protection() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    // Two custodians lost the key that the roster names: what is dealt to it opens for nobody.
    for n in [3, 4] {
        let node = s.founded.custodians.remove(n);
        let mut store = node.into_store();
        let mut changes = Changes::default();
        let seed = [&[9; 32][..], &[0; 8], &1_i64.to_be_bytes()].concat();
        changes.put(Space::new("self"), b"xwing", seed);
        store.commit(changes).expect("written");
        let node = CustodianNode::open(store).expect("opens");
        s.founded.custodians.insert(n, node);
    }
    rounds(&mut s, &mut [], 2);
    sync(&mut s.laptop);
    let shown = s.laptop.sync_state().expect("state").protected;
    let shown = shown.expect("receipts were read");
    assert_eq!(
        (shown.j, shown.releasable),
        (3, false),
        "two refused: k are not enough to call it releasable"
    );
    let refusals = s.founded.custodians[4].bundles();
    assert!(
        refusals.iter().all(|b| b.outcome.is_err() && b.told),
        "their receipts said so before anybody needed it"
    );
}

#[test]
fn shares_of_an_ended_epoch_are_dropped_when_the_next_one_is_here() {
    let mut s = ready();
    let first = s.founded.custodians[0].shares()[0].epoch_id;
    s.laptop.start_new_epoch().expect("asked for");
    add(&mut s.laptop, "Dizon", "Leo", "SA");
    sync(&mut s.laptop);
    rounds(&mut s, &mut [], 1);
    let kept = |s: &Stage, n: usize| -> Vec<_> {
        let shares = s.founded.custodians[n].shares().iter();
        shares.map(|sh| sh.epoch_id).collect()
    };
    assert_eq!(
        kept(&s, 0).len(),
        2,
        "until its register says it is over, the old epoch is kept"
    );
    // The receipts are read, every device has come over: the notice is laid among the bundles.
    sync(&mut s.laptop);
    sync(&mut s.laptop);
    rounds(&mut s, &mut [], 1);
    for n in 0..5 {
        assert!(
            kept(&s, n).len() == 1 && kept(&s, n)[0] != first,
            "custodian {n} dropped it and keeps the next"
        );
        let again = CustodianNode::open(s.founded.custodians.remove(n).into_store());
        s.founded.custodians.insert(n, again.expect("opens"));
        assert_eq!(kept(&s, n).len(), 1, "on disk as well");
    }
    rounds(&mut s, &mut [], 2);
    assert_eq!(
        kept(&s, 0).len(),
        1,
        "and does not take the old bundle again from the buffer"
    );
}
