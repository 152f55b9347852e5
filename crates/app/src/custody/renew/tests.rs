//! P30, the custodian's side: with its shares dropped and its old key destroyed, nothing that a server may have kept
//! opens a retired epoch.

use crate::custody::{BundleState, CustodianNode};
use crate::env::{Env, FixedClock};
use crate::federation::founding::successor;
use crate::federation::{Founded, Founding, OrganisationName, PartyCard, Policy, Signed};
use ugnay_release::Retire;
use ugnay_seal::{BundleView, Current, DealInput, SealPublic, Sigma, deal, open_shares};
use ugnay_wire::{Name, Pseud};

const NOW: i64 = 1_790_000_000;

fn founded(env: &mut Env) -> Founded {
    let org = |name: &str, jurisdiction: &str| OrganisationName {
        name: name.into(),
        jurisdiction: jurisdiction.into(),
    };
    Founding {
        name: "Invented".into(),
        log_origin: "invented.invalid/log".into(),
        policy: Policy::demo(3, 2, 3),
        custodians: vec![org("one", "PH-A"), org("two", "PH-B"), org("three", "IT")],
        externals: vec![org("four", "HK"), org("five", "CH")],
    }
    .found(env)
    .expect("sound parts")
}

/// A bundle of an epoch as its register deals it to the roster in force.
fn bundle(sigma: &Sigma, node: &CustodianNode) -> Vec<u8> {
    let f = &node.view().federation;
    let recipients: Vec<(u8, SealPublic)> = f
        .roster()
        .custodians
        .iter()
        .map(|c| (c.x, SealPublic::from_bytes(&c.x_wing).expect("a key")))
        .collect();
    let input = DealInput {
        fed: *f.fed(),
        bundle_seq: 1,
        roster_hash: f.roster_hash(),
        policy_hash: f.policy_hash(),
        k: f.policy().k,
        recipients: &recipients,
        compartments: &[(401_009_007, 0x5341), (401_009_007, 0x4B57)],
    };
    deal(sigma, &input).expect("deals")
}

fn at(n: u8) -> (Pseud, Name) {
    (Pseud([n; 16]), Name([n; 16]))
}

/// What the machine of anybody who has these keys and the whole server could open of it.
fn opens(node: &CustodianNode, bytes: &[u8]) -> bool {
    let view = BundleView::parse(bytes).expect("a bundle");
    let f = &node.view().federation;
    let current = Current {
        fed: *f.fed(),
        roster_hash: view.roster_hash(),
        policy_hash: view.policy_hash(),
        k: view.k(),
        n: view.n(),
        min_bundle_seq: 0,
        write_cap: None,
    };
    node.keys()
        .pairs()
        .any(|pair| open_shares(&view, &current, 1, pair).is_ok())
}

#[test]
fn p30_destroyed_key_and_dropped_shares_leave_retired_epochs_closed() {
    let mut env = Env::seeded(&FixedClock::at(NOW), 1);
    let mut founded = founded(&mut env);
    let mut node = founded.custodians.remove(0);
    let (old, live) = (
        Sigma::generate(&mut env.rng()),
        Sigma::generate(&mut env.rng()),
    );
    let (first, second) = (bundle(&old, &node), bundle(&live, &node));
    for (n, bytes) in [(1, &first), (2, &second)] {
        let taken = node.take_bundle(at(n), bytes, NOW, Some(u64::from(n)));
        assert_eq!(taken, Ok(true), "a sound bundle is taken");
    }
    assert!(opens(&node, &first), "with its key the server's copy opens");

    let forged = Retire::sign(&live, old.epoch_id(), NOW, &founded.fed).expect("signs");
    let mut forged_body = forged.body().clone();
    (forged_body.epoch, forged_body.next) = (old.epoch_id(), live.epoch_id());
    let forged = Signed::new(forged_body, &founded.fed, &[&live.write_cap()]).expect("signs");
    assert!(
        node.retire(&forged, NOW).is_err(),
        "another epoch cannot retire this one"
    );
    assert_eq!(node.shares().len(), 2, "and nothing was dropped");
    let notice = Retire::sign(&old, live.epoch_id(), NOW, &founded.fed).expect("signs");
    assert_eq!(node.retire(&notice, NOW), Ok(true), "the epoch itself can");
    assert_eq!(
        node.retire(&notice, NOW),
        Ok(false),
        "hearing it again drops nothing more"
    );
    let again = node.take_bundle(at(1), &first, NOW, None);
    assert_eq!(
        again,
        Ok(false),
        "a retired epoch's bundle is not taken again"
    );
    assert!(
        opens(&node, &first),
        "but until the key is changed the paper would open the server's copy"
    );

    assert!(
        node.finish_key_change(&mut env).is_err(),
        "a change that was not begun does not end"
    );
    node.begin_key_change(&mut env).expect("begins");
    assert!(
        node.finish_key_change(&mut env).is_err(),
        "nor without its sheet"
    );
    node.keys.next.as_mut().expect("begun").tested = Some(NOW);
    assert!(
        node.finish_key_change(&mut env).is_err(),
        "nor before a roster names the next key"
    );
    let me = node
        .view()
        .federation
        .roster()
        .custodian(1)
        .expect("is in it")
        .clone();
    let card = PartyCard::Custodian {
        name: me.name,
        jurisdiction: me.jurisdiction,
        sign: me.sign,
        cosign: me.cosign,
        x_wing: node
            .keys
            .next
            .as_ref()
            .expect("begun")
            .pair
            .public()
            .to_bytes(),
    };
    let mut next = successor::replace(&node.view().federation, 1, &card).expect("follows");
    for c in &founded.custodians {
        next.sign(&founded.fed, c.identity()).expect("signs");
    }
    node.view
        .federation
        .accept_roster(&next)
        .expect("two of two signed");
    assert!(opens(&node, &first), "until it ends both keys are there");
    let done = node.finish_key_change(&mut env).expect("ends");
    assert_eq!(done.kept, 1, "the live epoch's shares stay");
    assert!(
        !opens(&node, &first),
        "the retired epoch is closed to the whole server history"
    );
    assert!(
        !opens(&node, &second),
        "and so is the live one's old bundle"
    );

    // The roster is in no log here, so the store opens with the first one; keys and shares are what matters.
    let node = CustodianNode::open(node.into_store()).expect("opens");
    assert!(
        !opens(&node, &first),
        "nothing of the old key is left in the store"
    );
    let epochs: Vec<_> = node.shares().iter().map(|s| s.epoch_id).collect();
    assert_eq!(epochs, [live.epoch_id()], "shares of the live epoch only");
    let retired = node
        .bundles()
        .iter()
        .filter(|b| b.state == BundleState::Retired);
    assert_eq!(retired.count(), 1, "and it is known which epoch is over");
}

#[test]
fn an_ended_epoch_waits_for_the_next_one_or_for_thirty_days() {
    let mut env = Env::seeded(&FixedClock::at(NOW), 2);
    let founded = founded(&mut env);
    let fed = founded.fed;
    let mut nodes = founded.custodians.into_iter();
    let (old, next) = (
        Sigma::generate(&mut env.rng()),
        Sigma::generate(&mut env.rng()),
    );
    let notice = Retire::sign(&old, next.epoch_id(), NOW, &fed).expect("signs");
    let forged = Signed::new(notice.body().clone(), &fed, &[&next.write_cap()]).expect("signs");

    let mut node = nodes.next().expect("three custodians");
    let heard = |node: &mut CustodianNode, n: u8, bytes: &[u8], now: i64| {
        node.take_bundle(at(n), bytes, now, Some(u64::from(n)))
            .expect("is heard")
    };
    // The notice comes before the bundle, as after a recovery.
    heard(&mut node, 1, &notice.to_bytes(), NOW);
    let first = bundle(&old, &node);
    heard(&mut node, 2, &first, NOW);
    assert_eq!(
        node.retire_ended(NOW),
        Ok(0),
        "nothing took its place: the shares stay"
    );
    let second = bundle(&next, &node);
    heard(&mut node, 3, &second, NOW);
    assert_eq!(node.retire_ended(NOW), Ok(1), "now something did");
    assert_eq!(
        node.retire_ended(NOW),
        Ok(0),
        "once is enough, and the notice is forgotten"
    );
    let mut node = CustodianNode::open(node.into_store()).expect("opens");
    let kept: Vec<_> = node.shares().iter().map(|s| s.epoch_id).collect();
    assert_eq!(kept, [next.epoch_id()], "on disk as well");
    heard(&mut node, 4, &notice.to_bytes(), NOW);
    assert_eq!(node.retire_ended(NOW), Ok(0), "nor does hearing it again");

    let mut node = nodes.next().expect("three custodians");
    let first = bundle(&old, &node);
    heard(&mut node, 1, &first, NOW);
    heard(&mut node, 2, &forged.to_bytes(), NOW);
    heard(&mut node, 3, &notice.to_bytes(), NOW);
    heard(&mut node, 4, &notice.to_bytes(), NOW + 86_400);
    let just_before = NOW + super::super::retire::TERM - 1;
    assert_eq!(
        node.retire_ended(just_before),
        Ok(0),
        "the term counts, and another epoch's word does not"
    );
    assert_eq!(
        node.retire_ended(just_before + 1),
        Ok(1),
        "thirty days after it was heard first they go all the same"
    );
    assert!(node.shares().is_empty(), "and are gone");
}
