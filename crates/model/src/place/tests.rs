//! Levels of PSGC codes.

use super::Psgc;

#[test]
fn an_area_covers_what_lies_in_it() {
    let barangay = Psgc(401_009_007);
    for area in ["0401009007", "0401009000", "0401000000", "0400000000"] {
        let area: Psgc = area.parse().expect("ten digits");
        assert!(area.covers(barangay), "{area} contains the barangay");
    }
    for area in ["0401009008", "0401010000", "0402100000", "0500000000"] {
        let area: Psgc = area.parse().expect("ten digits");
        assert!(
            !area.covers(barangay),
            "{area} does not contain the barangay"
        );
    }
    assert!(
        "401009007".parse::<Psgc>().is_err(),
        "nine digits are the old code, not this one"
    );
}
