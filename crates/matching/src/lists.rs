//! A list from outside (a flight manifest, a shelter's list) against the register.
//!
//! Owns the decision per row. Must not confirm anything: a proposal waits for a person.

use crate::duplicates::{explain, prepared};
use crate::engine::run::{Outcome, Scored, run};
use crate::options::{Cancelled, Options, UNSURE};
use crate::person::{Features, PersonScheme};
use crate::reasons::Reason;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// One person of the register fits; to be confirmed.
    Propose,
    /// Somebody may fit; to be looked at.
    Unsure,
    /// Nobody fits.
    None,
}

impl Decision {
    /// `propose`, `unsure` or `none`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Propose => "propose",
            Self::Unsure => "unsure",
            Self::None => "none",
        }
    }
}

/// The answer for one row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowMatch {
    /// Place in the list.
    pub row: usize,
    /// Best fitting person by their place in the register; none when nobody comes near.
    pub person: Option<usize>,
    /// Probability that they are one person.
    pub score: f64,
    /// Why, strongest first.
    pub why: Vec<Reason>,
    /// What becomes of the row.
    pub decision: Decision,
}

/// Matches each row of `list` with at most one person of `register`, and each person with at most one row. One answer per row, in their order.
///
/// # Errors
/// [`Cancelled`] when the flag in `options` was set.
pub fn match_list(
    list: &[Features],
    register: &[Features],
    options: &Options<'_>,
) -> Result<Vec<RowMatch>, Cancelled> {
    let all: Vec<Features> = list.iter().chain(register).cloned().collect();
    let (records, _) = prepared(&all);
    let Outcome { model, mut pairs } = run(
        &PersonScheme,
        &records,
        Some(list.len()),
        &options.control(),
    )
    .ok_or(Cancelled)?;
    pairs.retain(|p| p.score > 1e-4 && !(options.apart)(p.a as usize, p.b as usize - list.len()));
    pairs.sort_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let chosen = assign(&pairs, list.len(), register.len());
    let answer = |row: usize| {
        let best = chosen[row].or_else(|| {
            pairs
                .iter()
                .find(|p| p.a as usize == row)
                .map(|p| (*p, true))
        });
        let Some((pair, taken)) = best else {
            return RowMatch {
                row,
                person: None,
                score: 0.0,
                why: Vec::new(),
                decision: Decision::None,
            };
        };
        let rival = pairs
            .iter()
            .find(|p| p.a == pair.a && p.b != pair.b)
            .map_or(0.0, |p| p.score);
        let mut why = explain(&model, &records[pair.a as usize], &records[pair.b as usize]);
        let decision = if taken {
            why.insert(
                0,
                Reason {
                    field: "together",
                    level: "taken",
                    bits: 0.0,
                },
            );
            if pair.score >= options.threshold {
                Decision::Unsure
            } else {
                Decision::None
            }
        } else if pair.score < options.threshold {
            if pair.score >= UNSURE {
                Decision::Unsure
            } else {
                Decision::None
            }
        } else if rival > 0.9 * pair.score {
            why.insert(
                0,
                Reason {
                    field: "together",
                    level: "several",
                    bits: 0.0,
                },
            );
            Decision::Unsure
        } else {
            Decision::Propose
        };
        RowMatch {
            row,
            person: Some(pair.b as usize - list.len()),
            score: pair.score,
            why,
            decision,
        }
    };
    Ok((0..list.len()).map(answer).collect())
}

/// Gives out pairs best first, each row and each person once.
fn assign(pairs: &[Scored], rows: usize, persons: usize) -> Vec<Option<(Scored, bool)>> {
    let mut chosen = vec![None; rows];
    let mut taken = vec![false; persons];
    for pair in pairs {
        let (row, person) = (pair.a as usize, pair.b as usize - rows);
        if chosen[row].is_none() && !taken[person] {
            chosen[row] = Some((*pair, false));
            taken[person] = true;
        }
    }
    chosen
}
