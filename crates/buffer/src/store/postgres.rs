//! The PostgreSQL backend: serializable transactions, repeated when the database says
//! 40001. No advisory locks, no serial columns, no extensions, so that other databases
//! of the same protocol can stand behind it.
//!
//! How it connects, and when it insists on TLS, is `connect`'s.

mod batch;
mod boxes;
mod connect;
mod log;
mod registers;
mod succession;
mod tables;

use super::migrations::{Migration, POSTGRES};
use super::tables::Digest;
use super::{
    Body, Fut, HeadsByRegister, HeadsRoot, Keep, Purged, Register, Store, StoreError, Succession,
    Which,
};
use deadpool_postgres::{Object, Pool, Transaction};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{FromSql, ToSql};
use tokio_postgres::{IsolationLevel, Row};
use ugnay_wire::{
    Ack, Batch, Blobs, BlobsGet, BoxPage, BundlePage, ChangesPage, Hash, Name, Pseud, Topic,
};

/// Attempts before a transaction that keeps colliding is given up.
const ATTEMPTS: u32 = 200;

/// The store in a PostgreSQL database.
#[derive(Clone)]
pub struct PostgresStore {
    pool: Pool,
}

/// Inside a transaction: either it is worth another try or it is not.
enum PgError {
    Again,
    Store(StoreError),
}

type Result<T> = std::result::Result<T, PgError>;

impl From<StoreError> for PgError {
    fn from(e: StoreError) -> Self {
        Self::Store(e)
    }
}

impl From<tokio_postgres::Error> for PgError {
    fn from(e: tokio_postgres::Error) -> Self {
        let Some(code) = e.code() else {
            return Self::Store(if e.is_closed() || e.as_db_error().is_none() {
                StoreError::Unavailable("connection".into())
            } else {
                StoreError::Fault("postgres".into())
            });
        };
        match *code {
            // A unique violation is a collision too: the next try sees the other's row.
            SqlState::T_R_SERIALIZATION_FAILURE
            | SqlState::T_R_DEADLOCK_DETECTED
            | SqlState::UNIQUE_VIOLATION => Self::Again,
            SqlState::DISK_FULL | SqlState::OUT_OF_MEMORY => Self::Store(StoreError::Full),
            SqlState::ADMIN_SHUTDOWN
            | SqlState::CRASH_SHUTDOWN
            | SqlState::CANNOT_CONNECT_NOW
            | SqlState::TOO_MANY_CONNECTIONS => {
                Self::Store(StoreError::Unavailable(code.code().into()))
            }
            _ => Self::Store(StoreError::Fault(format!("postgres {}", code.code()))),
        }
    }
}

/// Runs the body in a transaction, again and again while it collides.
macro_rules! transaction {
    ($store:ident, $write:literal, |$tx:ident| $body:expr) => {{
        let store = $store.clone();
        Box::pin(async move {
            for attempt in 0..ATTEMPTS {
                let mut client = store.client().await?;
                let outcome: Result<_> = async {
                    let $tx = begin(&mut client, $write).await?;
                    let value = $body.await?;
                    $tx.commit().await?;
                    Ok(value)
                }
                .await;
                match outcome {
                    Ok(value) => return Ok(value),
                    Err(PgError::Store(e)) => return Err(e),
                    Err(PgError::Again) => drop(client),
                }
                // Colliding writers step apart; the spread comes from the number itself.
                let pause = u64::from(attempt.min(20)) * 500 + u64::from(attempt % 7) * 130;
                tokio::time::sleep(Duration::from_micros(pause)).await;
            }
            Err(StoreError::Unavailable("collisions".into()))
        })
    }};
}

async fn begin(client: &mut Object, write: bool) -> Result<Transaction<'_>> {
    let build = client.build_transaction();
    Ok(if write {
        build
            .isolation_level(IsolationLevel::Serializable)
            .start()
            .await?
    } else {
        let build = build.isolation_level(IsolationLevel::RepeatableRead);
        build.read_only(true).start().await?
    })
}

impl PostgresStore {
    /// Connects with the system's authorities and brings the schema up to date.
    ///
    /// # Errors
    /// As [`Self::open_with`].
    pub async fn open(url: &str) -> std::result::Result<Self, StoreError> {
        Self::open_with(url, None).await
    }

    /// Connects and brings the schema up to date. Over a network the connection is
    /// encrypted and the server's certificate checked against `ca` or the system's
    /// authorities, unless the URL says `sslmode=disable`.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`], or [`StoreError::Damaged`] for a newer schema.
    pub async fn open_with(url: &str, ca: Option<&Path>) -> std::result::Result<Self, StoreError> {
        let pool = connect::pool(url, ca)?;
        let store = Self { pool };
        for step in POSTGRES {
            store.migrate(*step).await?;
        }
        Ok(store)
    }

    async fn client(&self) -> std::result::Result<Object, StoreError> {
        let gone = |_| StoreError::Unavailable("no connection".into());
        self.pool.get().await.map_err(gone)
    }

    /// Applies one step if it has not been, whoever else may be trying.
    async fn migrate(&self, step: Migration) -> std::result::Result<(), StoreError> {
        let store = self;
        let done: Fut<'_, ()> = transaction!(store, true, |tx| apply_step(&tx, step));
        done.await
    }
}

async fn apply_step(tx: &Transaction<'_>, step: Migration) -> Result<()> {
    tx.batch_execute(
        "CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL PRIMARY KEY, file TEXT NOT NULL)",
    )
    .await?;
    let row = tx
        .query_one("SELECT coalesce(max(number), 0) FROM schema_version", &[])
        .await?;
    let (at, number): (i64, i64) = (get(&row, 0)?, step.number.into());
    let known: i64 = POSTGRES.last().map_or(0, |m| m.number.into());
    if at > known {
        let text = format!("schema {at} is newer than this program's {known}");
        return Err(StoreError::Damaged(text).into());
    }
    if number > at {
        tx.batch_execute(step.sql).await?;
        let insert = "INSERT INTO schema_version (number, file) VALUES ($1, $2)";
        tx.execute(insert, &[&number, &step.file]).await?;
    }
    Ok(())
}

/// All rows of a statement prepared once per connection.
async fn rows(tx: &Transaction<'_>, sql: &str, params: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>> {
    let statement = tx.prepare_cached(sql).await?;
    Ok(tx.query(&statement, params).await?)
}

/// The first row, if any.
async fn row(
    tx: &Transaction<'_>,
    sql: &str,
    params: &[&(dyn ToSql + Sync)],
) -> Result<Option<Row>> {
    Ok(rows(tx, sql, params).await?.into_iter().next())
}

/// How many rows a statement changed.
async fn execute(tx: &Transaction<'_>, sql: &str, params: &[&(dyn ToSql + Sync)]) -> Result<u64> {
    let statement = tx.prepare_cached(sql).await?;
    Ok(tx.execute(&statement, params).await?)
}

fn get<'r, T: FromSql<'r>>(row: &'r Row, column: usize) -> Result<T> {
    row.try_get(column)
        .map_err(|_| StoreError::Damaged("column type".into()).into())
}

/// A byte column of fixed length.
fn fixed<const N: usize>(row: &Row, column: usize) -> Result<[u8; N]> {
    let bytes: &[u8] = get(row, column)?;
    bytes
        .try_into()
        .map_err(|_| StoreError::Damaged("column length".into()).into())
}

/// A length column.
fn length(row: &Row, column: usize) -> Result<u32> {
    u32::try_from(get::<i64>(row, column)?).map_err(|_| StoreError::Damaged("length".into()).into())
}

/// Raises a counter by one and gives its new value.
async fn next(tx: &Transaction<'_>, counter: &str) -> Result<i64> {
    let sql = "UPDATE counters SET value = value + 1 WHERE name = $1 RETURNING value";
    let raised = row(tx, sql, &[&counter]).await?;
    match raised {
        Some(r) => get(&r, 0),
        None => Err(StoreError::Damaged("counter".into()).into()),
    }
}

async fn check(tx: &Transaction<'_>) -> Result<String> {
    tables::blobs_hold(tx).await?;
    let sql = "SELECT (SELECT count(*) FROM registers), (SELECT count(*) FROM blobs),
               (SELECT count(*) FROM log_entries)";
    let Some(r) = row(tx, sql, &[]).await? else {
        return Err(StoreError::Damaged("counts".into()).into());
    };
    let (registers, blobs, entries): (i64, i64, i64) = (get(&r, 0)?, get(&r, 1)?, get(&r, 2)?);
    Ok(format!(
        "PostgreSQL: blob hashes hold; {registers} registers, {blobs} blob names, {entries} log entries"
    ))
}

impl Store for PostgresStore {
    fn open_register(&self, register: Register) -> Fut<'_, ()> {
        transaction!(self, true, |tx| registers::open(&tx, &register))
    }
    fn register(&self, pseud: Pseud) -> Fut<'_, Option<Register>> {
        transaction!(self, false, |tx| registers::get_keys(&tx, &pseud))
    }
    fn succeed(&self, step: Succession, now: i64) -> Fut<'_, ()> {
        transaction!(self, true, |tx| succession::succeed(&tx, &step, now))
    }
    fn apply(&self, batch: Batch, hash: Hash, now: i64) -> Fut<'_, Ack> {
        transaction!(self, true, |tx| batch::apply(&tx, &batch, &hash, now))
    }
    fn changes(&self, pseud: Pseud, after: u64, limit: usize) -> Fut<'_, ChangesPage> {
        transaction!(self, false, |tx| registers::changes(
            &tx, &pseud, after, limit
        ))
    }
    fn blobs(&self, get: BlobsGet, max_bytes: usize) -> Fut<'_, Blobs> {
        transaction!(self, false, |tx| registers::blobs(&tx, &get, max_bytes))
    }
    fn bundles(&self, after: u64, limit: usize) -> Fut<'_, BundlePage> {
        transaction!(self, false, |tx| registers::bundles(&tx, after, limit))
    }
    fn bundle(&self, pseud: Pseud, name: Name) -> Fut<'_, Option<Vec<u8>>> {
        transaction!(self, false, |tx| registers::bundle(&tx, &pseud, &name))
    }
    fn box_post(&self, topic: Topic, bytes: Vec<u8>, now: i64) -> Fut<'_, u64> {
        transaction!(self, true, |tx| boxes::post(&tx, &topic, &bytes, now))
    }
    fn box_read(
        &self,
        topic: Topic,
        after: u64,
        limit: usize,
        max_bytes: usize,
    ) -> Fut<'_, BoxPage> {
        transaction!(self, false, |tx| boxes::read(
            &tx, &topic, after, limit, max_bytes
        ))
    }
    fn purge(&self, now: i64, keep: Keep) -> Fut<'_, Purged> {
        transaction!(self, true, |tx| registers::purge(&tx, now, keep))
    }
    fn heads(&self) -> Fut<'_, HeadsByRegister> {
        transaction!(self, false, |tx| registers::heads(&tx))
    }
    fn log_append(&self, entry: Vec<u8>, body: Vec<u8>) -> Fut<'_, u64> {
        transaction!(self, true, |tx| log::append(&tx, &entry, &body))
    }
    fn log_append_heads(&self, entry: Vec<u8>, heads: Vec<(Pseud, Hash)>) -> Fut<'_, u64> {
        transaction!(self, true, |tx| log::append_heads(&tx, &entry, &heads))
    }
    fn log_entries(&self, from: u64, limit: usize) -> Fut<'_, Vec<Vec<u8>>> {
        transaction!(self, false, |tx| log::entries(&tx, from, limit))
    }
    fn log_body(&self, index: u64) -> Fut<'_, Body> {
        transaction!(self, false, |tx| log::body(&tx, index))
    }
    fn log_erase_body(&self, index: u64) -> Fut<'_, bool> {
        transaction!(self, true, |tx| log::erase_body(&tx, index))
    }
    fn log_heads(&self, below: u64) -> Fut<'_, Option<HeadsRoot>> {
        transaction!(self, false, |tx| log::heads(&tx, below))
    }
    fn put_checkpoint(&self, size: u64, note: String) -> Fut<'_, ()> {
        transaction!(self, true, |tx| log::put_checkpoint(&tx, size, &note))
    }
    fn checkpoint(&self, which: Which) -> Fut<'_, Option<(u64, String)>> {
        transaction!(self, false, |tx| log::checkpoint(&tx, which))
    }
    fn put_cosignature(&self, size: u64, key: String, line: String) -> Fut<'_, ()> {
        transaction!(self, true, |tx| log::put_cosignature(
            &tx, size, &key, &line
        ))
    }
    fn cosignatures(&self, size: u64) -> Fut<'_, Vec<String>> {
        transaction!(self, false, |tx| log::cosignatures(&tx, size))
    }
    fn checkpoints(&self) -> Fut<'_, Vec<(u64, String)>> {
        transaction!(self, false, |tx| log::checkpoints(&tx))
    }
    fn export(&self, to: PathBuf) -> Fut<'_, Vec<Digest>> {
        transaction!(self, false, |tx| tables::export(&tx, &to))
    }
    fn import(&self, from: PathBuf) -> Fut<'_, Vec<Digest>> {
        transaction!(self, true, |tx| tables::import(&tx, &from))
    }
    fn digests(&self) -> Fut<'_, Vec<Digest>> {
        transaction!(self, false, |tx| tables::digests(&tx))
    }
    fn orphans(&self) -> Fut<'_, Vec<(&'static str, i64)>> {
        transaction!(self, false, |tx| tables::orphans(&tx))
    }
    fn check(&self) -> Fut<'_, String> {
        transaction!(self, false, |tx| check(&tx))
    }
}
