//! Heads round-trip, and their hash changes with every part.
use super::{Head, live_root};
use std::collections::BTreeMap;

#[test]
fn a_head_survives_the_round_trip() {
    let head = Head {
        seq: 4,
        prev: [1; 32],
        epoch: [2; 16],
        live_root: [3; 32],
        checkpoint_size: 9,
        seen: BTreeMap::from([(1, [5; 32])]),
    };
    assert_eq!(
        Head::decode(&head.encode()).expect("a head"),
        head,
        "read back as written"
    );
    let other = Head {
        checkpoint_size: 10,
        ..head.clone()
    };
    assert_ne!(head.hash(), other.hash(), "the hash covers every part");
    assert!(
        Head::decode(&head.encode()[1..]).is_err(),
        "a cut head is refused"
    );
}

#[test]
fn the_live_root_does_not_depend_on_order() {
    let (a, b) = (([1u8; 16], [9u8; 32]), ([2u8; 16], [8u8; 32]));
    let forth = live_root([(&a.0, &a.1), (&b.0, &b.1)].into_iter());
    let back = live_root([(&b.0, &b.1), (&a.0, &a.1)].into_iter());
    assert_eq!(forth, back, "a set of blobs has one root");
    assert_ne!(
        forth,
        live_root([(&a.0, &a.1)].into_iter()),
        "a dropped blob changes the root"
    );
}

/// Three heads of one device, each naming the one before: frozen, and derived anew by `tests/rederive`.
#[test]
fn golden_a_chain_of_heads() {
    let mut chain: Vec<Head> = Vec::new();
    for n in 1..=3u8 {
        let blobs: Vec<([u8; 16], [u8; 32])> = (0..n).map(|b| ([b; 16], [b + 1; 32])).collect();
        chain.push(Head {
            seq: u64::from(n),
            prev: chain.last().map_or([0; 32], Head::hash),
            epoch: [2; 16],
            live_root: live_root(blobs.iter().map(|(name, hash)| (name, hash))),
            checkpoint_size: 100 + u64::from(n),
            seen: (0..n - 1).map(|slot| (slot + 4, [slot; 32])).collect(),
        });
    }
    let made: Vec<String> = chain
        .iter()
        .map(|head| ugnay_wire::ids::to_hex(&head.encode()))
        .collect();
    let frozen: Vec<&str> = include_str!("../../golden/head_chain.hex")
        .lines()
        .collect();
    assert_eq!(made, frozen, "the encoding of heads is frozen");
}
