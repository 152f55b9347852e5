//! The error of every parser and verifier of this crate. Says which rule failed; must not quote input.

/// Why something was not accepted. Carries no input bytes, so it is safe to log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// The bytes do not follow the format; the text names the rule.
    #[error("malformed {0}")]
    Malformed(&'static str),
    /// A bound of this implementation is exceeded; the text names the thing.
    #[error("{0} too large")]
    TooLarge(&'static str),
    /// A number outside the registry it must come from.
    #[error("unknown {what} {value}")]
    Unknown {
        /// Which registry.
        what: &'static str,
        /// The number found.
        value: u8,
    },
    /// A signature line carries a known key's name and id and does not verify.
    #[error("signature does not verify")]
    BadSignature,
    /// No signature by the key that was asked for.
    #[error("not signed by the expected key")]
    NotSigned,
    /// A known key signed twice in one note.
    #[error("one key signed twice")]
    DuplicateSignature,
    /// The note's origin is not the one expected.
    #[error("another log's origin")]
    WrongOrigin,
    /// A Merkle proof does not lead to the root.
    #[error("Merkle proof does not verify")]
    BadProof,
    /// Too few organisations cosigned.
    #[error("{have} of {need} organisations cosigned")]
    NotEnoughCosignatures {
        /// Organisations whose cosignatures verified.
        have: usize,
        /// Organisations the policy asks for.
        need: usize,
    },
    /// An index or size outside the tree.
    #[error("outside the tree")]
    OutOfRange,
}
