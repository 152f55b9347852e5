//! Reading apart from the register: it tells how far it is, leaves nothing when it is stopped, and belongs to the session it
//! began in.

use crate::dto::{ErrorCode, Progress};
use crate::import::InFile;
use crate::import::tests::{LIST, OTHER, file, preview};
use crate::testing::{Device, PASSPHRASE, device};
use std::fmt::Write;

/// A list of so many invented people.
fn long(rows: usize) -> InFile {
    let mut text = String::from("Apelyido,Pangalan,Bansa\n");
    for n in 0..rows {
        writeln!(text, "Cruz{n},Ana{n},Oman").expect("in memory");
    }
    file("long.csv", text)
}

/// Reads it and shows it, and what was told on the way.
fn told(d: &mut Device, file: InFile) -> Vec<Progress> {
    let mut told = Vec::new();
    d.app
        .import_preview(&[file], &mut |p| {
            told.push(p);
            true
        })
        .expect("a readable file");
    told
}

#[test]
fn it_tells_how_far_it_is() {
    let mut d = device();
    let told = told(&mut d, long(3_000));
    let step = |name: &str| -> Vec<(u32, u32)> {
        let mine = told.iter().filter(|p| p.step == name);
        mine.map(|p| (p.done, p.total)).collect()
    };
    let reading = step("reading");
    assert!(
        reading.len() > 3 && reading.is_sorted() && reading.iter().all(|(_, total)| *total == 0),
        "rows so far, of how many nobody knows yet: {reading:?}"
    );
    for name in ["understanding", "matching"] {
        let steps = step(name);
        assert!(
            steps.len() > 3 && steps.is_sorted() && steps.iter().all(|(_, total)| *total >= 3_000),
            "{name}: of all rows: {steps:?}"
        );
    }
}

#[test]
fn stopped_anywhere_it_leaves_nothing() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    let steps = told(&mut d, long(2_000)).len();
    let shown_after = preview(&mut d, &[file("list.csv", LIST)]);
    assert_ne!(
        shown.token, shown_after.token,
        "each preview has its own name"
    );
    for stop_at in [0, 1, steps / 2, steps - 1] {
        let mut n = 0;
        let stopped = d.app.import_preview(&[long(2_000)], &mut |_| {
            n += 1;
            n <= stop_at
        });
        assert_eq!(
            stopped.map(|_| ()).map_err(|e| e.code),
            Err(ErrorCode::Cancelled),
            "stopped at step {stop_at} of {steps}"
        );
    }
    let change = d.app.import_report(&shown_after.token);
    assert!(
        change.is_ok(),
        "what was looked at before is still there: nothing took its place"
    );
    assert!(
        d.persons() == 0 && d.app.imports().expect("imports").is_empty(),
        "nothing was written"
    );
    let session = d.app.session.as_mut().expect("open");
    assert!(
        session
            .register
            .states("import/")
            .expect("states")
            .is_empty(),
        "nothing is remembered"
    );
}

#[test]
fn the_register_is_used_while_a_file_is_read() {
    let mut d = device();
    let reading = d.app.import_reading().expect("taken");
    let own = d.add("Typed", "Meanwhile", "SA");
    let understood = reading
        .read(&[file("list.csv", LIST)], &mut |_| true)
        .expect("read without the register");
    assert!(
        !own.is_empty() && d.persons() == 1,
        "a person was saved meanwhile"
    );
    let shown = d.app.import_show(understood, &mut |_| true).expect("shown");
    assert_eq!(shown.persons, 2, "as any preview");
}

#[test]
fn a_reading_belongs_to_the_session_it_began_in() {
    let mut d = device();
    let reading = d.app.import_reading().expect("taken");
    let understood = reading
        .read(&[file("other.csv", OTHER)], &mut |_| true)
        .expect("read");
    d.app.lock();
    d.app.unlock("r", PASSPHRASE).expect("opened");
    let refused = d.app.import_show(understood, &mut |_| true);
    assert_eq!(
        refused.map(|_| ()).map_err(|e| e.code),
        Err(ErrorCode::Locked),
        "the register was locked in between"
    );
}
