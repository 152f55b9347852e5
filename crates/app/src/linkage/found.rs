//! Pairs found, kept in the register until the next comparison, and which of them are still to look at.

use crate::dto::{AppError, DuplicateList, DuplicatePair, DuplicateSide, ErrorCode, Why};
use crate::session::Session;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ugnay_model::PersonId;
use ugnay_register::Filter;

const STATE: &str = "duplicates/found";
/// Pairs kept at most: more than anybody looks through before comparing again.
const MOST_KEPT: usize = 5_000;
/// Pairs shown at a time.
const MOST_SHOWN: usize = 200;

/// A pair by its ids; names stay in the records.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct FoundPair {
    pub a: PersonId,
    pub b: PersonId,
    pub score: f64,
    pub why: Vec<(String, f64)>,
}

/// What the last comparison found.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Found {
    /// When (Unix seconds).
    pub at: i64,
    /// The last change set that the comparison saw, or that only decided about its pairs.
    pub version: i64,
    /// Best first.
    pub pairs: Vec<FoundPair>,
}

impl Session {
    /// The last change set.
    pub(super) fn version(&self) -> Result<i64, AppError> {
        Ok(self.register.version()?)
    }

    pub(super) fn found(&self) -> Result<Option<Found>, AppError> {
        let bytes = self.register.state(STATE)?;
        Ok(bytes.and_then(|b| serde_json::from_slice(&b).ok()))
    }

    pub(crate) fn keep(&mut self, found: &Found) -> Result<(), AppError> {
        let mut found = found.clone();
        found.pairs.truncate(MOST_KEPT);
        let bytes = serde_json::to_vec(&found).map_err(|_| ErrorCode::Internal)?;
        self.linkage.open = None;
        Ok(self.register.put_state(STATE, &bytes)?)
    }

    /// After a decision about a pair: what was up to date before it still is.
    pub(super) fn decided(&mut self, before: i64) -> Result<(), AppError> {
        let now = self.version()?;
        if let Some(mut found) = self.found()?
            && found.version == before
        {
            found.version = now;
            self.keep(&found)?;
        }
        self.linkage.open = None;
        Ok(())
    }

    /// Pairs to look at: disputed ones, entries that share a third, then what was found and both of whom still stand.
    pub(crate) fn open_pairs(&mut self) -> Result<&[FoundPair], AppError> {
        self.follow()?;
        if self.linkage.open.is_none() {
            let open = self.read_open()?;
            self.linkage.open = Some(open);
        }
        Ok(self.linkage.open.as_deref().unwrap_or_default())
    }

    fn read_open(&self) -> Result<Vec<FoundPair>, AppError> {
        let bonds = self.register.bonds()?;
        let (disputed, shared, apart) = (bonds.disputed(), bonds.shared(), bonds.apart());
        let special = |pairs: &BTreeSet<(PersonId, PersonId)>, code: &str| -> Vec<FoundPair> {
            let pair = |(a, b): &(PersonId, PersonId)| FoundPair {
                a: *a,
                b: *b,
                score: 1.0,
                why: vec![(code.to_owned(), 0.0)],
            };
            pairs.iter().map(pair).collect()
        };
        let mut out = special(&disputed, "together.disputed");
        let open: BTreeSet<_> = shared.difference(&apart).copied().collect();
        out.extend(special(&open, "together.shared"));
        let found = self.found()?.map(|f| f.pairs).unwrap_or_default();
        let standing = self.register.narrowed(&Filter::default())?;
        out.extend(found.into_iter().filter(|pair| {
            let key = (pair.a.min(pair.b), pair.a.max(pair.b));
            let stand = standing.lets_through(pair.a) && standing.lets_through(pair.b);
            stand && !apart.contains(&key) && !shared.contains(&key)
        }));
        Ok(out)
    }

    pub(super) fn duplicate_list(&mut self) -> Result<DuplicateList, AppError> {
        let found = self.found()?;
        let version = self.version()?;
        let open = self.open_pairs()?;
        let (total, first) = (
            open.len(),
            open.get(..open.len().min(MOST_SHOWN))
                .unwrap_or_default()
                .to_vec(),
        );
        Ok(DuplicateList {
            pairs: self.show_pairs(&first)?,
            total: total as u32,
            looked_at: found.as_ref().map(|f| f.at),
            stale: found.is_none_or(|f| f.version != version),
        })
    }

    pub(super) fn show_pairs(&self, pairs: &[FoundPair]) -> Result<Vec<DuplicatePair>, AppError> {
        let mut out = Vec::with_capacity(pairs.len());
        for p in pairs {
            out.push(DuplicatePair {
                a: self.side(p.a)?,
                b: self.side(p.b)?,
                score: p.score,
                why: reasons(p),
            });
        }
        Ok(out)
    }

    fn side(&self, id: PersonId) -> Result<DuplicateSide, AppError> {
        let person = self.register.person_even_removed(id)?;
        let file = self.register.case_file(id)?;
        Ok(DuplicateSide {
            id: id.to_string(),
            name: person.map(|p| p.list_name()).unwrap_or_default(),
            source: file
                .and_then(|f| f.provenance)
                .map(|v| format!("{}!{}", v.sheet, v.row))
                .unwrap_or_default(),
        })
    }

    /// Why two entries were put side by side, if they were.
    pub(super) fn why_found(&mut self, a: PersonId, b: PersonId) -> Result<Vec<Why>, AppError> {
        let same = |p: &&FoundPair| (p.a == a && p.b == b) || (p.a == b && p.b == a);
        Ok(self
            .open_pairs()?
            .iter()
            .find(same)
            .map(reasons)
            .unwrap_or_default())
    }
}

fn reasons(pair: &FoundPair) -> Vec<Why> {
    let one = |(code, bits): &(String, f64)| Why {
        code: code.clone(),
        bits: *bits,
    };
    pair.why.iter().map(one).collect()
}
