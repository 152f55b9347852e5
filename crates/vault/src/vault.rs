//! An open vault: making, opening, what it says of itself, closing by drop.

use crate::{CreateError, OpenError, Presence, Unlock, VaultError};
use rand_core::CryptoRng;
use rusqlite::{Connection, Transaction, params};
use std::path::{Path, PathBuf};
use ugnay_safe::{Folder, Layout};

const LAYOUT: Layout = Layout {
    database: "vault.db",
    migrations: &[include_str!("../../../migrations/vault/0001_first.sql")],
};

/// Whose vault it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Party {
    /// A custodian organisation.
    Custodian = 1,
    /// One officer of a crisis desk.
    Desk = 2,
    /// The organisation that hands out tickets.
    Office = 3,
    /// A witness without shares.
    Witness = 4,
}

impl Party {
    const ALL: [Self; 4] = [Self::Custodian, Self::Desk, Self::Office, Self::Witness];

    /// Its stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Custodian => "custodian",
            Self::Desk => "desk",
            Self::Office => "office",
            Self::Witness => "witness",
        }
    }
}

/// A vault to be made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewVault {
    /// Whose it is.
    pub party: Party,
    /// What people call it.
    pub label: String,
}

impl core::fmt::Debug for NewVault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "NewVault({})", self.party.code())
    }
}

struct About {
    new: NewVault,
    created_at: i64,
}

/// An open vault. Dropping it closes the database, wipes its key and lets the lock go.
pub struct Vault {
    // The order matters: the database closes before the lock goes.
    pub(crate) conn: Connection,
    folder: Folder,
    about: About,
}

impl core::fmt::Debug for Vault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Vault(open)")
    }
}

impl Vault {
    /// Makes a vault in `dir`, which must not exist or be empty, and opens it. The parent must exist.
    ///
    /// A kill at any point leaves either nothing at `dir` or a whole vault.
    ///
    /// # Errors
    /// [`CreateError`]; nothing is left at `dir` then.
    pub fn create<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        new: &NewVault,
        now: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, CreateError> {
        let key = LAYOUT.create(dir, unlock, rng, |tx| fill(tx, new, now))?;
        Ok(Self::opened(LAYOUT.open_new(dir, &key, about)?))
    }

    /// Opens the vault in `dir`. A broken one is moved aside as a whole folder, named in the error.
    ///
    /// # Errors
    /// [`OpenError`] says which of many things stood in the way.
    pub fn open<'a>(dir: &Path, unlock: impl Into<Unlock<'a>>) -> Result<Self, OpenError> {
        LAYOUT.open(dir, unlock, about).map(Self::opened)
    }

    fn opened((conn, folder, about): (Connection, Folder, About)) -> Self {
        Self {
            conn,
            folder,
            about,
        }
    }

    /// What can be known of `dir` without unlocking.
    #[must_use]
    pub fn peek(dir: &Path) -> Presence {
        LAYOUT.peek(dir)
    }

    /// Whether the vault in `dir` also needs the half of its key that the device's keystore holds.
    ///
    /// # Errors
    /// [`OpenError`] when there is no readable key file.
    pub fn needs_keystore(dir: &Path) -> Result<bool, OpenError> {
        LAYOUT.needs_keystore(dir)
    }

    /// Whose it is.
    #[must_use]
    pub fn party(&self) -> Party {
        self.about.new.party
    }

    /// What people call it.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.about.new.label
    }

    /// When it was made (Unix seconds).
    #[must_use]
    pub fn created_at(&self) -> i64 {
        self.about.created_at
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        self.folder.dir()
    }

    /// Wraps the key anew. The database itself is not written again.
    ///
    /// # Errors
    /// [`VaultError::Key`] when the old passphrase does not fit or the file cannot be replaced; the old one then still opens.
    pub fn change_passphrase<'a, 'b>(
        &mut self,
        old: impl Into<Unlock<'a>>,
        new: impl Into<Unlock<'b>>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), VaultError> {
        self.folder
            .change_passphrase(old, new, rng)
            .map_err(VaultError::Key)
    }

    /// Reads every page and checks its authentication and structure.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when anything is broken.
    pub fn check(&self) -> Result<(), VaultError> {
        ugnay_safe::check(&self.conn).map_err(|e| match e {
            OpenError::Damaged { .. } => VaultError::Damaged,
            OpenError::Full => VaultError::Full,
            OpenError::Io(_) => VaultError::Io,
            OpenError::Store { code } => VaultError::Store { code },
            other => VaultError::Key(other),
        })
    }

    /// Closes the vault and moves its whole folder aside, after [`VaultError::Damaged`]. Returns where it is now.
    #[must_use]
    pub fn set_aside(self) -> Option<PathBuf> {
        let Self { conn, folder, .. } = self;
        drop(conn);
        folder.set_aside()
    }
}

fn fill(tx: &Transaction<'_>, new: &NewVault, now: i64) -> Result<(), CreateError> {
    tx.execute(
        "INSERT INTO about (one, party, label, created_at) VALUES (1, ?1, ?2, ?3)",
        params![new.party as u8, new.label, now],
    )?;
    Ok(())
}

fn about(conn: &Connection) -> Result<About, OpenError> {
    let row = conn.query_row(
        "SELECT party, label, created_at FROM about WHERE one = 1",
        [],
        |row| Ok((row.get::<_, u8>(0)?, row.get(1)?, row.get(2)?)),
    );
    let (party, label, created_at) = row.map_err(|e| match e {
        // Whole pages, but not what a vault holds.
        rusqlite::Error::QueryReturnedNoRows => OpenError::Damaged { aside: None },
        e => e.into(),
    })?;
    let party = Party::ALL
        .into_iter()
        .find(|p| *p as u8 == party)
        .ok_or(OpenError::Damaged { aside: None })?;
    let new = NewVault { party, label };
    Ok(About { new, created_at })
}

#[cfg(test)]
pub(crate) mod tests;
