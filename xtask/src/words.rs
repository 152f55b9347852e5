//! Paths of one machine do not belong into the project: nobody else has them.

use crate::{files::SourceFile, finding::Finding};

/// Starts of paths that exist on somebody's machine only. Written in two halves, so that this file passes its own rule.
const MACHINE_PATHS: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/works", "pace/"),
    concat!("/Use", "rs/"),
    concat!("/tm", "p/"),
    concat!("C:", "\\"),
];

/// Every line with a path of somebody's machine.
pub fn check(file: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        if let Some(found) = MACHINE_PATHS.iter().find(|start| stands_alone(line, start)) {
            findings.push(Finding::new(
                format!("{}:{}", file.path, index + 1),
                format!("`{found}` is a path of one machine"),
            ));
        }
    }
    findings
}

/// Whether the path begins here, and is not the middle of a longer one.
fn stands_alone(line: &str, start: &str) -> bool {
    line.match_indices(start).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|letter| {
            letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '/' | '}' | ')' | '*')
        })
    })
}

#[cfg(test)]
mod tests;
