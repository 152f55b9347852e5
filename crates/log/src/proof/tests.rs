//! The verifiers against the published vectors of transparency-dev/merkle, good and tampered.

use super::*;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inclusion {
    leaf_idx: u64,
    tree_size: u64,
    root: Option<String>,
    leaf_hash: Option<String>,
    proof: Option<Vec<Option<String>>>,
    want_err: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Consistency {
    size1: u64,
    size2: u64,
    root1: Option<String>,
    root2: Option<String>,
    proof: Option<Vec<Option<String>>>,
    want_err: bool,
}

/// A vector's bytes as a hash; vectors with another length are refused by our types, which counts as an error.
fn hash(text: &Option<String>) -> Option<Hash> {
    STANDARD
        .decode(text.as_deref().unwrap_or(""))
        .ok()?
        .try_into()
        .ok()
}

fn hashes(list: &Option<Vec<Option<String>>>) -> Option<Vec<Hash>> {
    list.as_deref().unwrap_or(&[]).iter().map(hash).collect()
}

fn files(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut out = Vec::new();
    for group in std::fs::read_dir(root).unwrap() {
        for file in std::fs::read_dir(group.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            out.push((
                path.display().to_string(),
                std::fs::read_to_string(&path).unwrap(),
            ));
        }
    }
    out
}

#[test]
fn inclusion_vectors() {
    let all = files("merkle_inclusion");
    assert!(all.len() > 40, "the vectors are there: {}", all.len());
    for (name, text) in all {
        let v: Inclusion = serde_json::from_str(&text).unwrap();
        let verdict = (|| {
            let (root, leaf, proof) = (hash(&v.root)?, hash(&v.leaf_hash)?, hashes(&v.proof)?);
            verify_inclusion(v.leaf_idx, v.tree_size, &leaf, &proof, &root).ok()
        })();
        assert_eq!(
            verdict.is_none(),
            v.want_err,
            "{name} says whether it must fail"
        );
    }
}

#[test]
fn consistency_vectors() {
    let all = files("merkle_consistency");
    assert!(all.len() > 30, "the vectors are there: {}", all.len());
    for (name, text) in all {
        let v: Consistency = serde_json::from_str(&text).unwrap();
        let verdict = (|| {
            let (one, two, proof) = (hash(&v.root1)?, hash(&v.root2)?, hashes(&v.proof)?);
            verify_consistency(v.size1, &one, v.size2, &two, &proof).ok()
        })();
        assert_eq!(
            verdict.is_none(),
            v.want_err,
            "{name} says whether it must fail"
        );
    }
}

#[test]
fn sizes_that_cannot_be() {
    let h = [7u8; 32];
    assert_eq!(
        verify_inclusion(3, 3, &h, &[], &h),
        Err(LogError::OutOfRange),
        "index below size"
    );
    assert_eq!(
        verify_consistency(4, &h, 3, &h, &[]),
        Err(LogError::OutOfRange),
        "a log does not shrink"
    );
    assert_eq!(
        verify_consistency(0, &h, 3, &h, &[h]),
        Err(LogError::BadProof),
        "nothing to prove from 0"
    );
    assert_eq!(
        verify_consistency(3, &h, 5, &h, &[]),
        Err(LogError::BadProof),
        "growth needs a proof"
    );
    assert!(
        verify_inclusion(0, u64::MAX, &h, &vec![h; 200], &h).is_err(),
        "a proof longer than the tree is deep"
    );
}
