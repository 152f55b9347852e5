//! `epoch`: the seeds of the register's epochs.

use crate::{Epoch, EpochState, RegisterError};
use rusqlite::{Connection, params};
use zeroize::Zeroizing;

pub(crate) fn put(conn: &Connection, epoch: &Epoch) -> Result<(), RegisterError> {
    conn.execute(
        "INSERT INTO epoch (epoch, sigma, state, created_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (epoch) DO UPDATE SET state = excluded.state",
        params![
            epoch.id,
            epoch.sigma.as_slice(),
            epoch.state as u8,
            epoch.created_at
        ],
    )?;
    Ok(())
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Epoch>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT epoch, sigma, state, created_at FROM epoch ORDER BY created_at, epoch",
    )?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(Epoch {
            id: row.get(0)?,
            sigma: Zeroizing::new(row.get(1)?),
            state: EpochState::from_code(row.get(2)?).ok_or(RegisterError::Damaged)?,
            created_at: row.get(3)?,
        });
    }
    Ok(out)
}

pub(crate) fn delete(conn: &Connection, epoch: &[u8; 16]) -> Result<(), RegisterError> {
    conn.execute("DELETE FROM epoch WHERE epoch = ?1", [epoch])?;
    Ok(())
}
