//! How a bundle is remembered stays readable, the first version's records included.

use super::*;
use ugnay_seal::SigningIdentity;

fn bundle(outcome: Result<(), DealFault>, held: Held) -> KeptBundle {
    KeptBundle {
        pseud: Pseud([1; 16]),
        name: Name([2; 16]),
        epoch: EpochId([3; 16]),
        seq: 4,
        header: Hash32([5; 32]),
        write_cap: SigningIdentity::from_seed(&[6; 32]).public(),
        outcome,
        compartments: 7,
        at: 8,
        state: BundleState::HandedOn,
        held,
        judged_by: Hash32([9; 32]),
        told: true,
        dirty: false,
    }
}

fn written(b: &KeptBundle) -> Vec<u8> {
    let mut changes = Changes::default();
    b.put(&mut changes).expect("is written");
    let mut memory = ugnay_vault::Memory::default();
    memory.commit(changes).expect("is kept");
    memory.list(BUNDLES).remove(0).1.to_vec()
}

#[test]
fn a_bundle_reads_back_in_either_version() {
    for (outcome, held) in [
        (Ok(()), Held::Dealt),
        (Err(DealFault::StaleRoster), Held::Found),
        (Err(DealFault::NotOpened), Held::HandedOver),
        (Err(DealFault::WrongShare), Held::Nothing),
    ] {
        let b = bundle(outcome, held);
        let bytes = written(&b);
        assert_eq!(KeptBundle::from_bytes(&bytes), Ok(b), "as it was written");
        for cut in 0..bytes.len() {
            assert!(
                KeptBundle::from_bytes(&bytes[..cut]).is_err(),
                "a cut record is damage"
            );
        }
    }
    for (outcome, held) in [
        (Ok(()), Held::Dealt),
        (Err(DealFault::StaleRoster), Held::Nothing),
    ] {
        let b = bundle(outcome, held);
        let mut first = written(&b);
        first[0] = 1;
        first.pop();
        assert_eq!(
            KeptBundle::from_bytes(&first),
            Ok(b),
            "the first version kept shares of accepted bundles alone"
        );
    }
}
