//! The transparency log in PostgreSQL.

use super::{Result, execute, fixed, get, next, row, rows};
use crate::store::{Body, HeadsRoot, KEPT_HEADS_ROOTS, Which, from_db, later_line, to_db};
use deadpool_postgres::Transaction;
use ugnay_wire::signing::sha256;
use ugnay_wire::{Hash, Pseud};

pub(super) async fn append(tx: &Transaction<'_>, entry: &[u8], body: &[u8]) -> Result<u64> {
    let hash = sha256(entry);
    let there = "SELECT idx FROM log_entries WHERE sha256 = $1";
    if let Some(r) = row(tx, there, &[&hash.as_ref()]).await? {
        return Ok(from_db(get(&r, 0)?));
    }
    let idx = next(tx, "log").await? - 1;
    let insert = "INSERT INTO log_entries (idx, sha256, entry) VALUES ($1, $2, $3)";
    execute(tx, insert, &[&idx, &hash.as_ref(), &entry]).await?;
    if !body.is_empty() {
        let insert = "INSERT INTO log_bodies (idx, body) VALUES ($1, $2)";
        execute(tx, insert, &[&idx, &body]).await?;
    }
    Ok(from_db(idx))
}

pub(super) async fn append_heads(
    tx: &Transaction<'_>,
    entry: &[u8],
    heads: &[(Pseud, Hash)],
) -> Result<u64> {
    let idx = to_db(append(tx, entry, &[]).await?);
    let insert = "INSERT INTO heads_roots (idx, position, pseud, heads) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING";
    for (position, (pseud, hash)) in heads.iter().enumerate() {
        let position = to_db(position as u64);
        execute(
            tx,
            insert,
            &[&idx, &position, &pseud.as_ref(), &hash.as_ref()],
        )
        .await?;
    }
    execute(
        tx,
        "DELETE FROM heads_roots WHERE idx NOT IN
         (SELECT DISTINCT idx FROM heads_roots ORDER BY idx DESC LIMIT $1)",
        &[&KEPT_HEADS_ROOTS],
    )
    .await?;
    Ok(from_db(idx))
}

pub(super) async fn entries(tx: &Transaction<'_>, from: u64, limit: usize) -> Result<Vec<Vec<u8>>> {
    let sql = "SELECT entry FROM log_entries WHERE idx >= $1 ORDER BY idx LIMIT $2";
    let found = rows(tx, sql, &[&to_db(from), &to_db(limit as u64)]).await?;
    found.iter().map(|r| get(r, 0)).collect()
}

pub(super) async fn body(tx: &Transaction<'_>, index: u64) -> Result<Body> {
    let sql = "SELECT body FROM log_bodies WHERE idx = $1";
    let Some(r) = row(tx, sql, &[&to_db(index)]).await? else {
        return Ok(Body::None);
    };
    Ok(match get::<Option<Vec<u8>>>(&r, 0)? {
        None => Body::Erased,
        Some(bytes) => Body::Bytes(bytes),
    })
}

pub(super) async fn erase_body(tx: &Transaction<'_>, index: u64) -> Result<bool> {
    let sql = "UPDATE log_bodies SET body = NULL WHERE idx = $1 AND body IS NOT NULL";
    Ok(execute(tx, sql, &[&to_db(index)]).await? == 1)
}

pub(super) async fn heads(tx: &Transaction<'_>, below: u64) -> Result<Option<HeadsRoot>> {
    let newest = "SELECT max(idx) FROM heads_roots WHERE idx < $1";
    let idx: Option<i64> = match row(tx, newest, &[&to_db(below)]).await? {
        Some(r) => get(&r, 0)?,
        None => None,
    };
    let Some(idx) = idx else { return Ok(None) };
    let sql = "SELECT pseud, heads FROM heads_roots WHERE idx = $1 ORDER BY position";
    let mut leaves = Vec::new();
    for r in rows(tx, sql, &[&idx]).await? {
        leaves.push((Pseud(fixed(&r, 0)?), Hash(fixed(&r, 1)?)));
    }
    Ok(Some(HeadsRoot {
        index: from_db(idx),
        leaves,
    }))
}

pub(super) async fn put_checkpoint(tx: &Transaction<'_>, size: u64, note: &str) -> Result<()> {
    let sql = "INSERT INTO checkpoints (size, note) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    execute(tx, sql, &[&to_db(size), &note]).await?;
    Ok(())
}

pub(super) async fn checkpoint(
    tx: &Transaction<'_>,
    which: Which,
) -> Result<Option<(u64, String)>> {
    let (sql, value) = match which {
        Which::Newest => (
            "SELECT size, note FROM checkpoints WHERE size >= $1 ORDER BY size DESC LIMIT 1",
            0,
        ),
        Which::Size(size) => (
            "SELECT size, note FROM checkpoints WHERE size = $1",
            to_db(size),
        ),
        Which::Cosigned(n) => (
            "SELECT size, note FROM checkpoints c WHERE
             (SELECT count(*) FROM cosignatures s WHERE s.size = c.size) >= $1
             ORDER BY size DESC LIMIT 1",
            i64::from(n),
        ),
    };
    match row(tx, sql, &[&value]).await? {
        Some(r) => Ok(Some((from_db(get(&r, 0)?), get(&r, 1)?))),
        None => Ok(None),
    }
}

pub(super) async fn put_cosignature(
    tx: &Transaction<'_>,
    size: u64,
    key: &str,
    line: &str,
) -> Result<()> {
    let kept = "SELECT line FROM cosignatures WHERE size = $1 AND key = $2";
    if let Some(r) = row(tx, kept, &[&to_db(size), &key]).await? {
        let kept: String = get(&r, 0)?;
        if !later_line(&kept, line) {
            return Ok(());
        }
    }
    let sql = "INSERT INTO cosignatures (size, key, line) VALUES ($1, $2, $3)
         ON CONFLICT (size, key) DO UPDATE SET line = excluded.line";
    execute(tx, sql, &[&to_db(size), &key, &line]).await?;
    Ok(())
}

pub(super) async fn cosignatures(tx: &Transaction<'_>, size: u64) -> Result<Vec<String>> {
    let sql = "SELECT line FROM cosignatures WHERE size = $1 ORDER BY key";
    let found = rows(tx, sql, &[&to_db(size)]).await?;
    found.iter().map(|r| get(r, 0)).collect()
}

pub(super) async fn checkpoints(tx: &Transaction<'_>) -> Result<Vec<(u64, String)>> {
    let found = rows(tx, "SELECT size, note FROM checkpoints ORDER BY size", &[]).await?;
    found
        .iter()
        .map(|r| Ok((from_db(get(r, 0)?), get(r, 1)?)))
        .collect()
}
