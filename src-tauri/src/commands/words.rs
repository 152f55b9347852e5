//! The interface's words in the language it shows; needs nothing open.

use ugnay_app::dto::AppError;

/// Every message of a language.
#[tauri::command]
pub fn catalogue(language: &str) -> Result<&'static str, AppError> {
    ugnay_app::catalogue(language)
}
