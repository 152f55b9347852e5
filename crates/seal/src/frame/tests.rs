//! Buckets hide lengths; padding has one form.

use super::*;

#[test]
fn a_payload_goes_into_the_smallest_bucket() {
    let cases = [
        (0, 512),
        (507, 512),
        (508, 1024),
        (1019, 1024),
        (1020, 2048),
        (2044, 4096),
        (4092, 8192),
        (8188, 16_384),
        (16_380, 65_536),
        (65_531, 65_536),
    ];
    for (content, bucket) in cases {
        let bytes = vec![1; content];
        let (log2, out) = pad(ObjectKind::Record, 0, &[&bytes]).unwrap();
        assert_eq!(
            out.len(),
            bucket,
            "the bucket is all a length reveals ({content})"
        );
        assert_eq!(1_usize << log2, bucket, "the byte says the bucket");
        assert_eq!(
            unpad(&out),
            Ok((0, bytes.as_slice())),
            "round trip of {content}"
        );
    }
    let too_large = vec![1; 65_532];
    assert_eq!(
        pad(ObjectKind::Record, 0, &[&too_large]).map(|_| ()),
        Err(SealError::TooLarge),
        "records have no larger bucket"
    );
}

#[test]
fn lists_start_at_four_kibibytes() {
    for kind in [ObjectKind::Index, ObjectKind::Head] {
        let (log2, out) = pad(kind, 0, &[b"x"]).unwrap();
        assert_eq!(
            (log2, out.len()),
            (12, 4096),
            "a small index looks like any other"
        );
        let (_, out) = pad(kind, 0, &[&vec![1; 4092]]).unwrap();
        assert_eq!(out.len(), 8192, "next power of two");
        let (_, out) = pad(kind, 0, &[&vec![1; 40_000]]).unwrap();
        assert_eq!(out.len(), 65_536, "next power of two, 32 KiB is too small");
    }
}

#[test]
fn padding_other_than_zeros_is_refused() {
    let (_, good) = pad(ObjectKind::Record, 1, &[b"abc"]).unwrap();
    for i in 8..good.len() {
        let mut bad = good.to_vec();
        bad[i] = 1;
        assert_eq!(
            unpad(&bad),
            Err(OpenError::BadPadding),
            "a hidden byte at {i}"
        );
    }
}

#[test]
fn padding_that_cancels_out_is_refused() {
    let (_, good) = pad(ObjectKind::Record, 1, &[b"abc"]).unwrap();
    let mut bad = good.to_vec();
    bad[100] = 0x55;
    bad[200] = 0x55;
    assert_eq!(
        unpad(&bad),
        Err(OpenError::BadPadding),
        "equal bytes must not hide each other"
    );
}

#[test]
fn a_length_that_points_outside_is_refused() {
    let (_, good) = pad(ObjectKind::Record, 1, &[b"abc"]).unwrap();
    for len in [508_u32, 512, 70_000, u32::MAX] {
        let mut bad = good.to_vec();
        bad[..4].copy_from_slice(&len.to_be_bytes());
        assert_eq!(unpad(&bad), Err(OpenError::BadPadding), "length {len}");
    }
    assert_eq!(
        unpad(&[0; 4]),
        Err(OpenError::BadPadding),
        "no room for a head"
    );
}
