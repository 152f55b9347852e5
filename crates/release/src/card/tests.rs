//! Rules inside a desk card.

use super::*;
use crate::simulator::Parties;

#[test]
fn rules_of_a_card() {
    let p = Parties::new(4, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let good = p.federation.cards().next().unwrap().card.body().clone();
    assert!(good.encode().is_ok(), "the honest card is one");
    let changed = |change: fn(&mut LguCard)| {
        let mut bad = good.clone();
        change(&mut bad);
        bad.encode().is_err()
    };
    assert!(
        changed(|c| c.officers.truncate(1)),
        "p21: one officer is not a desk"
    );
    assert!(
        changed(|c| c.officers[1] = c.officers[0].clone()),
        "p21: one officer twice is not two"
    );
    assert!(
        changed(|c| c.officers[1].x_wing = c.officers[0].x_wing.clone()),
        "officers do not share keys"
    );
    assert!(changed(|c| c.officers.swap(0, 1)), "in key order");
    assert!(changed(|c| c.areas.clear()), "a desk answers for somewhere");
    assert!(changed(|c| c.expires = c.not_before), "valid for some time");
    assert!(
        good.covers(&[Area(401_009_003)]) && !good.covers(&[Area(401_009_003), Area(401_010_003)]),
        "all areas count"
    );
    assert!(
        good.recipient(&Roster::key_hash(&good.officers[1].x_wing))
            .is_some(),
        "found by hash"
    );
    assert!(good.recipient(&Hash32([0; 32])).is_none(), "others are not");
}
