//! One opener at a time: an advisory lock on a file, which the system lets go when the process dies.

use crate::OpenError;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// The lock; held as long as this lives.
#[derive(Debug)]
pub struct Lock(File);

/// Said aloud, not left to closing the file: a process that is just being started by another thread holds a copy of the
/// file until it runs its own program, and with it the lock.
impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

impl Lock {
    /// Takes the lock of a folder.
    ///
    /// # Errors
    /// [`OpenError::InUse`], or what the system said.
    pub fn take(dir: &Path) -> Result<Self, OpenError> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(dir.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
            Err(TryLockError::Error(e)) => Err(e.into()),
        }
    }
}
