//! What the interface may import: Tauri only below its backend seam, so that the same screens run in a plain browser.

use crate::{files::SourceFile, finding::Finding};

/// The interface's sources.
const INTERFACE: &str = "ui/src/";

/// The one folder that may talk to the window.
const SEAM: &str = "ui/src/backend/";

/// Every import of Tauri outside the seam, and every way round it.
pub fn check(file: &SourceFile) -> Vec<Finding> {
    if !file.path.starts_with(INTERFACE) || file.path.starts_with(SEAM) {
        return Vec::new();
    }
    let reaches = |line: &str| {
        ["@tauri-apps/", "__TAURI"]
            .iter()
            .any(|name| line.contains(name))
    };
    let lines = file
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| reaches(line));
    lines
        .map(|(index, _)| {
            Finding::new(
                format!("{}:{}", file.path, index + 1),
                format!("Tauri may be reached from {SEAM} only"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests;
