//! Migrations: numbered without a gap, the server's two databases in step, and none edited once a release shipped it.
//! It must not run them.

use crate::{Outcome, finding::Finding};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, error::Error, fs, path::Path};

/// Folders below `migrations/`; the last two must hold the same numbers and names.
const FOLDERS: &[&str] = &["register", "vault", "buffer-sqlite", "buffer-postgres"];

/// Hashes of released migrations, in the form of `sha256sum`.
const FROZEN: &str = "xtask/frozen-migrations.sha256";

/// Path below `migrations/` to the file's bytes.
type Migrations = BTreeMap<String, Vec<u8>>;

/// Checks the folders as they stand.
///
/// # Errors
/// When a file cannot be read.
pub fn check(root: &Path) -> Outcome {
    let migrations = read(root)?;
    let mut findings = numbering(&migrations);
    findings.extend(parity(&migrations));
    findings.extend(frozen(&migrations, &fs::read_to_string(root.join(FROZEN))?));
    Ok(findings)
}

/// Records what stands now as released. Refuses while something is wrong.
///
/// # Errors
/// When a file cannot be read or written.
pub fn freeze(root: &Path) -> Outcome {
    let findings = check(root)?;
    if findings.is_empty() {
        let lines: String = read(root)?
            .iter()
            .map(|(path, bytes)| format!("{}  {path}\n", hash(bytes)))
            .collect();
        fs::write(root.join(FROZEN), lines)?;
    }
    Ok(findings)
}

fn read(root: &Path) -> Result<Migrations, Box<dyn Error>> {
    let mut migrations = Migrations::new();
    for folder in FOLDERS {
        for entry in fs::read_dir(root.join("migrations").join(folder))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') {
                migrations.insert(format!("{folder}/{name}"), fs::read(entry.path())?);
            }
        }
    }
    Ok(migrations)
}

/// Names of one folder's migrations, in order.
fn names<'a>(migrations: &'a Migrations, folder: &str) -> Vec<&'a str> {
    let below = |path: &'a String| {
        path.strip_prefix(folder)
            .and_then(|rest| rest.strip_prefix('/'))
    };
    migrations.keys().filter_map(below).collect()
}

fn numbering(migrations: &Migrations) -> Vec<Finding> {
    let mut findings = Vec::new();
    for folder in FOLDERS {
        for (index, name) in names(migrations, folder).into_iter().enumerate() {
            let start = format!("{:04}_", index + 1);
            if !(name.starts_with(&start) && name.ends_with(".sql")) {
                findings.push(Finding::new(
                    format!("migrations/{folder}/{name}"),
                    format!("expected `{start}name.sql`: numbers run from 0001 without a gap"),
                ));
            }
        }
    }
    findings
}

fn parity(migrations: &Migrations) -> Vec<Finding> {
    let [sqlite, postgres] =
        ["buffer-sqlite", "buffer-postgres"].map(|folder| (folder, names(migrations, folder)));
    let lacks = |has: &(&str, Vec<&str>), other: &(&str, Vec<&str>)| -> Vec<Finding> {
        let missing = has.1.iter().filter(|name| !other.1.contains(name));
        missing
            .map(|name| {
                Finding::new(
                    format!("migrations/{}/{name}", has.0),
                    format!("has no counterpart in {}", other.0),
                )
            })
            .collect()
    };
    let mut findings = lacks(&sqlite, &postgres);
    findings.extend(lacks(&postgres, &sqlite));
    findings
}

fn frozen(migrations: &Migrations, record: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for line in record.lines().filter(|line| !line.trim().is_empty()) {
        let Some((recorded, path)) = line.split_once("  ") else {
            findings.push(Finding::new(FROZEN, format!("cannot be read: {line}")));
            continue;
        };
        match migrations.get(path) {
            None => findings.push(Finding::new(
                path,
                "was released and is gone: old databases cannot be opened without it",
            )),
            Some(bytes) if hash(bytes) != recorded => {
                findings.push(Finding::new(
                    path,
                    "was released and has been edited: write a new migration instead",
                ));
            }
            Some(_) => {}
        }
    }
    findings
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests;
