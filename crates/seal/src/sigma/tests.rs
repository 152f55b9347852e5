//! Everything derived from σ differs from everything else, and is frozen by the golden file.

use std::collections::BTreeSet;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;

#[test]
fn derived_values_are_all_different() {
    let sigma = Sigma::from_bytes([1; 32]);
    let mut seen = BTreeSet::new();
    let mut add = |what: &str, bytes: &[u8]| {
        assert!(
            seen.insert(bytes[..16].to_vec()),
            "two derivations that agree would let one value open the other: {what}"
        );
    };
    add("sigma", sigma.to_bytes().as_slice());
    add("epoch", &sigma.epoch_id().0);
    add("pseud", &sigma.pseud().0);
    add("write", sigma.write_cap().to_seed().as_slice());
    add("read", sigma.read_cap().to_seed().as_slice());
    add("head", sigma.head_key().to_bytes().as_slice());
    add("token", sigma.token_key(b"").to_bytes().as_slice());
    for facet in [Facet::Card, Facet::Case, Facet::Withheld] {
        for (psgc, dest) in [(1, 2), (1, 3), (2, 2)] {
            let cid = sigma.cid(psgc, dest, facet);
            add("cid", &cid.0);
            add("card dek", sigma.card_dek(&cid).to_bytes().as_slice());
            add("case dek", sigma.dek(&cid, Facet::Case).raw());
        }
    }
}

#[test]
fn p29_case_key_is_not_the_key_shares_could_rebuild() {
    let sigma = Sigma::from_bytes([1; 32]);
    let cid = sigma.cid(401_009_001, 0x5341, Facet::Case);
    assert_ne!(
        sigma.dek(&cid, Facet::Case).raw(),
        &sigma.card_dek(&cid).0,
        "even a bundle dealt over a case compartment's name must not open case records"
    );
    let withheld = sigma.cid(401_009_001, 0x5341, Facet::Withheld);
    assert_ne!(
        sigma.dek(&withheld, Facet::Withheld).raw(),
        &sigma.card_dek(&withheld).0,
        "nor withheld cards"
    );
    assert_ne!(
        sigma.dek(&withheld, Facet::Withheld),
        sigma.dek(&withheld, Facet::Case),
        "and a key says what it seals"
    );
    assert_eq!(
        sigma.dek(&cid, Facet::Card),
        Dek::from(&sigma.card_dek(&cid)),
        "a card key is the escrowed key itself"
    );
}

#[test]
fn capabilities_sign_for_their_epoch_only() {
    let (a, b) = (Sigma::from_bytes([1; 32]), Sigma::from_bytes([2; 32]));
    assert_ne!(
        a.write_cap().public(),
        b.write_cap().public(),
        "an epoch's write capability ends with it"
    );
    assert_ne!(
        a.write_cap().public(),
        a.read_cap().public(),
        "who may list may not write"
    );
}

#[test]
fn a_hedged_seed_survives_a_broken_generator() {
    let broken = || ChaCha20Rng::seed_from_u64(0);
    let a = SigningIdentity::from_seed(&[1; 32]);
    let b = SigningIdentity::from_seed(&[2; 32]);
    let seed = |id: &SigningIdentity, context: &[u8]| {
        Sigma::generate_hedged(&mut broken(), id, context).to_bytes()
    };
    assert_ne!(
        seed(&a, b"1"),
        seed(&b, b"1"),
        "two devices with the same generator state"
    );
    assert_ne!(seed(&a, b"1"), seed(&a, b"2"), "one device, two epochs");
    let plain = Sigma::generate(&mut broken()).to_bytes();
    assert_ne!(seed(&a, b"1"), plain, "not what the generator alone gives");
    let other = Sigma::generate_hedged(&mut ChaCha20Rng::seed_from_u64(1), &a, b"1");
    assert_ne!(
        seed(&a, b"1"),
        other.to_bytes(),
        "the generator counts as well"
    );
}
