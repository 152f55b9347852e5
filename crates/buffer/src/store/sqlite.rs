//! The embedded backend: one SQLite file in WAL mode, one writer, several readers.
//!
//! `synchronous=FULL`: an acknowledged batch must survive a power cut. The file is not
//! encrypted by us: all it holds is ciphertext, hashes, public keys and public log text.

mod boxes;
mod log;
mod registers;
mod succession;
pub(crate) mod tables;

use super::migrations::{Migration, SQLITE};
use super::tables::Digest;
use super::{
    Body, Fut, HeadsByRegister, HeadsRoot, Keep, Purged, Register, Store, StoreError, Succession,
    Which,
};
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use ugnay_wire::signing::sha256;
use ugnay_wire::{
    Ack, Batch, Blobs, BlobsGet, BoxPage, BundlePage, ChangesPage, Hash, Name, Pseud, Topic,
};

/// Name of the database file in the data folder.
pub const FILE: &str = "buffer.sqlite";
/// SQLite before this has a bug that can lose a WAL (fixed in 3.51.3).
const MIN_SQLITE: i32 = 3_051_003;
/// Readers kept open for the next request.
const IDLE_READERS: usize = 4;

/// The store in one file.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    // Closed before the writer: whoever closes last empties the log file, and a reader cannot.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
}

impl SqliteStore {
    /// Opens or makes `dir/buffer.sqlite` and brings its schema up to date.
    ///
    /// `max_bytes` is a quota for the file: above it writes are refused with
    /// [`StoreError::Full`] and leave nothing behind.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for a foreign or newer file, others as they come.
    pub fn open(dir: &Path, max_bytes: Option<u64>) -> Result<Self, StoreError> {
        if rusqlite::version_number() < MIN_SQLITE {
            return Err(StoreError::Damaged("SQLite library too old".into()));
        }
        std::fs::create_dir_all(dir).map_err(|e| StoreError::Unavailable(e.kind().to_string()))?;
        let path = dir.join(FILE);
        let mut writer = Connection::open(&path)?;
        writer.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
        )?;
        writer.busy_timeout(Duration::from_secs(5))?;
        migrate(&mut writer, SQLITE)?;
        if let Some(max) = max_bytes {
            let page: i64 = writer.query_row("PRAGMA page_size", [], |r| r.get(0))?;
            let pages = super::to_db(max) / page.max(1);
            writer.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
        }
        Ok(Self {
            inner: Arc::new(Inner {
                path,
                writer: Mutex::new(writer),
                readers: Mutex::new(Vec::new()),
            }),
        })
    }

    fn write<T: Send + 'static>(
        &self,
        f: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Fut<'static, T> {
        let inner = Arc::clone(&self.inner);
        blocking(move || {
            let mut conn = inner.writer.lock().unwrap_or_else(PoisonError::into_inner);
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = f(&tx)?;
            tx.commit()?;
            Ok(value)
        })
    }

    fn read<T: Send + 'static>(
        &self,
        f: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Fut<'static, T> {
        let inner = Arc::clone(&self.inner);
        blocking(move || {
            let mut conn = inner.reader()?;
            let value = {
                let tx = conn.transaction()?;
                f(&tx)?
            };
            inner.put_back(conn);
            Ok(value)
        })
    }
}

impl Inner {
    fn reader(&self) -> Result<Connection, StoreError> {
        let idle = self
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        if let Some(conn) = idle {
            return Ok(conn);
        }
        let conn = Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        conn.busy_timeout(Duration::from_secs(5))?;
        Ok(conn)
    }

    fn put_back(&self, conn: Connection) {
        let mut idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_READERS {
            idle.push(conn);
        }
    }
}

fn blocking<T: Send + 'static>(
    f: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Fut<'static, T> {
    Box::pin(async move {
        tokio::task::spawn_blocking(f)
            .await
            .unwrap_or_else(|_| Err(StoreError::Fault("worker".into())))
    })
}

/// Applies the steps above the file's `user_version`, each in its own transaction.
fn migrate(conn: &mut Connection, steps: &[Migration]) -> Result<(), StoreError> {
    let mut at: u32 = conn.query_row("PRAGMA user_version", [], |r| r.get(0))?;
    let known = steps.last().map_or(0, |m| m.number);
    if at > known {
        return Err(StoreError::Damaged(format!(
            "schema {at} is newer than this program's {known}"
        )));
    }
    for step in steps {
        if step.number > at {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            tx.execute_batch(step.sql)?;
            tx.pragma_update(None, "user_version", step.number)?;
            tx.commit()?;
            at = step.number;
        }
    }
    Ok(())
}

/// SQLite's own integrity and foreign key checks, and the hash of every blob.
fn check(conn: &Connection) -> Result<String, StoreError> {
    let verdict: String = conn.query_row("PRAGMA integrity_check", [], |r| r.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::Damaged("integrity_check".into()));
    }
    if conn.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(StoreError::Damaged("foreign_key_check".into()));
    }
    let mut select = conn.prepare("SELECT sha256, bytes FROM blobs WHERE bytes IS NOT NULL")?;
    let mut rows = select.query([])?;
    while let Some(r) = rows.next()? {
        let (hash, bytes) = (r.get::<_, [u8; 32]>(0)?, r.get_ref(1)?);
        if bytes.as_blob().map(sha256).map(|h| h.0) != Ok(hash) {
            return Err(StoreError::Damaged("blob hash".into()));
        }
    }
    let (registers, blobs, entries) = conn.query_row(
        "SELECT (SELECT count(*) FROM registers), (SELECT count(*) FROM blobs), (SELECT count(*) FROM log_entries)",
        [],
        |r| Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?, r.get::<_, i64>(2)?)),
    )?;
    Ok(format!(
        "SQLite {}: intact; {registers} registers, {blobs} blob names, {entries} log entries",
        rusqlite::version()
    ))
}

/// Raises a counter by one and gives its new value.
fn next(tx: &Transaction<'_>, counter: &str) -> Result<i64, StoreError> {
    Ok(tx
        .prepare_cached("UPDATE counters SET value = value + 1 WHERE name = ?1 RETURNING value")?
        .query_row([counter], |r| r.get(0))?)
}

impl From<rusqlite::Error> for StoreError {
    fn from(e: rusqlite::Error) -> Self {
        let Some(code) = e.sqlite_error_code() else {
            return Self::Fault("sqlite value".into());
        };
        match code {
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Unavailable("busy".into()),
            ErrorCode::CannotOpen => Self::Unavailable("cannot open".into()),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                Self::Damaged(format!("{code:?}"))
            }
            other => Self::Fault(format!("sqlite {other:?}")),
        }
    }
}

impl Store for SqliteStore {
    fn open_register(&self, register: Register) -> Fut<'_, ()> {
        self.write(move |tx| registers::open(tx, &register))
    }
    fn register(&self, pseud: Pseud) -> Fut<'_, Option<Register>> {
        self.read(move |tx| registers::get(tx, &pseud))
    }
    fn succeed(&self, step: Succession, now: i64) -> Fut<'_, ()> {
        self.write(move |tx| succession::succeed(tx, &step, now))
    }
    fn apply(&self, batch: Batch, hash: Hash, now: i64) -> Fut<'_, Ack> {
        self.write(move |tx| registers::apply(tx, &batch, &hash, now))
    }
    fn changes(&self, pseud: Pseud, after: u64, limit: usize) -> Fut<'_, ChangesPage> {
        self.read(move |tx| registers::changes(tx, &pseud, after, limit))
    }
    fn blobs(&self, get: BlobsGet, max_bytes: usize) -> Fut<'_, Blobs> {
        self.read(move |tx| registers::blobs(tx, &get, max_bytes))
    }
    fn bundles(&self, after: u64, limit: usize) -> Fut<'_, BundlePage> {
        self.read(move |tx| registers::bundles(tx, after, limit))
    }
    fn bundle(&self, pseud: Pseud, name: Name) -> Fut<'_, Option<Vec<u8>>> {
        self.read(move |tx| registers::bundle(tx, &pseud, &name))
    }
    fn box_post(&self, topic: Topic, bytes: Vec<u8>, now: i64) -> Fut<'_, u64> {
        self.write(move |tx| boxes::post(tx, &topic, &bytes, now))
    }
    fn box_read(
        &self,
        topic: Topic,
        after: u64,
        limit: usize,
        max_bytes: usize,
    ) -> Fut<'_, BoxPage> {
        self.read(move |tx| boxes::read(tx, &topic, after, limit, max_bytes))
    }
    fn purge(&self, now: i64, keep: Keep) -> Fut<'_, Purged> {
        self.write(move |tx| {
            let mut gone = registers::purge(tx, now, keep)?;
            gone.ended = succession::purge(tx, now)?;
            Ok(gone)
        })
    }
    fn heads(&self) -> Fut<'_, HeadsByRegister> {
        self.read(registers::heads)
    }
    fn log_append(&self, entry: Vec<u8>, body: Vec<u8>) -> Fut<'_, u64> {
        self.write(move |tx| log::append(tx, &entry, &body))
    }
    fn log_append_heads(&self, entry: Vec<u8>, heads: Vec<(Pseud, Hash)>) -> Fut<'_, u64> {
        self.write(move |tx| log::append_heads(tx, &entry, &heads))
    }
    fn log_entries(&self, from: u64, limit: usize) -> Fut<'_, Vec<Vec<u8>>> {
        self.read(move |tx| log::entries(tx, from, limit))
    }
    fn log_body(&self, index: u64) -> Fut<'_, Body> {
        self.read(move |tx| log::body(tx, index))
    }
    fn log_erase_body(&self, index: u64) -> Fut<'_, bool> {
        self.write(move |tx| log::erase_body(tx, index))
    }
    fn log_heads(&self, below: u64) -> Fut<'_, Option<HeadsRoot>> {
        self.read(move |tx| log::heads(tx, below))
    }
    fn put_checkpoint(&self, size: u64, note: String) -> Fut<'_, ()> {
        self.write(move |tx| log::put_checkpoint(tx, size, &note))
    }
    fn checkpoint(&self, which: Which) -> Fut<'_, Option<(u64, String)>> {
        self.read(move |tx| log::checkpoint(tx, which))
    }
    fn put_cosignature(&self, size: u64, key: String, line: String) -> Fut<'_, ()> {
        self.write(move |tx| log::put_cosignature(tx, size, &key, &line))
    }
    fn cosignatures(&self, size: u64) -> Fut<'_, Vec<String>> {
        self.read(move |tx| log::cosignatures(tx, size))
    }
    fn checkpoints(&self) -> Fut<'_, Vec<(u64, String)>> {
        self.read(log::checkpoints)
    }
    fn export(&self, to: PathBuf) -> Fut<'_, Vec<Digest>> {
        self.read(move |tx| tables::export(tx, &to))
    }
    fn import(&self, from: PathBuf) -> Fut<'_, Vec<Digest>> {
        self.write(move |tx| tables::import(tx, &from))
    }
    fn digests(&self) -> Fut<'_, Vec<Digest>> {
        self.read(tables::digests)
    }
    fn orphans(&self) -> Fut<'_, Vec<(&'static str, i64)>> {
        self.read(tables::orphans)
    }
    fn check(&self) -> Fut<'_, String> {
        self.read(|tx| check(tx))
    }
}

#[cfg(test)]
mod tests;
