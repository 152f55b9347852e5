//! `import`: one row per import of sheets.

use crate::table::signed;
use crate::{ChangeSetId, Import, RegisterError};
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

/// Marks the import of a change set, if it was one, as undone.
pub(crate) fn set_undone(
    conn: &Connection,
    set: ChangeSetId,
    by: ChangeSetId,
) -> Result<(), RegisterError> {
    conn.execute(
        "UPDATE import SET undone_by = ?2 WHERE import = (SELECT import FROM change_set WHERE id = ?1)",
        params![set.0, by.0],
    )?;
    Ok(())
}

/// The undo `by` was itself undone.
pub(crate) fn redone(conn: &Connection, by: ChangeSetId) -> Result<(), RegisterError> {
    conn.execute(
        "UPDATE import SET undone_by = NULL WHERE undone_by = ?1",
        [by.0],
    )?;
    Ok(())
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Import>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT import, at, files, persons, undone_by IS NOT NULL FROM import ORDER BY at DESC, import",
    )?;
    let rows = statement.query_map([], |row| {
        let files: String = row.get(2)?;
        Ok(Import {
            id: ImportId::from_bytes(row.get(0)?),
            at: row.get(1)?,
            files: files.lines().map(str::to_owned).collect(),
            persons: row.get::<_, i64>(3)?.unsigned_abs(),
            undone: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
