//! Labels keep signatures apart.
use super::*;

#[test]
fn labels_are_distinct_and_prefix_free() {
    for a in SignatureLabel::ALL {
        assert!(a.bytes().ends_with(b"\0"), "the NUL ends the label: {a:?}");
        assert_eq!(
            a.bytes().iter().filter(|b| **b == 0).count(),
            1,
            "one NUL only, so that no label is a prefix of another: {a:?}"
        );
        for b in SignatureLabel::ALL {
            assert!(
                a == b || !b.bytes().starts_with(a.bytes()),
                "a signature for {a:?} must never be one for {b:?}"
            );
        }
    }
}

#[test]
fn the_federation_and_every_field_are_bound() {
    let base = read_to_sign(&Pseud([1; 16]), 2, 3, &Fed([4; 16]));
    for other in [
        read_to_sign(&Pseud([9; 16]), 2, 3, &Fed([4; 16])),
        read_to_sign(&Pseud([1; 16]), 9, 3, &Fed([4; 16])),
        read_to_sign(&Pseud([1; 16]), 2, 9, &Fed([4; 16])),
        read_to_sign(&Pseud([1; 16]), 2, 3, &Fed([9; 16])),
    ] {
        assert_ne!(
            base, other,
            "a change in any field must need another signature"
        );
    }
    let expected = crate::ids::to_hex(&base);
    assert_eq!(
        expected,
        include_str!("../../golden/read_to_sign.hex").trim(),
        "signed bytes are frozen"
    );
}

#[test]
fn a_pass_is_for_one_request_and_one_key() {
    let base = pass_to_sign(&Hash([1; 32]), &PublicKey([2; 32]), &Fed([4; 16]));
    for other in [
        pass_to_sign(&Hash([9; 32]), &PublicKey([2; 32]), &Fed([4; 16])),
        pass_to_sign(&Hash([1; 32]), &PublicKey([9; 32]), &Fed([4; 16])),
        pass_to_sign(&Hash([1; 32]), &PublicKey([2; 32]), &Fed([9; 16])),
    ] {
        assert_ne!(base, other, "a change in any field must need another pass");
    }
    assert_eq!(
        crate::ids::to_hex(&base),
        include_str!("../../golden/pass_to_sign.hex").trim(),
        "signed bytes are frozen"
    );
}
