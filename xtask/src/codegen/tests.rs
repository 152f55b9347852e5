//! Types in step with Rust, and each way to drift.

use super::{Types, compare, read, run, write};

fn types(files: &[(&str, &str)]) -> Types {
    files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

#[test]
fn equal_types_pass_and_each_drift_fails() {
    let exported = types(&[
        ("A.ts", "export type A = string;"),
        ("B.ts", "export type B = number;"),
    ]);
    assert_eq!(compare(&exported, &exported), [], "nothing drifted");
    let edited = types(&[
        ("A.ts", "export type A = number;"),
        ("B.ts", "export type B = number;"),
    ]);
    assert_eq!(
        compare(&exported, &edited).len(),
        1,
        "an edited type is a drift"
    );
    let missing = types(&[("A.ts", "export type A = string;")]);
    assert_eq!(
        compare(&exported, &missing).len(),
        1,
        "a type that was not written is a drift"
    );
    assert_eq!(
        compare(&missing, &exported).len(),
        1,
        "a type that Rust no longer has is a drift"
    );
}

#[test]
fn writing_leaves_exactly_the_exported_types() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    write(
        folder.path(),
        &types(&[("Old.ts", "old"), ("deep/Er.ts", "deeper")]),
    )?;
    let wanted = types(&[("New.ts", "new"), ("deep/Er.ts", "changed")]);
    write(folder.path(), &wanted)?;
    assert_eq!(
        read(folder.path())?,
        wanted,
        "stale files go, changed ones follow"
    );
    Ok(())
}

#[test]
fn an_unknown_option_is_refused() {
    let here = std::path::Path::new(".");
    assert!(
        run(here, &["--chek"]).is_err(),
        "a mistyped --check must not rewrite the types"
    );
}
