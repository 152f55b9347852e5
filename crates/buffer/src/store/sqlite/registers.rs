//! Registers, batches, blobs and bundles in SQLite.

use super::next;
use crate::store::{
    Current, HeadsByRegister, Keep, Purged, Register, Step, StoreError, day, decide, from_db,
    kept_from, to_db,
};
use rusqlite::{OptionalExtension, Row, Transaction, params};
use ugnay_wire::limits::SOFT_DELETE;
use ugnay_wire::signing::sha256;
use ugnay_wire::{
    Ack, Batch, BlobKind, BlobReply, BlobStatus, Blobs, BlobsGet, BundleInfo, BundlePage, Change,
    ChangesPage, Hash, Item, Name, Pseud, PublicKey,
};

type Result<T> = std::result::Result<T, StoreError>;

pub(super) fn open(tx: &Transaction<'_>, register: &Register) -> Result<()> {
    match get(tx, &register.pseud)? {
        Some(there) if there == *register => Ok(()),
        Some(_) => Err(StoreError::Conflict("pseud")),
        None => {
            tx.execute(
                "INSERT INTO registers (pseud, write_cap, read_cap, seq) VALUES (?1, ?2, ?3, 0)",
                params![register.pseud.0, register.write_cap.0, register.read_cap.0],
            )?;
            Ok(())
        }
    }
}

pub(super) fn get(tx: &Transaction<'_>, pseud: &Pseud) -> Result<Option<Register>> {
    Ok(tx
        .prepare_cached("SELECT write_cap, read_cap FROM registers WHERE pseud = ?1")?
        .query_row([pseud.0], |r| {
            Ok(Register {
                pseud: *pseud,
                write_cap: PublicKey(r.get(0)?),
                read_cap: PublicKey(r.get(1)?),
            })
        })
        .optional()?)
}

pub(super) fn apply(tx: &Transaction<'_>, batch: &Batch, hash: &Hash, now: i64) -> Result<Ack> {
    let done = tx
        .prepare_cached("SELECT cursor, accepted FROM batches WHERE pseud = ?1 AND sha256 = ?2")?
        .query_row(params![batch.pseud.0, hash.0], |r| {
            Ok(Ack {
                cursor: from_db(r.get(0)?),
                accepted: r.get(1)?,
            })
        })
        .optional()?;
    if let Some(ack) = done {
        return Ok(ack);
    }
    let taken = tx
        .prepare_cached("SELECT 1 FROM batches WHERE pseud = ?1 AND batch_id = ?2")?
        .exists(params![batch.pseud.0, batch.batch_id.0])?;
    if taken {
        return Err(StoreError::Conflict("batch id"));
    }
    super::succession::open_for_writing(tx, &batch.pseud)?;
    let mut seq: i64 = tx
        .query_row(
            "SELECT seq FROM registers WHERE pseud = ?1",
            [batch.pseud.0],
            |r| r.get(0),
        )
        .optional()?
        .ok_or(StoreError::NoRegister)?;
    let mut accepted = 0;
    for item in &batch.items {
        if apply_item(tx, &batch.pseud, item, seq + 1, now)? {
            seq += 1;
            accepted += 1;
        }
    }
    tx.execute(
        "UPDATE registers SET seq = ?2 WHERE pseud = ?1",
        params![batch.pseud.0, seq],
    )?;
    tx.execute(
        "INSERT INTO batches (pseud, sha256, batch_id, cursor, accepted, day)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            batch.pseud.0,
            hash.0,
            batch.batch_id.0,
            seq,
            accepted,
            day(now)
        ],
    )?;
    Ok(Ack {
        cursor: from_db(seq),
        accepted,
    })
}

/// True if the item changed something; `seq` is the change's number then.
fn apply_item(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    item: &Item,
    seq: i64,
    now: i64,
) -> Result<bool> {
    let name = item.name();
    let current = tx
        .prepare_cached(
            "SELECT sha256, kind, bytes IS NOT NULL FROM blobs WHERE pseud = ?1 AND name = ?2",
        )?
        .query_row(params![pseud.0, name.0], |r| {
            Ok(Current {
                sha256: Hash(r.get(0)?),
                kind: r.get(1)?,
                live: r.get(2)?,
            })
        })
        .optional()?;
    let hash = match item {
        Item::Put { bytes, .. } => sha256(bytes),
        _ => Hash([0; 32]),
    };
    match (decide(current, item, &hash), item) {
        (Step::Write { retire }, Item::Put { kind, bytes, .. }) => {
            if retire {
                to_trash(tx, pseud, name, now)?;
            }
            put(tx, pseud, name, seq, *kind as u8, &hash, bytes)?;
            Ok(true)
        }
        (Step::Remove, _) => {
            to_trash(tx, pseud, name, now)?;
            tx.execute(
                "UPDATE blobs SET bytes = NULL, seq = ?3 WHERE pseud = ?1 AND name = ?2",
                params![pseud.0, name.0, seq],
            )?;
            unlist(tx, pseud, name)?;
            Ok(true)
        }
        (Step::BringBack { retire }, _) => bring_back(tx, pseud, name, seq, retire, now),
        _ => Ok(false),
    }
}

pub(super) fn put(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    name: &Name,
    seq: i64,
    kind: u8,
    hash: &Hash,
    bytes: &[u8],
) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO blobs (pseud, name, seq, kind, sha256, len, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, length(?6), ?6)
         ON CONFLICT (pseud, name) DO UPDATE SET seq = excluded.seq, kind = excluded.kind,
         sha256 = excluded.sha256, len = excluded.len, bytes = excluded.bytes",
    )?
    .execute(params![pseud.0, name.0, seq, kind, hash.0, bytes])?;
    unlist(tx, pseud, name)?;
    if kind == BlobKind::Bundle as u8 {
        let place = next(tx, "bundles")?;
        tx.execute(
            "INSERT INTO bundles (seq, pseud, name, len) VALUES (?1, ?2, ?3, length(?4))",
            params![place, pseud.0, name.0, bytes],
        )?;
    }
    Ok(())
}

fn unlist(tx: &Transaction<'_>, pseud: &Pseud, name: &Name) -> Result<()> {
    tx.prepare_cached("DELETE FROM bundles WHERE pseud = ?1 AND name = ?2")?
        .execute(params![pseud.0, name.0])?;
    Ok(())
}

fn to_trash(tx: &Transaction<'_>, pseud: &Pseud, name: &Name, now: i64) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO trash (pseud, name, seq, kind, sha256, purge_after, bytes)
         SELECT pseud, name, seq, kind, sha256, ?3, bytes FROM blobs
         WHERE pseud = ?1 AND name = ?2",
    )?
    .execute(params![pseud.0, name.0, now.saturating_add(SOFT_DELETE)])?;
    Ok(())
}

fn bring_back(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    name: &Name,
    seq: i64,
    retire: bool,
    now: i64,
) -> Result<bool> {
    let old = tx
        .query_row(
            "SELECT seq, kind, sha256, bytes FROM trash
             WHERE pseud = ?1 AND name = ?2 AND purge_after > ?3 ORDER BY seq DESC LIMIT 1",
            params![pseud.0, name.0, now],
            |r| {
                let (seq, kind): (i64, u8) = (r.get(0)?, r.get(1)?);
                Ok((seq, kind, Hash(r.get(2)?), r.get::<_, Vec<u8>>(3)?))
            },
        )
        .optional()?;
    let Some((old_seq, kind, hash, bytes)) = old else {
        return Ok(false);
    };
    tx.execute(
        "DELETE FROM trash WHERE pseud = ?1 AND name = ?2 AND seq = ?3",
        params![pseud.0, name.0, old_seq],
    )?;
    if retire {
        to_trash(tx, pseud, name, now)?;
    }
    put(tx, pseud, name, seq, kind, &hash, &bytes)?;
    Ok(true)
}

pub(super) fn changes(
    tx: &Transaction<'_>,
    pseud: &Pseud,
    after: u64,
    limit: usize,
) -> Result<ChangesPage> {
    let at: i64 = tx
        .query_row(
            "SELECT seq FROM registers WHERE pseud = ?1",
            [pseud.0],
            |r| r.get(0),
        )
        .optional()?
        .ok_or(StoreError::NoRegister)?;
    let mut changes = tx
        .prepare_cached(
            "SELECT seq, kind, name, sha256, len, bytes IS NULL FROM blobs
             WHERE pseud = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
        )?
        .query_map(
            params![pseud.0, to_db(after), to_db(limit as u64 + 1)],
            |r| Ok(change(r)),
        )?
        .map(|r| r?)
        .collect::<Result<Vec<_>>>()?;
    let more = changes.len() > limit;
    changes.truncate(limit);
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

fn change(r: &Row<'_>) -> Result<Change> {
    Ok(Change {
        seq: from_db(r.get(0)?),
        kind: BlobKind::from_u8(r.get(1)?).map_err(|_| StoreError::Damaged("kind".into()))?,
        name: Name(r.get(2)?),
        sha256: Hash(r.get(3)?),
        len: r.get(4)?,
        deleted: r.get(5)?,
    })
}

pub(super) fn blobs(tx: &Transaction<'_>, get: &BlobsGet, max_bytes: usize) -> Result<Blobs> {
    let mut select = tx.prepare_cached(
        "SELECT bytes FROM blobs WHERE pseud = ?1 AND name = ?2 AND bytes IS NOT NULL",
    )?;
    let mut len = tx.prepare_cached(
        "SELECT len FROM blobs WHERE pseud = ?1 AND name = ?2 AND bytes IS NOT NULL",
    )?;
    let mut sum = 0usize;
    let mut replies = Vec::with_capacity(get.names.len());
    for name in &get.names {
        let key = params![get.pseud.0, name.0];
        let here: Option<u32> = len.query_row(key, |r| r.get(0)).optional()?;
        let status = match here {
            None => BlobStatus::Missing,
            Some(n) if sum > 0 && sum + n as usize > max_bytes => BlobStatus::Later,
            Some(n) => {
                sum += n as usize;
                BlobStatus::Found(select.query_row(key, |r| r.get(0))?)
            }
        };
        replies.push(BlobReply {
            name: *name,
            status,
        });
    }
    Ok(Blobs { replies })
}

pub(super) fn bundles(tx: &Transaction<'_>, after: u64, limit: usize) -> Result<BundlePage> {
    let mut bundles = tx
        .prepare_cached(
            "SELECT seq, pseud, name, len FROM bundles WHERE seq > ?1 ORDER BY seq LIMIT ?2",
        )?
        .query_map([to_db(after), to_db(limit as u64 + 1)], |r| {
            Ok(BundleInfo {
                seq: from_db(r.get(0)?),
                pseud: Pseud(r.get(1)?),
                name: Name(r.get(2)?),
                len: r.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let more = bundles.len() > limit;
    bundles.truncate(limit);
    let cursor = bundles.last().map_or(after, |b| b.seq);
    Ok(BundlePage {
        cursor,
        more,
        bundles,
    })
}

pub(super) fn bundle(tx: &Transaction<'_>, pseud: &Pseud, name: &Name) -> Result<Option<Vec<u8>>> {
    Ok(tx
        .prepare_cached(
            "SELECT bytes FROM blobs
             WHERE pseud = ?1 AND name = ?2 AND kind = 5 AND bytes IS NOT NULL",
        )?
        .query_row(params![pseud.0, name.0], |r| r.get(0))
        .optional()?)
}

pub(super) fn purge(tx: &Transaction<'_>, now: i64, keep: Keep) -> Result<Purged> {
    // Rows from before days were noted count from today.
    tx.execute("UPDATE batches SET day = ?1 WHERE day = 0", [day(now)])?;
    let delete = |sql, until: i64| tx.execute(sql, [until]).map(|n| n as u64);
    Ok(Purged {
        ended: 0,
        trash: delete("DELETE FROM trash WHERE purge_after <= ?1", now)?,
        box_messages: delete(
            "DELETE FROM box_messages WHERE day < ?1",
            kept_from(now, keep.box_days),
        )?,
        batches: delete(
            "DELETE FROM batches WHERE day < ?1",
            kept_from(now, keep.batch_days),
        )?,
    })
}

pub(super) fn heads(tx: &Transaction<'_>) -> Result<HeadsByRegister> {
    let mut all = HeadsByRegister::new();
    let mut select = tx.prepare_cached(
        "SELECT pseud, name, sha256 FROM blobs WHERE kind = 3 AND bytes IS NOT NULL",
    )?;
    let mut rows = select.query([])?;
    while let Some(r) = rows.next()? {
        all.entry(Pseud(r.get(0)?))
            .or_default()
            .insert(Name(r.get(1)?), Hash(r.get(2)?));
    }
    Ok(all)
}
