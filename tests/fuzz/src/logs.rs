//! The log's text formats, entries, proofs and paths.

use crate::Target;
use ugnay_log::*;

fn again<T>(bytes: &[u8], parse: impl Fn(&[u8]) -> Option<T>, write: impl Fn(&T) -> Vec<u8>) {
    if let Some(parsed) = parse(bytes) {
        assert_eq!(write(&parsed), bytes, "one encoding of one value");
    }
}

fn text(bytes: &[u8]) -> Option<&str> {
    core::str::from_utf8(bytes).ok()
}

fn note(b: &[u8]) {
    again(b, |b| Note::parse(b).ok(), |n| n.to_text().into_bytes());
}

fn signature_line(b: &[u8]) {
    let parse = |b: &[u8]| NoteSignature::parse(text(b)?).ok();
    again(b, parse, |s| s.to_line().trim_end_matches('\n').into());
}

fn checkpoint(b: &[u8]) {
    let parse = |b: &[u8]| Checkpoint::parse(text(b)?).ok();
    again(b, parse, |c| c.to_text().into_bytes());
}

fn signed_checkpoint(b: &[u8]) {
    let parse = |b: &[u8]| SignedCheckpoint::parse(b).ok();
    again(b, parse, |c| c.to_text().into_bytes());
}

fn keys(b: &[u8]) {
    let Some(text) = text(b) else { return };
    if let Ok(key) = VerifierKey::parse(text) {
        assert_eq!(key.to_vkey(), text, "one encoding of one key");
    }
    let _ = SignerKey::parse(text);
}

/// A policy may be written with comments and spaces; what it means must survive its own writing.
fn policy(b: &[u8]) {
    let Ok(policy) = Policy::parse(b) else { return };
    let written = policy.to_text();
    let read = Policy::parse(written.as_bytes()).map(|p| p.to_text());
    assert_eq!(read, Ok(written), "a written policy reads as itself");
    assert!(
        policy.need() <= policy.witnesses().count(),
        "a quorum can be met or is refused"
    );
}

fn tlog_proof(b: &[u8]) {
    again(
        b,
        |b| TlogProof::parse(b).ok(),
        |p| p.to_text().into_bytes(),
    );
}

fn add_checkpoint(b: &[u8]) {
    again(
        b,
        |b| AddCheckpoint::parse(b).ok(),
        |r| r.to_text().into_bytes(),
    );
}

fn entry(b: &[u8]) {
    again(
        b,
        |b| Entry::decode(b).ok(),
        |e| e.encode().unwrap_or_default(),
    );
}

fn frontier(b: &[u8]) {
    again(b, |b| Frontier::from_bytes(b).ok(), Frontier::to_bytes);
}

/// What a device keeps of the log it follows.
fn follower(b: &[u8]) {
    let parse = |b: &[u8]| Follower::from_text(text(b)?).ok();
    again(b, parse, |f| f.to_text().into_bytes());
}

fn tile(b: &[u8]) {
    let Some((width, rest)) = b.split_first_chunk::<2>() else {
        return;
    };
    let width = u16::from_be_bytes(*width);
    if let Ok(hashes) = tiles::tile_hashes(rest, width) {
        assert_eq!(hashes.concat(), rest, "a tile is its hashes");
    }
    if let Ok(entries) = tiles::bundle_entries(rest, width) {
        let again = tiles::bundle(entries);
        assert_eq!(
            again.as_deref(),
            Ok(rest),
            "one encoding of one bundle of entries"
        );
    }
}

fn tile_path(b: &[u8]) {
    let parse = |b: &[u8]| tiles::TilePath::parse(text(b)?).ok();
    again(b, parse, |p| p.to_string().into_bytes());
}

/// Proofs of arbitrary numbers and hashes: refused, never a panic, and no forgery by luck.
fn proofs(b: &[u8]) {
    let Some((numbers, rest)) = b.split_first_chunk::<16>() else {
        return;
    };
    let (x, y) = numbers.split_at(8);
    let number = |part: &[u8]| part.iter().fold(0u64, |n, b| n << 8 | u64::from(*b));
    let hashes: Vec<Hash> = rest.as_chunks::<32>().0.to_vec();
    let leaf = leaf_hash(rest);
    let root = node_hash(&leaf, &leaf);
    let _ = verify_inclusion(number(x), number(y), &leaf, &hashes, &root);
    let _ = verify_consistency(number(x), &leaf, number(y), &root, &hashes);
}

fn key() -> SignerKey {
    SignerKey::from_seed("log.example.org/fuzz", KeyKind::Note, &[7; 32]).expect("a good name")
}

fn checkpoint_text() -> String {
    Checkpoint::new("log.example.org/fuzz", 3, leaf_hash(b"leaf")).to_text()
}

fn signed_text() -> Vec<u8> {
    let mut note = Note::new(&checkpoint_text()).expect("a note");
    note.sign(&key()).expect("signing");
    note.to_text().into_bytes()
}

fn entry_bytes() -> Vec<u8> {
    let entry = Entry {
        kind: EntryType::Request,
        time: 1_700_000_000,
        author: [3; 32],
        commit: [4; 32],
        public: b"public".to_vec(),
    };
    entry.encode().expect("a good entry")
}

fn proof_seed() -> Vec<u8> {
    let hash = |n: u8| leaf_hash(&[n]);
    let line = |h: Hash| h.to_vec();
    let mut out = vec![0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3];
    out.extend((0..3).flat_map(|n| line(hash(n))));
    out
}

fn policy_seed() -> Vec<u8> {
    let log = key().verifier().to_vkey();
    let witness = |n: u8| {
        let name = format!("w{n}.example.org");
        SignerKey::from_seed(&name, KeyKind::Cosignature, &[n; 32])
            .expect("a good name")
            .verifier()
            .to_vkey()
    };
    format!(
        "log {log}\nwitness w1 {}\nwitness w2 {}\ngroup g 2 w1 w2\nquorum g\n",
        witness(1),
        witness(2)
    )
    .into_bytes()
}

const fn target(name: &'static str, run: fn(&[u8]), seeds: fn() -> Vec<Vec<u8>>) -> Target {
    Target {
        name,
        run,
        seeds,
        slow: 1,
    }
}

pub const TARGETS: &[Target] = &[
    target("log_note", note, || vec![signed_text()]),
    target("log_signature_line", signature_line, || {
        let text = String::from_utf8(signed_text()).expect("text");
        vec![
            text.trim_end()
                .lines()
                .last()
                .unwrap_or_default()
                .as_bytes()
                .to_vec(),
        ]
    }),
    target("log_checkpoint", checkpoint, || {
        vec![checkpoint_text().into_bytes()]
    }),
    target("log_signed_checkpoint", signed_checkpoint, || {
        vec![signed_text()]
    }),
    target("log_keys", keys, || {
        vec![key().verifier().to_vkey().into_bytes()]
    }),
    target("log_policy", policy, || vec![policy_seed()]),
    target("log_tlog_proof", tlog_proof, || {
        let proof = String::from("c2sp.org/tlog-proof@v1\nindex 0\n");
        vec![[proof.as_bytes(), b"\n", &signed_text()].concat()]
    }),
    target("log_add_checkpoint", add_checkpoint, || {
        vec![[b"old 0\n\n".as_slice(), &signed_text()].concat()]
    }),
    target("log_entry", entry, || vec![entry_bytes()]),
    target("log_frontier", frontier, || {
        let mut f = Frontier::default();
        (0..5u8).for_each(|n| f.push(leaf_hash(&[n])));
        vec![f.to_bytes()]
    }),
    target("log_follower", follower, || {
        let vkey = key().verifier().to_vkey();
        vec![[vkey.as_bytes(), b"\n", &signed_text()].concat()]
    }),
    target("log_tile", tile, || {
        let entry = entry_bytes();
        let bundle = tiles::bundle([entry.as_slice(), &entry]).expect("short entries");
        vec![
            [&[0, 2][..], &bundle].concat(),
            [&[0, 2][..], &[9; 64]].concat(),
        ]
    }),
    target("log_tile_path", tile_path, || {
        vec![
            b"tile/0/x001/234.p/5".to_vec(),
            b"tile/entries/000".to_vec(),
        ]
    }),
    target("log_proofs", proofs, || vec![proof_seed()]),
];
