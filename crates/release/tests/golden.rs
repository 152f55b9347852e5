//! Golden files of the objects about demands and apps: what was logged stays readable. A failing comparison means that old
//! entries can no longer be opened.

use std::path::PathBuf;
use ugnay_release::{
    AppRelease, Asked, Authority, DemandCounts, DemandNotice, DemandOutcome, Object, Signed,
    Statement,
};
use ugnay_seal::{FedId, Hash32, SigningIdentity};
use ugnay_wire::ids::to_hex;

/// Object, public fields and signature, a line each.
fn golden<T: Object + PartialEq + std::fmt::Debug>(name: &str, object: T, public: &[u8]) {
    let key = SigningIdentity::from_seed(&[1; 32]);
    let signed = Signed::new(object, &FedId([2; 16]), &[&key]).expect("a valid object encodes");
    let made = format!("{}\n{}", to_hex(&signed.to_bytes()), to_hex(public));
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("golden/{name}.hex"));
    let frozen = std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("golden file {name} must exist: {e}\n{made}"));
    assert_eq!(made, frozen.trim(), "the encoding of {name} is frozen");
    let again = Signed::<T>::from_bytes(&signed.to_bytes()).expect("it reads back");
    assert_eq!(again, signed, "{name} reads back as written");
}

#[test]
fn demand_notice() {
    let notice = DemandNotice {
        demand: [3; 16],
        revision: 2,
        previous: Hash32([4; 32]),
        x: 5,
        authority: Authority::Immigration,
        jurisdiction: u16::from_be_bytes(*b"PH"),
        received: 1_700_000_000,
        asked: vec![Asked::Lists, Asked::Silence],
        outcome: DemandOutcome::Refused,
        note: "Ñ".into(),
        time: 1_700_000_001,
    };
    let public = notice.public().to_bytes();
    golden("demand_notice", notice, &public);
}

#[test]
fn statement() {
    let mut counts = DemandCounts::default();
    [
        DemandOutcome::Refused,
        DemandOutcome::Refused,
        DemandOutcome::Gagged,
    ]
    .into_iter()
    .for_each(|o| counts.add(o));
    let statement = Statement {
        x: 5,
        number: 2,
        previous: Hash32([4; 32]),
        date: 1_700_000_000,
        next_by: 1_707_776_000,
        none: false,
        counts,
        texts: vec![
            ("en".into(), "We were asked.".into()),
            ("fil".into(), "Tinanong kami.".into()),
        ],
    };
    let public = statement.public();
    golden("statement", statement, &public);
}

#[test]
fn app_release() {
    let release = AppRelease {
        sequence: 9,
        version: "0.9.0".into(),
        target: "x86_64-unknown-linux-gnu".into(),
        file: Hash32([6; 32]),
        len: 12_345_678,
        time: 1_700_000_000,
    };
    let public = release.public();
    golden("app_release", release, &public);
}
