//! A preview is settled before it is written: cells, sheets, dates, places, by hand and by file.

use crate::dto::{CellFix, ErrorCode};
use crate::import::tests::{DOUBTS, LIST, OTHER, change, file, preview};
use crate::testing::{device, typed};

fn cell(row: u32, column: &str, now: Option<&str>) -> CellFix {
    CellFix {
        file: "list.csv".into(),
        sheet: "list".into(),
        row,
        column: column.into(),
        now: now.map(str::to_owned),
    }
}

#[test]
fn a_cell_is_corrected_in_the_preview_and_so_written() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", DOUBTS)]);
    let phone = shown
        .problems
        .iter()
        .find(|p| p.field.as_deref() == Some("phone"))
        .expect("a phone that cannot be read");
    assert_eq!(
        (phone.value.as_str(), phone.fixable, phone.row),
        ("0917 12", true, 2),
        "shown with the whole cell, to correct in place"
    );
    let before = shown.problems_total;
    let shown = d
        .app
        .import_fix(&shown.token, &cell(2, "D", Some("0917 555 9876")))
        .expect("corrected");
    assert_eq!(
        (shown.problems_total, shown.fixes.len()),
        (before - 1, 1),
        "checked again at once"
    );
    let back = d
        .app
        .import_fix(&shown.token, &cell(2, "D", None))
        .expect("taken back");
    assert_eq!(
        (back.problems_total, back.fixes.len()),
        (before, 0),
        "a correction can be taken back"
    );
    for wrong in [
        cell(1, "D", Some("x")),
        cell(9, "D", Some("x")),
        cell(2, "?", Some("x")),
    ] {
        let e = d.app.import_fix(&shown.token, &wrong).expect_err("refused");
        assert_eq!(
            (e.code, e.row),
            (ErrorCode::NotFound, Some(wrong.row)),
            "only cells below the titles"
        );
    }
    d.app
        .import_fix(&shown.token, &cell(2, "D", Some("0917 555 9876")))
        .expect("corrected");
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    assert_eq!(
        (done.result.fixed, done.report.fixes[0].now.as_str()),
        (1, "0917 555 9876"),
        "and it is in the report"
    );
    let cruz = d.app.people(&typed("cruz")).expect("hits").rows[0]
        .id
        .clone();
    let page = d.app.person(&cruz).expect("a page");
    assert_eq!(
        page.card.phones[0].e164.as_deref(),
        Some("+639175559876"),
        "written as corrected"
    );
}

#[test]
fn a_sheet_with_a_corrected_name_adds_nobody_the_second_time() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", DOUBTS)]);
    d.app
        .import_fix(&shown.token, &cell(3, "B", Some("Anna Maria")))
        .expect("corrected");
    d.app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    let again = preview(&mut d, &[file("list.csv", DOUBTS)]);
    assert_eq!(
        (again.persons, again.already_there),
        (0, 2),
        "the row is hers, though the sheet still has the old name"
    );
    let other = DOUBTS.replace("Reyes,Ana,1970-11-06", "Reyes,Berta,1982-01-30");
    let other = other.replace("0917 555 1234", "0917 555 4321");
    let next = preview(&mut d, &[file("list.csv", other)]);
    assert_eq!(
        next.persons, 1,
        "somebody else who was typed into that row is new"
    );
}

#[test]
fn hidden_sheets_are_asked_about_one_by_one() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, hidden, who) in [("DITA", false, "Ana"), ("luma 2023", true, "Berta")] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name").set_hidden(hidden);
        for (c, (title, value)) in [("Apelyido", "Reyes"), ("Pangalan", who), ("Bansa", "Oman")]
            .into_iter()
            .enumerate()
        {
            sheet.write_string(0, c as u16, title).expect("a title");
            sheet.write_string(1, c as u16, value).expect("a cell");
        }
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let mut d = device();
    let shown = preview(&mut d, &[file("list.xlsx", bytes.clone())]);
    let hidden = &shown.sheets[1];
    assert_eq!(
        (
            hidden.reason.as_deref(),
            hidden.decided,
            hidden.person_rows,
            shown.persons
        ),
        (Some("hidden"), false, 1, 1),
        "left out until somebody says, with how many it would bring"
    );
    let mut yes = change(1);
    yes.included = Some(true);
    let shown = d.app.import_change(&shown.token, &yes).expect("taken");
    assert_eq!(
        (
            shown.persons,
            shown.sheets[0].included,
            shown.sheets[1].decided
        ),
        (2, true, true),
        "the visible sheet of the same shape is not touched by the answer"
    );
    yes.included = Some(false);
    let shown = d.app.import_change(&shown.token, &yes).expect("left out");
    let done = d
        .app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    let left: Vec<_> = done
        .result
        .left
        .iter()
        .map(|l| (l.reason.as_str(), l.rows))
        .collect();
    assert_eq!(
        (left, d.persons()),
        (vec![("hidden", 1)], 1),
        "what was left out is said"
    );
    let again = preview(&mut d, &[file("next.xlsx", bytes)]);
    assert!(
        again.sheets[1].decided && !again.sheets[1].included,
        "and not asked again for such a sheet of that name"
    );
}

#[test]
fn dates_and_the_barangay_are_settled_for_a_sheet() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", DOUBTS)]);
    let sheet = &shown.sheets[0];
    assert_eq!(
        (
            sheet.ambiguous_dates,
            sheet.without_barangay,
            &sheet.date_order
        ),
        (1, 2, &None),
        "two questions about this sheet"
    );
    let mut answer = change(0);
    (answer.date_order, answer.barangay) = (Some("dmy".into()), Some("0401009007".into()));
    let shown = d.app.import_change(&shown.token, &answer).expect("settled");
    let sheet = &shown.sheets[0];
    assert_eq!(
        (
            sheet.ambiguous_dates,
            sheet.without_barangay,
            sheet.date_order.as_deref()
        ),
        (0, 0, Some("dmy")),
        "both are settled with one answer each"
    );
    assert_eq!(shown.sample[0].birth, "1965-12-05", "day first");
    for (order, place, field) in [("ydm", "", "date_order"), ("", "x", "barangay")] {
        let mut wrong = change(0);
        (wrong.date_order, wrong.barangay) = (Some(order.into()), Some(place.into()));
        let e = d
            .app
            .import_change(&shown.token, &wrong)
            .expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "{order} {place}"
        );
    }
}

#[test]
fn a_choice_outlives_sheets_of_other_shapes() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    let mut edit = change(0);
    (edit.column, edit.field) = (Some("C".into()), Some("destination".into()));
    d.app.import_change(&shown.token, &edit).expect("changed");
    d.app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
    let other = preview(&mut d, &[file("other.csv", OTHER)]);
    d.app
        .import_commit(&other.token, &mut |_| true)
        .expect("written");
    let next = LIST.replace("Juan P. Cruz", "Pedro M. Santos");
    let next = preview(&mut d, &[file("next.csv", next)]);
    assert_eq!(
        next.sample[0].destination, "Qatar",
        "the first sheet's choice is still known"
    );
}

#[test]
fn a_mapping_and_corrections_go_out_and_in_as_json() {
    let mut d = device();
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    let text = d.app.import_mapping(&shown.token).expect("a mapping");
    assert!(
        text.contains("\"Where\": \"ignore\"") && text.contains("\"Name\": \"full_name\""),
        "every column with its title, to edit: {text}"
    );
    let edited = text.replace("\"Where\": \"ignore\"", "\"Where\": \"destination\"");
    d.app.set_mapping(&edited).expect("a mapping");
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    assert_eq!(shown.sample[0].destination, "Qatar", "as edited");
    let list =
        "[{\"file\":\"list.csv\",\"sheet\":\"list\",\"row\":2,\"column\":\"C\",\"now\":\"Oman\"}]";
    let fixed = d.app.import_fixes(&shown.token, list).expect("corrected");
    assert_eq!(fixed.sample[0].destination, "Oman", "as corrected");
    let report = d.app.import_report(&shown.token).expect("a report");
    let report = serde_json::to_string(&report).expect("JSON");
    let shown = preview(&mut d, &[file("list.csv", LIST)]);
    let again = d
        .app
        .import_fixes(&shown.token, &report)
        .expect("a report has them too");
    assert_eq!(again.fixes.len(), 1, "an earlier report's corrections");
    for bad in ["", "{}", "[{}]", "5"] {
        let e = d.app.import_fixes(&shown.token, bad).expect_err("refused");
        assert_eq!(e.code, ErrorCode::BadInput, "{bad:?}");
    }
}
