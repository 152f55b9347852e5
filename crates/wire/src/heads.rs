//! What a heads-root commits to: the sealed heads of every register, so that a buffer
//! that drops or rolls back one device's head is found out.

use crate::ids::{Hash, Name, Pseud};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Hash over a register's live head blobs: SHA-256 over `"ugnay/v1/heads\0"` and then
/// name and SHA-256 of each, in ascending name.
#[must_use]
pub fn heads_hash(heads: &BTreeMap<Name, Hash>) -> Hash {
    let mut h = Sha256::new();
    h.update(b"ugnay/v1/heads\0");
    for (name, hash) in heads {
        h.update(name.0);
        h.update(hash.0);
    }
    Hash(h.finalize().into())
}

/// The Merkle leaf of one register: pseudonym and [`heads_hash`]. The tree over the
/// leaves is RFC 6962's, in ascending pseudonym.
#[must_use]
pub fn leaf(pseud: &Pseud, heads: &Hash) -> Vec<u8> {
    [&pseud.0[..], &heads.0].concat()
}

#[cfg(test)]
mod tests;
