//! Whole tables of a PostgreSQL database: read in order in portions, written, added up.

use super::{Result, get, row};
use crate::store::sqlite::tables::{Copy, open_copy};
use crate::store::tables::{Adding, Digest, Kind, ORPHANS, Row, TABLES, Table, Value};
use crate::store::{StoreError, sqlite};
use deadpool_postgres::Transaction;
use std::path::{Path, PathBuf};
use tokio::sync::mpsc;
use tokio_postgres::Portal;
use tokio_postgres::types::ToSql;

/// Rows fetched at once: the longest blobs are 3 MB.
const PORTION: i32 = 32;

/// A message of a copy under way.
enum Part {
    Table(&'static Table),
    Row(Row),
}

/// A table being read in portions, in order.
struct Reading<'a> {
    tx: &'a Transaction<'a>,
    table: &'static Table,
    portal: Portal,
    adding: Adding,
}

impl<'a> Reading<'a> {
    async fn open(tx: &'a Transaction<'a>, table: &'static Table) -> Result<Self> {
        let column = |(name, kind): &(&str, Kind)| match kind {
            Kind::Int => format!("{name}::BIGINT"),
            _ => (*name).to_owned(),
        };
        let columns: Vec<String> = table.columns.iter().map(column).collect();
        // Text is ordered by bytes, as in SQLite, whatever the database's language.
        let order: Vec<String> = table.key.split(", ").map(|k| ordered(table, k)).collect();
        let sql = format!(
            "SELECT {} FROM {} ORDER BY {}",
            columns.join(", "),
            table.name,
            order.join(", ")
        );
        Ok(Self {
            tx,
            table,
            portal: tx.bind(&sql, &[]).await?,
            adding: Adding::new(table),
        })
    }

    /// The next rows; none at the end.
    async fn portion(&mut self) -> Result<Vec<Row>> {
        let found = self.tx.query_portal(&self.portal, PORTION).await?;
        let rows: Vec<Row> = found
            .iter()
            .map(|r| values(self.table, r))
            .collect::<Result<_>>()?;
        rows.iter().for_each(|row| self.adding.row(row));
        Ok(rows)
    }

    fn done(self) -> Digest {
        self.adding.done()
    }
}

fn values(table: &Table, r: &tokio_postgres::Row) -> Result<Row> {
    let mut row = Vec::with_capacity(table.columns.len());
    for (n, (_, kind)) in table.columns.iter().enumerate() {
        row.push(match kind {
            Kind::Int => get::<Option<i64>>(r, n)?.map_or(Value::Null, Value::Int),
            Kind::Text => get::<Option<String>>(r, n)?.map_or(Value::Null, Value::Text),
            Kind::Bytes => get::<Option<Vec<u8>>>(r, n)?.map_or(Value::Null, Value::Bytes),
        });
    }
    Ok(row)
}

fn ordered(table: &Table, key: &str) -> String {
    let text = |(name, kind): &(&str, Kind)| *name == key && *kind == Kind::Text;
    if table.columns.iter().any(text) {
        format!("convert_to({key}, 'UTF8')")
    } else {
        key.to_owned()
    }
}

/// Adds all tables up, in one state of the database.
pub(super) async fn digests(tx: &Transaction<'_>) -> Result<Vec<Digest>> {
    let mut digests = Vec::new();
    for table in TABLES {
        let mut reading = Reading::open(tx, table).await?;
        while !reading.portion().await?.is_empty() {}
        digests.push(reading.done());
    }
    Ok(digests)
}

/// Copies all tables into a new SQLite file, in one state of the database.
pub(super) async fn export(tx: &Transaction<'_>, to: &Path) -> Result<Vec<Digest>> {
    let (parts, taken) = mpsc::channel(PORTION as usize);
    let to = to.to_path_buf();
    let writing = tokio::task::spawn_blocking(move || write(&to, taken));
    let copied = read_all(tx, parts).await;
    // The writer knows better why a copy stopped.
    writing
        .await
        .map_err(|_| StoreError::Fault("worker".into()))??;
    copied
}

async fn read_all(tx: &Transaction<'_>, parts: mpsc::Sender<Part>) -> Result<Vec<Digest>> {
    let gone = |_| StoreError::Fault("the copy stopped".into());
    let mut digests = Vec::new();
    for table in TABLES {
        parts.send(Part::Table(table)).await.map_err(gone)?;
        let mut reading = Reading::open(tx, table).await?;
        loop {
            let rows = reading.portion().await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                parts.send(Part::Row(row)).await.map_err(gone)?;
            }
        }
        digests.push(reading.done());
    }
    Ok(digests)
}

fn write(to: &Path, mut taken: mpsc::Receiver<Part>) -> std::result::Result<(), StoreError> {
    let mut copy = Copy::create(to)?;
    let mut next = taken.blocking_recv();
    while let Some(Part::Table(table)) = next {
        let mut write = copy.table(table)?;
        next = loop {
            match taken.blocking_recv() {
                Some(Part::Row(row)) => write(&row)?,
                other => break other,
            }
        };
    }
    copy.finish()
}

/// Takes all rows of a copy into a database that is empty.
pub(super) async fn import(tx: &Transaction<'_>, from: &Path) -> Result<Vec<Digest>> {
    for table in TABLES.iter().filter(|t| t.name != "counters") {
        let sql = format!("SELECT 1 FROM {} LIMIT 1", table.name);
        if row(tx, &sql, &[]).await?.is_some() {
            return Err(StoreError::Conflict("this database").into());
        }
    }
    tx.execute("DELETE FROM counters", &[]).await?;
    let (parts, mut taken) = mpsc::channel(PORTION as usize);
    let from: PathBuf = from.to_path_buf();
    let reading = tokio::task::spawn_blocking(move || read_copy(&from, &parts));
    let mut statement = None;
    while let Some(part) = taken.recv().await {
        match part {
            Part::Table(table) => statement = Some((table, tx.prepare(&insert(table)).await?)),
            Part::Row(row) => {
                if let Some((table, statement)) = &statement {
                    let kinds = table.columns.iter().map(|(_, kind)| kind);
                    let values: Vec<&(dyn ToSql + Sync)> =
                        row.iter().zip(kinds).map(bind).collect();
                    tx.execute(statement, &values).await?;
                }
            }
        }
    }
    let read = reading
        .await
        .map_err(|_| StoreError::Fault("worker".into()))?;
    Ok(read?)
}

fn read_copy(
    from: &Path,
    parts: &mpsc::Sender<Part>,
) -> std::result::Result<Vec<Digest>, StoreError> {
    let gone = |_| StoreError::Fault("the copy stopped".into());
    let copy = open_copy(from)?;
    let mut digests = Vec::new();
    for table in TABLES {
        parts.blocking_send(Part::Table(table)).map_err(gone)?;
        digests.push(sqlite::tables::each_row(&copy, table, |row| {
            parts.blocking_send(Part::Row(row.clone())).map_err(gone)
        })?);
    }
    Ok(digests)
}

fn insert(table: &Table) -> String {
    let marks: Vec<String> = table
        .columns
        .iter()
        .enumerate()
        .map(|(n, (_, kind))| match kind {
            Kind::Int => format!("${}::BIGINT", n + 1),
            Kind::Text => format!("${}::TEXT", n + 1),
            Kind::Bytes => format!("${}::BYTEA", n + 1),
        })
        .collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({})",
        table.name,
        table.names(),
        marks.join(", ")
    )
}

/// A value for its column: the database wants to know of what kind an empty one is.
fn bind<'a>((value, kind): (&'a Value, &Kind)) -> &'a (dyn ToSql + Sync) {
    match (value, kind) {
        (Value::Null, Kind::Int) => &None::<i64>,
        (Value::Null, Kind::Text) => &None::<String>,
        (Value::Null, Kind::Bytes) => &None::<Vec<u8>>,
        (Value::Int(n), _) => n,
        (Value::Text(text), _) => text,
        (Value::Bytes(bytes), _) => bytes,
    }
}

/// Counts of rows that must not be there.
pub(super) async fn orphans(tx: &Transaction<'_>) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for (what, sql) in ORPHANS {
        if let Some(r) = row(tx, sql, &[]).await? {
            found.push((*what, get(&r, 0)?));
        }
    }
    Ok(found)
}

/// Compares every blob with its hash here, not in the database: `sha256` is not the same
/// function everywhere.
pub(super) async fn blobs_hold(tx: &Transaction<'_>) -> Result<()> {
    let Some(table) = TABLES.iter().find(|t| t.name == "blobs") else {
        return Err(StoreError::Damaged("tables".into()).into());
    };
    let mut reading = Reading::open(tx, table).await?;
    loop {
        let rows = reading.portion().await?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in &rows {
            // kind, sha256, len, bytes are the last four.
            match (row.iter().rev().nth(2), row.last()) {
                (_, Some(Value::Null)) => {}
                (Some(Value::Bytes(hash)), Some(Value::Bytes(bytes)))
                    if ugnay_wire::signing::sha256(bytes).0[..] == hash[..] => {}
                _ => return Err(StoreError::Damaged("blob hash".into()).into()),
            }
        }
    }
}
