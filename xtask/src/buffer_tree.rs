//! The claim "the server cannot read what it stores", as its dependency tree shows it. It looks at what cargo resolves
//! for the server alone, transitive dependencies included, test dependencies left out.

use crate::{finding::Finding, run};
use std::{collections::BTreeSet, error::Error, path::Path};

/// Crates that know people, and crates that open or make sealed things. SQLCipher and TLS libraries bring ciphers of
/// their own for a disk and a connection; they hold no key of a record and are not listed.
const FORBIDDEN: &[&str] = &[
    "ugnay-model",
    "ugnay-places",
    "ugnay-matching",
    "ugnay-interchange",
    "ugnay-seal",
    "ugnay-release",
    "ugnay-register",
    "ugnay-safe",
    "ugnay-vault",
    "ugnay-sync",
    "ugnay-app",
    "aead",
    "aes-gcm",
    "aes-gcm-siv",
    "age",
    "chacha20poly1305",
    "crypto_box",
    "crypto_secretbox",
    "hpke",
    "ml-kem",
    "phonenumber",
    "vsss-rs",
    "x-wing",
    "x25519-dalek",
];

/// Names of every package the server is built from.
///
/// # Errors
/// When cargo cannot resolve the tree.
pub fn packages(root: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let arguments = [
        "tree",
        "--locked",
        "-p",
        "ugnay-buffer",
        "-e",
        "normal,build",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ];
    let text = run(root, &arguments)?;
    Ok(text
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect())
}

/// Every forbidden crate in the tree, and a tree that cannot be the server's.
pub fn check(packages: &BTreeSet<String>) -> Vec<Finding> {
    if !packages.contains("ugnay-buffer") {
        return vec![Finding::new(
            "ugnay-buffer",
            "its dependency tree could not be read",
        )];
    }
    let found = FORBIDDEN.iter().filter(|name| packages.contains(**name));
    found
        .map(|name| {
            Finding::new(
                "ugnay-buffer",
                format!("its tree contains {name}; the server must not be able to read"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests;
