//! The file of what is carried is read back as it was written, and nothing else is read as one.

use super::*;
use proptest::prelude::*;
use ugnay_seal::SigningIdentity;
use ugnay_wire::Fed;

fn signed(seed: u8, entry: &[u8]) -> Vec<u8> {
    let who = SigningIdentity::from_seed(&[seed; 32]);
    ugnay_sync::signed_entry(&who, Fed([1; 16]), entry.to_vec(), vec![9; 40]).expect("short")
}

fn file() -> OutgoingFile {
    OutgoingFile(vec![
        Item::Entry(signed(1, b"an entry")),
        Item::Letter(Topic([4; 16]), vec![7; 100]),
        Item::Entry(signed(2, b"another")),
    ])
}

#[test]
fn what_is_carried_is_read_back_and_its_signatures_are_checked() {
    let bytes = file().to_bytes().expect("a small file");
    let back = OutgoingFile::from_bytes(&bytes).expect("our own file");
    assert_eq!(back, file(), "read as it was written");
    let entries: Vec<Vec<u8>> = back.entries(&FedId([1; 16])).map(|e| e.entry).collect();
    assert_eq!(
        entries,
        [b"an entry".to_vec(), b"another".to_vec()],
        "both entries, in the order in which they were said"
    );
    assert_eq!(
        back.entries(&FedId([2; 16])).count(),
        0,
        "signed for one federation, they are of no other"
    );
    let mut bent = signed(1, b"an entry");
    let last = bent.len() - 1;
    for at in [5, last - 70, last] {
        bent[at] ^= 1;
        let one = OutgoingFile(vec![Item::Entry(bent.clone())]);
        assert_eq!(
            one.entries(&FedId([1; 16])).count(),
            0,
            "byte {at} of an entry is signed"
        );
        bent[at] ^= 1;
    }
    for cut in [0, 4, 9, bytes.len() - 1] {
        assert!(
            OutgoingFile::from_bytes(&bytes[..cut]).is_err(),
            "cut at {cut} it is none"
        );
    }
    let more = [&bytes[..], b"x"].concat();
    assert!(
        OutgoingFile::from_bytes(&more).is_err(),
        "nor with a byte behind it"
    );
    let long = OutgoingFile(vec![Item::Letter(Topic([0; 16]), vec![0; MAX_BOX + 1])]);
    assert_eq!(
        long.to_bytes().err().and_then(|e| e.detail).as_deref(),
        Some("too_much_to_carry"),
        "what no box would take is not written"
    );
}

proptest! {
    #[test]
    fn p32_any_bytes_are_a_file_to_carry_or_none(
        tail in proptest::collection::vec(any::<u8>(), 0..400),
        magic in any::<bool>(),
    ) {
        let bytes = if magic { [b"UGOF\x01\0\0\0\x02".as_slice(), &tail].concat() } else { tail };
        if let Ok(read) = OutgoingFile::from_bytes(&bytes) {
            prop_assert_eq!(read.to_bytes().ok(), Some(bytes), "there is one way to write it");
        }
    }
}
