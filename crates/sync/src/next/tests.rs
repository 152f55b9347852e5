//! Who gets the next epoch, who does not, and which one counts (P13, P15).

use super::{NewEpoch, Under, announce, choose, open_notice};
use crate::{DeviceKeys, NewReader, ReaderKind, RegisterRoster, SyncError};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use ugnay_seal::{DeviceSlot, FedId, Hash32, SealKeyPair, Sigma, SigningIdentity};

const FED: FedId = FedId([4; 16]);
const UNDER: Under = Under {
    roster: Hash32([1; 32]),
    policy: Hash32([2; 32]),
};

fn device(n: u8) -> DeviceKeys {
    let mut rng = ChaCha20Rng::seed_from_u64(u64::from(n));
    DeviceKeys {
        fed: FED,
        sigma: Sigma::from_bytes([9; 32]),
        identity: SigningIdentity::generate(&mut rng),
        seal: SealKeyPair::generate(&mut rng),
        slot: DeviceSlot::new(n).expect("a slot"),
    }
}

fn add(roster: &mut RegisterRoster, d: &DeviceKeys, by: &DeviceKeys) {
    let (key, seal) = (d.identity.public(), d.seal.public());
    let epoch = by.sigma.epoch_id().0;
    let new = NewReader {
        kind: ReaderKind::Device,
        signing: &key,
        sealing: seal,
        label: "d",
    };
    assert!(
        roster.add(&new, &epoch, 5, &FED, &by.identity),
        "there is room"
    );
}

/// Three devices of one register.
fn three() -> ([DeviceKeys; 3], RegisterRoster) {
    let d = [device(0), device(1), device(2)];
    let mut r = RegisterRoster::first(&d[0].identity, d[0].seal.public(), "d", 1, &FED);
    add(&mut r, &d[1], &d[0]);
    add(&mut r, &d[2], &d[0]);
    (d, r)
}

fn begun(by: &DeviceKeys, seed: u8, roster: &RegisterRoster) -> super::Notice {
    let sigma = Sigma::from_bytes([seed; 32]);
    let new = NewEpoch {
        sigma: &sigma,
        roster,
        under: UNDER,
        born: 77,
    };
    let mut rng = ChaCha20Rng::seed_from_u64(u64::from(seed));
    let name = by.notice_name();
    let blob = announce(by, &new, name, &mut rng).expect("seals");
    open_notice(by, name, &blob).expect("opens under the same epoch")
}

fn revoke(roster: &RegisterRoster, who: &DeviceKeys, by: &DeviceKeys) -> RegisterRoster {
    let mut out = roster.clone();
    let epoch = by.sigma.epoch_id().0;
    let key = *who.identity.public().as_bytes();
    assert!(
        out.revoke(&key, &epoch, 9, &FED, &by.identity),
        "live ones revoke"
    );
    out
}

#[test]
fn every_live_reader_finds_the_same_seed() {
    let (d, roster) = three();
    let n = begun(&d[1], 20, &roster);
    for keys in &d {
        let next = choose(keys, &roster, std::slice::from_ref(&n))
            .expect("no alarm")
            .expect("there is a next epoch");
        assert_eq!(
            (next.sigma.epoch_id(), next.born, next.under, next.waiting),
            (Sigma::from_bytes([20; 32]).epoch_id(), 77, UNDER, false),
            "what was announced is what is found"
        );
    }
    assert!(
        choose(&d[0], &roster, &[]).expect("no alarm").is_none(),
        "without a notice nothing follows"
    );
}

#[test]
fn p15_a_revoked_device_finds_no_seed_and_is_told_so() {
    let (d, roster) = three();
    let without = revoke(&roster, &d[2], &d[0]);
    let n = begun(&d[0], 20, &without);
    let told = choose(&d[2], &roster, std::slice::from_ref(&n));
    assert!(
        matches!(told, Err(SyncError::Revoked)),
        "the revoked device learns that it is"
    );
    assert!(
        n.seed(&d[2]).expect("no alarm").is_none(),
        "and no wrap of the notice opens with its keys"
    );
    assert!(
        choose(&d[1], &roster, &[n]).expect("no alarm").is_some(),
        "the others go on"
    );
}

#[test]
fn p15_a_revoked_device_begins_no_epoch() {
    let (d, roster) = three();
    let honest = begun(&d[0], 90, &revoke(&roster, &d[2], &d[0]));
    // It still holds the old seed, so it can write a notice; of a lower id even, and revoking the others.
    let theirs = begun(&d[2], 20, &revoke(&roster, &d[0], &d[2]));
    assert!(
        theirs.epoch < honest.epoch || honest.epoch < theirs.epoch,
        "two different epochs"
    );
    for order in [[&honest, &theirs], [&theirs, &honest]] {
        let all: Vec<_> = order.into_iter().cloned().collect();
        let known = revoke(&roster, &d[2], &d[0]);
        let next = choose(&d[1], &known, &all)
            .expect("no alarm")
            .expect("one counts");
        assert_eq!(
            next.sigma.epoch_id(),
            honest.epoch,
            "who knows of the revocation follows the one who is live"
        );
    }
}

#[test]
fn p13_a_stranger_with_the_old_seed_begins_no_epoch() {
    let (d, roster) = three();
    let stranger = device(7);
    let mut own = RegisterRoster::first(&stranger.identity, stranger.seal.public(), "x", 1, &FED);
    own.serial = 99;
    let n = begun(&stranger, 20, &own);
    assert!(
        choose(&d[0], &roster, &[n]).expect("no alarm").is_none(),
        "a notice by somebody outside the roster is none"
    );
}

#[test]
fn two_epochs_begun_at_once_are_one_for_everybody() {
    let (d, roster) = three();
    let (a, b) = (begun(&d[0], 20, &roster), begun(&d[1], 21, &roster));
    let lowest = a.epoch.min(b.epoch);
    for keys in &d {
        for order in [[&a, &b], [&b, &a]] {
            let all: Vec<_> = order.into_iter().cloned().collect();
            let next = choose(keys, &roster, &all)
                .expect("no alarm")
                .expect("one counts");
            assert_eq!(
                next.sigma.epoch_id(),
                lowest,
                "the lowest id, in whatever order they come"
            );
        }
    }
}

#[test]
fn a_device_added_meanwhile_waits_until_somebody_hands_it_the_seed() {
    let (d, roster) = three();
    let n = begun(&d[0], 20, &roster);
    let (late, mut more) = (device(5), roster.clone());
    add(&mut more, &late, &d[1]);
    let waits = choose(&late, &more, std::slice::from_ref(&n));
    assert!(
        matches!(waits, Err(SyncError::NotEnrolled)),
        "no wrap was made for it: it is not revoked, it waits"
    );
    let next = choose(&d[1], &more, std::slice::from_ref(&n))
        .expect("no alarm")
        .expect("comes over");
    assert!(next.waiting, "who enrolled it sees that it waits");
    let again = begun(&d[1], 20, &next.roster);
    let next = choose(&late, &more, &[n, again]).expect("no alarm");
    assert!(
        next.is_some_and(|n| !n.waiting),
        "with the seed handed on it comes over too"
    );
}

#[test]
fn p32_a_damaged_notice_is_none() {
    let (d, roster) = three();
    let sigma = Sigma::from_bytes([20; 32]);
    let new = NewEpoch {
        sigma: &sigma,
        roster: &roster,
        under: UNDER,
        born: 77,
    };
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let name = d[0].notice_name();
    let blob = announce(&d[0], &new, name, &mut rng).expect("seals");
    for at in (0..blob.len()).step_by(97) {
        let mut bad = blob.clone();
        bad[at] ^= 1;
        assert!(
            open_notice(&d[1], name, &bad).is_none(),
            "a bit changed at {at}"
        );
    }
    assert!(
        open_notice(&d[1], d[1].notice_name(), &blob).is_none(),
        "a notice stands under its author's name alone"
    );
}
