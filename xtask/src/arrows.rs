//! Which crate may depend on which. The list is docs/ARCHITECTURE.md's; it must not know what is inside a crate.
//!
//! Dependencies that only tests use are left out: a test may look at anything.

use crate::finding::Finding;
use serde_json::Value;
use std::{collections::BTreeMap, error::Error};

/// Package to the packages of ours that it depends on, except for its tests.
pub type Graph = BTreeMap<String, Vec<String>>;

/// Everything below the use cases.
const ROOMS: &[&str] = &[
    "model",
    "places",
    "matching",
    "seal",
    "log",
    "wire",
    "release",
    "safe",
    "register",
    "vault",
    "interchange",
    "paper",
    "sync",
];

/// Package (without `ugnay-`) and what it may depend on.
const ALLOWED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("places", &[]),
    ("seal", &[]),
    ("log", &[]),
    ("wire", &[]),
    ("words", &[]),
    ("paper", &["words"]),
    ("matching", &["model"]),
    ("interchange", &["model", "places"]),
    ("release", &["seal", "log", "wire"]),
    ("safe", &["seal"]),
    ("register", &["model", "seal", "safe"]),
    ("vault", &["safe"]),
    ("sync", &["register", "model", "seal", "wire", "log"]),
    ("app", ROOMS),
    ("transparency", &["wire", "log", "words"]),
    ("buffer", &["wire", "log", "transparency"]),
    ("cli", &["app", "buffer"]),
    ("desktop", &["app"]),
    // For printing the types; off unless asked for.
    ("xtask", &["app"]),
];

/// The crates of tests see everything, and nothing sees them.
const TESTS: &[&str] = &["tests", "crash", "fuzz"];

/// Reads the graph from `cargo metadata --no-deps`.
///
/// # Errors
/// When the document is not of cargo's form.
pub fn graph(metadata: &Value) -> Result<Graph, Box<dyn Error>> {
    let packages = metadata["packages"]
        .as_array()
        .ok_or("cargo metadata without packages")?;
    let mut graph = Graph::new();
    for package in packages {
        let name = package["name"].as_str().ok_or("a package without a name")?;
        let dependencies = package["dependencies"]
            .as_array()
            .ok_or("a package without dependencies")?;
        let ours = dependencies
            .iter()
            .filter(|dependency| !dependency["path"].is_null() && dependency["kind"] != "dev")
            .filter_map(|dependency| dependency["name"].as_str())
            .map(|name| short(name).to_owned())
            .collect();
        graph.insert(short(name).to_owned(), ours);
    }
    Ok(graph)
}

/// Every arrow that is not drawn, and every crate the drawing does not know.
pub fn check(graph: &Graph) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (package, dependencies) in graph {
        if TESTS.contains(&package.as_str()) {
            continue;
        }
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| name == package) else {
            findings.push(Finding::new(
                package,
                "is in no list of arrows: draw it in docs/ARCHITECTURE.md and here",
            ));
            continue;
        };
        for dependency in dependencies
            .iter()
            .filter(|dependency| !allowed.contains(&dependency.as_str()))
        {
            findings.push(Finding::new(
                package,
                format!("must not depend on {dependency}"),
            ));
        }
    }
    findings
}

fn short(name: &str) -> &str {
    name.strip_prefix("ugnay-").unwrap_or(name)
}

#[cfg(test)]
mod tests;
