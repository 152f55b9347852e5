//! A signature means one thing: its label, its federation, its bytes.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;

#[test]
fn signature_is_bound_to_label_federation_and_bytes() {
    let id = SigningIdentity::generate(&mut ChaCha20Rng::seed_from_u64(1));
    let (fed, other) = (FedId([1; 16]), FedId([2; 16]));
    let sig = id.sign(Label::Approve, &fed, b"q");
    let pk = id.public();
    assert_eq!(
        pk.verify(Label::Approve, &fed, b"q", &sig),
        Ok(()),
        "as signed"
    );
    let bad = Err(SealError::BadSignature);
    assert_eq!(
        pk.verify(Label::Object, &fed, b"q", &sig),
        bad,
        "another purpose"
    );
    assert_eq!(
        pk.verify(Label::Approve, &other, b"q", &sig),
        bad,
        "another federation"
    );
    assert_eq!(
        pk.verify(Label::Approve, &fed, b"r", &sig),
        bad,
        "other bytes"
    );
    for bit in 0..512 {
        let mut changed = sig;
        changed.0[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            pk.verify(Label::Approve, &fed, b"q", &changed),
            bad,
            "bit {bit} changed"
        );
    }
}

#[test]
fn seed_round_trip_and_determinism() {
    let id = SigningIdentity::generate(&mut ChaCha20Rng::seed_from_u64(2));
    let again = SigningIdentity::from_seed(&id.to_seed());
    assert_eq!(id.public(), again.public(), "the seed is the whole key");
    let fed = FedId([1; 16]);
    assert_eq!(
        id.sign(Label::Head, &fed, b"x"),
        again.sign(Label::Head, &fed, b"x"),
        "every device of a register recomputes the same bytes"
    );
}

#[test]
fn small_order_and_broken_keys_are_refused() {
    let mut identity_point = [0; 32];
    identity_point[0] = 1;
    for bytes in [[0; 32], identity_point, [0xff; 32], [2; 32]] {
        assert_eq!(
            VerifyingId::from_bytes(&bytes).map(|_| ()),
            Err(SealError::BadPublicKey),
            "a key of small order signs everything: {:02x}",
            bytes[0]
        );
    }
}

#[test]
fn second_encodings_of_a_key_are_refused() {
    let mut refused = 0;
    for y in 2..19_u8 {
        let mut plain = [0; 32];
        plain[0] = y;
        if VerifyingId::from_bytes(&plain).is_err() {
            continue;
        }
        let mut second = [0xff; 32]; // y + p, still below 2^255
        second[0] = 0xed + y;
        second[31] = 0x7f;
        assert!(
            VerifyingKey::from_bytes(&second).is_ok(),
            "the library reads it as the same point: y = {y}"
        );
        assert_eq!(
            VerifyingId::from_bytes(&second).map(|_| ()),
            Err(SealError::BadPublicKey),
            "one key with two names would count as two organisations: y = {y}"
        );
        refused += 1;
    }
    assert!(refused > 0, "the case exists");
}

#[test]
fn a_key_is_below_the_prime() {
    let y = |low: u8, middle: u8, high: u8| {
        let mut bytes = [0xff; 32];
        (bytes[0], bytes[15], bytes[31]) = (low, middle, high);
        bytes
    };
    for (bytes, reduced) in [
        (y(0xec, 0xff, 0x7f), true),
        (y(0xed, 0xff, 0x7f), false),
        (y(0xee, 0xff, 0x7f), false),
        (y(0xff, 0xff, 0x7f), false),
        (y(0xed, 0xff, 0xff), false),
        (y(0xec, 0xff, 0xff), true),
        (y(0xed, 0xfe, 0x7f), true),
        (y(0xed, 0xff, 0x7e), true),
        ([0; 32], true),
    ] {
        assert_eq!(
            is_reduced(&bytes),
            reduced,
            "{:02x} … {:02x} … {:02x} against 2^255 - 19, the sign apart",
            bytes[0],
            bytes[15],
            bytes[31]
        );
    }
}

#[test]
fn p35_signatures_have_one_length_and_secrets_no_form() {
    assert_eq!(
        Sig::from_slice(&[7; 64]),
        Some(Sig([7; 64])),
        "exactly 64 bytes"
    );
    for len in [0, 63, 65] {
        assert_eq!(Sig::from_slice(&vec![7; len]), None, "{len} are none");
    }
    let id = SigningIdentity::from_seed(&[0xcd; 32]);
    assert_eq!(
        format!("{id:?}"),
        "SigningIdentity(secret)",
        "nothing of it is shown"
    );
    assert_eq!(
        format!("{:?}", id.public()),
        format!("VerifyingId({:?})", id.public().hash()),
        "a public key by its hash"
    );
}
