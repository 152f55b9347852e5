//! Rows that are no data: totals, notes and signatures, sections. By their words and their shape.

use ugnay_places::{country_by_name, fold, is_only_a_country_code};

use super::Walk;
use crate::book::{Cell, Row, Sheet};
use crate::field::Field;
use crate::report::RowKind;
use crate::sheet::Plan;

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

/// Countries that are given names too.
const CALLED_AFTER: [&str; 9] = [
    "jordan", "israel", "georgia", "chad", "india", "kenya", "china", "ireland", "dominica",
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
    if below_the_list(row, walk) {
        return Some(RowKind::Note);
    }
    section(row, walk)
}

/// Words somebody wrote under a list: a cell or two in a row where the list fills most of its columns, after the last such
/// row, and no whole name. A person of whom only the name is known has more than one word to it.
fn below_the_list(row: &Row, walk: &Walk<'_>) -> bool {
    let in_name = |c: u16| walk.plan.name_columns().any(|n| n == c);
    let name = row
        .cells
        .iter()
        .filter(|(c, _)| in_name(*c))
        .map(|(_, cell)| cell.text())
        .collect::<Vec<_>>()
        .join(" ");
    let capital = name.chars().find(|c| c.is_alphabetic());
    let whole = name.split_whitespace().count() > 1 && capital.is_some_and(char::is_uppercase);
    row.number > walk.last_full && row.cells.len() <= 2 && !whole && !name.is_empty()
}

/// The last row that fills more than half of the columns that mean something, where there are four of them and more.
pub(super) fn last_full(sheet: &Sheet, plan: &Plan) -> u32 {
    let columns: Vec<u16> = plan
        .header
        .columns
        .iter()
        .filter(|c| c.field != Field::Ignore)
        .map(|c| c.index)
        .collect();
    let full = |r: &&Row| {
        let filled = r.cells.iter().filter(|(c, _)| columns.contains(c)).count();
        r.number >= plan.first_data_row() && filled.saturating_mul(2) > columns.len()
    };
    if columns.len() < 4 {
        return u32::MAX;
    }
    let last = sheet.rows.iter().rev().find(full);
    last.map_or(u32::MAX, |r| r.number)
}

/// Titles in words under a row of a program's names: "full_name_i_c", below it "Full Name - required".
pub(super) fn captions(row: &Row, walk: &Walk<'_>) -> bool {
    let first = row.number == walk.plan.first_data_row() && !walk.plan.header.rows.is_empty();
    let texts = row.cells.iter().all(|(_, c)| matches!(c, Cell::Text(_)));
    if !first || !texts || row.cells.len() < 4 {
        return false;
    }
    let telling = |c: u16| {
        let mut columns = walk.plan.header.columns.iter();
        columns.any(|x| x.index == c && x.field != Field::Ignore)
    };
    let told: Vec<&Cell> = row
        .cells
        .iter()
        .filter(|(c, _)| telling(*c))
        .map(|(_, cell)| cell)
        .collect();
    let titles = told
        .iter()
        .filter(|c| crate::header::words::meaning(&c.text(), None).is_some())
        .count();
    titles >= 3 && titles.saturating_mul(10) >= told.len().saturating_mul(6)
}

/// A country's name as a heading. Where names stand, a code is a name ("Ben", "Mar"), and so is a country that people are
/// called after.
fn a_country(text: &str, in_name: bool) -> bool {
    let called = || CALLED_AFTER.contains(&fold(text).as_str());
    country_by_name(text).is_some() && !(in_name && (is_only_a_country_code(text) || called()))
}

/// Whether a text above the header heads the first people as a section would: a purok, a country abroad. Whole, so that "Republic
/// of the Philippines" and "LIST OF OFWS IN SAUDI" stay titles.
pub(super) fn heads_people(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let purok = matches!(
        words.first(),
        Some(&("purok" | "sitio" | "zone" | "prk" | "sona"))
    );
    let abroad = || {
        let country = country_by_name(text).filter(|_| !is_only_a_country_code(text));
        country.is_some_and(|c| c.to_string() != "PH")
    };
    purok && (2..=4).contains(&words.len()) || abroad()
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
    let in_name = walk.plan.name_columns().any(|c| c == *column);
    let worded = fold(text).split(' ').any(|w| SECTION.contains(&w)) || a_country(text, in_name);
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
        .filter(|c| {
            !matches!(
                c.field,
                Field::Ignore | Field::RowNumber | Field::HouseholdNumber
            )
        })
        .count();
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
