//! One encoding, and no panic on any bytes.
use super::{Entry, Shard};
use proptest::prelude::*;

fn sample() -> Shard {
    let mut s = Shard::default();
    for i in 0..5u8 {
        let e = Entry {
            version: u64::from(i),
            writer_seq: 3,
            blob: [i; 16],
            hash: [i; 32],
            here: i != 2,
        };
        s.0.insert([i; 16], e);
    }
    s
}

#[test]
fn a_shard_survives_the_round_trip() {
    assert_eq!(
        Shard::decode(&sample().encode()).expect("a shard"),
        sample(),
        "read back as written"
    );
}

#[test]
fn entries_out_of_order_are_refused() {
    let mut bytes = sample().encode();
    let (a, b) = bytes.split_at_mut(5 + 81);
    a[5..].swap_with_slice(&mut b[..81]);
    assert!(Shard::decode(&bytes).is_err(), "one shard has one encoding");
}

#[test]
fn a_list_of_writers_travels_with_the_shard_and_is_not_part_of_it() {
    let bytes = sample().encode_listed(b"the list");
    let (shard, list) = Shard::decode_listed(&bytes).expect("a shard with a list");
    assert_eq!(
        (shard, list.as_deref()),
        (sample(), Some(&b"the list"[..])),
        "read back as written"
    );
    assert_eq!(
        Shard::decode_listed(&sample().encode())
            .expect("an older shard")
            .1,
        None,
        "a shard from before there were lists is read"
    );
    for cut in 1..10 {
        assert!(
            Shard::decode_listed(&bytes[..bytes.len() - cut]).is_err(),
            "a cut list is none"
        );
    }
    assert!(
        Shard::decode_listed(&[&bytes[..], &[0]].concat()).is_err(),
        "nothing stands behind the list"
    );
    let long = sample().encode_listed(&vec![0; crate::writers::MAX_LIST + 1]);
    assert!(
        Shard::decode_listed(&long).is_err(),
        "a list is no longer than a full roster's"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Shard::decode(&bytes);
        let _ = Shard::decode_listed(&bytes);
    }

    #[test]
    fn changed_bytes_are_read_or_refused(at in 0usize..400, to in any::<u8>()) {
        let mut bytes = sample().encode();
        let i = at % bytes.len();
        bytes[i] = to;
        if let Ok(s) = Shard::decode(&bytes) {
            prop_assert_eq!(s.encode(), bytes, "what is accepted is canonical");
        }
    }
}
