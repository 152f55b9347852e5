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
