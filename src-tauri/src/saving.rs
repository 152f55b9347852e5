//! Writing a file where the user finds it: the documents folder, where the device keeps downloads, or at home. Never over another
//! file, never through a temporary one, readable by its owner alone. Opens nothing. Must not know what is in the file.

use crate::work::Work;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use ugnay_app::App;
use ugnay_app::custody::NewFile;
use ugnay_app::dto::custody::SavedFile;
use ugnay_app::dto::{AppError, ErrorCode};

/// So many files of one name, then it is refused.
const MOST: u32 = 1000;

/// Makes a sheet off the window's thread and writes it as a PDF called `ugnay-NAME`, with a number where there is one
/// already. Its name says no more than the kind of sheet. Nothing is made when there is nowhere to put it.
pub async fn sheet<F>(
    app: &AppHandle,
    work: &Work,
    name: &'static str,
    make: F,
) -> Result<SavedFile, AppError>
where
    F: FnOnce(&mut App) -> Result<Vec<u8>, AppError> + Send + 'static,
{
    let folder = folder(app)?;
    work.run(move |use_cases| save(&folder, name, &make(use_cases)?))
        .await
}

/// Where files for the user go.
fn folder(app: &AppHandle) -> Result<PathBuf, AppError> {
    let path = app.path();
    let found = path.document_dir().or_else(|_| path.download_dir());
    // A desktop without named folders.
    let found = found.or_else(|_| path.home_dir());
    Ok(found.map_err(|_| ErrorCode::Disk)?.join("Ugnay"))
}

fn save(folder: &Path, name: &str, bytes: &[u8]) -> Result<SavedFile, AppError> {
    write(folder, (&format!("ugnay-{name}"), "pdf"), bytes)
}

/// Writes a file to be handed on, called as it says, with a number where there is one already.
pub fn save_file(app: &AppHandle, file: &NewFile) -> Result<SavedFile, AppError> {
    let name = file.name.rsplit_once('.').unwrap_or((&file.name, "ugnay"));
    write(&folder(app)?, name, &file.bytes)
}

fn write(folder: &Path, (stem, end): (&str, &str), bytes: &[u8]) -> Result<SavedFile, AppError> {
    let disk = |_| AppError::new(ErrorCode::Disk);
    fs::create_dir_all(folder).map_err(disk)?;
    for number in 1..=MOST {
        let name = match number {
            1 => format!("{stem}.{end}"),
            n => format!("{stem}-{n}.{end}"),
        };
        let path = folder.join(&name);
        let mut file = match create(&path) {
            Err(e) if e.kind() == ErrorKind::AlreadyExists => continue,
            made => made.map_err(disk)?,
        };
        if file
            .write_all(bytes)
            .and_then(|()| file.sync_all())
            .is_err()
        {
            // Half a sheet is none, and half of its words are still secret.
            let _ = fs::remove_file(&path);
            return Err(ErrorCode::Disk.into());
        }
        return Ok(SavedFile {
            name,
            folder: folder.display().to_string(),
        });
    }
    Err(ErrorCode::Disk.into())
}

fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests;
