//! What survives in a vault: kills and power cuts. A child process writes several values at once and acknowledges; what
//! it acknowledged must be there, and nothing half. The made-up disk is the one that registers are tested with.
#![cfg(target_os = "linux")]

mod child;
#[path = "../../../safe/tests/disk/disk.rs"]
mod disk;

use child::{Acked, check, start};
use disk::{Disk, Op, operations, shim};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::sync::LazyLock;

const STEPS: u32 = 40;
const CUTS: usize = 150;
const KILLS: u64 = 25;

static RUN: LazyLock<(String, Vec<Op>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("watched");
    std::fs::create_dir(&root).expect("a fresh folder");
    let root = root.canonicalize().expect("it is there");
    let log = folder.path().join("oplog");
    let text = |p: &Path| p.to_str().expect("paths here are text").to_owned();
    let (watch, oplog, preload) = (text(&root), text(&log), text(shim()));
    let env = [
        ("WATCH", watch.as_str()),
        ("OPLOG", oplog.as_str()),
        ("LD_PRELOAD", preload.as_str()),
    ];
    let out = start(&root.join("vault"), STEPS, &env)
        .wait_with_output()
        .expect("it ends");
    assert!(out.status.success(), "the child did all its steps");
    (watch, operations(&log))
});

fn disk(n: usize, lies: bool) -> Disk {
    let mut disk = Disk::default();
    disk.lies = lies;
    RUN.1.iter().take(n).for_each(|op| disk.happen(op));
    disk
}

#[test]
fn p36_every_acknowledged_write_survives_a_power_cut() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut at_work = 0;
    for _ in 0..CUTS {
        let n = rng.next_u32() as usize % (RUN.1.len() + 1);
        let disk = disk(n, false);
        let left = tempfile::tempdir().expect("a temporary folder");
        disk.after_cut(&RUN.0, left.path(), &mut rng);
        check(&left.path().join("vault"), disk.acked);
        at_work += usize::from(disk.acked.steps > 0);
    }
    assert!(at_work > CUTS / 3, "many cuts fall into the work");
    let all = disk(usize::MAX, false).acked.steps;
    assert_eq!(all, STEPS, "the run had all its steps");
}

#[test]
fn every_acknowledged_write_survives_a_kill_at_every_operation() {
    for n in (0..=RUN.1.len()).step_by(3) {
        let disk = disk(n, false);
        let left = tempfile::tempdir().expect("a temporary folder");
        disk.after_kill(&RUN.0, left.path());
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
        let mut child = start(&dir, u32::MAX / 2, &[]);
        let out = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut lines = out.lines().map_while(Result::ok);
        let quota = rng.next_u32() % 10;
        for line in lines.by_ref().take(quota as usize) {
            acked.hear(&line);
        }
        for _ in 0..rng.next_u32() % 400_000 {
            std::hint::spin_loop();
        }
        child.kill().expect("it still runs");
        child.wait().expect("it is gone");
        lines.for_each(|line| acked.hear(&line));
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
        let disk = disk(usize::MAX, true);
        let left = tempfile::tempdir().expect("a temporary folder");
        disk.after_cut(&RUN.0, left.path(), &mut rng);
        let dir = left.path().join("vault");
        std::panic::catch_unwind(|| check(&dir, disk.acked)).is_err()
    });
    assert!(
        lost.count() > 5,
        "without syncs acknowledged writes are lost, and the check sees it"
    );
}
