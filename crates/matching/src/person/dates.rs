//! Agreement of two dates of birth at whatever precision each is known.
//!
//! Must not invent a day: a year against a full date agrees in the year at most.

use crate::compare::{Date, Dates};
use crate::person::features::Birth;

/// Level of the field `birth`; see `levels`.
pub(crate) fn agreement(a: Birth, b: Birth) -> u8 {
    match (a, b) {
        (Birth::Day(y, m, d), Birth::Day(v, n, e)) => {
            let (x, z) = (
                Date {
                    year: y,
                    month: m,
                    day: d,
                },
                Date {
                    year: v,
                    month: n,
                    day: e,
                },
            );
            match x.agreement(z) {
                // 1 January is what forms and systems put where only the year is known.
                Dates::Exact if (m, d) == (1, 1) => 5,
                Dates::Exact => 1,
                Dates::Turned => 2,
                Dates::Close => 3,
                Dates::Partly => 4,
                Dates::Different if y == v && ((m, d) == (1, 1) || (n, e) == (1, 1)) => 5,
                Dates::Different => 8,
            }
        }
        (Birth::Day(_, m, _) | Birth::Month(_, m), Birth::Month(_, n))
        | (Birth::Month(_, m), Birth::Day(_, n, _)) => match a.year().abs_diff(b.year()) {
            0 if m == n => 4,
            0 => 6,
            _ => 7,
        },
        _ => match a.year().abs_diff(b.year()) {
            0 => 5,
            1 => 6,
            _ => 7,
        },
    }
}
