//! The desk's side: what is still missing for a release, and whether a grant is open. Reads the same facts as a custodian;
//! has no say in anything.

use crate::decision::NOTHING;
use crate::machine::Fact;
use crate::{DecisionKind, Policy, Request};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_seal::Hash32;

/// Whether the grant is open at this time: what was released may be shown and used.
#[must_use]
pub fn grant_open(request: &Request, now: i64) -> bool {
    request.from <= now && now < request.until
}

/// What a release still waits for, in the order it usually comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The request is not in the log with enough cosignatures yet.
    Cosignatures,
    /// More custodians must approve the same compartments.
    Approvals {
        /// Best count so far.
        have: usize,
        /// Needed.
        need: usize,
    },
    /// The cool-off is not over.
    CoolOff {
        /// Witness time at which it is, Unix seconds.
        until: i64,
    },
    /// Custodians have not handed over enough shares.
    Shares {
        /// Logged so far.
        have: usize,
        /// Needed.
        need: usize,
    },
}

/// The desk's view of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Custodians that approved, by compartments.
    pub approvals: BTreeMap<Hash32, BTreeSet<u8>>,
    /// Custodians that object.
    pub objections: BTreeSet<u8>,
    /// Custodians that refuse to take part.
    pub refusals: BTreeSet<u8>,
    /// Custodians whose sealed shares are logged.
    pub shares: BTreeSet<u8>,
    /// Enough objections: it will not happen.
    pub vetoed: bool,
    /// Closed in the log.
    pub closed: bool,
    /// What is missing; empty when shares can be combined.
    pub missing: Vec<Missing>,
}

/// Computes the view from the log's facts about this request. `start` is the witness time of the q-th cosignature over it,
/// `vouched` a time that has certainly passed.
#[must_use]
pub fn progress(
    policy: &Policy,
    start: Option<i64>,
    vouched: i64,
    facts: &[(u64, Fact)],
) -> Progress {
    let mut latest = BTreeMap::new();
    let (mut objections, mut shares, mut closed) = (BTreeSet::new(), BTreeSet::new(), false);
    let mut ordered = facts.to_vec();
    ordered.sort_unstable();
    for (_, fact) in ordered {
        match fact {
            Fact::Decided { x, kind, cids } => {
                if kind == DecisionKind::Object {
                    objections.insert(x);
                }
                latest.insert(x, (kind, cids));
            }
            Fact::Shared { x, .. } => {
                shares.insert(x);
            }
            Fact::Closed => closed = true,
        }
    }
    let mut approvals: BTreeMap<Hash32, BTreeSet<u8>> = BTreeMap::new();
    for (x, (_, cids)) in latest
        .iter()
        .filter(|(_, (kind, cids))| *kind == DecisionKind::Approve && *cids != NOTHING)
    {
        approvals.entry(*cids).or_default().insert(*x);
    }
    let refuses = |(_, (kind, _)): &(&u8, &(DecisionKind, Hash32))| *kind == DecisionKind::Refuse;
    let refusals = latest.iter().filter(refuses).map(|(x, _)| *x).collect();
    let best = approvals.values().map(BTreeSet::len).max().unwrap_or(0);
    let missing = missing(policy, start, vouched, best, shares.len());
    let vetoed = objections.len() >= usize::from(policy.veto);
    Progress {
        approvals,
        objections,
        refusals,
        shares,
        vetoed,
        closed,
        missing,
    }
}

fn missing(
    policy: &Policy,
    start: Option<i64>,
    vouched: i64,
    approvals: usize,
    shares: usize,
) -> Vec<Missing> {
    let need = usize::from(policy.k);
    let Some(start) = start else {
        return vec![Missing::Cosignatures];
    };
    let wait = if approvals > need {
        policy.fast_cool_off
    } else {
        policy.cool_off
    };
    let until = start.saturating_add(i64::from(wait));
    let mut out = Vec::new();
    if approvals < need {
        out.push(Missing::Approvals {
            have: approvals,
            need,
        });
    }
    if vouched < until && shares < need {
        out.push(Missing::CoolOff { until });
    }
    if shares < need {
        out.push(Missing::Shares { have: shares, need });
    }
    out
}

#[cfg(test)]
mod tests;
