//! What only the embedded backend has: its pragmas, quota and refusal of foreign files.
use super::*;
use tempfile::tempdir;

#[test]
fn settings_are_the_durable_ones() {
    let dir = tempdir().expect("folder");
    let store = SqliteStore::open(dir.path(), None).expect("opens");
    let conn = store.inner.writer.lock().expect("lock");
    let get = |p: &str| -> String {
        conn.query_row(&format!("PRAGMA {p}"), [], |r| {
            r.get::<_, rusqlite::types::Value>(0)
                .map(|v| format!("{v:?}"))
        })
        .expect("pragma")
    };
    assert_eq!(
        get("journal_mode"),
        "Text(\"wal\")",
        "readers must not block the writer"
    );
    assert_eq!(
        get("synchronous"),
        "Integer(2)",
        "FULL: an acknowledged write survives a power cut"
    );
    assert_eq!(
        get("secure_delete"),
        "Integer(1)",
        "an erased body must leave no remnant in the file"
    );
    assert_eq!(
        get("user_version"),
        format!("Integer({})", SQLITE.len()),
        "schema is current"
    );
}

#[test]
fn foreign_and_newer_files_are_refused_and_left_alone() {
    let dir = tempdir().expect("folder");
    std::fs::write(dir.path().join(FILE), vec![7u8; 8192]).expect("written");
    assert!(
        matches!(
            SqliteStore::open(dir.path(), None),
            Err(StoreError::Damaged(_))
        ),
        "noise is not a database"
    );
    assert_eq!(
        std::fs::read(dir.path().join(FILE)).expect("still there"),
        vec![7u8; 8192],
        "a file we cannot read may be the only copy of something"
    );

    let newer = tempdir().expect("folder");
    drop(SqliteStore::open(newer.path(), None).expect("opens"));
    let conn = Connection::open(newer.path().join(FILE)).expect("opens");
    conn.pragma_update(None, "user_version", 99).expect("set");
    drop(conn);
    assert!(
        matches!(
            SqliteStore::open(newer.path(), None),
            Err(StoreError::Damaged(_))
        ),
        "an older program must not write into a newer schema"
    );
}

#[tokio::test]
async fn a_changed_blob_is_found_by_the_check() {
    let dir = tempdir().expect("folder");
    let store = SqliteStore::open(dir.path(), None).expect("opens");
    let conn = Connection::open(dir.path().join(FILE)).expect("opens");
    conn.execute_batch(
        "INSERT INTO registers (pseud, write_cap, read_cap, seq)
             VALUES (zeroblob(16), zeroblob(32), zeroblob(32), 1);
         INSERT INTO blobs VALUES (zeroblob(16), zeroblob(16), 1, 1, zeroblob(32), 3, x'010203');",
    )
    .expect("inserts");
    assert!(
        matches!(store.check().await, Err(StoreError::Damaged(_))),
        "bytes that are not what was sent must not pass"
    );
}
