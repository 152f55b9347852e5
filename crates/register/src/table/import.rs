//! `import`: one row per import of sheets.

use crate::table::signed;
use crate::{ChangeSetId, RegisterError};
use rusqlite::{Connection, OptionalExtension, params};
use ugnay_model::ImportId;

pub(crate) fn insert(
    conn: &Connection,
    import: ImportId,
    at: i64,
    files: &str,
    persons: u64,
) -> Result<(), RegisterError> {
    conn.execute(
        "INSERT INTO import (import, at, files, persons) VALUES (?1, ?2, ?3, ?4)",
        params![import.to_bytes(), at, files, signed(persons)?],
    )?;
    Ok(())
}

pub(crate) fn exists(conn: &Connection, import: ImportId) -> Result<bool, RegisterError> {
    let sql = "SELECT 1 FROM import WHERE import = ?1";
    Ok(conn
        .query_row(sql, [import.to_bytes()], |_| Ok(()))
        .optional()?
        .is_some())
}

pub(crate) fn set_undone(
    conn: &Connection,
    import: ImportId,
    by: ChangeSetId,
) -> Result<(), RegisterError> {
    conn.execute(
        "UPDATE import SET undone_by = ?2 WHERE import = ?1",
        params![import.to_bytes(), by.0],
    )?;
    Ok(())
}
