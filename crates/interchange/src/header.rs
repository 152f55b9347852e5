//! Finding the header of a sheet: which rows, and what each column means. Words are in `header/words.rs`.
//! Proposes only; the mapping can be edited before anything is applied.

use crate::book::{Cell, Row, Sheet};
use crate::field::Field;

pub(crate) mod guess;
mod repeats;
mod settle;
#[cfg(test)]
mod tests;
mod vocabulary;
pub(crate) mod words;

use words::{Group, Meaning};

/// A column as found.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub index: u16,
    /// Header text; parents of a two-row header before it with " / ".
    pub header: String,
    pub field: Field,
    /// Text that says the order of a date or a name ("dd/mm/yyyy", "Last Name, First Name").
    pub confident: bool,
}

/// The header of a sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Header {
    /// Row numbers; empty when the meaning was guessed from the content.
    pub rows: Vec<u32>,
    pub columns: Vec<Column>,
}

/// Rows searched for a header.
const DEPTH: usize = 60;
const LONGEST_HEADER: usize = 90;

fn header_text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(t) if t.trim().chars().count() <= LONGEST_HEADER => {
            Some(t.trim().replace(['\n', '\r'], " "))
        }
        _ => None,
    }
}

/// Cells of a row that read like column titles, and all its cells.
fn score(row: &Row) -> (usize, usize) {
    let known = row
        .cells
        .iter()
        .filter(|(_, c)| header_text(c).is_some_and(|t| words::meaning(&t, None).is_some()))
        .count();
    (known, row.cells.len())
}

/// Finds the header, or proposes columns by their content when there is none.
pub(crate) fn find(sheet: &Sheet) -> Header {
    let best = sheet
        .rows
        .iter()
        .take(DEPTH)
        .enumerate()
        .map(|(i, r)| (score(r), i, r))
        .filter(|((known, all), _, r)| {
            let half = known.saturating_mul(2) >= *all;
            let third = known.saturating_mul(3) >= *all;
            *known >= 2 && half || *known >= 5 && third || *known >= 3 && third && names_a_person(r)
        })
        .max_by_key(|((known, _), i, _)| (*known, std::cmp::Reverse(*i)))
        .map(|(_, i, _)| i)
        .or_else(|| sheet.rows.iter().take(4).position(is_machine_header));
    let Some(at) = best else {
        return single_column(sheet).unwrap_or_else(|| guess::by_content(sheet));
    };
    let rows = header_rows(sheet, at);
    let mut columns = columns(sheet, &rows);
    let repeated = repeats::set_aside(&mut columns);
    settle::settle(&mut columns, sheet);
    repeats::settle(&mut columns, repeated);
    guess::fill_unknown(sheet, &rows, &mut columns);
    Header {
        rows: rows.iter().map(|r| r.number).collect(),
        columns,
    }
}

fn names_a_person(row: &Row) -> bool {
    let meanings = row
        .cells
        .iter()
        .filter_map(|(_, c)| words::meaning(&header_text(c)?, None));
    meanings.into_iter().any(|m| m.field.is_name())
}

/// Column names of a program: "patient_id", "person.firstName", each once.
fn is_machine_header(row: &Row) -> bool {
    let texts: Vec<String> = row.cells.iter().map(|(_, c)| c.text()).collect();
    let word = |t: &String| !t.contains(' ') && t.starts_with(|c: char| c.is_alphabetic());
    let compound = |t: &&String| {
        let camel = t.chars().skip(1).any(char::is_uppercase) && t.chars().any(char::is_lowercase);
        word(t) && (t.contains('_') || t.contains('.') || camel)
    };
    let distinct: std::collections::BTreeSet<&String> = texts.iter().collect();
    texts.len() >= 4
        && distinct.len() == texts.len()
        && texts.iter().filter(compound).count().saturating_mul(2) >= texts.len()
}

/// A list with one known column ("NAME") and nothing else that reads like a title.
fn single_column(sheet: &Sheet) -> Option<Header> {
    let row = sheet.rows.iter().take(DEPTH).find(|r| {
        let names = r.cells.iter().filter(|(_, c)| {
            header_text(c)
                .and_then(|t| words::meaning(&t, None))
                .is_some_and(|m| m.field.is_name())
        });
        names.count() > 0
            && (r.cells.len() > 1 || sheet.rows.iter().all(|o| o.cells.len() <= 1))
            && r.cells.len() <= 4
    })?;
    let mut columns = columns(sheet, &[row]);
    settle::settle(&mut columns, sheet);
    guess::fill_unknown(sheet, &[row], &mut columns);
    Some(Header {
        rows: vec![row.number],
        columns,
    })
}

/// The best row with the row above or below it when the two make one header.
fn header_rows(sheet: &Sheet, at: usize) -> Vec<&Row> {
    let Some(best) = sheet.rows.get(at) else {
        return Vec::new();
    };
    let mut rows = vec![best];
    let above = at
        .checked_sub(1)
        .and_then(|i| sheet.rows.get(i))
        .filter(|r| r.number.saturating_add(1) == best.number);
    if let Some(above) = above
        && is_parent_row(sheet, above)
    {
        rows.insert(0, above);
    }
    let mut next = at.saturating_add(1);
    while let Some(below) = sheet.rows.get(next).filter(|r| {
        rows.last()
            .is_some_and(|l| l.number.saturating_add(1) == r.number)
    }) {
        if !is_child_row(sheet, best, below) || rows.len() > 3 {
            break;
        }
        rows.push(below);
        next = next.saturating_add(1);
    }
    rows
}

fn is_parent_row(sheet: &Sheet, row: &Row) -> bool {
    let texts = row.cells.iter().all(|(_, c)| header_text(c).is_some());
    let spans = sheet
        .merges
        .iter()
        .filter(|m| {
            m.rows.0 == row.number && m.columns.1 > m.columns.0 && row.get(m.columns.0).is_some()
        })
        .count();
    let (known, all) = score(row);
    texts && all >= 2 && (spans >= 1 || known.saturating_mul(2) >= all)
}

/// A second header row: only titles, each under a title or a merged cell, or HXL tags.
fn is_child_row(sheet: &Sheet, best: &Row, row: &Row) -> bool {
    let tags = row
        .cells
        .iter()
        .filter(
            |(_, c)| matches!(c, Cell::Text(t) if t.trim().starts_with('#') && t.trim().len() > 2),
        )
        .count();
    if tags > 0 && tags.saturating_mul(2) >= row.cells.len() {
        return true;
    }
    let (known, all) = score(row);
    if !row.cells.iter().all(|(_, c)| header_text(c).is_some())
        || known == 0
        || known.saturating_mul(10) < all.saturating_mul(6)
    {
        return false;
    }
    let merged_over = sheet
        .merges
        .iter()
        .any(|m| m.rows.0 <= best.number && m.rows.1 >= row.number);
    let fills_gaps = row.cells.iter().any(|(c, _)| best.get(*c).is_none());
    let repeats = row
        .cells
        .iter()
        .filter(|(c, cell)| best.get(*c) == Some(cell))
        .count();
    repeats.saturating_mul(2) < all && (merged_over || fills_gaps)
}

fn columns(sheet: &Sheet, rows: &[&Row]) -> Vec<Column> {
    let width = sheet
        .rows
        .iter()
        .filter_map(|r| r.cells.last())
        .map(|(c, _)| *c)
        .max()
        .unwrap_or(0);
    let tagged = |r: &Row| {
        r.cells
            .iter()
            .any(|(_, c)| matches!(c, Cell::Text(t) if t.starts_with('#') && t.len() > 2))
    };
    let titles: Vec<&Row> = rows
        .iter()
        .copied()
        .filter(|r| rows.len() == 1 || !tagged(r))
        .collect();
    let prefixes = shared_prefixes(&titles);
    (0..=width)
        .map(|index| {
            let path = path(sheet, &titles, index);
            let (parent, own) = match path.as_slice() {
                [] => (None, String::new()),
                [only] => split_prefix(only, &prefixes),
                [parents @ .., own] => (Some(parents.join(" / ")), own.clone()),
            };
            let group = parent.as_deref().map(words::group).unwrap_or(Group::None);
            let meaning =
                words::meaning(&own, Some((group, parent.as_deref().unwrap_or_default())));
            let field = meaning
                .as_ref()
                .map_or(Field::Ignore, |m: &Meaning| m.field);
            Column {
                index,
                header: path.join(" / "),
                field,
                confident: meaning.is_some(),
            }
        })
        .collect()
}

/// The titles over a column from top to bottom, spread over merged cells; a parent without merge reaches to the next one.
fn path(sheet: &Sheet, rows: &[&Row], index: u16) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (depth, row) in rows.iter().enumerate() {
        let is_last = depth.saturating_add(1) == rows.len();
        let own = row.get(index).and_then(header_text);
        let merged = || {
            let m = sheet.merges.iter().find(|m| {
                m.rows.0 <= row.number
                    && row.number <= m.rows.1
                    && m.columns.0 <= index
                    && index <= m.columns.1
            })?;
            let source = rows.iter().find(|r| r.number == m.rows.0)?;
            source.get(m.columns.0).and_then(header_text)
        };
        let spread = || {
            let below = rows.get(depth.saturating_add(1))?;
            let has_merges = sheet.merges.iter().any(|m| m.rows.0 == row.number);
            if is_last || has_merges || below.get(index).is_none() {
                return None;
            }
            let (_, cell) = row.cells.iter().rev().find(|(c, _)| *c < index)?;
            header_text(cell)
        };
        if let Some(text) = own.or_else(merged).or_else(spread)
            && out.last() != Some(&text)
        {
            out.push(text);
        }
    }
    out
}

/// Group names of form exports: the part before "/" when at least three columns share it ("Migrant / Surname").
fn shared_prefixes(rows: &[&Row]) -> Vec<String> {
    let [row] = rows else { return Vec::new() };
    let mut counts = std::collections::BTreeMap::new();
    for (_, cell) in &row.cells {
        if let Some((prefix, _)) = header_text(cell).as_deref().and_then(|t| t.split_once('/')) {
            let n = counts.entry(prefix.trim().to_owned()).or_insert(0usize);
            *n = n.saturating_add(1);
        }
    }
    counts
        .into_iter()
        .filter(|(_, n)| *n >= 2)
        .map(|(p, _)| p)
        .collect()
}

fn split_prefix(text: &str, prefixes: &[String]) -> (Option<String>, String) {
    match text.split_once('/') {
        Some((p, rest)) if prefixes.iter().any(|x| x == p.trim()) => {
            (Some(p.trim().to_owned()), rest.trim().to_owned())
        }
        _ => (None, text.to_owned()),
    }
}
