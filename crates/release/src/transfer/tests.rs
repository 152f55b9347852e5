//! Who may say that a place was handed over, and that it arrived.

use super::*;
use crate::Policy;
use crate::simulator::Parties;
use ugnay_seal::SigningIdentity;

struct World {
    fed: FedId,
    old: Roster,
    new: Roster,
    leaving: SigningIdentity,
    successor: SigningIdentity,
}

const FROM: Hash32 = Hash32([1; 32]);
const TO: Hash32 = Hash32([2; 32]);

fn world() -> World {
    let p = Parties::new(3, Policy::standard(5, 3, 5), 0).unwrap();
    let old = p.federation.roster().clone();
    let successor = SigningIdentity::from_seed(&[77; 32]);
    let mut new = old.clone();
    new.custodians[1].sign = *successor.public().as_bytes();
    World {
        fed: *p.federation.fed(),
        leaving: SigningIdentity::from_seed(&p.custodians[1].to_seed()),
        old,
        new,
        successor,
    }
}

fn transfer() -> CustodyTransfer {
    CustodyTransfer {
        x: 2,
        from: FROM,
        to: TO,
        count: 1,
        shares: transfer_hash(&BTreeSet::from([(EpochId([3; 16]), Hash32([4; 32]))])),
        time: 9,
    }
}

impl World {
    fn judge(
        &self,
        body: CustodyTransfer,
        by: &[&SigningIdentity],
    ) -> Result<TransferState, ReleaseError> {
        let signed = Signed::new(body, &self.fed, by).unwrap();
        CustodyTransfer::verify(&signed, &self.fed, (&FROM, &self.old), (&TO, &self.new))
    }
}

#[test]
fn p30_the_leaving_one_offers_and_the_successor_receives() {
    let w = world();
    assert_eq!(
        transfer().public(),
        [&[2][..], &TO.0].concat(),
        "the entry names place and roster"
    );
    assert_eq!(
        w.judge(transfer(), &[&w.leaving]),
        Ok(TransferState::Offered),
        "one signature is an offer"
    );
    assert_eq!(
        w.judge(transfer(), &[&w.leaving, &w.successor]),
        Ok(TransferState::Received),
        "both are a receipt"
    );
    let stranger = SigningIdentity::from_seed(&[78; 32]);
    for by in [
        vec![],
        vec![&w.successor],
        vec![&stranger],
        vec![&w.leaving, &stranger],
        vec![&w.leaving, &w.successor, &stranger],
    ] {
        assert!(
            w.judge(transfer(), &by).is_err(),
            "nobody else speaks for either"
        );
    }
}

#[test]
fn a_transfer_is_bound_to_its_rosters_and_its_place() {
    let w = world();
    for wrong in [
        CustodyTransfer {
            from: Hash32([9; 32]),
            ..transfer()
        },
        CustodyTransfer {
            to: Hash32([9; 32]),
            ..transfer()
        },
        CustodyTransfer { x: 9, ..transfer() },
        CustodyTransfer { x: 1, ..transfer() },
    ] {
        assert!(
            w.judge(wrong, &[&w.leaving, &w.successor]).is_err(),
            "other rosters, an empty place, a place that did not change hands"
        );
    }
    for broken in [
        CustodyTransfer { x: 0, ..transfer() },
        CustodyTransfer {
            to: FROM,
            ..transfer()
        },
        CustodyTransfer {
            time: -1,
            ..transfer()
        },
    ] {
        assert!(broken.encode().is_err(), "rules of the object itself");
    }
}

#[test]
fn the_list_is_a_set() {
    let (a, b) = (
        (EpochId([1; 16]), Hash32([2; 32])),
        (EpochId([2; 16]), Hash32([1; 32])),
    );
    assert_eq!(
        transfer_hash(&BTreeSet::from([a, b])),
        transfer_hash(&BTreeSet::from([b, a])),
        "the order of handing over does not matter"
    );
    assert_ne!(
        transfer_hash(&BTreeSet::from([a])),
        transfer_hash(&BTreeSet::from([a, b])),
        "what is missing is noticed"
    );
}
