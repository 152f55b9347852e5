//! A shown view is read only from a device of the same register, whole and unchanged.

use super::*;
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use ugnay_seal::{DeviceSlot, FedId, SealKeyPair, Sigma, SigningIdentity};

fn keys(seed: u64, slot: u8) -> DeviceKeys {
    let mut rng = ChaCha20Rng::seed_from_u64(seed + u64::from(slot));
    let mut shared = ChaCha20Rng::seed_from_u64(seed);
    DeviceKeys {
        fed: FedId([3; 16]),
        sigma: Sigma::generate(&mut shared),
        identity: SigningIdentity::generate(&mut rng),
        seal: SealKeyPair::generate(&mut rng),
        slot: DeviceSlot::new(slot).expect("a slot"),
    }
}

fn text(keys: &DeviceKeys, view: &ShownView) -> String {
    let mut bytes = view.encode(keys);
    let sig = keys.identity.sign(Label::DeviceView, &keys.fed, &bytes);
    bytes.extend_from_slice(&sig.0);
    format!("{PREFIX}{}", to_hex(&bytes).to_uppercase())
}

fn view() -> ShownView {
    ShownView {
        slot: 1,
        size: 12,
        root: [9; 32],
        heads: BTreeMap::from([(0, (3, [1; 32])), (1, (4, [2; 32]))]),
    }
}

#[test]
fn a_view_is_read_from_a_device_of_this_register_only() {
    let (theirs, ours) = (keys(70, 1), keys(70, 0));
    let signer = |slot| (slot == 1).then(|| *theirs.identity.public().as_bytes());
    let shown = text(&theirs, &view());
    assert!(shown.len() < 500, "it fits a QR code that a phone reads");
    assert_eq!(
        read(&shown, &ours, signer).ok(),
        Some(view()),
        "what was shown is read"
    );
    assert!(
        read(&shown, &ours, |_| None).is_err(),
        "a device that is not in the roster is not believed"
    );
    assert!(
        read(&shown, &keys(71, 0), signer).is_err(),
        "another register's view is none of ours"
    );
    for at in (PREFIX.len()..shown.len()).step_by(7) {
        let mut other = shown.clone().into_bytes();
        other[at] = if other[at] == b'0' { b'1' } else { b'0' };
        let other = String::from_utf8(other).expect("text");
        assert!(
            read(&other, &ours, signer).is_err(),
            "a changed digit breaks the signature"
        );
    }
}

#[test]
fn p17_views_that_cannot_both_be_true_are_an_alarm() {
    let ours = keys(70, 0);
    let mut watch = Watch::default();
    watch.sent(&ours, 1, [1; 32], 5);
    let known = |seq, value| BTreeMap::from([(1u8, (seq, [value; 32]))]);
    let see = |known, heads: &[(u8, u64, u8)]| {
        let heads = heads.iter().map(|(s, n, v)| (*s, (*n, [*v; 32])));
        let shown = ShownView {
            heads: heads.collect(),
            ..view()
        };
        judge(&ours, &known, &mut watch.clone(), &shown)
    };
    let same = see(known(4, 2), &[(0, 1, 1), (1, 4, 2)]);
    assert_eq!(same, Ok(Compared::Same), "both know the same");
    let ahead = see(known(3, 8), &[(0, 1, 1), (1, 4, 2)]);
    assert_eq!(ahead, Ok(Compared::Ahead), "it wrote since");
    let behind = see(known(4, 2), &[(1, 4, 2)]);
    assert_eq!(behind, Ok(Compared::Behind), "it has not seen ours");
    for (known, heads, why) in [
        (
            known(4, 3),
            [(0, 1, 1), (1, 4, 2)],
            "two heads of one number",
        ),
        (
            known(5, 3),
            [(0, 1, 1), (1, 4, 2)],
            "it knows less of itself than we",
        ),
        (
            known(4, 2),
            [(0, 1, 7), (1, 4, 2)],
            "a head of ours that we never wrote",
        ),
    ] {
        assert_eq!(see(known, &heads), Err("head_fork"), "{why}");
    }
}

proptest! {
    #[test]
    fn p32_any_text_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), noise in ".{0,80}") {
        let ours = keys(70, 0);
        let hex = format!("{PREFIX}{}", to_hex(&bytes));
        prop_assert!(read(&hex, &ours, |_| Some([5; 32])).is_err(), "noise is no view");
        prop_assert!(read(&noise, &ours, |_| Some([5; 32])).is_err(), "nor is any text");
    }
}
