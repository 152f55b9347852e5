//! Strict pieces of the C2SP text formats: decimals, base64, lines. One encoding per value, nothing lenient.

use crate::{Hash, LogError};
use base64::{Engine, engine::general_purpose::STANDARD};

/// Largest number in any text format here (tree sizes and times stay below 2^63).
pub(crate) const MAX_NUMBER: u64 = i64::MAX as u64;

/// ASCII decimal without leading zeroes, at most 2^63-1.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    // The number's own reader refuses nothing at all and what is too long.
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) {
        return None;
    }
    text.parse().ok().filter(|n| *n <= MAX_NUMBER)
}

/// Padded standard base64 (RFC 4648 §4), trailing bits zero.
pub(crate) fn base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Writes base64 as [`base64`] reads it.
pub(crate) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// A base64 line of exactly 32 bytes.
pub(crate) fn hash(text: &str) -> Option<Hash> {
    if text.len() != 44 {
        return None;
    }
    base64(text)?.try_into().ok()
}

/// Base64 hash lines up to an empty line: the hashes and the text after that empty line.
pub(crate) fn hash_lines<'a>(
    mut rest: &'a str,
    max: usize,
    what: &'static str,
) -> Result<(Vec<Hash>, &'a str), LogError> {
    let mut hashes = Vec::new();
    loop {
        let (line, tail) = rest.split_once('\n').ok_or(LogError::Malformed(what))?;
        rest = tail;
        if line.is_empty() {
            return Ok((hashes, rest));
        }
        if hashes.len() >= max {
            return Err(LogError::TooLarge(what));
        }
        hashes.push(hash(line).ok_or(LogError::Malformed(what))?);
    }
}

/// UTF-8 within a length bound.
pub(crate) fn utf8<'a>(
    bytes: &'a [u8],
    max: usize,
    what: &'static str,
) -> Result<&'a str, LogError> {
    if bytes.len() > max {
        return Err(LogError::TooLarge(what));
    }
    std::str::from_utf8(bytes).map_err(|_| LogError::Malformed(what))
}

#[cfg(test)]
mod tests;
