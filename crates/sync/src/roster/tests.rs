//! Rosters round-trip; slots and keys are checked.
use super::{DeviceEntry, RegisterRoster};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use ugnay_seal::{SealKeyPair, SigningIdentity};

fn device(slot: u8, rng: &mut ChaCha20Rng) -> DeviceEntry {
    DeviceEntry {
        slot,
        signing: *SigningIdentity::generate(rng).public().as_bytes(),
        sealing: SealKeyPair::generate(rng).public().to_bytes(),
        added_at: 1,
        revoked_at: 0,
        label: "hall laptop".into(),
    }
}

#[test]
fn a_roster_survives_the_round_trip_and_refuses_a_doubled_slot() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut roster = RegisterRoster {
        serial: 2,
        devices: vec![device(0, &mut rng), device(1, &mut rng)],
    };
    assert_eq!(
        RegisterRoster::decode(&roster.encode()).expect("a roster"),
        roster,
        "read back as written"
    );
    assert_eq!(roster.free_slot(), Some(2), "slots are never used twice");
    roster.devices[1].slot = 0;
    assert!(
        RegisterRoster::decode(&roster.encode()).is_err(),
        "two devices in one slot would overwrite each other"
    );
    roster.devices[1].slot = 15;
    assert!(
        RegisterRoster::decode(&roster.encode()).is_err(),
        "the last slot is the roster's own"
    );
}
