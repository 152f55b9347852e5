//! Registers, blobs and bundles in PostgreSQL.

use super::{PgError, Result, execute, fixed, get, length, row, rows};
use crate::store::{
    HeadsByRegister, Keep, Purged, Register, StoreError, day, from_db, kept_from, to_db,
};
use deadpool_postgres::Transaction;
use ugnay_wire::{
    BlobKind, BlobReply, BlobStatus, Blobs, BlobsGet, BundleInfo, BundlePage, Change, ChangesPage,
    Hash, Name, Pseud, PublicKey,
};

pub(super) async fn open(tx: &Transaction<'_>, register: &Register) -> Result<()> {
    match get_keys(tx, &register.pseud).await? {
        Some(there) if there == *register => Ok(()),
        Some(_) => Err(StoreError::Conflict("pseud").into()),
        None => {
            execute(
                tx,
                "INSERT INTO registers (pseud, write_cap, read_cap, seq) VALUES ($1, $2, $3, 0)",
                &[
                    &register.pseud.as_ref(),
                    &register.write_cap.as_ref(),
                    &register.read_cap.as_ref(),
                ],
            )
            .await?;
            Ok(())
        }
    }
}

pub(super) async fn get_keys(tx: &Transaction<'_>, pseud: &Pseud) -> Result<Option<Register>> {
    let sql = "SELECT write_cap, read_cap FROM registers WHERE pseud = $1";
    let Some(r) = row(tx, sql, &[&pseud.as_ref()]).await? else {
        return Ok(None);
    };
    Ok(Some(Register {
        pseud: *pseud,
        write_cap: PublicKey(fixed(&r, 0)?),
        read_cap: PublicKey(fixed(&r, 1)?),
    }))
}

/// The register's cursor.
pub(super) async fn cursor(tx: &Transaction<'_>, pseud: &Pseud) -> Result<i64> {
    let sql = "SELECT seq FROM registers WHERE pseud = $1";
    match row(tx, sql, &[&pseud.as_ref()]).await? {
        Some(r) => get(&r, 0),
        None => Err(StoreError::NoRegister.into()),
    }
}

pub(super) fn kind(v: i16) -> Result<BlobKind> {
    u8::try_from(v)
        .ok()
        .and_then(|k| BlobKind::from_u8(k).ok())
        .ok_or(PgError::Store(StoreError::Damaged("kind".into())))
}

pub(super) async fn changes(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    after: u64,
    limit: usize,
) -> Result<ChangesPage> {
    let at = cursor(tx, pseud).await?;
    let sql = "SELECT seq, kind, name, sha256, len, bytes IS NULL FROM blobs
             WHERE pseud = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    let params = (pseud.as_ref(), to_db(after), to_db(limit as u64 + 1));
    let found = rows(tx, sql, &[&params.0, &params.1, &params.2]).await?;
    let more = found.len() > limit;
    let mut changes = Vec::with_capacity(found.len());
    for r in found.iter().take(limit) {
        changes.push(Change {
            seq: from_db(get(r, 0)?),
            kind: kind(get(r, 1)?)?,
            name: Name(fixed(r, 2)?),
            sha256: Hash(fixed(r, 3)?),
            len: length(r, 4)?,
            deleted: get(r, 5)?,
        });
    }
    let cursor = match changes.last() {
        Some(last) if more => last.seq,
        _ => from_db(at),
    };
    Ok(ChangesPage {
        cursor,
        more,
        changes,
    })
}

pub(super) async fn blobs(tx: &Transaction<'_>, ask: &BlobsGet, max_bytes: usize) -> Result<Blobs> {
    let len = "SELECT len FROM blobs WHERE pseud = $1 AND name = $2 AND bytes IS NOT NULL";
    let bytes = "SELECT bytes FROM blobs WHERE pseud = $1 AND name = $2 AND bytes IS NOT NULL";
    let mut sum = 0usize;
    let mut replies = Vec::with_capacity(ask.names.len());
    for name in &ask.names {
        let (p, n) = (ask.pseud.as_ref(), name.as_ref());
        let here = match row(tx, len, &[&p, &n]).await? {
            Some(r) => Some(length(&r, 0)? as usize),
            None => None,
        };
        let status = match here {
            Some(size) if sum == 0 || sum + size <= max_bytes => {
                sum += size;
                match row(tx, bytes, &[&p, &n]).await? {
                    Some(r) => BlobStatus::Found(get(&r, 0)?),
                    None => BlobStatus::Missing,
                }
            }
            Some(_) => BlobStatus::Later,
            None => BlobStatus::Missing,
        };
        replies.push(BlobReply {
            name: *name,
            status,
        });
    }
    Ok(Blobs { replies })
}

pub(super) async fn bundles(tx: &Transaction<'_>, after: u64, limit: usize) -> Result<BundlePage> {
    let sql = "SELECT seq, pseud, name, len FROM bundles WHERE seq > $1 ORDER BY seq LIMIT $2";
    let found = rows(tx, sql, &[&to_db(after), &to_db(limit as u64 + 1)]).await?;
    let mut bundles = Vec::with_capacity(found.len());
    for r in found.iter().take(limit) {
        bundles.push(BundleInfo {
            seq: from_db(get(r, 0)?),
            pseud: Pseud(fixed(r, 1)?),
            name: Name(fixed(r, 2)?),
            len: length(r, 3)?,
        });
    }
    Ok(BundlePage {
        cursor: bundles.last().map_or(after, |b| b.seq),
        more: found.len() > limit,
        bundles,
    })
}

pub(super) async fn bundle(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    name: &Name,
) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT bytes FROM blobs
             WHERE pseud = $1 AND name = $2 AND kind = 5 AND bytes IS NOT NULL";
    match row(tx, sql, &[&pseud.as_ref(), &name.as_ref()]).await? {
        Some(r) => Ok(Some(get(&r, 0)?)),
        None => Ok(None),
    }
}

pub(super) async fn purge(tx: &Transaction<'_>, now: i64, keep: Keep) -> Result<Purged> {
    // Rows from before days were noted count from today.
    let today = day(now);
    execute(tx, "UPDATE batches SET day = $1 WHERE day = 0", &[&today]).await?;
    let (boxes, batches) = (
        kept_from(now, keep.box_days),
        kept_from(now, keep.batch_days),
    );
    let ended = super::succession::purge(tx, now).await?;
    Ok(Purged {
        ended,
        trash: execute(tx, "DELETE FROM trash WHERE purge_after <= $1", &[&now]).await?,
        box_messages: execute(tx, "DELETE FROM box_messages WHERE day < $1", &[&boxes]).await?,
        batches: execute(tx, "DELETE FROM batches WHERE day < $1", &[&batches]).await?,
    })
}

pub(super) async fn heads(tx: &Transaction<'_>) -> Result<HeadsByRegister> {
    let sql = "SELECT pseud, name, sha256 FROM blobs WHERE kind = 3 AND bytes IS NOT NULL";
    let mut all = HeadsByRegister::new();
    for r in rows(tx, sql, &[]).await? {
        all.entry(Pseud(fixed(&r, 0)?))
            .or_default()
            .insert(Name(fixed(&r, 1)?), Hash(fixed(&r, 2)?));
    }
    Ok(all)
}
