//! Entries and commitments.

use super::*;
use proptest::prelude::*;

fn entry() -> Entry {
    Entry {
        kind: EntryType::Request,
        time: 1_700_000_000,
        author: [1; 32],
        commit: [2; 32],
        public: b"abc".to_vec(),
    }
}

#[test]
fn an_entry_commits_to_one_body() {
    let key = [9; COMMIT_KEY_LEN];
    let made = Entry {
        commit: commit(&key, b"words"),
        ..entry()
    };
    let body = [&key[..], b"words"].concat();
    assert!(made.commits_to(&body), "the key and the words");
    for at in 0..body.len() {
        let mut other = body.clone();
        other[at] ^= 1;
        assert!(!made.commits_to(&other), "byte {at} is committed to");
        assert!(!made.commits_to(&body[..at]), "nor is a piece its body");
    }
}

#[test]
fn bodies_of_requests_and_demands_are_sealed_and_roots_have_none() {
    let closed: Vec<&str> = EntryType::ALL
        .iter()
        .filter(|kind| !kind.lies_open())
        .map(|kind| kind.name())
        .collect();
    assert_eq!(
        closed,
        [
            "request",
            "receipt-root",
            "demand-notice",
            "heads-root",
            "drill"
        ],
        "everything else can be held against its entry by anybody"
    );
}

#[test]
fn layout_is_fixed() {
    let bytes = entry().encode().unwrap();
    let expected = [
        &[6u8][..],
        &1_700_000_000i64.to_be_bytes(),
        &[1; 32],
        &[2; 32],
        &[0, 3],
        b"abc",
    ]
    .concat();
    assert_eq!(
        bytes, expected,
        "type, time, author, commit, length, public"
    );
    assert_eq!(Entry::decode(&bytes), Ok(entry()), "reads back");
    for cut in 0..bytes.len() {
        assert!(
            Entry::decode(&bytes[..cut]).is_err(),
            "{cut} bytes are not an entry"
        );
    }
    assert!(
        Entry::decode(&[bytes, vec![0]].concat()).is_err(),
        "nothing may follow"
    );
}

#[test]
fn registry_numbers_are_for_ever() {
    let numbers: Vec<u8> = EntryType::ALL.iter().map(|t| *t as u8).collect();
    assert_eq!(
        numbers,
        (1..=23).collect::<Vec<u8>>(),
        "numbers are dense and in order"
    );
    let mut names: Vec<&str> = EntryType::ALL.iter().map(|t| t.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 23, "names differ");
    for byte in 0..=255u8 {
        let known = EntryType::from_byte(byte).is_ok();
        assert_eq!(known, (1..=23).contains(&byte), "type {byte}");
    }
}

#[test]
fn bounds() {
    let longest = Entry {
        public: vec![7; MAX_PUBLIC_LEN],
        ..entry()
    };
    let bytes = longest.encode().expect("the longest that is allowed");
    assert_eq!(
        Entry::decode(&bytes),
        Ok(longest),
        "what may be written can be read"
    );
    let long = Entry {
        public: vec![0; MAX_PUBLIC_LEN + 1],
        ..entry()
    };
    assert_eq!(
        long.encode(),
        Err(LogError::TooLarge("public fields")),
        "public fields are bounded"
    );
    assert!(
        Entry {
            time: -1,
            ..entry()
        }
        .encode()
        .is_err(),
        "times start in 1970"
    );
    assert_eq!(
        Entry::decode(&vec![1; 70_000]),
        Err(LogError::TooLarge("log entry")),
        "input is bounded"
    );
}

#[test]
fn commitment_is_hmac_sha256_with_its_label() {
    let key = [0x0b; 32];
    // HMAC-SHA256 by its definition (RFC 2104), with sha2 alone.
    use sha2::Digest;
    let pad = |byte: u8| -> Vec<u8> {
        (0..64)
            .map(|i| if i < 32 { key[i] ^ byte } else { byte })
            .collect()
    };
    let inner = Sha256::new()
        .chain_update(pad(0x36))
        .chain_update(b"ugnay/v1/log-commit\0body")
        .finalize();
    let outer: Hash = Sha256::new()
        .chain_update(pad(0x5c))
        .chain_update(inner)
        .finalize()
        .into();
    assert_eq!(commit(&key, b"body"), outer, "HMAC over label and body");
    assert!(
        verify_commit(&key, b"body", &outer),
        "the right body opens it"
    );
    assert!(
        !verify_commit(&key, b"bodx", &outer),
        "another body does not"
    );
    assert!(
        !verify_commit(&[1; 32], b"body", &outer),
        "another key does not"
    );
}

proptest! {
    #[test]
    fn p32_entry_parser_never_panics_and_has_one_encoding(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(entry) = Entry::decode(&bytes) {
            prop_assert_eq!(entry.encode(), Ok(bytes), "what parses is the one encoding");
        }
    }

    #[test]
    fn p32_entry_round_trip(kind in 0usize..22, time in 0i64.., author in any::<[u8; 32]>(), commit in any::<[u8; 32]>(),
                            public in proptest::collection::vec(any::<u8>(), 0..300)) {
        let entry = Entry { kind: EntryType::ALL[kind], time, author, commit, public };
        prop_assert_eq!(Entry::decode(&entry.encode().unwrap()), Ok(entry), "reads back");
    }
}

#[test]
fn a_leaf_is_the_hash_of_the_encoding() {
    let bytes = entry().encode().unwrap();
    assert_eq!(
        entry().leaf_hash(),
        Ok(leaf_hash(&bytes)),
        "what a log and its readers hash is the same"
    );
}
