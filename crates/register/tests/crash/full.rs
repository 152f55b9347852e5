//! The disk fills up at many points: a typed error, nothing acknowledged is lost, and the register works again with room.

use crate::child::{Acked, check, go_on, start};
use crate::disk::shim;
use std::path::Path;
use ugnay_register::{Presence, Register};

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let mut early = 0;
    let mut late = 0;
    for budget in (0..26).map(|n| n * 37_000 + n * n * 1_111) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("it is there");
        let text = |p: &Path| p.to_str().expect("paths here are text").to_owned();
        let (watch, preload, bytes) = (text(&root), text(shim()), budget.to_string());
        let env = [
            ("WATCH", watch.as_str()),
            ("LD_PRELOAD", preload.as_str()),
            ("BUDGET", bytes.as_str()),
        ];
        let dir = root.join("reg");
        let out = start(&dir, 7, 10_000, &env)
            .wait_with_output()
            .expect("it ends");
        assert!(
            out.status.success(),
            "with {budget} bytes the child ends by itself, with a typed error"
        );
        let mut acked = Acked::default();
        String::from_utf8_lossy(&out.stdout)
            .lines()
            .for_each(|line| acked.hear(line));
        assert!(
            acked.full,
            "with {budget} bytes it says that the disk is full"
        );
        if acked.created {
            go_on(check(&dir, acked));
            late += 1;
        } else {
            assert_eq!(
                Register::peek(&dir),
                Presence::None,
                "nothing half is left behind"
            );
            early += 1;
        }
    }
    assert!(
        early > 2 && late > 2,
        "it filled up while making and while working"
    );
}
