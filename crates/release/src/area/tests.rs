//! Covering by the digits of the PSGC.

use super::*;

#[test]
fn covering_follows_the_digits() {
    let (region, province, town, barangay) = (
        Area(400_000_000),
        Area(401_000_000),
        Area(401_009_000),
        Area(401_009_017),
    );
    for wide in [region, province, town, barangay] {
        assert!(wide.covers(barangay), "{wide:?} covers the barangay");
    }
    assert!(
        !Area(401_008_000).covers(barangay),
        "the neighbouring town does not"
    );
    assert!(
        !Area(402_100_000).covers(barangay),
        "the neighbouring province does not"
    );
    assert!(!barangay.covers(town), "a part does not cover the whole");
    assert!(!town.covers(province), "a part does not cover the whole");
    assert!(
        barangay.is_barangay() && !town.is_barangay(),
        "only barangays end in other than 000"
    );
    assert!(
        Area(1_999_999_999).covers(Area(1_999_999_999)),
        "the largest code covers itself"
    );
}

#[test]
fn the_drill_ground_is_nobodys_home() {
    assert!(
        Area(4_200_001_001).is_drill() && DRILL_GROUND.is_drill(),
        "its barangays are in it"
    );
    for real in [
        401_009_007u32,
        1_380_100_001,
        4_200_002_001,
        4_200_000_000,
        1_900_000_000,
    ] {
        assert!(!Area(real).is_drill(), "{real} is not");
    }
    assert!(!Area(4_200_000_000).is_drill(), "nor what lies around it");
}
