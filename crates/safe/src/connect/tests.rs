//! The build has a cipher, SQLite is new enough, and the settings hold on every connection.

use super::{MIN_SQLITE, connect};
use crate::OpenError;
use rusqlite::Connection;
use std::path::PathBuf;
use tempfile::TempDir;

const KEY: [u8; 32] = [7; 32];

/// A database with something in it.
fn database() -> (TempDir, PathBuf, Connection) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("some.db");
    let conn = connect(&path, &KEY, true).expect("makes");
    conn.execute_batch("CREATE TABLE t (x ANY) STRICT; INSERT INTO t VALUES (1);")
        .expect("writes");
    (dir, path, conn)
}

#[test]
fn the_build_is_what_it_must_be() {
    assert!(rusqlite::version_number() >= MIN_SQLITE, "no WAL-reset bug");
    let (_dir, _path, conn) = database();
    let text = |sql: &str| -> String {
        conn.query_row(sql, [], |r| r.get(0))
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
    let (_dir, path, conn) = database();
    drop(conn);
    let conn = connect(&path, &KEY, false).expect("opens");
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
        !path.with_extension("db-shm").exists(),
        "the index of the log is in memory"
    );
}

#[test]
fn another_key_does_not_open() {
    let (_dir, path, conn) = database();
    drop(conn);
    let other = connect(&path, &[8; 32], false).err();
    assert_eq!(
        other,
        Some(OpenError::Damaged { aside: None }),
        "it is noise under another key"
    );
}

/// How often the text stands in this process's writable memory; given inverted, so as not to find itself.
#[cfg(target_os = "linux")]
fn in_memory(inverted: &[u8]) -> usize {
    use std::io::{Read as _, Seek as _, SeekFrom};
    let maps = std::fs::read_to_string("/proc/self/maps").expect("the system tells");
    let mut memory = std::fs::File::open("/proc/self/mem").expect("the system tells");
    let mut part = zeroize::Zeroizing::new(vec![0; 1 << 20]);
    let mut hits = 0;
    for line in maps.lines().filter(|l| l.contains(" rw-p ")) {
        let (start, rest) = line.split_once('-').expect("a range");
        let end = rest.split(' ').next().expect("a range");
        let [mut at, end] = [start, end].map(|n| u64::from_str_radix(n, 16).expect("a number"));
        while at < end && memory.seek(SeekFrom::Start(at)).is_ok() {
            let want = usize::try_from((end - at).min(1 << 20)).expect("a megabyte");
            let Ok(n @ 1..) = memory.read(&mut part[..want]) else {
                break;
            };
            let same = |w: &[u8]| w.iter().zip(inverted).all(|(a, b)| *a == !b);
            hits += part[..n]
                .windows(inverted.len())
                .filter(|w| same(w))
                .count();
            // Else the window itself would be found when its own place is read.
            part.fill(0);
            at += n as u64;
        }
    }
    hits
}

#[cfg(target_os = "linux")]
#[test]
fn the_text_of_the_key_does_not_stay_in_memory() {
    // A key of its own, so that tests beside this one do not count.
    let key: [u8; 32] = core::array::from_fn(|i| (i as u8).wrapping_mul(37) ^ 0xC5);
    let digit = |n: u8| !(b"0123456789abcdef"[usize::from(n)]);
    let inverted: Vec<u8> = key[8..20]
        .iter()
        .flat_map(|b| [digit(b >> 4), digit(b & 15)])
        .collect();
    let dir = tempfile::tempdir().expect("a temporary folder");
    let conn = connect(&dir.path().join("db"), &key, true).expect("makes");
    assert_eq!(in_memory(&inverted), 0, "nothing of it while open");
    drop(conn);
    assert_eq!(in_memory(&inverted), 0, "nor once closed");
    let text = super::key_pragma("key", &key);
    assert!(
        in_memory(&inverted) > 0,
        "where it stands, the search finds it"
    );
    drop(text);
    assert_eq!(in_memory(&inverted), 0, "and its own copy is wiped");
}
