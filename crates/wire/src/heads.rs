//! What a heads-root commits to: the sealed heads of every register, so that a buffer
//! that drops or rolls back one device's head is found out.

use crate::error::WireError;
use crate::ids::{Hash, Name, Pseud};
use crate::reader::Reader;
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

/// The public fields of a heads-root log entry: `registers u64 ‖ root[32]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadsRoot {
    /// How many registers have heads.
    pub registers: u64,
    /// RFC 6962 root over [`leaf`] of each, in ascending pseudonym.
    pub root: Hash,
}

impl HeadsRoot {
    /// The only encoding.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [&self.registers.to_be_bytes()[..], &self.root.0].concat()
    }

    /// Reads it; nothing may follow.
    ///
    /// # Errors
    /// [`WireError::Truncated`] or [`WireError::Trailing`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let mut r = Reader::new(bytes);
        let (registers, root) = (r.u64("registers")?, r.hash()?);
        r.end()?;
        Ok(Self { registers, root })
    }
}

#[cfg(test)]
mod tests;
