//! A corrected sheet brought in again: what differs is told, taken over when asked, and taken back.

use super::super::tests::{file, preview};
use crate::dto::ImportPreview;
use crate::testing::{Device, device};

const FIRST: &str = include_str!("../../../../../tests/fixtures/import/typed/09_first.csv");
const CORRECTED: &str = include_str!("../../../../../tests/fixtures/import/typed/09_corrected.csv");

/// The first list is in the register; the corrected one is looked at, under another name and with its rows moved by one.
fn again(d: &mut Device) -> ImportPreview {
    let shown = preview(d, &[file("list.csv", FIRST)]);
    d.app
        .import_commit(&shown.token, &mut |_| true)
        .expect("the first list");
    preview(
        d,
        &[file(
            "list, corrected.csv",
            format!("OFW LIST\n{CORRECTED}"),
        )],
    )
}

fn cell(shown: &ImportPreview, row: u32) -> Vec<(String, String, String)> {
    let rows = shown.problems.iter();
    rows.filter(|p| p.row == row && p.code == "differs")
        .map(|p| {
            let column = p.column.clone().unwrap_or_default();
            (column, p.detail.clone(), p.value.clone())
        })
        .collect()
}

fn of(d: &mut Device, name: &str) -> crate::dto::PersonDetail {
    let query = crate::dto::PeopleQuery {
        text: name.into(),
        limit: 5,
        ..crate::dto::PeopleQuery::default()
    };
    let id = d.app.people(&query).expect("found").rows[0].id.clone();
    d.app.person(&id).expect("there")
}

#[test]
fn every_cell_that_differs_is_told_by_row_and_column() {
    let mut d = device();
    let shown = again(&mut d);
    assert_eq!(
        (shown.persons, shown.already_there, shown.differing),
        (1, 3, 2),
        "one is new, three are known, two cells say otherwise"
    );
    let texts =
        |c: &str, was: &str, now: &str| vec![(c.to_owned(), was.to_owned(), now.to_owned())];
    assert_eq!(
        cell(&shown, 3),
        texts("C", "QA", "UAE"),
        "where she works now"
    );
    let number = cell(&shown, 4);
    assert_eq!(
        number,
        texts("F", "+639175550902", "0917 555 0999"),
        "whom to call"
    );
    assert!(cell(&shown, 5).is_empty(), "what is as it was is not told");
}

#[test]
fn nothing_is_taken_over_unless_asked() {
    let mut d = device();
    let shown = again(&mut d);
    assert!(!shown.update, "off until somebody asks");
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    assert_eq!(
        (done.result.persons, done.result.updated),
        (1, 0),
        "only the new one"
    );
    assert_eq!(of(&mut d, "Mario Atienza").card.country, "QA", "as it was");
    let text = serde_json::to_string(&done.report).expect("a report");
    assert_eq!(
        text.matches("\"differs\"").count(),
        2,
        "and the report says what was not taken"
    );
}

#[test]
fn asked_for_it_is_taken_over_with_nothing_lost_and_taken_back_with_the_import() {
    let mut d = device();
    let shown = again(&mut d);
    let shown = d.app.import_update(&shown.token, true).expect("asked");
    assert!(shown.update, "the preview says so");
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    assert_eq!(
        (done.result.persons, done.result.updated),
        (1, 2),
        "one new, two corrected"
    );
    assert_eq!(
        of(&mut d, "Mario Atienza").card.country,
        "AE",
        "the sheet's"
    );
    let phones = |d: &mut Device| -> Vec<String> {
        let card = of(d, "Olivia Atienza").card;
        card.contacts[0]
            .phones
            .iter()
            .filter_map(|p| p.e164.clone())
            .collect()
    };
    assert_eq!(
        phones(&mut d),
        ["+639175550999", "+639175550902"],
        "the new number first, the old one kept"
    );
    let shown = preview(&mut d, &[file("list, corrected.csv", CORRECTED)]);
    assert_eq!(
        (shown.persons, shown.differing),
        (0, 0),
        "then nothing differs"
    );
    d.app
        .import_undo(&done.result.import_id)
        .expect("taken back");
    assert_eq!(
        of(&mut d, "Mario Atienza").card.country,
        "QA",
        "as it was before"
    );
    assert_eq!(phones(&mut d), ["+639175550902"], "the number too");
    assert_eq!(d.persons(), 3, "and the new one is gone");
}

#[test]
fn two_files_with_the_same_people_add_them_once() {
    let mut d = device();
    let turned = FIRST.replace(',', ";");
    let files = [
        file("a.csv", FIRST),
        file("a.csv", FIRST),
        file("b.csv", turned),
    ];
    let shown = preview(&mut d, &files);
    assert_eq!(
        (shown.persons, shown.already_there),
        (3, 3),
        "each of them once"
    );
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    assert_eq!((done.result.persons, d.persons()), (3, 3), "nobody twice");
    let same = done.result.left.iter().filter(|l| l.reason == "same_file");
    assert_eq!(same.count(), 1, "and the file that says the same is named");
    let rows = done.report.rows.iter().filter(|r| r.person.is_some());
    assert_eq!(
        rows.count(),
        6,
        "the rows of the second file name the same records"
    );
}

#[test]
fn a_changed_mapping_can_be_stopped_and_leaves_the_preview_as_it_was() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", FIRST)]);
    let mut edit = super::super::tests::change(0);
    (edit.column, edit.field) = (Some("C".into()), Some(String::new()));
    let stopped = d
        .app
        .import_change_told(&shown.token, &edit, &mut |_| false);
    let code = stopped.map(|_| ()).map_err(|e| e.code);
    assert_eq!(code, Err(crate::dto::ErrorCode::Cancelled), "it stops");
    let mut steps = Vec::new();
    let mut nothing = super::super::tests::change(0);
    nothing.included = Some(true);
    let shown = d
        .app
        .import_change_told(&shown.token, &nothing, &mut |p| {
            steps.push(p.step);
            true
        })
        .expect("read again");
    assert_eq!(
        shown.sheets[0].columns[2].field, "destination",
        "the column means what it did"
    );
    assert!(
        steps.contains(&"understanding".to_owned()),
        "and how far it is was told"
    );
}
