//! What is to be written at once: a plain value that use cases build, and the one place that writes it.

use crate::{Vault, VaultError};
use rusqlite::{Transaction, TransactionBehavior, params};
use zeroize::Zeroizing;

/// The largest value, in bytes.
pub const MAX_VALUE: usize = 64 << 20;
const MAX_NAME: usize = 256;
const MAX_SUBJECT: usize = 64;
const MAX_CODE: usize = 40;

/// A kind of values within a vault. Its name is part of what is stored: never change one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Space(pub(crate) &'static str);

impl Space {
    /// A space of that name, of 1 to 40 bytes.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        assert!(!name.is_empty() && name.len() <= 40, "a short name");
        Self(name)
    }
}

pub(crate) enum Change {
    Put(Space, Vec<u8>, Zeroizing<Vec<u8>>),
    Delete(Space, Vec<u8>),
    Happened(i64, &'static str, Vec<u8>),
}

/// Writes that belong together. [`Vault::commit`] does all of them or none. Contents are wiped when dropped.
#[derive(Default)]
pub struct Changes(pub(crate) Vec<Change>);

impl core::fmt::Debug for Changes {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Changes({})", self.0.len())
    }
}

impl Changes {
    /// Sets a value, replacing one of the same name.
    pub fn put(&mut self, space: Space, name: &[u8], content: impl Into<Vec<u8>>) -> &mut Self {
        let content = Zeroizing::new(content.into());
        self.0.push(Change::Put(space, name.to_vec(), content));
        self
    }

    /// Removes a value; one that is not there is no error.
    pub fn delete(&mut self, space: Space, name: &[u8]) -> &mut Self {
        self.0.push(Change::Delete(space, name.to_vec()));
        self
    }

    /// Adds a line to the journal: when (Unix seconds), a stable code, the id it is about. Never a name.
    pub fn happened(&mut self, at: i64, code: &'static str, subject: &[u8]) -> &mut Self {
        self.0.push(Change::Happened(at, code, subject.to_vec()));
        self
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the writes of another after these.
    pub fn append(&mut self, mut other: Self) -> &mut Self {
        self.0.append(&mut other.0);
        self
    }

    pub(crate) fn check(&self) -> Result<(), VaultError> {
        let good = self.0.iter().all(|c| match c {
            Change::Put(_, name, content) => name.len() <= MAX_NAME && content.len() <= MAX_VALUE,
            Change::Delete(_, name) => name.len() <= MAX_NAME,
            Change::Happened(_, code, subject) => {
                (1..=MAX_CODE).contains(&code.len()) && subject.len() <= MAX_SUBJECT
            }
        });
        good.then_some(()).ok_or(VaultError::TooLarge)
    }
}

impl Vault {
    /// Writes all of it durably in one transaction: when this returns, a kill or a power cut takes nothing back.
    ///
    /// # Errors
    /// [`VaultError`]; nothing was written then.
    pub fn commit(&mut self, changes: Changes) -> Result<(), VaultError> {
        changes.check()?;
        if changes.is_empty() {
            return Ok(());
        }
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for change in &changes.0 {
            write(&tx, change)?;
        }
        tx.commit()?;
        Ok(())
    }
}

fn write(tx: &Transaction<'_>, change: &Change) -> Result<(), VaultError> {
    match change {
        Change::Put(space, name, content) => tx
            .prepare_cached(
                "INSERT INTO value (space, name, content) VALUES (?1, ?2, ?3)
                 ON CONFLICT (space, name) DO UPDATE SET content = excluded.content",
            )?
            .execute(params![space.0, name, content.as_slice()])?,
        Change::Delete(space, name) => tx
            .prepare_cached("DELETE FROM value WHERE space = ?1 AND name = ?2")?
            .execute(params![space.0, name])?,
        Change::Happened(at, code, subject) => tx
            .prepare_cached("INSERT INTO journal (at, code, subject) VALUES (?1, ?2, ?3)")?
            .execute(params![at, code, subject])?,
    };
    Ok(())
}

#[cfg(test)]
mod tests;
