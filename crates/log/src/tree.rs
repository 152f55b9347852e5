//! An append-only RFC 6962 tree in memory, over leaf hashes. Owns roots and the making of proofs;
//! verifying them is [`crate::verify_inclusion`]'s work and needs no tree.

use crate::{Hash, empty_root, node_hash};
use std::num::NonZeroU64;

/// Append-only Merkle tree; keeps the hash of every complete subtree (about 64 bytes per leaf).
#[derive(Clone, Default)]
pub struct Tree {
    /// `levels[l][i]` is the hash of the leaves `i·2^l .. (i+1)·2^l`.
    levels: Vec<Vec<Hash>>,
}

impl std::fmt::Debug for Tree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tree").field("size", &self.size()).finish()
    }
}

impl Tree {
    /// The tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A tree over these leaf hashes, in order.
    pub fn from_leaves(leaves: impl IntoIterator<Item = Hash>) -> Self {
        let mut tree = Self::new();
        for leaf in leaves {
            tree.push(leaf);
        }
        tree
    }

    /// Appends a leaf hash and returns its index.
    pub fn push(&mut self, leaf: Hash) -> u64 {
        let index = self.size();
        let mut carry = leaf;
        for level in 0usize.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let Some(row) = self.levels.get_mut(level) else {
                break;
            };
            row.push(carry);
            let pair = match row.as_slice() {
                [.., left, right] if row.len().is_multiple_of(2) => node_hash(left, right),
                _ => break,
            };
            carry = pair;
        }
        index
    }

    /// Number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |row| row.len() as u64)
    }

    /// The hash of the complete subtree of `2^level` leaves number `index`, if it exists.
    #[must_use]
    pub fn subtree(&self, level: u32, index: u64) -> Option<Hash> {
        let row = self.levels.get(usize::try_from(level).ok()?)?;
        row.get(usize::try_from(index).ok()?).copied()
    }

    /// The leaf hash at `index`.
    #[must_use]
    pub fn leaf(&self, index: u64) -> Option<Hash> {
        self.subtree(0, index)
    }

    /// The root over all leaves.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.root_at(self.size()).unwrap_or_else(empty_root)
    }

    /// The root when the tree had `size` leaves; `None` if it never had so many.
    #[must_use]
    pub fn root_at(&self, size: u64) -> Option<Hash> {
        if size == 0 {
            Some(empty_root())
        } else {
            self.range(0, size)
        }
    }

    /// Inclusion proof of leaf `index` in the tree of `size` leaves (RFC 6962 §2.1.1), leaf's sibling first.
    #[must_use]
    pub fn inclusion_proof(&self, index: u64, size: u64) -> Option<Vec<Hash>> {
        if index >= size || size > self.size() {
            return None;
        }
        let (mut lo, mut hi, mut path) = (0u64, size, Vec::new());
        while hi.checked_sub(lo)? > 1 {
            let mid = lo.checked_add(split(hi.checked_sub(lo)?))?;
            if index < mid {
                path.push(self.range(mid, hi)?);
                hi = mid;
            } else {
                path.push(self.range(lo, mid)?);
                lo = mid;
            }
        }
        path.reverse();
        Some(path)
    }

    /// Consistency proof from `old` to `new` leaves (RFC 6962 §2.1.2). Empty when `old` is 0 or equal to `new`.
    #[must_use]
    pub fn consistency_proof(&self, old: u64, new: u64) -> Option<Vec<Hash>> {
        if !(old..=self.size()).contains(&new) {
            return None;
        }
        if old == 0 || old == new {
            return Some(Vec::new());
        }
        let (mut lo, mut hi, mut whole, mut path) = (0u64, new, true, Vec::new());
        while old != hi {
            let mid = lo.checked_add(split(hi.checked_sub(lo)?))?;
            if old <= mid {
                path.push(self.range(mid, hi)?);
                hi = mid;
            } else {
                path.push(self.range(lo, mid)?);
                (lo, whole) = (mid, false);
            }
        }
        if !whole {
            path.push(self.range(lo, hi)?);
        }
        path.reverse();
        Some(path)
    }

    /// Merkle tree hash of the leaves `lo..hi`, where `lo` is a multiple of the largest power of two below the length.
    fn range(&self, lo: u64, hi: u64) -> Option<Hash> {
        let len = NonZeroU64::new(hi.checked_sub(lo)?)?;
        if len.is_power_of_two() {
            let level = len.trailing_zeros();
            return self.subtree(level, lo.checked_shr(level)?);
        }
        let mid = lo.checked_add(split(len.get()))?;
        Some(node_hash(&self.range(lo, mid)?, &self.range(mid, hi)?))
    }
}

/// Largest power of two smaller than `n`; `n` is at least 2.
fn split(n: u64) -> u64 {
    let top = n.saturating_sub(1);
    1u64.checked_shl(63u32.saturating_sub(top.leading_zeros()))
        .unwrap_or(1)
}

#[cfg(test)]
mod tests;
