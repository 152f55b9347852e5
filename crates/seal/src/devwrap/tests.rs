//! σ reaches the device it was wrapped for, under the roster that lists it, and nobody else.

use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;

fn binding() -> WrapBinding {
    WrapBinding {
        fed: FedId([1; 16]),
        roster_hash: Hash32([2; 32]),
        device_pk_hash: Hash32([3; 32]),
    }
}

#[test]
fn wrap_round_trip() {
    let sigma = Sigma::from_bytes([7; 32]);
    let pair = SealKeyPair::from_seed(&[8; 32]);
    let old_device = SigningIdentity::from_seed(&[9; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let bytes = wrap(&sigma, &binding(), pair.public(), &old_device, &mut rng).unwrap();
    assert_eq!(bytes.len(), 1365, "fixed layout");
    assert_eq!(
        epoch_of(&bytes),
        Ok(sigma.epoch_id()),
        "a device knows which wrap it needs"
    );
    let opened = unwrap(&bytes, &binding(), &pair).unwrap();
    assert_eq!(opened.sigma, sigma, "round trip");
    assert_eq!(opened.signer, old_device.public(), "who let the device in");
}

#[test]
fn p14_another_device_roster_or_federation_does_not_open() {
    let sigma = Sigma::from_bytes([7; 32]);
    let pair = SealKeyPair::from_seed(&[8; 32]);
    let signer = SigningIdentity::from_seed(&[9; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let bytes = wrap(&sigma, &binding(), pair.public(), &signer, &mut rng).unwrap();
    let no = Some(OpenError::WrongKey);
    let b = binding();
    for other in [
        WrapBinding {
            fed: FedId([9; 16]),
            ..b
        },
        WrapBinding {
            roster_hash: Hash32([9; 32]),
            ..b
        },
        WrapBinding {
            device_pk_hash: Hash32([9; 32]),
            ..b
        },
    ] {
        assert_eq!(unwrap(&bytes, &other, &pair).err(), no, "{other:?}");
    }
    let stranger = SealKeyPair::from_seed(&[1; 32]);
    let refused = Some(OpenError::Rejected);
    assert_eq!(
        unwrap(&bytes, &binding(), &stranger).err(),
        refused,
        "another key"
    );
    for i in (0..bytes.len()).step_by(11).chain(0..133) {
        let mut changed = bytes.clone();
        changed[i] ^= 1;
        assert!(unwrap(&changed, &binding(), &pair).is_err(), "byte {i}");
    }
}

#[test]
fn a_wrap_that_lies_about_its_epoch_is_refused() {
    let sigma = Sigma::from_bytes([7; 32]);
    let pair = SealKeyPair::from_seed(&[8; 32]);
    let signer = SigningIdentity::from_seed(&[9; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let honest = wrap(&sigma, &binding(), pair.public(), &signer, &mut rng).unwrap();
    let lie = EpochId([0xee; 16]);
    let mut head = honest[..HEAD_LEN].to_vec();
    head[21..37].copy_from_slice(&lie.0);
    let aad = aad(&binding(), &lie);
    let parts = (&binding().fed, head, aad.as_slice(), &sigma.0[..]);
    let bytes = letter::seal(&KIND, parts, pair.public(), &signer, &mut rng).unwrap();
    assert_eq!(
        unwrap(&bytes, &binding(), &pair).err(),
        Some(OpenError::Malformed("device wrap")),
        "the seed decides which epoch it opens"
    );
}

proptest! {
    #[test]
    fn p32_any_bytes_are_refused_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..1500)) {
        let pair = SealKeyPair::from_seed(&[8; 32]);
        prop_assert!(unwrap(&bytes, &binding(), &pair).is_err(), "noise is no wrap");
    }
}
