//! P23 at the roster: no key twice, organisations counted.

use super::*;
use crate::simulator::Parties;

fn roster() -> Roster {
    Parties::new(2, crate::Policy::standard(5, 3, 5), 0)
        .unwrap()
        .federation
        .roster()
        .clone()
}

#[test]
fn p23_duplicate_keys_and_organisations_are_refused() {
    let good = roster();
    assert!(good.encode().is_ok(), "the honest roster is one");
    let changed = |change: fn(&mut Roster)| {
        let mut bad = good.clone();
        change(&mut bad);
        bad.encode().is_err()
    };
    assert!(
        changed(|r| r.custodians[1].sign = r.custodians[0].sign),
        "one signing key for two organisations"
    );
    assert!(
        changed(|r| r.custodians[1].cosign = r.custodians[0].cosign.clone()),
        "one cosigning key for two"
    );
    assert!(
        changed(|r| r.custodians[1].x_wing = r.custodians[0].x_wing.clone()),
        "one sealing key for two"
    );
    assert!(
        changed(|r| r.custodians[1].name = r.custodians[0].name.to_uppercase()),
        "one name for two"
    );
    assert!(
        changed(|r| r.externals[0].cosign = r.custodians[0].cosign.clone()),
        "a custodian is not an outside witness"
    );
    assert!(
        changed(|r| r.ticket = r.custodians[0].sign),
        "the ticket key is its own"
    );
    assert!(changed(|r| r.custodians[0].x = 2), "x counts from 1");
    assert!(changed(|r| r.custodians.swap(0, 1)), "in order");
    assert!(
        changed(|r| r.custodians[0].jurisdiction = " ".into()),
        "a jurisdiction is named"
    );
    assert!(
        changed(|r| r.custodians[0].x_wing = vec![0xff; 1216]),
        "an X-Wing key is a key"
    );
    assert!(
        changed(|r| r.custodians[0].sign = [0; 32]),
        "a signing key is a good point"
    );
}

#[test]
fn counting() {
    let r = roster();
    let keys: BTreeSet<[u8; 32]> = [
        r.custodians[0].sign,
        r.custodians[3].sign,
        [7; 32],
        r.ticket,
    ]
    .into();
    assert_eq!(r.count(&keys), 2, "only custodians count");
    assert_eq!(
        r.most_in_one_jurisdiction(),
        1,
        "five countries in the sample"
    );
    assert_eq!(
        r.by_key(&r.custodians[2].sign).map(|c| c.x),
        Some(3),
        "found by key"
    );
    assert_eq!(
        r.by_key_hash(&sha256(&r.custodians[2].sign).0).map(|c| c.x),
        Some(3),
        "found by hash"
    );
    assert!(
        r.is_external("witness6.example") && !r.is_external("witness1.example"),
        "the last two are outside"
    );
}
