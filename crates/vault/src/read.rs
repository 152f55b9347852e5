//! Reading values and the journal.

use crate::{Space, Vault, VaultError};
use rusqlite::{OptionalExtension as _, params};
use zeroize::Zeroizing;

/// A line of the journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happened {
    /// Its number: later lines have higher ones.
    pub id: i64,
    /// When, Unix seconds.
    pub at: i64,
    /// What, a stable code.
    pub code: String,
    /// The id it is about; may be empty.
    pub subject: Vec<u8>,
}

/// A value's content, wiped when dropped.
pub type Content = Zeroizing<Vec<u8>>;

/// A name with its content.
pub type Named = (Vec<u8>, Content);

impl Vault {
    /// One value.
    ///
    /// # Errors
    /// [`VaultError`] when the store cannot be read.
    pub fn get(&self, space: Space, name: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let found = self
            .conn
            .prepare_cached("SELECT content FROM value WHERE space = ?1 AND name = ?2")?
            .query_row(params![space.0, name], |row| row.get::<_, Vec<u8>>(0))
            .optional()?;
        Ok(found.map(Zeroizing::new))
    }

    /// All values of a space, by name.
    ///
    /// # Errors
    /// [`VaultError`] when the store cannot be read.
    pub fn list(&self, space: Space) -> Result<Vec<Named>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT name, content FROM value WHERE space = ?1 ORDER BY name")?;
        let rows = statement.query_map(params![space.0], |row| {
            Ok((row.get(0)?, Zeroizing::new(row.get(1)?)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The names in a space, in order.
    ///
    /// # Errors
    /// [`VaultError`] when the store cannot be read.
    pub fn names(&self, space: Space) -> Result<Vec<Vec<u8>>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT name FROM value WHERE space = ?1 ORDER BY name")?;
        let rows = statement.query_map(params![space.0], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The journal's lines after `after`, oldest first, at most `limit`.
    ///
    /// # Errors
    /// [`VaultError`] when the store cannot be read.
    pub fn journal(&self, after: i64, limit: u32) -> Result<Vec<Happened>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, at, code, subject FROM journal WHERE id > ?1 ORDER BY id LIMIT ?2",
        )?;
        let rows = statement.query_map(params![after, limit], |row| {
            Ok(Happened {
                id: row.get(0)?,
                at: row.get(1)?,
                code: row.get(2)?,
                subject: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
