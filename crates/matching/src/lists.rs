//! A list from outside (a flight manifest, a shelter's list) against the register.
//!
//! Owns the decision per row. Must not confirm anything: a proposal waits for a person.

use crate::duplicates::{explain, prepared};
use crate::engine::run::{Outcome, Scored, evidence, run};
use crate::options::{Cancelled, Options, UNSURE};
use crate::person::{FIELDS, Features, PersonScheme};
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

/// Matches each row of `list` with at most one person of `register`, and each person with at most one row. A person who stands in the register twice does not make a row unsure: the better entry is proposed. One answer per row, in their order.
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
    let twice = |x: u32, y: u32| {
        model.classes(
            FIELDS,
            evidence(&PersonScheme, &records[x as usize], &records[y as usize]),
        )[0] >= 0.5
    };
    let mut by_row: Vec<Vec<Scored>> = vec![Vec::new(); list.len()];
    pairs.iter().for_each(|p| by_row[p.a as usize].push(*p));
    let answer = |row: usize| {
        let Some(pair) = chosen[row].or_else(|| by_row[row].first().copied()) else {
            return RowMatch {
                row,
                person: None,
                score: 0.0,
                why: Vec::new(),
                decision: Decision::None,
            };
        };
        let rivals = by_row[row]
            .iter()
            .any(|p| p.b != pair.b && p.score > 0.9 * pair.score && !twice(p.b, pair.b));
        let (decision, note) = decide(pair.score, options.threshold, chosen[row].is_none(), rivals);
        let mut why = explain(&model, &records[pair.a as usize], &records[pair.b as usize]);
        if let Some(level) = note {
            why.insert(
                0,
                Reason {
                    field: "together",
                    level,
                    bits: 0.0,
                },
            );
        }
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

/// What becomes of a row by its best score, whether that person went to another row, and whether others fit as well.
fn decide(
    score: f64,
    threshold: f64,
    taken: bool,
    rivals: bool,
) -> (Decision, Option<&'static str>) {
    match (taken, rivals) {
        (true, _) if score >= threshold => (Decision::Unsure, Some("taken")),
        (true, _) => (Decision::None, Some("taken")),
        (false, true) if score >= UNSURE => (Decision::Unsure, Some("several")),
        (false, _) if score >= threshold => (Decision::Propose, None),
        (false, _) if score >= UNSURE => (Decision::Unsure, None),
        _ => (Decision::None, None),
    }
}

/// Gives out pairs best first, each row and each person once.
fn assign(pairs: &[Scored], rows: usize, persons: usize) -> Vec<Option<Scored>> {
    let mut chosen = vec![None; rows];
    let mut taken = vec![false; persons];
    for pair in pairs {
        let (row, person) = (pair.a as usize, pair.b as usize - rows);
        if chosen[row].is_none() && !taken[person] {
            chosen[row] = Some(*pair);
            taken[person] = true;
        }
    }
    chosen
}

#[cfg(test)]
mod tests;
