//! Registers on a device: made, locked, opened, refused; what lies beside them tells nothing.

use super::AUTO_LOCK;
use crate::dto::ErrorCode;
use crate::testing::{DITA, NOW, PASSPHRASE, all, bare, device, form};
use crate::{App, Env, FixedClock};
use std::fs;

#[test]
fn a_register_is_made_locked_and_opened_again() {
    let mut d = bare();
    let made = d.app.create_register(&form(DITA)).expect("made");
    assert_eq!(
        (made.place.as_str(), made.label.as_str(), made.demo),
        (DITA, "Dita", false),
        "without a label it has its place's name"
    );
    assert_eq!(
        made.place_name, "Dita, Cuenca, Batangas",
        "the place in words"
    );
    let id = d.app.register_id().expect("open");
    d.add("Invented", "Ana", "SA");
    d.app.lock();
    assert_eq!(
        d.app.people(&all()).expect_err("locked").code,
        ErrorCode::Locked,
        "a locked register shows nobody"
    );
    let status = d.app.status();
    assert!(status.session.is_none(), "nothing is open");
    assert_eq!(
        status.registers[0].id, made.id,
        "but it is listed for unlocking"
    );
    let again = d.app.unlock(&made.id, PASSPHRASE).expect("opened");
    assert_eq!(again.persons, 1, "everybody is still there");
    assert_eq!(
        d.app.register_id().expect("open"),
        id,
        "it is the same register"
    );
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_hints_nothing() {
    let mut d = device();
    d.app.lock();
    let wrong = format!("{PASSPHRASE}!");
    let e = d.app.unlock("r", &wrong).expect_err("refused");
    assert_eq!(e.code, ErrorCode::WrongPassphrase, "said plainly");
    assert!(
        e.detail.is_none() && e.field.is_none() && e.file.is_none(),
        "no hint how near it was"
    );
    assert!(d.app.status().session.is_none(), "nothing is open");
    d.app.unlock("r", PASSPHRASE).expect("the right one opens");
}

#[test]
fn a_bad_form_makes_no_register() {
    let mut d = bare();
    for weak in ["", "elevenchars", "aaaaaaaaaaaaaaaaaaaa", "ababcdcdabab"] {
        let mut input = form(DITA);
        input.passphrase = weak.to_owned();
        let e = d.app.create_register(&input).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::WeakPassphrase, Some("passphrase")),
            "{} characters of which few differ protect nobody",
            weak.len()
        );
    }
    for place in ["", "Dita", "0000000001", "04010090070"] {
        let e = d.app.create_register(&form(place)).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some("place")),
            "{place:?} is no place"
        );
    }
    assert!(
        fs::read_dir(d.dir.path()).expect("a folder").count() == 0,
        "refused forms leave nothing behind"
    );
}

#[test]
fn suggested_passphrases_are_good_enough_and_differ() {
    let mut d = bare();
    let (a, b) = (d.app.suggest_passphrase(), d.app.suggest_passphrase());
    assert_ne!(a, b, "nobody gets another's passphrase");
    assert_eq!(a.split_whitespace().count(), 5, "five words to write down");
    assert!(
        super::check_passphrase(&a).is_ok(),
        "what is suggested is accepted"
    );
}

#[test]
fn one_program_at_a_time_has_a_register_open() {
    let mut d = device();
    let mut other = App::new(d.dir.path(), Env::seeded(&d.clock, 8));
    let e = other.unlock("r", PASSPHRASE).expect_err("refused");
    assert_eq!(
        e.code,
        ErrorCode::InUse,
        "two writers would damage each other"
    );
    d.app.lock();
    other.unlock("r", PASSPHRASE).expect("free once closed");
}

#[test]
fn a_register_is_not_overwritten() {
    let mut d = device();
    d.add("Invented", "Ana", "SA");
    let e = d
        .app
        .create_named("r", &form(DITA), false)
        .expect_err("refused");
    assert_eq!(e.code, ErrorCode::AlreadyThere, "one is there");
    d.app.lock();
    assert_eq!(
        d.app.unlock("r", PASSPHRASE).expect("opened").persons,
        1,
        "and it is untouched"
    );
}

#[test]
fn it_locks_itself_when_nobody_is_there() {
    let mut d = device();
    d.clock.advance(AUTO_LOCK);
    assert!(d.app.touch(), "at the limit it is still open");
    d.clock.advance(AUTO_LOCK);
    d.app.people(&all()).expect("a use case counts as use");
    d.clock.advance(AUTO_LOCK);
    assert!(
        d.app.status().session.is_some(),
        "counted from the last use"
    );
    d.clock.advance(1);
    assert!(
        d.app.status().session.is_none(),
        "looking at the state is no use, it locked"
    );
    assert!(!d.app.touch(), "the window is told");
    assert_eq!(
        d.app.people(&all()).expect_err("locked").code,
        ErrorCode::Locked,
        "and no use case gets through"
    );
}

#[test]
fn what_lies_beside_a_register_tells_only_its_place() {
    let mut d = device();
    let mut input = form(DITA);
    input.label = "Dita\n\u{7}second line".to_owned();
    d.app.create_named("s", &input, true).expect("made");
    d.app.lock();
    let text = fs::read_to_string(d.dir.path().join("s/label")).expect("a label");
    assert_eq!(text, "demo\nDitasecond line\n", "one line, nothing else");
    let shown = d.app.status().registers;
    let shown: Vec<_> = shown
        .iter()
        .map(|r| (r.id.as_str(), r.label.as_str(), r.demo))
        .collect();
    assert_eq!(
        shown,
        [("r", "Cuenca", false), ("s", "Ditasecond line", true)],
        "that is all the unlock screen knows"
    );
    fs::remove_file(d.dir.path().join("s/label")).expect("removed");
    assert_eq!(
        d.app.status().registers[1].label,
        "s",
        "without a label the folder's name serves"
    );
    d.app
        .unlock("s", PASSPHRASE)
        .expect("and the register still opens");
}

#[test]
fn only_folders_of_the_device_are_opened() {
    let outer = tempfile::tempdir().expect("a folder");
    let clock = FixedClock::at(NOW);
    let mut elsewhere = App::new(outer.path(), Env::seeded(&clock, 1));
    elsewhere
        .create_named("theirs", &form(DITA), false)
        .expect("made");
    elsewhere.lock();
    let root = outer.path().join("mine");
    fs::create_dir(&root).expect("made");
    let mut app = App::new(&root, Env::seeded(&clock, 2));
    let absolute = outer.path().join("theirs").display().to_string();
    let paths = [
        "../theirs",
        "x/../../theirs",
        "./../theirs",
        "..",
        ".",
        "/",
        "",
        ".hidden",
        "theirs/",
        &absolute,
    ];
    for id in paths {
        let e = app.unlock(id, PASSPHRASE).expect_err("refused");
        assert_eq!(
            e.code,
            ErrorCode::NotARegister,
            "{id:?} leads out of the registers' folder"
        );
    }
    let e = app.unlock("theirs", PASSPHRASE).expect_err("refused");
    assert_eq!(
        e.code,
        ErrorCode::NotARegister,
        "there is none of that name"
    );
    assert!(
        fs::read_dir(&root).expect("a folder").count() == 0,
        "asking for one makes nothing"
    );
}
