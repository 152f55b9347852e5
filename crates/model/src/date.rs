//! Dates as people know them: a day, a month, a year, or only an age. No day is ever invented.

use chrono::{Datelike, NaiveDate};
use core::fmt;
use core::str::FromStr;

/// A date of birth (or of an event) at the precision it was given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PartialDate {
    /// A full calendar day.
    Day(NaiveDate),
    /// A month of a year (1-12).
    Month(i32, u32),
    /// A year.
    Year(i32),
    /// So many years old when asked in that year.
    Age {
        /// Completed years.
        years: u16,
        /// The calendar year of the asking.
        asked_in: i32,
    },
}

impl PartialDate {
    /// The year, or for an age the likelier of the two possible years.
    #[must_use]
    pub fn year(&self) -> i32 {
        match self {
            Self::Day(d) => d.year(),
            Self::Month(y, _) | Self::Year(y) => *y,
            Self::Age { years, asked_in } => asked_in.saturating_sub(i32::from(*years)),
        }
    }

    /// `day`, `month`, `year` or `age`, as in the canonical CSV.
    #[must_use]
    pub fn precision(&self) -> &'static str {
        match self {
            Self::Day(_) => "day",
            Self::Month(..) => "month",
            Self::Year(_) => "year",
            Self::Age { .. } => "age",
        }
    }
}

/// `1990-05-03`, `1990-05`, `1990` or `~35@2025`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(d) => write!(f, "{:04}-{:02}-{:02}", d.year(), d.month(), d.day()),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Age { years, asked_in } => write!(f, "~{years}@{asked_in:04}"),
        }
    }
}

/// The text is not a date of this form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a date (1990-05-03, 1990-05, 1990 or ~35@2025)")]
pub struct BadDate;

impl FromStr for PartialDate {
    type Err = BadDate;
    fn from_str(s: &str) -> Result<Self, BadDate> {
        if let Some(rest) = s.strip_prefix('~') {
            let (years, year) = rest.split_once('@').ok_or(BadDate)?;
            return Ok(Self::Age {
                years: years.parse().map_err(|_| BadDate)?,
                asked_in: parse_year(year)?,
            });
        }
        let mut parts = s.split('-');
        let year = parse_year(parts.next().ok_or(BadDate)?)?;
        let month = parts.next().map(two_digits).transpose()?;
        let day = parts.next().map(two_digits).transpose()?;
        if parts.next().is_some() {
            return Err(BadDate);
        }
        match (month, day) {
            (None, _) => Ok(Self::Year(year)),
            (Some(m), None) if (1..=12).contains(&m) => Ok(Self::Month(year, m)),
            (Some(m), Some(d)) => NaiveDate::from_ymd_opt(year, m, d)
                .map(Self::Day)
                .ok_or(BadDate),
            _ => Err(BadDate),
        }
    }
}

fn parse_year(s: &str) -> Result<i32, BadDate> {
    if s.len() != 4 || !s.bytes().all(|b| b.is_ascii_digit()) {
        return Err(BadDate);
    }
    s.parse().map_err(|_| BadDate)
}

fn two_digits(s: &str) -> Result<u32, BadDate> {
    if s.len() != 2 || !s.bytes().all(|b| b.is_ascii_digit()) {
        return Err(BadDate);
    }
    s.parse().map_err(|_| BadDate)
}

#[cfg(test)]
mod tests;
