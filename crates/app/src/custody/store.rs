//! Where a custodian's state lies: in its vault, or in memory for parties that are thrown away. Owns the names of the
//! spaces; what stands in them is written by the rooms beside.

use crate::dto::AppError;
use ugnay_vault::{Changes, Content, Happened, Memory, Named, Space, Vault};

/// Keys and single values.
pub(super) const SELF: Space = Space::new("self");
/// Entries of the log by index.
pub(super) const ENTRIES: Space = Space::new("log.entry");
/// Bodies of entries by index, as far as they were fetched.
pub(super) const BODIES: Space = Space::new("log.body");
/// Cosigned checkpoints by size: the first that showed each new entry.
pub(super) const NOTES: Space = Space::new("log.note");
/// Bundles looked at, by epoch and header hash.
pub(super) const BUNDLES: Space = Space::new("bundle");
/// Shares by epoch.
pub(super) const SHARES: Space = Space::new("share");
/// Notices that an epoch is over, by epoch and hash, with the time each was heard first.
pub(super) const RETIRES: Space = Space::new("retire");
/// Shares sealed to another key, by epoch and that key's hash, and whether they lie at the buffer.
pub(super) const LETTERS: Space = Space::new("share.letter");
/// Letters of shares that came and were not opened yet, by hash.
pub(super) const INBOX: Space = Space::new("share.inbox");
/// Shares taken over from a hand-over, by roster, epoch and header hash.
pub(super) const TAKEN: Space = Space::new("share.taken");
/// Requests by id.
pub(super) const CASES: Space = Space::new("case");
/// Alarms by number.
pub(super) const ALARMS: Space = Space::new("alarm");

/// A custodian's store.
#[derive(Debug)]
pub enum Store {
    /// A real one.
    Vault(Box<Vault>),
    /// One that is gone with the program.
    Memory(Memory),
}

impl Store {
    pub(super) fn get(&self, space: Space, name: &[u8]) -> Result<Option<Content>, AppError> {
        match self {
            Self::Vault(v) => Ok(v.get(space, name)?),
            Self::Memory(m) => Ok(m.get(space, name)),
        }
    }

    pub(super) fn list(&self, space: Space) -> Result<Vec<Named>, AppError> {
        match self {
            Self::Vault(v) => Ok(v.list(space)?),
            Self::Memory(m) => Ok(m.list(space)),
        }
    }

    /// Writes all of it durably, or nothing.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Disk`] and the like.
    pub fn commit(&mut self, changes: Changes) -> Result<(), AppError> {
        match self {
            Self::Vault(v) => Ok(v.commit(changes)?),
            Self::Memory(m) => Ok(m.commit(changes)?),
        }
    }

    /// The last lines of the journal; a store in memory has none.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn journal(&self, after: i64, limit: u32) -> Result<Vec<Happened>, AppError> {
        match self {
            Self::Vault(v) => Ok(v.journal(after, limit)?),
            Self::Memory(_) => Ok(Vec::new()),
        }
    }

    /// The vault, where there is one.
    #[must_use]
    pub fn vault(&mut self) -> Option<&mut Vault> {
        match self {
            Self::Vault(v) => Some(v),
            Self::Memory(_) => None,
        }
    }
}
