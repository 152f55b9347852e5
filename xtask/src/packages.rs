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

/// Packages whose manifest names no licence while the file `LICENSE` in them does: name, the version it was read in, licence.
const READ: &[(&str, &str, &str)] = &[("node_modules/svelte-toolbelt", "0.10.7", "MIT")];

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
    let licence = package["license"]
        .as_str()
        .or_else(|| read(name, package["version"].as_str()?))
        .unwrap_or("no licence");
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

/// The licence somebody read in this version of a package.
fn read(name: &str, version: &str) -> Option<&'static str> {
    READ.iter()
        .find(|(package, at, _)| (*package, *at) == (name, version))
        .map(|(_, _, licence)| *licence)
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
