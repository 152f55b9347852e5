//! The tree against the eight leaves of the CT reference tree and against two independent implementations.

use super::*;
use crate::{leaf_hash, verify_consistency, verify_inclusion};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use std::cell::RefCell;
use tlog_tiles::HashReader;

const CT_LEAVES: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap())
        .collect()
}

#[test]
fn ct_reference_root() {
    let tree = Tree::from_leaves(CT_LEAVES.iter().map(|l| leaf_hash(&hex(l))));
    assert_eq!(
        tree.root().to_vec(),
        hex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        "RFC 6962's reference tree has this root"
    );
    assert_eq!(
        Tree::new().root().to_vec(),
        hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        "the empty tree's root is SHA-256 of nothing"
    );
}

struct Stored(RefCell<Vec<tlog_tiles::Hash>>);

impl HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes
            .iter()
            .map(|i| self.0.borrow()[*i as usize])
            .collect())
    }
}

#[test]
fn same_proofs_as_two_other_implementations() {
    let mut ours = Tree::new();
    let mut ct = MemoryBackedTree::<sha2::Sha256, Vec<u8>>::new();
    let stored = Stored(RefCell::new(Vec::new()));
    for n in 0..70u64 {
        let data = n.to_be_bytes().to_vec();
        assert_eq!(
            ours.push(leaf_hash(&data)),
            n,
            "push gives the leaf's index"
        );
        let hashes = tlog_tiles::stored_hashes(n, &data, &stored).unwrap();
        stored.0.borrow_mut().extend(hashes);
        ct.push(data);
        let size = n + 1;
        assert_eq!(
            ours.root().to_vec(),
            ct.root().as_bytes().to_vec(),
            "root as ct-merkle at {size}"
        );
        assert_eq!(
            ours.root(),
            tlog_tiles::tree_hash(size, &stored).unwrap().0,
            "root as tlog_tiles at {size}"
        );
        for index in 0..size {
            let proof = ours.inclusion_proof(index, size).unwrap();
            let other = tlog_tiles::prove_record(size, index, &stored).unwrap();
            assert_eq!(
                proof,
                other.iter().map(|h| h.0).collect::<Vec<_>>(),
                "inclusion {index} of {size}"
            );
            assert_eq!(
                proof.concat(),
                ct.prove_inclusion(index as usize).as_bytes(),
                "as ct-merkle too"
            );
        }
        for old in 1..size {
            let proof = ours.consistency_proof(old, size).unwrap();
            let other = tlog_tiles::prove_tree(size, old, &stored).unwrap();
            assert_eq!(
                proof,
                other.iter().map(|h| h.0).collect::<Vec<_>>(),
                "consistency {old} to {size}"
            );
        }
    }
}

#[test]
fn outside_the_tree_there_is_nothing() {
    let tree = Tree::from_leaves((0..5u8).map(|n| leaf_hash(&[n])));
    assert_eq!(tree.inclusion_proof(5, 5), None, "index must be below size");
    assert_eq!(tree.inclusion_proof(0, 6), None, "the tree has no 6 leaves");
    assert_eq!(
        tree.consistency_proof(3, 6),
        None,
        "the tree has no 6 leaves"
    );
    assert_eq!(tree.consistency_proof(4, 3), None, "a log does not shrink");
    assert_eq!(tree.root_at(6), None, "the tree has no 6 leaves");
    assert_eq!(
        tree.leaf(4),
        Some(leaf_hash(&[4])),
        "leaves can be read back"
    );
    assert_eq!(
        tree.consistency_proof(0, 5),
        Some(vec![]),
        "every tree extends the empty one"
    );
}

proptest! {
    #[test]
    fn every_proof_verifies_and_no_other_leaf_does(size in 1u64..600, a in any::<u64>(), b in any::<u64>()) {
        let tree = Tree::from_leaves((0..size).map(|n| leaf_hash(&n.to_be_bytes())));
        let (index, at) = (a % size, 1 + b % size);
        let index = index % at;
        let root = tree.root_at(at).unwrap();
        let proof = tree.inclusion_proof(index, at).unwrap();
        let leaf = tree.leaf(index).unwrap();
        prop_assert_eq!(verify_inclusion(index, at, &leaf, &proof, &root), Ok(()), "an honest proof holds");
        for wrong in 0..at {
            if wrong != index {
                prop_assert!(verify_inclusion(wrong, at, &leaf, &proof, &root).is_err(), "a leaf has one place");
            }
        }
        let consistency = tree.consistency_proof(at, size).unwrap();
        prop_assert_eq!(verify_consistency(at, &root, size, &tree.root(), &consistency), Ok(()), "honest growth holds");
        prop_assert!(
            at == size || verify_consistency(at, &leaf_hash(b"x"), size, &tree.root(), &consistency).is_err(),
            "another past does not"
        );
    }
}

/// P18 at the tree: a register whose heads were dropped or changed has no proof, at any place, against the root that was signed.
#[test]
fn p18_a_dropped_leaf_has_no_proof() {
    let heads: Vec<Hash> = (0..20u8).map(|n| leaf_hash(&[n])).collect();
    for dropped in 0..heads.len() {
        let others = heads
            .iter()
            .enumerate()
            .filter(|(n, _)| *n != dropped)
            .map(|(_, h)| *h);
        let tree = Tree::from_leaves(others);
        for index in 0..tree.size() {
            let proof = tree.inclusion_proof(index, tree.size()).unwrap();
            let shown = verify_inclusion(index, tree.size(), &heads[dropped], &proof, &tree.root());
            assert!(
                shown.is_err(),
                "no place {index} can be shown for a dropped head"
            );
        }
    }
}

#[test]
fn proofs_between_earlier_sizes() {
    let tree = Tree::from_leaves((0..20u8).map(|n| leaf_hash(&[n])));
    for new in 1..20 {
        let earlier = Tree::from_leaves((0..new).map(|n| leaf_hash(&[n as u8])));
        for old in 0..=new {
            assert_eq!(
                tree.consistency_proof(old, new),
                earlier.consistency_proof(old, new),
                "a larger tree proves {old} to {new} as the smaller did"
            );
        }
    }
    assert_eq!(
        format!("{tree:?}"),
        "Tree { size: 20 }",
        "shown by its size, not by 20 hashes"
    );
}
