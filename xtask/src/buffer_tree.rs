//! The claim "the server cannot read what it stores", as its dependency tree shows it. It looks at what cargo resolves
//! for the server alone, transitive dependencies included, test dependencies left out.

use crate::{finding::Finding, run};
use std::{collections::BTreeSet, error::Error, path::Path};

/// Crates that know people, and crates that open or make sealed things. SQLCipher and TLS libraries bring ciphers of
/// their own for a disk and a connection; they hold no key of a record and are not listed here.
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

/// The transport's: there with the feature `tls`, none of them without it.
const TRANSPORT: &[&str] = &[
    "aws-lc-rs",
    "openssl",
    "rcgen",
    "ring",
    "rustls",
    "rustls-acme",
    "tokio-postgres-rustls",
    "tokio-rustls",
];

/// Names of every package the server is built from, with or without its feature `tls`.
///
/// # Errors
/// When cargo cannot resolve the tree.
pub fn packages(root: &Path, tls: bool) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let features: &[&str] = if tls { &[] } else { &["--no-default-features"] };
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
    let text = run(root, &[&arguments[..], features].concat())?;
    Ok(text
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect())
}

/// A cipher of any kind in the tree of the server without `tls`.
pub fn check_bare(packages: &BTreeSet<String>) -> Vec<Finding> {
    let found = TRANSPORT.iter().filter(|name| packages.contains(**name));
    let mut findings = check(packages);
    findings.extend(found.map(|name| {
        let text = format!("without its feature `tls` its tree contains {name}");
        Finding::new("ugnay-buffer", text)
    }));
    findings
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
