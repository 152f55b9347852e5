//! The workspace's lints reach every crate, unsafe code forbidden among them.

use crate::finding::Finding;
use serde_json::Value;
use std::{error::Error, fs, path::Path};

/// Checks the workspace's manifest and each member's.
///
/// # Errors
/// When a manifest cannot be read.
pub fn check(root: &Path, metadata: &Value) -> Result<Vec<Finding>, Box<dyn Error>> {
    let mut findings = workspace("Cargo.toml", &fs::read_to_string(root.join("Cargo.toml"))?)?;
    for package in metadata["packages"]
        .as_array()
        .ok_or("cargo metadata without packages")?
    {
        let manifest = package["manifest_path"]
            .as_str()
            .ok_or("a package without a manifest")?;
        let name = package["name"].as_str().unwrap_or(manifest);
        findings.extend(member(name, &fs::read_to_string(manifest)?)?);
    }
    Ok(findings)
}

fn workspace(place: &str, manifest: &str) -> Result<Vec<Finding>, Box<dyn Error>> {
    let manifest: toml::Table = manifest.parse()?;
    let level = manifest
        .get("workspace")
        .and_then(|w| w.get("lints")?.get("rust")?.get("unsafe_code")?.as_str());
    Ok(if level == Some("forbid") {
        Vec::new()
    } else {
        vec![Finding::new(
            place,
            "must forbid unsafe_code in [workspace.lints.rust]",
        )]
    })
}

fn member(place: &str, manifest: &str) -> Result<Vec<Finding>, Box<dyn Error>> {
    let manifest: toml::Table = manifest.parse()?;
    let inherits = manifest
        .get("lints")
        .and_then(|lints| lints.get("workspace")?.as_bool());
    Ok(if inherits == Some(true) {
        Vec::new()
    } else {
        vec![Finding::new(place, "needs `[lints] workspace = true`")]
    })
}

#[cfg(test)]
mod tests;
