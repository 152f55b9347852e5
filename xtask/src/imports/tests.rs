//! Imports inside and outside the seam.

use super::check;
use crate::files::SourceFile;

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

const IMPORT: &str = "import { invoke } from \"@tauri-apps/api/core\";\n";

#[test]
fn the_seam_may_import_tauri() {
    assert_eq!(
        check(&file("ui/src/backend/tauri.ts", IMPORT)),
        [],
        "that is what the seam is for"
    );
    assert_eq!(
        check(&file("ui/package.json", "\"@tauri-apps/api\"")),
        [],
        "the dependency itself is declared"
    );
}

#[test]
fn a_screen_may_not() {
    for path in ["ui/src/routes/People.svelte", "ui/src/backendless.ts"] {
        assert_eq!(
            check(&file(path, IMPORT)).len(),
            1,
            "{path} would not run in a browser"
        );
    }
    let global = "const invoke = window.__TAURI_INTERNALS__.invoke;";
    assert_eq!(
        check(&file("ui/src/main.ts", global)).len(),
        1,
        "the global is the same door"
    );
}
