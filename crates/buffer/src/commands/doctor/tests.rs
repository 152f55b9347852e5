//! Every fault is named; one does not hide the next.
#[cfg(feature = "tls")]
use super::super::CONFIG_FILE;
use super::super::init;
use super::*;
use crate::store::sqlite::FILE;
use rusqlite::Connection;
use ugnay_wire::Fed;

async fn failures(dir: &Path) -> Vec<String> {
    let found = doctor(dir, None).await.expect("looks");
    found
        .into_iter()
        .filter(|f| f.level != Level::Good)
        .map(|f| f.to_string())
        .collect()
}

#[tokio::test]
async fn loose_rows_are_counted_by_what_they_are() {
    let dir = tempfile::tempdir().expect("folder");
    init(dir.path(), "buffer.example/log", &Fed([7; 16]), &[9; 32]).expect("made");
    assert_eq!(failures(dir.path()).await, [""; 0], "a new one is in order");
    let conn = Connection::open(dir.path().join(FILE)).expect("opens");
    conn.execute_batch(
        "PRAGMA foreign_keys = OFF;
         INSERT INTO blobs (pseud, name, seq, kind, sha256, len, bytes)
           VALUES (zeroblob(16), zeroblob(16), 1, 5,
                   x'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 1, x'00');
         INSERT INTO bundles (seq, pseud, name, len) VALUES (9, x'01010101010101010101010101010101', zeroblob(16), 1);
         INSERT INTO box_messages (topic, seq, sha256, day, bytes) VALUES (zeroblob(16), 1, zeroblob(32), 1, x'00');
         INSERT INTO log_bodies (idx, body) VALUES (7, x'00');
         INSERT INTO trash (pseud, name, seq, kind, sha256, purge_after, bytes)
           VALUES (x'02020202020202020202020202020202', zeroblob(16), 1, 1, zeroblob(32), 1, x'00');",
    )
    .expect("writes");
    let found = failures(dir.path()).await.join("\n");
    for what in [
        "database: the database is damaged",
        "1 blobs of no register",
        "1 bundles that are not listed",
        "1 listed bundles without a blob",
        "1 bundles past the counter",
        "1 messages of no box",
        "1 bodies of no log entry",
        "1 deleted blobs of no register",
    ] {
        assert!(found.contains(what), "{what} is not in:\n{found}");
    }
}

#[tokio::test]
async fn a_changed_log_is_a_failure() {
    let dir = tempfile::tempdir().expect("folder");
    init(dir.path(), "buffer.example/log", &Fed([7; 16]), &[9; 32]).expect("made");
    let config = load(dir.path(), None).expect("loads");
    let store = open_store(config.database.clone()).await.expect("opens");
    let entry = |n: u8| {
        let entry = ugnay_log::Entry {
            kind: ugnay_log::EntryType::Statement,
            time: 1_800_000_000,
            author: [1; 32],
            commit: [n; 32],
            public: vec![n],
        };
        entry.encode().expect("encodes")
    };
    for n in 0..3 {
        store.log_append(entry(n), vec![]).await.expect("appends");
    }
    let log = Publisher::open(
        Arc::clone(&store),
        config.log_key,
        config.witnesses,
        config.clock,
    );
    log.await
        .expect("opens")
        .publish()
        .await
        .expect("publishes");
    let found = doctor(dir.path(), None).await.expect("looks");
    assert!(
        found
            .iter()
            .any(|f| f.text.starts_with("log: 3 entries, 1 checkpoints")),
        "the log was looked at: {found:?}"
    );
    let clock = found.iter().find(|f| f.text.starts_with("clock"));
    let behind = crate::Clock::system().now() < 1_800_000_000 - CLOCK;
    assert_eq!(
        clock.map(|f| f.level == Level::Failure),
        Some(behind),
        "the clock is held against the newest entry"
    );
    drop(store);
    let conn = Connection::open(dir.path().join(FILE)).expect("opens");
    conn.execute(
        "UPDATE log_entries SET entry = ?1 WHERE idx = 1",
        [entry(9)],
    )
    .expect("writes");
    let found = failures(dir.path()).await.join("\n");
    assert!(found.contains("log: "), "the past was changed: {found}");
    conn.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM log_entries WHERE idx = 2;")
        .expect("writes");
    let found = failures(dir.path()).await.join("\n");
    assert!(
        found.contains("1 log entries that are missing"),
        "an entry is gone: {found}"
    );
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn a_certificate_near_its_end_is_a_word() {
    use rcgen::{CertificateParams, KeyPair, date_time_ymd};
    let dir = tempfile::tempdir().expect("folder");
    init(dir.path(), "buffer.example/log", &Fed([7; 16]), &[9; 32]).expect("made");
    let path = dir.path().join(CONFIG_FILE);
    let text = fs::read_to_string(&path).expect("reads");
    let (own, key) = (dir.path().join("own.pem"), dir.path().join("own.key"));
    let files = format!(
        "tls_certificate = \"{}\"\ntls_key = \"{}\"\n{text}",
        own.display(),
        key.display()
    );
    fs::write(&path, files).expect("writes");
    for (year, level) in [(2001, Level::Failure), (2999, Level::Good)] {
        let mut params = CertificateParams::new(["buffer.example".to_owned()]).expect("made");
        params.not_before = date_time_ymd(2000, 1, 1);
        params.not_after = date_time_ymd(year, 1, 1);
        let pair = KeyPair::generate().expect("a key");
        let made = params.self_signed(&pair).expect("made");
        fs::write(&own, made.pem()).expect("writes");
        fs::write(&key, pair.serialize_pem()).expect("writes");
        let found = doctor(dir.path(), None).await.expect("looks");
        let certificate = found.iter().find(|f| f.text.starts_with("certificate"));
        assert_eq!(certificate.map(|f| f.level), Some(level), "{found:?}");
    }
}
