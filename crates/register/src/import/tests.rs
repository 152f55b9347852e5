//! An import is all or nothing, tells its progress, and its rows are found again.

use crate::testing::{NOW, import_of, invented, register, reopen, rows};
use crate::{Beside, Filter, ImportFix, NewImport, Register, RegisterError};
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
    let mut spelt = again.clone();
    let of_contacts = spelt.contacts.iter_mut().flat_map(|c| &mut c.phones);
    for phone in spelt.phones.iter_mut().chain(of_contacts) {
        phone.typed = format!("tel. {}", phone.typed);
    }
    assert_eq!(
        reg.find_same_card(&spelt).expect("finds"),
        vec![invented(3).id],
        "a number that was read is the same number, typed in another way"
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

fn with_corrections() -> NewImport {
    let fix = ImportFix {
        shape: "shape".to_owned(),
        row: [1; 8],
        place: "CP No.".to_owned(),
        was: "0917 12".to_owned(),
        now: "0917 555 1234".to_owned(),
        person: invented(1).id,
        at: NOW,
    };
    NewImport {
        beside: Beside {
            kept: vec![fix],
            forgotten: Vec::new(),
            states: vec![("import/mapping".to_owned(), b"{}".to_vec())],
        },
        ..import_of(1)
    }
}

/// People, imports, corrections and states of an import that stand in a register.
fn standing(reg: &Register) -> (u64, usize, usize, bool) {
    (
        reg.count(&Filter::default()).expect("counts"),
        reg.imports().expect("lists").len(),
        reg.import_fixes("shape").expect("lists").len(),
        reg.state("import/mapping").expect("reads").is_some(),
    )
}

/// The register as a kill at this instant leaves it: its files, copied.
fn killed(path: &std::path::Path) -> (tempfile::TempDir, Register) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let copy = dir.path().join("reg");
    std::fs::create_dir(&copy).expect("a folder");
    for file in std::fs::read_dir(path).expect("lists").flatten() {
        std::fs::copy(file.path(), copy.join(file.file_name())).expect("copies");
    }
    let reg = reopen(&copy);
    (dir, reg)
}

#[test]
fn a_kill_leaves_the_people_with_their_corrections_or_neither() {
    let (_dir, path, mut reg) = register();
    let import = with_corrections();
    let mut seen = Vec::new();
    reg.import(&import, rows(&import, 0..40), NOW, |_| {
        let (_copy, left) = killed(&path);
        seen.push(standing(&left));
        ControlFlow::Continue(())
    })
    .expect("imports");
    assert_eq!(seen.len(), 40, "a kill after every row");
    assert!(
        seen.iter().all(|s| *s == (0, 0, 0, false)),
        "before the end nothing of it stands, the corrections neither"
    );
    let (_copy, left) = killed(&path);
    assert_eq!(
        standing(&left),
        (40, 1, 1, true),
        "after it everything does"
    );
}

#[test]
fn a_stopped_import_keeps_no_correction() {
    let (_dir, _path, mut reg) = register();
    let import = with_corrections();
    let stopped = reg.import(
        &import,
        rows(&import, 0..5),
        NOW,
        |_| ControlFlow::Break(()),
    );
    assert_eq!(
        stopped.map(|m| m.persons),
        Err(RegisterError::Cancelled),
        "the caller stopped it"
    );
    assert_eq!(
        standing(&reg),
        (0, 0, 0, false),
        "nothing is kept of what was not brought in"
    );
}
