//! After leaving nothing on the disk opens with the passphrase; the last copy does not go by mistake.

use crate::dto::ErrorCode;
use crate::testing::{PASSPHRASE, bare, device};
use std::fs;

#[test]
fn the_last_copy_does_not_go_by_mistake() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    let e = d.app.leave(false).expect_err("nobody else can read it");
    assert_eq!(
        (e.code, e.detail.as_deref()),
        (ErrorCode::Refused, Some("last_reader")),
        "the officer is told that this is the only copy"
    );
    assert_eq!(d.persons(), 1, "and nothing was touched");
}

#[test]
fn afterwards_nothing_on_the_disk_opens_with_the_passphrase() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    let folder = d.dir.path().join("r");
    // Whoever copied names keeps names: second names of the same files show what lies on the disk afterwards.
    let mut other = bare();
    let kept = other.dir.path().join("kept");
    fs::create_dir(&kept).expect("a folder");
    let before = fs::read(folder.join("key")).expect("the wrapped key");
    for name in ["key", "register.db", "label"] {
        fs::hard_link(folder.join(name), kept.join(name)).expect("a second name");
    }
    let start = fs::read(kept.join("register.db")).expect("database")[..4096].to_vec();
    d.app.leave(true).expect("it goes");
    assert!(!folder.exists(), "the folder is gone, its label with it");
    let after = fs::read(kept.join("key")).expect("the same bytes on the disk");
    assert_eq!(after.len(), before.len(), "overwritten in place");
    let same = after.iter().zip(&before).filter(|(a, b)| a == b).count();
    assert!(
        same < before.len() / 8,
        "the wrapped key was overwritten, not only unlinked: {same} bytes are as before by chance"
    );
    assert_ne!(
        fs::read(kept.join("register.db")).expect("database")[..4096],
        start,
        "the database's salt is gone too"
    );
    assert!(
        !String::from_utf8_lossy(&fs::read(kept.join("label")).expect("label")).contains("Cuenca"),
        "and the name of the place"
    );
    let status = d.app.status();
    assert!(
        status.registers.is_empty() && status.session.is_none(),
        "the program looks as on its first day"
    );
    let e = other
        .app
        .unlock("kept", PASSPHRASE)
        .expect_err("nothing opens");
    assert_ne!(
        e.code,
        ErrorCode::Locked,
        "the right passphrase opens nothing that is left on the disk: {e:?}"
    );
    assert!(other.app.session_info().is_err(), "no register is open");
}
