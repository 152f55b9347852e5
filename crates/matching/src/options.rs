//! What a caller may set for a long run, and how to follow and end it.
//!
//! The thresholds are the product's own; they were set once for all data and are not fitted to any.

use std::sync::atomic::AtomicBool;

use crate::engine::run::Control;

/// A pair with at least this probability is shown as one to merge, a listed person as one to confirm.
pub const THRESHOLD: f64 = 0.8;

/// A pair below [`THRESHOLD`] with at least this probability may be looked at.
pub const UNSURE: f64 = 0.1;

static NEVER: AtomicBool = AtomicBool::new(false);

/// Settings of a run. The number of workers changes the time, never the result.
pub struct Options<'a> {
    /// Least probability of the pairs handed back.
    pub threshold: f64,
    /// Whether two persons are known to be two ("not the same"), by their places: in one list, or row and person.
    pub apart: &'a (dyn Fn(usize, usize) -> bool + Sync),
    /// Threads that compare.
    pub workers: usize,
    /// Called with pairs compared and pairs in all, from any worker.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Set it to end the run early.
    pub cancel: &'a AtomicBool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            threshold: THRESHOLD,
            apart: &|_, _| false,
            workers: 2,
            progress: &|_, _| {},
            cancel: &NEVER,
        }
    }
}

impl Options<'_> {
    pub(crate) fn control(&self) -> Control<'_> {
        Control {
            progress: self.progress,
            cancel: self.cancel,
            workers: self.workers,
        }
    }
}

/// The run was ended through its cancel flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the comparison was cancelled")]
pub struct Cancelled;
