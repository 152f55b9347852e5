//! A saved file is whole, its owner's alone, and replaces nothing.

use super::*;

#[test]
fn a_second_file_does_not_replace_the_first() {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("Ugnay");
    let first = save(&folder, "sheet", b"one").expect("saved");
    let second = save(&folder, "sheet", b"two").expect("saved");
    assert_eq!(
        first.name, "ugnay-sheet.pdf",
        "the name says the kind alone"
    );
    assert_eq!(second.name, "ugnay-sheet-2.pdf", "the first stays");
    let read = |name: &str| fs::read(folder.join(name)).expect("a file");
    assert_eq!(read(&first.name), b"one", "what was there is as it was");
    assert_eq!(read(&second.name), b"two", "what was written is there");
    assert_eq!(
        fs::read_dir(&folder).expect("a folder").count(),
        2,
        "nothing temporary beside them"
    );
}

#[cfg(unix)]
#[test]
fn a_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().expect("a folder");
    let saved = save(dir.path(), "sheet", b"words").expect("saved");
    let mode = fs::metadata(dir.path().join(saved.name))
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(
        mode & 0o777,
        0o600,
        "other accounts of the machine do not read the words"
    );
}

#[test]
fn where_nothing_can_be_written_it_is_said() {
    let dir = tempfile::tempdir().expect("a folder");
    let taken = dir.path().join("file");
    fs::write(&taken, b"").expect("a file");
    let refused = save(&taken, "sheet", b"words").expect_err("no folder");
    assert_eq!(
        refused.code,
        ErrorCode::Disk,
        "no success that did not happen"
    );
}
