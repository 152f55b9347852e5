//! All products and inverses, against polynomial arithmetic done another way (P11).

use super::*;

/// Schoolbook: multiply as polynomials over GF(2), then divide by x^8+x^4+x^3+x+1.
fn reference(a: u8, b: u8) -> u8 {
    let mut wide = 0_u32;
    for i in 0..8 {
        if b >> i & 1 == 1 {
            wide ^= u32::from(a) << i;
        }
    }
    for i in (8..16).rev() {
        if wide >> i & 1 == 1 {
            wide ^= 0x11b << (i - 8);
        }
    }
    u8::try_from(wide).expect("reduced below 256")
}

#[test]
fn p11_all_65536_products_match_the_reference() {
    for a in 0..=255 {
        for b in 0..=255 {
            assert_eq!(mul(a, b), reference(a, b), "{a} · {b}");
        }
    }
}

#[test]
fn p11_the_products_printed_in_fips_197() {
    // FIPS 197 §4.2 and §4.2.1; the inverse is the one behind the first S-box example of §5.1.1.
    for (a, b, product) in [
        (0x57, 0x83, 0xc1),
        (0x57, 0x02, 0xae),
        (0x57, 0x04, 0x47),
        (0x57, 0x08, 0x8e),
        (0x57, 0x10, 0x07),
        (0x57, 0x13, 0xfe),
    ] {
        assert_eq!(mul(a, b), product, "{a:02x} · {b:02x}");
        assert_eq!(mul(b, a), product, "{b:02x} · {a:02x}");
    }
    assert_eq!(inv(0x53), 0xca, "53 and ca are inverse to each other");
}

#[test]
fn p11_all_inverses() {
    assert_eq!(inv(0), 0, "zero has none and must not panic");
    for a in 1..=255 {
        assert_eq!(mul(a, inv(a)), 1, "{a}");
    }
}

#[test]
fn p11_rows_are_thirty_two_single_products() {
    for scalar in 0..=255 {
        for base in (0..=255_u8).step_by(32) {
            let row: Row = core::array::from_fn(|i| base.wrapping_add(i as u8));
            let scaled = scale(&row, scalar);
            for (i, (from, to)) in row.iter().zip(scaled).enumerate() {
                assert_eq!(
                    to,
                    reference(*from, scalar),
                    "element {i}: {from} · {scalar}"
                );
            }
        }
    }
}
