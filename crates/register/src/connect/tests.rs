//! The build has a cipher, SQLite is new enough, and the settings hold on every connection.

use super::{MIN_SQLITE, connect};
use crate::OpenError;
use crate::testing::{KEY, register};

#[test]
fn the_build_is_what_it_must_be() {
    assert!(rusqlite::version_number() >= MIN_SQLITE, "no WAL-reset bug");
    let (_dir, _path, reg) = register();
    let text = |sql: &str| -> String {
        reg.conn
            .query_row(sql, [], |r| r.get(0))
            .expect("the pragma answers")
    };
    assert!(
        text("PRAGMA cipher_version").starts_with("4."),
        "SQLCipher 4"
    );
    assert_eq!(
        text("PRAGMA cipher_settings"),
        "PRAGMA kdf_iter = 256000;",
        "its defaults"
    );
    println!(
        "SQLCipher {}, provider {} {}",
        text("PRAGMA cipher_version"),
        text("PRAGMA cipher_provider"),
        text("PRAGMA cipher_provider_version")
    );
}

#[test]
fn settings_hold_on_every_connection() {
    let (_dir, path, reg) = register();
    drop(reg);
    let conn = connect(&path.join("register.db"), &KEY, false).expect("opens");
    let number = |sql: &str| -> i64 {
        conn.query_row(sql, [], |r| r.get(0))
            .expect("the pragma answers")
    };
    for (pragma, value) in [
        ("synchronous", 2),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ] {
        assert_eq!(number(&format!("PRAGMA {pragma}")), value, "{pragma}");
    }
    let mode: String = conn
        .query_row("PRAGMA locking_mode", [], |r| r.get(0))
        .expect("the pragma answers");
    assert_eq!(mode, "exclusive", "nobody else opens it");
    assert!(
        !path.join("register.db-shm").exists(),
        "the index of the log is in memory"
    );
}

#[test]
fn another_key_does_not_open() {
    let (_dir, path, reg) = register();
    drop(reg);
    let other = connect(&path.join("register.db"), &[8; 32], false).err();
    assert_eq!(
        other,
        Some(OpenError::Damaged { aside: None }),
        "it is noise under another key"
    );
}
