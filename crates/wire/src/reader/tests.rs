//! Bounds of the cursor.
use super::*;

#[test]
fn a_count_larger_than_the_rest_is_refused_before_allocating() {
    let mut r = Reader::new(&[0, 0, 3, 232, 1, 2, 3]);
    assert_eq!(
        r.count(1000, 17, "items"),
        Err(WireError::Truncated { field: "items" }),
        "1000 elements of 17 bytes cannot be in 3 bytes"
    );
    let mut r = Reader::new(&[255, 255, 255, 255]);
    assert!(
        matches!(r.count(1000, 1, "items"), Err(WireError::TooMany { .. })),
        "the limit comes before the bytes are looked at"
    );
}

#[test]
fn a_length_over_the_limit_is_refused_even_if_the_bytes_are_there() {
    let mut data = vec![0, 0, 0, 9];
    data.extend([0; 9]);
    assert_eq!(
        Reader::new(&data).bytes(8, "bytes"),
        Err(WireError::TooLong {
            field: "bytes",
            len: 9,
            max: 8
        }),
        "limits hold whatever the sender sends"
    );
}

#[test]
fn flags_and_ends_are_strict() {
    assert!(
        Reader::new(&[2]).flag("more").is_err(),
        "only 0 and 1 are booleans"
    );
    assert_eq!(
        Reader::new(&[0]).end(),
        Err(WireError::Trailing { extra: 1 }),
        "one encoding only: nothing may follow"
    );
}
