//! Corrections are found again in the same file, also in entries without cells, and go with their person.

use crate::dto::{CellFix, ImportPreview};
use crate::import::InFile;
use crate::import::tests::{DOUBTS, file, preview};
use crate::testing::{Device, device, typed};

const CARDS: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Cruz\nTEL:0917 555 1234\nTEL:0917 55\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Ben Reyes\nBDAY:sometime\nEND:VCARD\n";

fn fix(
    d: &mut Device,
    shown: &ImportPreview,
    at: (&str, &str),
    cell: (u32, &str),
    now: Option<&str>,
) -> ImportPreview {
    let fix = CellFix {
        file: at.0.into(),
        sheet: at.1.into(),
        row: cell.0,
        column: cell.1.into(),
        now: now.map(str::to_owned),
    };
    d.app.import_fix(&shown.token, &fix).expect("corrected")
}

fn commit(d: &mut Device, shown: &ImportPreview) {
    d.app
        .import_commit(&shown.token, &mut |_| true)
        .expect("written");
}

fn cards() -> [InFile; 1] {
    [file("cards.vcf", CARDS)]
}

#[test]
fn an_entry_is_corrected_in_place_by_its_property() {
    let mut d = device();
    let shown = preview(&mut d, &cards());
    let places: Vec<(u32, Option<&str>, bool, &str)> = shown
        .problems
        .iter()
        .map(|p| (p.row, p.column.as_deref(), p.fixable, p.value.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            (1, Some("TEL 2"), true, "0917 55"),
            (2, Some("BDAY"), true, "sometime")
        ],
        "each doubt says in which entry and property, and can be corrected"
    );
    let shown = fix(
        &mut d,
        &shown,
        ("cards.vcf", ""),
        (1, "TEL 2"),
        Some("0918 555 1234"),
    );
    let list = "[{\"file\":\"cards.vcf\",\"row\":2,\"column\":\"BDAY\",\"now\":\"13 Mayo 1990\"}]";
    let shown = d
        .app
        .import_fixes(&shown.token, list)
        .expect("by a list too");
    assert_eq!(
        (shown.problems_total, shown.fixes.len()),
        (0, 2),
        "both are settled"
    );
    commit(&mut d, &shown);
    let cruz = d.app.people(&typed("cruz")).expect("hits").rows[0]
        .id
        .clone();
    let page = d.app.person(&cruz).expect("a page");
    assert_eq!(
        page.card.phones[1].e164.as_deref(),
        Some("+639185551234"),
        "written as corrected"
    );
}

#[test]
fn a_card_that_says_nobody_is_no_person_until_somebody_says_who() {
    let mut d = device();
    let cards = format!("{CARDS}BEGIN:VCARD\nVERSION:4.0\nADR:;;street;city;;;\nEND:VCARD\n");
    let shown = preview(&mut d, &[file("cards.vcf", cards)]);
    assert_eq!(
        shown.persons, 2,
        "a card without name, number or contact is nobody"
    );
    let doubt = shown.problems.iter().find(|p| p.row == 3);
    assert!(
        doubt.is_some_and(|p| p.fixable && p.code == "name_incomplete"),
        "but it is shown"
    );
    let named = fix(
        &mut d,
        &shown,
        ("cards.vcf", ""),
        (3, "N"),
        Some("Abad, Liza"),
    );
    assert_eq!(named.persons, 3, "with a name it is somebody");
    let back = fix(&mut d, &named, ("cards.vcf", ""), (3, "N"), None);
    commit(&mut d, &back);
    assert_eq!(d.persons(), 2, "and the others come in without it");
}

#[test]
fn the_same_file_is_read_as_corrected() {
    let mut d = device();
    let shown = preview(&mut d, &cards());
    let shown = fix(
        &mut d,
        &shown,
        ("cards.vcf", ""),
        (2, "BDAY"),
        Some("1990-05-13"),
    );
    commit(&mut d, &shown);
    let again = preview(&mut d, &cards());
    assert_eq!(
        (again.persons, again.already_there, again.problems_total),
        (0, 2, 1),
        "everybody is known and the corrected doubt is not asked again"
    );
    let fixes: Vec<(&str, bool)> = again
        .fixes
        .iter()
        .map(|f| (f.now.as_str(), f.earlier))
        .collect();
    assert_eq!(
        fixes,
        [("1990-05-13", true)],
        "it is shown, as one of before"
    );
    let back = fix(&mut d, &again, ("cards.vcf", ""), (2, "BDAY"), None);
    assert_eq!(back.problems_total, 2, "and can be taken back");
    commit(&mut d, &back);
    let third = preview(&mut d, &cards());
    assert!(third.fixes.is_empty(), "then it is forgotten");
}

#[test]
fn next_months_sheet_is_read_as_corrected() {
    let mut d = device();
    let shown = preview(&mut d, &[file("june.csv", DOUBTS)]);
    let shown = fix(
        &mut d,
        &shown,
        ("june.csv", "june"),
        (2, "D"),
        Some("0917 555 9876"),
    );
    commit(&mut d, &shown);
    let longer = DOUBTS.replacen("Cruz,", "Abad,Liza,1980-01-30,0917 555 4444,Oman\nCruz,", 1);
    let next = preview(&mut d, &[file("july.csv", longer)]);
    assert_eq!(
        (next.persons, next.fixes[0].row, next.fixes[0].earlier),
        (1, 3, true),
        "the row moved down and is still known by what it says"
    );
}

#[test]
fn what_was_dropped_is_not_remembered_and_an_erased_person_leaves_nothing() {
    let mut d = device();
    let shown = preview(&mut d, &cards());
    let shown = fix(
        &mut d,
        &shown,
        ("cards.vcf", ""),
        (2, "BDAY"),
        Some("1990-05-13"),
    );
    d.app.import_drop(&shown.token);
    let shown = preview(&mut d, &cards());
    assert!(shown.fixes.is_empty(), "only what was written is kept");
    let shown = fix(
        &mut d,
        &shown,
        ("cards.vcf", ""),
        (2, "BDAY"),
        Some("1990-05-13"),
    );
    commit(&mut d, &shown);
    let ben = d.app.people(&typed("reyes")).expect("hits").rows[0]
        .id
        .clone();
    let copy = d.app.access_copy(&ben).expect("a copy");
    assert!(
        copy.contains("\"was\": \"sometime\""),
        "his copy says what was corrected about him"
    );
    d.app.erase_person(&ben).expect("erased");
    let again = preview(&mut d, &cards());
    assert!(again.fixes.is_empty(), "the correction went with him");
}
