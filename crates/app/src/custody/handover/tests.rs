//! The file of a hand-over is read back or refused. What it does between two organisations is in the stories.

use super::*;
use proptest::prelude::*;
use ugnay_seal::{FedId, SigningIdentity};

fn file() -> HandoverFile {
    let transfer = CustodyTransfer {
        x: 2,
        from: Hash32([1; 32]),
        to: Hash32([2; 32]),
        count: 2,
        shares: Hash32([3; 32]),
        time: 4,
    };
    let key = SigningIdentity::from_seed(&[5; 32]);
    HandoverFile {
        offer: Signed::new(transfer, &FedId([6; 16]), &[&key]).expect("is signed"),
        letters: vec![vec![7; 300], vec![8; 5]],
    }
}

#[test]
fn a_file_reads_back_whole_or_not_at_all() {
    let bytes = file().to_bytes().expect("is written");
    assert_eq!(
        HandoverFile::from_bytes(&bytes),
        Ok(file()),
        "as it was written"
    );
    for cut in 0..bytes.len() {
        assert!(
            HandoverFile::from_bytes(&bytes[..cut]).is_err(),
            "a cut file is refused"
        );
    }
    let longer = [&bytes[..], &[0]].concat();
    assert!(
        HandoverFile::from_bytes(&longer).is_err(),
        "nothing follows the last letter"
    );
}

proptest! {
    #[test]
    fn p32_any_bytes_are_a_file_or_refused(
        mut bytes in proptest::collection::vec(any::<u8>(), 0..400),
        begin in any::<bool>(),
    ) {
        if begin {
            let whole = file().to_bytes().expect("is written");
            bytes = [&whole[..whole.len() / 2], &bytes].concat();
        }
        prop_assert!(HandoverFile::from_bytes(&bytes).is_err(), "noise is no hand-over");
    }
}
