//! Ending a folder on this device for good. Owns the order: the wrapped key first, since without it the database is noise.
//! Must not promise more than a file system gives: flash memory and copies made elsewhere may keep what was overwritten
//! here, which is why a passphrase must be good and why a key may have a second half in a keystore.

use crate::folder::{Folder, KEY};
use rand_core::CryptoRng;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// So much of a database's beginning is overwritten: its salt, without which not even its key opens it, and more.
const HEAD: usize = 64 * 1024;

impl Folder {
    /// Overwrites the wrapped key, removes it, then overwrites the beginning of every other file and removes the folder.
    /// The connection must be closed before.
    ///
    /// # Errors
    /// What the system said about the key: then nothing else was touched. What follows the key is best effort.
    pub fn destroy(self, rng: &mut impl CryptoRng) -> io::Result<()> {
        let dir = self.dir().to_owned();
        overwrite(&dir.join(KEY), usize::MAX, rng)?;
        fs::remove_file(dir.join(KEY))?;
        sync_folder(&dir);
        drop(self);
        if let Ok(entries) = fs::read_dir(&dir) {
            for entry in entries.flatten() {
                // A file that cannot be overwritten is still removed, and is noise without the key.
                let _ = overwrite(&entry.path(), HEAD, rng);
            }
        }
        let _ = fs::remove_dir_all(&dir);
        if let Some(parent) = dir.parent() {
            sync_folder(parent);
        }
        Ok(())
    }
}

/// Writes random bytes over the beginning of a file, in place, and waits until the disk has them.
fn overwrite(path: &Path, most: usize, rng: &mut impl CryptoRng) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let mut left = usize::try_from(file.metadata()?.len())
        .unwrap_or(usize::MAX)
        .min(most);
    let mut noise = [0; 4096];
    while left > 0 {
        rng.fill_bytes(&mut noise);
        let part = noise.get(..left.min(noise.len())).unwrap_or(&noise);
        file.write_all(part)?;
        left = left.saturating_sub(part.len());
    }
    file.sync_all()
}

fn sync_folder(dir: &Path) {
    // Not every system opens a folder as a file.
    if let Ok(folder) = fs::File::open(dir) {
        let _ = folder.sync_all();
    }
}
