//! Shape of a source file: its length, its header, its name, and no lint switched off silently.

use crate::{files::SourceFile, finding::Finding};

/// The end of a file; 400 lines are long already.
const MOST_LINES: usize = 600;

/// Files that are counted.
const COUNTED: &[&str] = &[".rs", ".ts", ".svelte", ".mjs", ".js", ".css"];

/// Files that may be longer, each with its reason.
const LONGER: &[(&str, &str)] = &[(
    "ui/src/backend/generated/",
    "written by the type export, read by nobody",
)];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "common", "helpers", "misc"];

/// Every rule about one file.
pub fn check(file: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(too_long(file));
    findings.extend(empty_name(file));
    if file.has_ending(&[".rs"]) {
        findings.extend(no_header(file));
        findings.extend(silenced_lints(file));
    }
    findings
}

fn too_long(file: &SourceFile) -> Option<Finding> {
    let exempt = LONGER.iter().any(|(start, _)| file.path.starts_with(start));
    let lines = file.text.lines().count();
    (file.has_ending(COUNTED) && !exempt && lines > MOST_LINES).then(|| {
        Finding::new(
            &file.path,
            format!("{lines} lines; {MOST_LINES} is the end: a second room wants to be built"),
        )
    })
}

fn no_header(file: &SourceFile) -> Option<Finding> {
    let first = file
        .text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let says_something = first
        .strip_prefix("//!")
        .is_some_and(|rest| !rest.trim().is_empty());
    (!says_something).then(|| {
        Finding::new(
            &file.path,
            "must open with `//!`: what it owns and what it must not do",
        )
    })
}

fn silenced_lints(file: &SourceFile) -> Vec<Finding> {
    let switched_off = |line: &str| {
        let line = line.trim_start();
        ["#[allow(", "#![allow("]
            .iter()
            .any(|start| line.starts_with(start))
    };
    let lines = file
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| switched_off(line));
    lines
        .map(|(index, _)| {
            Finding::new(
                format!("{}:{}", file.path, index + 1),
                "use `#[expect(…, reason = …)]`, not `#[allow]`",
            )
        })
        .collect()
}

fn empty_name(file: &SourceFile) -> Option<Finding> {
    let named = file
        .path
        .split('/')
        .map(|part| part.split('.').next().unwrap_or(part));
    let empty = named.into_iter().find(|name| EMPTY_NAMES.contains(name))?;
    Some(Finding::new(
        &file.path,
        format!("`{empty}` names nothing: a helper lives with its first user"),
    ))
}

#[cfg(test)]
mod tests;
