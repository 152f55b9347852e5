//! What the reader prefers, in a small file beside the registers: the first screen speaks her language before anything is
//! unlocked. Owns that file. Must not keep anything about a person or a register in it.

use crate::dto::{AppError, ErrorCode, Preferences};
use crate::session::App;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

/// Beside the folders of registers.
const FILE: &str = "preferences.json";
const FRESH: &str = "preferences.json.new";
/// The file is smaller by far; what is larger is not ours.
const MOST_BYTES: u64 = 4096;
const THEMES: [&str; 3] = ["system", "light", "dark"];

impl App {
    /// What was kept; what cannot be read counts as nothing kept.
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        read(&self.root().join(FILE)).unwrap_or_default()
    }

    /// Keeps preferences on this device.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the field, [`ErrorCode::Disk`].
    pub fn keep_preferences(&mut self, wanted: &Preferences) -> Result<Preferences, AppError> {
        check(wanted)?;
        let disk = |_| AppError::new(ErrorCode::Disk);
        let bytes = serde_json::to_vec_pretty(wanted).map_err(|_| ErrorCode::Internal)?;
        fs::create_dir_all(self.root()).map_err(disk)?;
        // A new file takes the old one's place: a kill leaves one of both, whole.
        let fresh = self.root().join(FRESH);
        let mut file = fs::File::create(&fresh).map_err(disk)?;
        file.write_all(&bytes).map_err(disk)?;
        file.sync_all().map_err(disk)?;
        fs::rename(&fresh, self.root().join(FILE)).map_err(disk)?;
        Ok(wanted.clone())
    }
}

fn read(path: &Path) -> Option<Preferences> {
    let mut text = String::new();
    let file = fs::File::open(path).ok()?;
    file.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    let found: Preferences = serde_json::from_str(&text).ok()?;
    check(&found).is_ok().then_some(found)
}

fn check(p: &Preferences) -> Result<(), AppError> {
    let bad = |field: &str| Err(AppError::new(ErrorCode::BadInput).field(field));
    let code = |c: &String| (2..=3).contains(&c.len()) && c.bytes().all(|b| b.is_ascii_lowercase());
    if !p.language.as_ref().is_none_or(code) {
        return bad("language");
    }
    if !THEMES.contains(&p.theme.as_str()) {
        return bad("theme");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
