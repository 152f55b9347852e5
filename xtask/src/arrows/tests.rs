//! Arrows that stand, and ones that must fail.

use super::{ALLOWED, Graph, check, graph};
use serde_json::json;

fn one(package: &str, dependencies: &[&str]) -> Graph {
    Graph::from([(
        package.to_owned(),
        dependencies.iter().map(|name| (*name).to_owned()).collect(),
    )])
}

#[test]
fn every_drawn_arrow_passes() {
    for (package, allowed) in ALLOWED {
        assert_eq!(
            check(&one(package, allowed)),
            [],
            "{package} uses only what the drawing gives it"
        );
    }
    assert_eq!(
        check(&one("tests", &["seal", "buffer", "cli"])),
        [],
        "tests may look at everything"
    );
}

#[test]
fn the_server_may_not_name_a_cipher_or_a_person() {
    for forbidden in ["seal", "model", "register", "app", "interchange"] {
        let findings = check(&one("buffer", &["wire", forbidden]));
        assert_eq!(findings.len(), 1, "the server must not learn {forbidden}");
        assert!(
            findings[0].problem.contains(forbidden),
            "the finding names the arrow: {}",
            findings[0]
        );
    }
}

#[test]
fn leaves_have_no_arrow_out() {
    for leaf in ["model", "places", "seal", "log", "wire"] {
        let other = if leaf == "model" { "seal" } else { "model" };
        assert_eq!(check(&one(leaf, &[other])).len(), 1, "{leaf} is a leaf");
    }
}

#[test]
fn nothing_depends_on_the_tests_or_the_tools() {
    assert_eq!(
        check(&one("app", &["tests"])).len(),
        1,
        "the product must not need its tests"
    );
    assert_eq!(
        check(&one("desktop", &["app", "xtask"])).len(),
        1,
        "the product must not need the checks"
    );
}

#[test]
fn a_crate_that_is_not_drawn_fails() {
    assert_eq!(
        check(&one("utils", &[])).len(),
        1,
        "a new room has to be drawn first"
    );
}

#[test]
fn cargo_metadata_is_read_without_dev_dependencies() -> Result<(), Box<dyn std::error::Error>> {
    let metadata = json!({ "packages": [{ "name": "ugnay-buffer", "dependencies": [
        { "name": "ugnay-wire", "path": "crates/wire", "kind": null },
        { "name": "ugnay-seal", "path": "crates/seal", "kind": "dev" },
        { "name": "ugnay-log", "path": "crates/log", "kind": "build" },
        { "name": "axum", "kind": null },
    ] }] });
    let expected = one("buffer", &["wire", "log"]);
    assert_eq!(
        graph(&metadata)?,
        expected,
        "own crates only, build dependencies in, test dependencies out"
    );
    assert!(
        graph(&json!({})).is_err(),
        "a document of another form must not read as an empty, passing graph"
    );
    Ok(())
}
