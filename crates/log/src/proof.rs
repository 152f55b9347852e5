//! Verifies Merkle proofs without a tree (RFC 9162 §2.1.3.2 and §2.1.4.2). Must accept exactly one proof per question.

use crate::{Hash, LogError, node_hash};

/// A proof of a tree with up to 2^63 leaves has at most 63 hashes (tlog-witness sets the same bound).
pub const MAX_PROOF_LEN: usize = 63;

/// Checks that `leaf` is leaf `index` of the tree of `size` leaves with this `root`.
///
/// # Errors
/// [`LogError::OutOfRange`] when `index >= size`, else [`LogError::BadProof`].
pub fn verify_inclusion(
    index: u64,
    size: u64,
    leaf: &Hash,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), LogError> {
    if index >= size {
        return Err(LogError::OutOfRange);
    }
    let (mut node, mut last, mut hash) = (index, size.saturating_sub(1), *leaf);
    for sibling in proof {
        if last == 0 {
            return Err(LogError::BadProof);
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last == 0 && hash == *root {
        Ok(())
    } else {
        Err(LogError::BadProof)
    }
}

/// Checks that the tree (`new`, `new_root`) extends the tree (`old`, `old_root`).
///
/// For `old == 0` and `old == new` the proof must be empty; every tree extends the empty one.
///
/// # Errors
/// [`LogError::OutOfRange`] when `old > new`, else [`LogError::BadProof`].
pub fn verify_consistency(
    old: u64,
    old_root: &Hash,
    new: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), LogError> {
    if old > new {
        return Err(LogError::OutOfRange);
    }
    if old == new {
        let same = proof.is_empty() && old_root == new_root;
        return if same {
            Ok(())
        } else {
            Err(LogError::BadProof)
        };
    }
    if old == 0 {
        return if proof.is_empty() {
            Ok(())
        } else {
            Err(LogError::BadProof)
        };
    }
    let (start, rest) = match proof.split_first() {
        _ if old.is_power_of_two() => (*old_root, proof),
        Some((first, rest)) => (*first, rest),
        None => return Err(LogError::BadProof),
    };
    let (mut node, mut last) = (old.saturating_sub(1), new.saturating_sub(1));
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    let (mut old_hash, mut new_hash) = (start, start);
    for hash in rest {
        if last == 0 {
            return Err(LogError::BadProof);
        }
        if node & 1 == 1 || node == last {
            old_hash = node_hash(hash, &old_hash);
            new_hash = node_hash(hash, &new_hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new_hash = node_hash(&new_hash, hash);
        }
        node >>= 1;
        last >>= 1;
    }
    let good = last == 0 && old_hash == *old_root && new_hash == *new_root;
    if good {
        Ok(())
    } else {
        Err(LogError::BadProof)
    }
}

#[cfg(test)]
mod tests;
