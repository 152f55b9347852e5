//! Kill -9 at random points, forty times over the same register.

use crate::child::{Acked, check, go_on, start};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use std::io::{BufRead as _, BufReader};

const KILLS: u64 = 40;

#[test]
fn every_acknowledged_write_survives_kill_9() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dir = folder.path().join("reg");
    let mut rng = ChaCha20Rng::seed_from_u64(20_261_122);
    let mut acked = Acked::default();
    for round in 0..KILLS {
        let mut child = start(&dir, round, u32::MAX / 2, &[]);
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let quota = rng.next_u32() % 12;
        // The child goes on while the parent turns: the kill falls anywhere within the next step.
        let turns = rng.next_u32() % 400_000;
        let mut heard = 0;
        let mut lines = lines.map_while(Result::ok);
        while heard < quota {
            let Some(line) = lines.next() else { break };
            acked.hear(&line);
            heard += u32::from(line.starts_with("step") || line.starts_with("ack"));
        }
        for _ in 0..turns {
            std::hint::spin_loop();
        }
        child.kill().expect("it still runs");
        child.wait().expect("it is gone");
        // What it had said before it died counts too.
        lines.for_each(|line| acked.hear(&line));
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
