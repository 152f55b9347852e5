//! An erasure wins over whatever other devices wrote without knowing of it, reaches every entry that is the same person, ends
//! alike everywhere, and leaves nothing to read: not in a table, not in a page, not in a copy of the whole database in the clear.

use crate::testing::{
    KEY, NOW, invented, new_register, officer, other_device_phone, phone, register, rng, synced,
};
use crate::{Draft, DraftId, Filter, Register, Sort};
use proptest::prelude::*;
use rusqlite::config::DbConfig;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tempfile::TempDir;
use ugnay_model::{CaseFile, Field, Note, Person, PersonId, Record, Value};

/// What is written about the person who is erased, and about nobody else.
const CANARIES: [&str; 7] = [
    "Canarysurname",
    "Canarynick",
    "639170009911",
    "639980009911",
    "Canarymother",
    "Canaryremark",
    "Canarydraft",
];

fn device(n: u64) -> (TempDir, Register) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("reg");
    let reg = Register::create_with_key(&path, &KEY, &new_register(), NOW, &mut rng(n));
    (dir, reg.expect("creates"))
}

fn send(from: &Register, to: &mut Register) {
    let records = from.all_records().expect("reads");
    to.merge_records(&records, &synced(), NOW).expect("merges");
}

fn exchange(a: &mut Register, b: &mut Register) {
    for _ in 0..2 {
        send(a, b);
        send(b, a);
    }
}

fn canary(n: u32) -> (Person, CaseFile) {
    let mut p = invented(n);
    p.surname = "Canarysurname".into();
    p.nickname = Some("Canarynick".into());
    p.phones = vec![phone("+639170009911")];
    p.contacts[0].name = "Canarymother".into();
    p.contacts[0].phones = vec![phone("+639980009911")];
    let mut file = CaseFile::new(p.id);
    file.remarks = Some("Canaryremark".into());
    (p, file)
}

fn keep(reg: &mut Register, n: u32) -> PersonId {
    let (p, file) = canary(n);
    reg.save_person(&p, &officer(), NOW).expect("saves");
    reg.save_case(&file, &officer(), NOW).expect("saves");
    let draft = Draft {
        id: DraftId([4; 16]),
        person: Some(p.id),
        at: NOW,
        form: b"{\"surname\": \"Canarydraft\"}".to_vec(),
    };
    reg.put_draft(&draft).expect("kept");
    p.id
}

/// The whole database as a plain file, as a thief with the key would make it.
fn in_the_clear(reg: &Register, at: &Path) -> Vec<u8> {
    let name = at.display().to_string();
    // The connection makes no files of its own accord; an empty one is an empty database.
    std::fs::write(at, b"").expect("an empty file");
    reg.conn
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .expect("a copy writes the schema of the words' index as well");
    reg.conn
        .execute("ATTACH DATABASE ?1 AS plain KEY ''", [&name])
        .expect("attached");
    reg.conn
        .query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(()))
        .expect("copied");
    reg.conn
        .execute("DETACH DATABASE plain", [])
        .expect("detached");
    std::fs::read(at).expect("the copy is there")
}

fn holds(bytes: &[u8], text: &str) -> bool {
    let all = String::from_utf8_lossy(bytes).to_lowercase();
    all.contains(&text.to_lowercase())
}

fn nothing_left(reg: &Register, why: &str) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let plain = in_the_clear(reg, &dir.path().join("plain.db"));
    for text in CANARIES {
        assert_eq!(reg.pages_holding(text), 0, "{why}: no table holds {text}");
        assert!(!holds(&plain, text), "{why}: no page holds {text}");
    }
}

#[test]
fn a_copy_in_the_clear_holds_nothing_of_who_was_erased() {
    let (_dir, _path, mut reg) = register();
    reg.save_person(&invented(2), &officer(), NOW)
        .expect("saves");
    let id = keep(&mut reg, 1);
    let dir = tempfile::tempdir().expect("a temporary folder");
    let before = in_the_clear(&reg, &dir.path().join("before.db"));
    for text in CANARIES {
        assert!(
            holds(&before, text),
            "the search finds {text} while it is there, so that finding nothing means something"
        );
    }
    reg.erase_person(id, "Officer", NOW).expect("erases");
    nothing_left(&reg, "erased");
    let all = reg
        .people(&Filter::default(), Sort::Name, 0, 10)
        .expect("lists");
    assert_eq!(all.total, 1, "the other one is untouched");
}

#[test]
fn a_change_that_did_not_know_of_the_erasure_does_not_survive_it() {
    let ((_d1, mut a), (_d2, mut b)) = (device(1), device(2));
    let id = keep(&mut a, 1);
    send(&a, &mut b);
    a.erase_person(id, "Officer", NOW).expect("erases");
    // Later by the clock, and in a field that keeps what was written at the same time.
    for round in 0..5 {
        let mut p = b.person(id).expect("reads").expect("there");
        p.phones = vec![
            phone("+639170009911"),
            phone(&format!("+63917000000{round}")),
        ];
        p.nickname = Some(format!("Canarynick {round}"));
        b.save_person(&p, &officer(), NOW).expect("saves");
    }
    exchange(&mut a, &mut b);
    for reg in [&a, &b] {
        nothing_left(reg, "the erasure wins");
        let row = reg.person_row(id).expect("reads");
        assert!(row.is_some_and(|r| r.erased), "and nobody is listed");
    }
    assert!(
        a.all_records().expect("reads") == b.all_records().expect("reads"),
        "both ended alike"
    );
}

#[test]
fn an_old_copy_that_comes_late_is_erased_too() {
    let (_dir, _path, mut reg) = register();
    let id = keep(&mut reg, 1);
    let old: Vec<Record> = reg.all_records().expect("reads");
    let late = other_device_phone(&reg, id);
    reg.erase_person(id, "Officer", NOW).expect("erases");
    reg.merge_records(&old, &synced(), NOW).expect("merges");
    reg.merge_records(&[late], &synced(), NOW).expect("merges");
    nothing_left(&reg, "what comes late goes as well");
    assert_eq!(reg.pages_holding("639170000000"), 0, "also what was new");
    let sets = reg.change_sets(100).expect("lists").len();
    let own = reg.all_records().expect("reads");
    reg.merge_records(&own, &synced(), NOW).expect("merges");
    assert_eq!(
        reg.change_sets(100).expect("lists").len(),
        sets,
        "an erased entry that comes again writes nothing"
    );
}

#[test]
fn a_merge_racing_with_an_erasure_ends_alike_and_holds_nothing() {
    // Whichever of the two the merge keeps, and whichever of the two was erased.
    for (erased, other) in [(1, 2), (2, 1)] {
        let ((_d1, mut a), (_d2, mut b)) = (device(1), device(2));
        let id = keep(&mut a, erased);
        let twin = invented(other);
        a.save_person(&twin, &officer(), NOW).expect("saves");
        send(&a, &mut b);
        a.merge_persons(id, twin.id, &BTreeMap::new(), "Officer", NOW)
            .expect("merges");
        b.erase_person(id, "Other", NOW).expect("erases");
        exchange(&mut a, &mut b);
        for reg in [&a, &b] {
            let row = reg.person_row(twin.id).expect("reads");
            assert!(
                row.is_some_and(|r| r.erased),
                "who was said to be the same person went with her"
            );
        }
        // The draft was on the first device; it goes with the erasure that reaches it.
        nothing_left(&a, "merged here, erased there");
        nothing_left(&b, "erased here, merged there");
        assert!(
            a.all_records().expect("reads") == b.all_records().expect("reads"),
            "both ended alike"
        );
    }
}

#[derive(Clone, Debug)]
enum Step {
    Save { at: usize, who: u32, what: u8 },
    Note { at: usize, who: u32, what: u8 },
    Merge { at: usize, a: u32, b: u32 },
    Part { at: usize, a: u32, b: u32 },
    Erase { at: usize, who: u32 },
    Send { from: usize, to: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let (at, who) = (0..3_usize, 0..3_u32);
    prop_oneof![
        4 => (at.clone(), who.clone(), any::<u8>()).prop_map(|(at, who, what)| Step::Save { at, who, what }),
        1 => (at.clone(), who.clone(), any::<u8>()).prop_map(|(at, who, what)| Step::Note { at, who, what }),
        2 => (at.clone(), who.clone(), who.clone()).prop_map(|(at, a, b)| Step::Merge { at, a, b }),
        1 => (at.clone(), who.clone(), who.clone()).prop_map(|(at, a, b)| Step::Part { at, a, b }),
        1 => (at.clone(), who).prop_map(|(at, who)| Step::Erase { at, who }),
        3 => (at.clone(), at).prop_map(|(from, to)| Step::Send { from, to }),
    ]
}

/// Plays a step as far as it is possible there; gives whom it erased.
fn play(devices: &mut [(TempDir, Register)], s: &Step) -> Option<PersonId> {
    let id = |n: u32| invented(n).id;
    match *s {
        Step::Save { at, who, what } => {
            let reg = &mut devices[at].1;
            let known = reg.person(id(who)).expect("reads");
            let mut p = known.unwrap_or_else(|| invented(who));
            p.phones = vec![phone(&format!("+63917{what:07}"))];
            p.nickname = Some(format!("Nick{who}"));
            let _ = reg.save_person(&p, &officer(), NOW);
        }
        Step::Note { at, who, what } => {
            let mut file = CaseFile::new(id(who));
            file.notes = vec![Note {
                id: [what; 16],
                at: NOW,
                text: format!("Note{who}"),
            }];
            let _ = devices[at].1.save_case(&file, &officer(), NOW);
        }
        Step::Merge { at, a, b } => {
            let none = BTreeMap::new();
            let reg = &mut devices[at].1;
            let _ = reg.merge_persons(id(a), id(b), &none, "Officer", NOW);
        }
        Step::Part { at, a, b } => {
            let _ = devices[at].1.part_persons(id(a), id(b), "Officer", NOW);
        }
        Step::Erase { at, who } => {
            let done = devices[at].1.erase_person(id(who), "Officer", NOW);
            return done.is_ok().then(|| id(who));
        }
        Step::Send { from, to } if from != to => {
            let records = devices[from].1.all_records().expect("reads");
            let reg = &mut devices[to].1;
            reg.merge_records(&records, &synced(), NOW).expect("merges");
        }
        Step::Send { .. } => {}
    }
    None
}

/// Whether anything of a person but the mark is left in what a device holds.
fn something_left(reg: &Register, id: PersonId) -> bool {
    let mark = |key: &ugnay_model::Key| *key == Field::Removed.key() || *key == Field::Erased.key();
    let history = reg.history(id).expect("reads");
    let told = history
        .iter()
        .any(|e| !mark(&e.key) && (e.new.is_some() || e.old.is_some() || e.lost.is_some()));
    let records = reg.all_records().expect("reads");
    let mut slots = records
        .iter()
        .filter(|r| r.person == id)
        .flat_map(|r| r.slots())
        .filter(|(key, _)| !mark(key));
    told || slots.any(|(_, s)| s.versions().iter().any(|v| v.value != Value::Gone))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn an_erasure_wins_whatever_was_written_beside_it(steps in prop::collection::vec(step(), 1..30)) {
        let mut devices: Vec<_> = (1..4).map(device).collect();
        let gone: BTreeSet<PersonId> = steps.iter().filter_map(|s| play(&mut devices, s)).collect();
        for _ in 0..3 {
            for (from, to) in [(0, 1), (1, 2), (2, 0), (0, 1)] {
                play(&mut devices, &Step::Send { from, to });
            }
        }
        let records: Vec<_> = devices.iter().map(|d| d.1.all_records().expect("reads")).collect();
        prop_assert!(records[0] == records[1] && records[1] == records[2], "the same records everywhere");
        for (_, reg) in &devices {
            for id in &gone {
                let row = reg.person_row(*id).expect("reads");
                prop_assert!(row.is_none_or(|r| r.erased), "erased everywhere");
                prop_assert!(!something_left(reg, *id), "no version of any value is left");
            }
        }
    }
}
