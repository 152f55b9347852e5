//! What the program writes to standard error: JSON, one line each, and nothing else.
//!
//! Only this crate's own lines pass, whatever is asked for: other crates trace addresses
//! and paths. A panic is a line with its place in the source; its text, which may hold
//! anything, is dropped.

use tracing_subscriber::EnvFilter;

/// Lines of this crate at the level asked for: `error`, `warn` or (else) `info`.
#[must_use]
pub fn filter(asked: Option<&str>) -> EnvFilter {
    let level = match asked {
        Some("error") => "error",
        Some("warn") => "warn",
        _ => "info",
    };
    EnvFilter::new(format!("off,ugnay_buffer={level}"))
}

/// From now on a panic of any thread is one line without its text.
pub fn panics_without_text() {
    std::panic::set_hook(Box::new(|info| {
        let (file, line) = info.location().map_or(("", 0), |l| (l.file(), l.line()));
        tracing::error!(file, line, "panic");
    }));
}
