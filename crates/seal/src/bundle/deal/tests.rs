//! The dealer's self-check finds what it is for; an encapsulation gets exactly its own bytes.

use super::*;
use crate::hybrid::SealKeyPair;

fn recipients(n: u8) -> Vec<(u8, SealPublic)> {
    (1..=n)
        .map(|x| (x, SealKeyPair::from_seed(&[x; 32]).public().clone()))
        .collect()
}

fn input(recipients: &[(u8, SealPublic)], k: u8) -> DealInput<'_> {
    DealInput {
        fed: FedId([1; 16]),
        bundle_seq: 1,
        roster_hash: Hash32([2; 32]),
        policy_hash: Hash32([3; 32]),
        k,
        recipients,
        compartments: &[(401_009_001, 1), (401_009_002, 1)],
    }
}

fn rows(sigma: &Sigma, input: &DealInput<'_>) -> BTreeMap<Cid, Compartment> {
    let row = |(psgc, dest): &(u32, u16)| {
        let cid = sigma.cid(*psgc, *dest, Facet::Card);
        let dek = sigma.card_dek(&cid);
        let shares = split(sigma, &Hash32([4; 32]), &cid, &dek, input);
        let (psgc, dest) = (*psgc, *dest);
        (
            cid,
            Compartment {
                psgc,
                dest,
                dek,
                shares,
            },
        )
    };
    input.compartments.iter().map(row).collect()
}

#[test]
fn the_self_check_finds_one_wrong_share_wherever_it_is() {
    let sigma = Sigma::from_bytes([5; 32]);
    for (n, k) in [(3, 2), (5, 3), (4, 4)] {
        let people = recipients(n);
        let input = input(&people, k);
        let good = rows(&sigma, &input);
        assert_eq!(self_check(&input, &good), Ok(()), "{k} of {n}: honest");
        for at in 0..usize::from(n) {
            for compartment in 0..2 {
                let mut bad = rows(&sigma, &input);
                let row = bad.values_mut().nth(compartment).unwrap();
                row.shares[at].0[31] ^= 1;
                assert_eq!(
                    self_check(&input, &bad),
                    Err(DealError::SelfCheck),
                    "{k} of {n}: custodian {} of compartment {compartment} has another share",
                    at + 1
                );
            }
        }
    }
}

#[test]
fn the_self_check_finds_another_key() {
    let sigma = Sigma::from_bytes([5; 32]);
    let people = recipients(3);
    let input = input(&people, 2);
    let mut bad = rows(&sigma, &input);
    bad.values_mut().next_back().unwrap().dek.0[0] ^= 0x80;
    assert_eq!(
        self_check(&input, &bad),
        Err(DealError::SelfCheck),
        "the shares rebuild a key that is not the compartment's"
    );
}

#[test]
fn sixteen_custodians_are_dealt_to_and_a_key_is_one_vote() {
    let sigma = Sigma::from_bytes([5; 32]);
    let sixteen = recipients(16);
    for k in [2, 16] {
        let bytes = deal(&sigma, &input(&sixteen, k)).unwrap();
        let view = BundleView::parse(&bytes).unwrap();
        assert_eq!((view.k(), view.n()), (k, 16), "as many as there may be");
    }
    for (a, b) in [(0, 1), (0, 15), (14, 15)] {
        let mut twice = sixteen.clone();
        twice[b].1 = twice[a].1.clone();
        assert_eq!(
            deal(&sigma, &input(&twice, 3)),
            Err(DealError::Recipients),
            "one key at {a} and {b}"
        );
    }
}

#[test]
fn the_most_compartments_are_dealt_and_one_more_is_not() {
    let sigma = Sigma::from_bytes([5; 32]);
    let people = recipients(2);
    let places: Vec<(u32, u16)> = (1..=10_001).map(|psgc| (psgc, 1)).collect();
    let with = |compartments| DealInput {
        compartments,
        ..input(&people, 2)
    };
    let bytes = deal(&sigma, &with(&places[..10_000])).unwrap();
    assert_eq!(
        BundleView::parse(&bytes).unwrap().cids().len(),
        10_000,
        "as many as there may be"
    );
    assert_eq!(
        deal(&sigma, &with(&places)),
        Err(DealError::Compartments),
        "one more"
    );
}

#[test]
fn an_encapsulation_takes_its_bytes_in_order_and_is_counted() {
    let fresh = || Encapsulation {
        bytes: Zeroizing::new(core::array::from_fn(|i| i as u8)),
        used: 0,
    };
    let mut rng = fresh();
    let (Ok(four), Ok(eight)) = (rng.try_next_u32(), rng.try_next_u64());
    let mut rest = [0; 52];
    let Ok(()) = rng.try_fill_bytes(&mut rest);
    assert_eq!(four, 0x0302_0100, "the first four");
    assert_eq!(eight, 0x0b0a_0908_0706_0504, "the next eight");
    assert_eq!(
        rest,
        core::array::from_fn(|i| i as u8 + 12),
        "and all that is left"
    );
    assert_eq!(rng.used, 64, "exactly as much as one encapsulation takes");
    let Ok(()) = rng.try_fill_bytes(&mut rest[..1]);
    assert_eq!(rng.used, 65, "more is noticed, and then nothing is dealt");
}
