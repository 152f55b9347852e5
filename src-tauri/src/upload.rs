//! A file as the page hands it over: its bytes as the request's body, its name in a header. The page never learns a path,
//! and no path is opened here.

use percent_encoding::percent_decode_str;
use tauri::ipc::{InvokeBody, Request};
use ugnay_app::{
    InFile,
    dto::{AppError, ErrorCode},
};

/// Header with the file's name, percent-encoded UTF-8.
const NAME_HEADER: &str = "x-file-name";

/// Longest name kept, in characters; it is shown and stored as the source of what was imported.
const LONGEST_NAME: usize = 200;

/// Takes the file out of a request.
///
/// # Errors
/// `BadInput` when the request carries no bytes or no readable name.
pub fn from_request(request: &Request<'_>) -> Result<InFile, AppError> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(AppError::new(ErrorCode::BadInput).field("file"));
    };
    let header = request
        .headers()
        .get(NAME_HEADER)
        .and_then(|value| value.to_str().ok());
    let name = header
        .and_then(plain_name)
        .ok_or_else(|| AppError::new(ErrorCode::BadInput).field("name"))?;
    Ok(InFile {
        name,
        bytes: bytes.clone(),
    })
}

/// The name without folders, control characters and surplus length; nothing when nothing is left.
fn plain_name(header: &str) -> Option<String> {
    let decoded = percent_decode_str(header).decode_utf8().ok()?;
    let last = decoded.rsplit(['/', '\\']).next()?;
    let name: String = last
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_NAME)
        .collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests;
