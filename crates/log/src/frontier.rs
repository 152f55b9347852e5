//! The right edge of a tree: what a client keeps to see for itself that a log only grew, without the leaves before.
//! Owns the root of what it has seen; makes no proofs of single leaves.

use crate::{Hash, LogError, empty_root, node_hash};

/// The complete subtrees of a tree from left to right, largest first: at most 64 hashes whatever its size.
///
/// Whoever pushes the new leaves of a log on the frontier it believed, and gets the root the log signed, has checked
/// consistency with its own hands: no proof by the log is needed for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The frontier of the empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves so far.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf hash.
    pub fn push(&mut self, leaf: Hash) {
        let mut carry = leaf;
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.peaks.pop() else { break };
            carry = node_hash(&left, &carry);
        }
        self.peaks.push(carry);
        self.size = self.size.saturating_add(1);
    }

    /// RFC 6962 root over all leaves pushed.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        peaks.next().map_or_else(empty_root, |last| {
            peaks.fold(*last, |right, left| node_hash(left, &right))
        })
    }

    /// `size u64 ‖ one hash per bit set in size`, big-endian, largest subtree first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.size.to_be_bytes().to_vec();
        out.extend(self.peaks.iter().flatten());
        out
    }

    /// Reads [`Frontier::to_bytes`]; nothing may follow.
    ///
    /// # Errors
    /// [`LogError::Malformed`] when the number of hashes is not that of the size.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("frontier");
        let (size, rest) = bytes.split_first_chunk::<8>().ok_or(BAD)?;
        let size = u64::from_be_bytes(*size);
        let (peaks, left) = rest.as_chunks::<32>();
        if !left.is_empty() || u32::try_from(peaks.len()).ok() != Some(size.count_ones()) {
            return Err(BAD);
        }
        Ok(Self {
            size,
            peaks: peaks.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests;
