//! Corrections found again in the same file, in a later one, and not elsewhere.

use super::*;
use crate::{ImportOptions, Mapping, SourceFile, preview};

const LIST: &str = "Name,Birthday,CP No.\nJuan P. Cruz,1965-12-05,0917 12\nAna C. Reyes,1970-11-06,0917 555 1234\n";
const CARDS: &str = "BEGIN:VCARD\nFN:Ana Cruz\nTEL:0917 55\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Cruz\nTEL:0917 56\nEND:VCARD\n";

fn open(name: &str, text: &str) -> Preview {
    let options = ImportOptions {
        home: None,
        today: chrono::NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    let file = SourceFile {
        name,
        bytes: text.as_bytes(),
    };
    preview(&[file], &Mapping::default(), &options, &mut |_| true).unwrap()
}

/// One correction of a file, as it is remembered.
fn one(p: &Preview, at: (&str, &str), cell: (u32, &str), now: &str) -> Remembered {
    let mut fixes = Fixes::default();
    fixes.set(p, at, cell, now).unwrap();
    p.to_remember(fixes.iter().next().unwrap()).unwrap()
}

fn found(p: &Preview, known: &Remembered) -> Vec<(u32, String, String)> {
    let again = p.found_again(std::slice::from_ref(known));
    let each = again.iter();
    each.map(|f| (f.row, f.column.clone(), f.now.clone()))
        .collect()
}

#[test]
fn a_cell_is_found_again_by_its_row() {
    let p = open("a.csv", LIST);
    let known = one(&p, ("a.csv", "a"), (2, "C"), "0917 555 9876");
    let wanted = [(2, "C".to_owned(), "0917 555 9876".to_owned())];
    assert_eq!(found(&p, &known), wanted, "the same file");
    assert_eq!(
        found(&open("july.csv", LIST), &known),
        wanted,
        "under another name"
    );
    let later = LIST.replace("Juan P.", "Liza M. Abad,1980-01-30,0917 555 4444\nJuan P.");
    assert_eq!(
        found(&open("b.csv", &later), &known)[0].0,
        3,
        "further down in next month's file"
    );
    for (changed, why) in [
        (
            LIST.replace("0917 12", "0917 555 1111"),
            "the cell was settled in the sheet",
        ),
        (
            LIST.replace("1965", "1966"),
            "the row says something else now",
        ),
        (LIST.replace("Birthday", "Born"), "another shape"),
    ] {
        assert!(found(&open("a.csv", &changed), &known).is_empty(), "{why}");
    }
}

#[test]
fn an_entry_is_found_again_by_what_it_says() {
    let p = open("a.vcf", CARDS);
    let known = one(&p, ("a.vcf", ""), (2, "tel"), "0917 555 9876");
    assert_eq!(
        (
            known.shape.as_str(),
            known.column.as_str(),
            known.was.as_str()
        ),
        ("vcard", "TEL", "0917 56"),
        "by its property"
    );
    let halves: Vec<&str> = CARDS.split_inclusive("END:VCARD\n").collect();
    let turned = [halves[1], halves[0]].concat();
    assert_eq!(
        found(&open("b.vcf", &turned), &known),
        [(1, "TEL".to_owned(), "0917 555 9876".to_owned())],
        "wherever its card stands"
    );
    assert_eq!(p.shapes(), ["vcard"], "asked for by this");
}
