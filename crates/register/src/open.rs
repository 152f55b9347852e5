//! An open register: opening, what can be known without opening, changing the passphrase, closing by drop.

use crate::attempts::Kept;
use crate::migrate::MIGRATIONS;
use crate::roll::{Begun, Roll};
use crate::{OpenError, RegisterError, table};
use core::cell::RefCell;
use rand_core::CryptoRng;
use rusqlite::Connection;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use ugnay_model::{CampaignId, DeviceHash, Lamport};
use ugnay_safe::{Folder, Layout, Presence, Unlock};

/// A register's folder.
pub(crate) const LAYOUT: Layout = Layout {
    database: "register.db",
    migrations: MIGRATIONS,
};

/// An open register. Dropping it closes the database, wipes its key and lets the lock go.
pub struct Register {
    // The order matters: the database closes before the lock goes.
    pub(crate) conn: Connection,
    pub(crate) device: DeviceHash,
    pub(crate) clock: Lamport,
    /// What lists are narrowed by, once something asked.
    pub(crate) roll: RefCell<Option<Roll>>,
    /// The same while it is being read in parts.
    pub(crate) roll_begun: RefCell<Option<Begun>>,
    /// Attempts of the campaigns somebody asked about.
    pub(crate) attempts: RefCell<HashMap<CampaignId, Kept>>,
    folder: Folder,
}

impl core::fmt::Debug for Register {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Register(open)")
    }
}

/// The device's name in stamps and its clock: the first thing read of a register.
pub(crate) fn read_stamp(conn: &Connection) -> Result<(DeviceHash, Lamport), OpenError> {
    table::device::stamp(conn).map_err(|e| match e {
        // Whole pages, but not what a register holds.
        rusqlite::Error::QueryReturnedNoRows => OpenError::Damaged { aside: None },
        e => e.into(),
    })
}

impl Register {
    /// Opens the register in `dir`.
    ///
    /// A register that turns out to be broken is moved aside as a whole folder, named in the error.
    ///
    /// # Errors
    /// [`OpenError`] says which of many things stood in the way.
    pub fn open<'a>(dir: &Path, unlock: impl Into<Unlock<'a>>) -> Result<Self, OpenError> {
        LAYOUT.open(dir, unlock, read_stamp).map(Self::opened)
    }

    pub(crate) fn opened(
        (conn, folder, (device, clock)): (Connection, Folder, (DeviceHash, Lamport)),
    ) -> Self {
        Self {
            conn,
            device,
            clock,
            roll: RefCell::default(),
            roll_begun: RefCell::default(),
            attempts: RefCell::default(),
            folder,
        }
    }

    /// Opens under a given key, as the unit tests do.
    #[cfg(test)]
    pub(crate) fn open_with_key(
        dir: &Path,
        key: &[u8; 32],
        lock: ugnay_safe::Lock,
    ) -> Result<Self, OpenError> {
        LAYOUT
            .open_with_key(dir, key, lock, read_stamp)
            .map(Self::opened)
    }

    /// What can be known of `dir` without unlocking.
    #[must_use]
    pub fn peek(dir: &Path) -> Presence {
        LAYOUT.peek(dir)
    }

    /// Whether the register in `dir` also needs the half of its key that the device's keystore holds.
    ///
    /// # Errors
    /// [`OpenError`] when there is no readable key file.
    pub fn needs_keystore(dir: &Path) -> Result<bool, OpenError> {
        LAYOUT.needs_keystore(dir)
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
        self.folder
            .change_passphrase(old, new, rng)
            .map_err(RegisterError::Key)
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        self.folder.dir()
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
        ugnay_safe::check(&self.conn).map_err(|e| match e {
            OpenError::Damaged { .. } => RegisterError::Damaged,
            OpenError::Full => RegisterError::Full,
            OpenError::Io(_) => RegisterError::Io,
            OpenError::Store { code } => RegisterError::Store { code },
            other => RegisterError::Key(other),
        })
    }

    /// Closes the register and ends it on this device: its key is overwritten and removed, then everything else.
    ///
    /// # Errors
    /// [`RegisterError::Io`] when the key could not be overwritten and removed; then the register is as it was.
    pub fn destroy(self, rng: &mut impl CryptoRng) -> Result<(), RegisterError> {
        let Self { conn, folder, .. } = self;
        drop(conn);
        folder.destroy(rng).map_err(|_| RegisterError::Io)
    }

    /// Closes the register and moves its whole folder aside, after [`RegisterError::Damaged`]. Returns where it is now,
    /// or nothing when it could not be moved and stands where it was.
    #[must_use]
    pub fn set_aside(self) -> Option<PathBuf> {
        let Self { conn, folder, .. } = self;
        drop(conn);
        folder.set_aside()
    }
}

#[cfg(test)]
mod tests;
