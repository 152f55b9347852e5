//! Paths of a machine, and paths that only look like one.

use super::{MACHINE_PATHS, check};
use crate::files::SourceFile;

fn file(text: &str) -> SourceFile {
    SourceFile {
        path: "docs/OPERATING.md".to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn a_path_of_a_machine_fails() {
    for start in MACHINE_PATHS {
        for text in [
            format!("{start}somebody/x"),
            format!("run `{start}somebody/x`"),
            format!("DIR={start}somebody/x"),
        ] {
            let findings = check(&file(&format!("fine\n{text}\n")));
            assert_eq!(findings.len(), 1, "nobody else has this path: {text}");
            assert_eq!(
                findings[0].place, "docs/OPERATING.md:2",
                "the finding gives the line"
            );
        }
    }
}

#[test]
fn folders_of_the_project_pass() {
    let text = concat!(
        "ui/src/features/wo",
        "rk/list.ts and https://example.org/ho",
        "me/\n"
    );
    assert_eq!(
        check(&file(text)),
        [],
        "the middle of a longer path is not a machine's"
    );
}
