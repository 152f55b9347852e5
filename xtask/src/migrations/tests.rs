//! Folders in step and out of it.

use super::{Migrations, freeze, frozen, hash, numbering, parity};

fn migrations(paths: &[&str]) -> Migrations {
    paths
        .iter()
        .map(|path| ((*path).to_owned(), b"CREATE TABLE t (a) STRICT;".to_vec()))
        .collect()
}

#[test]
fn folders_in_step_pass() {
    let all = migrations(&[
        "register/0001_start.sql",
        "buffer-sqlite/0001_start.sql",
        "buffer-postgres/0001_start.sql",
    ]);
    assert_eq!(numbering(&all), [], "numbered from 0001");
    assert_eq!(parity(&all), [], "both databases know the same");
}

#[test]
fn numbers_must_run_without_a_gap() {
    for wrong in [
        "register/0002_start.sql",
        "register/1_start.sql",
        "register/0001_start.txt",
        "register/start.sql",
    ] {
        assert_eq!(
            numbering(&migrations(&[wrong])).len(),
            1,
            "{wrong} would be skipped or run twice"
        );
    }
    assert_eq!(
        numbering(&migrations(&["register/0001_a.sql", "register/0001_b.sql"])).len(),
        1,
        "two migrations of one number have no order"
    );
}

#[test]
fn the_two_databases_must_be_in_step() {
    let sqlite_only = migrations(&["buffer-sqlite/0001_start.sql"]);
    assert_eq!(
        parity(&sqlite_only).len(),
        1,
        "PostgreSQL would lack a table"
    );
    let renamed = migrations(&[
        "buffer-sqlite/0001_start.sql",
        "buffer-postgres/0001_begin.sql",
    ]);
    assert_eq!(
        parity(&renamed).len(),
        2,
        "the same number under two names is two migrations"
    );
}

#[test]
fn a_released_migration_may_not_change() {
    let all = migrations(&["register/0001_start.sql"]);
    let recorded = hash(b"CREATE TABLE t (a) STRICT;");
    assert_eq!(
        frozen(&all, &format!("{recorded}  register/0001_start.sql\n")),
        [],
        "unchanged since its release"
    );
    assert_eq!(frozen(&all, ""), [], "nothing has been released");
    let edited = format!(
        "{}  register/0001_start.sql\n",
        hash(b"CREATE TABLE t (b) STRICT;")
    );
    assert_eq!(
        frozen(&all, &edited).len(),
        1,
        "old databases already ran the other text"
    );
    let gone = format!("{recorded}  register/0002_more.sql\n");
    assert_eq!(
        frozen(&all, &gone).len(),
        1,
        "a released migration is needed for ever"
    );
    assert_eq!(
        frozen(&all, "nonsense\n").len(),
        1,
        "a record that cannot be read proves nothing"
    );
}

#[test]
fn freezing_records_what_the_check_then_holds() -> Result<(), Box<dyn std::error::Error>> {
    let root = tempfile::tempdir()?;
    for folder in super::FOLDERS {
        std::fs::create_dir_all(root.path().join("migrations").join(folder))?;
        std::fs::write(
            root.path()
                .join("migrations")
                .join(folder)
                .join("0001_start.sql"),
            "SELECT 1;",
        )?;
    }
    std::fs::create_dir_all(root.path().join("xtask"))?;
    std::fs::write(root.path().join(super::FROZEN), "")?;
    assert_eq!(freeze(root.path())?, [], "folders in step can be frozen");
    assert_eq!(
        super::check(root.path())?,
        [],
        "what was just frozen is unchanged"
    );
    std::fs::write(
        root.path().join("migrations/register/0001_start.sql"),
        "SELECT 2;",
    )?;
    assert_eq!(super::check(root.path())?.len(), 1, "the edit is seen");
    assert_eq!(
        freeze(root.path())?.len(),
        1,
        "an edited migration cannot be frozen over its record"
    );
    Ok(())
}
