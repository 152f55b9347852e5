//! The one window: opened from the configuration, titled "Ugnay" and never with anyone's name, and unable to leave the
//! page that was built with it.

use crate::links;
use tauri::{AppHandle, Manager, Url, WebviewWindowBuilder};

/// Label of the window in `tauri.conf.json` and in the capability.
const LABEL: &str = "main";

/// Opens the window.
///
/// # Errors
/// When the configuration lacks the window or the system cannot open one.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == LABEL);
    let config = config.ok_or(tauri::Error::WindowNotFound)?;
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(may_navigate)
        .build()?;
    Ok(())
}

/// Brings the window to the front, for a second start of the program.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // Best effort: some window managers refuse, and nothing is lost.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// The window stays on its page; a number to call or write to goes to the system instead.
fn may_navigate(url: &Url) -> bool {
    links::open_number(url);
    is_own_page(url)
}

/// Only the embedded page: `tauri://localhost`, or `http://tauri.localhost` where the system's webview needs that form.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
