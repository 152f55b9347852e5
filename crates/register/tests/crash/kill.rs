//! Kill -9 at random points, forty times over the same register.

use crate::child::{Acked, check, go_on, start};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use ugnay_crash::{Hear as _, kill_after};

const KILLS: u64 = 40;

#[test]
fn every_acknowledged_write_survives_kill_9() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dir = folder.path().join("reg");
    let mut rng = ChaCha20Rng::seed_from_u64(20_261_122);
    let mut acked = Acked::default();
    for round in 0..KILLS {
        let child = start(&dir, round, u32::MAX / 2, &[]);
        let (lines, turns) = (rng.next_u32() % 12, rng.next_u32() % 400_000);
        kill_after(child, lines, turns, |line| acked.hear(line));
        if acked.created || dir.exists() {
            let reg = check(&dir, acked);
            let done = reg
                .count(&ugnay_register::Filter::default())
                .expect("counts");
            acked.steps = u32::try_from(done).expect("few");
            acked.changes = acked.changes.max(changes_of(&dir, reg));
        }
    }
    assert!(
        acked.steps > 40,
        "the children got work done between the kills"
    );
    go_on(check(&dir, acked));
}

/// After a kill within a change of the passphrase either holds; what was found counts from now on.
fn changes_of(dir: &std::path::Path, reg: ugnay_register::Register) -> u32 {
    drop(reg);
    crate::child::changes(dir)
}
