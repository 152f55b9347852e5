//! The saved book is read back as it was.
use super::Book;
use crate::shard::{Entry, Shard};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn a_book_survives_the_round_trip() {
    let mut shard = Shard::default();
    shard.0.insert(
        [7; 16],
        Entry {
            version: 1,
            writer_seq: 2,
            blob: [3; 16],
            hash: [4; 32],
            here: true,
        },
    );
    let book = Book {
        cursor: 9,
        writer_seq: 2,
        head: (3, [1; 32]),
        heads: BTreeMap::from([(1, (5, [2; 32]))]),
        own: BTreeMap::from([((401_009_007, 0x5341, 1), shard)]),
        merged: BTreeMap::from([(
            [1; 16],
            BTreeMap::from([([2; 16], [8; 32]), ([3; 16], [9; 32])]),
        )]),
        known: BTreeMap::from([(
            ([7; 16], 1),
            BTreeSet::from([(401_009_007, 0x4B57, 1), (401_009_007, 0x5341, 1)]),
        )]),
        roster_serial: 4,
    };
    let bytes = book.encode();
    assert_eq!(
        Book::decode(&bytes).expect("a book"),
        book,
        "read back as written"
    );
    for cut in 0..bytes.len() {
        assert!(
            Book::decode(&bytes[..cut]).is_err(),
            "a cut book is refused, not guessed"
        );
    }
}
