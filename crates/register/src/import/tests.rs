//! An import is all or nothing, tells its progress, and its rows are found again.

use crate::testing::{NOW, import_of, invented, register, rows};
use crate::{Filter, RegisterError};
use core::ops::ControlFlow;

#[test]
fn an_import_tells_progress_and_its_rows_are_found_again() {
    let (_dir, _path, mut reg) = register();
    let import = import_of(1);
    let mut told = Vec::new();
    let made = reg
        .import(&import, rows(&import, 0..5), NOW, |n| {
            told.push(n);
            ControlFlow::Continue(())
        })
        .expect("imports");
    assert_eq!(told, vec![1, 2, 3, 4, 5], "one step per row");
    assert!(made.change_set.is_some(), "one change set");
    assert_eq!(reg.change_sets(10).expect("lists").len(), 1, "and only one");
    assert_eq!(
        reg.change_sets(10).expect("lists")[0].persons,
        5,
        "of five persons"
    );
    let found = reg
        .find_by_provenance("sheet.xlsx", "DITA", 3)
        .expect("finds");
    assert_eq!(found, vec![invented(3).id], "the person of row 3");
    let again = rows(&import, 3..4).next().expect("one").0;
    assert_eq!(
        reg.find_same_card(&again).expect("finds"),
        vec![invented(3).id],
        "the very same card is found"
    );
    let mut other = again;
    other.purok = Some("99".into());
    assert!(
        reg.find_same_card(&other).expect("finds").is_empty(),
        "one that differs in anything is not the same"
    );
}

#[test]
fn cancelling_leaves_nothing() {
    let (_dir, _path, mut reg) = register();
    let import = import_of(1);
    let stop = |n| {
        if n == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    assert_eq!(
        reg.import(&import, rows(&import, 0..5), NOW, stop)
            .map(|m| m.persons),
        Err(RegisterError::Cancelled),
        "the caller stopped it"
    );
    assert_eq!(
        reg.count(&Filter::default()).expect("counts"),
        0,
        "nobody was added"
    );
    assert!(
        reg.imports().expect("lists").is_empty(),
        "no import is noted"
    );
    reg.import(&import, rows(&import, 0..5), NOW, |_| {
        ControlFlow::Continue(())
    })
    .expect("the same import can be made afterwards");
}

#[test]
fn the_same_import_twice_is_refused_and_the_same_rows_add_nothing() {
    let (_dir, _path, mut reg) = register();
    let import = import_of(1);
    let go = |_| ControlFlow::Continue(());
    reg.import(&import, rows(&import, 0..5), NOW, go)
        .expect("imports");
    assert_eq!(
        reg.import(&import, rows(&import, 0..5), NOW, go)
            .map(|m| m.persons),
        Err(RegisterError::ImportExists),
        "its id was used"
    );
    let second = import_of(2);
    let made = reg
        .import(&second, rows(&import, 0..5), NOW, go)
        .expect("imports");
    assert_eq!(
        made.persons, 0,
        "the same rows under the same ids change nothing"
    );
    assert_eq!(made.change_set, None, "so there is nothing to undo");
}
