//! One encoding per number and per hash.

use super::*;

#[test]
fn decimals() {
    assert_eq!(decimal("0"), Some(0), "zero is one digit");
    assert_eq!(
        decimal("9223372036854775807"),
        Some(MAX_NUMBER),
        "2^63-1 is the largest"
    );
    for bad in [
        "",
        "00",
        "01",
        "+1",
        "-1",
        " 1",
        "1 ",
        "9223372036854775808",
        "99999999999999999999",
        "١",
    ] {
        assert_eq!(decimal(bad), None, "{bad:?} is not canonical");
    }
}

#[test]
fn base64_is_canonical() {
    assert_eq!(base64("AA=="), Some(vec![0]), "padded");
    for bad in ["AA", "AA=", "AB==", "A A=", "AA==\n", "_w=="] {
        assert_eq!(base64(bad), None, "{bad:?} is not canonical");
    }
    let line = to_base64(&[9; 32]);
    assert_eq!(hash(&line), Some([9; 32]), "32 bytes are a hash");
    assert_eq!(hash(&to_base64(&[9; 31])), None, "31 are not");
    assert_eq!(
        hash(&to_base64(&[9; 33])),
        None,
        "33 are not (same length of text)"
    );
}

#[test]
fn utf8_is_bounded() {
    assert_eq!(utf8(b"abc", 3, "t"), Ok("abc"), "as long as allowed");
    assert_eq!(
        utf8(b"abcd", 3, "t"),
        Err(LogError::TooLarge("t")),
        "one more is too long"
    );
    assert_eq!(
        utf8(b"\xff", 3, "t"),
        Err(LogError::Malformed("t")),
        "and it is UTF-8"
    );
}

#[test]
fn hash_lines_are_bounded() {
    let line = format!("{}\n", to_base64(&[1; 32]));
    let text = format!("{line}{line}\nrest");
    assert_eq!(
        hash_lines(&text, 2, "t"),
        Ok((vec![[1; 32]; 2], "rest")),
        "two lines and the rest"
    );
    assert_eq!(
        hash_lines(&text, 1, "t"),
        Err(LogError::TooLarge("t")),
        "the bound holds"
    );
    assert_eq!(
        hash_lines(&line, 9, "t"),
        Err(LogError::Malformed("t")),
        "an empty line must end it"
    );
}
