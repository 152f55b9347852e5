//! What survives in a vault: kills and power cuts. A child process writes several values at once and acknowledges; what
//! it acknowledged must be there, and nothing half.
#![cfg(target_os = "linux")]

mod child;

use child::{Acked, check, start};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use std::sync::LazyLock;
use ugnay_crash::{Disk, Hear as _, Run, kill_after};

const STEPS: u32 = 40;
const CUTS: usize = 150;
const KILLS: u64 = 25;

static RUN: LazyLock<Run> =
    LazyLock::new(|| Run::of(|root, env| start(&root.join("vault"), STEPS, env)));

fn disk(n: usize) -> Disk<Acked> {
    RUN.disk(n)
}

#[test]
fn p36_every_acknowledged_write_survives_a_power_cut() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut at_work = 0;
    for _ in 0..CUTS {
        let n = rng.next_u32() as usize % (RUN.operations() + 1);
        let disk = disk(n);
        let left = tempfile::tempdir().expect("a temporary folder");
        disk.after_cut(left.path(), &mut rng);
        check(&left.path().join("vault"), disk.acked);
        at_work += usize::from(disk.acked.steps > 0);
    }
    assert!(at_work > CUTS / 3, "many cuts fall into the work");
    let all = disk(usize::MAX).acked.steps;
    assert_eq!(all, STEPS, "the run had all its steps");
}

#[test]
fn every_acknowledged_write_survives_a_kill_at_every_operation() {
    for n in (0..=RUN.operations()).step_by(3) {
        let disk = disk(n);
        let left = tempfile::tempdir().expect("a temporary folder");
        disk.after_kill(left.path());
        check(&left.path().join("vault"), disk.acked);
    }
}

#[test]
fn every_acknowledged_write_survives_kill_9() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dir = folder.path().join("vault");
    let mut rng = ChaCha20Rng::seed_from_u64(20_261_122);
    let mut acked = Acked::default();
    for _ in 0..KILLS {
        let child = start(&dir, u32::MAX / 2, &[]);
        let (lines, turns) = (rng.next_u32() % 10, rng.next_u32() % 400_000);
        kill_after(child, lines, turns, |line| acked.hear(line));
        acked.steps = check(&dir, acked);
    }
    assert!(
        acked.steps > 20,
        "the children got work done between the kills"
    );
}

#[test]
fn a_disk_that_does_not_sync_is_noticed() {
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let lost = (0..10).filter(|_| {
        let disk = RUN.lying_disk::<Acked>(usize::MAX);
        let left = tempfile::tempdir().expect("a temporary folder");
        disk.after_cut(left.path(), &mut rng);
        let dir = left.path().join("vault");
        std::panic::catch_unwind(|| check(&dir, disk.acked)).is_err()
    });
    assert!(
        lost.count() > 5,
        "without syncs acknowledged writes are lost, and the check sees it"
    );
}
