//! An answer to one request is worth nothing for another (P24).

use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;

fn binding() -> ReleaseBinding {
    ReleaseBinding {
        fed: FedId([1; 16]),
        q_id: Hash32([2; 32]),
        approve_set_hash: Hash32([3; 32]),
        checkpoint_root: Hash32([4; 32]),
        x: 5,
    }
}

fn shares(count: u8) -> Vec<ReleasedShare> {
    (0..count)
        .map(|i| ReleasedShare {
            epoch_id: EpochId([i / 2; 16]),
            bundle: Hash32([i / 2 + 100; 32]),
            cid: Cid([i ^ 0xff; 16]),
            share: Share([i.wrapping_add(7); 32]),
        })
        .collect()
}

fn sealed(count: u8) -> (Vec<u8>, SealKeyPair, SigningIdentity) {
    let officer = SealKeyPair::from_seed(&[6; 32]);
    let custodian = SigningIdentity::from_seed(&[7; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let bytes = seal_release(
        &binding(),
        &shares(count),
        officer.public(),
        &custodian,
        &mut rng,
    )
    .unwrap();
    (bytes, officer, custodian)
}

#[test]
fn release_round_trip() {
    for count in [0, 1, 60] {
        let (bytes, officer, custodian) = sealed(count);
        assert_eq!(
            bytes.len(),
            186 + 1136 + 64 * usize::from(count) + 48 * usize::from(count.div_ceil(2)) + 64,
            "64 bytes a share, 48 an epoch"
        );
        let opened = open_release(&bytes, &binding(), &custodian.public(), &officer);
        assert_eq!(opened, Ok(shares(count)), "round trip of {count}");
    }
}

#[test]
fn p24_share_for_one_request_is_refused_for_any_other() {
    let (bytes, officer, custodian) = sealed(3);
    let b = binding();
    let other = Hash32([9; 32]);
    for wrong in [
        ReleaseBinding {
            fed: FedId([9; 16]),
            ..b
        },
        ReleaseBinding { q_id: other, ..b },
        ReleaseBinding {
            approve_set_hash: other,
            ..b
        },
        ReleaseBinding {
            checkpoint_root: other,
            ..b
        },
        ReleaseBinding { x: 4, ..b },
    ] {
        let opened = open_release(&bytes, &wrong, &custodian.public(), &officer);
        assert_eq!(opened, Err(OpenError::WrongKey), "{wrong:?}");
    }
}

#[test]
fn p24_a_rewritten_head_does_not_open_even_if_signed_again() {
    // A custodian's stolen signing key re-binds an old answer to a new request.
    let (bytes, officer, custodian) = sealed(3);
    let other = ReleaseBinding {
        q_id: Hash32([9; 32]),
        ..binding()
    };
    let mut forged = bytes[..bytes.len() - 64].to_vec();
    forged[21..53].copy_from_slice(&other.q_id.0);
    let sig = custodian.sign(Label::ShareRelease, &other.fed, &forged);
    forged.extend(sig.0);
    assert_eq!(
        open_release(&forged, &other, &custodian.public(), &officer),
        Err(OpenError::Rejected),
        "the binding is in the AEAD as well, not in the signature alone"
    );
}

#[test]
fn other_officers_and_custodians_are_refused() {
    let (bytes, officer, custodian) = sealed(3);
    let stranger = SealKeyPair::from_seed(&[1; 32]);
    let public = custodian.public();
    assert_eq!(
        open_release(&bytes, &binding(), &public, &stranger),
        Err(OpenError::WrongKey),
        "sealed to a pinned officer"
    );
    let other = SigningIdentity::from_seed(&[1; 32]).public();
    assert_eq!(
        open_release(&bytes, &binding(), &other, &officer),
        Err(OpenError::WrongWriter),
        "from a pinned custodian"
    );
    for i in (0..bytes.len()).step_by(7).chain(0..186) {
        let mut changed = bytes.clone();
        changed[i] ^= 1;
        assert!(
            open_release(&changed, &binding(), &public, &officer).is_err(),
            "byte {i}"
        );
    }
    for len in (0..bytes.len()).step_by(5) {
        assert!(
            open_release(&bytes[..len], &binding(), &public, &officer).is_err(),
            "{len}"
        );
    }
}

proptest! {
    #[test]
    fn p32_any_bytes_are_refused_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..1500)) {
        let officer = SealKeyPair::from_seed(&[6; 32]);
        let custodian = SigningIdentity::from_seed(&[7; 32]).public();
        prop_assert!(open_release(&bytes, &binding(), &custodian, &officer).is_err(), "noise");
        prop_assert!(super::shares(&bytes, 3).is_none(), "noise names no bundle of its epochs");
    }
}

#[test]
fn p32_an_answer_has_a_bounded_number_of_shares() {
    let officer = SealKeyPair::from_seed(&[6; 32]);
    let custodian = SigningIdentity::from_seed(&[7; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let one = shares(1).remove(0);
    let mut made = |count: usize| {
        let many = vec![one.clone(); count];
        seal_release(&binding(), &many, officer.public(), &custodian, &mut rng).map(|_| ())
    };
    assert_eq!(made(MAX_SHARES), Ok(()), "as many as allowed");
    assert_eq!(made(MAX_SHARES + 1), Err(SealError::TooLarge), "one more");
    let plain = vec![0; (MAX_SHARES + 1) * ENTRY + DEALT];
    let read =
        |count: usize| super::shares(&plain[..count * ENTRY + DEALT], count).map(|s| s.len());
    assert_eq!(read(MAX_SHARES), Some(MAX_SHARES), "read as written");
    assert_eq!(read(MAX_SHARES + 1), None, "and no more, whoever wrote it");
}

#[test]
fn every_epoch_names_its_bundle_once_and_in_order() {
    let officer = SealKeyPair::from_seed(&[6; 32]);
    let custodian = SigningIdentity::from_seed(&[7; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut two = shares(2);
    two[1].bundle = Hash32([9; 32]);
    assert_eq!(
        seal_release(&binding(), &two, officer.public(), &custodian, &mut rng).err(),
        Some(SealError::Internal("two bundles of one epoch")),
        "shares of one epoch were dealt together"
    );
    let plain = |epochs: &[u8]| {
        let mut out = Vec::new();
        for s in shares(4) {
            out.extend([&s.epoch_id.0[..], &s.cid.0, &s.share.0].concat());
        }
        for e in epochs {
            out.extend([&[*e; 16][..], &[e + 100; 32]].concat());
        }
        out
    };
    assert_eq!(
        super::shares(&plain(&[0, 1]), 4),
        Some(shares(4)),
        "as it is written"
    );
    for wrong in [&[][..], &[0], &[1, 0], &[0, 0, 1], &[0, 1, 2]] {
        assert!(
            super::shares(&plain(wrong), 4).is_none(),
            "{wrong:?}: an epoch without a bundle, twice, out of order, or of no share"
        );
    }
    let longer = [plain(&[0, 1]), vec![0]].concat();
    assert_eq!(
        super::shares(&longer, 4),
        None,
        "nothing stands behind the last bundle"
    );
}
