//! Papers on their way: signatures join, damage is noticed, and what is shown is what is signed.

use super::*;
use crate::env::{Env, FixedClock};
use proptest::prelude::*;
use ugnay_release::{Area, Purpose};

fn env() -> Env {
    Env::seeded(&FixedClock::at(1_790_000_000), 3)
}

fn request(areas: &[u32]) -> Signed<Request> {
    draft(Request {
        policy: Hash32([1; 32]),
        purpose: Purpose::Drill,
        declaration: "Declaration 7".into(),
        declaration_hash: Hash32([2; 32]),
        areas: areas.iter().map(|a| Area(*a)).collect(),
        destination: u16::from_be_bytes(*b"SA"),
        epoch: None,
        from: 1_790_000_000,
        until: 1_790_086_400,
        expires: 1_790_003_600,
        card: Hash32([3; 32]),
        officers: vec![Hash32([4; 32]), Hash32([5; 32])],
        recipient: Hash32([6; 32]),
        nonce: [7; 32],
        origin: "log.invalid/a".into(),
    })
    .unwrap()
}

#[test]
fn signatures_join_in_any_order_and_once() {
    let mut env = env();
    let fed = FedId([9; 16]);
    let keys: Vec<SigningIdentity> = (0..3)
        .map(|_| SigningIdentity::generate(&mut env.rng()))
        .collect();
    let bare = Paper::Request(request(&[401_009_007]));
    let copies: Vec<Paper> = keys
        .iter()
        .map(|k| {
            let mut copy = bare.clone();
            copy.sign(&fed, k).unwrap();
            copy.sign(&fed, k).unwrap();
            copy
        })
        .collect();
    let forward = Paper::joined(&copies, &fed).unwrap();
    let mut turned = copies.clone();
    turned.reverse();
    turned.push(copies[0].clone());
    assert_eq!(
        Paper::joined(&turned, &fed).unwrap(),
        forward,
        "order and repetition change nothing"
    );
    assert_eq!(
        forward.signers(&fed).unwrap().len(),
        3,
        "each key signed once"
    );
    assert_eq!(
        Paper::from_bytes(&forward.to_bytes()).unwrap(),
        forward,
        "a file is the paper"
    );
    assert!(
        forward.signers(&FedId([8; 16])).is_err(),
        "a signature is for one federation"
    );
    let other = Paper::Request(request(&[401_009_008]));
    assert!(
        forward.clone().join(&other, &fed).is_err(),
        "another scope is another paper"
    );
}

#[test]
fn nobody_signs_a_damaged_paper() {
    let mut env = env();
    let fed = FedId([9; 16]);
    let (one, two) = (
        SigningIdentity::generate(&mut env.rng()),
        SigningIdentity::generate(&mut env.rng()),
    );
    let mut paper = Paper::Request(request(&[401_009_007]));
    paper.sign(&fed, &one).unwrap();
    let mut bytes = paper.to_bytes();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let mut forged = Paper::from_bytes(&bytes).unwrap();
    assert!(
        forged.sign(&fed, &two).is_err(),
        "a wrong signature is under it"
    );
    assert!(
        paper.join(&forged, &fed).is_err(),
        "and it does not come in with another copy"
    );
}

#[test]
fn a_request_shows_its_whole_scope_before_it_is_signed() {
    let rows = Paper::Request(request(&[401_009_007, 401_009_008])).rows();
    let of = |code: &str| -> Vec<&str> {
        rows.iter()
            .filter(|r| r.code == code)
            .map(|r| r.value.as_str())
            .collect()
    };
    assert_eq!(
        of("barangay").len(),
        2,
        "every barangay stands there by itself"
    );
    assert!(
        of("barangay")[0].contains("0401009007") && of("barangay")[0].contains("Dita"),
        "with code and name: {:?}",
        of("barangay")
    );
    assert!(
        of("destination")[0].starts_with("SA "),
        "the country by name"
    );
    assert_eq!(of("drill"), ["yes"], "a drill is marked");
    assert_eq!(
        of("grant_until"),
        ["2026-09-22T14:13:20Z"],
        "times can be read"
    );
    assert_eq!(
        of("fingerprint")[0].split(' ').count(),
        6,
        "and six words can be compared"
    );
}

proptest! {
    #[test]
    fn p32_any_bytes_are_no_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), kind in 0u8..24) {
        let _ = Paper::from_bytes(&bytes);
        let framed = [&[0, 0, 1, 0], &b"UGO1"[..], &[kind, 1], &bytes].concat();
        let _ = Paper::from_bytes(&framed);
    }
}
