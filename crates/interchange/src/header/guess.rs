//! Guessing a column's meaning from its cells, where no title says it. Marked as guesses.

use chrono::NaiveDate;
use ugnay_places::{Certainty, PhoneContext, fold, is_nothing, read_destination, read_phones};

use super::{Column, Header};
use crate::book::{Cell, Row, Sheet};
use crate::field::Field;
use crate::value::{choice, date, relation};

const SAMPLE: usize = 25;

fn sample(sheet: &Sheet, after: u32, column: u16) -> Vec<&Cell> {
    let rows = sheet.rows.iter().filter(|r| r.number > after);
    rows.filter_map(|r| r.get(column))
        .filter(|c| !is_nothing(&c.text()))
        .take(SAMPLE)
        .collect()
}

fn share(cells: &[&Cell], test: impl Fn(&Cell) -> bool) -> bool {
    let hits = cells.iter().filter(|c| test(c)).count();
    cells.len() >= 3 && hits.saturating_mul(10) >= cells.len().saturating_mul(7)
}

fn is_phone(cell: &Cell) -> bool {
    let text = cell.text();
    text.chars().filter(char::is_ascii_digit).count() >= 7
        && read_phones(&text, PhoneContext::default())
            .numbers()
            .next()
            .is_some()
}

/// Whether most numbers of a column are written as numbers of other countries: those of migrants.
pub(super) fn mostly_abroad(sheet: &Sheet, column: u16) -> bool {
    let cells = sample(sheet, 0, column);
    let foreign = |c: &&&Cell| {
        let read = read_phones(&c.text(), PhoneContext::default());
        read.numbers()
            .next()
            .is_some_and(|n| !n.e164.starts_with("+63"))
    };
    let phones = cells.iter().filter(|c| is_phone(c)).count();
    let abroad = cells.iter().filter(foreign).count();
    abroad.saturating_mul(2) > phones && phones > 0
}

fn is_date(cell: &Cell) -> bool {
    let day = |t: &str| date::read_text(t, None, latest()).value.is_some();
    match cell {
        Cell::Date(_) => true,
        Cell::Text(t) => t.chars().any(|c| c.is_ascii_digit()) && t.len() > 5 && day(t),
        _ => false,
    }
}

fn latest() -> NaiveDate {
    NaiveDate::from_ymd_opt(2100, 1, 1).unwrap_or_default()
}

fn looks_like_name(cell: &Cell) -> bool {
    let Cell::Text(t) = cell else { return false };
    let words = t.split_whitespace().count();
    let letters = t.chars().filter(|c| c.is_alphabetic()).count();
    let other = t
        .chars()
        .filter(|c| !c.is_alphabetic() && !matches!(c, ' ' | ',' | '.' | '-' | '\'' | '"' | '’'))
        .count();
    (2..=6).contains(&words) && letters >= 4 && other == 0
}

fn of_cells(cells: &[&Cell]) -> Option<Field> {
    let text = |f: &dyn Fn(&str) -> bool, c: &Cell| matches!(c, Cell::Text(t) if f(t));
    if share(cells, is_phone) {
        return Some(Field::Phone);
    }
    if share(cells, is_date) {
        return Some(Field::BirthDate);
    }
    if share(cells, |c| text(&|t| choice::sex(t).is_some(), c)) {
        return Some(Field::Sex);
    }
    if share(cells, |c| text(&|t| relation::read(t).is_some(), c)) {
        return Some(Field::ContactRelation(1));
    }
    if share(cells, |c| text(&|t| choice::civil_status(t).is_some(), c)) {
        return Some(Field::CivilStatus);
    }
    if share(cells, |c| {
        text(
            &|t| fold(t).starts_with("purok") || fold(t).starts_with("sitio"),
            c,
        )
    }) {
        return Some(Field::Purok);
    }
    share(cells, |c| {
        text(
            &|t| {
                t.trim().len() > 3
                    && read_destination(t).is_some_and(|d| d.certainty == Certainty::Known)
            },
            c,
        )
    })
    .then_some(Field::Destination)
}

/// Columns whose title said nothing: only what is unmistakable, and only when that meaning is still free.
pub(super) fn fill_unknown(sheet: &Sheet, header: &[&Row], columns: &mut [Column]) {
    let after = header.last().map_or(0, |r| r.number);
    let taken: Vec<Field> = columns.iter().map(|c| c.field).collect();
    for c in columns
        .iter_mut()
        .filter(|c| !c.confident && c.field == Field::Ignore && c.header.is_empty())
    {
        if let Some(f) = of_cells(&sample(sheet, after, c.index)).filter(|f| !taken.contains(f)) {
            c.field = f;
        }
    }
}

/// "STATUS" may be the civil status; "CONTACT" may hold names.
pub(super) fn settle_status(columns: &mut [Column], sheet: &Sheet) {
    let civil = columns.iter().any(|c| c.field == Field::CivilStatus);
    for c in columns.iter_mut() {
        let cells = sample(sheet, 0, c.index);
        if c.field == Field::Remarks
            && !civil
            && share(
                &cells,
                |x| matches!(x, Cell::Text(t) if choice::civil_status(t).is_some()),
            )
        {
            c.field = Field::CivilStatus;
        }
        let bare_contact = c.field == Field::Phone && fold(&c.header).split(' ').count() <= 2;
        if bare_contact && share(&cells, looks_like_name) {
            c.field = Field::ContactName(1);
        }
    }
}

/// A sheet without any title row: names and at least one other thing must be unmistakable.
pub(super) fn by_content(sheet: &Sheet) -> Header {
    let width = sheet
        .rows
        .iter()
        .filter_map(|r| r.cells.last())
        .map(|(c, _)| *c)
        .max()
        .unwrap_or(0);
    let mut columns: Vec<Column> = Vec::new();
    let mut named = false;
    for index in 0..=width {
        let cells = sample(sheet, 0, index);
        let taken = |f: &Field| columns.iter().any(|c| c.field == *f);
        let mut field = of_cells(&cells)
            .filter(|f| !taken(f))
            .unwrap_or(Field::Ignore);
        if field == Field::Ignore && share(&cells, looks_like_name) {
            field = if named {
                Field::ContactName(1)
            } else {
                Field::FullName
            };
            if taken(&field) {
                field = Field::Ignore;
            }
            named = true;
        }
        columns.push(Column {
            index,
            header: String::new(),
            field,
            confident: false,
        });
    }
    let telling = columns
        .iter()
        .filter(|c| {
            matches!(
                c.field,
                Field::Phone | Field::BirthDate | Field::Sex | Field::Destination
            )
        })
        .count();
    if !named || telling == 0 {
        for c in &mut columns {
            c.field = Field::Ignore;
        }
    }
    Header {
        rows: Vec::new(),
        columns,
    }
}
