//! What this device keeps beside the register's records about somebody who was erased, here or elsewhere: places of doubtful
//! cells of imports, answers of a meeting that runs. The records themselves are the register's.

use crate::dto::AppError;
use crate::session::Session;
use ugnay_model::PersonId;

impl Session {
    /// Forgets what is kept beside the records of everybody who is erased. Cheap where nothing is kept.
    pub(crate) fn forget_leftovers(&mut self) -> Result<(), AppError> {
        let mut gone = self.later_forget()?;
        gone |= self.marks_forget()?;
        if gone {
            // What was overwritten must not stay in the write-ahead log either.
            self.register.empty_log()?;
        }
        Ok(())
    }

    /// Whether an entry was erased.
    pub(crate) fn is_erased(&self, id: PersonId) -> Result<bool, AppError> {
        let row = self.register.person_row(id)?;
        Ok(row.is_some_and(|r| r.erased))
    }
}
