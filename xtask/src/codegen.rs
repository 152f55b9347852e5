//! TypeScript types from the Rust ones: writes them into the interface, or says where they have drifted.
//! It must not invent a type: what it writes is what `ugnay_app::bindings` renders.

use crate::{Outcome, finding::Finding};
use std::{error::Error, fs, path::Path};

/// Where the interface keeps them.
const GENERATED: &str = "ui/src/backend/generated/types.ts";

/// Writes the types, or with `--check` compares them. `--built` takes the `types` program beside this one as it is,
/// for a run that has built everything already.
///
/// # Errors
/// When an option is unknown, the types cannot be printed or the file cannot be read or written.
pub fn run(root: &Path, options: &[&str]) -> Outcome {
    if let Some(unknown) = options
        .iter()
        .find(|option| !["--check", "--built"].contains(option))
    {
        return Err(format!("codegen knows --check and --built, not {unknown}").into());
    }
    let rendered = render(root, options.contains(&"--built"))?;
    let file = root.join(GENERATED);
    if options.contains(&"--check") {
        return Ok(
            compare(&rendered, &fs::read_to_string(&file).unwrap_or_default())
                .into_iter()
                .collect(),
        );
    }
    fs::create_dir_all(file.parent().unwrap_or(root))?;
    fs::write(&file, rendered)?;
    println!("codegen: wrote {GENERATED}");
    Ok(Vec::new())
}

/// Built with the types, this program renders them itself: it cannot be older than what it was built from.
#[cfg(feature = "types")]
fn render(_: &Path, _: bool) -> Result<String, Box<dyn Error>> {
    Ok(ugnay_app::bindings::render())
}

/// What the `types` program prints.
#[cfg(not(feature = "types"))]
fn render(root: &Path, built: bool) -> Result<String, Box<dyn Error>> {
    if !built {
        return crate::run(
            root,
            &[
                "run",
                "--quiet",
                "--package",
                "xtask",
                "--features",
                "types",
                "--bin",
                "types",
            ],
        );
    }
    let program =
        std::env::current_exe()?.with_file_name(format!("types{}", std::env::consts::EXE_SUFFIX));
    let output = std::process::Command::new(&program)
        .output()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    if !output.status.success() {
        return Err(format!("{} failed", program.display()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The first line where the committed file is not what Rust says.
fn compare(rendered: &str, committed: &str) -> Option<Finding> {
    if rendered == committed {
        return None;
    }
    let same = rendered
        .lines()
        .zip(committed.lines())
        .take_while(|(new, old)| new == old)
        .count();
    let place = format!("{GENERATED}:{}", same + 1);
    Some(Finding::new(
        place,
        "differs from the Rust types: run `cargo xtask codegen`",
    ))
}

#[cfg(test)]
mod tests;
