//! Manifests that keep the lints, and ones that lose them.

use super::{member, workspace};

#[test]
fn unsafe_code_must_be_forbidden() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(
        workspace("w", "[workspace.lints.rust]\nunsafe_code = \"forbid\"")?,
        [],
        "forbidden for all"
    );
    for weaker in [
        "[workspace.lints.rust]\nunsafe_code = \"warn\"",
        "[workspace.lints.rust]",
        "[workspace]",
    ] {
        assert_eq!(
            workspace("w", weaker)?.len(),
            1,
            "unsafe code would pass: {weaker}"
        );
    }
    Ok(())
}

#[test]
fn a_member_must_inherit() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(
        member("m", "[lints]\nworkspace = true")?,
        [],
        "the workspace's lints apply"
    );
    for without in [
        "[package]\nname = \"m\"",
        "[lints]\nworkspace = false",
        "[lints.rust]\nunsafe_code = \"allow\"",
    ] {
        assert_eq!(
            member("m", without)?.len(),
            1,
            "the crate goes its own way: {without}"
        );
    }
    Ok(())
}
