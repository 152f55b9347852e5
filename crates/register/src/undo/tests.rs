//! Undo brings back what was shown, removes what was added, keeps and names what changed since; erasure leaves nothing.

use crate::testing::{NOW, import_of, invented, officer, register, reopen, rows};
use crate::{ChangeSetId, Filter, Register, RegisterError, Sort};
use core::ops::ControlFlow;
use proptest::prelude::*;
use ugnay_model::{Facet, Field, Person};

#[test]
fn undo_sets_a_value_back_and_undoing_that_redoes() {
    let (_dir, _path, mut reg) = register();
    let mut person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    let first = person.clone();
    person.employer = Some("Another house".into());
    let set = reg
        .save_person(&person, &officer(), NOW)
        .expect("saves")
        .change_set
        .expect("a change");
    let undone = reg.undo(set, "Officer", NOW).expect("undoes");
    assert!(
        reg.person(first.id).expect("reads") == Some(first),
        "as before"
    );
    assert_eq!(undone.restored, 1, "one value");
    assert!(undone.kept.is_empty(), "nothing stood in the way");
    assert_eq!(
        reg.undo(set, "Officer", NOW),
        Err(RegisterError::NotUndoable),
        "not twice"
    );
    reg.undo(undone.change_set.expect("a change"), "Officer", NOW)
        .expect("redoes");
    assert!(
        reg.person(person.id).expect("reads") == Some(person),
        "as after"
    );
    assert!(
        reg.undo(set, "Officer", NOW).is_ok(),
        "and what was redone can be undone again"
    );
}

/// Somebody with a third employer, and the set of changes in which she got the second, and a nickname.
fn employed(reg: &mut Register) -> (Person, ChangeSetId) {
    let mut person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    person.employer = Some("Second".into());
    person.nickname = Some("Bing".into());
    let saved = reg.save_person(&person, &officer(), NOW).expect("saves");
    person.employer = Some("Third".into());
    reg.save_person(&person, &officer(), NOW).expect("saves");
    (person, saved.change_set.expect("a change"))
}

#[test]
fn undo_keeps_what_was_changed_since_and_says_so() {
    let (_dir, _path, mut reg) = register();
    let (person, set) = employed(&mut reg);
    let undone = reg.undo(set, "Officer", NOW).expect("undoes");
    assert_eq!(
        undone.kept,
        vec![(person.id, Field::Employer.key())],
        "the employer changed since, so it is kept and named"
    );
    let now = reg.person(person.id).expect("reads").expect("is there");
    assert_eq!(
        now.employer.as_deref(),
        Some("Third"),
        "the later value stands"
    );
    assert_eq!(now.nickname, None, "the untouched one is set back");
}

#[test]
fn undoing_an_import_removes_exactly_what_it_added() {
    let (_dir, _path, mut reg) = register();
    let here = invented(900);
    reg.save_person(&here, &officer(), NOW).expect("saves");
    let import = import_of(1);
    let made = reg
        .import(&import, rows(&import, 0..20), NOW, |_| {
            ControlFlow::Continue(())
        })
        .expect("imports");
    assert_eq!(made.persons, 20, "all rows are new");
    let mut touched = invented(3);
    touched.nickname = Some("Touched".into());
    reg.save_person(&touched, &officer(), NOW).expect("saves");
    let undone = reg.undo_import(import.id, "Officer", NOW).expect("undoes");
    assert_eq!(
        undone.removed.len(),
        19,
        "all but the one somebody worked on"
    );
    assert!(
        undone.kept.contains(&(touched.id, Field::Nickname.key())),
        "which is named with what was changed"
    );
    let left = reg
        .people(&Filter::default(), Sort::Name, 0, 100)
        .expect("lists");
    let mut ids: Vec<_> = left.rows.iter().map(|r| r.id).collect();
    ids.sort();
    let mut expected = vec![here.id, touched.id];
    expected.sort();
    assert_eq!(
        ids, expected,
        "the person from before and the touched one stay"
    );
    assert!(
        reg.imports().expect("lists")[0].undone,
        "the import is marked"
    );
    reg.undo(undone.change_set.expect("a change"), "Officer", NOW)
        .expect("redoes");
    assert_eq!(
        reg.count(&Filter::default()).expect("counts"),
        21,
        "redo brings all back"
    );
    assert!(
        !reg.imports().expect("lists")[0].undone,
        "and the mark goes"
    );
}

#[test]
fn unknown_sets_are_refused() {
    let (_dir, _path, mut reg) = register();
    assert_eq!(
        reg.undo(ChangeSetId(77), "Officer", NOW),
        Err(RegisterError::NotFound),
        "there is no such set"
    );
}

#[test]
fn erasing_leaves_no_value_no_history_and_no_word() {
    let (_dir, path, mut reg) = register();
    let mut person = invented(1);
    person.surname = "Erasablename".into();
    reg.save_person(&person, &officer(), NOW).expect("saves");
    let import = import_of(9);
    let (_, mut file) = rows(&import, 1..2).next().expect("one");
    file.id = person.id;
    file.remarks = Some("Erasableremark".into());
    reg.save_case(&file, &officer(), NOW).expect("saves");
    assert!(
        reg.pages_holding("Erasable") >= 5,
        "before, records, history, row and words hold it"
    );
    reg.erase_person(person.id, "Officer", NOW).expect("erases");
    assert!(reg.person(person.id).expect("reads").is_none(), "not shown");
    for facet in [Facet::Card, Facet::Case] {
        let cbor = reg
            .record(person.id, facet)
            .expect("reads")
            .expect("a mark stays")
            .to_cbor();
        let text = String::from_utf8_lossy(&cbor).into_owned();
        assert!(!text.contains("Erasable"), "the record holds no value");
    }
    assert!(
        reg.history(person.id)
            .expect("reads")
            .iter()
            .all(|e| e.old.is_none() && e.lost.is_none()),
        "history has forgotten every earlier value"
    );
    assert!(
        reg.fts_prefix("erasable", 10).expect("finds").is_empty(),
        "no word finds it"
    );
    let row = reg
        .person_row(person.id)
        .expect("reads")
        .expect("a mark stays");
    assert!(row.erased && row.surname.is_empty(), "the row is blank");
    assert_eq!(
        reg.pages_holding("Erasable"),
        0,
        "no page of the database holds it any more"
    );
    drop(reg);
    let reg = reopen(&path);
    assert_eq!(reg.pages_holding("Erasable"), 0, "nor after opening again");
}

#[test]
fn an_erasure_cannot_be_undone() {
    let (_dir, _path, mut reg) = register();
    let person = invented(1);
    let made = reg.save_person(&person, &officer(), NOW).expect("saves");
    let set = reg.erase_person(person.id, "Officer", NOW).expect("erases");
    assert_eq!(
        reg.undo(set, "Officer", NOW),
        Err(RegisterError::NotUndoable),
        "erased is erased"
    );
    reg.undo(made.change_set.expect("a change"), "Officer", NOW)
        .expect("does nothing");
    assert!(
        reg.person(person.id).expect("reads").is_none(),
        "undoing the entry does not bring it back"
    );
}

fn edit(person: &mut Person, what: u8) {
    match what % 5 {
        0 => person.employer = Some(format!("House {what}")),
        1 => person.nickname = None,
        2 => person.phones.clear(),
        3 => person.contacts.clear(),
        _ => person.sea_based = !person.sea_based,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Undoing all sets, newest first, leaves the card as the first save made it.
    #[test]
    fn undoing_everything_newest_first_goes_back_to_the_first_card(edits in prop::collection::vec(any::<u8>(), 0..8)) {
        let (_dir, _path, mut reg) = register();
        let first = invented(1);
        reg.save_person(&first, &officer(), NOW).expect("saves");
        let mut person = first.clone();
        let mut sets = Vec::new();
        for what in edits {
            edit(&mut person, what);
            sets.extend(reg.save_person(&person, &officer(), NOW).expect("saves").change_set);
        }
        for set in sets.into_iter().rev() {
            let undone = reg.undo(set, "Officer", NOW).expect("undoes");
            prop_assert!(undone.kept.is_empty(), "newest first, nothing stands in the way");
        }
        prop_assert!(reg.person(first.id).expect("reads") == Some(first), "back at the first card");
    }
}

#[test]
fn a_preview_says_what_undo_does_and_writes_nothing() {
    let (_dir, path, mut reg) = register();
    let (person, set) = employed(&mut reg);
    let sets = reg.change_sets(10).expect("lists");
    let clock = reg.clock();
    let seen = reg.undo_preview(set).expect("looks");
    assert_eq!(
        (seen.restored, seen.kept.len()),
        (1, 1),
        "one value comes back, the one changed since stays"
    );
    assert!(
        reg.person(person.id).expect("reads") == Some(person.clone()),
        "nothing was written"
    );
    assert_eq!(
        (reg.change_sets(10).expect("lists"), reg.clock()),
        (sets, clock),
        "and nothing noted"
    );
    drop(reg);
    let mut reg = reopen(&path);
    let done = reg.undo(set, "Officer", NOW).expect("undoes");
    assert_eq!(
        (done.restored, done.kept),
        (seen.restored, seen.kept),
        "what was foreseen is what happens"
    );
    assert_eq!(
        reg.undo_preview(set),
        Err(RegisterError::NotUndoable),
        "what is undone is not undone again"
    );
}

#[test]
fn actions_are_listed_in_pages_with_whom_they_touched() {
    let (_dir, _path, mut reg) = register();
    let import = import_of(1);
    reg.import(&import, rows(&import, 0..5), NOW, |_| {
        ControlFlow::Continue(())
    })
    .expect("imports");
    for n in 0..4 {
        let mut person = invented(n);
        person.nickname = Some("Bing".into());
        reg.save_person(&person, &officer(), NOW + i64::from(n))
            .expect("saves");
    }
    let all = reg.change_sets(10).expect("lists");
    let first = reg.change_sets(2).expect("lists");
    let rest = reg.change_sets_before(first[1].id, 10).expect("lists");
    assert_eq!(
        first.into_iter().chain(rest).collect::<Vec<_>>(),
        all,
        "pages put together are the list"
    );
    assert_eq!(
        reg.change_set(all[1].id).expect("finds"),
        all[1],
        "one by its id"
    );
    assert_eq!(
        reg.change_set(ChangeSetId(999)),
        Err(RegisterError::NotFound),
        "none by another"
    );
    let typed = reg.touched(all[0].id, 10).expect("reads");
    assert_eq!(typed.len(), 1, "one person");
    assert_eq!(
        (typed[0].added, typed[0].keys.clone()),
        (false, vec![Field::Nickname.key()]),
        "the field that was written"
    );
    assert!(
        typed[0].writers.contains(&reg.device_hash()),
        "written here"
    );
    let brought = reg.touched(all[4].id, 3).expect("reads");
    assert_eq!(brought.len(), 3, "no more than asked for");
    assert!(brought.iter().all(|t| t.added), "an import adds");
}
