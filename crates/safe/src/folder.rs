//! Opening a folder, what can be known without opening, changing the passphrase, moving a damaged one aside.

use crate::connect::connect;
use crate::key_file::{self, Unlock};
use crate::lock::Lock;
use crate::migrate::migrate;
use crate::{CreateError, OpenError, create};
use rand_core::CryptoRng;
use rusqlite::{Connection, Transaction};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use ugnay_seal::passphrase::DatabaseKey;

/// The name of the file with the wrapped key.
pub const KEY: &str = "key";

/// What kind of folder it is: the database's name and how its tables came to be.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// File name of the database, ending in `.db`.
    pub database: &'static str,
    /// SQL files in order; the number of the last is the layout's version.
    pub migrations: &'static [&'static str],
}

/// What can be known of a folder without unlocking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// Nothing of the kind.
    None,
    /// A database and its key.
    Locked,
    /// The same, and somebody has it open.
    InUse,
    /// A database without its key, or a key without its database.
    Incomplete,
}

/// An open folder. Dropping it lets the lock go: drop the connection first.
pub struct Folder {
    dir: PathBuf,
    lock: Lock,
}

impl core::fmt::Debug for Folder {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Folder(open)")
    }
}

impl Layout {
    /// Opens the folder and reads what `read` wants to know at once.
    ///
    /// One that turns out to be broken, by `read` too, is moved aside as a whole, named in the error.
    ///
    /// # Errors
    /// [`OpenError`] says which of many things stood in the way.
    pub fn open<'a, T>(
        &self,
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        read: impl FnOnce(&Connection) -> Result<T, OpenError>,
    ) -> Result<(Connection, Folder, T), OpenError> {
        if !dir.join(self.database).is_file() || !dir.join(KEY).is_file() {
            return Err(OpenError::NotARegister);
        }
        let lock = Lock::take(dir)?;
        let key = read_key(dir, unlock.into())?;
        self.open_with_key(dir, &key.to_bytes(), lock, read)
    }

    /// The part of opening that comes after the key is known.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_with_key<T>(
        &self,
        dir: &Path,
        key: &[u8; 32],
        lock: Lock,
        read: impl FnOnce(&Connection) -> Result<T, OpenError>,
    ) -> Result<(Connection, Folder, T), OpenError> {
        let opened = connect(&dir.join(self.database), key, false).and_then(|mut conn| {
            migrate(&mut conn, self.migrations)?;
            let known = read(&conn)?;
            Ok((conn, known))
        });
        match opened {
            Ok((conn, known)) => {
                let dir = dir.to_owned();
                Ok((conn, Folder { dir, lock }, known))
            }
            Err(OpenError::Damaged { .. }) => {
                drop(lock);
                Err(OpenError::Damaged {
                    aside: move_aside(dir),
                })
            }
            Err(other) => Err(other),
        }
    }

    /// Makes the folder `dir`, which must not exist or be empty. The parent must exist. `fill` writes the first rows
    /// in one transaction. Open it afterwards.
    ///
    /// A kill at any point leaves either nothing at `dir` or a whole folder.
    ///
    /// # Errors
    /// [`CreateError`]; nothing is left at `dir` then.
    pub fn create<'a>(
        &self,
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        rng: &mut impl CryptoRng,
        fill: impl FnOnce(&Transaction<'_>) -> Result<(), CreateError>,
    ) -> Result<NewKey, CreateError> {
        let key = DatabaseKey::generate(rng);
        let file = key_file::wrap(&key, unlock.into(), rng)?;
        let key = NewKey(key);
        self.create_under(dir, &key.0.to_bytes(), &file, rng, fill)?;
        Ok(key)
    }

    /// Makes a folder under a given key and key file.
    ///
    /// # Errors
    /// As [`Self::create`].
    pub fn create_under(
        &self,
        dir: &Path,
        key: &[u8; 32],
        key_file: &[u8],
        rng: &mut impl CryptoRng,
        fill: impl FnOnce(&Transaction<'_>) -> Result<(), CreateError>,
    ) -> Result<(), CreateError> {
        create::create(dir, rng, |making| {
            let mut conn = connect(&making.join(self.database), key, true)?;
            migrate(&mut conn, self.migrations)?;
            let tx = conn.transaction()?;
            fill(&tx)?;
            tx.commit()?;
            conn.close()
                .map_err(|(_, e)| CreateError::from(OpenError::from(e)))?;
            fs::File::open(making.join(self.database))?.sync_all()?;
            create::replace_file(&making.join(KEY), key_file)?;
            Ok(())
        })
    }

    /// Opens what [`Self::create`] just made, without deriving the key again.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_new<T>(
        &self,
        dir: &Path,
        key: &NewKey,
        read: impl FnOnce(&Connection) -> Result<T, OpenError>,
    ) -> Result<(Connection, Folder, T), OpenError> {
        let lock = Lock::take(dir)?;
        self.open_with_key(dir, &key.0.to_bytes(), lock, read)
    }

    /// What can be known of `dir` without unlocking.
    #[must_use]
    pub fn peek(&self, dir: &Path) -> Presence {
        match (dir.join(self.database).is_file(), dir.join(KEY).is_file()) {
            (false, false) => Presence::None,
            (true, true) => match Lock::take(dir) {
                Err(OpenError::InUse) => Presence::InUse,
                _ => Presence::Locked,
            },
            _ => Presence::Incomplete,
        }
    }

    /// Whether the folder also needs the half of its key that the device's keystore holds.
    ///
    /// # Errors
    /// [`OpenError`] when there is no readable key file.
    pub fn needs_keystore(&self, dir: &Path) -> Result<bool, OpenError> {
        key_file::needs_keystore(&fs::read(dir.join(KEY))?)
    }
}

/// The key of a folder just made, on its way to being opened. Wiped when dropped.
pub struct NewKey(DatabaseKey);

impl core::fmt::Debug for NewKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("NewKey(…)")
    }
}

impl Folder {
    /// Where it is.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Wraps the key anew. The database itself is not written again.
    ///
    /// # Errors
    /// [`OpenError`] when the old passphrase does not fit or the file cannot be replaced; the old one then still opens.
    pub fn change_passphrase<'a, 'b>(
        &mut self,
        old: impl Into<Unlock<'a>>,
        new: impl Into<Unlock<'b>>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), OpenError> {
        let key = read_key(&self.dir, old.into())?;
        let file = key_file::wrap(&key, new.into(), rng)?;
        create::replace_file(&self.dir.join(KEY), &file)?;
        Ok(())
    }

    /// Lets the lock go and moves the whole folder aside. Returns where it is now, or nothing when it could not be
    /// moved and stands where it was. The connection must be closed before.
    #[must_use]
    pub fn set_aside(self) -> Option<PathBuf> {
        let Self { dir, lock } = self;
        drop(lock);
        move_aside(&dir)
    }
}

/// Reads every page of the database and checks its authentication and structure. Slow on large ones.
///
/// # Errors
/// [`OpenError::Damaged`] when anything is broken.
pub fn check(conn: &Connection) -> Result<(), OpenError> {
    // The page check reads the database file alone. A page that a power cut tore while it was moved there from
    // the write-ahead log still stands whole in the log, so the log goes first.
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let mut pages = conn.prepare("PRAGMA cipher_integrity_check")?;
    if pages.query([])?.next()?.is_some() {
        return Err(OpenError::Damaged { aside: None });
    }
    let structure: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if structure == "ok" {
        Ok(())
    } else {
        Err(OpenError::Damaged { aside: None })
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
