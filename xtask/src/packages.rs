//! The interface's packages: their licences, and that each is pinned by a hash. What cargo-deny is for crates.

use crate::finding::Finding;
use serde_json::Value;
use std::{error::Error, fs, path::Path};

/// The lock file that `npm ci` follows.
const LOCK: &str = "ui/package-lock.json";

/// Licences that may be used, as in `deny.toml`.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unlicense",
    "Zlib",
];

/// Where packages come from when the lock file says so.
const REGISTRY: &str = "https://registry.npmjs.org/";

/// Checks the lock file as it stands.
///
/// # Errors
/// When it cannot be read.
pub fn check(root: &Path) -> Result<Vec<Finding>, Box<dyn Error>> {
    let lock: Value = serde_json::from_str(&fs::read_to_string(root.join(LOCK))?)?;
    let packages = lock["packages"]
        .as_object()
        .ok_or("a lock file without packages")?;
    // The entry without a name is the interface itself.
    Ok(packages
        .iter()
        .filter(|(name, _)| !name.is_empty())
        .flat_map(|(name, package)| problems(name, package))
        .collect())
}

fn problems(name: &str, package: &Value) -> Vec<Finding> {
    let mut problems = Vec::new();
    let licence = package["license"].as_str().unwrap_or("no licence");
    if !allowed(licence) {
        problems.push(format!("its licence may not be used: {licence}"));
    }
    if package["integrity"].is_null() {
        problems.push("is not pinned by a hash".to_owned());
    }
    if let Some(source) = package["resolved"]
        .as_str()
        .filter(|source| !source.starts_with(REGISTRY))
    {
        problems.push(format!("comes from {source}, not from {REGISTRY}"));
    }
    problems
        .into_iter()
        .map(|problem| Finding::new(format!("{LOCK}: {name}"), problem))
        .collect()
}

/// Whether an SPDX expression leaves a choice that may be used.
fn allowed(expression: &str) -> bool {
    let expression = expression.trim_matches(['(', ')']);
    expression.split(" OR ").any(|choice| {
        choice
            .split(" AND ")
            .all(|part| ALLOWED.contains(&part.trim_matches(['(', ')', ' '])))
    })
}

#[cfg(test)]
mod tests;
