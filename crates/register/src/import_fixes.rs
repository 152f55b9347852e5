//! Corrections made while sheets were looked at, kept for the next time. No record: they have no stamps, no history, never
//! leave the device, and go with the person they are about. What a shape or a place is, is the caller's business.

use crate::{Register, RegisterError, table};
use rusqlite::Connection;
use ugnay_model::PersonId;

/// The most corrections kept; the oldest make way.
pub const MAX_IMPORT_FIXES: u32 = 50_000;

/// A correction, by what the row says.
#[derive(Clone, PartialEq, Eq)]
pub struct ImportFix {
    /// Sheets of one kind.
    pub shape: String,
    /// Fingerprint of the row.
    pub row: [u8; 8],
    /// Which cell of it.
    pub place: String,
    /// What the cell says.
    pub was: String,
    /// What is read instead.
    pub now: String,
    /// Whom the row is about: erasing the person forgets the correction.
    pub person: PersonId,
    /// When it was kept (Unix seconds).
    pub at: i64,
}

impl core::fmt::Debug for ImportFix {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "ImportFix({:?})", self.person)
    }
}

/// Keeps corrections and forgets others (shape, row, place), in the transaction of the import they belong to.
pub(crate) fn write(
    tx: &Connection,
    kept: &[ImportFix],
    forgotten: &[(String, [u8; 8], String)],
) -> Result<(), RegisterError> {
    if kept.is_empty() && forgotten.is_empty() {
        return Ok(());
    }
    for (shape, row, place) in forgotten {
        table::import_fix::delete(tx, shape, *row, place)?;
    }
    for fix in kept {
        table::import_fix::put(tx, fix)?;
    }
    table::import_fix::trim(tx, MAX_IMPORT_FIXES)
}

impl Register {
    /// Corrections kept for sheets of a shape.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn import_fixes(&self, shape: &str) -> Result<Vec<ImportFix>, RegisterError> {
        table::import_fix::of_shape(&self.conn, shape)
    }

    /// Corrections kept about a person, oldest first.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn import_fixes_of(&self, person: PersonId) -> Result<Vec<ImportFix>, RegisterError> {
        table::import_fix::of_person(&self.conn, person)
    }
}

#[cfg(test)]
mod tests;
