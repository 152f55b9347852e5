//! The labels are distinct and none is a prefix of another (P5).

use super::Label;

fn all_bytes() -> Vec<&'static [u8]> {
    let derive = Label::ALL.iter().map(|l| l.bytes());
    derive
        .chain(Label::ALL.iter().map(|l| l.sig_bytes()))
        .collect()
}

#[test]
fn p05_labels_are_distinct_and_prefix_free() {
    let all = all_bytes();
    assert_eq!(
        all.len(),
        2 * Label::ALL.len(),
        "every label has a plain and a signature form"
    );
    for (i, a) in all.iter().enumerate() {
        for (j, b) in all.iter().enumerate() {
            assert!(
                i == j || !b.starts_with(a),
                "a label that begins another would let one purpose pass for the other: {:?} {:?}",
                a.escape_ascii().to_string(),
                b.escape_ascii().to_string()
            );
        }
    }
}

#[test]
fn p05_labels_have_one_shape() {
    for label in Label::ALL {
        let name = label.name();
        assert!(
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
            "a name with other characters could hide a separator: {name}"
        );
        assert_eq!(
            label.bytes(),
            format!("ugnay/v1/{name}\0").as_bytes(),
            "the form is fixed, so that other programs can write it: {name}"
        );
        assert_eq!(
            label.sig_bytes(),
            format!("ugnay/v1/sig/{name}\0").as_bytes(),
            "signatures have their own branch: {name}"
        );
    }
}

#[test]
fn p05_registry_of_the_protocol_is_complete() {
    let spec = "epoch-id, pseud, write-cap, read-cap, head-key, cid, dek, dek-local, key-commit, share, \
        shamir-coef, hpke-encap, seal, devwrap, escrow, release, invite, sas, head, batch, roster, policy, \
        lgu-card, register-roster, request, approve, object, refuse, share-release, receipt, custody-transfer, \
        retire, grant-close, app-release, demand-notice, statement, log-commit, index-name, outcome-report, \
        referral, request-body, mail, recovery, ticket";
    for name in spec.split(", ") {
        assert!(
            Label::ALL.iter().any(|l| l.name() == name),
            "the protocol names this label: {name}"
        );
    }
}

#[test]
fn p05_a_labelled_hash_is_bound_to_its_label() {
    let (request, approve) = (Label::Request, Label::Approve);
    let hash = crate::labelled_hash(request, b"x");
    assert_eq!(
        hash,
        crate::sha256(b"ugnay/v1/request\0x"),
        "as protocol.md writes Q_id"
    );
    assert_ne!(
        hash,
        crate::labelled_hash(approve, b"x"),
        "a request is no approval"
    );
}
