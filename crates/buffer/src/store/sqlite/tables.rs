//! Whole tables of an SQLite file: read in order, written, added up.

use super::{SqliteStore, check, migrate};
use crate::store::StoreError;
use crate::store::migrations::SQLITE;
use crate::store::tables::{Adding, Digest, Kind, ORPHANS, Row, TABLES, Table, Value};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Transaction, params_from_iter};
use std::path::Path;

type Result<T> = std::result::Result<T, StoreError>;

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// Hands every row of a table over, in order, and adds them up.
pub(crate) fn each_row(
    conn: &Connection,
    table: &Table,
    mut take: impl FnMut(&Row) -> Result<()>,
) -> Result<Digest> {
    let sql = format!(
        "SELECT {} FROM {} ORDER BY {}",
        table.names(),
        table.name,
        table.key
    );
    let mut adding = Adding::new(table);
    let mut select = conn.prepare(&sql)?;
    let mut rows = select.query([])?;
    while let Some(r) = rows.next()? {
        let mut row = Vec::with_capacity(table.columns.len());
        for (n, (_, kind)) in table.columns.iter().enumerate() {
            row.push(match (r.get_ref(n)?, kind) {
                (ValueRef::Null, _) => Value::Null,
                (ValueRef::Integer(n), Kind::Int) => Value::Int(n),
                (ValueRef::Text(t), Kind::Text) => {
                    Value::Text(String::from_utf8_lossy(t).into_owned())
                }
                (ValueRef::Blob(b), Kind::Bytes) => Value::Bytes(b.to_vec()),
                _ => return Err(StoreError::Damaged("column type".into())),
            });
        }
        adding.row(&row);
        take(&row)?;
    }
    Ok(adding.done())
}

/// Adds all tables up, in one state of the database.
pub(super) fn digests(tx: &Transaction<'_>) -> Result<Vec<Digest>> {
    TABLES.iter().map(|t| each_row(tx, t, |_| Ok(()))).collect()
}

/// Copies all tables into a new file, in one state of the database.
pub(super) fn export(tx: &Transaction<'_>, to: &Path) -> Result<Vec<Digest>> {
    let mut copy = Copy::create(to)?;
    let mut digests = Vec::new();
    for table in TABLES {
        let mut write = copy.table(table)?;
        digests.push(each_row(tx, table, |row| write(row))?);
    }
    copy.finish()?;
    Ok(digests)
}

/// Takes all rows of a copy into a database that is empty.
pub(super) fn import(tx: &Transaction<'_>, from: &Path) -> Result<Vec<Digest>> {
    let copy = open_copy(from)?;
    for table in TABLES.iter().filter(|t| t.name != "counters") {
        let sql = format!("SELECT 1 FROM {} LIMIT 1", table.name);
        if tx.prepare(&sql)?.exists([])? {
            return Err(StoreError::Conflict("this database"));
        }
    }
    tx.execute("DELETE FROM counters", [])?;
    let mut digests = Vec::new();
    for table in TABLES {
        let mut insert = tx.prepare(&insert(table))?;
        digests.push(each_row(&copy, table, |row| {
            insert.execute(params_from_iter(row))?;
            Ok(())
        })?);
    }
    Ok(digests)
}

fn insert(table: &Table) -> String {
    let marks = vec!["?"; table.columns.len()].join(", ");
    format!(
        "INSERT INTO {} ({}) VALUES ({marks})",
        table.name,
        table.names()
    )
}

/// Counts of rows that must not be there.
pub(super) fn orphans(tx: &Transaction<'_>) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for (what, sql) in ORPHANS {
        found.push((*what, tx.query_row(sql, [], |r| r.get(0))?));
    }
    Ok(found)
}

/// A copy under way: a new file with the newest layout and one open transaction.
pub(crate) struct Copy(Connection);

impl Copy {
    /// The file must not exist.
    pub(crate) fn create(to: &Path) -> Result<Self> {
        let mut conn = Connection::open(to)?;
        // One file, no write-ahead log beside it.
        conn.execute_batch(
            "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
        )?;
        migrate(&mut conn, SQLITE)?;
        conn.execute_batch("BEGIN IMMEDIATE; DELETE FROM counters;")?;
        Ok(Self(conn))
    }

    /// Writes rows of one table.
    pub(crate) fn table(&mut self, table: &Table) -> Result<impl FnMut(&Row) -> Result<()>> {
        let mut insert = self.0.prepare(&insert(table))?;
        Ok(move |row: &Row| {
            insert.execute(params_from_iter(row))?;
            Ok(())
        })
    }

    /// Makes all of it durable.
    pub(crate) fn finish(self) -> Result<()> {
        Ok(self.0.execute_batch("COMMIT")?)
    }
}

/// Opens a copy, which must be of this program's layout.
pub(crate) fn open_copy(path: &Path) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let at: u32 = conn.query_row("PRAGMA user_version", [], |r| r.get(0))?;
    match SQLITE.last() {
        Some(newest) if newest.number == at => Ok(conn),
        _ => Err(StoreError::Damaged(format!("the copy has layout {at}"))),
    }
}

impl SqliteStore {
    /// Brings a copy up to this program's layout, checks it as a database, and adds its
    /// tables up. Gives the layout it had.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for what is no copy, others as they come.
    pub fn check_copy(path: &Path) -> Result<(u32, Vec<Digest>)> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let mut conn = Connection::open_with_flags(path, flags)?;
        let had: u32 = conn.query_row("PRAGMA user_version", [], |r| r.get(0))?;
        if had == 0 {
            return Err(StoreError::Damaged("not a copy of a buffer".into()));
        }
        migrate(&mut conn, SQLITE)?;
        let tx = conn.transaction()?;
        check(&tx)?;
        Ok((had, digests(&tx)?))
    }
}
