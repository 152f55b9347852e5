//! Appending, proving and verifying, beside the raw SHA-256 cost in the same run. `cargo bench -p ugnay-log`

use std::hint::black_box;
use std::time::Instant;
use ugnay_log::{Tree, leaf_hash, node_hash, verify_consistency, verify_inclusion};

const SIZE: u64 = 1 << 20;

/// Nanoseconds per call: the best of fifty short rounds, so that a busy machine's interruptions fall between them.
fn time(calls: u64, mut call: impl FnMut(u64)) -> f64 {
    let round = (calls / 10).max(1);
    let mut best = f64::MAX;
    for _ in 0..50 {
        let start = Instant::now();
        (0..round).for_each(&mut call);
        best = best.min(start.elapsed().as_secs_f64() * 1e9 / round as f64);
    }
    best
}

fn main() {
    let mut hash = leaf_hash(b"");
    let raw = time(1000, |_| hash = node_hash(&hash, &hash));
    println!("one SHA-256 of an inner node      {raw:9.0} ns");
    let leaf = leaf_hash(b"entry");
    let mut tree = Tree::from_leaves((0..SIZE).map(|_| leaf));
    let append = time(1000, |_| {
        tree.push(leaf);
    });
    println!(
        "append to {SIZE}               {append:9.0} ns = {:.2} hashes",
        append / raw
    );
    let tree = Tree::from_leaves((0..SIZE + 12_345).map(|n| leaf_hash(&n.to_be_bytes())));
    let size = tree.size();
    let proofs: Vec<_> = (0..1000u64)
        .map(|n| (n * 1047 % size, tree.inclusion_proof(n * 1047 % size, size)))
        .collect();
    let prove = time(1000, |n| {
        drop(black_box(tree.inclusion_proof(n * 1047 % size, size)))
    });
    println!(
        "inclusion proof                   {prove:9.0} ns = {:.1} hashes",
        prove / raw
    );
    let root = tree.root();
    let verify = time(1000, |n| {
        let (index, proof) = &proofs[n as usize];
        let leaf = leaf_hash(&index.to_be_bytes());
        let good = proof
            .as_ref()
            .is_some_and(|p| verify_inclusion(*index, size, &leaf, p, &root).is_ok());
        assert!(black_box(good), "the proof holds");
    });
    println!(
        "verify it (21 hashes at least)    {verify:9.0} ns = {:.1} hashes",
        verify / raw
    );
    let old = size - 777;
    let (old_root, proof) = (
        tree.root_at(old).unwrap_or(root),
        tree.consistency_proof(old, size).unwrap_or_default(),
    );
    let prove = time(1000, |_| drop(black_box(tree.consistency_proof(old, size))));
    println!(
        "consistency proof                 {prove:9.0} ns = {:.1} hashes",
        prove / raw
    );
    let verify = time(1000, |_| {
        assert!(
            verify_consistency(old, &old_root, size, &root, &proof).is_ok(),
            "it holds"
        )
    });
    println!(
        "verify it ({} hashes)            {verify:9.0} ns = {:.1} hashes",
        proof.len(),
        verify / raw
    );
}
