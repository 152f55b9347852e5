//! Corrections: read at once, the sheet untouched, named in the report, nothing kept of who said no.

use super::*;
use crate::{ImportOptions, Mapping, SourceFile, apply, preview};
use proptest::prelude::*;

const LIST: &str = "LIST OF OFWS\nName,Birthday,CP No.,Consent\nJuan P. Cruz,05/12/1965,0917 12,oo\nAna C. Reyes,1970-11-06,,hindi\n";

fn open(text: &str) -> Preview {
    let options = ImportOptions {
        home: None,
        today: chrono::NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    let file = SourceFile {
        name: "a.csv",
        bytes: text.as_bytes(),
    };
    preview(&[file], &Mapping::default(), &options, &mut |_| true).unwrap()
}

fn read(p: &Preview, fixes: &Fixes) -> crate::Parsed {
    apply(p, &p.mapping, fixes, &mut |_| true).unwrap()
}

#[test]
fn a_corrected_cell_is_read_and_the_file_stays() {
    let p = open(LIST);
    let mut fixes = Fixes::default();
    let codes = |parsed: &crate::Parsed| -> Vec<String> {
        let rows = parsed.report.rows.iter().filter(|r| r.row == 3);
        rows.flat_map(|r| r.problems.iter().map(|p| p.code.clone()))
            .collect()
    };
    assert_eq!(
        codes(&p.parsed),
        ["ambiguous_date", "phone_too_short"],
        "two doubts to start with"
    );
    fixes
        .set(&p, ("a.csv", "a"), (3, "b"), " 1965-12-05 ")
        .unwrap();
    fixes
        .set(&p, ("a.csv", "a"), (3, "C"), "0917 555 1234")
        .unwrap();
    let parsed = read(&p, &fixes);
    assert!(codes(&parsed).is_empty(), "both are settled");
    let juan = &parsed.persons[0];
    assert_eq!(
        juan.birth.map(|b| b.to_string()).as_deref(),
        Some("1965-12-05"),
        "the correction is what counts"
    );
    assert_eq!(
        juan.phones[0].e164.as_deref(),
        Some("+639175551234"),
        "in every cell"
    );
    let named: Vec<_> = parsed.report.fixes.iter().collect();
    assert_eq!(
        (named.len(), named[0].was.as_str(), named[0].now.as_str()),
        (2, "05/12/1965", "1965-12-05"),
        "the report says what was and what is read"
    );
    assert_eq!(
        p.cell("a.csv", "a", 3, "B").as_deref(),
        Some("05/12/1965"),
        "the file's own cell is as it was"
    );
    fixes.take_back("a.csv", "a", 3, "B");
    fixes.set(&p, ("a.csv", "a"), (3, "C"), "0917 12").unwrap();
    assert_eq!(
        read(&p, &fixes).report.rows[2].problems,
        p.parsed.report.rows[2].problems,
        "taken back, and typed as it was: as before"
    );
    assert_eq!(fixes.iter().count(), 0, "and nothing is left of them");
}

#[test]
fn only_cells_below_a_header_are_corrected() {
    let p = open(LIST);
    let mut fixes = Fixes::default();
    for (sheet, row, column) in [
        ("a", 2, "A"),
        ("a", 9, "A"),
        ("b", 3, "A"),
        ("a", 3, ""),
        ("a", 3, "ZZZ"),
        ("a", 3, "4"),
    ] {
        let e = fixes.set(&p, ("a.csv", sheet), (row, column), "x");
        assert_eq!(e, Err(NoSuchCell), "{sheet}!{column}{row} is no such cell");
    }
}

#[test]
fn an_empty_cell_is_filled_and_a_filled_one_emptied() {
    let p = open(LIST.replace("hindi", "oo").as_str());
    let mut fixes = Fixes::default();
    fixes
        .set(&p, ("a.csv", "a"), (4, "C"), "0918 555 1234")
        .unwrap();
    fixes.set(&p, ("a.csv", "a"), (3, "C"), "").unwrap();
    let parsed = read(&p, &fixes);
    assert_eq!(
        [
            parsed.persons[0].phones.len(),
            parsed.persons[1].phones.len()
        ],
        [0, 1],
        "one phone less, one more"
    );
}

#[test]
fn nothing_is_kept_of_somebody_who_said_no() {
    let p = open(LIST);
    let mut fixes = Fixes::default();
    fixes
        .set(&p, ("a.csv", "a"), (4, "A"), "Ana M. Reyes")
        .unwrap();
    let parsed = read(&p, &fixes);
    assert!(
        parsed.report.fixes.is_empty() && parsed.persons.len() == 1,
        "a correction in a row that stays out is not in the report"
    );
}

proptest! {
    #[test]
    fn any_correction_is_read_without_a_panic(row in 0u32..7, column in "[A-E]{1,2}", now in ".{0,40}") {
        let p = open(LIST);
        let mut fixes = Fixes::default();
        let known = fixes.set(&p, ("a.csv", "a"), (row, &column), &now).is_ok();
        let parsed = read(&p, &fixes);
        prop_assert!(
            parsed.report.fixes.len() <= usize::from(known),
            "one correction is named once at most"
        );
    }
}
