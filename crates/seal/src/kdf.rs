//! HKDF-SHA256 (RFC 5869) and SHA-256 over labelled parts.
//!
//! Owns the only calls of the derivation primitives. Must not choose labels: callers pass a
//! [`Label`], and lengths of the parts are fixed by their callers, so concatenation is unambiguous.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{Hash32, Label};

/// `HKDF(ikm, label ‖ parts…)[:N]`: extract without salt, then expand.
pub(crate) fn derive<const N: usize>(
    ikm: &[u8],
    label: Label,
    parts: &[&[u8]],
) -> Zeroizing<[u8; N]> {
    fill(&Hkdf::<Sha256>::new(None, ikm), label, parts)
}

/// Like [`derive`], with a salt for the extract step.
pub(crate) fn derive_salted<const N: usize>(
    salt: &[u8],
    ikm: &[u8],
    label: Label,
    parts: &[&[u8]],
) -> Zeroizing<[u8; N]> {
    fill(&Hkdf::<Sha256>::new(Some(salt), ikm), label, parts)
}

/// `HKDF-Expand(prk, label ‖ parts…)[:N]`, for a key that is uniform already.
pub(crate) fn expand<const N: usize>(
    prk: &[u8; 32],
    label: Label,
    parts: &[&[u8]],
) -> Zeroizing<[u8; N]> {
    fill(&from_prk(prk), label, parts)
}

#[expect(
    clippy::expect_used,
    reason = "fails only for a key shorter than a hash, and the type says 32 bytes"
)]
fn from_prk(prk: &[u8; 32]) -> Hkdf<Sha256> {
    Hkdf::from_prk(prk).expect("32 bytes are a valid pseudorandom key")
}

#[expect(
    clippy::expect_used,
    reason = "fails only above 255 hash lengths, which the const assertion excludes"
)]
fn fill<const N: usize>(hkdf: &Hkdf<Sha256>, label: Label, parts: &[&[u8]]) -> Zeroizing<[u8; N]> {
    const { assert!(N <= 255 * 32, "HKDF-SHA256 expands to 8160 bytes at most") };
    let mut info: Vec<&[u8]> = Vec::with_capacity(parts.len().saturating_add(1));
    info.push(label.bytes());
    info.extend_from_slice(parts);
    let mut out = Zeroizing::new([0; N]);
    hkdf.expand_multi_info(&info, out.as_mut_slice())
        .expect("the length is bounded above");
    out
}

/// SHA-256 of the parts, one after the other.
pub(crate) fn hash(parts: &[&[u8]]) -> Hash32 {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    Hash32(hasher.finalize().into())
}

/// HMAC-SHA256 (RFC 2104) of `label ‖ message`.
#[expect(
    clippy::expect_used,
    reason = "HMAC takes keys of every length; the type of the call cannot say so"
)]
pub(crate) fn hmac(key: &[u8; 32], label: Label, message: &[u8]) -> Hash32 {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("every key length is valid");
    mac.update(label.bytes());
    mac.update(message);
    Hash32(mac.finalize().into_bytes().into())
}
