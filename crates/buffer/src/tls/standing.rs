//! How a certificate stands: from when to when it holds, when it is time for the next one,
//! and what came of asking. Numbers and words alone; no socket, no clock, no library.

use serde::{Deserialize, Serialize};

/// The pause after the first failure, and the longest one, in seconds.
const PAUSE: (i64, i64) = (60, 6 * 3600);
/// Characters of an authority's refusal that are kept.
const WORDS: usize = 400;

/// From when to when a certificate holds, in unix seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Validity {
    pub begins: i64,
    pub ends: i64,
}

impl Validity {
    /// When the next one is to be asked for: with a third of its life left.
    pub(crate) fn due(self) -> i64 {
        self.ends - (self.ends - self.begins) / 3
    }

    /// When having no next one is trouble: half of the time for asking is over.
    pub(crate) fn overdue(self) -> i64 {
        self.ends - (self.ends - self.begins) / 6
    }
}

/// Asking has failed, and has not succeeded since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Failing {
    /// Unix seconds of the first failure.
    pub since: i64,
    /// Unix seconds of the newest.
    pub last: i64,
    /// How many there were.
    pub times: u32,
    /// What the newest said, on one line.
    pub why: String,
}

impl Failing {
    /// Seconds to wait after the newest failure; twice as long each time.
    fn pause(&self) -> i64 {
        let doubled = PAUSE.0.checked_shl(self.times.saturating_sub(1).min(16));
        doubled.map_or(PAUSE.1, |pause| pause.min(PAUSE.1))
    }
}

/// A certificate and the asking for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Of the one in use; none before the first.
    pub validity: Option<Validity>,
    /// Whether asking fails.
    pub failing: Option<Failing>,
    /// Whether this server renews it, or somebody else does.
    pub asks: bool,
}

impl Standing {
    /// Seconds until the authority is to be asked, 0 for now. `at_once`: somebody wants to
    /// know whether it works again, so the pause after a failure does not count.
    pub(crate) fn wait(&self, now: i64, at_once: bool) -> i64 {
        let due = self.validity.map_or(0, |v| v.due() - now);
        let pause = match &self.failing {
            // A clock that was set back must not make the pause longer.
            Some(f) if !at_once => (f.last + f.pause() - now).min(f.pause()),
            _ => 0,
        };
        due.max(pause).max(0)
    }

    /// Asking failed once more.
    pub(crate) fn failed(&mut self, now: i64, why: &str) {
        let why = why.chars().map(|c| if c.is_control() { ' ' } else { c });
        let (since, times) = self
            .failing
            .as_ref()
            .map_or((now, 0), |f| (f.since, f.times));
        self.failing = Some(Failing {
            since,
            last: now,
            times: times.saturating_add(1),
            why: why.take(WORDS).collect(),
        });
    }

    /// There is a new one.
    pub(crate) fn renewed(&mut self, validity: Validity) {
        self.validity = Some(validity);
        self.failing = None;
    }
}

#[cfg(test)]
mod tests;
