//! A tree that may serve, and ones that may not.

use super::{FORBIDDEN, TRANSPORT, check, check_bare};
use std::collections::BTreeSet;

fn tree(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_plain_server_passes() {
    assert_eq!(
        check(&tree(&[
            "ugnay-buffer",
            "ugnay-wire",
            "ugnay-log",
            "axum",
            "sha2"
        ])),
        [],
        "no cipher, no person"
    );
}

#[test]
fn every_forbidden_crate_fails() {
    for name in FORBIDDEN {
        assert_eq!(
            check(&tree(&["ugnay-buffer", name])).len(),
            1,
            "{name} would let the server read"
        );
    }
}

#[test]
fn an_unread_tree_is_not_a_clean_one() {
    assert_eq!(
        check(&tree(&[])).len(),
        1,
        "silence from cargo proves nothing"
    );
}

#[test]
fn without_tls_no_cipher_may_be_there_at_all() {
    let bare = tree(&["ugnay-buffer", "ugnay-wire", "ugnay-log"]);
    assert_eq!(check_bare(&bare), [], "nothing that could open anything");
    for name in TRANSPORT {
        let with = tree(&["ugnay-buffer", name]);
        assert_eq!(check_bare(&with).len(), 1, "{name} is the transport's");
        assert_eq!(check(&with), [], "{name} may be there with `tls`");
    }
}
