//! Dates of birth as typed, in any order and language. A day is never invented; what has two readings is flagged.

use chrono::{Datelike, Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use ugnay_model::PartialDate;
use ugnay_places::fold;

use crate::book::Cell;

#[cfg(test)]
mod tests;

/// Order of day and month in dates written as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

/// How a cell was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Reading {
    pub value: Option<PartialDate>,
    /// Problem code, if any; the value may still stand.
    pub problem: Option<&'static str>,
}

impl Reading {
    fn sure(value: PartialDate) -> Self {
        Self {
            value: Some(value),
            problem: None,
        }
    }
    const fn wrong(problem: &'static str) -> Self {
        Self {
            value: None,
            problem: Some(problem),
        }
    }
}

/// What a column of dates tells about its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ColumnOrder {
    /// Order for dates with two readings.
    pub order: Option<DateOrder>,
    /// The title or an edited mapping says so, and no cell contradicts it.
    pub stated: bool,
    /// Real dates that a spreadsheet may have turned round while the others stayed text.
    pub swapped_by_spreadsheet: bool,
}

/// Excel's day 0 (its 1900 leap-year error makes this right from March 1900 on).
fn serial(days: f64, today: NaiveDate) -> Option<NaiveDate> {
    let whole = days.floor();
    if !(3_000.0..=60_000.0).contains(&whole) {
        return None;
    }
    let days: i64 = format!("{whole:.0}").parse().ok()?;
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    start
        .checked_add_signed(Duration::try_days(days)?)
        .filter(|d| *d <= today)
}

/// Reads a cell. `today` bounds two-digit years and refuses the future.
pub(crate) fn read(cell: &Cell, column: ColumnOrder, today: NaiveDate) -> Reading {
    match cell {
        Cell::Date(d) if *d > today || d.year() < 1900 => Reading::wrong("date_out_of_range"),
        Cell::Date(d) if column.swapped_by_spreadsheet && d.day() <= 12 && d.day() != d.month() => {
            Reading {
                value: Some(PartialDate::Day(*d)),
                problem: Some("ambiguous_date"),
            }
        }
        Cell::Date(d) => Reading::sure(PartialDate::Day(*d)),
        Cell::Number(n) => number(*n, today),
        Cell::Text(t) => {
            let mut r = read_text(t, column.order, today);
            if r.problem == Some("ambiguous_date") && column.stated {
                r.problem = None;
            }
            r
        }
        Cell::Bool(_) | Cell::Error => Reading::wrong("unreadable_date"),
    }
}

fn number(n: f64, today: NaiveDate) -> Reading {
    let text = format!("{n:.0}");
    match text.parse::<i32>() {
        Ok(y) if (1900..=today.year()).contains(&y) => Reading::sure(PartialDate::Year(y)),
        Ok(years) if (1..=110).contains(&years) => {
            age(years, today).map_or(Reading::wrong("unreadable_date"), |v| Reading {
                value: Some(v),
                problem: Some("age_in_birth_column"),
            })
        }
        _ if text.len() == 8 => read_text(&text, None, today),
        _ => serial(n, today).map_or(Reading::wrong("unreadable_date"), |d| {
            Reading::sure(PartialDate::Day(d))
        }),
    }
}

/// An age in years, as said in the year of `asked`.
pub(crate) fn age(years: i32, asked: NaiveDate) -> Option<PartialDate> {
    let years = u16::try_from(years)
        .ok()
        .filter(|y| (0..=115).contains(y))?;
    Some(PartialDate::Age {
        years,
        asked_in: asked.year(),
    })
}

/// An age as typed: years, the year it was true in where the cell says so, and whether it is said exactly. "30+" and
/// "~50" are not; "8 mos." is none.
pub(crate) fn age_of(text: &str) -> Option<(i32, Option<i32>, bool)> {
    const YEARS: [&str; 15] = [
        "yrs", "yr", "years", "year", "old", "yo", "y", "o", "taon", "taong", "gulang", "anyos",
        "na", "anos", "ans",
    ];
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|w| !YEARS.contains(w)).collect();
    let months = |w: &&str| matches!(*w, "mo" | "mos" | "month" | "months" | "buwan" | "bwan");
    let digit = |c: char| c.is_ascii_digit();
    let first = words.iter().find(|w| w.starts_with(digit))?;
    let years: String = first.chars().take_while(char::is_ascii_digit).collect();
    let years: i32 = years.parse().ok().filter(|_| !words.iter().any(months))?;
    let rest = words.iter().skip_while(|w| w != &first).skip(1);
    let asked = rest
        .filter_map(|w| w.parse().ok())
        .find(|y| (1950..2100).contains(y));
    let plain = |w: &&str| digits(w) || matches!(*w, "noong" | "nung" | "in" | "as" | "of");
    let marks = text.contains(['+', '~', '±', '?', '<', '>', '-']);
    let exact = words.iter().all(plain);
    Some((
        years,
        asked,
        exact && !marks && (words.len() == 1 || asked.is_some()),
    ))
}

const MONTHS: [(&str, u32); 48] = [
    ("january", 1),
    ("enero", 1),
    ("janvier", 1),
    ("february", 2),
    ("pebrero", 2),
    ("febrero", 2),
    ("fevrier", 2),
    ("march", 3),
    ("marso", 3),
    ("marzo", 3),
    ("mars", 3),
    ("april", 4),
    ("abril", 4),
    ("avril", 4),
    ("may", 5),
    ("mayo", 5),
    ("mai", 5),
    ("june", 6),
    ("hunyo", 6),
    ("junio", 6),
    ("juin", 6),
    ("july", 7),
    ("hulyo", 7),
    ("julio", 7),
    ("juillet", 7),
    ("august", 8),
    ("agosto", 8),
    ("aout", 8),
    ("september", 9),
    ("setyembre", 9),
    ("septyembre", 9),
    ("septiembre", 9),
    ("setiembre", 9),
    ("septembre", 9),
    ("october", 10),
    ("oktubre", 10),
    ("octubre", 10),
    ("octobre", 10),
    ("november", 11),
    ("nobyembre", 11),
    ("noviembre", 11),
    ("novembre", 11),
    ("december", 12),
    ("disyembre", 12),
    ("diciembre", 12),
    ("decembre", 12),
    ("sept", 9),
    ("okt", 10),
];

pub(crate) fn month(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    MONTHS
        .iter()
        .find(|(name, _)| name.starts_with(word))
        .map(|(_, n)| *n)
}

/// Two digits mean the last hundred years; a birth in the running or coming years means a century earlier.
fn full_year(text: &str, today: NaiveDate) -> Option<i32> {
    let y: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(y),
        2 => {
            let this = today.year() % 100;
            let century = today.year().saturating_sub(this);
            Some(if y <= this {
                century.saturating_add(y)
            } else {
                century.saturating_add(y).saturating_sub(100)
            })
        }
        _ => None,
    }
}

/// Reads a written date.
pub(crate) fn read_text(text: &str, order: Option<DateOrder>, today: NaiveDate) -> Reading {
    let lower = fold(text);
    let tokens: Vec<&str> = lower.split(' ').filter(|t| !t.is_empty()).collect();
    let r = named_month(&tokens, today)
        .or_else(|| compact(&lower, today))
        .unwrap_or_else(|| numeric(text, &tokens, order, today));
    match r.value {
        Some(PartialDate::Day(d)) if d > today => Reading::wrong("date_in_future"),
        Some(v)
            if !matches!(v, PartialDate::Age { .. })
                && (v.year() < 1900 || v.year() > today.year()) =>
        {
            Reading::wrong("date_out_of_range")
        }
        _ => r,
    }
}

fn digits(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit())
}

/// "May 3, 1990", "18-Oct-90", "ika-3 ng Mayo 1990", "3rd of May 1990", "Mayo 1990", "XX XXX 1989".
fn named_month(tokens: &[&str], today: NaiveDate) -> Option<Reading> {
    let mut split: Vec<String> = Vec::new();
    for t in tokens {
        // "18oct90", "3rd"
        let mut run = String::new();
        for c in t.chars() {
            if run
                .chars()
                .last()
                .is_some_and(|l| l.is_ascii_digit() != c.is_ascii_digit())
            {
                split.push(std::mem::take(&mut run));
            }
            run.push(c);
        }
        split.push(run);
    }
    let at = split.iter().position(|t| month(t).is_some())?;
    let m = month(split.get(at)?)?;
    let numbers: Vec<&str> = split
        .iter()
        .map(String::as_str)
        .filter(|t| digits(t))
        .collect();
    let day_of = |d: &str| d.parse::<u32>().ok();
    Some(match numbers.as_slice() {
        [y] if y.len() == 4 => Reading::sure(PartialDate::Month(full_year(y, today)?, m)),
        // "Aug-79": no month has 79 days. "Aug-12" may be a day.
        [y] if y.len() == 2 && day_of(y)? > 31 => {
            Reading::sure(PartialDate::Month(full_year(y, today)?, m))
        }
        [y, d] if y.len() == 4 => day(full_year(y, today)?, m, day_of(d)?),
        [d, y] => day(full_year(y, today)?, m, day_of(d)?),
        // A time behind it.
        [d, y, ..] if y.len() == 4 => day(full_year(y, today)?, m, day_of(d)?),
        _ => Reading::wrong("unreadable_date"),
    })
}

/// "Mar-18", "Marso '18": the year.
pub(crate) fn month_and_short_year(text: &str, today: NaiveDate) -> Option<i32> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    match words.as_slice() {
        [m, y] if month(m).is_some() && digits(y) && y.len() == 2 => full_year(y, today),
        _ => None,
    }
}

fn day(y: i32, m: u32, d: u32) -> Reading {
    NaiveDate::from_ymd_opt(y, m, d).map_or(Reading::wrong("impossible_date"), |x| {
        Reading::sure(PartialDate::Day(x))
    })
}

/// "19900503", a year alone, a serial number as text, "35 yrs old".
fn compact(lower: &str, today: NaiveDate) -> Option<Reading> {
    if digits(lower) {
        let n: f64 = lower.parse().ok()?;
        if lower.len() == 8 {
            let part = |a: usize, b: usize| lower.get(a..b).and_then(|s| s.parse::<u32>().ok());
            let y = i32::try_from(part(0, 4)?).ok()?;
            let r = day(y, part(4, 6)?, part(6, 8)?);
            return Some(if r.value.is_some() {
                r
            } else {
                Reading::wrong("unreadable_date")
            });
        }
        return Some(if lower.len() <= 5 {
            number(n, today)
        } else {
            Reading::wrong("unreadable_date")
        });
    }
    let words: Vec<&str> = lower.split(' ').collect();
    let years = words.iter().any(|w| {
        matches!(
            *w,
            "yrs" | "years" | "yo" | "old" | "taon" | "anyos" | "taong" | "anos" | "ans" | "gulang"
        )
    });
    if let [first, ..] = words.as_slice()
        && years
        && let Ok(n) = first.parse::<i32>()
        && n <= 110
    {
        return Some(Reading {
            value: age(n, today),
            problem: Some("age_in_birth_column"),
        });
    }
    // "c. 1988", "taong 1988", "1988?", "XX XXX 1989": one year and no other number.
    let numbers: Vec<&&str> = words
        .iter()
        .filter(|w| w.chars().any(|c| c.is_ascii_digit()))
        .collect();
    match numbers.as_slice() {
        [y] if y.len() == 4 && digits(y) => {
            full_year(y, today).map(|y| Reading::sure(PartialDate::Year(y)))
        }
        _ => None,
    }
}

fn numeric(text: &str, tokens: &[&str], order: Option<DateOrder>, today: NaiveDate) -> Reading {
    let first = |t: &&str| digits(t);
    let parts: Vec<&str> = tokens.iter().copied().take_while(first).collect();
    let iso = text.trim().split(['T', ' ']).next().unwrap_or_default();
    // "6-3-01" would be a day of the year 6.
    if let Some(d) = NaiveDate::parse_from_str(iso, "%Y-%m-%d")
        .ok()
        .filter(|d| d.year() >= 1_000)
    {
        return Reading::sure(PartialDate::Day(d));
    }
    match parts.as_slice() {
        [y, m] if y.len() == 4 => month_of(y, m, today),
        [m, y] if y.len() == 4 => month_of(y, m, today),
        [y, m, d, ..] if y.len() == 4 => three(y, m, d, None, today),
        [a, b, y, ..] => two_orders(a, b, y, order, today),
        _ => Reading::wrong("unreadable_date"),
    }
}

fn month_of(y: &str, m: &str, today: NaiveDate) -> Reading {
    match (full_year(y, today), m.parse::<u32>()) {
        (Some(y), Ok(m)) if (1..=12).contains(&m) => Reading::sure(PartialDate::Month(y, m)),
        _ => Reading::wrong("unreadable_date"),
    }
}

fn three(y: &str, m: &str, d: &str, problem: Option<&'static str>, today: NaiveDate) -> Reading {
    match (full_year(y, today), m.parse(), d.parse()) {
        (Some(y), Ok(m), Ok(d)) => {
            let r = day(y, m, d);
            Reading {
                problem: r.problem.or(problem),
                ..r
            }
        }
        _ => Reading::wrong("unreadable_date"),
    }
}

/// "05/12/1965": one reading when a number is above 12 or both are equal, else by the column's order and flagged.
fn two_orders(a: &str, b: &str, y: &str, order: Option<DateOrder>, today: NaiveDate) -> Reading {
    let (Ok(na), Ok(nb)) = (a.parse::<u32>(), b.parse::<u32>()) else {
        return Reading::wrong("unreadable_date");
    };
    match (na, nb) {
        (0, _) | (_, 0) => Reading::wrong("impossible_date"),
        _ if na > 12 => three(y, b, a, None, today),
        _ if nb > 12 || na == nb => three(y, a, b, None, today),
        _ => match order {
            Some(DateOrder::Dmy) => three(y, b, a, Some("ambiguous_date"), today),
            Some(DateOrder::Mdy) => three(y, a, b, Some("ambiguous_date"), today),
            None => match full_year(y, today) {
                Some(year) => Reading {
                    value: Some(PartialDate::Year(year)),
                    problem: Some("ambiguous_date"),
                },
                None => Reading::wrong("unreadable_date"),
            },
        },
    }
}

/// Looks at a whole column: its title ("dd/mm/yyyy"), and cells that allow one order only.
pub(crate) fn column_order<'a>(
    title: &str,
    cells: impl Iterator<Item = &'a Cell>,
    chosen: Option<DateOrder>,
) -> ColumnOrder {
    let (mut dmy, mut mdy, mut two_readings) = (0usize, 0usize, 0usize);
    let (mut small_days, mut large_days) = (0usize, 0usize);
    for cell in cells {
        match cell {
            Cell::Date(d) if d.day() <= 12 => small_days = small_days.saturating_add(1),
            Cell::Date(_) => large_days = large_days.saturating_add(1),
            Cell::Text(t) => {
                let folded = fold(t);
                let parts: Vec<u32> = folded.split(' ').map_while(|p| p.parse().ok()).collect();
                if let [a, b, _] = parts.as_slice() {
                    match (*a > 12, *b > 12) {
                        (true, false) if *a <= 31 => dmy = dmy.saturating_add(1),
                        (false, true) if *b <= 31 => mdy = mdy.saturating_add(1),
                        (false, false) => two_readings = two_readings.saturating_add(1),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    let stated = chosen.or_else(|| stated_order(title));
    let seen = match (dmy, mdy) {
        (d, m) if d > m.saturating_mul(4) => Some(DateOrder::Dmy),
        (d, m) if m > d.saturating_mul(4) => Some(DateOrder::Mdy),
        _ => None,
    };
    let against = match stated {
        Some(DateOrder::Dmy) => mdy,
        Some(DateOrder::Mdy) => dmy,
        None => 0,
    };
    // All real dates have days up to 12 while the texts that cannot be turned round stayed text.
    let swapped_by_spreadsheet =
        small_days >= 4 && large_days == 0 && dmy.saturating_add(mdy) >= 4 && two_readings == 0;
    ColumnOrder {
        order: stated.or(seen),
        stated: stated.is_some() && (against == 0 || chosen.is_some()),
        swapped_by_spreadsheet,
    }
}

fn stated_order(title: &str) -> Option<DateOrder> {
    let f = fold(title);
    let d = f
        .find("dd")
        .or_else(|| f.find("araw"))
        .or_else(|| f.find("day"));
    let m = f
        .find("mm")
        .or_else(|| f.find("buwan"))
        .or_else(|| f.find("month"));
    match (d, m) {
        (Some(d), Some(m)) if d < m => Some(DateOrder::Dmy),
        (Some(_), Some(_)) => Some(DateOrder::Mdy),
        _ => None,
    }
}
