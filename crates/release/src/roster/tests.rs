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

#[test]
fn p23_names_and_kinds_are_checked_one_by_one() {
    let p = Parties::new(2, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let good = p.federation.roster().clone();
    let refused = |change: &dyn Fn(&mut Roster)| {
        let mut bad = good.clone();
        change(&mut bad);
        bad.encode().is_err()
    };
    let fresh = |name: &str, kind| {
        ugnay_log::SignerKey::from_seed(name, kind, &[77; 32])
            .unwrap()
            .verifier()
            .to_vkey()
    };
    let own = |n: usize| VerifierKey::parse(&good.custodians[n].cosign).unwrap();
    assert!(
        !refused(&|r| r.custodians[0].cosign = fresh("new.example", KeyKind::Cosignature)),
        "a new cosigning key under a new name is fine"
    );
    assert!(
        refused(&|r| r.custodians[0].cosign = fresh("new.example", KeyKind::Note)),
        "a log's key does not cosign"
    );
    assert!(
        refused(&|r| r.custodians[0].cosign = fresh(own(1).name(), KeyKind::Cosignature)),
        "a new key under another organisation's key name"
    );
    assert!(
        refused(&|r| r.externals[0].name = r.custodians[2].name.clone()),
        "an outside witness under a custodian's name"
    );
    assert!(
        refused(&|r| r.externals[1].cosign = r.externals[0].cosign.clone()),
        "one outside witness twice"
    );
    assert!(
        refused(&|r| r.custodians[0].sign = own(3).public()),
        "a cosigning key does not sign anything else"
    );
    assert!(
        refused(&|r| r.ticket = own(3).public()),
        "nor let registers in"
    );
    assert!(refused(&|r| r.custodians.clear()), "somebody keeps shares");
    assert!(refused(&|r| r.version = 0), "versions start at 1");
    assert!(refused(&|r| r.version = 2), "a second has a predecessor");
    assert!(refused(&|r| r.previous = [1; 32]), "a first has none");
    assert!(
        !refused(&|r| (r.version, r.previous) = (2, [1; 32])),
        "a second with its predecessor is fine"
    );
    assert!(
        refused(&|r| (r.version, r.previous) = (0, [1; 32])),
        "there is no version 0"
    );
    assert!(
        refused(&|r| r.custodians[0].x_wing.truncate(1215)),
        "an X-Wing key has its length"
    );
    assert!(
        refused(&|r| r.custodians[0].name = " ".into()),
        "an organisation has a name"
    );
}

#[test]
fn who_is_who() {
    let mut r = roster();
    assert_eq!(r.custodian(2).map(|c| c.x), Some(2), "by number");
    assert_eq!(r.custodian(0).map(|c| c.x), None, "0 is nobody");
    assert_eq!(r.custodian(6).map(|c| c.x), None, "nor is 6 of 5");
    assert_eq!(r.by_key(&[7; 32]).map(|c| c.x), None, "an unknown key");
    assert_eq!(r.by_key_hash(&[7; 32]).map(|c| c.x), None, "its hash");
    assert!(!r.is_external("nobody.example"), "an unknown witness");
    r.custodians[4].jurisdiction = format!(" {} ", r.custodians[1].jurisdiction.to_uppercase());
    assert_eq!(
        r.most_in_one_jurisdiction(),
        2,
        "capitals and spaces make no other authority"
    );
    assert_eq!(
        Roster::key_hash(&r.custodians[0].x_wing),
        sha256(&r.custodians[0].x_wing),
        "how cards name a key"
    );
}
