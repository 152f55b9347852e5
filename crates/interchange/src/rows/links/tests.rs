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
