//! Devices that exchange records end up alike; nothing pushed is forgotten, nothing lost goes untold, jumps are refused.

use crate::testing::{
    KEY, NOW, invented, new_register, officer, other_device_phone, phone, register, rng, synced,
};
use crate::{Filter, Register};
use proptest::prelude::*;
use tempfile::TempDir;
use ugnay_model::{DeviceHash, Dot, Facet, Field, MAX_JUMP, Person, Record, Value};

fn device(seed: u64) -> (TempDir, Register) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("reg");
    let reg = Register::create_with_key(&path, &KEY, &new_register(), NOW, &mut rng(seed))
        .expect("creates");
    (dir, reg)
}

fn send(from: &mut Register, to: &mut Register) {
    let dirty = from.dirty_records(1000).expect("reads");
    let records: Vec<_> = dirty.iter().map(|d| d.record.clone()).collect();
    to.merge_records(&records, &synced(), NOW).expect("merges");
    let pushed: Vec<_> = dirty
        .iter()
        .map(|d| (d.record.person, d.record.facet, d.version))
        .collect();
    from.mark_pushed(&pushed).expect("marks");
}

#[test]
fn a_saved_record_waits_until_pushed_and_again_when_changed() {
    let (_dir, _path, mut reg) = register();
    let mut person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    let dirty = reg.dirty_records(10).expect("reads");
    assert_eq!(dirty.len(), 1, "one facet was written");
    person.purok = Some("9".into());
    reg.save_person(&person, &officer(), NOW).expect("saves");
    let id = (person.id, Facet::Card, dirty[0].version);
    reg.mark_pushed(&[id]).expect("marks");
    assert_eq!(
        reg.dirty_count().expect("counts"),
        1,
        "it changed while being pushed"
    );
    let dirty = reg.dirty_records(10).expect("reads");
    reg.mark_pushed(&[(person.id, Facet::Card, dirty[0].version)])
        .expect("marks");
    assert_eq!(
        reg.dirty_count().expect("counts"),
        0,
        "now the buffer has it"
    );
    reg.mark_all_dirty().expect("marks");
    assert_eq!(
        reg.dirty_count().expect("counts"),
        1,
        "a new epoch sends all again"
    );
}

#[test]
fn merging_tells_new_changed_and_conflicts_and_twice_changes_nothing() {
    let (_dir, _path, mut reg) = register();
    let person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    let other = other_device_phone(&reg, person.id);
    let mut stranger = Record::new(invented(2).id, Facet::Card);
    let dot = Dot {
        lamport: 1,
        device: DeviceHash([3; 32]),
    };
    stranger.apply(invented(2).values(), dot);
    let both = [other, stranger];
    let told = reg.merge_records(&both, &synced(), NOW).expect("merges");
    assert_eq!(told.new, vec![invented(2).id], "one was not known");
    assert_eq!(told.changed, vec![person.id], "one changed");
    assert_eq!(told.conflicts, vec![person.id], "with two phones alive");
    assert!(
        reg.clock().time() >= both[0].latest(),
        "the clock has seen the stamps"
    );
    let again = reg.merge_records(&both, &synced(), NOW).expect("merges");
    assert_eq!(again.change_set, None, "the same again is no change");
    let waiting: Vec<_> = reg
        .dirty_records(10)
        .expect("reads")
        .iter()
        .map(|d| d.record.person)
        .collect();
    assert_eq!(
        waiting,
        vec![person.id],
        "only the one that differs from the buffer's waits"
    );
}

#[test]
fn a_stamp_too_far_ahead_is_refused_alone() {
    let (_dir, _path, mut reg) = register();
    let jump = |ahead: u64, n: u32, reg: &Register| {
        let mut r = Record::new(invented(n).id, Facet::Card);
        let dot = Dot {
            lamport: reg.clock().time() + ahead,
            device: DeviceHash([3; 32]),
        };
        r.apply(invented(n).values(), dot);
        r
    };
    let batch = [
        jump(MAX_JUMP, 1, &reg),
        jump(MAX_JUMP + 1, 2, &reg),
        jump(2 * MAX_JUMP, 3, &reg),
    ];
    let told = reg.merge_records(&batch, &synced(), NOW).expect("merges");
    assert_eq!(
        told.new,
        vec![invented(1).id],
        "the farthest allowed is taken"
    );
    assert_eq!(
        told.refused.len(),
        2,
        "the others are not, though the first moved the clock"
    );
    assert!(
        reg.person(invented(2).id).expect("reads").is_none(),
        "nothing of them stands"
    );
}

#[test]
fn the_loser_of_a_merge_is_kept_as_history_on_both_sides() {
    let ((_d1, mut a), (_d2, mut b)) = (device(1), device(2));
    let person = invented(1);
    a.save_person(&person, &officer(), NOW).expect("saves");
    send(&mut a, &mut b);
    let edit = |reg: &mut Register, employer: &str| {
        let mut p: Person = reg.person(person.id).expect("reads").expect("is there");
        p.employer = Some(employer.into());
        reg.save_person(&p, &officer(), NOW).expect("saves");
    };
    edit(&mut a, "House A");
    edit(&mut b, "House B");
    let (from_a, from_b) = (
        a.record(person.id, Facet::Card)
            .expect("reads")
            .expect("is there"),
        b.record(person.id, Facet::Card)
            .expect("reads")
            .expect("is there"),
    );
    a.merge_records(std::slice::from_ref(&from_b), &synced(), NOW)
        .expect("merges");
    b.merge_records(std::slice::from_ref(&from_a), &synced(), NOW)
        .expect("merges");
    assert!(
        a.record(person.id, Facet::Card) == b.record(person.id, Facet::Card),
        "both sides agree"
    );
    for reg in [&a, &b] {
        let told = reg.history(person.id).expect("reads");
        let values: Vec<Value> = told
            .iter()
            .filter(|e| e.key == Field::Employer.key())
            .flat_map(|e| [e.old.clone(), e.new.clone(), e.lost.clone()])
            .flatten()
            .collect();
        for house in ["House A", "House B"] {
            assert!(
                values.contains(&Value::Text(house.into())),
                "{house} is told on both sides"
            );
        }
    }
    let before =
        a.history(person.id).expect("reads").len() + b.history(person.id).expect("reads").len();
    a.merge_records(&[from_a.clone(), from_b.clone()], &synced(), NOW)
        .expect("merges");
    b.merge_records(&[from_a, from_b], &synced(), NOW)
        .expect("merges");
    let after =
        a.history(person.id).expect("reads").len() + b.history(person.id).expect("reads").len();
    assert_eq!(before, after, "an old copy that comes again is no new loss");
}

#[test]
fn an_erasure_erases_on_the_other_device_too() {
    let ((_d1, mut a), (_d2, mut b)) = (device(1), device(2));
    let mut person = invented(1);
    person.surname = "Erasablename".into();
    a.save_person(&person, &officer(), NOW).expect("saves");
    send(&mut a, &mut b);
    assert!(b.pages_holding("Erasable") > 0, "the other device has it");
    a.erase_person(person.id, "Officer", NOW).expect("erases");
    send(&mut a, &mut b);
    assert_eq!(
        b.pages_holding("Erasable"),
        0,
        "and has nothing of it any more"
    );
}

#[derive(Clone, Debug)]
enum Step {
    Save { at: usize, who: u32, what: u8 },
    Remove { at: usize, who: u32 },
    Send { from: usize, to: usize },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..3_usize, 0..3_u32, any::<u8>()).prop_map(|(at, who, what)| Step::Save { at, who, what }),
        1 => (0..3_usize, 0..3_u32).prop_map(|(at, who)| Step::Remove { at, who }),
        3 => (0..3_usize, 0..3_usize).prop_map(|(from, to)| Step::Send { from, to }),
    ]
}

fn play(devices: &mut [(TempDir, Register)], s: &Step) {
    match *s {
        Step::Save { at, who, what } => {
            let reg = &mut devices[at].1;
            let known = reg.person(invented(who).id).expect("reads");
            let mut p = known.unwrap_or_else(|| invented(who));
            match what % 3 {
                0 => p.phones = vec![phone(&format!("+63917{what:07}"))],
                1 => p.employer = Some(format!("House {what}")),
                _ => p.contacts.clear(),
            }
            // A removed person is not saved to; that is not what is tried here.
            let _ = reg.save_person(&p, &officer(), NOW);
        }
        Step::Remove { at, who } => {
            let _ = devices[at]
                .1
                .remove_person(invented(who).id, &officer(), NOW);
        }
        Step::Send { from, to } if from != to => {
            let records = devices[from].1.all_records().expect("reads");
            devices[to]
                .1
                .merge_records(&records, &synced(), NOW)
                .expect("merges");
        }
        Step::Send { .. } => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn devices_that_have_heard_of_everything_are_alike(steps in prop::collection::vec(step(), 1..25)) {
        let mut devices: Vec<_> = (1..4).map(device).collect();
        for s in &steps {
            play(&mut devices, s);
        }
        for _ in 0..2 {
            for (from, to) in [(0, 1), (1, 2), (2, 0), (0, 1)] {
                play(&mut devices, &Step::Send { from, to });
            }
        }
        let records: Vec<_> = devices.iter().map(|d| d.1.all_records().expect("reads")).collect();
        prop_assert!(records[0] == records[1] && records[1] == records[2], "the same records");
        let lists: Vec<_> = devices
            .iter()
            .map(|d| {
                let mut rows = d.1.people(&Filter::default(), crate::Sort::Name, 0, 100).expect("lists").rows;
                rows.sort_by_key(|r| r.id);
                rows
            })
            .collect();
        prop_assert!(lists[0] == lists[1] && lists[1] == lists[2], "the same lists");
    }
}
