//! Distances against known values and the laws they must keep.

use super::{alike, edits, edits_to_prefix, jaro_winkler};

#[test]
fn known_distances() {
    for (a, b, d) in [
        ("maria", "maria", 0),
        ("nestor", "nstor", 1),
        ("javier", "javire", 1),
        ("rene", "reene", 1),
        ("kitten", "sitting", 3),
        ("", "ab", 2),
    ] {
        assert_eq!(edits(a, b, 5), Some(d), "{a} to {b} is known");
    }
    assert_eq!(
        edits("kitten", "sitting", 2),
        None,
        "beyond the limit there is no answer"
    );
}

#[test]
fn beginnings() {
    assert_eq!(
        edits_to_prefix("magpan", "magpantay", 1),
        Some(0),
        "a true beginning is at distance 0"
    );
    assert_eq!(
        edits_to_prefix("magapn", "magpantay", 1),
        Some(1),
        "a slip in the beginning counts once"
    );
    assert_eq!(
        edits_to_prefix("busk", "magpantay", 1),
        None,
        "an unrelated beginning is none"
    );
}

#[test]
fn jaro_winkler_textbook_values() {
    for (a, b, s) in [
        ("martha", "marhta", 0.961),
        ("dixon", "dicksonx", 0.813),
        ("dwayne", "duane", 0.84),
    ] {
        assert!(
            (jaro_winkler(a, b) - s).abs() < 0.001,
            "{a} and {b} are Winkler's own examples"
        );
    }
}

proptest::proptest! {
    #[test]
    fn laws(a in "[a-d]{0,70}", b in "[a-d]{0,70}") {
        proptest::prop_assert_eq!(edits(&a, &b, 70), edits(&b, &a, 70), "distance has no direction");
        let (x, y) = (jaro_winkler(&a, &b), jaro_winkler(&b, &a));
        proptest::prop_assert!((x - y).abs() < 0.2 && (0.0..=1.0).contains(&x), "similarity stays within 0 and 1");
        proptest::prop_assert!(edits_to_prefix(&a, &b, 80).unwrap_or(usize::MAX) <= edits(&a, &b, 80).unwrap_or(usize::MAX), "a beginning is never farther than the whole");
    }

    #[test]
    fn alike_is_what_the_similarity_says(a in "[a-k]{0,12}", b in "[a-k]{0,12}", tail in "[a-c]{0,6}", least in 0.0..1.0f64) {
        for (x, y) in [(a.clone(), b.clone()), (format!("{a}{tail}"), format!("{b}{tail}"))] {
            let similarity = jaro_winkler(&x, &y);
            for bar in [least, 0.84, similarity] {
                proptest::prop_assert_eq!(alike(&x, &y, bar), similarity >= bar, "the short way says the same");
            }
        }
    }

    #[test]
    fn a_limit_changes_no_distance_within_it(a in "[a-f]{0,9}", b in "[a-f]{0,9}", limit in 0usize..4) {
        let whole = edits(&a, &b, 18);
        proptest::prop_assert_eq!(edits(&a, &b, limit), whole.filter(|d| *d <= limit), "what is given up early is farther");
    }

    #[test]
    fn one_slip_is_found_as_by_the_table(a in "[a-c]{0,8}", b in "[a-c]{0,9}") {
        let table = |limit| {
            let least = |prefix: usize| edits(&a, &b[..prefix], 9).unwrap_or(usize::MAX);
            let begun = (0..=b.len()).map(least).min().unwrap_or(usize::MAX);
            (edits(&a, &b, 9).filter(|d| *d <= limit), Some(begun).filter(|d| *d <= limit))
        };
        let found = (edits(&a, &b, 1), edits_to_prefix(&a, &b, 1));
        proptest::prop_assert_eq!(found, table(1), "the short way is the long one");
    }
}
