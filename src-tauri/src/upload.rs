//! A file as the page hands it over: its bytes as the request's body, its name in a header. The page never learns a path,
//! and no path is opened here.

use percent_encoding::percent_decode_str;
use tauri::Webview;
use tauri::ipc::{Channel, InvokeBody, JavaScriptChannelId, Request};
use ugnay_app::{
    InFile,
    dto::{AppError, ErrorCode, Progress},
};

/// Header with the file's name, percent-encoded UTF-8.
const NAME_HEADER: &str = "x-file-name";

/// Header with the channel for progress.
const PROGRESS_HEADER: &str = "x-progress";

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

/// Where the page listens for progress: a request with a raw body has no other place for it than a header.
///
/// # Errors
/// `BadInput` when it names no channel.
pub fn progress(request: &Request<'_>, webview: Webview) -> Result<Channel<Progress>, AppError> {
    let header = request.headers().get(PROGRESS_HEADER);
    let id = header
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.parse::<JavaScriptChannelId>().ok())
        .ok_or_else(|| AppError::new(ErrorCode::BadInput).field("progress"))?;
    Ok(id.channel_on(webview))
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
