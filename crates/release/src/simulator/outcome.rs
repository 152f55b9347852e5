//! What a simulation is asked for and what came of it. Owns what counts as a kept promise.

/// What to simulate.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Custodians.
    pub n: u8,
    /// Threshold.
    pub k: u8,
    /// Years.
    pub years: u32,
    /// Requests in a year; every second is the malicious desk's.
    pub requests_per_year: u32,
    /// Seed of everything.
    pub seed: u64,
}

/// What happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Requests made.
    pub requests: u64,
    /// Requests by the honest desk.
    pub honest: u64,
    /// Honest requests for which at least k custodians handed over.
    pub released: u64,
    /// Requests whose checks failed at every honest custodian.
    pub rejected: u64,
    /// Of those, what the desk's earlier requests forbid: more than it may in 90 days, or an id twice.
    pub over_caps: u64,
    /// Malicious requests with every row right (a staged emergency); humans decided.
    pub staged: u64,
    /// Staged requests that were released, all by quorum and after the cool-off.
    pub staged_released: u64,
    /// Crashes of a custodian's app.
    pub crashes: u64,
    /// Messages delivered.
    pub messages: u64,
    /// Shares handed over before the rules allowed.
    pub early: u64,
    /// Shares handed over for something out of scope or of the desk's area.
    pub out_of_scope: u64,
    /// Honest requests that could not be released.
    pub blocked: u64,
}

impl Outcome {
    /// Whether the three promises held.
    #[must_use]
    pub fn kept(&self) -> bool {
        self.early == 0
            && self.out_of_scope == 0
            && self.blocked == 0
            && self.released == self.honest
    }

    pub(super) fn add(&mut self, other: &Self) {
        let pairs = [
            (&mut self.requests, other.requests),
            (&mut self.honest, other.honest),
            (&mut self.released, other.released),
            (&mut self.rejected, other.rejected),
            (&mut self.over_caps, other.over_caps),
            (&mut self.staged, other.staged),
            (&mut self.staged_released, other.staged_released),
            (&mut self.crashes, other.crashes),
            (&mut self.messages, other.messages),
            (&mut self.early, other.early),
            (&mut self.out_of_scope, other.out_of_scope),
            (&mut self.blocked, other.blocked),
        ];
        for (sum, one) in pairs {
            *sum = sum.saturating_add(one);
        }
    }
}
