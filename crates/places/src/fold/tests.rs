//! Folding and the edit distance.

use super::*;

#[test]
fn folding_drops_case_marks_and_punctuation() {
    assert_eq!(
        fold("  NIÑA  d’Été "),
        "nina d ete",
        "marks and punctuation carry no meaning in a search"
    );
    assert_eq!(
        squash("K.S.A."),
        "ksa",
        "initials with and without dots are the same name"
    );
    assert_eq!(fold("＋６３"), "63", "full-width digits are digits");
}

#[test]
fn a_swap_of_neighbours_is_one_edit() {
    assert!(
        edit_distance_at_most("dubai", "dubia", 1),
        "a transposition is the commonest typing slip"
    );
    assert!(
        edit_distance_at_most("kwait", "kuwait", 1),
        "one letter missing"
    );
    assert!(
        !edit_distance_at_most("oman", "iran", 1),
        "two letters differ"
    );
    assert!(edit_distance_at_most("", "", 0), "nothing equals nothing");
}

proptest::proptest! {
    #[test]
    fn one_slip_is_told_as_the_table_tells_it(a in "[abñ]{0,6}", b in "[abñ]{0,6}") {
        proptest::prop_assert_eq!(
            edit_distance_at_most(&a, &b, 1),
            by_table(&a, &b, 1),
            "the quick way and the slow one agree on {:?} and {:?}", a, b
        );
    }
}
