//! The disk fills up at many points: a typed error, nothing acknowledged is lost, and the register works again with room.

use crate::child::{Acked, check, go_on, start};
use std::ffi::OsStr;
use ugnay_crash::{heard, shim};
use ugnay_register::{Presence, Register};

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let mut early = 0;
    let mut late = 0;
    for budget in (0..26).map(|n| n * 37_000 + n * n * 1_111) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("it is there");
        let bytes = budget.to_string();
        let env = [
            ("WATCH", root.as_os_str()),
            ("LD_PRELOAD", shim().as_os_str()),
            ("BUDGET", OsStr::new(&bytes)),
        ];
        let dir = root.join("reg");
        let out = start(&dir, 7, 10_000, &env)
            .wait_with_output()
            .expect("it ends");
        assert!(
            out.status.success(),
            "with {budget} bytes the child ends by itself, with a typed error"
        );
        let acked: Acked = heard(out.stdout.as_slice());
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
