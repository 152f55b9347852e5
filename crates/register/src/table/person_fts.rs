//! `person_fts`: full-text words of each person, `rowid` = `person_view.row`.

use crate::RegisterError;
use rusqlite::{Connection, params};
use ugnay_model::PersonId;

pub(crate) fn insert(conn: &Connection, row: i64, words: &str) -> Result<(), RegisterError> {
    conn.prepare_cached("INSERT INTO person_fts (rowid, words) VALUES (?1, ?2)")?
        .execute(params![row, words])?;
    Ok(())
}

pub(crate) fn delete(conn: &Connection, row: i64) -> Result<(), RegisterError> {
    conn.prepare_cached("DELETE FROM person_fts WHERE rowid = ?1")?
        .execute([row])?;
    Ok(())
}

/// Persons not removed whose words match, in order of entry.
pub(crate) fn find(
    conn: &Connection,
    query: &str,
    limit: usize,
) -> Result<Vec<PersonId>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT v.person FROM person_fts f JOIN person_view v ON v.row = f.rowid
         WHERE person_fts MATCH ?1 AND v.removed = 0 LIMIT ?2",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![query, limit], |row| {
        row.get(0).map(PersonId::from_bytes)
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
