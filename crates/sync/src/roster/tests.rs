//! Rosters round-trip; who may add and revoke; two rosters become one (P12, P13).

use super::{NewReader, ReaderKind, RegisterRoster};
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use ugnay_seal::{FedId, SealKeyPair, SigningIdentity};

const FED: FedId = FedId([4; 16]);
const EPOCH: [u8; 16] = [1; 16];

struct Device {
    identity: SigningIdentity,
    seal: SealKeyPair,
}

fn device(seed: u64) -> Device {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    Device {
        identity: SigningIdentity::generate(&mut rng),
        seal: SealKeyPair::generate(&mut rng),
    }
}

fn key(d: &Device) -> [u8; 32] {
    *d.identity.public().as_bytes()
}

fn add(roster: &mut RegisterRoster, new: &Device, kind: ReaderKind, now: i64, by: &Device) -> bool {
    let reader = NewReader {
        kind,
        signing: &new.identity.public(),
        sealing: new.seal.public(),
        label: "hall laptop",
    };
    roster.add(&reader, &EPOCH, now, &FED, &by.identity)
}

/// A roster of devices 0 and 1.
fn two() -> (Vec<Device>, RegisterRoster) {
    let d: Vec<Device> = (0..8).map(device).collect();
    let mut r = RegisterRoster::first(&d[0].identity, d[0].seal.public(), "hall", 5, &FED);
    assert!(
        add(&mut r, &d[1], ReaderKind::Device, 6, &d[0]),
        "there is room"
    );
    (d, r)
}

fn merged(a: &RegisterRoster, b: &RegisterRoster) -> RegisterRoster {
    a.merge(b, &FED).expect("honest rosters merge")
}

#[test]
fn a_roster_survives_the_round_trip_and_nothing_else_is_read() {
    let (d, mut r) = two();
    assert!(
        add(&mut r, &d[2], ReaderKind::Sheet, 7, &d[1]),
        "a sheet is added"
    );
    assert!(
        r.revoke(&key(&d[1]), &EPOCH, 8, &FED, &d[0].identity),
        "and a device revoked"
    );
    let bytes = r.encode();
    assert_eq!(
        RegisterRoster::decode(&bytes).expect("a roster"),
        r,
        "read back as written"
    );
    assert_eq!(
        (r.live_count(), r.readers().count(), r.serial),
        (1, 2, 4),
        "a sheet reads and does not write; each change raises the serial"
    );
    for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert!(
            RegisterRoster::decode(&bytes[..cut]).is_err(),
            "cut at {cut} it is none"
        );
    }
    let mut doubled = r.clone();
    doubled.devices[1].slot = doubled.devices[0].slot;
    doubled.revocations.clear();
    assert!(
        RegisterRoster::decode(&doubled.encode()).is_err(),
        "two live devices in one slot would overwrite each other"
    );
    let mut swapped = r.clone();
    swapped.devices.swap(0, 1);
    assert!(
        RegisterRoster::decode(&swapped.encode()).is_err(),
        "a set of readers has one encoding"
    );
}

#[test]
fn two_pairings_at_once_end_with_both_devices() {
    let (d, base) = two();
    let (mut a, mut b) = (base.clone(), base.clone());
    assert!(
        add(&mut a, &d[2], ReaderKind::Device, 9, &d[0]),
        "the first adds one"
    );
    assert!(
        add(&mut b, &d[3], ReaderKind::Device, 9, &d[1]),
        "the second adds another"
    );
    assert_eq!(
        a.serial, b.serial,
        "the story needs two rosters of one serial"
    );
    assert_ne!(
        a.entry(&key(&d[2])).map(|e| e.slot),
        b.entry(&key(&d[3])).map(|e| e.slot),
        "who adds at the same time gives different slots"
    );
    let (ab, ba) = (merged(&a, &b), merged(&b, &a));
    assert_eq!(ab, ba, "both come to the same roster");
    assert_eq!(
        (ab.live_count(), ab.serial),
        (4, a.serial + 1),
        "with everybody, and newer than both"
    );
    assert_eq!(merged(&a, &ab), ab, "who reads the newer one has it");
    assert_eq!(merged(&ab, &a), ab, "and an older one takes nothing away");
}

#[test]
fn p13_nobody_outside_adds_a_reader() {
    let (d, base) = two();
    let outsider = &d[4];
    let mut forged = base.clone();
    assert!(
        !add(&mut forged, &d[5], ReaderKind::Device, 9, outsider),
        "the roster itself refuses a stranger's word"
    );
    let own = RegisterRoster::first(&outsider.identity, outsider.seal.public(), "x", 9, &FED);
    assert_eq!(
        merged(&base, &own),
        base,
        "whoever vouches for himself is nobody"
    );
    let mut stolen = base.clone();
    assert!(
        add(&mut stolen, &d[5], ReaderKind::Device, 9, &d[1]),
        "an entry to tamper with"
    );
    for at in 0..3 {
        let mut e = stolen.clone();
        match at {
            0 => e.devices[2].sealing = outsider.seal.public().to_bytes(),
            1 => e.devices[2].slot ^= 1,
            _ => e.devices[2].sig[7] ^= 1,
        }
        assert!(
            base.merge(&e, &FED).is_err(),
            "change {at}: a key exchanged under a live device's name is an alarm"
        );
    }
    assert!(
        base.merge(&stolen, &FedId([9; 16])).is_err(),
        "a signature counts in its own federation"
    );
}

#[test]
fn p12_p15_a_revocation_wins_and_the_revoked_says_nothing_more() {
    let (d, base) = two();
    let (mut a, mut x) = (base.clone(), base.clone());
    assert!(
        a.revoke(&key(&d[1]), &EPOCH, 9, &FED, &d[0].identity),
        "device 1 is revoked"
    );
    assert!(
        add(&mut x, &d[6], ReaderKind::Device, 9, &d[1]),
        "meanwhile it adds one of its own"
    );
    assert!(
        x.revoke(&key(&d[0]), &EPOCH, 9, &FED, &d[1].identity),
        "and revokes the other"
    );
    let after = merged(&a, &x);
    assert!(
        after.same(&a),
        "who was revoked neither adds nor revokes: {:?}",
        after.readers().count()
    );
    assert!(
        after.enrolled(&d[1].identity.public()).is_err(),
        "and is out, for good"
    );
    assert!(
        merged(&base, &a).same(&a),
        "a revocation reaches whoever did not know of it"
    );
    let mut again = a.clone();
    assert!(
        !add(&mut again, &d[1], ReaderKind::Device, 12, &d[0]),
        "a revoked key never comes back; a new device has new keys"
    );
}

#[test]
fn a_slot_is_free_again_in_the_epoch_after_the_revocation() {
    let (d, mut r) = two();
    let slot = r.entry(&key(&d[1])).expect("there").slot;
    assert!(
        r.revoke(&key(&d[1]), &EPOCH, 7, &FED, &d[0].identity),
        "revoked"
    );
    let free = |epoch: &[u8; 16]| r.free_slot(&d[0].identity.public(), epoch);
    assert_ne!(
        free(&EPOCH),
        Some(slot),
        "its names are taken while its writings are there"
    );
    assert_eq!(
        free(&[2; 16]),
        Some(slot),
        "in another epoch every name is another"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn p32_mutated_rosters_never_panic_and_have_one_encoding(at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let (_, r) = two();
        let mut bytes = r.encode();
        let at = at.index(bytes.len());
        bytes[at] = with;
        if let Ok(read) = RegisterRoster::decode(&bytes) {
            prop_assert_eq!(read.encode(), bytes, "what parses is the one encoding");
        }
    }
}

/// Two devices, a sheet, one revocation: frozen, and derived anew by `tests/rederive`. The sealing keys are such as
/// anybody can write down: zeros for coefficients, one byte for the rest.
#[test]
fn golden_a_roster() {
    let key = |n: u8| SigningIdentity::from_seed(&[n; 32]);
    let sealing = |n: u8| {
        let bytes = [vec![0; 1152], vec![n; 64]].concat();
        ugnay_seal::SealPublic::from_bytes(&bytes).expect("a key by hand")
    };
    let mut roster = RegisterRoster::first(&key(1), &sealing(1), "hall", 1_700_000_000, &FED);
    for (n, kind, label) in [
        (2, ReaderKind::Device, "Ñ laptop"),
        (3, ReaderKind::Sheet, "sheet"),
    ] {
        let new = NewReader {
            kind,
            signing: &key(n).public(),
            sealing: &sealing(n),
            label,
        };
        let at = 1_700_000_000 + i64::from(n);
        assert!(roster.add(&new, &EPOCH, at, &FED, &key(1)), "there is room");
    }
    let gone = *key(2).public().as_bytes();
    assert!(
        roster.revoke(&gone, &EPOCH, 1_700_000_009, &FED, &key(1)),
        "it was live"
    );
    let made = ugnay_wire::ids::to_hex(&roster.encode());
    let frozen = include_str!("../../golden/register_roster.hex").trim();
    assert_eq!(
        made, frozen,
        "the encoding of a register's roster is frozen"
    );
}
