//! A receipt speaks for one custodian about one bundle.

use super::*;

fn receipt(outcome: Result<(), DealFault>) -> Receipt {
    Receipt {
        fed: FedId([1; 16]),
        epoch_id: EpochId([2; 16]),
        header_hash: Hash32([3; 32]),
        x: 4,
        outcome,
    }
}

#[test]
fn receipts_round_trip_with_every_reason() {
    let id = SigningIdentity::from_seed(&[1; 32]);
    let fed = FedId([1; 16]);
    let mut outcomes = vec![Ok(())];
    outcomes.extend((1..=10).map(|c| Err(DealFault::from_code(c).unwrap())));
    for outcome in outcomes {
        let bytes = receipt(outcome).sign(&id);
        assert_eq!(bytes.len(), RECEIPT_LEN, "fixed layout");
        let read = Receipt::verify(&bytes, &fed, &id.public());
        assert_eq!(read, Ok(receipt(outcome)), "round trip of {outcome:?}");
    }
    assert_eq!(DealFault::from_code(0), None, "0 is accepted, not a fault");
    assert_eq!(DealFault::from_code(11), None, "unknown");
}

#[test]
fn changed_foreign_and_broken_receipts_are_refused() {
    let id = SigningIdentity::from_seed(&[1; 32]);
    let other = SigningIdentity::from_seed(&[2; 32]);
    let fed = FedId([1; 16]);
    let bytes = receipt(Ok(())).sign(&id);
    for i in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[i] ^= 1;
        assert!(
            Receipt::verify(&changed, &fed, &id.public()).is_err(),
            "byte {i}"
        );
        assert!(
            Receipt::verify(&bytes[..i], &fed, &id.public()).is_err(),
            "length {i}"
        );
    }
    let bad = Err(SealError::BadSignature);
    assert_eq!(
        Receipt::verify(&bytes, &fed, &other.public()),
        bad,
        "another custodian"
    );
    assert_eq!(
        Receipt::verify(&bytes, &FedId([9; 16]), &id.public()),
        bad,
        "another federation"
    );
}
