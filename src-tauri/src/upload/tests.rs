//! Names as files have them, and names that try to be more.

use super::{LONGEST_NAME, plain_name};

#[test]
fn names_arrive_as_they_are_written() {
    for (header, name) in [
        ("masterlist.xlsx", "masterlist.xlsx"),
        ("OFW%20list%20(final).xlsx", "OFW list (final).xlsx"),
        ("Pe%C3%B1a%20%26%20Dita.csv", "Peña & Dita.csv"),
    ] {
        assert_eq!(
            plain_name(header).as_deref(),
            Some(name),
            "the officer must recognise the file: {header}"
        );
    }
}

#[test]
fn a_name_is_never_a_path() {
    for header in [
        "..%2F..%2Fetc%2Fpasswd",
        "C%3A%5CUsers%5Cpasswd",
        "/etc/passwd",
        "a%00/pass%0Awd",
    ] {
        assert_eq!(
            plain_name(header).as_deref(),
            Some("passwd"),
            "folders and control characters go: {header}"
        );
    }
}

#[test]
fn no_name_is_refused_and_a_long_one_is_cut() {
    for header in ["", "%20", "folder%2F", "%FF%FE"] {
        assert_eq!(
            plain_name(header),
            None,
            "nothing readable is left of {header:?}"
        );
    }
    let long = "ñ".repeat(LONGEST_NAME * 2);
    let encoded: String = long.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let name = plain_name(&encoded).unwrap_or_default();
    assert_eq!(
        name.chars().count(),
        LONGEST_NAME,
        "characters are counted, not bytes"
    );
}
