//! The demo register: everything to try is in it, and it never stands in the way of another.

use crate::dto::ErrorCode;
use crate::testing::{PASSPHRASE, bare};

#[test]
fn a_demo_register_has_people_and_a_drill_and_there_can_be_several() {
    let mut d = bare();
    let first = d.app.create_demo_register(PASSPHRASE).expect("a register");
    assert!(first.demo, "invented people are marked wherever they show");
    assert_eq!(first.persons, 612, "the whole sample is in it");
    let campaigns = d.app.campaigns().expect("campaigns");
    assert_eq!(campaigns.len(), 1, "one drill to try");
    assert!(
        campaigns[0].drill && campaigns[0].origin == "drill",
        "nobody is told, nobody is in danger"
    );
    assert!(campaigns[0].in_scope > 20, "with people to call");
    let second = d.app.create_demo_register(PASSPHRASE).expect("another one");
    assert_eq!(
        (first.id.as_str(), second.id.as_str()),
        ("demo-1", "demo-2"),
        "folders are told apart"
    );
    assert_ne!(first.label, second.label, "and so are their labels");
    let status = d.app.status();
    assert!(
        status.registers.len() == 2 && status.registers.iter().all(|r| r.demo),
        "the unlock screen shows both as demo"
    );
}

#[test]
fn a_weak_passphrase_leaves_nothing_behind() {
    let mut d = bare();
    let e = d.app.create_demo_register("short").expect_err("refused");
    assert_eq!(
        e.code,
        ErrorCode::WeakPassphrase,
        "a demo teaches no bad habit"
    );
    assert!(
        d.app.status().registers.is_empty(),
        "and no half register stays"
    );
}
