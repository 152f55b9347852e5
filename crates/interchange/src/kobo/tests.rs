//! Form definitions.

use super::*;
use crate::book::Row;

fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    let rows = (1u32..).zip(rows).map(|(number, cells)| Row {
        number,
        cells: (0u16..)
            .zip(cells.iter().map(|t| Cell::Text((*t).to_owned())))
            .collect(),
    });
    Sheet {
        name: name.to_owned(),
        rows: rows.collect(),
        ..Sheet::default()
    }
}

#[test]
fn codes_become_labels() {
    let form = Book {
        sheets: vec![
            sheet(
                "survey",
                &[
                    &["type", "name", "label"],
                    &["select_one brgy", "barangay", "Barangay"],
                ],
            ),
            sheet(
                "choices",
                &[
                    &["list_name", "name", "label::Filipino", "label::English"],
                    &["brgy", "b2", "Kanlurang Dalipit", "Dalipit West"],
                ],
            ),
        ],
    };
    assert!(is_form(&form), "survey and choices make a form");
    let mut forms = Forms::default();
    forms.add(&form);
    let mut data = Book {
        sheets: vec![sheet("data", &[&["lugar/barangay", "x"], &["b2", "b2"]])],
    };
    assert!(!is_form(&data), "an export is no form");
    forms.decode(&mut data);
    let row = &data.sheets[0].rows[1];
    assert_eq!(
        (row.text(0).as_str(), row.text(1).as_str()),
        ("Dalipit West", "b2"),
        "only the question's own column"
    );
}
