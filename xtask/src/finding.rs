//! One thing that is wrong, and where. It must say what to do about it.

use std::fmt;

/// A broken rule at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// A path below the workspace's root (with a line where one is known), or a package.
    pub place: String,
    /// What is wrong there, in a sentence.
    pub problem: String,
}

impl Finding {
    /// A finding from its two parts.
    pub fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            problem: problem.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.problem)
    }
}
