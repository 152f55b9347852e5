//! Packages that may be used, and ones that may not.

use super::{allowed, problems};
use serde_json::json;

#[test]
fn a_pinned_package_of_a_known_licence_passes() {
    let package = json!({ "version": "1.0.0", "license": "MIT", "integrity": "sha512-x" });
    assert_eq!(
        problems("node_modules/a", &package),
        [],
        "licence known, content pinned"
    );
    let named = json!({ "license": "MIT", "integrity": "sha512-x", "resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz" });
    assert_eq!(
        problems("node_modules/a", &named),
        [],
        "the public registry is where everyone gets it"
    );
}

#[test]
fn each_lack_is_found() {
    let whole = json!({ "license": "MIT", "integrity": "sha512-x" });
    for (key, value) in [
        ("license", json!("AGPL-3.0")),
        ("license", json!(null)),
        ("integrity", json!(null)),
        ("resolved", json!("git+ssh://git@example.org/a.git")),
    ] {
        let mut package = whole.clone();
        package[key] = value.clone();
        assert_eq!(
            problems("node_modules/a", &package).len(),
            1,
            "{key} = {value} must not pass"
        );
    }
}

#[test]
fn a_licence_read_by_somebody_holds_for_that_version_alone() {
    let (name, version, _) = super::READ[0];
    let package = json!({ "version": version, "integrity": "sha512-x" });
    assert_eq!(
        problems(name, &package),
        [],
        "its file LICENSE was read in this version"
    );
    let newer = json!({ "version": "99.0.0", "integrity": "sha512-x" });
    assert_eq!(
        problems(name, &newer).len(),
        1,
        "a new version is read anew"
    );
    assert_eq!(
        problems("node_modules/other", &package).len(),
        1,
        "what was read is said of no other package"
    );
}

#[test]
fn expressions_are_read_as_choices_and_sums() {
    for good in ["MIT OR GPL-3.0", "(Apache-2.0 OR MIT)", "MIT AND ISC"] {
        assert!(allowed(good), "{good} can be kept");
    }
    for bad in ["MIT AND GPL-3.0", "GPL-3.0 OR AGPL-3.0", "", "UNLICENSED"] {
        assert!(!allowed(bad), "{bad} cannot be kept");
    }
}
