//! The end of a register-epoch in SQLite: no more writes, a notice for its devices, room for the next; and the forgetting
//! of what it held.

use super::registers;
use crate::store::{StoreError, Succession};
use rusqlite::{OptionalExtension, Transaction, params};
use ugnay_wire::limits::SOFT_DELETE;
use ugnay_wire::signing::sha256;
use ugnay_wire::{BlobKind, Pseud};

type Result<T> = std::result::Result<T, StoreError>;

pub(super) fn succeed(tx: &Transaction<'_>, step: &Succession, now: i64) -> Result<()> {
    let (seq, successor) = tx
        .query_row(
            "SELECT seq, successor FROM registers WHERE pseud = ?1",
            [step.pseud.0],
            |r| Ok((r.get::<_, i64>(0)?, r.get::<_, Option<[u8; 16]>>(1)?)),
        )
        .optional()?
        .ok_or(StoreError::NoRegister)?;
    match successor {
        Some(there) if there == step.next.pseud.0 => return Ok(()),
        Some(_) => return Err(StoreError::Closed),
        None => {}
    }
    registers::open(tx, &step.next)?;
    let hash = sha256(&step.notice);
    let kind = BlobKind::DevWrap as u8;
    registers::put(
        tx,
        &step.pseud,
        &step.name,
        seq + 1,
        kind,
        &hash,
        &step.notice,
    )?;
    tx.execute(
        "UPDATE registers SET seq = ?2, successor = ?3, closed_at = ?4 WHERE pseud = ?1",
        params![step.pseud.0, seq + 1, step.next.pseud.0, now],
    )?;
    Ok(())
}

/// Refuses what comes too late.
pub(super) fn open_for_writing(tx: &Transaction<'_>, pseud: &Pseud) -> Result<()> {
    let closed = tx
        .prepare_cached("SELECT 1 FROM registers WHERE pseud = ?1 AND closed_at IS NOT NULL")?
        .exists([pseud.0])?;
    if closed {
        Err(StoreError::Closed)
    } else {
        Ok(())
    }
}

/// Forgets all but the notices of registers that ended long enough ago.
pub(super) fn purge(tx: &Transaction<'_>, now: i64) -> Result<u64> {
    let before = now.saturating_sub(SOFT_DELETE);
    let mut gone = 0;
    for sql in [
        "DELETE FROM bundles WHERE pseud IN (SELECT pseud FROM registers WHERE closed_at <= ?1)",
        "DELETE FROM trash WHERE pseud IN (SELECT pseud FROM registers WHERE closed_at <= ?1)",
        "DELETE FROM batches WHERE pseud IN (SELECT pseud FROM registers WHERE closed_at <= ?1)",
        "DELETE FROM blobs WHERE kind <> 4
         AND pseud IN (SELECT pseud FROM registers WHERE closed_at <= ?1)",
    ] {
        gone = tx.execute(sql, [before])? as u64;
    }
    Ok(gone)
}
