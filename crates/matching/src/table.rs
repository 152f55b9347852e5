//! Records of typed columns from any source: names, dates, numbers, free text.
//!
//! Owns the mapping of a table to the engine. Must not know persons of the register; `person` does.

use std::collections::HashMap;

use crate::compare::{self, Date, Nearness};
use crate::engine::group;
use crate::engine::run::{Outcome, Scored, evidence, run};
use crate::engine::{Compared, FieldSpec, Level, Scheme, hash};
use crate::options::{Cancelled, Options};
use crate::sound;
use crate::text::fold;

/// What a column holds, which decides how two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A part of a personal name.
    Name,
    /// A number or code, where each digit counts.
    Code,
    /// A date, eight digits as year, month, day, or ISO 8601.
    Date,
    /// Free text such as a street or a place.
    Text,
    /// One of few values; never brings two records together by itself.
    Category,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name in reasons.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Number of the column it is often mistaken for (surname for given name).
    pub mistaken_for: Option<usize>,
}

const fn level(code: &'static str, same: f64, stranger: f64, by_value: bool) -> Level {
    Level {
        at_most: if stranger > 0.5 { 0.5 } else { 1.0 },
        code,
        same,
        related: same,
        stranger,
        by_value,
    }
}

const WORDS: &[Level] = &[
    level("exact", 0.74, 0.01, true),
    level("close", 0.12, 0.005, false),
    level("near", 0.05, 0.02, false),
    level("crossed", 0.02, 0.001, false),
    level("different", 0.07, 0.965, false),
];
const CODES: &[Level] = &[
    level("exact", 0.85, 0.01, true),
    level("close", 0.08, 0.01, false),
    level("near", 0.02, 0.02, false),
    level("different", 0.05, 0.96, false),
];
const DATES: &[Level] = &[
    level("exact", 0.83, 0.0002, true),
    level("turned", 0.02, 0.0002, false),
    level("close", 0.08, 0.001, false),
    level("partly", 0.03, 0.01, false),
    level("different", 0.04, 0.988, false),
];
const CATEGORIES: &[Level] = &[
    level("exact", 0.92, 0.2, true),
    level("close", 0.04, 0.1, false),
    level("different", 0.04, 0.7, false),
];

/// One value made ready: folded text, its sound, its share among the records.
pub(crate) struct Cell {
    text: String,
    sound: String,
    date: Option<Date>,
    share: f32,
}

/// Compares records of a table.
pub(crate) struct TableScheme {
    columns: Vec<Column>,
    fields: Vec<FieldSpec>,
}

impl TableScheme {
    /// The scheme and the rows made ready; a row has one text per column, empty where nothing is known.
    pub(crate) fn new(columns: &[Column], rows: &[Vec<String>]) -> (Self, Vec<Vec<Option<Cell>>>) {
        let fields = columns
            .iter()
            .map(|c| FieldSpec {
                name: c.name,
                levels: levels(c.kind),
            })
            .collect();
        let mut records: Vec<Vec<Option<Cell>>> = rows
            .iter()
            .map(|row| {
                columns
                    .iter()
                    .zip(row)
                    .map(|(c, text)| cell(c.kind, text))
                    .collect()
            })
            .collect();
        for column in 0..columns.len() {
            set_shares(&mut records, column);
        }
        (
            Self {
                columns: columns.to_vec(),
                fields,
            },
            records,
        )
    }
}

fn levels(kind: Kind) -> &'static [Level] {
    match kind {
        Kind::Name | Kind::Text => WORDS,
        Kind::Code => CODES,
        Kind::Date => DATES,
        Kind::Category => CATEGORIES,
    }
}

fn cell(kind: Kind, text: &str) -> Option<Cell> {
    let folded = fold(text);
    let text: String = if kind == Kind::Text {
        folded
    } else {
        folded.replace(' ', "")
    };
    let date = if kind == Kind::Date {
        Date::parse(&text)
    } else {
        None
    };
    let sound = if matches!(kind, Kind::Name | Kind::Text) {
        sound::filipino(&text)
    } else {
        String::new()
    };
    (!text.is_empty()).then_some(Cell {
        text,
        sound,
        date,
        share: 0.0,
    })
}

/// How common each value is, the record itself left out.
fn set_shares(records: &mut [Vec<Option<Cell>>], column: usize) {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for cell in records.iter().filter_map(|r| r[column].as_ref()) {
        *counts.entry(&cell.text).or_default() += 1;
    }
    let filled = counts.values().sum::<u32>().max(1) as f32;
    let shares: Vec<f32> = records
        .iter()
        .map(|r| {
            r[column]
                .as_ref()
                .map_or(0.0, |c| compare::share_of(counts[c.text.as_str()], filled))
        })
        .collect();
    for (record, share) in records.iter_mut().zip(shares) {
        if let Some(cell) = &mut record[column] {
            cell.share = share;
        }
    }
}

impl Scheme for TableScheme {
    type Record = Vec<Option<Cell>>;

    fn fields(&self) -> &[FieldSpec] {
        &self.fields
    }

    fn has_relatives(&self) -> bool {
        false
    }

    fn keys(&self, record: &Self::Record, out: &mut Vec<u64>) {
        for (number, (column, cell)) in self.columns.iter().zip(record).enumerate() {
            let Some(cell) = cell else { continue };
            let salt = column
                .mistaken_for
                .map_or(number, |other| number.min(other)) as u64;
            match column.kind {
                Kind::Category => {}
                Kind::Name | Kind::Text => out.push(hash(salt, &cell.sound)),
                Kind::Date | Kind::Code if cell.text.len() < 3 => {}
                Kind::Date | Kind::Code => out.push(hash(salt, &cell.text)),
            }
        }
    }

    fn compare(&self, a: &Self::Record, b: &Self::Record, out: &mut Compared) {
        for (number, column) in self.columns.iter().enumerate() {
            let (level, share) = match (&a[number], &b[number]) {
                (Some(x), Some(y)) => {
                    let level = agreement(column.kind, x, y);
                    let last = levels(column.kind).len() as u8;
                    let crossed = level == last
                        && column.mistaken_for.is_some_and(|other| {
                            crossed(&a[number], &b[other]) || crossed(&b[number], &a[other])
                        });
                    (if crossed { last - 1 } else { level }, x.share.max(y.share))
                }
                _ => (0, 0.0),
            };
            out.level[number] = level;
            out.share[number] = share;
        }
    }
}

fn crossed(a: &Option<Cell>, b: &Option<Cell>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.text == b.text)
}

/// The level of two values; see the tables above.
fn agreement(kind: Kind, a: &Cell, b: &Cell) -> u8 {
    if a.text == b.text {
        return 1;
    }
    match kind {
        Kind::Name | Kind::Text => match compare::words(&a.text, &a.sound, &b.text, &b.sound) {
            Nearness::Close => 2,
            Nearness::Near => 3,
            Nearness::Far => 5,
        },
        Kind::Code => match compare::codes(&a.text, &b.text) {
            Nearness::Close => 2,
            Nearness::Near => 3,
            Nearness::Far => 4,
        },
        Kind::Category => 3 - u8::from(compare::codes(&a.text, &b.text) == Nearness::Close),
        Kind::Date => match (a.date, b.date) {
            (Some(x), Some(y)) => x.agreement(y) as u8,
            _ => match compare::codes(&a.text, &b.text) {
                Nearness::Close => 3,
                Nearness::Near => 4,
                Nearness::Far => 5,
            },
        },
    }
}

/// Two rows held to be one, by their numbers: rows of the first list, then of the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowPair {
    /// The lower number.
    pub a: usize,
    /// The higher number.
    pub b: usize,
    /// Probability that both are the same, 0 to 1.
    pub score: f64,
}

/// Below this log-odds-like score a pair's own comparison speaks clearly against it.
const AGAINST: f64 = 1e-5;

/// Finds rows of one table that are the same, or with `second` rows of the one that are in the other. Ordered by row numbers.
///
/// # Errors
/// [`Cancelled`] when the flag in `options` was set.
pub fn link_rows(
    columns: &[Column],
    first: &[Vec<String>],
    second: Option<&[Vec<String>]>,
    options: &Options<'_>,
) -> Result<Vec<RowPair>, Cancelled> {
    let rows: Vec<Vec<String>> = first.iter().chain(second.unwrap_or(&[])).cloned().collect();
    let split = second.map(|_| first.len());
    let (scheme, records) = TableScheme::new(columns, &rows);
    let Outcome { model, mut pairs } =
        run(&scheme, &records, split, &options.control()).ok_or(Cancelled)?;
    if split.is_none() {
        group::carry(&mut pairs, options.threshold, AGAINST, |a, b| {
            let evidence = evidence(&scheme, &records[a as usize], &records[b as usize]);
            Scored {
                a,
                b,
                score: model.classes(scheme.fields(), evidence)[0],
                evidence,
            }
        });
    }
    Ok(pairs
        .iter()
        .filter(|p| p.score >= options.threshold)
        .map(|p| RowPair {
            a: p.a as usize,
            b: p.b as usize,
            score: p.score,
        })
        .collect())
}
