//! Making a register: everything is written and synced in a folder beside, which then takes its name in one step.

use crate::connect::connect;
use crate::key_file::{self, Unlock};
use crate::migrate::migrate;
use crate::open::{DB, KEY};
use crate::{CreateError, NewRegister, OpenError, Register, identity, table};
use rand_core::CryptoRng;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use ugnay_seal::passphrase::DatabaseKey;
use zeroize::Zeroizing;

impl Register {
    /// Makes a register in `dir`, which must not exist or be empty, and opens it. The parent must exist.
    ///
    /// A kill at any point leaves either nothing at `dir` or a whole register.
    ///
    /// # Errors
    /// [`CreateError`]; nothing is left at `dir` then.
    pub fn create<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        new: &NewRegister,
        now: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, CreateError> {
        let key = DatabaseKey::generate(rng);
        let file = key_file::wrap(&key, unlock.into(), rng)?;
        Self::create_under(dir, &key.to_bytes(), &file, new, now, rng)
    }

    /// Makes a register under a given key and key file.
    pub(crate) fn create_under(
        dir: &Path,
        key: &[u8; 32],
        key_file: &[u8],
        new: &NewRegister,
        now: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, CreateError> {
        let name = dir
            .file_name()
            .and_then(|n| n.to_str())
            .ok_or(CreateError::BadFolder)?;
        let parent = match dir.parent() {
            Some(p) if p.as_os_str().is_empty() => Path::new("."),
            Some(p) => p,
            None => return Err(CreateError::BadFolder),
        };
        refuse_occupied(dir)?;
        sweep(parent, name);
        let mut tag = [0; 8];
        rng.fill_bytes(&mut tag);
        let making = parent.join(format!(".{name}.new-{:016x}", u64::from_be_bytes(tag)));
        let made = build(&making, key, key_file, new, now, rng)
            .and_then(|()| take_name(&making, dir, parent));
        if let Err(e) = made {
            // It never was a register: nobody has written anything into it.
            let _ = fs::remove_dir_all(&making);
            return Err(e);
        }
        let lock = crate::lock::Lock::take(dir)?;
        Ok(Self::open_with_key(dir, key, lock)?)
    }

    #[cfg(test)]
    pub(crate) fn create_with_key(
        dir: &Path,
        key: &[u8; 32],
        new: &NewRegister,
        now: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, CreateError> {
        Self::create_under(dir, key, b"no key file", new, now, rng)
    }
}

fn random(rng: &mut impl CryptoRng) -> Zeroizing<[u8; 32]> {
    let mut bytes = Zeroizing::new([0; 32]);
    rng.fill_bytes(bytes.as_mut_slice());
    bytes
}

fn refuse_occupied(dir: &Path) -> Result<(), CreateError> {
    match fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(CreateError::Exists),
        },
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) if e.kind() == io::ErrorKind::NotADirectory => Err(CreateError::Exists),
        Err(e) => Err(e.into()),
    }
}

/// Removes what killed attempts at making this very register left behind.
fn sweep(parent: &Path, name: &str) {
    let prefix = format!(".{name}.new-");
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        let rest = entry
            .file_name()
            .to_str()
            .and_then(|n| n.strip_prefix(&prefix).map(str::len));
        if rest == Some(16) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn build(
    making: &Path,
    key: &[u8; 32],
    key_file: &[u8],
    new: &NewRegister,
    now: i64,
    rng: &mut impl CryptoRng,
) -> Result<(), CreateError> {
    private_folder(making)?;
    let db = making.join(DB);
    {
        let mut conn = connect(&db, key, true)?;
        migrate(&mut conn)?;
        let sign = random(rng);
        let hybrid = random(rng);
        let tx = conn.transaction()?;
        table::about::insert(&tx, new, now)?;
        table::device::insert(&tx, &sign, &hybrid, identity::device_hash(&sign))?;
        tx.commit()?;
        conn.close()
            .map_err(|(_, e)| CreateError::from(OpenError::from(e)))?;
    }
    File::open(&db)?.sync_all()?;
    replace_file(&making.join(KEY), key_file)?;
    Ok(())
}

fn take_name(making: &Path, dir: &Path, parent: &Path) -> Result<(), CreateError> {
    // An empty folder may stand there; `remove_dir` refuses any other.
    match fs::remove_dir(dir) {
        Ok(()) => {}
        Err(e) if e.kind() == io::ErrorKind::NotFound => {}
        Err(_) => return Err(CreateError::Exists),
    }
    fs::rename(making, dir).map_err(|e| match e.kind() {
        io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists => CreateError::Exists,
        _ => e.into(),
    })?;
    sync_folder(parent)?;
    Ok(())
}

/// Makes a folder that only its owner may enter, where the system knows owners.
fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Writes a file beside, syncs it, and puts it in place in one step.
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside: PathBuf = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes a rename durable. Windows has no such call and needs none.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(path)?.sync_all()
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
