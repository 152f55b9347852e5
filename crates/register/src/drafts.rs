//! What somebody has begun to write and not saved. A draft is no record: no stamps, no history, and it never leaves the
//! device. What a form looks like is the caller's business.

use crate::batch::Batch;
use crate::{Register, RegisterError, table};
use ugnay_model::PersonId;

/// The most bytes of a form.
pub const MAX_DRAFT: usize = 256 * 1024;
/// The most drafts kept; the oldest makes way for a new one beyond it.
pub const MAX_DRAFTS: usize = 50;

/// Which draft.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DraftId(pub [u8; 16]);

/// A form begun and not saved.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which.
    pub id: DraftId,
    /// Whom it is about; nothing for a person who is not in the register yet.
    pub person: Option<PersonId>,
    /// When it was last written (Unix seconds).
    pub at: i64,
    /// The form as the caller keeps it.
    pub form: Vec<u8>,
}

impl core::fmt::Debug for Draft {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Draft({:?})", self.id)
    }
}

impl Register {
    /// Keeps a draft; it is durable when this returns. Of one person there is one draft: the later one.
    ///
    /// # Errors
    /// [`RegisterError::TooLarge`] for a form over [`MAX_DRAFT`] or an empty one.
    pub fn put_draft(&mut self, draft: &Draft) -> Result<(), RegisterError> {
        if draft.form.is_empty() || draft.form.len() > MAX_DRAFT {
            return Err(RegisterError::TooLarge);
        }
        let tx = self.conn.transaction()?;
        table::draft::put(&tx, draft)?;
        for old in table::draft::all(&tx)?.iter().skip(MAX_DRAFTS) {
            table::draft::delete(&tx, old.id)?;
        }
        Ok(tx.commit()?)
    }

    /// All drafts, latest first.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn drafts(&self) -> Result<Vec<Draft>, RegisterError> {
        table::draft::all(&self.conn)
    }

    /// A draft.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn draft(&self, id: DraftId) -> Result<Option<Draft>, RegisterError> {
        table::draft::get(&self.conn, id)
    }

    /// Forgets a draft, if it is there.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn delete_draft(&mut self, id: DraftId) -> Result<(), RegisterError> {
        table::draft::delete(&self.conn, id)
    }
}

impl Batch<'_> {
    /// Forgets a draft with the same transaction that saves what it had become: a kill leaves both or neither.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn drop_draft(&mut self, id: DraftId) -> Result<(), RegisterError> {
        table::draft::delete(self.conn, id)
    }
}

#[cfg(test)]
mod tests;
