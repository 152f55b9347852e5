//! `origin`: where an imported person stood. Derived from the case record.

use crate::RegisterError;
use rusqlite::{Connection, params};
use ugnay_model::{PersonId, Provenance};

pub(crate) fn set(
    conn: &Connection,
    person: PersonId,
    origin: Option<&Provenance>,
) -> Result<(), RegisterError> {
    match origin {
        Some(o) => conn
            .prepare_cached(
                "INSERT INTO origin (person, import, file, sheet, line) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (person) DO UPDATE SET import = excluded.import, file = excluded.file,
                    sheet = excluded.sheet, line = excluded.line",
            )?
            .execute(params![
                person.to_bytes(),
                o.import.to_bytes(),
                o.file,
                o.sheet,
                o.row
            ])?,
        None => conn
            .prepare_cached("DELETE FROM origin WHERE person = ?1")?
            .execute([person.to_bytes()])?,
    };
    Ok(())
}

/// Persons that came from that row and were not removed, merged ones included.
pub(crate) fn find(
    conn: &Connection,
    file: &str,
    sheet: &str,
    line: u32,
) -> Result<Vec<PersonId>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT o.person FROM origin o JOIN person_view v ON v.person = o.person
         WHERE o.file = ?1 AND o.sheet = ?2 AND o.line = ?3 AND (v.removed = 0 OR EXISTS (SELECT 1 FROM merged m WHERE m.person = o.person)) ORDER BY o.person",
    )?;
    let rows = statement.query_map(params![file, sheet, line], |row| {
        row.get(0).map(PersonId::from_bytes)
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
