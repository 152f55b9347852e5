//! Layout versions: SQL files run in order over `user_version`, each in its own transaction. Released files are frozen.

use crate::OpenError;
use rusqlite::{Connection, TransactionBehavior};

/// Brings the database to the latest layout; refuses a later one untouched.
pub(crate) fn migrate(conn: &mut Connection, migrations: &[&str]) -> Result<(), OpenError> {
    let known =
        u32::try_from(migrations.len()).map_err(|_| OpenError::Build("too many layouts"))?;
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > known {
        return Err(OpenError::TooNew { found, known });
    }
    for (number, sql) in (1_u32..).zip(migrations).skip(found as usize) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", number)?;
        tx.commit()?;
    }
    Ok(())
}
