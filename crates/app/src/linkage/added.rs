//! What an import brought that looks like what was there: compared once, kept as the pairs to look at.

use super::{Found, FoundPair, reason_in_english};
use crate::dto::{AppError, ErrorCode};
use crate::import::ProgressSink;
use crate::session::Session;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::PersonId;

/// A pair among the people added, by their places among them.
pub(crate) struct AddedPair {
    pub a: usize,
    pub b: usize,
    pub score: f64,
    /// Reasons in English, for the report.
    pub why: Vec<String>,
}

/// What a comparison after an import found.
#[derive(Default)]
pub(crate) struct AddedPairs {
    /// Pairs among the people added.
    pub among: Vec<AddedPair>,
    /// How many of them look like somebody who was there before.
    pub look_alike: u32,
}

impl From<&ugnay_matching::Pair> for AddedPair {
    fn from(p: &ugnay_matching::Pair) -> Self {
        Self {
            a: p.a,
            b: p.b,
            score: p.score,
            why: p.why.iter().map(|w| w.english().to_owned()).collect(),
        }
    }
}

impl Session {
    /// Compares everybody after an import. Who stops it has imported all the same: nothing is kept, nothing is said.
    pub(crate) fn compare_added(
        &mut self,
        added: &[PersonId],
        now: i64,
        progress: ProgressSink<'_>,
    ) -> Result<AddedPairs, AppError> {
        if added.is_empty() {
            return Ok(AddedPairs::default());
        }
        let comparison = self.comparison(now)?;
        let found = match comparison.run(progress) {
            Ok(compared) => compared.found,
            Err(e) if e.code == ErrorCode::Cancelled => return Ok(AddedPairs::default()),
            Err(e) => return Err(e),
        };
        self.keep(&found)?;
        Ok(sorted(&found, added))
    }
}

fn sorted(found: &Found, added: &[PersonId]) -> AddedPairs {
    let place: BTreeMap<PersonId, usize> =
        added.iter().enumerate().map(|(i, id)| (*id, i)).collect();
    let mut among = Vec::new();
    let mut like = BTreeSet::new();
    for FoundPair { a, b, score, why } in &found.pairs {
        match (place.get(a), place.get(b)) {
            (Some(x), Some(y)) => among.push(AddedPair {
                a: *x.min(y),
                b: *x.max(y),
                score: *score,
                why: why
                    .iter()
                    .map(|(code, _)| reason_in_english(code))
                    .collect(),
            }),
            (Some(x), None) | (None, Some(x)) => {
                like.insert(*x);
            }
            (None, None) => {}
        }
    }
    AddedPairs {
        among,
        look_alike: like.len() as u32,
    }
}
