//! Power cuts and kills while a register turns from one epoch to the next, writes everything again and retires the old
//! one: registers of two devices and the buffer's database lie on one disk that is cut at the same instant (P36).
//!
//! The disk needs a shim in C, so this runs on Linux alone.
#![cfg(target_os = "linux")]

mod child;
mod world;

use crate::child::Acked;
use crate::world::{World, epoch, everybody, sync};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use ugnay_crash::{Disk, Run, start};

/// Instants tried of each kind.
const CUTS: usize = 12;

/// One run from nothing to the retired epoch.
static RUN: LazyLock<Run> = LazyLock::new(|| Run::of(|root, env| start("child::turn", root, env)));

/// The disk after the first `n` operations.
fn disk(n: usize) -> Disk<Acked> {
    RUN.disk(n)
}

/// Opens what is left and lets everybody exchange again.
fn check(left: &Path, acked: &Acked, whole: &Acked) {
    let mut w = World::again(left);
    for (app, saved) in [(&mut w.laptop, &acked.laptop), (&mut w.phone, &acked.phone)] {
        for id in saved {
            assert!(
                app.person(id).is_ok(),
                "what was saved here is here, before any exchange"
            );
        }
    }
    let now = epoch(&mut w.laptop);
    assert!(
        [&whole.old, &whole.new].contains(&&now),
        "the epoch is the old one or the new one, and nothing in between"
    );
    assert!(
        acked.new.is_empty() || now == acked.new,
        "an exchange that was done stays done"
    );
    sync(&mut w.laptop);
    if acked.asked {
        assert_ne!(
            epoch(&mut w.laptop),
            whole.old,
            "the next exchange completes what was begun"
        );
    }
    for _ in 0..2 {
        w.cosign();
        sync(&mut w.phone);
        sync(&mut w.laptop);
    }
    assert_eq!(
        epoch(&mut w.laptop),
        epoch(&mut w.phone),
        "both devices are in one epoch"
    );
    let all = everybody(&mut w.laptop);
    assert_eq!(all, everybody(&mut w.phone), "with the same people");
    let saved: BTreeSet<_> = acked.laptop.union(&acked.phone).cloned().collect();
    assert!(
        all.is_superset(&saved),
        "and nobody who was saved is missing"
    );
}

/// Instants from when the register stood ready to the end of the run.
fn instants(seed: u64) -> impl Iterator<Item = (usize, ChaCha20Rng)> {
    let end = RUN.operations();
    let ready = (0..end).step_by(16).find(|n| disk(*n).acked.ready);
    let ready = ready.expect("the run got ready");
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    (0..CUTS).map(move |i| {
        // One in each stretch, so that every phase is met.
        let (from, to) = (stretch(ready, end, i), stretch(ready, end, i + 1));
        let n = from + rng.next_u32() as usize % (to - from).max(1);
        (n, ChaCha20Rng::seed_from_u64(seed ^ n as u64))
    })
}

fn stretch(ready: usize, end: usize, i: usize) -> usize {
    ready + (end - ready) * i / CUTS
}

#[test]
fn p36_a_power_cut_while_the_epoch_turns_is_rewritten_and_retired_loses_nothing() {
    let whole = disk(usize::MAX).acked;
    assert!(whole.retired, "the run went through to the retired epoch");
    for (n, mut rng) in instants(1) {
        let (disk, left) = (disk(n), tempfile::tempdir().expect("a temporary folder"));
        disk.after_cut(left.path(), &mut rng);
        check(left.path(), &disk.acked, &whole);
    }
}

#[test]
fn p36_a_kill_while_the_epoch_turns_is_rewritten_and_retired_loses_nothing() {
    let whole = disk(usize::MAX).acked;
    for (n, _) in instants(2) {
        let (disk, left) = (disk(n), tempfile::tempdir().expect("a temporary folder"));
        disk.after_kill(left.path());
        check(left.path(), &disk.acked, &whole);
    }
}
