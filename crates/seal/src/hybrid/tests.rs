//! Sealing binds purpose, key and associated data (P20).

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;

const PURPOSES: [Purpose; 9] = [
    Purpose::Escrow,
    Purpose::Release,
    Purpose::DevWrap,
    Purpose::CustodyTransfer,
    Purpose::OutcomeReport,
    Purpose::Referral,
    Purpose::RequestBody,
    Purpose::Mail,
    Purpose::Recovery,
];

#[test]
fn p20_opens_for_its_key_purpose_and_aad_only() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let (a, b) = (
        SealKeyPair::generate(&mut rng),
        SealKeyPair::generate(&mut rng),
    );
    for purpose in PURPOSES {
        let sealed = seal_to(a.public(), purpose, b"aad", b"secret", &mut rng).unwrap();
        assert_eq!(
            sealed.len(),
            OVERHEAD + 6,
            "the length depends on the plaintext's alone"
        );
        let opened = open_from(&a, purpose, b"aad", &sealed).unwrap();
        assert_eq!(opened.as_slice(), b"secret", "round trip for {purpose:?}");
        let no = Err(OpenError::Rejected);
        assert_eq!(open_from(&b, purpose, b"aad", &sealed), no, "another key");
        assert_eq!(
            open_from(&a, purpose, b"aae", &sealed),
            no,
            "other associated data"
        );
        for other in PURPOSES.into_iter().filter(|p| *p != purpose) {
            assert_eq!(
                open_from(&a, other, b"aad", &sealed),
                no,
                "{purpose:?} as {other:?}"
            );
        }
    }
}

#[test]
fn p20_info_names_the_recipient_key() {
    let mut rng = ChaCha20Rng::seed_from_u64(2);
    let pair = SealKeyPair::generate(&mut rng);
    let stranger = SealKeyPair::generate(&mut rng);
    // What a malicious sender makes by naming one key in `info` and encapsulating to another.
    let (enc, ct) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &pair.public().key,
        &info(Purpose::Mail, stranger.public()),
        b"secret",
        b"",
        &mut rng,
    )
    .unwrap();
    let sealed = [enc.to_bytes().to_vec(), ct].concat();
    assert_eq!(
        open_from(&pair, Purpose::Mail, b"", &sealed),
        Err(OpenError::Rejected),
        "a letter re-addressed to another key must not open"
    );
}

#[test]
fn any_changed_byte_is_refused() {
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let pair = SealKeyPair::generate(&mut rng);
    let sealed = seal_to(pair.public(), Purpose::Mail, b"", b"secret", &mut rng).unwrap();
    for i in (0..sealed.len())
        .step_by(37)
        .chain(ENC_LEN - 2..sealed.len())
    {
        let mut changed = sealed.clone();
        changed[i] ^= 0x40;
        assert_eq!(
            open_from(&pair, Purpose::Mail, b"", &changed),
            Err(OpenError::Rejected),
            "byte {i}"
        );
    }
    for len in [0, 1, ENC_LEN, OVERHEAD - 1] {
        assert_eq!(
            open_from(&pair, Purpose::Mail, b"", &sealed[..len]),
            Err(OpenError::Truncated),
            "length {len}"
        );
    }
}

#[test]
fn an_empty_message_is_a_message() {
    let pair = SealKeyPair::generate(&mut ChaCha20Rng::seed_from_u64(3));
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    let sealed = seal_to(pair.public(), Purpose::Mail, b"", b"", &mut rng).unwrap();
    assert_eq!(sealed.len(), OVERHEAD, "nothing but what sealing costs");
    assert_eq!(
        open_from(&pair, Purpose::Mail, b"", &sealed).map(|p| p.len()),
        Ok(0),
        "and it opens"
    );
}

#[test]
fn keys_round_trip_and_bad_keys_are_refused() {
    let pair = SealKeyPair::generate(&mut ChaCha20Rng::seed_from_u64(4));
    let again = SealKeyPair::from_seed(&pair.to_seed());
    assert_eq!(pair.public(), again.public(), "the seed is the whole key");
    let bytes = pair.public().to_bytes();
    assert_eq!(
        SealPublic::from_bytes(&bytes).as_ref(),
        Ok(pair.public()),
        "round trip"
    );
    let bad = Err(SealError::BadPublicKey);
    assert_eq!(
        SealPublic::from_bytes(&bytes[1..]).map(|_| ()),
        bad,
        "short"
    );
    // FIPS 203 §7.2: a coefficient above q.
    let overflow = [vec![0xff; 1184], bytes[1184..].to_vec()].concat();
    assert_eq!(
        SealPublic::from_bytes(&overflow).map(|_| ()),
        bad,
        "not reduced"
    );
}

#[test]
fn p35_key_pair_debug_shows_no_seed() {
    let pair = SealKeyPair::from_seed(&[0xcd; 32]);
    let shown = format!("{pair:?}");
    assert!(!shown.contains("cdcd") && !shown.contains("205"), "{shown}");
    let hash = pair.public().hash();
    assert_eq!(
        shown,
        format!("SealKeyPair({hash:?}, secret)"),
        "which key, and that it is secret"
    );
    assert_eq!(
        format!("{:?}", pair.public()),
        format!("SealPublic({hash:?})"),
        "a public key by its hash"
    );
}

#[test]
fn padded_messages_hide_their_length() {
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    let pair = SealKeyPair::generate(&mut rng);
    let purpose = Purpose::OutcomeReport;
    for (len, size) in [
        (0, 4096),
        (10, 4096),
        (4091, 4096),
        (4092, 8192),
        (9000, 16_384),
    ] {
        let plain = vec![7; len];
        let sealed = seal_padded(pair.public(), purpose, b"", &plain, &mut rng).unwrap();
        assert_eq!(sealed.len(), size + OVERHEAD, "{len} bytes");
        let opened = open_padded(&pair, purpose, b"", &sealed).unwrap();
        assert_eq!(opened.as_slice(), plain, "round trip");
    }
    let bare = seal_to(pair.public(), purpose, b"", &[9; 20], &mut rng).unwrap();
    assert_eq!(
        open_padded(&pair, purpose, b"", &bare),
        Err(OpenError::BadPadding),
        "an unpadded message is refused"
    );
}
