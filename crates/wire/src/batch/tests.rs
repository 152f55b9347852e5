//! Batches refuse what would be ambiguous or too large.
use super::*;
use crate::limits::MAX_RECORD;

fn put(n: u8, len: usize) -> Item {
    Item::Put {
        kind: BlobKind::Record,
        name: Name([n; 16]),
        bytes: vec![7; len],
    }
}

fn batch(items: Vec<Item>) -> Batch {
    Batch {
        pseud: Pseud([1; 16]),
        batch_id: BatchId([2; 16]),
        items,
    }
}

#[test]
fn a_name_twice_is_refused_on_both_sides() {
    let twice = batch(vec![
        put(3, 4),
        Item::Delete {
            name: Name([3; 16]),
        },
    ]);
    assert_eq!(
        twice.encode(),
        Err(WireError::Duplicate { field: "items" }),
        "the outcome would depend on order alone"
    );
    let mut bytes = batch(vec![
        put(3, 4),
        Item::Delete {
            name: Name([4; 16]),
        },
    ])
    .encode()
    .expect("valid");
    let end = bytes.len();
    bytes[end - 16..].fill(3);
    assert_eq!(
        Batch::decode(&bytes),
        Err(WireError::Duplicate { field: "items" }),
        "a foreign sender must not get it past the decoder"
    );
}

#[test]
fn blob_limits_are_by_kind() {
    assert!(
        batch(vec![put(1, MAX_RECORD)]).encode().is_ok(),
        "the largest bucket fits"
    );
    assert!(
        matches!(
            batch(vec![put(1, MAX_RECORD + 1)]).encode(),
            Err(WireError::TooLong { .. })
        ),
        "a record above the largest bucket is no record"
    );
}

#[test]
fn the_whole_batch_is_bounded() {
    let items = (0..65).map(|n| put(n, MAX_RECORD)).collect();
    assert!(
        matches!(
            batch(items).encode(),
            Err(WireError::TooLong { field: "batch", .. })
        ),
        "65 full records exceed 4 MiB"
    );
}
