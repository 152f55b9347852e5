//! Boxes in PostgreSQL.

use super::{Result, execute, get, row, rows};
use crate::store::{StoreError, day, from_db, to_db};
use deadpool_postgres::Transaction;
use ugnay_wire::limits::MAX_BOX_MESSAGES;
use ugnay_wire::signing::sha256;
use ugnay_wire::{BoxMessage, BoxPage, Topic};

pub(super) async fn post(
    tx: &Transaction<'_>,
    topic: &Topic,
    bytes: &[u8],
    now: i64,
) -> Result<u64> {
    let (hash, topic) = (sha256(bytes), topic.as_ref());
    let there = "SELECT seq FROM box_messages WHERE topic = $1 AND sha256 = $2";
    if let Some(r) = row(tx, there, &[&topic, &hash.as_ref()]).await? {
        return Ok(from_db(get(&r, 0)?));
    }
    let raise = "INSERT INTO box_topics AS t (topic, seq) VALUES ($1, 1)
         ON CONFLICT (topic) DO UPDATE SET seq = t.seq + 1 RETURNING seq";
    let seq: i64 = match row(tx, raise, &[&topic]).await? {
        Some(r) => get(&r, 0)?,
        None => return Err(StoreError::Damaged("topic".into()).into()),
    };
    let oldest = "SELECT coalesce(min(seq), $2) FROM box_messages WHERE topic = $1";
    let oldest: i64 = match row(tx, oldest, &[&topic, &seq]).await? {
        Some(r) => get(&r, 0)?,
        None => seq,
    };
    if from_db(seq - oldest) >= MAX_BOX_MESSAGES {
        return Err(StoreError::Capped("box").into());
    }
    execute(
        tx,
        "INSERT INTO box_messages (topic, seq, sha256, day, bytes) VALUES ($1, $2, $3, $4, $5)",
        &[&topic, &seq, &hash.as_ref(), &day(now), &bytes],
    )
    .await?;
    Ok(from_db(seq))
}

pub(super) async fn read(
    tx: &Transaction<'_>,
    topic: &Topic,
    after: u64,
    limit: usize,
    max_bytes: usize,
) -> Result<BoxPage> {
    // Sizes first, so that only what fits is fetched.
    let sizes = "SELECT seq, length(bytes)::BIGINT FROM box_messages
         WHERE topic = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    let topic = topic.as_ref();
    let found = rows(
        tx,
        sizes,
        &[&topic, &to_db(after), &to_db(limit as u64 + 1)],
    )
    .await?;
    let (mut sum, mut count, mut last) = (0u64, 0usize, to_db(after));
    for r in found.iter().take(limit) {
        if sum >= max_bytes as u64 {
            break;
        }
        last = get(r, 0)?;
        sum += from_db(get(r, 1)?);
        count += 1;
    }
    let sql = "SELECT seq, bytes FROM box_messages
         WHERE topic = $1 AND seq > $2 AND seq <= $3 ORDER BY seq";
    let mut messages = Vec::with_capacity(count);
    for r in rows(tx, sql, &[&topic, &to_db(after), &last]).await? {
        messages.push(BoxMessage {
            seq: from_db(get(&r, 0)?),
            bytes: get(&r, 1)?,
        });
    }
    Ok(BoxPage {
        cursor: messages.last().map_or(after, |m| m.seq),
        more: found.len() > count,
        messages,
    })
}
