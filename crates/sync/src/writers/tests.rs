//! Who a desk believes: writers on a list that the epoch's own write capability signed, and nobody that a later list of
//! the same register took out (P12).

use super::{Doubt, MAX_LIST, Standing, issue, reread};
use crate::{NewReader, ReaderKind, RegisterRoster};
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::collections::BTreeMap;
use ugnay_seal::{FedId, Label, SealKeyPair, Sigma, SigningIdentity};

const FED: FedId = FedId([4; 16]);

fn sigma(n: u8) -> Sigma {
    Sigma::from_bytes([n; 32])
}

fn key(n: u8) -> SigningIdentity {
    SigningIdentity::from_seed(&[n; 32])
}

/// A roster of devices 1 to n, by device 1.
fn roster(n: u8) -> RegisterRoster {
    let mut rng = ChaCha20Rng::seed_from_u64(9);
    let pair = SealKeyPair::generate(&mut rng);
    let mut out = RegisterRoster::first(&key(1), pair.public(), "hall", 5, &FED);
    for i in 2..=n {
        let new = NewReader {
            kind: ReaderKind::Device,
            signing: &key(i).public(),
            sealing: pair.public(),
            label: "phone",
        };
        assert!(out.add(&new, &[1; 16], 6, &FED, &key(1)), "there is room");
    }
    out
}

fn without(n: u8, gone: u8) -> RegisterRoster {
    let mut out = roster(n);
    let signing = *key(gone).public().as_bytes();
    assert!(
        out.revoke(&signing, &[1; 16], 9, &FED, &key(1)),
        "it was live"
    );
    out
}

/// A judgement over the epochs of these seeds.
fn standing(of: &[&Sigma]) -> Standing {
    let caps: BTreeMap<_, _> = of
        .iter()
        .map(|s| (s.epoch_id(), s.write_cap().public()))
        .collect();
    Standing::new(FED, caps)
}

#[test]
fn p12_a_writer_is_on_a_list_that_the_epoch_signed() {
    let (ours, other) = (sigma(1), sigma(2));
    let list = issue(&ours, &FED, &roster(2), &[]);
    let mut s = standing(&[&ours, &other]);
    let epoch = ours.epoch_id();
    assert_eq!(
        s.judge(&epoch, &key(1).public()),
        Err(Doubt::Foreign),
        "before there is a list nobody is believed"
    );
    s.take(epoch, &list);
    for n in [1, 2] {
        assert_eq!(
            s.judge(&epoch, &key(n).public()),
            Ok(()),
            "device {n} is on it"
        );
    }
    assert_eq!(
        s.judge(&epoch, &key(3).public()),
        Err(Doubt::Foreign),
        "and nobody else"
    );
    assert_eq!(
        s.judge(&other.epoch_id(), &key(1).public()),
        Err(Doubt::Foreign),
        "nor anybody in another epoch"
    );
}

#[test]
fn p12_a_list_that_another_key_signed_or_that_is_for_another_epoch_changes_nothing() {
    let (ours, other) = (sigma(1), sigma(2));
    let epoch = ours.epoch_id();
    let mut s = standing(&[&ours, &other]);
    // As somebody with a compartment's key but without the seed can make one: everything right but the signature.
    let mut forged = issue(&ours, &FED, &roster(3), &[]);
    let body = forged.len() - 64;
    let sig = key(3).sign(Label::Writers, &FED, &forged[..body]);
    forged.truncate(body);
    forged.extend(sig.0);
    s.take(epoch, &forged);
    // Another register's list, laid into this one's shards.
    s.take(epoch, &issue(&other, &FED, &roster(3), &[]));
    // A list of this register in an epoch nobody vouches for.
    s.take(
        sigma(3).epoch_id(),
        &issue(&sigma(3), &FED, &roster(3), &[]),
    );
    // Of another federation.
    s.take(epoch, &issue(&ours, &FedId([5; 16]), &roster(3), &[]));
    assert_eq!(
        s.judge(&epoch, &key(3).public()),
        Err(Doubt::Foreign),
        "none of these says anything about the epoch"
    );
}

#[test]
fn p12_a_revocation_wins_and_reaches_the_epochs_before() {
    let (old, new) = (sigma(1), sigma(2));
    let mut s = standing(&[&old, &new]);
    s.take(old.epoch_id(), &issue(&old, &FED, &roster(3), &[]));
    let gone = key(3).public();
    assert_eq!(
        s.judge(&old.epoch_id(), &gone),
        Ok(()),
        "as far as the old epoch knows"
    );
    let later = issue(&new, &FED, &without(3, 3), &[sigma(1)]);
    s.take(new.epoch_id(), &later);
    // Whoever still has the old seed can sign a list of the old epoch again, with itself in it.
    s.take(old.epoch_id(), &issue(&old, &FED, &roster(3), &[]));
    for epoch in [old.epoch_id(), new.epoch_id()] {
        assert_eq!(
            s.judge(&epoch, &gone),
            Err(Doubt::Revoked),
            "what the newer epoch says about a device holds in both, whatever the older says"
        );
        assert_eq!(s.judge(&epoch, &key(1).public()), Ok(()), "the others stay");
    }
}

#[test]
fn p12_no_register_revokes_the_devices_of_another() {
    let (ours, theirs) = (sigma(1), sigma(2));
    let mut s = standing(&[&ours, &theirs]);
    s.take(ours.epoch_id(), &issue(&ours, &FED, &roster(2), &[]));
    // A list that claims to follow our epoch without having had its seed: the bond is signed by another.
    let mut list = super::List::decode(&issue(&theirs, &FED, &without(3, 2), &[])).expect("a list");
    let cap = theirs.write_cap();
    let said = super::bond(&ours.epoch_id(), &theirs.epoch_id(), &cap.public());
    let sig = cap.sign(Label::WritersBefore, &FED, &said);
    list.before.insert(ours.epoch_id().0, sig.0);
    list.sig = cap.sign(Label::Writers, &FED, &list.body()).0;
    s.take(theirs.epoch_id(), &list.encode());
    assert_eq!(
        s.judge(&ours.epoch_id(), &key(2).public()),
        Ok(()),
        "only the old epoch's own write capability says what followed it"
    );
}

#[test]
fn a_list_of_a_full_roster_fits() {
    let mut r = roster(1);
    let pair = SealKeyPair::generate(&mut ChaCha20Rng::seed_from_u64(9));
    for i in 2..=40 {
        let new = NewReader {
            kind: ReaderKind::Device,
            signing: &key(i).public(),
            sealing: pair.public(),
            label: "phone",
        };
        assert!(r.add(&new, &[1; 16], 6, &FED, &key(1)), "there is room");
        let signing = *key(i).public().as_bytes();
        assert!(
            r.revoke(&signing, &[i; 16], 9, &FED, &key(1)),
            "it was live"
        );
    }
    let older: Vec<Sigma> = (2..40).map(sigma).collect();
    let list = issue(&sigma(1), &FED, &r, &older);
    assert!(
        list.len() <= MAX_LIST,
        "the longest list is within the bound"
    );
    assert_eq!(reread(&list), Some(list), "and is read as written");
}

/// Two devices, one of them revoked, one epoch before: frozen, and derived anew by `tests/rederive`.
#[test]
fn golden_a_list_of_writers() {
    let list = issue(&sigma(7), &FED, &without(2, 2), &[sigma(6)]);
    let made = ugnay_wire::ids::to_hex(&list);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/writers.hex");
    if std::env::var_os("UGNAY_WRITE_GOLDEN").is_some() {
        std::fs::write(path, format!("{made}\n")).expect("the folder exists");
    }
    let frozen = std::fs::read_to_string(path).expect("golden files are part of the repository");
    assert_eq!(
        made,
        frozen.trim(),
        "the encoding of a list of writers is frozen"
    );
}

proptest! {
    #[test]
    fn p32_any_bytes_are_a_list_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut s = standing(&[&sigma(1)]);
        s.take(sigma(1).epoch_id(), &bytes);
        prop_assert!(reread(&bytes).is_none_or(|again| again == bytes), "one encoding of one list");
    }

    #[test]
    fn p12_a_changed_list_is_not_believed(at in 0usize..400, bit in 0u8..8) {
        let ours = sigma(1);
        let mut list = issue(&ours, &FED, &roster(2), &[sigma(2)]);
        let i = at % list.len();
        list[i] ^= 1 << bit;
        let mut s = standing(&[&ours]);
        s.take(ours.epoch_id(), &list);
        prop_assert_eq!(
            s.judge(&ours.epoch_id(), &key(1).public()), Err(Doubt::Foreign), "every bit is signed"
        );
    }
}
