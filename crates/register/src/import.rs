//! Bringing many persons in at once: one transaction, one change set, progress, cancel.

use crate::{
    ChangeKind, ChangeSetId, ImportFix, Register, RegisterError, Source, import_fixes, table,
};
use core::ops::ControlFlow;
use ugnay_model::{CaseFile, ImportId, Person};

/// An import to be made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewImport {
    /// Its id, also in each case file's provenance.
    pub id: ImportId,
    /// File names as given.
    pub files: Vec<String>,
    /// What is written with it, or not at all.
    pub beside: Beside,
}

/// What an import writes besides its people, in the same transaction: a kill or a power cut leaves all of it or nothing.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// Corrections to be found again.
    pub kept: Vec<ImportFix>,
    /// Corrections to forget, by shape, row and place.
    pub forgotten: Vec<(String, [u8; 8], String)>,
    /// Small states.
    pub states: Vec<(String, Vec<u8>)>,
}

impl core::fmt::Debug for Beside {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Beside({} kept)", self.kept.len())
    }
}

impl Beside {
    fn write(&self, tx: &rusqlite::Connection) -> Result<(), RegisterError> {
        import_fixes::write(tx, &self.kept, &self.forgotten)?;
        for (key, value) in &self.states {
            table::state::put(tx, key, value)?;
        }
        Ok(())
    }
}

/// An import that was made.
#[derive(Clone, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// When (Unix seconds).
    pub at: i64,
    /// File names as given.
    pub files: Vec<String>,
    /// How many persons it brought or changed.
    pub persons: u64,
    /// It was undone.
    pub undone: bool,
}

impl core::fmt::Debug for NewImport {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "NewImport({})", self.id)
    }
}

impl core::fmt::Debug for Import {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Import({})", self.id)
    }
}

/// What an import did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Imported {
    /// The change set, or nothing when every row said what stands here already.
    pub change_set: Option<ChangeSetId>,
    /// How many persons were brought or changed.
    pub persons: u64,
}

impl Register {
    /// Saves many persons with their case files and what is written beside them, all or none. `progress` is told how many are done and may stop.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`] when stopped, [`RegisterError::ImportExists`] when that id was used, or
    /// [`RegisterError`] as of [`crate::Batch`]; nothing is changed then.
    pub fn import(
        &mut self,
        import: &NewImport,
        rows: impl IntoIterator<Item = (Person, CaseFile)>,
        now: i64,
        mut progress: impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Imported, RegisterError> {
        if table::import::exists(&self.conn, import.id)? {
            return Err(RegisterError::ImportExists);
        }
        let files = import.files.join("\n");
        let source = Source::new(ChangeKind::Import, import.files.join(", "));
        let (persons, saved) = self.batch_for(&source, Some(import.id), now, |batch| {
            import.beside.write(batch.conn)?;
            let mut done = 0_u64;
            for (person, file) in rows {
                batch.save_person(&person)?;
                batch.save_case(&file)?;
                done = done.saturating_add(1);
                if progress(done).is_break() {
                    return Err(RegisterError::Cancelled);
                }
            }
            batch.flush()?;
            let persons = batch.persons_written();
            table::import::insert(batch.conn, import.id, now, &files, persons)?;
            Ok(persons)
        })?;
        Ok(Imported {
            change_set: saved.change_set,
            persons,
        })
    }

    /// All imports, latest first.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn imports(&self) -> Result<Vec<Import>, RegisterError> {
        table::import::all(&self.conn)
    }
}

#[cfg(test)]
mod tests;
