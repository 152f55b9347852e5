//! The log without its server: copied into a folder, verified from there, one entry proven by one file.

use crate::stage::Stage;
use std::fs;
use std::path::{Path, PathBuf};
use ugnay_app::federation::audit::{self, Source};
use ugnay_app::federation::{LogPolicy, copies};

fn policy(s: &Stage) -> LogPolicy {
    let genesis = s.founded.genesis.body();
    let log = genesis.log_key().expect("a key");
    genesis
        .roster
        .log_policy(&log, genesis.policy.quorum)
        .expect("a policy")
}

fn source(s: &Stage) -> Source {
    Source::buffer(s.client()).expect("the buffer answers")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            out.extend(files(&entry.path()));
        } else {
            out.push(entry.path());
        }
    }
    out
}

#[test]
fn a_copied_log_is_verified_without_the_server_and_any_change_is_found() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    s.desk_card();
    let (policy, stick) = (policy(&s), s.dir.path().join("stick"));
    let first = copies::mirror(&source(&s), &policy, &stick).expect("an honest log");
    assert!(first.size >= 3, "genesis, a root over heads, a card");
    s.desk_card();
    let more = copies::mirror(&source(&s), &policy, &stick).expect("it grew");
    assert!(more.size > first.size, "the copy is brought up to date");
    s.stop_buffer();
    let verdict = audit::judge(&Source::folder(&stick), &policy);
    assert_eq!(
        (verdict.ok, verdict.size, verdict.fault),
        (true, more.size, None),
        "the folder alone proves the log"
    );
    let newest = format!(".p/{}", more.size);
    let all = files(&stick);
    let read = all
        .iter()
        .filter(|f| f.ends_with("checkpoint") || f.to_string_lossy().contains(&newest));
    for file in read {
        let good = fs::read(file).expect("a file");
        let mut changed = good.clone();
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        for bad in [changed, good[..good.len() - 1].to_vec(), Vec::new()] {
            fs::write(file, bad).expect("a lie");
            assert!(
                !audit::judge(&Source::folder(&stick), &policy).ok,
                "a changed, cut or empty file is found: {}",
                file.display()
            );
        }
        fs::write(file, good).expect("the truth again");
    }
    assert!(
        audit::judge(&Source::folder(&stick), &policy).ok,
        "and nothing else was needed"
    );
}

#[test]
fn a_copy_is_not_overwritten_by_another_story() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    s.desk_card();
    let (policy, stick) = (policy(&s), s.dir.path().join("stick"));
    copies::mirror(&source(&s), &policy, &stick).expect("an honest log");
    let before = fs::read(stick.join("checkpoint")).expect("a checkpoint");
    // The same federation's log as it stood earlier, served again: a rollback.
    let early = s.dir.path().join("early");
    fs::create_dir_all(&early).expect("a folder");
    s.tamper(|db| {
        db.execute_batch(
            "DELETE FROM cosignatures WHERE size > 1; DELETE FROM checkpoints WHERE size > 1;
             DELETE FROM heads_roots WHERE idx > 0; DELETE FROM log_bodies WHERE idx > 0;
             DELETE FROM log_entries WHERE idx > 0; UPDATE counters SET value = 1 WHERE name = 'log'",
        )
        .expect("the lie is written");
    });
    let got = copies::mirror(&source(&s), &policy, &stick);
    assert!(
        got.is_err_and(|e| e.detail.is_some_and(|d| d.contains("earlier checkpoint"))),
        "a log that went back is told by the copy's own checkpoint"
    );
    assert_eq!(
        fs::read(stick.join("checkpoint")).ok(),
        Some(before),
        "which stays"
    );
}

#[test]
fn one_entry_is_proven_by_one_file() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    s.desk_card();
    let policy = policy(&s);
    let proof = copies::prove(&source(&s), &policy, 0).expect("the genesis is there");
    assert!(
        copies::prove(&source(&s), &policy, 99).is_err(),
        "there is no such entry"
    );
    s.stop_buffer();
    let proven = copies::check_proof(proof.as_bytes(), None, &policy).expect("a sound proof");
    assert_eq!(
        (proven.index, proven.kind.as_str()),
        (0, "genesis"),
        "the file says what it proves"
    );
    assert!(
        copies::check_proof(proof.as_bytes(), Some(b"another entry"), &policy).is_err(),
        "it proves nothing else"
    );
    for at in (0..proof.len()).step_by(11) {
        let mut changed = proof.clone().into_bytes();
        changed[at] ^= 1;
        let got = copies::check_proof(&changed, None, &policy);
        // A flipped bit in a cosignature that was not needed leaves a quorum; nothing else may pass.
        assert!(
            got.is_err() || got.is_ok_and(|p| p.index == 0 && p.kind == "genesis"),
            "a changed file proves the same entry or nothing"
        );
        assert!(
            copies::check_proof(&proof.as_bytes()[..at], None, &policy).is_err(),
            "a cut file proves nothing"
        );
    }
}
