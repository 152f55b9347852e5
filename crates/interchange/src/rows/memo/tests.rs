//! Reading again after a correction says exactly what reading everything anew says.

use chrono::NaiveDate;

use crate::{
    Fixes, ImportOptions, Mapping, Parsed, Preview, SourceFile, apply, apply_again, preview,
};

const LIST: &str = "No,Name,Birthday,Country,Mobile,Contact Person,Contact Number,Remarks\nPUROK 1,,,,,,,\n\
    1,\"Cruz, Ana\",1990-01-02,KSA,0917 600 1234,Pedro Cruz,0918 600 1234,\n,,,,,Lucia Reyes,0919 600 1111,\n\
    2,\"Reyes, Ben\",1991-01-02,\"\"\"\",0917 600,,,late\n3,\"Abad, Liza\",05/06/1992,ditto,,,,\n\
    PUROK 2,,,,,,,\n4,\"Magno, Jose\",sometime,Quatar,0917 600 1299,,,\n";

fn read(name: &str, text: &str) -> Preview {
    let options = ImportOptions {
        home: None,
        today: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    let bytes = text.as_bytes();
    preview(
        &[SourceFile { name, bytes }],
        &Mapping::default(),
        &options,
        &mut |_| true,
    )
    .unwrap()
}

/// Everything that is said of persons and rows, in words.
fn said(p: &Parsed) -> String {
    let contacts = p.persons.iter().flat_map(|p| &p.contacts);
    let names: Vec<&str> = contacts.map(|c| c.name.as_str()).collect();
    format!("{} {names:?}", serde_json::to_string(&p.report).unwrap())
}

fn alike(p: &Preview, fixes: &Fixes, before: &Parsed, why: &str) -> Parsed {
    let anew = apply(p, &p.mapping, fixes, &mut |_| true).unwrap();
    let again = apply_again(p, &p.mapping, fixes, before, &mut |_| true).unwrap();
    assert!(anew.persons == again.persons, "the same people: {why}");
    assert_eq!(said(&anew), said(&again), "the same report: {why}");
    assert_eq!(
        anew.inputs, again.inputs,
        "known again the next time: {why}"
    );
    again
}

#[test]
fn every_correction_says_what_reading_anew_says() {
    let p = read("list.csv", LIST);
    let (mut before, mut fixes) = (p.parsed.clone(), Fixes::default());
    let cells = [
        (3, "D", "Oman", "the row below says ditto"),
        (3, "E", "0917 600 7777", "a person with a second row"),
        (
            2,
            "A",
            "SITIO ILAYA",
            "a section's name reaches the rows below",
        ),
        (6, "C", "1992-06-05", "a date"),
        (8, "C", "", "a cell made empty"),
        (6, "B", "TOTAL 3", "a row that is nobody any more"),
        (4, "F", "", "a row that adds to nobody any more"),
        (3, "D", "KSA", "the first one taken back"),
    ];
    for (row, column, now, why) in cells {
        fixes
            .set(&p, ("list.csv", "list"), (row, column), now)
            .unwrap();
        before = alike(&p, &fixes, &before, why);
    }
    alike(&p, &Fixes::default(), &before, "all taken back");
}

#[test]
fn entries_without_cells_too() {
    let p = read(
        "cards.vcf",
        "BEGIN:VCARD\nFN:Ana Cruz\nTEL:0917 55\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Cruz\nTEL:0917 56\nEND:VCARD\n",
    );
    let mut fixes = Fixes::default();
    fixes
        .set(&p, ("cards.vcf", ""), (2, "TEL"), "0917 600 1234")
        .unwrap();
    let again = alike(&p, &fixes, &p.parsed, "a number");
    alike(&p, &Fixes::default(), &again, "taken back");
}

#[test]
fn another_meaning_of_a_column_reads_its_sheet_anew() {
    let p = read("list.csv", LIST);
    let mut mapping = p.mapping.clone();
    let shape = p.sheets[0].shape.clone();
    let sheet = mapping.sheets.entry(shape).or_default();
    sheet
        .columns
        .insert("Remarks".into(), crate::Field::Occupation);
    let anew = apply(&p, &mapping, &Fixes::default(), &mut |_| true).unwrap();
    let again = apply_again(&p, &mapping, &Fixes::default(), &p.parsed, &mut |_| true).unwrap();
    assert!(
        anew.persons == again.persons,
        "nothing of the old plan is kept"
    );
    assert_eq!(
        again.persons[1].occupation.as_deref(),
        Some("late"),
        "it was read anew"
    );
}
