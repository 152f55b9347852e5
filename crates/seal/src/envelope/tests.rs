//! What kinds of sealed objects there are, and how large they may be.

use super::*;

#[test]
fn kinds_are_their_bytes_and_labels() {
    let all = [
        (1, ObjectKind::Record, Label::Record),
        (2, ObjectKind::Index, Label::Index),
        (3, ObjectKind::Head, Label::Head),
        (4, ObjectKind::RegisterRoster, Label::RegisterRoster),
        (5, ObjectKind::NextEpoch, Label::NextEpoch),
    ];
    for (byte, kind, label) in all {
        assert_eq!(ObjectKind::from_byte(byte), Some(kind), "kind {byte}");
        assert_eq!(kind.label(), label, "signed under its own label");
    }
    for byte in (6..=255).chain([0]) {
        assert_eq!(ObjectKind::from_byte(byte), None, "{byte} is no kind");
    }
}

#[test]
fn bounds_of_payloads() {
    assert_eq!(MAX_RECORD, 1_048_576, "a record: one MiB");
    assert_eq!(MAX_LIST, 16_777_216, "a list: sixteen");
}
