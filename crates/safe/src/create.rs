//! Making a folder: everything is written and synced in a folder beside, which then takes its name in one step.

use crate::CreateError;
use rand_core::CryptoRng;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Makes the folder `dir` by way of a private one beside it, which `build` fills.
pub(crate) fn create(
    dir: &Path,
    rng: &mut impl CryptoRng,
    build: impl FnOnce(&Path) -> Result<(), CreateError>,
) -> Result<(), CreateError> {
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
    let made = private_folder(&making)
        .map_err(CreateError::from)
        .and_then(|()| build(&making))
        .and_then(|()| take_name(&making, dir, parent));
    if made.is_err() {
        // It never was one: nobody has written anything into it.
        let _ = fs::remove_dir_all(&making);
    }
    made
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

/// Removes what killed attempts at making this very folder left behind.
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
