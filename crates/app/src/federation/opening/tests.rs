//! A wrong share is put aside and its custodian named, as long as enough are left.

use super::{named, rebuild};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::collections::BTreeSet;
use ugnay_seal::{
    BundleView, Commitment, Current, DealInput, Facet, FedId, Hash32, SealKeyPair, Share, Sigma,
    deal, open_shares,
};

const FED: FedId = FedId([7; 16]);

/// A dealt compartment's commitment and the shares of five custodians, three of whom open.
fn dealt() -> (Sigma, Commitment, Vec<(u8, Share)>) {
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    let sigma = Sigma::generate(&mut rng);
    let pairs: Vec<SealKeyPair> = (0..5).map(|_| SealKeyPair::generate(&mut rng)).collect();
    let recipients: Vec<_> = pairs
        .iter()
        .enumerate()
        .map(|(i, p)| (i as u8 + 1, p.public().clone()))
        .collect();
    let (roster_hash, policy_hash) = (Hash32([1; 32]), Hash32([2; 32]));
    let compartments = [(401_009_007, 0x5341)];
    let input = DealInput {
        fed: FED,
        bundle_seq: 1,
        roster_hash,
        policy_hash,
        k: 3,
        recipients: &recipients,
        compartments: &compartments,
    };
    let bytes = deal(&sigma, &input).expect("a deal");
    let view = BundleView::parse(&bytes).expect("a bundle");
    let current = Current {
        fed: FED,
        roster_hash,
        policy_hash,
        k: 3,
        n: 5,
        min_bundle_seq: 0,
        write_cap: None,
    };
    let share = |(i, pair): (usize, &SealKeyPair)| {
        let x = i as u8 + 1;
        let held = open_shares(&view, &current, x, pair).expect("own shares open");
        (x, held.holdings[0].share.clone())
    };
    let cid = sigma.cid(401_009_007, 0x5341, Facet::Card);
    let commitment = view.commitment(&cid).expect("the compartment was dealt");
    let shares = pairs.iter().enumerate().map(share).collect();
    (sigma, commitment, shares)
}

#[test]
fn a_wrong_share_names_its_custodian_and_stops_nobody_else() {
    let (sigma, commitment, mut shares) = dealt();
    shares[1].1 = Share::from_bytes([9; 32]);
    let mut faulty = BTreeSet::new();
    let key = rebuild(&commitment, shares[..4].to_vec(), &mut faulty)
        .expect("three right shares are enough");
    assert_eq!(
        key,
        sigma.card_dek(&commitment.cid),
        "the key is the one that was dealt"
    );
    assert_eq!(
        faulty,
        BTreeSet::from([2]),
        "the custodian at fault is named, nobody else"
    );
}

#[test]
fn too_few_right_shares_open_nothing_and_say_who_was_wrong() {
    let (_, commitment, mut shares) = dealt();
    shares[0].1 = Share::from_bytes([9; 32]);
    let mut faulty = BTreeSet::new();
    let why =
        rebuild(&commitment, shares[..3].to_vec(), &mut faulty).expect_err("two are not three");
    assert!(
        named(&why, &faulty).contains("custodian 1"),
        "the desk must learn whose share was wrong, not only that it failed"
    );
}
