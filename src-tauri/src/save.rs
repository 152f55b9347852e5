//! Files for people, written where the device keeps its downloads. An existing file is never written over, and nothing
//! here reads what it writes.

use std::fs::OpenOptions;
use std::io::Write;
use tauri::{AppHandle, Manager};
use ugnay_app::custody::NewFile;
use ugnay_app::dto::custody::SavedFile;
use ugnay_app::dto::{AppError, ErrorCode};

/// So many files of one name are told apart by a number.
const MOST: u32 = 999;

/// Writes a file into the downloads, under a free name.
///
/// # Errors
/// `Disk` when there is no such folder or it cannot be written to.
pub fn to_downloads(app: &AppHandle, file: &NewFile) -> Result<SavedFile, AppError> {
    let disk = || AppError::new(ErrorCode::Disk);
    let folder = app.path().download_dir().map_err(|_| disk())?;
    std::fs::create_dir_all(&folder).map_err(|_| disk())?;
    for number in 1..=MOST {
        let name = numbered(&file.name, number);
        let new = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(folder.join(&name));
        match new {
            Ok(mut out) => {
                out.write_all(&file.bytes).map_err(|_| disk())?;
                out.sync_all().map_err(|_| disk())?;
                let folder = folder.to_string_lossy().into_owned();
                return Ok(SavedFile { name, folder });
            }
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(_) => return Err(disk()),
        }
    }
    Err(disk())
}

/// `card.ugnay`, `card-2.ugnay`, …
fn numbered(name: &str, number: u32) -> String {
    match (number, name.rsplit_once('.')) {
        (1, _) => name.to_owned(),
        (n, Some((stem, end))) => format!("{stem}-{n}.{end}"),
        (n, None) => format!("{name}-{n}"),
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_second_file_gets_a_number_before_its_ending() {
        assert_eq!(
            numbered("card.ugnay", 1),
            "card.ugnay",
            "the first keeps its name"
        );
        assert_eq!(
            numbered("card.ugnay", 2),
            "card-2.ugnay",
            "the ending stays"
        );
        assert_eq!(numbered("card", 3), "card-3", "also without an ending");
    }
}
