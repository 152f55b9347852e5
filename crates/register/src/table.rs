//! The SQL, a file per table. Nothing outside these files writes SQL, except pragmas in `connect`, `migrate` and `open`.

pub(crate) mod about;
pub(crate) mod attempt;
pub(crate) mod campaign;
pub(crate) mod change_set;
pub(crate) mod device;
pub(crate) mod device_seen;
pub(crate) mod draft;
pub(crate) mod epoch;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod import_fix;
pub(crate) mod merged;
pub(crate) mod origin;
pub(crate) mod person_fts;
pub(crate) mod person_roll;
pub(crate) mod person_view;
pub(crate) mod record;
pub(crate) mod remote;
pub(crate) mod state;

use crate::RegisterError;
use rusqlite::Connection;
use ugnay_model::{Facet, Record};

/// Reads a stored record; one that cannot be read means damage.
pub(crate) fn decode(cbor: &[u8]) -> Result<Record, RegisterError> {
    Record::from_cbor(cbor).map_err(|_| RegisterError::Damaged)
}

/// The facet of a stored number.
pub(crate) fn facet(code: u8) -> Result<Facet, RegisterError> {
    match code {
        1 => Ok(Facet::Card),
        2 => Ok(Facet::Case),
        _ => Err(RegisterError::Damaged),
    }
}

/// SQLite keeps signed numbers; Lamport times and counters stay far below the sign.
pub(crate) fn signed(n: u64) -> Result<i64, RegisterError> {
    i64::try_from(n).map_err(|_| RegisterError::TooLarge)
}

/// Moves the write-ahead log into the database and empties it.
pub(crate) fn checkpoint(conn: &Connection) -> Result<(), RegisterError> {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}
