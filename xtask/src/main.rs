//! The project's own checks: what a compiler cannot see about the tree. It must not build or change the product.
//!
//! * `cargo xtask check-tree` — arrows between crates, the server's dependency tree, file lengths and headers, lints,
//!   the interface's imports and packages, migrations, the table of properties, words and paths that do not belong.
//! * `cargo xtask codegen [--check] [--built]` — TypeScript types from the Rust ones; `--check` fails on drift.
//! * `cargo xtask freeze-migrations` — records the hash of every migration, when a release ships them.

mod arrows;
mod buffer_tree;
mod codegen;
mod files;
mod finding;
mod imports;
mod lints;
mod migrations;
mod packages;
mod properties;
mod rooms;
mod sources;
mod words;

use finding::Finding;
use std::{
    error::Error,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// What every task gives back: what it found wrong, or why it could not look.
type Outcome = Result<Vec<Finding>, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = workspace_root();
    let outcome = match arguments.as_slice() {
        ["check-tree"] => check_tree(&root),
        ["codegen", options @ ..] => codegen::run(&root, options),
        ["freeze-migrations"] => migrations::freeze(&root),
        _ => {
            eprintln!(
                "usage: cargo xtask check-tree | codegen [--check] [--built] | freeze-migrations"
            );
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(findings) if findings.is_empty() => ExitCode::SUCCESS,
        Ok(findings) => {
            for finding in &findings {
                eprintln!("{finding}");
            }
            eprintln!("{} finding(s)", findings.len());
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::from(2)
        }
    }
}

/// The folder above this crate's.
fn workspace_root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Every rule, so that one run shows everything there is to mend.
fn check_tree(root: &Path) -> Outcome {
    let metadata = cargo_metadata(root)?;
    let files = files::list(root)?;
    let mut findings = arrows::check(&arrows::graph(&metadata)?);
    findings.extend(buffer_tree::check(&buffer_tree::packages(root, true)?));
    findings.extend(buffer_tree::check_bare(&buffer_tree::packages(
        root, false,
    )?));
    findings.extend(lints::check(root, &metadata)?);
    findings.extend(migrations::check(root)?);
    findings.extend(packages::check(root)?);
    findings.extend(properties::check(&files));
    for file in &files {
        findings.extend(sources::check(file));
        findings.extend(imports::check(file));
        findings.extend(rooms::check(file));
        findings.extend(words::check(file));
    }
    println!(
        "check-tree: {} files, {} crates",
        files.len(),
        arrows::graph(&metadata)?.len()
    );
    Ok(findings)
}

/// `cargo metadata` of the workspace's own packages.
fn cargo_metadata(root: &Path) -> Result<serde_json::Value, Box<dyn Error>> {
    let text = run(root, &["metadata", "--format-version", "1", "--no-deps"])?;
    Ok(serde_json::from_str(&text)?)
}

/// Runs cargo in the workspace and gives back what it printed.
fn run(root: &Path, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        return Err(format!("cargo {}: {message}", arguments.join(" ")).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
