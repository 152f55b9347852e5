//! `change_set`: one row per action that changed something.

use crate::table::signed;
use crate::{ChangeKind, ChangeSet, ChangeSetId, RegisterError, Source};
use rusqlite::{Connection, OptionalExtension, params};
use ugnay_model::{ImportId, Lamport};

pub(crate) fn insert(
    conn: &Connection,
    at: i64,
    source: &Source,
    import: Option<ImportId>,
    clock: Lamport,
) -> Result<ChangeSetId, RegisterError> {
    conn.prepare_cached(
        "INSERT INTO change_set (at, kind, detail, import, lamport) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        at,
        source.kind as u8,
        source.detail,
        import.map(ImportId::to_bytes),
        signed(clock.time())?
    ])?;
    Ok(ChangeSetId(conn.last_insert_rowid()))
}

/// Writes down how many persons a change set touched, as far as its history is kept.
pub(crate) fn count_persons(conn: &Connection, set: ChangeSetId) -> Result<(), RegisterError> {
    conn.prepare_cached(
        "UPDATE change_set SET persons =
            (SELECT count(DISTINCT h.person) FROM history h WHERE h.change_set = ?1) WHERE id = ?1",
    )?
    .execute([set.0])?;
    Ok(())
}

/// The last change set; 0 when there is none.
pub(crate) fn last(conn: &Connection) -> Result<i64, RegisterError> {
    let sql = "SELECT coalesce(max(id), 0) FROM change_set";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// The kind of a change set, and whether it was undone.
pub(crate) fn get(
    conn: &Connection,
    set: ChangeSetId,
) -> Result<Option<(ChangeKind, bool)>, RegisterError> {
    let row: Option<(u8, bool)> = conn
        .prepare_cached("SELECT kind, undone_by IS NOT NULL FROM change_set WHERE id = ?1")?
        .query_row([set.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    row.map(|(kind, undone)| {
        Ok((
            ChangeKind::from_code(kind).ok_or(RegisterError::Damaged)?,
            undone,
        ))
    })
    .transpose()
}

pub(crate) fn set_undone(
    conn: &Connection,
    set: ChangeSetId,
    by: ChangeSetId,
) -> Result<(), RegisterError> {
    conn.execute(
        "UPDATE change_set SET undone_by = ?2 WHERE id = ?1",
        params![set.0, by.0],
    )?;
    Ok(())
}

pub(crate) fn of_import(
    conn: &Connection,
    import: ImportId,
) -> Result<Option<ChangeSetId>, RegisterError> {
    let sql = "SELECT id FROM change_set WHERE import = ?1 AND kind = 2";
    Ok(conn
        .query_row(sql, [import.to_bytes()], |row| row.get(0).map(ChangeSetId))
        .optional()?)
}

/// The undo `by` was itself undone: what it had taken back holds again.
pub(crate) fn redone(conn: &Connection, by: ChangeSetId) -> Result<(), RegisterError> {
    conn.execute(
        "UPDATE change_set SET undone_by = NULL WHERE undone_by = ?1",
        [by.0],
    )?;
    Ok(())
}

/// The latest before one of them, or of all.
pub(crate) fn latest(
    conn: &Connection,
    before: Option<ChangeSetId>,
    limit: usize,
) -> Result<Vec<ChangeSet>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT s.id, s.at, s.kind, s.detail, s.import, s.undone_by IS NOT NULL,
                s.persons
         FROM change_set s WHERE s.id < ?1 ORDER BY s.id DESC LIMIT ?2",
    )?;
    let before = before.map_or(i64::MAX, |b| b.0);
    let mut rows = statement.query([before, i64::try_from(limit).unwrap_or(i64::MAX)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(ChangeSet {
            id: ChangeSetId(row.get(0)?),
            at: row.get(1)?,
            kind: ChangeKind::from_code(row.get(2)?).ok_or(RegisterError::Damaged)?,
            detail: row.get(3)?,
            import: row.get::<_, Option<[u8; 16]>>(4)?.map(ImportId::from_bytes),
            undone: row.get(5)?,
            persons: row.get::<_, i64>(6)?.unsigned_abs(),
        });
    }
    Ok(out)
}
