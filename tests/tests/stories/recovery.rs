//! The recovery sheet over a real buffer: a register whose only laptop is gone comes back from 24 words, both halves, and
//! everybody sees that the sheet was used. Wrong words, a stale letter, a revoked sheet, letters that lie.

use crate::stage::{Stage, add, edit, everybody, sync};
use ugnay_app::dto::{AppError, ErrorCode, PeopleQuery, RestoreInput, SheetPage};
use ugnay_app::{App, Env};

const PEOPLE: &[(&str, &str, &str)] = &[
    ("Abad", "Lorna", "SA"),
    ("Bautista", "Rico", "KW"),
    ("Castro", "Nena", "HK"),
];

/// A joined register with people, their calling notes, and a sheet that was typed in again.
fn with_sheet() -> (Stage, SheetPage) {
    let mut s = Stage::joined(PEOPLE);
    let id = add(&mut s.laptop, "Dizon", "Leo", "AE");
    edit(&mut s.laptop, &id, |p| p.nickname = "Totoy".into());
    s.laptop
        .confirm_person(&id, "his mother")
        .expect("confirmed");
    let preview = s.laptop.import_sample().expect("invented people");
    s.laptop
        .import_commit(&preview.token, &mut |_| true)
        .expect("imported");
    let page = sheet(&mut s.laptop);
    sync(&mut s.laptop);
    (s, page)
}

fn sheet(app: &mut App) -> SheetPage {
    let page = app.sheet_begin().expect("a sheet is drawn");
    let check = app
        .sheet_check(&page.words.join(" "))
        .expect("typed in again");
    assert!(
        check.works && check.wrong.is_empty(),
        "the right words make the sheet exist"
    );
    page
}

fn machine(s: &Stage, folder: &str) -> App {
    App::new(&s.dir.path().join(folder), Env::with_clock(&s.clock))
}

fn input(s: &Stage, words: &str) -> RestoreInput {
    RestoreInput {
        words: words.into(),
        buffer: s.url.clone(),
        passphrase: "a new passphrase entirely".into(),
        officer: "officer".into(),
        ..RestoreInput::default()
    }
}

fn detail<T: std::fmt::Debug>(result: Result<T, AppError>) -> String {
    let e = result.expect_err("this must be refused");
    e.detail.unwrap_or_else(|| format!("{:?}", e.code))
}

#[test]
fn the_laptop_is_gone_and_the_sheet_brings_everything_back() {
    let (mut s, page) = with_sheet();
    let before = everybody(&mut s.laptop);
    let notes = cases(&mut s.laptop);
    assert!(
        notes.iter().any(|n| n.contains("remarks: Some")),
        "the story needs notes, which no release brings back"
    );
    assert_eq!(
        s.laptop.sync_state().expect("state").unsent,
        0,
        "the story needs everything at the buffer"
    );
    // Nothing of the laptop is used from here on.
    s.laptop.lock();
    std::fs::remove_dir_all(s.dir.path().join("laptop")).expect("the laptop is gone");
    let short: Vec<String> = page
        .words
        .iter()
        .map(|w| w.chars().take(4).collect())
        .collect();
    let mut new = machine(&s, "new");
    let found = new
        .restore_look(&input(&s, &short.join(" ")))
        .expect("the words and the address are enough");
    assert_eq!(
        found.six, page.six,
        "the six words on the sheet name this register in this federation"
    );
    assert_eq!(
        (found.label.as_str(), found.devices.len()),
        ("Story", 1),
        "it says which register and which devices it had"
    );
    let session = new.restore_take("new laptop").expect("restored");
    assert_eq!(session.label, "Story", "the register is itself again");
    sync(&mut new);
    assert_eq!(
        everybody(&mut new),
        before,
        "every card came back from the buffer alone"
    );
    assert_eq!(
        cases(&mut new),
        notes,
        "and every note with it: the half that custodians could never bring back"
    );
    assert_eq!(
        new.sheet_test(&page.words.join(" ")).map(|c| c.works),
        Ok(true),
        "the sheet still opens the register"
    );
}

/// Everybody's other half, the one that is never released.
fn cases(app: &mut App) -> Vec<String> {
    let query = PeopleQuery {
        limit: 500,
        ..PeopleQuery::default()
    };
    let page = app.people(&query).expect("list");
    let mut out = Vec::new();
    for row in &page.rows {
        let p = app.person(&row.id).expect("page");
        out.push(format!("{} {:?} {:?}", row.id, p.case, p.confirmed));
    }
    out.sort();
    out
}

#[test]
fn a_sheet_that_was_not_typed_in_again_does_not_exist() {
    let mut s = Stage::joined(PEOPLE);
    let page = s.laptop.sheet_begin().expect("drawn");
    let mut wrong = page.words.clone();
    wrong.swap(3, 4);
    let check = s.laptop.sheet_check(&wrong.join(" ")).expect("an answer");
    let expected: Vec<u32> = if page.words[3] == page.words[4] {
        vec![]
    } else {
        vec![4, 5]
    };
    assert_eq!(check.wrong, expected, "the swapped words are named");
    let mut new = machine(&s, "new");
    assert_eq!(
        detail(new.restore_look(&input(&s, &page.words.join(" ")))),
        "no_letters",
        "words that were only shown open nothing"
    );
    assert!(
        new.status().registers.is_empty(),
        "and the try leaves no register behind"
    );
    s.laptop
        .sheet_check(&page.words.join(" "))
        .expect("right at last");
    assert!(
        new.restore_look(&input(&s, &page.words.join(" "))).is_ok(),
        "now they do"
    );
}

#[test]
fn wrong_words_are_named_and_strange_ones_open_nothing() {
    let (s, page) = with_sheet();
    let mut new = machine(&s, "new");
    let mut words = page.words.clone();
    words[10] = "ugnay".into();
    let e = new
        .restore_look(&input(&s, &words.join(" ")))
        .expect_err("no such word");
    assert_eq!(
        (e.code, e.field.as_deref(), e.detail.as_deref()),
        (ErrorCode::BadInput, Some("words"), Some("word:11")),
        "the eleventh word is wrong, and that is said"
    );
    assert_eq!(
        detail(new.restore_look(&input(&s, &page.words[..23].join(" ")))),
        "count:23",
        "a word is missing"
    );
    let mut other = Stage::joined(&[]);
    let foreign = sheet(&mut other.laptop);
    assert_eq!(
        detail(new.restore_look(&input(&s, &foreign.words.join(" ")))),
        "no_letters",
        "another federation's sheet finds nothing here"
    );
}

#[test]
fn what_was_written_after_the_letter_comes_along_and_every_device_sees_the_use() {
    let (mut s, page) = with_sheet();
    s.pair();
    sync(&mut s.phone);
    sync(&mut s.laptop);
    add(&mut s.phone, "Evangelista", "Mila", "IT");
    sync(&mut s.phone);
    let mut new = machine(&s, "new");
    new.restore_look(&input(&s, &page.words.join(" ")))
        .expect("found");
    // Meanwhile the laptop enrols nobody and the phone goes on: the new device's roster must hold them all.
    new.restore_take("new laptop").expect("restored");
    sync(&mut new);
    sync(&mut s.phone);
    assert_eq!(
        everybody(&mut new),
        everybody(&mut s.phone),
        "what the phone wrote after the sheet was made is there"
    );
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
        let uses = app.sheet_uses().expect("the roster");
        let by_sheet: Vec<_> = uses
            .iter()
            .map(|u| (u.device.as_str(), u.this_device))
            .collect();
        assert_eq!(
            by_sheet,
            [("new laptop", false)],
            "every other device sees which device the sheet let in"
        );
    }
}

fn epoch(app: &mut App) -> ugnay_app::federation::EpochId {
    app.compartment_ids(crate::stage::BARANGAY, "SA")
        .expect("a country")
        .epoch
}

fn id_of(app: &mut App, label: &str) -> String {
    let list = app.devices().expect("the list opens").devices;
    let row = list.into_iter().find(|d| d.label == label);
    row.expect("the reader is in the list").id
}

#[test]
fn after_a_restore_a_new_epoch_begins_once_everything_was_read() {
    let (mut s, page) = with_sheet();
    let before = everybody(&mut s.laptop);
    let old = epoch(&mut s.laptop);
    let mut new = machine(&s, "new");
    new.restore_look(&input(&s, &page.words.join(" ")))
        .expect("found");
    new.restore_take("new laptop").expect("restored");
    let lost = id_of(&mut new, "first device");
    assert_eq!(
        detail(new.revoke_device(&lost)),
        "exchange_first",
        "what the lost laptop wrote is only at the buffer: it must be read while it is believed"
    );
    sync(&mut new);
    assert_eq!(everybody(&mut new), before, "everything was read");
    assert_ne!(
        epoch(&mut new),
        old,
        "and written again in an epoch of its own"
    );
    new.revoke_device(&lost).expect("now the lost laptop goes");
    sync(&mut new);
    let secret = add(&mut new, "Evangelista", "Secret", "SA");
    sync(&mut new);
    // It still belongs to the epoch after the restore; there it learns of the revocation.
    sync(&mut s.laptop);
    assert_eq!(
        crate::stage::fails(&mut s.laptop).0,
        ErrorCode::DeviceRevoked,
        "the lost laptop is told that it is out"
    );
    assert!(
        s.laptop.person(&secret).is_err(),
        "and reads nothing of what follows"
    );
    assert_eq!(
        everybody(&mut new).len(),
        before.len() + 1,
        "nobody is missing"
    );
}

#[test]
fn a_revoked_sheet_restores_nothing() {
    let (mut s, page) = with_sheet();
    let row = s.laptop.devices().expect("list").devices;
    let sheet = row
        .into_iter()
        .find(|d| d.kind == ugnay_app::dto::ReaderKindDto::Sheet)
        .expect("the sheet is in the list");
    assert!(
        !s.laptop.sync_state().expect("state").only_device,
        "a tested sheet is a second reader"
    );
    s.laptop.revoke_device(&sheet.id).expect("revoked");
    assert!(
        s.laptop.sync_state().expect("state").only_device,
        "without it the laptop is alone again"
    );
    sync(&mut s.laptop);
    let mut new = machine(&s, "new");
    new.restore_look(&input(&s, &page.words.join(" ")))
        .expect("its old letter still opens: a copy of the past cannot be taken back");
    assert_eq!(
        detail(new.restore_take("thief's laptop")),
        "sheet_unknown",
        "but it adds no device"
    );
    sync(&mut s.laptop);
    assert!(
        s.laptop.sheet_uses().expect("uses").is_empty(),
        "and the register has no new reader"
    );
}
