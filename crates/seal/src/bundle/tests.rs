//! The bundle: deterministic, checked by every reader, small (P7, P8, P9, P29, P32).

mod tamper;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::deal::build;
use super::*;
use crate::hybrid::{SealKeyPair, SealPublic};
use crate::ids::{Facet, FedId};
use crate::shamir::{CombineError, combine};
use crate::sigma::Sigma;

struct World {
    sigma: Sigma,
    pairs: Vec<SealKeyPair>,
    recipients: Vec<(u8, SealPublic)>,
    places: Vec<(u32, u16)>,
    k: u8,
}

fn world(n: u8, k: u8, m: u16) -> World {
    let pairs: Vec<_> = (1..=n).map(|x| SealKeyPair::from_seed(&[x; 32])).collect();
    World {
        sigma: Sigma::from_bytes([0x2a; 32]),
        recipients: (1..=n)
            .zip(pairs.iter().map(|p| p.public().clone()))
            .collect(),
        pairs,
        places: (0..m)
            .map(|i| (401_009_001 + u32::from(i / 30), 0x4141 + i % 30))
            .collect(),
        k,
    }
}

impl World {
    fn input(&self) -> DealInput<'_> {
        DealInput {
            fed: FedId([1; 16]),
            bundle_seq: 1,
            roster_hash: Hash32([2; 32]),
            policy_hash: Hash32([3; 32]),
            k: self.k,
            recipients: &self.recipients,
            compartments: &self.places,
        }
    }

    fn current(&self) -> Current {
        Current {
            fed: FedId([1; 16]),
            roster_hash: Hash32([2; 32]),
            policy_hash: Hash32([3; 32]),
            k: self.k,
            n: self.recipients.len() as u8,
            min_bundle_seq: 1,
            write_cap: None,
        }
    }
}

#[test]
fn sixty_compartments_five_custodians_stay_under_thirty_kilobytes() {
    let bytes = deal(&world(5, 3, 60).sigma, &world(5, 3, 60).input()).unwrap();
    assert_eq!(
        bytes.len(),
        28_597,
        "the length is a function of m and n alone"
    );
    assert!(bytes.len() <= 30_000, "the bar of the protocol");
    let other = world(5, 4, 60);
    assert_eq!(
        deal(&other.sigma, &other.input()).unwrap().len(),
        28_597,
        "not of k"
    );
}

#[test]
fn custodians_open_and_a_quorum_rebuilds_every_key() {
    let w = world(5, 3, 60);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    let view = BundleView::parse(&bytes).unwrap();
    let all: Vec<_> = w
        .pairs
        .iter()
        .zip(1..)
        .map(|(pair, x)| open_shares(&view, &w.current(), x, pair).unwrap())
        .collect();
    for (i, place) in w.places.iter().enumerate() {
        let cid = w.sigma.cid(place.0, place.1, Facet::Card);
        let commitment = view.commitment(&cid).unwrap();
        let shares: Vec<_> = [(i % 5), (i + 1) % 5, (i + 3) % 5]
            .map(|c| {
                let mut found = all[c].in_scope(|p, d| (p, d) == *place);
                (all[c].x, found.next().unwrap().share.clone())
            })
            .to_vec();
        assert_eq!(
            combine(&commitment, &shares),
            Ok(w.sigma.card_dek(&cid)),
            "{i}"
        );
        assert_eq!(
            combine(&commitment, &shares[..2]),
            Err(CombineError::TooFew { have: 2, need: 3 }),
            "two are not enough"
        );
    }
    let cids: BTreeSet<_> = view.cids().collect();
    assert_eq!(cids.len(), 60, "each compartment once");
    assert!(
        view.commitment(&crate::Cid([0; 16])).is_none(),
        "others are not in it"
    );
}

#[test]
fn p07_deal_is_deterministic_and_independent_of_order() {
    let mut w = world(3, 2, 6);
    let a = deal(&w.sigma, &w.input()).unwrap();
    assert_eq!(
        a,
        deal(&w.sigma, &w.input()).unwrap(),
        "same input, same bytes"
    );
    w.places.reverse();
    assert_eq!(
        a,
        deal(&w.sigma, &w.input()).unwrap(),
        "every device lists places its own way"
    );
}

#[test]
fn p07_any_field_changes_every_encapsulation() {
    let w = world(3, 2, 6);
    let base = deal(&w.sigma, &w.input()).unwrap();
    let other_keys: Vec<_> = (1..=3)
        .map(|x| (x, SealKeyPair::from_seed(&[x + 9; 32]).public().clone()))
        .collect();
    let fewer = &w.places[1..];
    let changed = [
        DealInput {
            fed: FedId([9; 16]),
            ..w.input()
        },
        DealInput {
            bundle_seq: 2,
            ..w.input()
        },
        DealInput {
            roster_hash: Hash32([9; 32]),
            ..w.input()
        },
        DealInput {
            policy_hash: Hash32([9; 32]),
            ..w.input()
        },
        DealInput { k: 3, ..w.input() },
        DealInput {
            compartments: fewer,
            ..w.input()
        },
    ];
    let encs = |bytes: &[u8]| -> Vec<Vec<u8>> {
        let view = BundleView::parse(bytes).unwrap();
        (1..=3)
            .map(|x| view.sealed_for(x).unwrap()[..1120].to_vec())
            .collect()
    };
    for input in changed {
        let other = deal(&w.sigma, &input).unwrap();
        for (a, b) in encs(&base).iter().zip(encs(&other)) {
            assert_ne!(a, &b, "one randomness never serves two headers: {input:?}");
        }
    }
    let rekeyed = deal(
        &w.sigma,
        &DealInput {
            recipients: &other_keys,
            ..w.input()
        },
    )
    .unwrap();
    assert_ne!(base, rekeyed, "other keys, other bytes");
    let other_sigma = deal(&Sigma::from_bytes([1; 32]), &w.input()).unwrap();
    assert_ne!(encs(&base), encs(&other_sigma), "another epoch");
}

#[test]
fn p08_recompute_accepts_the_same_and_refuses_the_rest() {
    let w = world(3, 2, 4);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    assert_eq!(
        recompute(&w.sigma, &w.input(), &bytes),
        Ok(()),
        "what this register dealt"
    );
    let no = Err(RecomputeError::Differs);
    let roster = DealInput {
        roster_hash: Hash32([9; 32]),
        ..w.input()
    };
    assert_eq!(recompute(&w.sigma, &roster, &bytes), no, "another roster");
    assert_eq!(
        recompute(&w.sigma, &DealInput { k: 3, ..w.input() }, &bytes),
        no,
        "another k"
    );
    assert_eq!(
        recompute(&Sigma::from_bytes([1; 32]), &w.input(), &bytes),
        no,
        "another σ"
    );
    for bit in (0..bytes.len() * 8).step_by(997) {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(recompute(&w.sigma, &w.input(), &changed), no, "bit {bit}");
    }
    assert_eq!(
        recompute(&w.sigma, &w.input(), &bytes[..bytes.len() - 1]),
        no,
        "truncated"
    );
}

#[test]
fn p09_custodian_refuses_what_is_not_current() {
    let w = world(5, 3, 4);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    let view = BundleView::parse(&bytes).unwrap();
    let open = |c: Current| open_shares(&view, &c, 1, &w.pairs[0]).map(|_| ());
    let c = w.current();
    assert_eq!(open(c), Ok(()), "current");
    let other = Hash32([9; 32]);
    assert_eq!(
        open(Current {
            fed: FedId([9; 16]),
            ..c
        }),
        Err(DealFault::OtherFederation),
        "fed"
    );
    assert_eq!(
        open(Current {
            roster_hash: other,
            ..c
        }),
        Err(DealFault::StaleRoster),
        "roster"
    );
    assert_eq!(
        open(Current {
            policy_hash: other,
            ..c
        }),
        Err(DealFault::StalePolicy),
        "policy"
    );
    assert_eq!(open(Current { k: 2, ..c }), Err(DealFault::Threshold), "k");
    assert_eq!(open(Current { n: 7, ..c }), Err(DealFault::Threshold), "n");
    assert_eq!(
        open(Current {
            min_bundle_seq: 2,
            ..c
        }),
        Err(DealFault::Replayed),
        "older"
    );
    let stranger = Some(Sigma::from_bytes([1; 32]).write_cap().public());
    assert_eq!(
        open(Current {
            write_cap: stranger,
            ..c
        }),
        Err(DealFault::OtherWriteCap),
        "cap"
    );
    let own = Some(w.sigma.write_cap().public());
    assert_eq!(
        open(Current {
            write_cap: own,
            ..c
        }),
        Ok(()),
        "the same cap"
    );
    let as_two = open_shares(&view, &c, 2, &w.pairs[0]).map(|_| ());
    assert_eq!(
        as_two,
        Err(DealFault::NotOpened),
        "another custodian's part"
    );
    assert_eq!(
        open_shares(&view, &c, 0, &w.pairs[0]).map(|_| ()),
        Err(DealFault::Threshold),
        "0"
    );
    assert_eq!(
        open_shares(&view, &c, 6, &w.pairs[0]).map(|_| ()),
        Err(DealFault::Threshold),
        "6"
    );
}

#[test]
fn p09_a_deal_with_k_1_is_refused_everywhere() {
    let mut w = world(3, 1, 4);
    assert_eq!(
        deal(&w.sigma, &w.input()),
        Err(DealError::Threshold),
        "not dealt"
    );
    // A malicious device deals it all the same.
    let bytes = build(&w.sigma, &w.input()).unwrap();
    let view = BundleView::parse(&bytes).unwrap();
    let open = |c| open_shares(&view, &c, 1, &w.pairs[0]).map(|_| ());
    assert_eq!(
        open(w.current()),
        Err(DealFault::Threshold),
        "even under a policy that says 1"
    );
    w.k = 2;
    assert_eq!(
        open_shares(&view, &w.current(), 1, &w.pairs[0]).map(|_| ()),
        Err(DealFault::Threshold),
        "and under the real one"
    );
}

#[test]
fn deal_refuses_input_that_is_no_roster_or_no_list() {
    let w = world(5, 3, 4);
    let cases = [
        (DealInput { k: 0, ..w.input() }, DealError::Threshold),
        (DealInput { k: 6, ..w.input() }, DealError::Threshold),
        (
            DealInput {
                recipients: &[],
                ..w.input()
            },
            DealError::Recipients,
        ),
        (
            DealInput {
                recipients: &w.recipients[1..],
                ..w.input()
            },
            DealError::Recipients,
        ),
        (
            DealInput {
                compartments: &[],
                ..w.input()
            },
            DealError::Compartments,
        ),
        (
            DealInput {
                compartments: &[(1, 2), (1, 2)],
                ..w.input()
            },
            DealError::Compartments,
        ),
        (
            DealInput {
                compartments: &[(0, 2)],
                ..w.input()
            },
            DealError::Compartments,
        ),
    ];
    for (input, error) in cases {
        assert_eq!(deal(&w.sigma, &input), Err(error), "{input:?}");
    }
    let mut twice = w.recipients.clone();
    twice[4].1 = twice[0].1.clone();
    let input = DealInput {
        recipients: &twice,
        ..w.input()
    };
    assert_eq!(
        deal(&w.sigma, &input),
        Err(DealError::Recipients),
        "one key, two votes"
    );
    let seventeen = world(17, 3, 1);
    assert_eq!(
        deal(&seventeen.sigma, &seventeen.input()),
        Err(DealError::Recipients),
        "17"
    );
}

#[test]
fn p29_no_key_or_name_for_devices_alone_is_in_a_bundle() {
    let w = world(3, 2, 8);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    let view = BundleView::parse(&bytes).unwrap();
    let contains = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    for (psgc, dest) in &w.places {
        for facet in [Facet::Case, Facet::Withheld] {
            let cid = w.sigma.cid(*psgc, *dest, facet);
            assert!(
                view.commitment(&cid).is_none(),
                "{facet:?}: a compartment for devices alone has no commitment"
            );
            assert!(!contains(&cid.0), "{facet:?}: nor is its name anywhere");
        }
        let all: Vec<_> = w
            .pairs
            .iter()
            .zip(1..)
            .map(|(p, x)| open_shares(&view, &w.current(), x, p).unwrap())
            .collect();
        let card = w.sigma.cid(*psgc, *dest, Facet::Card);
        let shares: Vec<_> = all
            .iter()
            .map(|s| {
                let holding = s.holdings.iter().find(|h| h.cid == card);
                (s.x, holding.unwrap().share.clone())
            })
            .collect();
        let rebuilt = combine(&view.commitment(&card).unwrap(), &shares).unwrap();
        for facet in [Facet::Case, Facet::Withheld] {
            let key = w.sigma.dek(&w.sigma.cid(*psgc, *dest, facet), facet);
            assert_ne!(
                rebuilt.0,
                *key.raw(),
                "{facet:?}: all custodians together do not get it"
            );
        }
        assert!(!contains(&psgc.to_be_bytes()), "no place is readable");
    }
}

#[test]
fn shares_survive_storage() {
    let w = world(3, 2, 4);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    let view = BundleView::parse(&bytes).unwrap();
    let shares = open_shares(&view, &w.current(), 2, &w.pairs[1]).unwrap();
    let stored = shares.to_bytes();
    let read = CustodianShares::from_bytes(&stored).unwrap();
    assert_eq!(read, shares, "round trip");
    assert_eq!(read.verify(&view), Ok(()), "and still the dealt ones");
    for len in 0..stored.len() {
        assert!(
            CustodianShares::from_bytes(&stored[..len]).is_err(),
            "length {len}"
        );
    }
    let shown = format!("{shares:?} {:?}", shares.holdings[0]);
    assert!(shown.contains("Share(secret)"), "P35: {shown}");
}

#[test]
fn shares_are_of_one_bundle_and_whole() {
    let w = world(3, 2, 4);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    let view = BundleView::parse(&bytes).unwrap();
    let shares = open_shares(&view, &w.current(), 2, &w.pairs[1]).unwrap();
    let next = DealInput {
        bundle_seq: 2,
        ..w.input()
    };
    let later = deal(&w.sigma, &next).unwrap();
    let later = BundleView::parse(&later).unwrap();
    assert_eq!(
        shares.verify(&later),
        Err(DealFault::NotOpened),
        "as many compartments, another bundle"
    );
    let mut fewer = shares.clone();
    fewer.holdings.pop();
    assert_eq!(
        fewer.verify(&view),
        Err(DealFault::NotOpened),
        "one compartment is missing"
    );
    let mut renamed = shares.clone();
    renamed.holdings[1].cid = crate::Cid([9; 16]);
    assert_eq!(
        renamed.verify(&view),
        Err(DealFault::WrongShare),
        "the right share under another compartment's name"
    );
    let mut other = shares.clone();
    other.x = 1;
    assert_eq!(
        other.verify(&view),
        Err(DealFault::WrongShare),
        "another custodian's commitments"
    );
    assert_eq!(
        format!("{shares:?}"),
        format!(
            "CustodianShares({:?}, x = 2, 4 compartments)",
            view.epoch_id()
        ),
        "what is shown of them is no share and no place"
    );
    let shown = format!("{view:?}");
    assert!(
        shown.starts_with("BundleView") && shown.contains("m: 4") && shown.contains("k: 2"),
        "counts of a bundle are public: {shown}"
    );
}

#[test]
fn what_a_bundle_says_of_itself() {
    let w = world(3, 2, 4);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    let view = BundleView::parse(&bytes).unwrap();
    let (fed, policy) = (FedId([1; 16]), Hash32([3; 32]));
    assert_eq!((view.fed(), view.policy_hash()), (fed, policy), "as dealt");
    assert_eq!(
        (view.roster_hash(), view.bundle_seq()),
        (Hash32([2; 32]), 1),
        "as dealt"
    );
    assert_eq!((view.k(), view.n()), (2, 3), "as dealt");
    assert_eq!(view.epoch_id(), w.sigma.epoch_id(), "the epoch of its seed");
    assert_eq!(
        view.write_cap(),
        w.sigma.write_cap().public(),
        "signed by the epoch's capability"
    );
    assert_eq!(view.bundle_hash(), kdf::hash(&[&bytes]), "of all its bytes");
    let header = Sizes::of(4);
    let header = header.core + header.kc * 4 + header.catalogue;
    assert_eq!(
        view.header_hash(),
        kdf::hash(&[&bytes[..header]]),
        "of what stands before the sealed parts"
    );
    for x in [0, 4, 255] {
        assert_eq!(view.h(x, 0), None, "custodian {x} of three has none");
        assert_eq!(view.sealed_for(x), None, "nor a sealed part");
    }
    assert_eq!(view.h(3, 4), None, "there is no fifth compartment");
}

#[test]
fn p32_stored_shares_are_bounded() {
    let of = |m: u16, len: usize| {
        let mut bytes = vec![0; 65];
        bytes.extend(m.to_be_bytes());
        bytes.resize(67 + len, 0);
        CustodianShares::from_bytes(&bytes).map(|s| s.holdings.len())
    };
    assert_eq!(of(10_000, 540_000), Ok(10_000), "as many as a bundle holds");
    assert!(of(10_001, 540_054).is_err(), "one more is no bundle's");
    assert!(of(2, 107).is_err(), "a byte too few");
    assert!(of(2, 109).is_err(), "a byte too many");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn p06_random_deals_open(seed in prop::array::uniform32(any::<u8>()), n in 2_u8..7, pick in any::<u8>(), m in 1_u16..12) {
        let k = 2 + pick % (n - 1);
        let mut w = world(n, k, m);
        w.sigma = Sigma::from_bytes(seed);
        let bytes = deal(&w.sigma, &w.input()).unwrap();
        let view = BundleView::parse(&bytes).unwrap();
        let opened: Vec<_> = (0..k).map(|i| {
            let x = (i + pick % n) % n + 1;
            open_shares(&view, &w.current(), x, &w.pairs[usize::from(x - 1)]).unwrap()
        }).collect();
        for (i, cid) in view.cids().enumerate() {
            let shares: Vec<_> = opened.iter().map(|o| (o.x, o.holdings[i].share.clone())).collect();
            let dek = combine(&view.commitment(&cid).unwrap(), &shares);
            prop_assert_eq!(dek, Ok(w.sigma.card_dek(&cid)), "every k rebuild");
        }
    }
}
