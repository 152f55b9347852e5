//! The transparency log in SQLite.

use super::next;
use crate::store::{
    Body, HeadsRoot, KEPT_HEADS_ROOTS, StoreError, Which, from_db, later_line, to_db,
};
use rusqlite::{OptionalExtension, Transaction, params};
use ugnay_wire::signing::sha256;
use ugnay_wire::{Hash, Pseud};

type Result<T> = std::result::Result<T, StoreError>;

pub(super) fn append(tx: &Transaction<'_>, entry: &[u8], body: &[u8]) -> Result<u64> {
    let hash = sha256(entry);
    let there: Option<i64> = tx
        .query_row(
            "SELECT idx FROM log_entries WHERE sha256 = ?1",
            [hash.0],
            |r| r.get(0),
        )
        .optional()?;
    if let Some(idx) = there {
        return Ok(from_db(idx));
    }
    let idx = next(tx, "log")? - 1;
    tx.execute(
        "INSERT INTO log_entries (idx, sha256, entry) VALUES (?1, ?2, ?3)",
        params![idx, hash.0, entry],
    )?;
    if !body.is_empty() {
        tx.execute(
            "INSERT INTO log_bodies (idx, body) VALUES (?1, ?2)",
            params![idx, body],
        )?;
    }
    Ok(from_db(idx))
}

pub(super) fn append_heads(
    tx: &Transaction<'_>,
    entry: &[u8],
    heads: &[(Pseud, Hash)],
) -> Result<u64> {
    let idx = to_db(append(tx, entry, &[])?);
    let mut insert = tx.prepare_cached(
        "INSERT INTO heads_roots (idx, position, pseud, heads) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO NOTHING",
    )?;
    for (position, (pseud, hash)) in heads.iter().enumerate() {
        insert.execute(params![idx, to_db(position as u64), pseud.0, hash.0])?;
    }
    tx.execute(
        "DELETE FROM heads_roots WHERE idx NOT IN
         (SELECT DISTINCT idx FROM heads_roots ORDER BY idx DESC LIMIT ?1)",
        [KEPT_HEADS_ROOTS],
    )?;
    Ok(from_db(idx))
}

pub(super) fn entries(tx: &Transaction<'_>, from: u64, limit: usize) -> Result<Vec<Vec<u8>>> {
    Ok(tx
        .prepare_cached("SELECT entry FROM log_entries WHERE idx >= ?1 ORDER BY idx LIMIT ?2")?
        .query_map([to_db(from), to_db(limit as u64)], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn body(tx: &Transaction<'_>, index: u64) -> Result<Body> {
    let row: Option<Option<Vec<u8>>> = tx
        .prepare_cached("SELECT body FROM log_bodies WHERE idx = ?1")?
        .query_row([to_db(index)], |r| r.get(0))
        .optional()?;
    Ok(match row {
        None => Body::None,
        Some(None) => Body::Erased,
        Some(Some(bytes)) => Body::Bytes(bytes),
    })
}

pub(super) fn erase_body(tx: &Transaction<'_>, index: u64) -> Result<bool> {
    let n = tx.execute(
        "UPDATE log_bodies SET body = NULL WHERE idx = ?1 AND body IS NOT NULL",
        [to_db(index)],
    )?;
    Ok(n == 1)
}

pub(super) fn heads(tx: &Transaction<'_>, below: u64) -> Result<Option<HeadsRoot>> {
    let idx: Option<i64> = tx.query_row(
        "SELECT max(idx) FROM heads_roots WHERE idx < ?1",
        [to_db(below)],
        |r| r.get(0),
    )?;
    let Some(idx) = idx else { return Ok(None) };
    let leaves = tx
        .prepare_cached("SELECT pseud, heads FROM heads_roots WHERE idx = ?1 ORDER BY position")?
        .query_map([idx], |r| Ok((Pseud(r.get(0)?), Hash(r.get(1)?))))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(HeadsRoot {
        index: from_db(idx),
        leaves,
    }))
}

pub(super) fn put_checkpoint(tx: &Transaction<'_>, size: u64, note: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO checkpoints (size, note) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        params![to_db(size), note],
    )?;
    Ok(())
}

pub(super) fn checkpoint(tx: &Transaction<'_>, which: Which) -> Result<Option<(u64, String)>> {
    let (sql, value) = match which {
        Which::Newest => (
            "SELECT size, note FROM checkpoints WHERE size >= ?1 ORDER BY size DESC LIMIT 1",
            0,
        ),
        Which::Size(size) => (
            "SELECT size, note FROM checkpoints WHERE size = ?1",
            to_db(size),
        ),
        Which::Cosigned(n) => (
            "SELECT size, note FROM checkpoints c WHERE
             (SELECT count(*) FROM cosignatures s WHERE s.size = c.size) >= ?1
             ORDER BY size DESC LIMIT 1",
            i64::from(n),
        ),
    };
    Ok(tx
        .prepare_cached(sql)?
        .query_row([value], |r| Ok((from_db(r.get(0)?), r.get(1)?)))
        .optional()?)
}

pub(super) fn put_cosignature(
    tx: &Transaction<'_>,
    size: u64,
    key: &str,
    line: &str,
) -> Result<()> {
    let kept: Option<String> = tx
        .prepare_cached("SELECT line FROM cosignatures WHERE size = ?1 AND key = ?2")?
        .query_row(params![to_db(size), key], |r| r.get(0))
        .optional()?;
    if kept.is_none_or(|kept| later_line(&kept, line)) {
        tx.execute(
            "INSERT INTO cosignatures (size, key, line) VALUES (?1, ?2, ?3)
             ON CONFLICT (size, key) DO UPDATE SET line = excluded.line",
            params![to_db(size), key, line],
        )?;
    }
    Ok(())
}

pub(super) fn cosignatures(tx: &Transaction<'_>, size: u64) -> Result<Vec<String>> {
    Ok(tx
        .prepare_cached("SELECT line FROM cosignatures WHERE size = ?1 ORDER BY key")?
        .query_map([to_db(size)], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn checkpoints(tx: &Transaction<'_>) -> Result<Vec<(u64, String)>> {
    Ok(tx
        .prepare("SELECT size, note FROM checkpoints ORDER BY size")?
        .query_map([], |r| Ok((from_db(r.get(0)?), r.get(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?)
}
