//! Turning from one epoch to the next, each step one transaction, so that a power cut leaves the step before or after.
//!
//! Owns the three steps: planned, turned, forgotten. Must not interpret a seed or a state's bytes, nor say when.

use crate::{Epoch, EpochState, Register, RegisterError, table};

/// Small states that change together with an epoch.
#[derive(Clone, Copy, Debug, Default)]
pub struct States<'a> {
    /// Kept under these keys.
    pub put: &'a [(&'a str, &'a [u8])],
    /// Forgotten.
    pub drop: &'a [&'a str],
}

/// All of these fail with [`RegisterError`] when the store cannot be read or written; nothing has changed then.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once, on the block: they all fail alike"
)]
impl Register {
    /// Keeps the seed of an epoch that is to follow, with what belongs to it.
    pub fn plan_epoch(&mut self, epoch: &Epoch, states: States<'_>) -> Result<(), RegisterError> {
        let tx = self.conn.transaction()?;
        table::epoch::put(&tx, epoch)?;
        apply(&tx, states)?;
        Ok(tx.commit()?)
    }

    /// From now on this epoch is the present one; the one before is held until it is forgotten. Every record has to be
    /// sent again, under the new seed.
    pub fn turn_epoch(&mut self, to: &Epoch, states: States<'_>) -> Result<(), RegisterError> {
        let tx = self.conn.transaction()?;
        for mut old in table::epoch::all(&tx)? {
            if old.id != to.id && old.state == EpochState::Current {
                old.state = EpochState::Retired;
                table::epoch::put(&tx, &old)?;
            }
        }
        table::epoch::put(&tx, to)?;
        table::record::mark_all_dirty(&tx)?;
        apply(&tx, states)?;
        Ok(tx.commit()?)
    }

    /// Forgets an epoch's seed for good, with what belonged to it.
    pub fn forget_epoch(&mut self, id: &[u8; 16], states: States<'_>) -> Result<(), RegisterError> {
        let tx = self.conn.transaction()?;
        table::epoch::delete(&tx, id)?;
        table::remote::forget_epoch(&tx, id)?;
        apply(&tx, states)?;
        Ok(tx.commit()?)
    }
}

fn apply(conn: &rusqlite::Connection, states: States<'_>) -> Result<(), RegisterError> {
    for (key, value) in states.put {
        table::state::put(conn, key, value)?;
    }
    for key in states.drop {
        table::state::delete(conn, key)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
