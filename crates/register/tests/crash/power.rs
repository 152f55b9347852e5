//! Power cuts after any operation the program asks of the disk, from making the register on; and a disk that lies,
//! to show that the simulation would notice a loss.

use crate::child::{Acked, check, go_on, start};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use std::path::Path;
use std::sync::LazyLock;
use ugnay_crash::{Disk, Run};
use ugnay_register::{Presence, Register};

const STEPS: u32 = 45;
const CUTS: usize = 220;

/// One run of the child under the shim, from nothing to the last step.
static RUN: LazyLock<Run> =
    LazyLock::new(|| Run::of(|root, env| start(&root.join("reg"), 7, STEPS, env)));

/// The disk after the first `n` operations.
fn disk(n: usize) -> Disk<Acked> {
    RUN.disk(n)
}

/// Checks what is left in `folder` against what was acknowledged; makes nothing of a register that never was.
fn check_left(folder: &Path, acked: Acked) {
    let dir = folder.join("reg");
    if Register::peek(&dir) == Presence::None {
        assert!(!acked.created, "an acknowledged register is there");
        assert!(!dir.exists(), "a register is there whole or not at all");
    } else {
        go_on(check(&dir, acked));
    }
}

#[test]
fn p36_every_acknowledged_write_survives_a_power_cut() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut with_register = 0;
    for _ in 0..CUTS {
        let n = rng.next_u32() as usize % (RUN.operations() + 1);
        let disk = disk(n);
        let left = tempfile::tempdir().expect("a temporary folder");
        disk.after_cut(left.path(), &mut rng);
        check_left(left.path(), disk.acked);
        with_register += usize::from(disk.acked.steps > 0);
    }
    assert!(with_register > CUTS / 3, "many cuts fall into the work");
    assert_eq!(
        disk(usize::MAX).acked.steps,
        STEPS,
        "the run had all its steps"
    );
}

#[test]
fn making_a_register_is_all_or_nothing_at_every_operation() {
    let mut rng = ChaCha20Rng::seed_from_u64(2);
    let made = (0..RUN.operations())
        .find(|n| disk(*n).acked.created)
        .expect("the register was made");
    for n in 0..=made {
        let disk = disk(n);
        for kill in [true, false] {
            let left = tempfile::tempdir().expect("a temporary folder");
            if kill {
                disk.after_kill(left.path());
            } else {
                disk.after_cut(left.path(), &mut rng);
            }
            check_left(left.path(), disk.acked);
        }
    }
}

#[test]
fn a_disk_that_does_not_sync_is_noticed() {
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let lost = (0..10).filter(|_| {
        let disk = RUN.lying_disk::<Acked>(usize::MAX);
        let left = tempfile::tempdir().expect("a temporary folder");
        disk.after_cut(left.path(), &mut rng);
        let folder = left.path().to_owned();
        std::panic::catch_unwind(|| check_left(&folder, disk.acked)).is_err()
    });
    assert!(
        lost.count() > 5,
        "without syncs acknowledged writes are lost, and the check sees it"
    );
}
