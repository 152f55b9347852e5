//! Likely duplicates in a register, and persons like a new one.
//!
//! Owns the course from persons to proposals. Must not merge: a person decides.

use std::collections::HashMap;

use crate::engine::learn::{Evidence, Model};
use crate::engine::run::{Outcome, Scored, evidence, run};
use crate::engine::{Compared, MOST_FIELDS, Scheme, group};
use crate::options::{Cancelled, Options};
use crate::person::{FIELDS, Features, PersonScheme, Prepared, Tables};
use crate::reasons::{Reason, reasons};

/// Two persons that are likely one, by their places in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The lower place.
    pub a: usize,
    /// The higher place.
    pub b: usize,
    /// Probability that both are one person, 0 to 1.
    pub score: f64,
    /// Why, strongest first.
    pub why: Vec<Reason>,
}

/// A pair whose own comparison gives less than this is never carried by a third record.
const AGAINST: f64 = 1e-3;

/// Likely duplicates among `persons`, best first. Learns from the same persons how much each agreement proves.
///
/// # Errors
/// [`Cancelled`] when the flag in `options` was set.
pub fn duplicates(persons: &[Features], options: &Options<'_>) -> Result<Vec<Pair>, Cancelled> {
    let (records, _) = prepared(persons);
    let Outcome { model, mut pairs } =
        run(&PersonScheme, &records, None, &options.control()).ok_or(Cancelled)?;
    pairs.retain(|p| !(options.apart)(p.a as usize, p.b as usize));
    let own: HashMap<(u32, u32), f64> = pairs.iter().map(|p| ((p.a, p.b), p.score)).collect();
    group::carry(&mut pairs, options.threshold.max(0.5), AGAINST, |a, b| {
        let evidence = evidence(&PersonScheme, &records[a as usize], &records[b as usize]);
        let score = if (options.apart)(a as usize, b as usize) {
            0.0
        } else {
            model.classes(FIELDS, evidence)[0]
        };
        Scored {
            a,
            b,
            score,
            evidence,
        }
    });
    let mut out: Vec<Pair> = pairs
        .iter()
        .filter(|p| p.score >= options.threshold)
        .map(|p| {
            let mut why = explain(&model, &records[p.a as usize], &records[p.b as usize]);
            if own.get(&(p.a, p.b)).is_none_or(|s| *s < p.score) {
                why.insert(
                    0,
                    Reason {
                        field: "together",
                        level: "carried",
                        bits: 0.0,
                    },
                );
            }
            Pair {
                a: p.a as usize,
                b: p.b as usize,
                score: p.score,
                why,
            }
        })
        .collect();
    out.sort_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    Ok(out)
}

pub(crate) fn prepared(persons: &[Features]) -> (Vec<Prepared>, Tables) {
    let mut records: Vec<Prepared> = persons.iter().map(Prepared::read).collect();
    let tables = Tables::count(&records);
    records.iter_mut().for_each(|r| tables.set_shares(r));
    (records, tables)
}

pub(crate) fn explain(model: &Model, a: &Prepared, b: &Prepared) -> Vec<Reason> {
    let mut compared = Compared::default();
    PersonScheme.compare(a, b, &mut compared);
    reasons(
        FIELDS,
        model,
        Evidence::new(FIELDS, &compared),
        &compared.share[..MOST_FIELDS],
    )
}

#[cfg(test)]
mod tests;
