//! tlog-witness rules, one by one.

use super::*;
use crate::policy::tests::{log_key, witness_key};
use crate::{Checkpoint, Tree, leaf_hash};
use proptest::prelude::*;

fn setup() -> (Tree, Witness) {
    let tree = Tree::from_leaves((0..9u8).map(|n| leaf_hash(&[n])));
    (
        tree,
        Witness::new(log_key().verifier().clone(), witness_key(1)),
    )
}

fn request(tree: &Tree, old: u64, new: u64) -> AddCheckpoint {
    let checkpoint = Checkpoint::new("log.example", new, tree.root_at(new).unwrap())
        .sign(&log_key())
        .unwrap();
    AddCheckpoint {
        old_size: old,
        proof: tree.consistency_proof(old, new).unwrap_or_default(),
        checkpoint,
    }
}

#[test]
fn cosigns_growth_and_remembers() {
    let (tree, witness) = setup();
    let first = request(&tree, 0, 4);
    let (line, state) = witness.cosign(None, &first, 100).unwrap();
    assert_eq!(
        state,
        WitnessState {
            origin: "log.example".into(),
            size: 4,
            root: tree.root_at(4).unwrap()
        },
        "what it will remember"
    );
    let mut signed = first.checkpoint.clone();
    signed.add_cosignature(&line).unwrap();
    let seen = signed.cosignature(witness_key(1).verifier()).unwrap();
    assert_eq!(
        seen.map(|c| c.time),
        Some(100),
        "the line verifies and carries the time"
    );
    assert!(
        witness
            .cosign(Some(&state), &request(&tree, 4, 9), 101)
            .is_ok(),
        "growth with a proof"
    );
    assert!(
        witness
            .cosign(Some(&state), &request(&tree, 4, 4), 101)
            .is_ok(),
        "the same head again"
    );
}

#[test]
fn says_it_again_when_its_last_word_is_old() {
    let (tree, witness) = setup();
    let first = request(&tree, 0, 4);
    assert!(
        witness.due(None, &first.checkpoint, 100, 600),
        "nothing was ever signed"
    );
    let (line, state) = witness.cosign(None, &first, 100).unwrap();
    let mut shown = first.checkpoint.clone();
    assert!(
        witness.due(Some(&state), &shown, 101, 600),
        "signed, but the line did not arrive"
    );
    shown.add_cosignature(&line).unwrap();
    let due = |now| witness.due(Some(&state), &shown, now, 600);
    assert_eq!(
        [due(101), due(699), due(700), due(99)],
        [false, false, true, false],
        "again after ten minutes, not before, and not with a clock that went back"
    );
    assert!(
        witness.due(Some(&state), &request(&tree, 4, 9).checkpoint, 101, 600),
        "another head is always news"
    );
    assert!(
        witness.due(None, &shown, 101, 600),
        "a witness that forgot what it signed looks again"
    );
}

#[test]
fn refuses_by_the_book() {
    let (tree, witness) = setup();
    let (_, state) = witness.cosign(None, &request(&tree, 0, 4), 100).unwrap();
    let refusal = |r: AddCheckpoint| witness.cosign(Some(&state), &r, 101).unwrap_err();
    assert_eq!(
        refusal(request(&tree, 3, 9)),
        Refusal::Conflict { size: 4 },
        "409 names the size"
    );
    assert_eq!(
        refusal(AddCheckpoint {
            proof: vec![],
            ..request(&tree, 4, 9)
        }),
        Refusal::Inconsistent,
        "422 without proof"
    );
    assert_eq!(
        refusal(AddCheckpoint {
            old_size: 4,
            ..request(&tree, 3, 3)
        })
        .status(),
        400,
        "400 when old is larger"
    );
    let fork = Checkpoint::new("log.example", 4, [9; 32])
        .sign(&log_key())
        .unwrap();
    assert_eq!(
        refusal(AddCheckpoint {
            old_size: 4,
            proof: vec![],
            checkpoint: fork
        }),
        Refusal::Inconsistent,
        "422 for a fork"
    );
    let impostor = SignerKey::from_seed("log.example", crate::KeyKind::Note, &[77; 32]).unwrap();
    let forged = Checkpoint::new("log.example", 9, tree.root())
        .sign(&impostor)
        .unwrap();
    assert_eq!(
        refusal(AddCheckpoint {
            checkpoint: forged,
            ..request(&tree, 4, 9)
        }),
        Refusal::NotSigned,
        "403 for another key"
    );
    let other = SignerKey::from_seed("else.example", crate::KeyKind::Note, &[77; 32]).unwrap();
    let foreign = Checkpoint::new("else.example", 9, tree.root())
        .sign(&other)
        .unwrap();
    assert_eq!(
        refusal(AddCheckpoint {
            checkpoint: foreign,
            ..request(&tree, 4, 9)
        }),
        Refusal::UnknownLog,
        "404 for another log"
    );
    assert!(
        witness
            .cosign(Some(&state), &request(&tree, 4, 9), 0)
            .is_err(),
        "a cosignature has a time"
    );
    let elsewhere = WitnessState {
        origin: "else.example".into(),
        ..state.clone()
    };
    assert_eq!(
        witness
            .cosign(Some(&elsewhere), &request(&tree, 4, 9), 5)
            .unwrap_err()
            .status(),
        404,
        "state of another log"
    );
    let extra = AddCheckpoint {
        proof: vec![[1; 32]],
        ..request(&tree, 0, 4)
    };
    assert_eq!(
        witness.cosign(None, &extra, 5).unwrap_err(),
        Refusal::Inconsistent,
        "422: no proof from zero"
    );
    assert_eq!(
        [
            Refusal::NotSigned.status(),
            Refusal::Inconsistent.status(),
            Refusal::Conflict { size: 0 }.status()
        ],
        [403, 422, 409],
        "statuses of tlog-witness"
    );
}

#[test]
fn request_text() {
    let (tree, _) = setup();
    let r = request(&tree, 4, 9);
    assert!(r.to_text().starts_with("old 4\n"), "old size first");
    assert_eq!(
        AddCheckpoint::parse(r.to_text().as_bytes()),
        Ok(r.clone()),
        "reads back"
    );
    for bad in [
        r.to_text().replacen("old 4", "old 04", 1),
        r.to_text().replacen("old", "ald", 1),
        r.to_text().replacen("=\n\nlog", "=\nlog", 1),
    ] {
        assert!(
            AddCheckpoint::parse(bad.as_bytes()).is_err(),
            "breaks a rule"
        );
    }
}

proptest! {
    #[test]
    fn p32_add_checkpoint_mutations(at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let (tree, _) = setup();
        let mut bytes = request(&tree, 4, 9).to_text().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = with;
        if let Ok(read) = AddCheckpoint::parse(&bytes) {
            prop_assert_eq!(read.to_text().into_bytes(), bytes, "what parses is the one encoding");
        }
    }
}
