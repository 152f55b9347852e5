//! The lists are closed.

use super::*;

#[test]
fn no_purpose_of_enforcement_exists() {
    let known: Vec<u8> = (0..=255)
        .filter(|b| Purpose::from_byte(*b).is_ok())
        .collect();
    assert_eq!(known, [1, 2, 3, 4, 5, 6], "six purposes and no more");
    let words = [
        "enforce",
        "police",
        "deport",
        "immigration",
        "other",
        "return",
        "tax",
        "military",
        "intelligence",
    ];
    for purpose in Purpose::ALL {
        assert!(
            words.iter().all(|w| !purpose.code().contains(w)),
            "{} helps people only",
            purpose.code()
        );
        assert_eq!(
            Purpose::from_byte(*purpose as u8),
            Ok(*purpose),
            "numbers read back"
        );
    }
    assert_eq!(Hazard::ALL.len(), 6, "six hazards");
}
