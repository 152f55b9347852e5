//! Saving writes what differs, once, with history; removing and restoring lose nothing.

use crate::testing::{NOW, invented, officer, register};
use crate::{ChangeKind, Filter, RegisterError, Sort};
use ugnay_model::{CaseFile, Facet, Field, PersonId, Value};

#[test]
fn a_saved_card_reads_back_and_survives_closing() {
    let (_dir, path, mut reg) = register();
    let person = invented(1);
    let saved = reg.save_person(&person, &officer(), NOW).expect("saves");
    assert!(saved.change_set.is_some(), "a new card is a change");
    assert!(
        reg.person(person.id).expect("reads") == Some(person.clone()),
        "what was saved reads back the same"
    );
    drop(reg);
    let reg = crate::testing::reopen(&path);
    assert!(
        reg.person(person.id).expect("reads") == Some(person),
        "and still does after closing and opening"
    );
}

#[test]
fn saving_the_same_again_writes_nothing() {
    let (_dir, _path, mut reg) = register();
    let person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    let clock = reg.clock();
    let again = reg
        .save_person(&person, &officer(), NOW + 1)
        .expect("saves");
    assert_eq!(again.change_set, None, "nothing changed, so no change set");
    assert!(again.changed.is_empty(), "and no key");
    assert_eq!(reg.clock(), clock, "and the clock stands");
}

#[test]
fn history_tells_old_and_new_with_source_newest_first() {
    let (_dir, _path, mut reg) = register();
    let mut person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    person.occupation = Some("Nurse".into());
    reg.save_person(&person, &officer(), NOW + 60)
        .expect("saves");
    person.occupation = None;
    reg.save_person(&person, &officer(), NOW + 120)
        .expect("saves");
    let told: Vec<_> = reg
        .history(person.id)
        .expect("reads")
        .into_iter()
        .filter(|e| e.key == Field::Occupation.key())
        .collect();
    let values: Vec<_> = told
        .iter()
        .map(|e| (e.at, e.old.clone(), e.new.clone()))
        .collect();
    let nurse = Some(Value::Text("Nurse".into()));
    let first = Value::from_text(&invented(1).occupation.expect("has one"));
    assert!(
        values
            == vec![
                (NOW + 120, nurse.clone(), None),
                (NOW + 60, first.clone(), nurse),
                (NOW, None, first),
            ],
        "three entries, newest first, each with the value before"
    );
    assert!(
        told.iter()
            .all(|e| e.kind == ChangeKind::Typed && e.detail == "Officer"),
        "every entry names its source"
    );
    assert!(
        told.iter()
            .all(|e| e.stamp.is_some_and(|d| d.device == reg.device_hash())),
        "and the device that wrote it"
    );
}

#[test]
fn removing_hides_and_restoring_brings_all_back() {
    let (_dir, _path, mut reg) = register();
    let person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    reg.remove_person(person.id, &officer(), NOW)
        .expect("removes");
    assert!(
        reg.person(person.id).expect("reads").is_none(),
        "removed is not shown"
    );
    let listed = reg
        .people(&Filter::default(), Sort::Name, 0, 10)
        .expect("lists");
    assert_eq!(listed.total, 0, "nor listed");
    let gone = Filter {
        removed: true,
        ..Filter::default()
    };
    assert_eq!(
        reg.count(&gone).expect("counts"),
        1,
        "but found among the removed"
    );
    assert_eq!(
        reg.save_person(&person, &officer(), NOW),
        Err(RegisterError::Removed),
        "a removed card is not written to by mistake"
    );
    reg.restore_person(person.id, &officer(), NOW)
        .expect("restores");
    assert!(
        reg.person(person.id).expect("reads") == Some(person),
        "restoring brings everything back"
    );
}

#[test]
fn a_case_file_needs_a_card() {
    let (_dir, _path, mut reg) = register();
    let mut file = CaseFile::new(PersonId::from_random([9; 16]));
    file.remarks = Some("anything".into());
    assert_eq!(
        reg.save_case(&file, &officer(), NOW),
        Err(RegisterError::NotFound),
        "notes about nobody are refused"
    );
}

#[test]
fn one_batch_is_one_change_set_even_when_a_person_comes_twice() {
    let (_dir, _path, mut reg) = register();
    let (mut one, two) = (invented(1), invented(2));
    let ((), saved) = reg
        .batch(&officer(), NOW, |b| {
            b.save_person(&one)?;
            b.save_person(&two)?;
            one.nickname = Some("Second".into());
            b.save_person(&one)
        })
        .expect("saves");
    assert!(saved.change_set.is_some(), "one change set");
    let told = reg.history(one.id).expect("reads");
    let nick: Vec<_> = told
        .iter()
        .filter(|e| e.key == Field::Nickname.key())
        .collect();
    assert_eq!(nick.len(), 1, "one entry per key in one change set");
    assert_eq!(nick[0].old, None, "with the value before the whole set");
    assert!(
        nick[0].new == Some(Value::Text("Second".into())),
        "and the last value after it"
    );
    assert!(
        reg.person(one.id).expect("reads") == Some(one.clone()),
        "the later write within the batch holds"
    );
}

#[test]
fn a_failing_batch_leaves_nothing() {
    let (_dir, _path, mut reg) = register();
    let person = invented(1);
    let clock = reg.clock();
    let failed = reg.batch(&officer(), NOW, |b| {
        b.save_person(&person)?;
        b.case_file(person.id)?;
        b.person(invented(2).id)?;
        Err::<(), _>(RegisterError::Cancelled)
    });
    assert_eq!(
        failed.map(|_| ()),
        Err(RegisterError::Cancelled),
        "the error comes through"
    );
    assert!(
        reg.person(person.id).expect("reads").is_none(),
        "nothing was written"
    );
    assert_eq!(reg.clock(), clock, "the clock stands");
    assert_eq!(
        reg.dirty_count().expect("counts"),
        0,
        "nothing waits to be sent"
    );
}

#[test]
fn settling_ends_a_conflict() {
    let (_dir, _path, mut reg) = register();
    let person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    let other = crate::testing::other_device_phone(&reg, person.id);
    reg.merge_records(&[other], &crate::testing::synced(), NOW)
        .expect("merges");
    let conflicts = reg.conflicts(person.id).expect("reads");
    assert_eq!(conflicts.len(), 1, "both phones are alive");
    let (key, values) = conflicts[0].clone();
    assert_eq!(values.len(), 2, "the one shown and the other");
    reg.settle(person.id, key, values[0].clone(), &officer(), NOW)
        .expect("settles");
    assert!(
        reg.conflicts(person.id).expect("reads").is_empty(),
        "settled"
    );
    assert!(
        !reg.person_row(person.id)
            .expect("reads")
            .expect("is there")
            .has_conflict,
        "and the list says so"
    );
    assert!(
        reg.record(person.id, Facet::Card).expect("reads").is_some(),
        "the record stands"
    );
}
