//! Layout versions: SQL files run in order over `user_version`, each in its own transaction. Released files are frozen.

use crate::OpenError;
use rusqlite::{Connection, TransactionBehavior};

const MIGRATIONS: &[&str] = &[include_str!("../../../migrations/register/0001_first.sql")];

/// The latest layout this version knows.
pub const SCHEMA_VERSION: u32 = MIGRATIONS.len() as u32;

/// Brings the database to the latest layout; refuses a later one untouched.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), OpenError> {
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > SCHEMA_VERSION {
        return Err(OpenError::TooNew {
            found,
            known: SCHEMA_VERSION,
        });
    }
    for (number, sql) in (1_u32..).zip(MIGRATIONS).skip(found as usize) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", number)?;
        tx.commit()?;
    }
    Ok(())
}
