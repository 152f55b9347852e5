//! `draft`: forms begun and not saved.

use crate::{Draft, DraftId, RegisterError};
use rusqlite::{Connection, OptionalExtension, Row, params};
use ugnay_model::PersonId;

/// Keeps a draft; another one of the same person makes way.
pub(crate) fn put(conn: &Connection, d: &Draft) -> Result<(), RegisterError> {
    let person = d.person.map(PersonId::to_bytes);
    conn.prepare_cached("DELETE FROM draft WHERE person = ?2 AND draft <> ?1")?
        .execute(params![d.id.0, person])?;
    conn.prepare_cached(
        "INSERT INTO draft (draft, person, at, form) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (draft) DO UPDATE SET person = excluded.person, at = excluded.at, form = excluded.form",
    )?
    .execute(params![d.id.0, person, d.at, d.form])?;
    Ok(())
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Draft>, RegisterError> {
    let mut statement =
        conn.prepare_cached("SELECT draft, person, at, form FROM draft ORDER BY at DESC, draft")?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn get(conn: &Connection, id: DraftId) -> Result<Option<Draft>, RegisterError> {
    Ok(conn
        .prepare_cached("SELECT draft, person, at, form FROM draft WHERE draft = ?1")?
        .query_row([id.0], read)
        .optional()?)
}

pub(crate) fn delete(conn: &Connection, id: DraftId) -> Result<(), RegisterError> {
    conn.prepare_cached("DELETE FROM draft WHERE draft = ?1")?
        .execute([id.0])?;
    Ok(())
}

/// Forgets what was begun about a person.
pub(crate) fn delete_of(conn: &Connection, person: PersonId) -> Result<(), RegisterError> {
    conn.prepare_cached("DELETE FROM draft WHERE person = ?1")?
        .execute([person.to_bytes()])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: DraftId(row.get(0)?),
        person: row.get::<_, Option<[u8; 16]>>(1)?.map(PersonId::from_bytes),
        at: row.get(2)?,
        form: row.get(3)?,
    })
}
