//! `merged` and `apart`: which entries were merged into which, and which pairs are known to be two. Derived from the case
//! record.

use crate::RegisterError;
use rusqlite::{Connection, params};
use ugnay_model::PersonId;

/// Notes the mark on an absorbed entry, or that it went.
pub(crate) fn set(
    conn: &Connection,
    person: PersonId,
    kept: PersonId,
    there: bool,
) -> Result<(), RegisterError> {
    // An entry is only ever merged into one of a lower id; another mark is not from this program and leads nowhere.
    if kept >= person {
        return Ok(());
    }
    let sql = if there {
        "INSERT INTO merged (person, kept) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM merged WHERE person = ?1 AND kept = ?2"
    };
    conn.prepare_cached(sql)?
        .execute(params![person.to_bytes(), kept.to_bytes()])?;
    Ok(())
}

/// Notes that a person's record says they are not another, or no longer says so.
pub(crate) fn set_apart(
    conn: &Connection,
    person: PersonId,
    other: PersonId,
    there: bool,
) -> Result<(), RegisterError> {
    let sql = if there {
        "INSERT INTO apart (person, other) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM apart WHERE person = ?1 AND other = ?2"
    };
    conn.prepare_cached(sql)?
        .execute(params![person.to_bytes(), other.to_bytes()])?;
    Ok(())
}

/// The entries a person was merged into, whether or not they still stand.
pub(crate) fn into(conn: &Connection, person: PersonId) -> Result<Vec<PersonId>, RegisterError> {
    ids(
        conn,
        "SELECT m.kept FROM merged m JOIN person_view v ON v.person = m.person
         WHERE m.person = ?1 AND v.removed > 0 ORDER BY m.kept",
        person,
    )
}

/// The entries that were merged into a person.
pub(crate) fn from(conn: &Connection, kept: PersonId) -> Result<Vec<PersonId>, RegisterError> {
    ids(
        conn,
        "SELECT m.person FROM merged m JOIN person_view v ON v.person = m.person
         WHERE m.kept = ?1 AND v.removed > 0 ORDER BY m.person",
        kept,
    )
}

fn ids(conn: &Connection, sql: &str, id: PersonId) -> Result<Vec<PersonId>, RegisterError> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([id.to_bytes()], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// All marks of absorbed entries: the entry, the one it was merged into.
pub(crate) fn all(conn: &Connection) -> Result<Vec<(PersonId, PersonId)>, RegisterError> {
    pairs(
        conn,
        "SELECT m.person, m.kept FROM merged m JOIN person_view v ON v.person = m.person
         WHERE v.removed > 0 ORDER BY m.person, m.kept",
    )
}

/// All pairs known to be two, as records say.
pub(crate) fn apart(conn: &Connection) -> Result<Vec<(PersonId, PersonId)>, RegisterError> {
    pairs(
        conn,
        "SELECT person, other FROM apart ORDER BY person, other",
    )
}

fn pairs(conn: &Connection, sql: &str) -> Result<Vec<(PersonId, PersonId)>, RegisterError> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok((
            PersonId::from_bytes(row.get(0)?),
            PersonId::from_bytes(row.get(1)?),
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
