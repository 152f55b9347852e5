//! What can go wrong with an open vault. Nothing here carries a name, a key or SQL text.

use ugnay_safe::{Fault, OpenError};

/// Working with an open vault failed. The transaction was rolled back: nothing was changed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// A value, a name or a code is longer than a vault holds.
    #[error("a value is too large")]
    TooLarge,
    /// A stored row cannot be read: the vault is damaged.
    #[error("the vault is damaged")]
    Damaged,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The system refused to read or write.
    #[error("the system could not read or write")]
    Io,
    /// The key file could not be replaced, or the old passphrase does not fit.
    #[error(transparent)]
    Key(OpenError),
    /// The store failed in another way.
    #[error("the store failed (code {code})")]
    Store {
        /// SQLite's extended result code.
        code: i32,
    },
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        match Fault::from(&error) {
            Fault::Full => Self::Full,
            Fault::Corrupt => Self::Damaged,
            Fault::Io => Self::Io,
            Fault::Busy => Self::Store { code: 5 },
            Fault::Other(code) => Self::Store { code },
        }
    }
}
