//! The two steps: editing the mapping, remembering it, cancelling, the report's shape.

use super::*;
use crate::field::Field;
use crate::value::date::DateOrder;

fn options() -> ImportOptions {
    ImportOptions {
        home: None,
        today: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    }
}

const LIST: &str = "Name,Birthday,Where\nJuan P. Cruz,05/12/1965,Qatar\n";

fn open(text: &str, remembered: &Mapping) -> Preview {
    preview(
        &[SourceFile {
            name: "a.csv",
            bytes: text.as_bytes(),
        }],
        remembered,
        &options(),
        &mut |_| true,
    )
    .unwrap()
}

#[test]
fn an_edited_mapping_is_applied_and_remembered() {
    let first = open(LIST, &Mapping::default());
    assert!(
        first.parsed.persons[0].destination.country.is_none(),
        "'Where' is not understood"
    );
    let mut mapping = first.mapping.clone();
    let sheet = mapping.sheets.values_mut().next().unwrap();
    sheet.columns.insert("Where".into(), Field::Destination);
    sheet.date_order = Some(DateOrder::Dmy);
    let parsed = apply(&first, &mapping, &Fixes::default(), &mut |_| true).unwrap();
    let p = &parsed.persons[0];
    assert_eq!(
        p.destination.country.map(|c| c.to_string()).as_deref(),
        Some("QA"),
        "the edit counts"
    );
    assert_eq!(
        p.birth.map(|b| b.to_string()).as_deref(),
        Some("1965-12-05"),
        "the chosen order too"
    );
    assert!(
        parsed.report.rows[1].problems.is_empty(),
        "a chosen order is no doubt"
    );
    let stored = serde_json::to_string(&mapping).unwrap();
    let remembered: Mapping = serde_json::from_str(&stored).unwrap();
    let again = open(
        "Name,Birthday,Where\nAna C. Reyes,06/11/1970,Oman\n",
        &remembered,
    );
    assert!(
        again.parsed.persons[0].destination.country.is_some(),
        "the next sheet of the same shape is read so at once"
    );
}

#[test]
fn the_report_has_the_contracts_shape() {
    let mut parsed = open(LIST, &Mapping::default()).parsed;
    parsed.report.set_ids("imp", &["id-1".to_owned()]);
    let json = serde_json::to_value(&parsed.report).unwrap();
    assert_eq!(json["import_id"], "imp", "given by the register");
    assert_eq!(
        json["files"][0]["sheets"][0]["header_rows"][0], 1,
        "header rows by sheet"
    );
    assert_eq!(
        json["files"][0]["sheets"][0]["mapping"]["Name"], "full_name",
        "mapping by title"
    );
    assert_eq!(json["rows"][0]["kind"], "header", "rows have kinds");
    assert_eq!(
        json["rows"][0]["person"],
        serde_json::Value::Null,
        "a header is nobody"
    );
    assert_eq!(
        json["rows"][1]["person"], "id-1",
        "a person row has the record's id"
    );
    assert_eq!(
        json["rows"][1]["problems"][0]["code"], "ambiguous_date",
        "problems by cell"
    );
    assert_eq!(
        json["rows"][1]["problems"][0]["column"], "B",
        "with the column's letters"
    );
}

#[test]
fn a_preview_can_be_cancelled_and_a_bad_file_named() {
    let file = SourceFile {
        name: "a.csv",
        bytes: LIST.as_bytes(),
    };
    let cancelled = preview(&[file], &Mapping::default(), &options(), &mut |_| false).err();
    assert_eq!(
        cancelled,
        Some(ImportError::Cancelled),
        "the callback decides"
    );
    let bad = SourceFile {
        name: "b.xlsx",
        bytes: b"PK\x03\x04",
    };
    let e = preview(&[file, bad], &Mapping::default(), &options(), &mut |_| true)
        .err()
        .unwrap();
    assert!(
        e.to_string().starts_with("b.xlsx"),
        "the message names the file"
    );
}

#[test]
fn a_letter_named_as_a_workbook_is_refused_and_a_list_is_not() {
    let read = |name: &str, text: &str| {
        let files = [SourceFile {
            name,
            bytes: text.as_bytes(),
        }];
        let read = preview(&files, &Mapping::default(), &options(), &mut |_| true);
        read.map(|p| p.parsed.persons.len())
    };
    let letters = [
        "Dear Captain,\n\nplease send us the list of workers, as agreed.\n\nYours, the office\n",
        "Mahal na Kapitan\n\nPakipadala po ang listahan ng mga OFW sa inyong barangay.\n",
        "one line only",
    ];
    for letter in letters {
        for name in ["letter.xlsx", "LETTER.XLS", "letter.ods"] {
            let refused = read(name, letter).err();
            assert_eq!(
                refused.as_ref().map(ImportError::code),
                Some("file_not_a_sheet"),
                "{name} holds no table, whatever its name says"
            );
            assert!(
                refused.is_some_and(|e| e.to_string().contains(name)),
                "the file is named"
            );
        }
    }
    for name in ["list.xls", "list.xlsx", "list.txt"] {
        assert_eq!(
            read(name, &LIST.replace(',', "\t")),
            Ok(1),
            "{name}: a table saved as text is read by its content"
        );
    }
}
