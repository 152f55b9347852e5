//! A day and time of Unix seconds, in UTC. Knows no language.

use chrono::{DateTime, Datelike, Timelike};

/// A moment, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub year: i64,
    pub month: u32,
    pub day: u32,
    pub hour: u32,
    pub minute: u32,
}

impl Moment {
    /// Of Unix seconds from 1970 to 9999; anything else is brought into that range.
    pub(crate) fn of(seconds: i64) -> Self {
        let at = DateTime::from_timestamp(seconds.clamp(0, 253_402_300_799), 0).unwrap_or_default();
        Self {
            year: i64::from(at.year()),
            month: at.month(),
            day: at.day(),
            hour: at.hour(),
            minute: at.minute(),
        }
    }

    /// `2026-11-22T07:05Z`.
    pub(crate) fn iso(self) -> String {
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}Z",
            self.year, self.month, self.day, self.hour, self.minute
        )
    }
}
