//! Hexadecimal has one form and `Debug` tells nothing.
use super::*;

#[test]
fn hex_has_one_form() {
    let p = Pseud([0xab; 16]);
    assert_eq!(
        Pseud::from_hex(&p.to_hex()),
        Ok(p),
        "what is written must be readable"
    );
    for bad in [
        "",
        "ab",
        &"AB".repeat(16),
        &"zz".repeat(16),
        &"ab".repeat(17),
        &"é".repeat(16),
    ] {
        assert!(
            Pseud::from_hex(bad).is_err(),
            "only one spelling of a name may exist: {bad:?}"
        );
    }
}

#[test]
fn debug_hides_the_value() {
    let shown = format!("{:?}", Name([0xab; 16]));
    assert_eq!(
        shown, "Name(…)",
        "a name is a capability and must not reach a log"
    );
}
