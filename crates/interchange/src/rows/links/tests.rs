//! Sheets of an export are joined by whatever the program wrote, also repetitions inside repetitions.

use chrono::NaiveDate;

use crate::{ImportOptions, Mapping, Parsed, SourceFile, preview};

type Sheet<'s> = (&'s str, &'s [&'s [&'s str]]);

fn read(sheets: &[Sheet<'_>]) -> Parsed {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (r, row) in (0u32..).zip(*rows) {
            for (c, text) in (0u16..).zip(*row) {
                sheet.write_string(r, c, *text).expect("in range");
            }
        }
    }
    let bytes = book.save_to_buffer().expect("it fits");
    let options = ImportOptions {
        home: None,
        today: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    let file = SourceFile {
        name: "export.xlsx",
        bytes: &bytes,
    };
    preview(&[file], &Mapping::default(), &options, &mut |_| true)
        .unwrap()
        .parsed
}

fn contacts(p: &Parsed) -> Vec<Vec<&str>> {
    p.persons
        .iter()
        .map(|p| p.contacts.iter().map(|c| c.name.as_str()).collect())
        .collect()
}

#[test]
fn by_the_submissions_id_uuid_key_or_number() {
    let pairs = [
        ("_id", "_submission__id"),
        ("_uuid", "_submission__uuid"),
        ("KEY", "PARENT_KEY"),
        ("_index", "_parent_index"),
    ];
    for (own, below) in pairs {
        let p = read(&[
            (
                "form",
                &[
                    &["full_name", "country", own],
                    &["Ana Cruz", "KSA", "71"],
                    &["Ben Reyes", "Oman", "72"],
                ],
            ),
            (
                "contacts",
                &[
                    &["name", "relation", "phone", below],
                    &["Lina Reyes", "asawa", "0917 600 1111", "72"],
                    &["Pedro Cruz", "asawa", "0917 600 2222", "71"],
                    &["Rosa Cruz", "nanay", "0917 600 3333", "71"],
                    &["Nobody Known", "nanay", "0917 600 4444", "99"],
                ],
            ),
        ]);
        assert_eq!(
            contacts(&p),
            [vec!["Pedro Cruz", "Rosa Cruz"], vec!["Lina Reyes"]],
            "{below}: each to its own, in order"
        );
        let lost = p.report.rows.iter().flat_map(|r| &r.problems);
        assert_eq!(
            lost.filter(|x| x.code == "no_such_submission").count(),
            1,
            "{below}: one without a submission is said, not dropped"
        );
    }
}

#[test]
fn a_repetition_inside_a_repetition_finds_the_person() {
    let p = read(&[
        (
            "form",
            &[
                &["full_name", "country", "_index"],
                &["Ana Cruz", "KSA", "1"],
                &["Ben Reyes", "Oman", "2"],
            ],
        ),
        (
            "house",
            &[
                &["phone", "_index", "_parent_table_name", "_parent_index"],
                &["0917 600 9999", "1", "form", "2"],
                &["0917 600 8888", "2", "form", "1"],
            ],
        ),
        (
            "kin",
            &[
                &[
                    "name",
                    "relation",
                    "_index",
                    "_parent_table_name",
                    "_parent_index",
                ],
                &["Lina Reyes", "asawa", "1", "house", "1"],
                &["Pedro Cruz", "asawa", "2", "house", "2"],
            ],
        ),
    ]);
    let names: Vec<Vec<&str>> = contacts(&p)
        .into_iter()
        .map(|c| c.into_iter().filter(|n| !n.is_empty()).collect())
        .collect();
    assert_eq!(
        names,
        [vec!["Pedro Cruz"], vec!["Lina Reyes"]],
        "the number counts the rows of the sheet it names, not the submissions"
    );
}

/// A form server's export: submissions in one file, each repetition in another.
const MAIN: &str = "SubmissionDate,migrant-full_name,migrant-country,KEY\n2025-06-01,Ana Cruz,KSA,uuid:11111111-aa\n2025-06-02,Ben Reyes,Oman,uuid:22222222-bb\n";
const CONTACTS: &str = "contact-name,contact-phone,PARENT_KEY,KEY\nPedro Cruz,0917 555 1234,uuid:11111111-aa,uuid:11111111-aa/contact[1]\nLita Cruz,0918 555 1234,uuid:11111111-aa,uuid:11111111-aa/contact[2]\nRosa Reyes,0919 555 1234,uuid:22222222-bb,uuid:22222222-bb/contact[1]\n";

fn files(all: &[(&str, &[u8])]) -> Parsed {
    let files: Vec<_> = all
        .iter()
        .map(|(name, bytes)| SourceFile { name, bytes })
        .collect();
    let options = ImportOptions {
        home: None,
        today: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    preview(&files, &Mapping::default(), &options, &mut |_| true)
        .unwrap()
        .parsed
}

#[test]
fn repetitions_in_files_of_their_own_are_one_import() {
    let (main, contacts_of) = (
        ("form.csv", MAIN.as_bytes()),
        ("form-contact.csv", CONTACTS.as_bytes()),
    );
    for order in [[main, contacts_of], [contacts_of, main]] {
        let p = files(&order);
        assert_eq!(
            contacts(&p),
            [vec!["Pedro Cruz", "Lita Cruz"], vec!["Rosa Reyes"]],
            "joined by the key, in whatever order they are given"
        );
        let names: Vec<&str> = p.report.files.iter().map(|f| f.file.as_str()).collect();
        let given: Vec<&str> = order.iter().map(|(n, _)| *n).collect();
        assert_eq!(names, given, "the report keeps the order given");
    }
}

#[test]
fn a_zip_of_tables_is_its_tables() {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default();
    for (name, text) in [
        ("export/form-contact.csv", CONTACTS),
        ("export/form.csv", MAIN),
        ("media/a.jpg", "x"),
    ] {
        zip.start_file(name, plain).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let p = files(&[("form.zip", &bytes)]);
    assert_eq!(
        contacts(&p),
        [vec!["Pedro Cruz", "Lita Cruz"], vec!["Rosa Reyes"]],
        "as if the files had been given"
    );
}

#[test]
fn the_same_file_twice_is_read_once_and_two_of_one_name_are_told_apart() {
    let again = MAIN.replace("Ana", "Carla").replace("1111", "3333");
    let p = files(&[
        ("form.csv", MAIN.as_bytes()),
        ("form.csv", MAIN.as_bytes()),
        ("form.csv", again.as_bytes()),
    ]);
    let names: Vec<&str> = p.report.files.iter().map(|f| f.file.as_str()).collect();
    assert_eq!(
        names,
        ["form.csv", "form (2).csv"],
        "each content once, by a name of its own"
    );
    assert_eq!(p.persons.len(), 4, "and nobody twice");
    let told = p.report.skipped.iter().filter(|s| s.reason == "same_file");
    assert_eq!(told.count(), 1, "the report says so");
}
