//! Registers, batches, blobs and bundles in PostgreSQL.

use super::{PgError, Result, execute, fixed, get, length, next, row, rows};
use crate::store::{Current, HeadsByRegister, Register, Step, StoreError, decide, from_db, to_db};
use deadpool_postgres::Transaction;
use ugnay_wire::limits::SOFT_DELETE;
use ugnay_wire::signing::sha256;
use ugnay_wire::{
    Ack, Batch, BlobKind, BlobReply, BlobStatus, Blobs, BlobsGet, BundleInfo, BundlePage, Change,
    ChangesPage, Hash, Item, Name, Pseud, PublicKey,
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
async fn cursor(tx: &Transaction<'_>, pseud: &Pseud) -> Result<i64> {
    let sql = "SELECT seq FROM registers WHERE pseud = $1";
    match row(tx, sql, &[&pseud.as_ref()]).await? {
        Some(r) => get(&r, 0),
        None => Err(StoreError::NoRegister.into()),
    }
}

pub(super) async fn apply(
    tx: &Transaction<'_>,
    batch: &Batch,
    hash: &Hash,
    now: i64,
) -> Result<Ack> {
    let (pseud, id) = (batch.pseud.as_ref(), batch.batch_id.as_ref());
    let done = "SELECT cursor, accepted FROM batches WHERE pseud = $1 AND sha256 = $2";
    if let Some(r) = row(tx, done, &[&pseud, &hash.as_ref()]).await? {
        return Ok(Ack {
            cursor: from_db(get(&r, 0)?),
            accepted: length(&r, 1)?,
        });
    }
    let taken = "SELECT 1 FROM batches WHERE pseud = $1 AND batch_id = $2";
    if row(tx, taken, &[&pseud, &id]).await?.is_some() {
        return Err(StoreError::Conflict("batch id").into());
    }
    let mut seq = cursor(tx, &batch.pseud).await?;
    let mut accepted = 0u32;
    for item in &batch.items {
        if apply_item(tx, &batch.pseud, item, seq + 1, now).await? {
            seq += 1;
            accepted += 1;
        }
    }
    let raise = "UPDATE registers SET seq = $2 WHERE pseud = $1";
    execute(tx, raise, &[&pseud, &seq]).await?;
    execute(
        tx,
        "INSERT INTO batches (pseud, sha256, batch_id, cursor, accepted) VALUES ($1, $2, $3, $4, $5)",
        &[&pseud, &hash.as_ref(), &id, &seq, &i64::from(accepted)],
    )
    .await?;
    Ok(Ack {
        cursor: from_db(seq),
        accepted,
    })
}

async fn current(tx: &Transaction<'_>, pseud: &Pseud, name: &Name) -> Result<Option<Current>> {
    let sql = "SELECT sha256, kind, bytes IS NOT NULL FROM blobs WHERE pseud = $1 AND name = $2";
    let Some(r) = row(tx, sql, &[&pseud.as_ref(), &name.as_ref()]).await? else {
        return Ok(None);
    };
    Ok(Some(Current {
        sha256: Hash(fixed(&r, 0)?),
        kind: kind(get(&r, 1)?)? as u8,
        live: get(&r, 2)?,
    }))
}

fn kind(v: i16) -> Result<BlobKind> {
    u8::try_from(v)
        .ok()
        .and_then(|k| BlobKind::from_u8(k).ok())
        .ok_or(PgError::Store(StoreError::Damaged("kind".into())))
}

/// True if the item changed something; `seq` is the change's number then.
async fn apply_item(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    item: &Item,
    seq: i64,
    now: i64,
) -> Result<bool> {
    let name = item.name();
    let hash = match item {
        Item::Put { bytes, .. } => sha256(bytes),
        _ => Hash([0; 32]),
    };
    match (decide(current(tx, pseud, name).await?, item, &hash), item) {
        (Step::Write { retire }, Item::Put { kind, bytes, .. }) => {
            if retire {
                to_trash(tx, pseud, name, now).await?;
            }
            put(tx, pseud, name, seq, *kind as u8, &hash, bytes).await?;
            Ok(true)
        }
        (Step::Remove, _) => {
            to_trash(tx, pseud, name, now).await?;
            let mark = "UPDATE blobs SET bytes = NULL, seq = $3 WHERE pseud = $1 AND name = $2";
            execute(tx, mark, &[&pseud.as_ref(), &name.as_ref(), &seq]).await?;
            unlist(tx, pseud, name).await?;
            Ok(true)
        }
        (Step::BringBack { retire }, _) => bring_back(tx, pseud, name, seq, retire, now).await,
        _ => Ok(false),
    }
}

async fn put(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    name: &Name,
    seq: i64,
    kind: u8,
    hash: &Hash,
    bytes: &[u8],
) -> Result<()> {
    let len = to_db(bytes.len() as u64);
    execute(
        tx,
        "INSERT INTO blobs (pseud, name, seq, kind, sha256, len, bytes)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (pseud, name) DO UPDATE SET seq = excluded.seq, kind = excluded.kind,
         sha256 = excluded.sha256, len = excluded.len, bytes = excluded.bytes",
        &[
            &pseud.as_ref(),
            &name.as_ref(),
            &seq,
            &i16::from(kind),
            &hash.as_ref(),
            &len,
            &bytes,
        ],
    )
    .await?;
    unlist(tx, pseud, name).await?;
    if kind == BlobKind::Bundle as u8 {
        let place = next(tx, "bundles").await?;
        let list = "INSERT INTO bundles (seq, pseud, name, len) VALUES ($1, $2, $3, $4)";
        execute(tx, list, &[&place, &pseud.as_ref(), &name.as_ref(), &len]).await?;
    }
    Ok(())
}

async fn unlist(tx: &Transaction<'_>, pseud: &Pseud, name: &Name) -> Result<()> {
    let sql = "DELETE FROM bundles WHERE pseud = $1 AND name = $2";
    execute(tx, sql, &[&pseud.as_ref(), &name.as_ref()]).await?;
    Ok(())
}

async fn to_trash(tx: &Transaction<'_>, pseud: &Pseud, name: &Name, now: i64) -> Result<()> {
    execute(
        tx,
        "INSERT INTO trash (pseud, name, seq, kind, sha256, purge_after, bytes)
         SELECT pseud, name, seq, kind, sha256, $3, bytes FROM blobs
         WHERE pseud = $1 AND name = $2",
        &[
            &pseud.as_ref(),
            &name.as_ref(),
            &now.saturating_add(SOFT_DELETE),
        ],
    )
    .await?;
    Ok(())
}

async fn bring_back(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    name: &Name,
    seq: i64,
    retire: bool,
    now: i64,
) -> Result<bool> {
    let newest = "SELECT seq, kind, sha256, bytes FROM trash
         WHERE pseud = $1 AND name = $2 AND purge_after > $3 ORDER BY seq DESC LIMIT 1";
    let (p, n) = (pseud.as_ref(), name.as_ref());
    let Some(old) = row(tx, newest, &[&p, &n, &now]).await? else {
        return Ok(false);
    };
    let take = "DELETE FROM trash WHERE pseud = $1 AND name = $2 AND seq = $3";
    execute(tx, take, &[&p, &n, &get::<i64>(&old, 0)?]).await?;
    if retire {
        to_trash(tx, pseud, name, now).await?;
    }
    let (kind, hash) = (kind(get(&old, 1)?)? as u8, Hash(fixed(&old, 2)?));
    put(tx, pseud, name, seq, kind, &hash, get(&old, 3)?).await?;
    Ok(true)
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

pub(super) async fn purge(tx: &Transaction<'_>, now: i64) -> Result<u64> {
    execute(tx, "DELETE FROM trash WHERE purge_after <= $1", &[&now]).await
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
