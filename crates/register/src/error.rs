//! What can go wrong with an open register, as types. Nothing here carries a name, a phone, a note, a key or SQL text.

use ugnay_safe::{Fault, OpenError};

/// Working with an open register failed. The transaction was rolled back: nothing was changed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// No such person, change set, import or campaign.
    #[error("there is no such entry")]
    NotFound,
    /// The person was removed; restore first.
    #[error("the entry was removed")]
    Removed,
    /// The change set was undone already, or cannot be undone.
    #[error("this change cannot be undone")]
    NotUndoable,
    /// An import with that id was made already.
    #[error("this import was made already")]
    ImportExists,
    /// The caller stopped the work.
    #[error("stopped")]
    Cancelled,
    /// The record is larger than a register holds.
    #[error("an entry is too large")]
    TooLarge,
    /// A stored row cannot be read: the register is damaged.
    #[error("the register is damaged")]
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

impl From<rusqlite::Error> for RegisterError {
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
