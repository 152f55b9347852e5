//! vkey and skey texts, against the specification's example and Go's encoding as another crate reads it.

use super::*;
use rand_chacha::{ChaCha20Rng, rand_core::SeedableRng};
use signed_note::{Signer as _, StandardSigner, StandardVerifier, Verifier as _};

const SPEC_VKEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

#[test]
fn the_specification_key_reads_and_writes() {
    let key = VerifierKey::parse(SPEC_VKEY).unwrap();
    assert_eq!(
        (key.name(), key.id(), key.kind()),
        ("example.com/foo", 0x530d_903a, KeyKind::Note),
        "its parts"
    );
    assert_eq!(key.to_vkey(), SPEC_VKEY, "one encoding");
}

#[test]
fn other_implementation_reads_our_keys() {
    let key = SignerKey::generate(
        "log.example/a",
        KeyKind::Note,
        &mut ChaCha20Rng::seed_from_u64(1),
    )
    .unwrap();
    let theirs = StandardSigner::new(&key.to_skey()).unwrap();
    assert_eq!(theirs.key_id(), key.verifier().id(), "same key id");
    let verifier = StandardVerifier::new(&key.verifier().to_vkey()).unwrap();
    assert!(
        verifier.verify(b"text\n", &key.sign(b"text\n")),
        "it verifies our signature"
    );
    let again = SignerKey::parse(&key.to_skey()).unwrap();
    assert_eq!(again.verifier(), key.verifier(), "skey reads back");
}

#[test]
fn malformed_keys_are_refused() {
    let swap = |from: &str, to: &str| SPEC_VKEY.replacen(from, to, 1);
    for bad in [
        swap("530d903a", "530D903A"),
        swap("530d903a", "530d903b"),
        swap("530d903a", "30d903a"),
        swap("example.com/foo", "example.com/ foo"),
        swap("example.com/foo", ""),
        swap("+Ae", "+Ee"),
        swap("+Ae", "+Be"),
        SPEC_VKEY[..SPEC_VKEY.len() - 4].to_owned(),
        format!("{SPEC_VKEY}\n"),
        String::new(),
    ] {
        assert!(VerifierKey::parse(&bad).is_err(), "{bad:?} is not a vkey");
    }
    let identity = {
        let mut k = [0u8; 32];
        k[0] = 1;
        k
    };
    assert!(
        VerifierKey::new("w", KeyKind::Note, &identity).is_err(),
        "a small-order key verifies anything"
    );
    assert!(
        SignerKey::parse("PRIVATE+KEY+a+00000000+AQ==").is_err(),
        "a seed has 32 bytes"
    );
    let long = "n".repeat(256);
    assert!(
        VerifierKey::new(&long, KeyKind::Note, &[3; 32]).is_err(),
        "names are bounded"
    );
}

#[test]
fn debug_hides_the_seed() {
    let key = SignerKey::from_seed("w", KeyKind::Cosignature, &[0x5a; 32]).unwrap();
    let shown = format!("{key:?}");
    assert!(!shown.contains("90"), "no seed byte list: {shown}");
    assert!(
        !shown.contains(&text::to_base64(&[0x5a; 32])[..20]),
        "no seed text: {shown}"
    );
}

#[test]
fn debug_names_the_key() {
    let key = SignerKey::from_seed("w", KeyKind::Cosignature, &[0x5a; 32]).unwrap();
    let vkey = key.verifier().to_vkey();
    assert_eq!(
        format!("{:?}", key.verifier()),
        vkey,
        "a reviewer sees which key"
    );
    assert_eq!(
        format!("{key:?}"),
        format!("SignerKey({vkey})"),
        "of a secret key its public half"
    );
}
