//! Offline proofs: whole path from leaf to quorum.

use super::*;
use crate::policy::tests::{cosigned_tree, policy};
use crate::{Tree, leaf_hash};
use proptest::prelude::*;

fn proof(extra: Option<Vec<u8>>, witnesses: u8) -> (Hash, TlogProof) {
    let tree = Tree::from_leaves((0..11u8).map(|n| leaf_hash(&[n])));
    let hashes = tree.inclusion_proof(6, 11).unwrap();
    (
        leaf_hash(&[6]),
        TlogProof {
            extra,
            index: 6,
            hashes,
            checkpoint: cosigned_tree(&tree, 11, witnesses),
        },
    )
}

#[test]
fn a_proof_convinces_offline() {
    let (leaf, proof) = proof(Some(b"hint".to_vec()), 3);
    let read = TlogProof::parse(proof.to_text().as_bytes()).unwrap();
    assert_eq!(read, proof, "reads back");
    let proven = read.verify(&leaf, &policy(3, 2)).unwrap();
    assert_eq!(
        (proven.index, proven.checkpoint.size),
        (6, 11),
        "what it proves"
    );
    assert_eq!(
        proven.quorum.reached_at(),
        Some(102),
        "the second cosignature made the quorum"
    );
    assert_eq!(
        read.verify(&leaf_hash(&[7]), &policy(3, 2)),
        Err(LogError::BadProof),
        "another leaf is not proven"
    );
    assert_eq!(
        read.verify(&leaf, &policy(7, 5)).err(),
        Some(LogError::NotEnoughCosignatures { have: 3, need: 5 }),
        "three are not five"
    );
}

#[test]
fn malformed_proofs_are_refused() {
    let text = proof(None, 1).1.to_text();
    assert!(
        TlogProof::parse(text.as_bytes()).is_ok(),
        "the honest one reads"
    );
    for (from, to) in [
        ("tlog-proof@v1", "tlog-proof@v2"),
        ("index 6", "index 06"),
        ("index 6", "index"),
        ("index 6\n", "extra \nindex 6\n"),
        ("index 6\n", "extra AA==\nextra AA==\nindex 6\n"),
        ("=\n\nlog", "=\nlog"),
        ("index 6\n", "index 6\nAA==\n"),
        ("c2sp", " c2sp"),
    ] {
        assert!(text.contains(from), "the change applies: {from:?}");
        assert!(
            TlogProof::parse(text.replacen(from, to, 1).as_bytes()).is_err(),
            "{from:?} to {to:?} breaks a rule"
        );
    }
    let line = format!("{}\n", text::to_base64(&[1; 32]));
    let long = text.replacen("index 6\n", &format!("index 6\n{}", line.repeat(64)), 1);
    assert_eq!(
        TlogProof::parse(long.as_bytes()),
        Err(LogError::TooLarge("tlog-proof")),
        "the path is bounded"
    );
}

proptest! {
    #[test]
    fn p32_tlog_proof_mutations(at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let (leaf, proof) = proof(Some(vec![1]), 3);
        let mut bytes = proof.to_text().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = with;
        if let Ok(read) = TlogProof::parse(&bytes) {
            prop_assert_eq!(read.to_text().into_bytes(), bytes, "what parses is the one encoding");
            let believed = read.verify(&leaf, &policy(3, 3)).is_ok();
            prop_assert!(!believed || (read.hashes == proof.hashes && read.index == 6), "only the unsigned extra may differ");
        }
    }
}

#[test]
fn p32_a_proof_is_as_long_as_a_note_and_its_hashes() {
    assert_eq!(
        MAX_TLOG_PROOF_LEN, 278_528,
        "256 KiB of checkpoint, 16 KiB of extra data, index and hashes"
    );
    for (len, error) in [
        (MAX_TLOG_PROOF_LEN, LogError::Malformed("tlog-proof")),
        (MAX_TLOG_PROOF_LEN + 1, LogError::TooLarge("tlog-proof")),
    ] {
        assert_eq!(
            TlogProof::parse(&vec![b'a'; len]),
            Err(error),
            "{len} bytes"
        );
    }
}
