//! A card is read back as it was made, only with its own key's signature, and from nothing else.

use super::*;
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use ugnay_log::SignerKey;
use ugnay_seal::SealKeyPair;

fn cards() -> Vec<(PartyCard, SigningIdentity)> {
    let mut rng = ChaCha20Rng::seed_from_u64(31);
    let key = SigningIdentity::generate(&mut rng);
    let sign = *key.public().as_bytes();
    let x_wing = SealKeyPair::generate(&mut rng).public().to_bytes();
    let cosign = SignerKey::generate("parish", KeyKind::Cosignature, &mut rng).unwrap();
    let cosign = cosign.verifier().to_vkey();
    let all = [
        PartyCard::Custodian {
            name: "Parish network".into(),
            jurisdiction: "PH-B".into(),
            sign,
            cosign: cosign.clone(),
            x_wing: x_wing.clone(),
        },
        PartyCard::Witness {
            name: "Witness one".into(),
            jurisdiction: "HK".into(),
            cosign,
        },
        PartyCard::Office {
            name: "Migrants centre".into(),
            sign,
        },
        PartyCard::Officer {
            desk: "Crisis desk of Cuenca".into(),
            sign,
            x_wing,
        },
    ];
    all.into_iter().map(|c| (c, key.clone())).collect()
}

#[test]
fn a_card_comes_back_as_it_was_made() {
    for (card, key) in cards() {
        let file = card.to_file(Some(&key)).unwrap();
        assert_eq!(
            PartyCard::from_file(&file).as_ref(),
            Ok(&card),
            "{}: one encoding, both ways",
            card.kind()
        );
        let listed = usize::from(card.to_custodian(1).is_some())
            + usize::from(card.to_witness().is_some())
            + usize::from(card.to_officer().is_some());
        let expected = usize::from(card.kind() != "office");
        assert_eq!(listed, expected, "{}: it is one kind of party", card.kind());
    }
}

#[test]
fn p14_a_card_is_signed_by_its_own_key_and_whole() {
    let other = SigningIdentity::generate(&mut ChaCha20Rng::seed_from_u64(32));
    for (card, key) in cards() {
        let file = card.to_file(Some(&key)).unwrap();
        if card.sign_key().is_some() {
            assert_eq!(
                card.to_file(Some(&other)),
                Err(ReleaseError::Signature),
                "{}: nobody makes a card for a key that is not theirs",
                card.kind()
            );
            assert!(
                card.to_file(None).is_err(),
                "{}: nor one without a signature",
                card.kind()
            );
            for at in (0..file.len()).step_by(7) {
                let mut bad = file.clone();
                bad[at] ^= 1;
                assert!(
                    PartyCard::from_file(&bad).is_err(),
                    "{}: a changed byte {at} is noticed",
                    card.kind()
                );
            }
        }
        for cut in 0..file.len() {
            assert!(
                PartyCard::from_file(&file[..cut]).is_err(),
                "{}: a cut file is no card",
                card.kind()
            );
        }
        let long = [&file[..], &[0]].concat();
        assert!(
            PartyCard::from_file(&long).is_err(),
            "{}: nothing may follow",
            card.kind()
        );
    }
}

#[test]
fn a_card_says_what_stands_on_it() {
    let all = cards();
    let says: Vec<_> = all
        .iter()
        .map(|(c, _)| (c.kind(), c.name(), c.jurisdiction()))
        .collect();
    assert_eq!(
        says,
        [
            ("custodian", "Parish network", Some("PH-B")),
            ("witness", "Witness one", Some("HK")),
            ("office", "Migrants centre", None),
            ("officer", "Crisis desk of Cuenca", None),
        ],
        "kind, name, and who can compel it"
    );
    for (card, key) in &all {
        let file = card.to_file(Some(key)).unwrap();
        let unsigned = match card.sign_key() {
            Some(_) => &file[..file.len() - 64],
            None => &file[..],
        };
        assert_eq!(
            card.fingerprint(),
            Ok(sha256(unsigned)),
            "{}: what is compared is the card without its signature",
            card.kind()
        );
    }
    let keys: Vec<_> = all.iter().map(|(c, _)| c.sign_key().is_some()).collect();
    assert_eq!(keys, [true, false, true, true], "a witness only cosigns");
}

#[test]
fn a_card_is_listed_as_it_is() {
    let all: Vec<PartyCard> = cards().into_iter().map(|(c, _)| c).collect();
    let [custodian, witness, _, officer] = &all[..] else {
        unreachable!("one of each kind");
    };
    let PartyCard::Custodian {
        name,
        jurisdiction,
        sign,
        cosign,
        x_wing,
    } = custodian.clone()
    else {
        unreachable!("the first is the custodian");
    };
    assert_eq!(
        custodian.to_custodian(7),
        Some(Custodian {
            x: 7,
            name,
            jurisdiction,
            sign,
            cosign,
            x_wing
        }),
        "a custodian, at the place it gets"
    );
    let PartyCard::Witness {
        name,
        jurisdiction,
        cosign,
    } = witness.clone()
    else {
        unreachable!("the second is the witness");
    };
    assert_eq!(
        witness.to_witness(),
        Some(ExternalWitness {
            name,
            jurisdiction,
            cosign
        }),
        "an outside witness"
    );
    let PartyCard::Officer { sign, x_wing, .. } = officer.clone() else {
        unreachable!("the fourth is the officer");
    };
    assert_eq!(
        officer.to_officer(),
        Some(Officer { sign, x_wing }),
        "an officer, without a name"
    );
}

#[test]
fn keys_on_a_card_are_keys() {
    let note = SignerKey::from_seed("parish", KeyKind::Note, &[5; 32]).unwrap();
    for (card, key) in cards() {
        let mut bad = Vec::new();
        match &card {
            PartyCard::Custodian { .. } | PartyCard::Witness { .. } => {
                let mut other = card.clone();
                if let PartyCard::Custodian { cosign, .. } | PartyCard::Witness { cosign, .. } =
                    &mut other
                {
                    *cosign = note.verifier().to_vkey();
                }
                bad.push(("a log's key does not cosign", other));
            }
            PartyCard::Office { .. } | PartyCard::Officer { .. } => {}
        }
        if let PartyCard::Custodian { .. } | PartyCard::Officer { .. } = &card {
            let mut other = card.clone();
            if let PartyCard::Custodian { x_wing, .. } | PartyCard::Officer { x_wing, .. } =
                &mut other
            {
                *x_wing = vec![0xff; x_wing.len()];
            }
            bad.push(("an X-Wing key is a key", other));
        }
        for (what, other) in bad {
            assert!(
                other.to_file(Some(&key)).is_err(),
                "{}: {what}",
                card.kind()
            );
            assert!(other.fingerprint().is_err(), "{}: {what}", card.kind());
        }
    }
}

#[test]
fn p32_a_card_is_bounded() {
    for (len, why) in [
        (MAX_LEN, ReleaseError::Rule("not a party's card")),
        (MAX_LEN + 1, ReleaseError::Rule("a card is not so long")),
    ] {
        assert_eq!(
            PartyCard::from_file(&vec![0; len]),
            Err(why),
            "{len} bytes: only what may be a card is looked at"
        );
    }
}

proptest! {
    #[test]
    fn p32_any_bytes_are_no_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), kind in 0u8..6) {
        let _ = PartyCard::from_file(&bytes);
        let framed = [&MAGIC[..], &[kind], &bytes].concat();
        let _ = PartyCard::from_file(&framed);
    }
}
