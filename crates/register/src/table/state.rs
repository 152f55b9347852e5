//! `state`: small things other rooms keep here by key.

use crate::RegisterError;
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn get(conn: &Connection, key: &str) -> Result<Option<Vec<u8>>, RegisterError> {
    Ok(conn
        .prepare_cached("SELECT value FROM state WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

pub(crate) fn put(conn: &Connection, key: &str, value: &[u8]) -> Result<(), RegisterError> {
    conn.prepare_cached(
        "INSERT INTO state (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![key, value])?;
    Ok(())
}

pub(crate) fn delete(conn: &Connection, key: &str) -> Result<(), RegisterError> {
    conn.execute("DELETE FROM state WHERE key = ?1", [key])?;
    Ok(())
}

pub(crate) fn with_prefix(
    conn: &Connection,
    prefix: &str,
) -> Result<Vec<(String, Vec<u8>)>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT key, value FROM state WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key",
    )?;
    let rows = statement.query_map([prefix], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
