//! GF(2^8) modulo 0x11b, in constant time (protocol §0.5: own code, small and alone).
//!
//! Owns multiplication, inversion and the two loops over 32 bytes that sharing needs. Must not branch
//! on or index by a secret: no tables, every multiplication runs all eight steps.

/// 32 elements side by side, as eight bytes in each of four words.
pub(crate) type Row = [u8; 32];

/// `a · b`.
pub(crate) fn mul(a: u8, b: u8) -> u8 {
    let (mut a, mut b, mut product) = (a, b, 0_u8);
    for _ in 0..8 {
        product ^= a & 0_u8.wrapping_sub(b & 1);
        let carry = 0_u8.wrapping_sub(a >> 7);
        a = (a << 1) ^ (0x1b & carry);
        b >>= 1;
    }
    product
}

/// `a^254`: the inverse of `a`, and 0 for 0.
pub(crate) fn inv(a: u8) -> u8 {
    let mut result = 1;
    let mut power = a;
    // 254 = 0b1111_1110: every square but the zeroth.
    for _ in 0..7 {
        power = mul(power, power);
        result = mul(result, power);
    }
    result
}

/// Eight elements times `x` (the polynomial variable), at once.
const fn double(word: u64) -> u64 {
    let high = word & 0x8080_8080_8080_8080;
    // 0x1b in each byte whose top bit was set; products of 0 or 1 with 0x1b do not overlap.
    ((word ^ high) << 1) ^ (high >> 7).wrapping_mul(0x1b)
}

fn words(row: &Row) -> [u64; 4] {
    let mut out = [0; 4];
    for (word, bytes) in out.iter_mut().zip(row.as_chunks::<8>().0) {
        *word = u64::from_le_bytes(*bytes);
    }
    out
}

/// `row · scalar`, element by element.
pub(crate) fn scale(row: &Row, scalar: u8) -> Row {
    let mut current = words(row);
    let mut product = [0_u64; 4];
    let mut bits = scalar;
    for _ in 0..8 {
        let mask = 0_u64.wrapping_sub(u64::from(bits & 1));
        for (p, c) in product.iter_mut().zip(&mut current) {
            *p ^= *c & mask;
            *c = double(*c);
        }
        bits >>= 1;
    }
    let mut out = [0; 32];
    for (bytes, word) in out.as_chunks_mut::<8>().0.iter_mut().zip(product) {
        *bytes = word.to_le_bytes();
    }
    out
}

/// `into += row`.
pub(crate) fn add(into: &mut Row, row: &Row) {
    for (a, b) in into.iter_mut().zip(row) {
        *a ^= b;
    }
}

#[cfg(test)]
mod tests;
