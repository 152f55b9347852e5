//! A successor gets the same shares at the same index, and checks them against the bundle (P30).

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;
use crate::bundle::{Current, DealInput, deal, open_shares};
use crate::shamir::combine;
use crate::sigma::Sigma;

struct World {
    sigma: Sigma,
    bundle: Vec<u8>,
    shares: Vec<CustodianShares>,
}

fn world() -> World {
    let sigma = Sigma::from_bytes([1; 32]);
    let pairs: Vec<_> = (1..=3).map(|x| SealKeyPair::from_seed(&[x; 32])).collect();
    let recipients: Vec<_> = (1..)
        .zip(pairs.iter().map(|p| p.public().clone()))
        .collect();
    let (fed, hash) = (FedId([1; 16]), Hash32([2; 32]));
    let input = DealInput {
        fed,
        bundle_seq: 1,
        roster_hash: hash,
        policy_hash: hash,
        k: 2,
        recipients: &recipients,
        compartments: &[(401_009_001, 1), (401_009_002, 1)],
    };
    let bundle = deal(&sigma, &input).unwrap();
    let view = BundleView::parse(&bundle).unwrap();
    let current = Current {
        fed,
        roster_hash: hash,
        policy_hash: hash,
        k: 2,
        n: 3,
        min_bundle_seq: 1,
        write_cap: None,
    };
    let shares = (1..)
        .zip(&pairs)
        .map(|(x, p)| open_shares(&view, &current, x, p).unwrap())
        .collect();
    World {
        sigma,
        bundle,
        shares,
    }
}

fn binding(w: &World, x: u8) -> HandoverBinding {
    let view = BundleView::parse(&w.bundle).unwrap();
    HandoverBinding {
        fed: view.fed(),
        epoch_id: view.epoch_id(),
        header_hash: view.header_hash(),
        old_roster_hash: Hash32([2; 32]),
        new_roster_hash: Hash32([3; 32]),
        x,
    }
}

#[test]
fn p30_successor_takes_part_in_a_quorum() {
    let w = world();
    let view = BundleView::parse(&w.bundle).unwrap();
    let outgoing = SigningIdentity::from_seed(&[4; 32]);
    let successor = SealKeyPair::from_seed(&[5; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let b = binding(&w, 2);
    let bytes = seal_handover(&b, &w.shares[1], successor.public(), &outgoing, &mut rng).unwrap();
    let got = open_handover(&bytes, &b, &outgoing.public(), &successor, &view).unwrap();
    assert_eq!(got, w.shares[1], "the same shares, the same index");
    for (i, cid) in view.cids().enumerate() {
        let shares = [
            (got.x, got.holdings[i].share.clone()),
            (3, w.shares[2].holdings[i].share.clone()),
        ];
        let dek = combine(&view.commitment(&cid).unwrap(), &shares);
        assert_eq!(dek, Ok(w.sigma.card_dek(&cid)), "h and kc stay valid");
    }
}

#[test]
fn p30_a_handover_of_other_shares_is_refused() {
    let w = world();
    let view = BundleView::parse(&w.bundle).unwrap();
    let outgoing = SigningIdentity::from_seed(&[4; 32]);
    let successor = SealKeyPair::from_seed(&[5; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let b = binding(&w, 2);
    let mut wrong = w.shares[1].clone();
    wrong.holdings[0].share = w.shares[0].holdings[0].share.clone();
    let bytes = seal_handover(&b, &wrong, successor.public(), &outgoing, &mut rng).unwrap();
    assert_eq!(
        open_handover(&bytes, &b, &outgoing.public(), &successor, &view),
        Err(OpenError::Malformed("hand-over")),
        "h tells"
    );
    let bytes = seal_handover(&b, &w.shares[1], successor.public(), &outgoing, &mut rng).unwrap();
    let another = HandoverBinding {
        new_roster_hash: Hash32([9; 32]),
        ..b
    };
    assert_eq!(
        open_handover(&bytes, &another, &outgoing.public(), &successor, &view),
        Err(OpenError::WrongKey),
        "another roster"
    );
    for i in (0..bytes.len()).step_by(9) {
        let mut changed = bytes.clone();
        changed[i] ^= 1;
        let opened = open_handover(&changed, &b, &outgoing.public(), &successor, &view);
        assert!(opened.is_err(), "byte {i}");
    }
    assert_eq!(
        seal_handover(
            &binding(&w, 1),
            &w.shares[1],
            successor.public(),
            &outgoing,
            &mut rng
        ),
        Err(SealError::WrongKeyForContext),
        "an index is not handed on under another"
    );
}

#[test]
fn p30_shares_are_handed_on_under_their_own_names_alone() {
    let w = world();
    let outgoing = SigningIdentity::from_seed(&[4; 32]);
    let successor = SealKeyPair::from_seed(&[5; 32]);
    let b = binding(&w, 2);
    let others = [
        HandoverBinding {
            fed: FedId([9; 16]),
            ..b
        },
        HandoverBinding {
            epoch_id: EpochId([9; 16]),
            ..b
        },
        HandoverBinding {
            header_hash: Hash32([9; 32]),
            ..b
        },
        binding(&w, 1),
    ];
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    for (number, other) in others.iter().enumerate() {
        let sealed = seal_handover(other, &w.shares[1], successor.public(), &outgoing, &mut rng);
        assert_eq!(
            sealed,
            Err(SealError::WrongKeyForContext),
            "name {number} is another"
        );
    }
}

#[test]
fn an_envelope_says_what_the_letter_is_bound_to() {
    let w = world();
    let outgoing = SigningIdentity::from_seed(&[4; 32]);
    let successor = SealKeyPair::from_seed(&[5; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let b = binding(&w, 2);
    let bytes = seal_handover(&b, &w.shares[1], successor.public(), &outgoing, &mut rng).unwrap();
    let expected = Envelope {
        binding: b,
        successor: successor.public().hash(),
        outgoing: *outgoing.public().as_bytes(),
    };
    assert_eq!(Envelope::read(&bytes), Ok(expected), "as it was sealed");
    assert!(expected.is_signed(&bytes), "by whom it says");
    let mut forged = bytes.clone();
    forged[HEAD_LEN] ^= 1;
    assert!(!expected.is_signed(&forged), "a changed letter is nobody's");
    let stranger = Envelope {
        outgoing: *SigningIdentity::from_seed(&[6; 32]).public().as_bytes(),
        ..expected
    };
    assert!(!stranger.is_signed(&bytes), "nor is it another's");
    for cut in 0..HEAD_LEN {
        assert!(
            Envelope::read(&bytes[..cut]).is_err(),
            "a cut envelope is none"
        );
    }
    let mut other = bytes.clone();
    other[4] = 2;
    assert!(Envelope::read(&other).is_err(), "an unknown suite is none");
}

proptest::proptest! {
    #[test]
    fn p32_any_bytes_are_an_envelope_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let _ = Envelope::read(&bytes);
    }
}
