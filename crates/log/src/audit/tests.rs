//! Auditing whole logs, good and damaged in every file.

use super::*;
use crate::empty_root;
use crate::policy::tests::{cosigned_tree, log_key, policy};
use crate::tiles::bundle;
use std::collections::BTreeMap;

type Files = BTreeMap<String, Vec<u8>>;

fn entry(n: u64) -> Vec<u8> {
    let kind = EntryType::ALL[(n % 21) as usize];
    Entry {
        kind,
        time: n as i64,
        author: [1; 32],
        commit: [2; 32],
        public: n.to_be_bytes().to_vec(),
    }
    .encode()
    .unwrap()
}

fn note(tree: &Tree, size: u64, witnesses: u8) -> Vec<u8> {
    cosigned_tree(tree, size, witnesses).to_text().into_bytes()
}

fn folder(size: u64) -> (Tree, Files) {
    let entries: Vec<Vec<u8>> = (0..size).map(entry).collect();
    let tree = Tree::from_leaves(entries.iter().map(|e| leaf_hash(e)));
    let mut out = Files::from([("checkpoint".to_owned(), note(&tree, size, 3))]);
    for path in files(size) {
        let first = usize::try_from(path.index).unwrap() * 256;
        let bytes = match path.level {
            Some(_) => tile_bytes(&tree, &path).unwrap(),
            None => bundle(
                entries[first..first + usize::from(path.width)]
                    .iter()
                    .map(Vec::as_slice),
            )
            .unwrap(),
        };
        out.insert(path.to_string(), bytes);
    }
    (tree, out)
}

fn audit(files: &Files, earlier: &[&[u8]]) -> Report {
    verify(
        &|path: &str| files.get(path).cloned(),
        &policy(3, 2),
        earlier,
        |_, _| {},
    )
}

#[test]
fn good_logs_of_many_sizes() {
    for size in [0, 1, 2, 255, 256, 257, 600] {
        let (tree, files) = folder(size);
        let early = [0, size / 2, size].map(|s| note(&tree, s, 0));
        let report = audit(&files, &early.each_ref().map(Vec::as_slice));
        assert!(report.ok(), "size {size}: {:?}", report.findings);
        assert_eq!(
            report.entries.values().sum::<u64>(),
            size,
            "every entry is counted"
        );
        assert_eq!(
            report.checkpoint.unwrap().size,
            size,
            "the head is reported"
        );
        assert_eq!(
            report.quorum.unwrap().members.len(),
            3,
            "three organisations are named"
        );
    }
    assert_eq!(
        folder(0).0.root(),
        empty_root(),
        "the empty log has the empty root"
    );
}

#[test]
fn entries_are_handed_out_in_order() {
    let (_, files) = folder(300);
    let mut seen = Vec::new();
    verify(
        &|path: &str| files.get(path).cloned(),
        &policy(3, 2),
        &[],
        |index, entry| seen.push((index, entry.time)),
    );
    assert_eq!(
        seen,
        (0..300).map(|n| (n, n as i64)).collect::<Vec<_>>(),
        "index and entry, in order"
    );
}

#[test]
fn damage_anywhere_is_found() {
    let (_, files) = folder(300);
    for (path, bytes) in &files {
        let mut gone = files.clone();
        gone.remove(path);
        assert!(
            audit(&gone, &[])
                .findings
                .contains(&Finding::Missing(path.clone())),
            "{path} is missed"
        );
        for at in [0, bytes.len() / 2, bytes.len() - 1] {
            let mut bad = files.clone();
            bad.get_mut(path).unwrap()[at] ^= 1;
            assert!(!audit(&bad, &[]).ok(), "{path} byte {at} changed");
        }
        let mut long = files.clone();
        long.get_mut(path).unwrap().push(0);
        assert!(!audit(&long, &[]).ok(), "{path} with a byte more");
    }
}

#[test]
fn a_full_file_stands_for_a_partial_one() {
    let (_, mut files) = folder(300);
    let (_, larger) = folder(512);
    for (partial, full) in [
        ("tile/0/001.p/44", "tile/0/001"),
        ("tile/entries/001.p/44", "tile/entries/001"),
    ] {
        assert!(files.remove(partial).is_some(), "{partial} was there");
        files.insert(full.to_owned(), larger[full].clone());
    }
    let report = audit(&files, &[]);
    assert!(
        report.ok(),
        "logs may delete partial files once full: {:?}",
        report.findings
    );
    assert_eq!(
        report.entries.values().sum::<u64>(),
        300,
        "only the signed entries count"
    );
}

#[test]
fn p16_p17_rollback_and_fork_against_an_earlier_checkpoint() {
    let (long, _) = folder(300);
    let (_, short) = folder(200);
    let kept = note(&long, 250, 3);
    assert_eq!(
        audit(&short, &[&kept]).findings,
        [Finding::NotExtending { size: 250 }],
        "a log that went back"
    );
    let forked = Tree::from_leaves((0..100u64).map(|n| leaf_hash(&n.to_le_bytes())));
    let other = note(&forked, 100, 3);
    assert_eq!(
        audit(&short, &[&other]).findings,
        [Finding::NotExtending { size: 100 }],
        "a log with another past"
    );
}

#[test]
fn too_few_witnesses_and_foreign_entries() {
    let (tree, mut files) = folder(10);
    files.insert("checkpoint".to_owned(), note(&tree, 10, 1));
    let wanted = Finding::Signatures(LogError::NotEnoughCosignatures { have: 1, need: 2 });
    assert_eq!(
        audit(&files, &[]).findings,
        [wanted],
        "one organisation is not two"
    );
    let odd = Tree::from_leaves([leaf_hash(b"odd")]);
    let files = Files::from([
        ("checkpoint".to_owned(), note(&odd, 1, 3)),
        (
            "tile/entries/000.p/1".to_owned(),
            bundle([&b"odd"[..]]).unwrap(),
        ),
        ("tile/0/000.p/1".to_owned(), odd.root().to_vec()),
    ]);
    let report = audit(&files, &[]);
    assert_eq!(
        report.findings,
        [Finding::BadEntry {
            index: 0,
            error: LogError::Malformed("log entry")
        }],
        "entries must be readable"
    );
}

#[test]
fn a_boastful_checkpoint_costs_nothing() {
    let signed = Checkpoint::new("log.example", (1 << 62) + 5, [1; 32])
        .sign(&log_key())
        .unwrap();
    let files = Files::from([("checkpoint".to_owned(), signed.to_text().into_bytes())]);
    let report = audit(&files, &[]);
    assert!(
        report
            .findings
            .contains(&Finding::Missing("tile/entries/000".to_owned())),
        "it stops at the first missing bundle"
    );
}

#[test]
fn p32_a_log_of_nothing_but_rubbish_has_a_short_list() {
    let size = 1280u64;
    let mut files = folder(size).1;
    for path in files.keys().cloned().collect::<Vec<_>>() {
        if path.starts_with("tile/entries") {
            let rubbish = bundle((0..256).map(|_| &b"x"[..])).unwrap();
            files.insert(path, rubbish);
        }
    }
    let report = audit(&files, &[]);
    assert_eq!(
        report.findings.len(),
        MAX_FINDINGS,
        "more than {MAX_FINDINGS} things are wrong; the list is bounded"
    );
}

#[test]
fn p32_a_bundle_of_the_longest_entries_is_read_and_a_longer_file_is_not() {
    let path = TilePath {
        level: None,
        index: 0,
        width: TILE_WIDTH,
    };
    for (len, taken) in [(256 * 65_537, true), (256 * 65_537 + 1, false)] {
        let reader = |_: &str| Some(vec![0; len]);
        assert_eq!(
            fetch(&reader, &path).is_some(),
            taken,
            "256 entries of 65,535 bytes with their lengths, and no more: {len}"
        );
    }
}
