//! What the page may ask for, a line each over `ugnay_app`. No rule lives here: a command unpacks, calls and returns.

use serde::Serialize;

/// What the page needs to know before anything is unlocked.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// Version of this program, as in `Cargo.toml`.
    version: &'static str,
}

/// Says which program this is.
#[tauri::command]
pub fn status() -> Status {
    Status {
        version: env!("CARGO_PKG_VERSION"),
    }
}
