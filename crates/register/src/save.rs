//! The single writes: each one a batch of its own.

use crate::{ChangeKind, Register, RegisterError, Saved, Source};
use ugnay_model::{Attempt, CaseFile, Key, Person, PersonId, Value};

/// Each of these is durable when it returns. They fail with [`RegisterError`] as the method of the same name of
/// [`crate::Batch`] does.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once, on the block: they all fail alike"
)]
impl Register {
    /// Saves a card: what differs from the stored one is written.
    pub fn save_person(
        &mut self,
        person: &Person,
        source: &Source,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        Ok(self.batch(source, now, |b| b.save_person(person))?.1)
    }

    /// Saves a case file.
    pub fn save_case(
        &mut self,
        file: &CaseFile,
        source: &Source,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        Ok(self.batch(source, now, |b| b.save_case(file))?.1)
    }

    /// Marks a person as removed; everything stays and can be restored.
    pub fn remove_person(
        &mut self,
        id: PersonId,
        source: &Source,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        Ok(self.batch(source, now, |b| b.remove_person(id))?.1)
    }

    /// Brings a removed person back.
    pub fn restore_person(
        &mut self,
        id: PersonId,
        source: &Source,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        Ok(self.batch(source, now, |b| b.restore_person(id))?.1)
    }

    /// Adds (or with the same id replaces) an attempt of a campaign.
    pub fn add_attempt(
        &mut self,
        id: PersonId,
        attempt: &Attempt,
        officer: &str,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        let source = Source::new(ChangeKind::Attempt, officer);
        Ok(self.batch(&source, now, |b| b.put_attempt(id, attempt))?.1)
    }

    /// Settles concurrent values of one key.
    pub fn settle(
        &mut self,
        id: PersonId,
        key: Key,
        value: Value,
        source: &Source,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        Ok(self.batch(source, now, |b| b.settle(id, key, value))?.1)
    }
}

#[cfg(test)]
mod tests;
