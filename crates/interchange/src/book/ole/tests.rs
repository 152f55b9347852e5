//! Containers of old Excel files: taken apart within bounds and put together again.

use super::*;
use proptest::prelude::*;

const XLS: &[u8] = include_bytes!("../../../../../tests/fixtures/import/calamine_date.xls");

fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    match open(bytes) {
        Some(Found::Workbook(stream)) => Some(stream),
        _ => None,
    }
}

#[test]
fn what_is_put_together_is_taken_apart() {
    for length in [1, 4_095, 4_096, 4_097, 300_000, 5_000_000] {
        let before: Vec<u8> = (0..length).map(|n: u32| (n % 251) as u8).collect();
        let after = stream(&wrap(before.clone())).expect("a container of ours");
        let (same, filling) = after.split_at(before.len());
        assert!(
            same == before && filling.iter().all(|b| *b == 0) && filling.len() < SECTOR,
            "{length} bytes come back, filled up with zeros"
        );
    }
    let real = stream(XLS).expect("a workbook");
    assert_eq!(
        real.get(..2),
        Some(&[0x09u8, 0x08][..]),
        "it begins with its first record"
    );
}

#[test]
fn a_chain_in_a_circle_is_refused() {
    let mut bytes = wrap(vec![7; 3 * SECTOR]);
    assert!(stream(&bytes).is_some(), "whole it is read");
    // The directory is the fourth sector; its chain is led back to itself.
    let table = 5 * SECTOR;
    bytes[table + 3 * 4..table + 4 * 4].copy_from_slice(&3u32.to_le_bytes());
    assert!(open(&bytes).is_none(), "it would be followed for ever");
}

#[test]
fn an_encrypted_package_is_told_from_others() {
    let locked =
        include_bytes!("../../../../../tests/fixtures/import/calamine_pass_protected.xlsx");
    assert!(
        matches!(open(locked), Some(Found::Encrypted)),
        "a password is asked for there"
    );
    assert!(open(&XLS[..600]).is_none(), "cut off it is nothing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_container_is_read_or_refused(wounds in proptest::collection::vec((0usize..20_000, any::<u8>()), 1..20)) {
        let mut bytes = XLS.to_vec();
        let length = bytes.len();
        for (at, value) in wounds {
            bytes[at % length] = value;
        }
        if let Some(stream) = stream(&bytes) {
            prop_assert!(stream.len() <= length, "no more comes out than is in it");
        }
    }
}
