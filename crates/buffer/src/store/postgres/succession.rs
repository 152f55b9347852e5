//! The end of a register-epoch in PostgreSQL: no more writes, a notice for its devices, room for the next; and the
//! forgetting of what it held.

use super::{Result, batch, execute, get, registers, row};
use crate::store::{StoreError, Succession};
use deadpool_postgres::Transaction;
use ugnay_wire::limits::SOFT_DELETE;
use ugnay_wire::signing::sha256;
use ugnay_wire::{BlobKind, Pseud};

pub(super) async fn succeed(tx: &Transaction<'_>, step: &Succession, now: i64) -> Result<()> {
    let sql = "SELECT seq, successor FROM registers WHERE pseud = $1";
    let Some(r) = row(tx, sql, &[&step.pseud.as_ref()]).await? else {
        return Err(StoreError::NoRegister.into());
    };
    let (seq, successor): (i64, Option<Vec<u8>>) = (get(&r, 0)?, get(&r, 1)?);
    match successor {
        Some(there) if there == step.next.pseud.0 => return Ok(()),
        Some(_) => return Err(StoreError::Closed.into()),
        None => {}
    }
    registers::open(tx, &step.next).await?;
    let hash = sha256(&step.notice);
    let kind = BlobKind::DevWrap as u8;
    let place = (&step.pseud, &step.name);
    batch::put(tx, place.0, place.1, seq + 1, kind, &hash, &step.notice).await?;
    let close = "UPDATE registers SET seq = $2, successor = $3, closed_at = $4 WHERE pseud = $1";
    let next = step.next.pseud.as_ref();
    execute(tx, close, &[&step.pseud.as_ref(), &(seq + 1), &next, &now]).await?;
    Ok(())
}

/// Refuses what comes too late.
pub(super) async fn open_for_writing(tx: &Transaction<'_>, pseud: &Pseud) -> Result<()> {
    let sql = "SELECT 1 FROM registers WHERE pseud = $1 AND closed_at IS NOT NULL";
    match row(tx, sql, &[&pseud.as_ref()]).await? {
        Some(_) => Err(StoreError::Closed.into()),
        None => Ok(()),
    }
}

/// Forgets all but the notices of registers that ended long enough ago.
pub(super) async fn purge(tx: &Transaction<'_>, now: i64) -> Result<u64> {
    let before = now.saturating_sub(SOFT_DELETE);
    let mut gone = 0;
    for sql in [
        "DELETE FROM bundles WHERE pseud IN (SELECT pseud FROM registers WHERE closed_at <= $1)",
        "DELETE FROM trash WHERE pseud IN (SELECT pseud FROM registers WHERE closed_at <= $1)",
        "DELETE FROM batches WHERE pseud IN (SELECT pseud FROM registers WHERE closed_at <= $1)",
        "DELETE FROM blobs WHERE kind <> 4
         AND pseud IN (SELECT pseud FROM registers WHERE closed_at <= $1)",
    ] {
        gone = execute(tx, sql, &[&before]).await?;
    }
    Ok(gone)
}
