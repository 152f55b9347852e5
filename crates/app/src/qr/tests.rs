//! The form of a code: finders, margin, what does not fit.

use super::*;

#[test]
fn a_code_has_its_finders_and_its_quiet_margin() {
    let code = picture("ugnay:1:pair:test").expect("a short text fits");
    assert!(
        code.path.starts_with("M4 4h7v1h-7z"),
        "the first finder pattern begins after four white squares: {}",
        &code.path[..20]
    );
    assert_eq!(
        (code.size - 8 - 17) % 4,
        0,
        "a code is 17 + 4 × version squares wide"
    );
}

#[test]
fn what_does_not_fit_is_refused() {
    assert!(
        picture(&"x".repeat(2953)).is_ok(),
        "version 40 carries 2,953 bytes"
    );
    assert!(
        picture(&"x".repeat(2954)).is_err(),
        "no code carries one byte more"
    );
}
