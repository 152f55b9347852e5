//! Boxes in SQLite.

use crate::store::{StoreError, day, from_db, to_db};
use rusqlite::{OptionalExtension, Transaction, params};
use ugnay_wire::limits::MAX_BOX_MESSAGES;
use ugnay_wire::signing::sha256;
use ugnay_wire::{BoxMessage, BoxPage, Topic};

type Result<T> = std::result::Result<T, StoreError>;

pub(super) fn post(tx: &Transaction<'_>, topic: &Topic, bytes: &[u8], now: i64) -> Result<u64> {
    let hash = sha256(bytes);
    let there: Option<i64> = tx
        .query_row(
            "SELECT seq FROM box_messages WHERE topic = ?1 AND sha256 = ?2",
            params![topic.0, hash.0],
            |r| r.get(0),
        )
        .optional()?;
    if let Some(seq) = there {
        return Ok(from_db(seq));
    }
    let seq: i64 = tx.query_row(
        "INSERT INTO box_topics (topic, seq) VALUES (?1, 1)
         ON CONFLICT (topic) DO UPDATE SET seq = seq + 1 RETURNING seq",
        [topic.0],
        |r| r.get(0),
    )?;
    let oldest: Option<i64> = tx.query_row(
        "SELECT min(seq) FROM box_messages WHERE topic = ?1",
        [topic.0],
        |r| r.get(0),
    )?;
    if from_db(seq - oldest.unwrap_or(seq)) >= MAX_BOX_MESSAGES {
        return Err(StoreError::Capped("box"));
    }
    tx.execute(
        "INSERT INTO box_messages (topic, seq, sha256, day, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![topic.0, seq, hash.0, day(now), bytes],
    )?;
    Ok(from_db(seq))
}

pub(super) fn read(
    tx: &Transaction<'_>,
    topic: &Topic,
    after: u64,
    limit: usize,
    max_bytes: usize,
) -> Result<BoxPage> {
    let mut select = tx.prepare_cached(
        "SELECT seq, bytes FROM box_messages WHERE topic = ?1 AND seq > ?2 ORDER BY seq",
    )?;
    let mut rows = select.query(params![topic.0, to_db(after)])?;
    let mut page = BoxPage {
        cursor: after,
        more: false,
        messages: Vec::new(),
    };
    let mut sum = 0usize;
    while let Some(r) = rows.next()? {
        if page.messages.len() == limit || sum >= max_bytes {
            page.more = true;
            break;
        }
        let (seq, bytes): (i64, Vec<u8>) = (r.get(0)?, r.get(1)?);
        sum += bytes.len();
        page.cursor = from_db(seq);
        page.messages.push(BoxMessage {
            seq: from_db(seq),
            bytes,
        });
    }
    Ok(page)
}
