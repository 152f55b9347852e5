//! Whether a promise was broken, judged by what was really said, logged and shown; never by what a machine believes.

use super::{Outcome, Release, number};
use crate::DecisionKind;
use crate::machine::Fact;
use std::collections::BTreeMap;
use ugnay_seal::{Hash32, sha256};

impl Release<'_> {
    /// The rule, over what was really logged and shown to this custodian, at the moment it lets a share go.
    pub(super) fn check(&mut self, at: usize, cids: Hash32, sealed: Hash32) {
        let x = number(at);
        let seen = usize::try_from(self.custodians[at].size()).unwrap_or(0);
        let known: Vec<(Fact, i64)> = self.log[..seen]
            .iter()
            .filter_map(|post| self.posts.truth(*post))
            .collect();
        // Of two approvals of one second an app may go by either: it may have been shown one alone, and both were said.
        let mut latest: BTreeMap<u8, (i64, DecisionKind, Vec<Hash32>)> = BTreeMap::new();
        let mut objecting = self.heard[at].clone();
        for (fact, time) in &known {
            if let Fact::Decided { x, kind, cids } = fact {
                let yes = *kind == DecisionKind::Approve;
                let before = latest.get(x).map(|(at, _, _)| *at);
                if before.is_none_or(|at| *time > at || (*time == at && !yes)) {
                    latest.insert(*x, (*time, *kind, vec![*cids]));
                } else if let Some((at, DecisionKind::Approve, all)) = latest.get_mut(x)
                    && (*at, yes) == (*time, true)
                {
                    all.push(*cids);
                }
                if *kind == DecisionKind::Object {
                    objecting.insert(*x);
                }
            }
        }
        let approves = |(_, kind, of): &(i64, DecisionKind, Vec<Hash32>)| {
            *kind == DecisionKind::Approve && of.contains(&cids)
        };
        let count = latest.values().filter(|said| approves(said)).count();
        let wait = if count > self.k {
            self.fast
        } else {
            self.cool_off
        };
        let in_time = self.now >= self.terms.start + wait && self.now < self.terms.until;
        let right = self.admitted[at]
            && count >= self.k
            && latest.get(&x).is_some_and(approves)
            && in_time
            && objecting.len() < self.veto
            && known.contains(&(Fact::Shared { x, cids, sealed }, 0));
        self.outcome.early += u64::from(!right);
        let scoped = self.in_scope && cids == sha256(&self.terms.request.0);
        self.outcome.out_of_scope += u64::from(!scoped);
    }

    pub(super) fn judge(mut self) -> Outcome {
        let released = self.handed.len() >= self.k;
        let admitted = self.admitted.iter().any(|ok| *ok);
        if self.honest {
            self.outcome.released = u64::from(released);
            self.outcome.blocked = u64::from(!released);
        } else if admitted {
            self.outcome.staged = 1;
            self.outcome.staged_released = u64::from(released);
        } else {
            self.outcome.rejected = 1;
        }
        self.outcome
    }
}
