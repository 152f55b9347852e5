//! An import as a whole: previewed, written once, never twice, stopped without a trace, taken back exactly.

use super::InFile;
use crate::dto::{ErrorCode, ImportPreview, MappingChange};
use crate::testing::{Device, all, device, person, typed};
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use ugnay_interchange::{MAX_FILE_BYTES, RowKind, SAMPLE_WORKBOOK};

pub(super) const LIST: &str =
    "Name,Birthday,Where\nJuan P. Cruz,1965-12-05,Qatar\nAna C. Reyes,1970-11-06,Oman\n";
pub(super) const OTHER: &str = "Apelyido,Pangalan,Bansa\nMagsaysay,Liza,Saudi Arabia\n";

pub(super) fn file(name: &str, bytes: impl Into<Vec<u8>>) -> InFile {
    InFile {
        name: name.to_owned(),
        bytes: bytes.into(),
    }
}

pub(super) fn preview(d: &mut Device, files: &[InFile]) -> ImportPreview {
    d.app
        .import_preview(files, &mut |_| true)
        .expect("a readable file")
}

pub(super) fn change(sheet: u32) -> MappingChange {
    MappingChange {
        sheet,
        included: None,
        column: None,
        field: None,
        date_order: None,
        barangay: None,
    }
}

#[test]
fn the_sample_is_brought_in_once_and_taken_back_exactly() {
    let mut d = device();
    let own = d.add("Typed", "By Hand", "SA");
    let shown = d.app.import_sample().expect("the shipped sample");
    assert_eq!(
        (shown.persons, shown.already_there, d.persons()),
        (612, 0, 1),
        "all its people are understood, nothing is written yet"
    );
    let lists = shown.sheets.iter().filter(|s| s.included);
    let rows: Vec<u32> = lists.map(|s| s.person_rows).collect();
    assert_eq!(
        rows,
        [204, 204, 204],
        "three barangay sheets, the summary is left out"
    );
    assert!(
        shown.problems_total > 0 && !shown.sample.is_empty(),
        "what is doubtful and what it looks like is shown"
    );
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    assert_eq!(
        (done.result.persons, done.result.contacts, d.persons()),
        (612, shown.contacts, 613),
        "what was shown is what is written"
    );
    assert_eq!(
        done.result.duplicates as usize,
        done.report.duplicates.len(),
        "proposals, never merged"
    );
    the_report_names_records(&mut d, &done);
    the_same_sheet_again_adds_nobody(&mut d);
    let import = done.result.import_id;
    assert_eq!(
        d.app.import_undo(&import).expect("taken back"),
        612,
        "all that it added"
    );
    let left = d.app.people(&all()).expect("a list");
    assert_eq!(
        left.rows.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(),
        [own.as_str()],
        "and nobody else"
    );
    let rows = d.app.imports().expect("imports");
    assert!(
        rows.iter().any(|i| i.id == import && i.undone),
        "the list of imports says so"
    );
    assert_eq!(
        d.app.import_sample().expect("again").persons,
        612,
        "and it can be brought in again"
    );
}

/// Every row of a person names the record it became.
fn the_report_names_records(d: &mut Device, done: &super::Committed) {
    assert_eq!(
        done.report.import_id, done.result.import_id,
        "the report names the import"
    );
    let persons = done
        .report
        .rows
        .iter()
        .filter(|r| r.kind == RowKind::Person);
    let ids: BTreeSet<&str> = persons.filter_map(|r| r.person.as_deref()).collect();
    assert_eq!(ids.len(), 612, "a record for each person's row");
    for row in done.report.rows.iter().filter(|r| r.person.is_some()) {
        let id = row.person.as_deref().unwrap_or_default();
        assert!(
            ids.contains(id),
            "row {} belongs to a person of this import",
            row.row
        );
    }
    let row = done
        .report
        .rows
        .iter()
        .find(|r| r.sheet == "DITA" && r.row == 10)
        .expect("the first person's row");
    let page = d
        .app
        .person(row.person.as_deref().unwrap_or_default())
        .expect("her page");
    let source = page.case.source.expect("where it came from");
    assert_eq!(
        (source.sheet.as_str(), source.row),
        ("DITA", 10),
        "and the record names the row"
    );
    assert!(
        page.history.iter().all(|h| h.source == "import"),
        "its history says that it was brought in"
    );
}

fn the_same_sheet_again_adds_nobody(d: &mut Device) {
    let again = d.app.import_sample().expect("the same sheet");
    assert_eq!(
        (again.persons, again.already_there),
        (0, 612),
        "everybody is known"
    );
    let done = d
        .app
        .import_commit(&again.token, &mut |_| true)
        .expect("written");
    assert_eq!(
        (done.result.persons, d.persons()),
        (0, 613),
        "even when it is confirmed"
    );
    let named = done.report.rows.iter().any(|r| r.person.is_some());
    assert!(!named, "and no row claims a record that was not made");
}

#[test]
fn a_stopped_import_writes_nothing() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    let e = d
        .app
        .import_commit(&shown.token, &mut |p| p.done == 0)
        .err()
        .expect("stopped");
    assert_eq!(e.code, ErrorCode::Cancelled, "as asked, midway");
    assert!(
        d.persons() == 0 && d.app.imports().expect("imports").is_empty(),
        "all or none"
    );
    let flag = d.app.cancel_flag().expect("open");
    let e = d
        .app
        .import_commit(&shown.token, &mut |_| {
            flag.store(true, Ordering::SeqCst);
            true
        })
        .err()
        .expect("stopped");
    assert_eq!(e.code, ErrorCode::Cancelled, "from another thread too");
    assert_eq!(d.persons(), 0, "all or none");
    let e = d
        .app
        .import_preview(&[file("list.csv", LIST)], &mut |_| false)
        .expect_err("stopped");
    assert_eq!(
        e.code,
        ErrorCode::Cancelled,
        "reading can be stopped as well"
    );
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    assert_eq!(
        (done.result.persons, d.persons()),
        (2, 2),
        "what was stopped can still be done"
    );
    assert_eq!(
        d.names(&typed("reyes ana")),
        ["Reyes, Ana C."],
        "and is found at once"
    );
}

#[test]
fn a_dropped_preview_is_gone() {
    let mut d = device();
    let first = preview(&mut d, &[file("list.csv", LIST)]);
    let second = preview(&mut d, &[file("other.csv", OTHER)]);
    for token in [first.token.as_str(), "nonsense"] {
        let e = d.app.import_commit(token, &mut |_| true).err();
        assert_eq!(
            e.map(|e| e.code),
            Some(ErrorCode::NotFound),
            "only what is looked at can be written"
        );
    }
    d.app.import_drop(&second.token);
    let e = d.app.import_commit(&second.token, &mut |_| true).err();
    assert_eq!(
        e.map(|e| e.code),
        Some(ErrorCode::NotFound),
        "dropped is dropped"
    );
    assert_eq!(d.persons(), 0, "nothing was written");
    for id in ["nonsense", "0123456789abcdef0123456789abcdef"] {
        assert_eq!(
            d.app.import_undo(id).expect_err("refused").code,
            ErrorCode::NotFound,
            "{id} is no import"
        );
    }
}

#[test]
fn a_column_is_given_its_meaning_and_remembered() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    let column = &shown.sheets[0].columns[2];
    assert_eq!(
        (column.header.as_str(), column.column.as_str()),
        ("Where", "C"),
        "columns as the spreadsheet names them"
    );
    assert_eq!(shown.sample[0].destination, "", "'Where' is not understood");
    let mut edit = change(0);
    (edit.column, edit.field) = (Some("C".into()), Some("destination".into()));
    let shown = d.app.import_change(&shown.token, &edit).expect("changed");
    assert_eq!(
        (
            shown.sample[0].destination.as_str(),
            shown.sheets[0].columns[2].field.as_str()
        ),
        ("Qatar", "destination"),
        "the edit shows at once"
    );
    for (sheet, column, field, code) in [
        (0, "C", "nonsense", ErrorCode::BadInput),
        (0, "Z", "destination", ErrorCode::NotFound),
        (9, "C", "destination", ErrorCode::NotFound),
    ] {
        let mut edit = change(sheet);
        (edit.column, edit.field) = (Some(column.into()), Some(field.into()));
        let e = d.app.import_change(&shown.token, &edit).expect_err("no");
        assert_eq!(e.code, code, "sheet {sheet}, column {column}, {field}");
    }
    d.app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    let people = d.app.people(&all()).expect("a list");
    assert_eq!(
        people.rows[0].country.as_deref(),
        Some("QA"),
        "written as shown"
    );
    let next = LIST.replace("Juan P. Cruz", "Pedro M. Santos");
    let next = preview(&mut d, &[file("next.csv", next)]);
    assert_eq!(
        next.sample[0].destination, "Qatar",
        "the next sheet of this shape is understood"
    );
    let mut out = change(0);
    (out.column, out.field) = (Some("C".into()), Some(String::new()));
    let next = d.app.import_change(&next.token, &out).expect("changed");
    assert_eq!(
        (
            next.sample[0].destination.as_str(),
            next.sheets[0].columns[2].field.as_str()
        ),
        ("", ""),
        "a column can be left out"
    );
}

#[test]
fn a_sheet_is_left_out_and_taken_again() {
    let mut d = device();
    let files = [file("list.csv", LIST), file("other.csv", OTHER)];
    let shown = preview(&mut d, &files);
    assert_eq!(shown.persons, 3, "both sheets");
    let mut edit = change(0);
    edit.included = Some(false);
    let shown = d.app.import_change(&shown.token, &edit).expect("changed");
    assert_eq!(
        (shown.persons, shown.sheets[0].reason.as_deref()),
        (1, Some("left_out")),
        "the other stays"
    );
    edit.included = Some(true);
    let shown = d.app.import_change(&shown.token, &edit).expect("changed");
    assert_eq!(shown.persons, 3, "and back");
    edit.included = Some(false);
    let shown = d.app.import_change(&shown.token, &edit).expect("changed");
    d.app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    assert_eq!(
        d.names(&all()),
        ["Magsaysay, Liza"],
        "only what was taken is written"
    );
}

#[test]
fn an_undo_leaves_what_an_officer_touched_since() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    let reyes = d.app.people(&typed("reyes")).expect("hits").rows[0]
        .id
        .clone();
    let mut card = d.app.person(&reyes).expect("a page").card;
    card.contacts = person("x", "Ana", "OM").contacts;
    d.app.save_person(&card).expect("saved");
    let removed = d.app.import_undo(&done.result.import_id).expect("undone");
    assert_eq!(removed, 1, "nobody worked on the other");
    assert_eq!(
        d.names(&all()),
        ["Reyes, Ana C."],
        "an officer's work is not thrown away"
    );
}

#[test]
fn a_remembered_mapping_must_be_one() {
    let mut d = device();
    for bad in ["", "[]", "{\"sheets\": 5}", "{\"rows\": []}", "not json"] {
        let e = d.app.set_mapping(bad).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some("mapping")),
            "{bad:?} is no mapping"
        );
    }
    d.app
        .set_mapping("{\"places\": {\"list\": \"0401009007\"}}")
        .expect("a mapping");
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    assert_eq!(
        shown.sheets[0].barangay_name.as_deref(),
        Some("Dita, Cuenca, Batangas"),
        "it counts from then on"
    );
}

#[test]
fn bad_files_are_named_and_the_register_stays_as_it_is() {
    let mut d = device();
    d.add("Typed", "By Hand", "SA");
    let protected =
        include_bytes!("../../../../tests/fixtures/import/calamine_pass_protected.xlsx");
    let letter = "Dear Captain,\n\nplease send us the list, as agreed.\n\nYours, the office\n";
    let half = &SAMPLE_WORKBOOK[..SAMPLE_WORKBOOK.len() / 2];
    for (bad, code) in [
        (file("nothing.xlsx", ""), ErrorCode::FileEmpty),
        (file("blank.csv", " \r\n \r\n"), ErrorCode::FileEmpty),
        (
            file("scan.xlsx", "%PDF-1.7\n1 0 obj"),
            ErrorCode::FileNotASheet,
        ),
        (file("letter.xlsx", letter), ErrorCode::FileNotASheet),
        (
            file("page.xls", "<html><body></body></html>"),
            ErrorCode::FileNotASheet,
        ),
        (file("cut.xlsx", half), ErrorCode::FileDamaged),
        (file("locked.xlsx", *protected), ErrorCode::FileProtected),
        (
            file("huge.csv", vec![b'a'; MAX_FILE_BYTES + 1]),
            ErrorCode::FileTooLarge,
        ),
    ] {
        let name = bad.name.clone();
        let good = file("list.csv", LIST);
        let e = d
            .app
            .import_preview(&[good, bad], &mut |_| true)
            .err()
            .unwrap_or_else(|| panic!("{name} must be refused"));
        assert_eq!(
            (e.code, e.file.as_deref()),
            (code, Some(name.as_str())),
            "the file at fault is named, not the good one beside it"
        );
    }
    assert!(
        d.persons() == 1 && d.app.imports().expect("imports").is_empty(),
        "nothing was written"
    );
}

/// Cells with doubts: a date with two readings, a phone cut short.
pub(super) const DOUBTS: &str = "Apelyido,Pangalan,Petsa ng Kapanganakan,CP No.,Bansa\nCruz,Juan,05/12/1965,0917 12,Qatar\nReyes,Ana,1970-11-06,0917 555 1234,Oman\n";
