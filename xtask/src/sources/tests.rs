//! Each rule about a file, broken once.

use super::{MOST_LINES, check};
use crate::files::SourceFile;

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn a_plain_module_passes() {
    assert_eq!(
        check(&file(
            "crates/seal/src/kdf.rs",
            "//! Owns the KDF.\n\nfn x() {}\n"
        )),
        [],
        "header, short, named"
    );
}

#[test]
fn a_file_past_the_end_fails() {
    let header = "//! A header.\n";
    let full = format!("{header}{}", "// line\n".repeat(MOST_LINES - 1));
    assert_eq!(
        check(&file("crates/a/src/lib.rs", &full)),
        [],
        "exactly {MOST_LINES} lines are allowed"
    );
    let over = format!("{full}// one more\n");
    for path in ["crates/a/src/lib.rs", "ui/src/App.svelte", "ui/src/a.ts"] {
        assert_eq!(
            check(&file(path, &over)).len(),
            1,
            "one line more is too many in {path}"
        );
    }
    assert_eq!(
        check(&file("ui/src/backend/generated/types.ts", &over)),
        [],
        "generated types are exempt"
    );
    assert_eq!(
        check(&file("docs/SYNC.md", &over)),
        [],
        "prose is not counted"
    );
}

#[test]
fn a_module_without_a_header_fails() {
    for text in [
        "fn main() {}\n",
        "// a comment\nfn main() {}\n",
        "//!\nfn main() {}\n",
        "",
    ] {
        assert_eq!(
            check(&file("crates/a/src/lib.rs", text)).len(),
            1,
            "no word about what it owns: {text:?}"
        );
    }
}

#[test]
fn a_silenced_lint_fails() {
    let text = "//! Header.\n    #[allow(dead_code)]\nfn x() {}\n";
    let findings = check(&file("crates/a/src/lib.rs", text));
    assert_eq!(findings.len(), 1, "allow hides a warning for ever");
    assert_eq!(
        findings[0].place, "crates/a/src/lib.rs:2",
        "the finding gives the line"
    );
}

#[test]
fn an_empty_name_fails() {
    for path in [
        "crates/a/src/utils.rs",
        "ui/src/common/dates.ts",
        "tests/src/helpers/mod.rs",
    ] {
        assert_eq!(
            check(&file(path, "//! Header.\n")).len(),
            1,
            "{path} says nothing about its contents"
        );
    }
}
