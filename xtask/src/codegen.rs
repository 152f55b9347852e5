//! TypeScript types from the Rust ones: writes them below `ui/src/backend/generated`, or says where they have drifted.
//! It must not invent a type: what it writes is what the export tests of `ugnay-app` wrote.

use crate::{Outcome, finding::Finding};
use std::{collections::BTreeMap, error::Error, fs, path::Path, process::Command};

/// Where the interface keeps them.
const GENERATED: &str = "ui/src/backend/generated";

/// Path below the folder to the file's text.
type Types = BTreeMap<String, String>;

/// Writes the types, or with `--check` compares them. `--workspace` builds the tests of every crate, for a run that has
/// built them already.
///
/// # Errors
/// When an option is unknown, the export fails or a file cannot be read or written.
pub fn run(root: &Path, options: &[&str]) -> Outcome {
    if let Some(unknown) = options
        .iter()
        .find(|option| !["--check", "--workspace"].contains(option))
    {
        return Err(format!("codegen knows --check and --workspace, not {unknown}").into());
    }
    let exported = export(root, options.contains(&"--workspace"))?;
    if exported.is_empty() {
        return Err("the export wrote no type at all".into());
    }
    let folder = root.join(GENERATED);
    if options.contains(&"--check") {
        let committed = read(&folder)?;
        println!("codegen: {} types compared", exported.len());
        return Ok(compare(&exported, &committed));
    }
    write(&folder, &exported)?;
    println!("codegen: {} types written to {GENERATED}", exported.len());
    Ok(Vec::new())
}

/// Runs the export tests into a folder of their own.
fn export(root: &Path, whole_workspace: bool) -> Result<Types, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let packages: &[&str] = if whole_workspace {
        &["--workspace"]
    } else {
        &["--package", "ugnay-app"]
    };
    let output = Command::new(cargo)
        .args(["test", "--quiet", "--lib"])
        .args(packages)
        .args(["--", "export_bindings"])
        .env("TS_RS_EXPORT_DIR", folder.path())
        .env("TS_RS_LARGE_INT", "number")
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        let (out, err) = (
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
        return Err(format!("the export tests failed:\n{out}{err}").into());
    }
    read(folder.path())
}

/// Every `.ts` file below a folder; none when it is not there.
fn read(folder: &Path) -> Result<Types, Box<dyn Error>> {
    let mut types = Types::new();
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        let here = folder.join(&below);
        if !here.exists() {
            continue;
        }
        for entry in fs::read_dir(here)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if below.is_empty() {
                name
            } else {
                format!("{below}/{name}")
            };
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if path.ends_with(".ts") {
                types.insert(path, fs::read_to_string(entry.path())?);
            }
        }
    }
    Ok(types)
}

/// Puts exactly these types into the folder.
fn write(folder: &Path, types: &Types) -> Result<(), Box<dyn Error>> {
    for stale in read(folder)?
        .keys()
        .filter(|path| !types.contains_key(*path))
    {
        fs::remove_file(folder.join(stale))?;
    }
    for (path, text) in types {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, text)?;
    }
    Ok(())
}

fn compare(exported: &Types, committed: &Types) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in exported {
        match committed.get(path) {
            None => findings.push(drift(path, "is missing")),
            Some(old) if old != text => findings.push(drift(path, "differs from the Rust type")),
            Some(_) => {}
        }
    }
    let stale = committed
        .keys()
        .filter(|path| !exported.contains_key(*path));
    findings.extend(stale.map(|path| drift(path, "has no Rust type any more")));
    findings
}

fn drift(path: &str, problem: &str) -> Finding {
    Finding::new(
        format!("{GENERATED}/{path}"),
        format!("{problem}: run `cargo xtask codegen`"),
    )
}

#[cfg(test)]
mod tests;
