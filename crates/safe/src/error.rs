//! What can go wrong with the folder, as types. Nothing here carries a name, a key or SQL text.

use rusqlite::ErrorCode;
use std::io;
use std::path::PathBuf;

/// Opening failed. Nothing was changed, except that a damaged folder was moved aside.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The folder holds nothing of the kind.
    #[error("there is nothing of this kind here")]
    NotARegister,
    /// The database is an ordinary SQLite file: not encrypted, not ours.
    #[error("the database here is not encrypted; it was not written by this program")]
    NotEncrypted,
    /// Another process (or another handle of this one) has it open.
    #[error("it is open already")]
    InUse,
    /// The passphrase (or the device's own half of the secret) does not fit.
    #[error("the passphrase does not open it")]
    WrongPassphrase,
    /// The key file was made with the half that the device's keystore holds and none was given, or the reverse.
    #[error("the device's own half of the key is missing or not expected")]
    Keystore,
    /// No memory for the work that a passphrase costs.
    #[error("not enough memory to unlock")]
    Derivation,
    /// The key file is broken or cut off. The database was left alone.
    #[error("the key file is damaged")]
    KeyDamaged,
    /// The database is broken. The whole folder was moved aside, never deleted; if even that failed, it stands where it was.
    #[error("the database is damaged{}", aside.as_ref().map(|p| format!("; it was moved aside to {}", p.display())).unwrap_or_default())]
    Damaged {
        /// Where it is now.
        aside: Option<PathBuf>,
    },
    /// Written by a later version of the program.
    #[error("it was written by a later version (layout {found}, this version knows {known})")]
    TooNew {
        /// The layout found.
        found: u32,
        /// The latest layout known here.
        known: u32,
    },
    /// The program was built without a cipher or with an SQLite that is too old. Never a user's fault.
    #[error("this build of the program cannot keep data safe: {0}")]
    Build(&'static str),
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The system refused to read or write.
    #[error("the system could not read or write: {0}")]
    Io(io::ErrorKind),
    /// The store failed in another way.
    #[error("the store failed (code {code})")]
    Store {
        /// SQLite's extended result code.
        code: i32,
    },
}

/// Making one failed. Nothing is left behind.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CreateError {
    /// The folder exists and is not empty.
    #[error("there is something in this folder already")]
    Exists,
    /// The folder has no name or no parent.
    #[error("not a usable folder")]
    BadFolder,
    /// As when opening.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// The kinds that matter of what SQLite says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// No room on the disk.
    Full,
    /// A page or a value is not what it must be.
    Corrupt,
    /// Somebody else has it.
    Busy,
    /// The system refused.
    Io,
    /// Anything else, with the extended result code.
    Other(i32),
}

impl From<&rusqlite::Error> for Fault {
    fn from(error: &rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match error {
            E::SqliteFailure(e, _) => match e.code {
                ErrorCode::DiskFull => Self::Full,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Corrupt,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied => Self::Io,
                _ => Self::Other(e.extended_code),
            },
            E::FromSqlConversionFailure(..)
            | E::IntegralValueOutOfRange(..)
            | E::Utf8Error(..)
            | E::InvalidColumnType(..) => Self::Corrupt,
            _ => Self::Other(0),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match Fault::from(&error) {
            Fault::Full => Self::Full,
            Fault::Corrupt => Self::Damaged { aside: None },
            Fault::Busy => Self::InUse,
            Fault::Io => Self::Io(io::ErrorKind::Other),
            Fault::Other(code) => Self::Store { code },
        }
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull => Self::Full,
            kind => Self::Io(kind),
        }
    }
}

impl From<io::Error> for CreateError {
    fn from(error: io::Error) -> Self {
        Self::Open(error.into())
    }
}

impl From<rusqlite::Error> for CreateError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Open(error.into())
    }
}
