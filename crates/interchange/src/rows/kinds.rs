//! Rows that are no data: totals, notes and signatures, sections. By their words and their shape.

use ugnay_places::{country_by_name, fold};

use super::Walk;
use crate::book::{Cell, Row};
use crate::field::Field;
use crate::report::RowKind;

const TOTAL: [&str; 9] = [
    "total", "kabuuan", "grand", "subtotal", "kabuoan", "lahat", "totals", "sum", "suma",
];
const NOTE: [&str; 26] = [
    "inihanda",
    "prepared",
    "noted",
    "pinagtibay",
    "certified",
    "attested",
    "submitted",
    "approved",
    "source",
    "note",
    "notes",
    "paalala",
    "nagsumite",
    "legend",
    "tandaan",
    "checked",
    "verified",
    "encoded",
    "reviewed",
    "nilagdaan",
    "signed",
    "sinuri",
    "pinatunayan",
    "page",
    "nb",
    "remarks",
];
const SIGNERS: [&str; 9] = [
    "brgy secretary",
    "barangay secretary",
    "punong barangay",
    "barangay captain",
    "brgy captain",
    "kalihim",
    "kapitan",
    "municipal mayor",
    "ofw desk",
];
const SECTION: [&str; 14] = [
    "purok",
    "sitio",
    "zone",
    "prk",
    "sona",
    "barangay",
    "brgy",
    "bgy",
    "street",
    "subdivision",
    "household",
    "block",
    "batch",
    "cluster",
];

fn filled(row: &Row) -> Vec<String> {
    row.cells
        .iter()
        .map(|(_, c)| c.text())
        .filter(|t| !t.is_empty())
        .collect()
}

/// "KABUUAN / TOTAL | 204", "TOTAL NO. OF OFW: 204".
pub(super) fn is_total(row: &Row) -> bool {
    let cells = filled(row);
    let texts: Vec<&String> = cells
        .iter()
        .filter(|t| t.chars().any(char::is_alphabetic))
        .collect();
    let [only] = texts.as_slice() else {
        return false;
    };
    let folded = fold(only);
    let first = folded.split(' ').take(2).any(|w| TOTAL.contains(&w));
    let counted = cells.iter().any(|t| t.chars().any(|c| c.is_ascii_digit()));
    first && (counted || folded.split(' ').count() <= 3)
}

fn is_note(row: &Row) -> bool {
    let cells = filled(row);
    if cells.len() > 4 {
        return false;
    }
    cells.iter().any(|t| {
        let f = fold(t);
        let first = f.split(' ').next().unwrap_or_default();
        let worded = NOTE.contains(&first)
            && (t.contains(':') || f.contains(" by") || f.contains(" ni") || cells.len() == 1);
        worded
            || SIGNERS
                .iter()
                .any(|s| f == *s || f.ends_with(s) && cells.len() <= 2)
            || (t.starts_with('*') && cells.len() == 1)
    })
}

/// The kind of a row that is not data, if it is none.
pub(super) fn not_data(row: &Row, walk: &Walk<'_>) -> Option<RowKind> {
    if is_total(row) {
        return Some(RowKind::Total);
    }
    if is_note(row) {
        return Some(RowKind::Note);
    }
    let number = walk.plan.column(Field::RowNumber);
    let has_number = number.is_some_and(|n| {
        row.get(n).is_some_and(|c| {
            matches!(c, Cell::Number(_)) || c.text().chars().any(|x| x.is_ascii_digit())
        })
    });
    if walk.after_end() && row.cells.len() <= 3 && !(has_number && row.cells.len() > 1) {
        return Some(RowKind::Note);
    }
    section(row, walk)
}

fn section(row: &Row, walk: &Walk<'_>) -> Option<RowKind> {
    let cells = filled(row);
    let [text] = cells.as_slice() else {
        let spelled = cells.join(" ");
        let first = fold(&spelled);
        let two =
            cells.len() == 2 && SECTION.contains(&first.split(' ').next().unwrap_or_default());
        let in_name = walk.plan.name_columns().any(|c| {
            row.get(c)
                .is_some_and(|x| x.text().chars().any(char::is_alphabetic))
        });
        return (two && !in_name).then_some(RowKind::Section);
    };
    let (column, cell) = row.cells.first()?;
    let folded = fold(text);
    let worded = folded.split(' ').any(|w| SECTION.contains(&w)) || country_by_name(text).is_some();
    let spans = walk
        .sheet
        .merges
        .iter()
        .any(|m| m.rows.0 == row.number && m.columns.1.saturating_sub(m.columns.0) >= 2);
    if worded || spans {
        return Some(RowKind::Section);
    }
    if matches!(cell, Cell::Number(_)) || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let data_columns = walk
        .plan
        .header
        .columns
        .iter()
        .filter(|c| !matches!(c.field, Field::Ignore | Field::RowNumber))
        .count();
    let in_name = walk.plan.name_columns().any(|c| c == *column);
    let known = walk
        .plan
        .header
        .columns
        .iter()
        .any(|c| c.index == *column && c.field.contact().is_some());
    if known {
        return None;
    }
    if in_name {
        // A lone text in the name column of a numbered list is a heading or a remark, not a person.
        let sentence = text.split_whitespace().count() > 6 || text.ends_with(':');
        return (data_columns > 1 && walk.plan.numbered || sentence).then_some(if sentence {
            RowKind::Note
        } else {
            RowKind::Section
        });
    }
    (data_columns > 1).then_some(if text.split_whitespace().count() > 6 {
        RowKind::Note
    } else {
        RowKind::Section
    })
}
