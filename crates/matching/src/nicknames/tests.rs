//! The table's shape and a few certain entries.

use super::{GROUPS, is_generic, others, related};
use crate::text::fold;

#[test]
fn relations_hold_both_ways() {
    for (a, b) in [
        ("rowena", "weng"),
        ("elizabeth", "beth"),
        ("roberto", "bert"),
        ("francisco", "kiko"),
        ("markjoseph", "mj"),
        ("mohammad", "muhammad"),
    ] {
        assert!(
            related(a, b) && related(b, a),
            "{a} and {b} stand for each other"
        );
    }
    assert!(
        !related("roberto", "rogelio"),
        "two names of brothers are not one name"
    );
}

#[test]
fn the_table_is_folded_and_groups_have_two_forms() {
    for line in GROUPS.lines() {
        assert_eq!(
            fold(line),
            line,
            "a form that is not folded would never be found"
        );
        assert!(line.contains(' '), "a group of one says nothing");
    }
}

#[test]
fn generic_nicknames_name_nobody() {
    assert!(
        is_generic("boy") && !is_generic("weng"),
        "Boy may be anybody, Weng is Rowena"
    );
    assert!(
        others("nene").is_empty(),
        "a generic nickname has no full form"
    );
}
