//! The key file opens with its passphrase and nothing else.

use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// The smallest cost Argon2id knows, so that tests are quick. One test uses the standard cost.
fn quick() -> KdfCost {
    KdfCost::new(8, 1, 1).unwrap()
}

#[test]
fn standard_cost_round_trip() {
    let mut rng = rng(1);
    let key = DatabaseKey::generate(&mut rng);
    let file = wrap(&key, "correct horse", None, KdfCost::STANDARD, &mut rng).unwrap();
    assert_eq!(file.len(), KEY_FILE_LEN, "fixed layout");
    assert_eq!(
        file[8..12],
        65_536_u32.to_be_bytes(),
        "64 MiB stands in the file"
    );
    assert_eq!(file[12..16], 3_u32.to_be_bytes(), "three passes");
    assert_eq!(unwrap(&file, "correct horse", None), Ok(key), "round trip");
}

#[test]
fn wrong_passphrase_and_every_changed_byte_say_the_same() {
    let mut rng = rng(2);
    let key = DatabaseKey::generate(&mut rng);
    let file = wrap(&key, "correct horse", None, quick(), &mut rng).unwrap();
    for wrong in ["", "correct hors", "Correct horse", "correct horse1"] {
        assert_eq!(
            unwrap(&file, wrong, None),
            Err(PassphraseError::Wrong),
            "{wrong}"
        );
    }
    for i in 16..KEY_FILE_LEN {
        let mut changed = file;
        changed[i] ^= 1;
        assert_eq!(
            unwrap(&changed, "correct horse", None),
            Err(PassphraseError::Wrong),
            "no hint whether the passphrase or the file is at fault ({i})"
        );
    }
}

#[test]
fn keystore_half_is_needed_when_it_was_used() {
    let mut rng = rng(3);
    let key = DatabaseKey::generate(&mut rng);
    let with = wrap(&key, "p", Some(&[1; 32]), quick(), &mut rng).unwrap();
    let without = wrap(&key, "p", None, quick(), &mut rng).unwrap();
    assert_eq!(needs_keystore(&with), Ok(true), "the file says so");
    assert_eq!(needs_keystore(&without), Ok(false), "the file says so");
    assert_eq!(
        unwrap(&with, "p", Some(&[1; 32])),
        Ok(key.clone()),
        "both halves"
    );
    assert_eq!(unwrap(&without, "p", None), Ok(key), "passphrase alone");
    assert_eq!(
        unwrap(&with, "p", Some(&[2; 32])),
        Err(PassphraseError::Wrong),
        "another half"
    );
    assert_eq!(
        unwrap(&with, "p", None),
        Err(PassphraseError::Keystore),
        "half missing"
    );
    assert_eq!(
        unwrap(&without, "p", Some(&[1; 32])),
        Err(PassphraseError::Keystore),
        "half too much"
    );
    let mut stripped = with;
    stripped[5] = 0;
    assert_eq!(
        unwrap(&stripped, "p", None),
        Err(PassphraseError::Wrong),
        "clearing the flag does not take the half away"
    );
}

#[test]
fn hostile_parameters_cost_nothing() {
    let mut rng = rng(4);
    let file = wrap(
        &DatabaseKey::generate(&mut rng),
        "p",
        None,
        quick(),
        &mut rng,
    )
    .unwrap();
    let set = |at: usize, value: u32| {
        let mut f = file;
        f[at..at + 4].copy_from_slice(&value.to_be_bytes());
        unwrap(&f, "p", None).map(|_| ())
    };
    let hostile = Err(PassphraseError::HostileCost);
    assert_eq!(set(8, (1 << 20) + 1), hostile, "more than 1 GiB");
    assert_eq!(set(8, u32::MAX), hostile, "4 TiB");
    assert_eq!(set(12, 17), hostile, "17 passes");
    assert_eq!(
        set(8, 0),
        Err(PassphraseError::Derivation),
        "no memory at all"
    );
    assert_eq!(
        set(12, 0),
        Err(PassphraseError::Derivation),
        "no pass at all"
    );
    let mut lanes = file;
    lanes[6] = 17;
    assert_eq!(unwrap(&lanes, "p", None).map(|_| ()), hostile, "17 lanes");
}

#[test]
fn the_largest_cost_is_allowed_and_no_more() {
    assert!(
        KdfCost::new(1 << 20, 16, 16).is_ok(),
        "1 GiB, 16 passes, 16 lanes"
    );
    for (memory, passes, lanes) in [((1 << 20) + 1, 1, 1), (8, 17, 1), (1024, 1, 17)] {
        assert_eq!(
            KdfCost::new(memory, passes, lanes),
            Err(PassphraseError::HostileCost),
            "{memory} KiB, {passes} passes, {lanes} lanes"
        );
    }
    assert_eq!(
        KdfCost::new(8, 1, 2),
        Err(PassphraseError::Derivation),
        "two lanes need more than 8 KiB"
    );
}

#[test]
fn other_files_are_named() {
    let file = wrap(
        &DatabaseKey::from_bytes([1; 32]),
        "p",
        None,
        quick(),
        &mut rng(5),
    )
    .unwrap();
    let not = Err(PassphraseError::NotAKeyFile);
    assert_eq!(unwrap(&file[..95], "p", None).map(|_| ()), not, "short");
    assert_eq!(
        unwrap(&[file.as_slice(), b"x"].concat(), "p", None).map(|_| ()),
        not,
        "long"
    );
    for at in [0, 4, 5, 7] {
        let mut other = file;
        other[at] ^= 0x80;
        assert_eq!(unwrap(&other, "p", None).map(|_| ()), not, "byte {at}");
    }
}

#[test]
fn the_same_passphrase_from_every_keyboard() {
    let key = DatabaseKey::from_bytes([1; 32]);
    let file = wrap(&key, "Peña  bahay\tkubo", None, quick(), &mut rng(6)).unwrap();
    for same in [
        "Peña bahay kubo",
        "  Pen\u{303}a bahay kubo ",
        "Peña bahay kubo\n",
    ] {
        assert_eq!(unwrap(&file, same, None), Ok(key.clone()), "{same:?}");
    }
    for other in ["Peñabahaykubo", "Peña bahaykubo", "Peñabahay kubo"] {
        assert_eq!(
            unwrap(&file, other, None),
            Err(PassphraseError::Wrong),
            "{other:?}: words run together are another passphrase"
        );
    }
    assert_eq!(
        *normalise(" Pen\u{303}a \t bahay\nkubo "),
        "Peña bahay kubo",
        "one space between words and none around them"
    );
}

#[test]
fn generated_passphrases_have_five_words_and_differ() {
    let mut rng = rng(7);
    let a = generate_passphrase(&mut rng);
    let b = generate_passphrase(&mut rng);
    assert_eq!(a.split(' ').count(), 5, "55 bits");
    assert_ne!(*a, *b, "random");
}

proptest! {
    #[test]
    fn p32_any_bytes_are_refused_cheaply(mut bytes in prop::collection::vec(any::<u8>(), 0..120), magic in any::<bool>()) {
        if magic && bytes.len() >= 16 {
            bytes[..8].copy_from_slice(b"UGK1\x01\x00\x01\x00");
            let (memory, passes) = (u32::from(bytes[8]), u32::from(bytes[12] % 4));
            bytes[8..12].copy_from_slice(&memory.to_be_bytes());
            bytes[12..16].copy_from_slice(&passes.to_be_bytes());
        }
        prop_assert!(unwrap(&bytes, "p", None).is_err(), "noise is no key file");
    }
}
