//! An open register: opening, what can be known without opening, changing the passphrase, closing by drop.

use crate::connect::connect;
use crate::key_file::{self, Unlock};
use crate::lock::Lock;
use crate::migrate::migrate;
use crate::{OpenError, RegisterError, create, table};
use rand_core::CryptoRng;
use rusqlite::Connection;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use ugnay_model::{DeviceHash, Lamport};
use ugnay_seal::passphrase::DatabaseKey;

pub(crate) const DB: &str = "register.db";
pub(crate) const KEY: &str = "key";

/// An open register. Dropping it closes the database, wipes its key and lets the lock go.
pub struct Register {
    // The order matters: the database closes before the lock goes.
    pub(crate) conn: Connection,
    pub(crate) device: DeviceHash,
    pub(crate) clock: Lamport,
    dir: PathBuf,
    _lock: Lock,
}

impl core::fmt::Debug for Register {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Register(open)")
    }
}

/// What can be known of a folder without unlocking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// Nothing of a register.
    None,
    /// A database and its key.
    Locked,
    /// The same, and somebody has it open.
    InUse,
    /// A database without its key, or a key without its database.
    Incomplete,
}

impl Register {
    /// Opens the register in `dir`.
    ///
    /// A register that turns out to be broken is moved aside as a whole folder, named in the error.
    ///
    /// # Errors
    /// [`OpenError`] says which of many things stood in the way.
    pub fn open<'a>(dir: &Path, unlock: impl Into<Unlock<'a>>) -> Result<Self, OpenError> {
        if !dir.join(DB).is_file() || !dir.join(KEY).is_file() {
            return Err(OpenError::NotARegister);
        }
        let lock = Lock::take(dir)?;
        let key = read_key(dir, unlock.into())?;
        Self::open_with_key(dir, &key.to_bytes(), lock)
    }

    /// The part of opening that comes after the key is known.
    pub(crate) fn open_with_key(dir: &Path, key: &[u8; 32], lock: Lock) -> Result<Self, OpenError> {
        match Self::connect_and_read(dir, key) {
            Ok((conn, device, clock)) => Ok(Self {
                conn,
                device,
                clock,
                dir: dir.to_owned(),
                _lock: lock,
            }),
            Err(OpenError::Damaged { .. }) => {
                drop(lock);
                Err(OpenError::Damaged {
                    aside: move_aside(dir),
                })
            }
            Err(other) => Err(other),
        }
    }

    fn connect_and_read(
        dir: &Path,
        key: &[u8; 32],
    ) -> Result<(Connection, DeviceHash, Lamport), OpenError> {
        let mut conn = connect(&dir.join(DB), key, false)?;
        migrate(&mut conn)?;
        let (device, clock) = table::device::stamp(&conn).map_err(|e| match e {
            // Whole pages, but not what a register holds.
            rusqlite::Error::QueryReturnedNoRows => OpenError::Damaged { aside: None },
            e => e.into(),
        })?;
        Ok((conn, device, clock))
    }

    /// What can be known of `dir` without unlocking.
    #[must_use]
    pub fn peek(dir: &Path) -> Presence {
        match (dir.join(DB).is_file(), dir.join(KEY).is_file()) {
            (false, false) => Presence::None,
            (true, true) => match Lock::take(dir) {
                Err(OpenError::InUse) => Presence::InUse,
                _ => Presence::Locked,
            },
            _ => Presence::Incomplete,
        }
    }

    /// Whether the register in `dir` also needs the half of its key that the device's keystore holds.
    ///
    /// # Errors
    /// [`OpenError`] when there is no readable key file.
    pub fn needs_keystore(dir: &Path) -> Result<bool, OpenError> {
        key_file::needs_keystore(&fs::read(dir.join(KEY))?)
    }

    /// Wraps the key anew. The database itself is not written again.
    ///
    /// # Errors
    /// [`RegisterError::Key`] when the old passphrase does not fit or the file cannot be replaced; the old one then still opens.
    pub fn change_passphrase<'a, 'b>(
        &mut self,
        old: impl Into<Unlock<'a>>,
        new: impl Into<Unlock<'b>>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), RegisterError> {
        let key = read_key(&self.dir, old.into()).map_err(RegisterError::Key)?;
        let file = key_file::wrap(&key, new.into(), rng).map_err(RegisterError::Key)?;
        create::replace_file(&self.dir.join(KEY), &file).map_err(|e| RegisterError::Key(e.into()))
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// How this device is named in stamps.
    #[must_use]
    pub fn device_hash(&self) -> DeviceHash {
        self.device
    }

    /// The Lamport time reached.
    #[must_use]
    pub fn clock(&self) -> Lamport {
        self.clock
    }

    /// Reads every page of the database and checks its authentication and structure. Slow: some seconds for 100,000 persons.
    ///
    /// # Errors
    /// [`RegisterError::Damaged`] when anything is broken.
    pub fn check(&self) -> Result<(), RegisterError> {
        // The page check reads the database file alone. A page that a power cut tore while it was moved there from
        // the write-ahead log still stands whole in the log, so the log goes first.
        table::checkpoint(&self.conn)?;
        let mut pages = self.conn.prepare("PRAGMA cipher_integrity_check")?;
        if pages.query([])?.next()?.is_some() {
            return Err(RegisterError::Damaged);
        }
        let structure: String = self
            .conn
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if structure == "ok" {
            Ok(())
        } else {
            Err(RegisterError::Damaged)
        }
    }

    /// Closes the register and moves its whole folder aside, after [`RegisterError::Damaged`]. Returns where it is now,
    /// or nothing when it could not be moved and stands where it was.
    #[must_use]
    pub fn set_aside(self) -> Option<PathBuf> {
        let dir = self.dir.clone();
        drop(self);
        move_aside(&dir)
    }
}

fn read_key(dir: &Path, unlock: Unlock<'_>) -> Result<DatabaseKey, OpenError> {
    key_file::unwrap(&fs::read(dir.join(KEY))?, unlock)
}

/// Renames the folder to the first free `<name>.damaged-N` beside it: one step, so database and key stay together.
fn move_aside(dir: &Path) -> Option<PathBuf> {
    let name = dir.file_name()?.to_str()?;
    (1..1000).find_map(|n| {
        let aside = dir.with_file_name(format!("{name}.damaged-{n}"));
        if aside.exists() {
            return None;
        }
        match fs::rename(dir, &aside) {
            Ok(()) => Some(Some(aside)),
            Err(e) if e.kind() == io::ErrorKind::DirectoryNotEmpty => None,
            Err(_) => Some(None),
        }
    })?
}

#[cfg(test)]
mod tests;
