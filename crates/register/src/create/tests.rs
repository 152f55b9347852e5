//! Making a register takes nothing that is there and leaves nothing when it fails.

use crate::testing::{KEY, NOW, new_register, register, rng};
use crate::{CreateError, Presence, Register};
use std::fs;

#[test]
fn an_occupied_folder_is_refused_and_left_alone() {
    let (dir, path, reg) = register();
    let make = |p: &std::path::Path| {
        Register::create_with_key(p, &KEY, &new_register(), NOW, &mut rng(2)).err()
    };
    assert_eq!(
        make(&path),
        Some(CreateError::Exists),
        "a register is not overwritten"
    );
    drop(reg);
    assert_eq!(make(&path), Some(CreateError::Exists), "nor when closed");
    let file = dir.path().join("file");
    fs::write(&file, b"mine").expect("writes");
    assert_eq!(make(&file), Some(CreateError::Exists), "nor is a file");
    assert_eq!(
        fs::read(&file).expect("reads"),
        b"mine",
        "which stays as it is"
    );
    let absent = dir.path().join("no/parent");
    assert!(
        make(&absent).is_some(),
        "a folder without a parent cannot be made"
    );
    let left: Vec<_> = fs::read_dir(dir.path()).expect("lists").flatten().collect();
    assert_eq!(left.len(), 2, "failed attempts leave nothing");
}

#[test]
fn an_empty_folder_is_taken_and_old_attempts_are_swept() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("reg");
    fs::create_dir(&path).expect("makes");
    let stale = dir.path().join(".reg.new-0123456789abcdef");
    fs::create_dir(&stale).expect("makes");
    fs::write(stale.join("register.db"), b"half").expect("writes");
    let other = dir.path().join(".reg2.new-0123456789abcdef");
    fs::create_dir(&other).expect("makes");
    Register::create_with_key(&path, &KEY, &new_register(), NOW, &mut rng(2)).expect("creates");
    assert_eq!(
        Register::peek(&path),
        Presence::Locked,
        "it stands in the empty folder"
    );
    assert!(!stale.exists(), "what a killed attempt left is gone");
    assert!(other.exists(), "another register's is not touched");
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_enter() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_dir, path, _reg) = register();
    let mode = fs::metadata(&path).expect("is there").permissions().mode();
    assert_eq!(mode & 0o077, 0, "others may not even list it");
}
