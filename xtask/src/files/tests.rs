//! What is listed and what is not.

use super::list;
use std::fs;

#[test]
fn sources_are_listed_and_built_things_are_not() -> Result<(), Box<dyn std::error::Error>> {
    let root = tempfile::tempdir()?;
    for path in [
        "crates/a/src/lib.rs",
        "target/debug/x.rs",
        "ui/node_modules/b/index.ts",
        "ui/dist/a.js",
        "Makefile",
        "icon.png",
        "Cargo.lock",
    ] {
        let full = root.path().join(path);
        fs::create_dir_all(full.parent().ok_or("no parent")?)?;
        fs::write(full, "text")?;
    }
    let paths: Vec<String> = list(root.path())?
        .into_iter()
        .map(|file| file.path)
        .collect();
    assert_eq!(
        paths,
        ["Makefile", "crates/a/src/lib.rs"],
        "sources only, in order"
    );
    Ok(())
}
