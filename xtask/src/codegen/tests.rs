//! Types in step with Rust, and each way to drift.

use super::{compare, run};

const TYPES: &str = "// Generated.\n\nexport type A = string;\n\nexport type B = number;\n";

#[test]
fn equal_types_pass() {
    assert_eq!(compare(TYPES, TYPES), None, "nothing drifted");
}

#[test]
fn every_drift_fails_and_names_the_line() {
    let drifts = [
        (TYPES.replace("string", "boolean"), 3, "an edited type"),
        (
            TYPES.replace("export type B = number;\n", ""),
            5,
            "a type that was not written",
        ),
        (
            format!("{TYPES}export type C = null;\n"),
            6,
            "a type that Rust no longer has",
        ),
        (TYPES.trim_end().to_owned(), 6, "a lost line end"),
        (String::new(), 1, "no file at all"),
    ];
    for (committed, line, what) in drifts {
        let place = compare(TYPES, &committed).map(|finding| finding.place);
        assert_eq!(
            place,
            Some(format!("{}:{line}", super::GENERATED)),
            "{what} is a drift"
        );
    }
}

#[test]
fn an_unknown_option_is_refused() {
    assert!(
        run(std::path::Path::new("."), &["--chek"]).is_err(),
        "a mistyped --check must not rewrite the types"
    );
}
