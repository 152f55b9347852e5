//! `import_fix`: corrections of cells, to be found again by what the row says.

use crate::{ImportFix, RegisterError};
use rusqlite::{Connection, Row, params};
use ugnay_model::PersonId;

const COLUMNS: &str = "SELECT shape, row, place, was, now, person, at FROM import_fix";

pub(crate) fn put(conn: &Connection, f: &ImportFix) -> Result<(), RegisterError> {
    conn.prepare_cached(
        "INSERT INTO import_fix (shape, row, place, was, now, person, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (shape, row, place) DO UPDATE
         SET was = excluded.was, now = excluded.now, person = excluded.person, at = excluded.at",
    )?
    .execute(params![f.shape, f.row, f.place, f.was, f.now, f.person.to_bytes(), f.at])?;
    Ok(())
}

pub(crate) fn delete(
    conn: &Connection,
    shape: &str,
    row: [u8; 8],
    place: &str,
) -> Result<(), RegisterError> {
    conn.prepare_cached("DELETE FROM import_fix WHERE shape = ?1 AND row = ?2 AND place = ?3")?
        .execute(params![shape, row, place])?;
    Ok(())
}

/// Forgets all but the latest.
pub(crate) fn trim(conn: &Connection, most: u32) -> Result<(), RegisterError> {
    conn.execute(
        "DELETE FROM import_fix WHERE (shape, row, place) IN
         (SELECT shape, row, place FROM import_fix ORDER BY at DESC, shape, row, place LIMIT -1 OFFSET ?1)",
        [most],
    )?;
    Ok(())
}

pub(crate) fn of_shape(conn: &Connection, shape: &str) -> Result<Vec<ImportFix>, RegisterError> {
    let sql = format!("{COLUMNS} WHERE shape = ?1 ORDER BY row, place");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([shape], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn of_person(
    conn: &Connection,
    person: PersonId,
) -> Result<Vec<ImportFix>, RegisterError> {
    let sql = format!("{COLUMNS} WHERE person = ?1 ORDER BY at, shape, row, place");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([person.to_bytes()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Forgets what was corrected about a person.
pub(crate) fn delete_of(conn: &Connection, person: PersonId) -> Result<(), RegisterError> {
    conn.prepare_cached("DELETE FROM import_fix WHERE person = ?1")?
        .execute([person.to_bytes()])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<ImportFix> {
    Ok(ImportFix {
        shape: row.get(0)?,
        row: row.get(1)?,
        place: row.get(2)?,
        was: row.get(3)?,
        now: row.get(4)?,
        person: PersonId::from_bytes(row.get(5)?),
        at: row.get(6)?,
    })
}
