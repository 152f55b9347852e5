//! The heads hash depends on every head.
use super::*;

#[test]
fn every_head_counts() {
    let one = BTreeMap::from([(Name([1; 16]), Hash([2; 32]))]);
    let mut two = one.clone();
    two.insert(Name([3; 16]), Hash([4; 32]));
    assert_ne!(
        heads_hash(&one),
        heads_hash(&two),
        "a dropped head must change the hash"
    );
    let mut changed = one.clone();
    changed.insert(Name([1; 16]), Hash([5; 32]));
    assert_ne!(
        heads_hash(&one),
        heads_hash(&changed),
        "an old head must change the hash"
    );
    assert_eq!(
        leaf(&Pseud([1; 16]), &heads_hash(&one)).len(),
        48,
        "leaves are 48 bytes"
    );
}

#[test]
fn the_root_has_one_encoding() {
    let root = HeadsRoot {
        registers: 2,
        root: Hash([8; 32]),
    };
    let bytes = root.to_bytes();
    assert_eq!(
        bytes,
        [&[0, 0, 0, 0, 0, 0, 0, 2][..], &[8; 32]].concat(),
        "frozen layout"
    );
    assert_eq!(HeadsRoot::from_bytes(&bytes), Ok(root), "reads back");
    assert!(HeadsRoot::from_bytes(&bytes[..39]).is_err(), "cut");
    assert!(
        HeadsRoot::from_bytes(&[&bytes[..], &[0]].concat()).is_err(),
        "longer"
    );
}
