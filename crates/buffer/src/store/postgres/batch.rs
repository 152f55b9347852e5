//! Batches in PostgreSQL. New blobs of a batch go in by one statement, the rest item by
//! item.

use super::registers::{cursor, kind};
use super::{Result, execute, fixed, get, length, next, row, rows};
use crate::store::{Current, Step, StoreError, day, decide, from_db, to_db};
use deadpool_postgres::Transaction;
use std::collections::HashMap;
use ugnay_wire::limits::SOFT_DELETE;
use ugnay_wire::signing::sha256;
use ugnay_wire::{Ack, Batch, BlobKind, Hash, Item, Name, Pseud};

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
    super::succession::open_for_writing(tx, &batch.pseud).await?;
    let mut seq = cursor(tx, &batch.pseud).await?;
    let mut accepted = 0u32;
    let there = currents(tx, batch).await?;
    let mut fresh = Fresh::default();
    for item in &batch.items {
        let current = there.get(item.name()).copied();
        let changed = fresh.take(current, item, seq + 1)
            || apply_item(tx, &batch.pseud, current, item, seq + 1, now).await?;
        if changed {
            seq += 1;
            accepted += 1;
        }
    }
    fresh.insert(tx, &batch.pseud).await?;
    let raise = "UPDATE registers SET seq = $2 WHERE pseud = $1";
    execute(tx, raise, &[&pseud, &seq]).await?;
    execute(
        tx,
        "INSERT INTO batches (pseud, sha256, batch_id, cursor, accepted, day)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            &pseud,
            &hash.as_ref(),
            &id,
            &seq,
            &i64::from(accepted),
            &day(now),
        ],
    )
    .await?;
    Ok(Ack {
        cursor: from_db(seq),
        accepted,
    })
}

/// What is stored under the batch's names.
async fn currents(tx: &Transaction<'_>, batch: &Batch) -> Result<HashMap<Name, Current>> {
    let sql = "SELECT name, sha256, kind, bytes IS NOT NULL FROM blobs
         WHERE pseud = $1 AND name = ANY ($2)";
    let names: Vec<&[u8]> = batch.items.iter().map(|i| i.name().as_ref()).collect();
    let mut there = HashMap::new();
    for r in rows(tx, sql, &[&batch.pseud.as_ref(), &names]).await? {
        let current = Current {
            sha256: Hash(fixed(&r, 1)?),
            kind: kind(get(&r, 2)?)? as u8,
            live: get(&r, 3)?,
        };
        there.insert(Name(fixed(&r, 0)?), current);
    }
    Ok(there)
}

/// Blobs under names never used before, as columns.
#[derive(Default)]
struct Fresh<'a> {
    names: Vec<&'a [u8]>,
    seqs: Vec<i64>,
    kinds: Vec<i16>,
    hashes: Vec<Vec<u8>>,
    bytes: Vec<&'a [u8]>,
}

impl<'a> Fresh<'a> {
    /// Takes the item if it is such a blob; bundles are listed one by one elsewhere.
    fn take(&mut self, current: Option<Current>, item: &'a Item, seq: i64) -> bool {
        let Item::Put { kind, name, bytes } = item else {
            return false;
        };
        if current.is_some() || *kind == BlobKind::Bundle {
            return false;
        }
        self.names.push(name.as_ref());
        self.seqs.push(seq);
        self.kinds.push(i16::from(*kind as u8));
        self.hashes.push(sha256(bytes).0.to_vec());
        self.bytes.push(bytes);
        true
    }

    async fn insert(&self, tx: &Transaction<'_>, pseud: &Pseud) -> Result<()> {
        if self.names.is_empty() {
            return Ok(());
        }
        execute(
            tx,
            "INSERT INTO blobs (pseud, name, seq, kind, sha256, len, bytes)
             SELECT $1, n, s, k, h, length(b), b
             FROM unnest($2::BYTEA[], $3::BIGINT[], $4::SMALLINT[], $5::BYTEA[], $6::BYTEA[])
             AS t (n, s, k, h, b)",
            &[
                &pseud.as_ref(),
                &self.names,
                &self.seqs,
                &self.kinds,
                &self.hashes,
                &self.bytes,
            ],
        )
        .await?;
        Ok(())
    }
}

/// True if the item changed something; `seq` is the change's number then.
async fn apply_item(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    current: Option<Current>,
    item: &Item,
    seq: i64,
    now: i64,
) -> Result<bool> {
    let name = item.name();
    let hash = match item {
        Item::Put { bytes, .. } => sha256(bytes),
        _ => Hash([0; 32]),
    };
    match (decide(current, item, &hash), item) {
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

pub(super) async fn put(
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
