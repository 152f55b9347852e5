//! The error of every object and rule of this crate. Names the rule; must not quote contents.

use ugnay_log::{Alarm, LogError};
use ugnay_seal::SealError;
use ugnay_wire::WireError;

/// Why an object was not accepted. Safe to log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseError {
    /// The bytes are not in the format.
    #[error(transparent)]
    Format(#[from] WireError),
    /// A value breaks a rule of its object; the text names the rule.
    #[error("{0}")]
    Rule(&'static str),
    /// A signature or key is wrong.
    #[error("signature or key is wrong")]
    Signature,
    /// Not enough of the signers this object needs.
    #[error("{have} of {need} required signatures")]
    TooFewSigners {
        /// Distinct signers that count.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// The log or its proof is wrong.
    #[error("log: {0}")]
    Log(#[from] LogError),
    /// The log did something a log must not do.
    #[error("log: {0}")]
    Alarm(#[from] Alarm),
}

impl From<SealError> for ReleaseError {
    fn from(_: SealError) -> Self {
        Self::Signature
    }
}
