//! Every table, column by column, in an order in which rows may be written: what a backup
//! copies, what is compared afterwards, and which rows must not stand alone.
//!
//! Both backends have the same tables, so one copy serves both: a backup is always an
//! SQLite file, wherever it came from, and goes back into either. A test compares the list
//! with the migrations.

use super::StoreError;
use sha2::{Digest as _, Sha256};
use ugnay_wire::Hash;

/// What a column holds, the same in both backends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Int,
    Text,
    Bytes,
}

/// One table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, in the order of the migrations.
    pub columns: &'static [(&'static str, Kind)],
    /// The columns its rows are ordered by: its primary key.
    pub key: &'static str,
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// One row, its values in the columns' order.
pub(crate) type Row = Vec<Value>;

/// What a table holds, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The table.
    pub table: &'static str,
    /// How many rows.
    pub rows: u64,
    /// A hash over all rows in order of their key.
    pub hash: Hash,
}

macro_rules! tables {
    ($($name:literal by $key:literal: $($column:literal $kind:ident),*;)*) => {
        &[$(Table {
            name: $name,
            key: $key,
            columns: &[$(($column, Kind::$kind)),*],
        }),*]
    };
}

/// All tables; what others refer to comes first.
#[rustfmt::skip]
pub(crate) const TABLES: &[Table] = tables! {
    "counters" by "name": "name" Text, "value" Int;
    "registers" by "pseud": "pseud" Bytes, "write_cap" Bytes, "read_cap" Bytes, "seq" Int, "successor" Bytes, "closed_at" Int;
    "blobs" by "pseud, name": "pseud" Bytes, "name" Bytes, "seq" Int, "kind" Int, "sha256" Bytes, "len" Int, "bytes" Bytes;
    "trash" by "pseud, name, seq": "pseud" Bytes, "name" Bytes, "seq" Int, "kind" Int, "sha256" Bytes, "purge_after" Int, "bytes" Bytes;
    "batches" by "pseud, sha256": "pseud" Bytes, "sha256" Bytes, "batch_id" Bytes, "cursor" Int, "accepted" Int, "day" Int;
    "bundles" by "seq": "seq" Int, "pseud" Bytes, "name" Bytes, "len" Int;
    "box_topics" by "topic": "topic" Bytes, "seq" Int;
    "box_messages" by "topic, seq": "topic" Bytes, "seq" Int, "sha256" Bytes, "day" Int, "bytes" Bytes;
    "log_entries" by "idx": "idx" Int, "sha256" Bytes, "entry" Bytes;
    "log_bodies" by "idx": "idx" Int, "body" Bytes;
    "checkpoints" by "size": "size" Int, "note" Text;
    "cosignatures" by "size, key": "size" Int, "key" Text, "line" Text;
    "heads_roots" by "idx, position": "idx" Int, "position" Int, "pseud" Bytes, "heads" Bytes;
};

/// Rows that must not be there: what is wrong, and how many. Plain SQL for both backends.
#[rustfmt::skip]
pub(crate) const ORPHANS: &[(&str, &str)] = &[
    ("blobs of no register", "SELECT count(*) FROM blobs b WHERE NOT EXISTS (SELECT 1 FROM registers r WHERE r.pseud = b.pseud)"),
    ("deleted blobs of no register", "SELECT count(*) FROM trash t WHERE NOT EXISTS (SELECT 1 FROM registers r WHERE r.pseud = t.pseud)"),
    ("batches of no register", "SELECT count(*) FROM batches b WHERE NOT EXISTS (SELECT 1 FROM registers r WHERE r.pseud = b.pseud)"),
    ("blobs past their register's number", "SELECT count(*) FROM blobs b JOIN registers r ON r.pseud = b.pseud WHERE b.seq > r.seq"),
    ("batches past their register's number", "SELECT count(*) FROM batches b JOIN registers r ON r.pseud = b.pseud WHERE b.cursor > r.seq"),
    ("listed bundles without a blob", "SELECT count(*) FROM bundles l WHERE NOT EXISTS (SELECT 1 FROM blobs b WHERE b.pseud = l.pseud AND b.name = l.name AND b.kind = 5 AND b.bytes IS NOT NULL)"),
    ("bundles that are not listed", "SELECT count(*) FROM blobs b WHERE b.kind = 5 AND b.bytes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bundles l WHERE l.pseud = b.pseud AND l.name = b.name)"),
    ("bundles past the counter", "SELECT count(*) FROM bundles l WHERE l.seq > (SELECT value FROM counters WHERE name = 'bundles')"),
    ("messages past their box's number", "SELECT count(*) FROM box_messages m JOIN box_topics t ON t.topic = m.topic WHERE m.seq > t.seq"),
    ("messages of no box", "SELECT count(*) FROM box_messages m WHERE NOT EXISTS (SELECT 1 FROM box_topics t WHERE t.topic = m.topic)"),
    ("log entries past the counter", "SELECT count(*) FROM log_entries WHERE idx >= (SELECT value FROM counters WHERE name = 'log')"),
    ("log entries that are missing", "SELECT (SELECT value FROM counters WHERE name = 'log') - (SELECT count(*) FROM log_entries)"),
    ("bodies of no log entry", "SELECT count(*) FROM log_bodies b WHERE NOT EXISTS (SELECT 1 FROM log_entries e WHERE e.idx = b.idx)"),
    ("heads of no log entry", "SELECT count(*) FROM heads_roots h WHERE NOT EXISTS (SELECT 1 FROM log_entries e WHERE e.idx = h.idx)"),
    ("checkpoints past the log", "SELECT count(*) FROM checkpoints c WHERE c.size > (SELECT count(*) FROM log_entries)"),
    ("cosignatures of no checkpoint", "SELECT count(*) FROM cosignatures s WHERE NOT EXISTS (SELECT 1 FROM checkpoints c WHERE c.size = s.size)"),
];

impl Table {
    /// The columns' names, separated by commas.
    pub(crate) fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }
}

/// Adds up a table's rows, in order.
pub(crate) struct Adding {
    table: &'static str,
    rows: u64,
    hash: Sha256,
}

impl Adding {
    pub(crate) fn new(table: &Table) -> Self {
        Self {
            table: table.name,
            rows: 0,
            hash: Sha256::new(),
        }
    }

    /// Every value with its type and length, so that no two rows look alike.
    pub(crate) fn row(&mut self, row: &[Value]) {
        let mut add = |kind: u8, bytes: &[u8]| {
            self.hash.update([kind]);
            self.hash.update((bytes.len() as u64).to_be_bytes());
            self.hash.update(bytes);
        };
        for value in row {
            match value {
                Value::Null => add(0, &[]),
                Value::Int(n) => add(1, &n.to_be_bytes()),
                Value::Text(text) => add(2, text.as_bytes()),
                Value::Bytes(bytes) => add(3, bytes),
            }
        }
        self.rows += 1;
    }

    pub(crate) fn done(self) -> Digest {
        Digest {
            table: self.table,
            rows: self.rows,
            hash: Hash(self.hash.finalize().into()),
        }
    }
}

/// The name of the first table that differs.
///
/// # Errors
/// [`StoreError::Damaged`] with that name.
pub fn same(a: &[Digest], b: &[Digest]) -> Result<(), StoreError> {
    for (one, other) in a.iter().zip(b) {
        if one != other {
            return Err(StoreError::Damaged(format!("copies differ: {}", one.table)));
        }
    }
    if a.len() == b.len() {
        Ok(())
    } else {
        Err(StoreError::Damaged("copies differ: tables".into()))
    }
}

#[cfg(test)]
mod tests;
