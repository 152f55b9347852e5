//! `history`: a record's changed slots before and after each change set.

use crate::table::{decode, facet};
use crate::{ChangeKind, ChangeSetId, RegisterError};
use rusqlite::{Connection, Row, params};
use std::collections::HashSet;
use ugnay_model::{Facet, PersonId, Record};

/// What one change set did to one record.
pub(crate) struct Step {
    pub person: PersonId,
    pub facet: Facet,
    /// The changed slots as they were; nothing when the record did not exist.
    pub before: Option<Record>,
    pub after: Record,
    pub lost: Option<Record>,
}

/// A step with what its change set says.
pub(crate) struct Told {
    pub step: Step,
    pub set: ChangeSetId,
    pub at: i64,
    pub kind: ChangeKind,
    pub detail: String,
    pub undone: bool,
}

pub(crate) fn insert(
    conn: &Connection,
    set: ChangeSetId,
    step: &Step,
) -> Result<(), RegisterError> {
    conn.prepare_cached(
        "INSERT INTO history (change_set, person, facet, before, after, lost) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        set.0,
        step.person.to_bytes(),
        step.facet as u8,
        step.before.as_ref().map(Record::to_cbor),
        step.after.to_cbor(),
        step.lost.as_ref().map(Record::to_cbor)
    ])?;
    Ok(())
}

/// The first `limit` steps of a change set.
pub(crate) fn of_set(
    conn: &Connection,
    set: ChangeSetId,
    limit: usize,
) -> Result<Vec<Step>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT person, facet, before, after, lost FROM history WHERE change_set = ?1
         ORDER BY person, facet LIMIT ?2",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query([set.0, limit])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(step(row)?);
    }
    Ok(out)
}

/// The steps of a change set that touched one person.
pub(crate) fn of_set_and_person(
    conn: &Connection,
    set: ChangeSetId,
    person: PersonId,
) -> Result<Vec<Step>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT person, facet, before, after, lost FROM history WHERE change_set = ?1 AND person = ?2
         ORDER BY facet",
    )?;
    let mut rows = statement.query(params![set.0, person.to_bytes()])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(step(row)?);
    }
    Ok(out)
}

/// Whom a change set touched.
pub(crate) fn persons(conn: &Connection, set: ChangeSetId) -> Result<Vec<PersonId>, RegisterError> {
    let sql = "SELECT DISTINCT person FROM history WHERE change_set = ?1 ORDER BY person";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([set.0], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whose card a change set made.
pub(crate) fn added_by(
    conn: &Connection,
    set: ChangeSetId,
) -> Result<HashSet<PersonId>, RegisterError> {
    let sql = "SELECT person FROM history WHERE change_set = ?1 AND facet = 1 AND before IS NULL";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([set.0], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Everything that happened to a person, newest first.
pub(crate) fn of_person(conn: &Connection, person: PersonId) -> Result<Vec<Told>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT h.person, h.facet, h.before, h.after, h.lost, h.change_set, s.at, s.kind, s.detail,
                s.undone_by IS NOT NULL
         FROM history h JOIN change_set s ON s.id = h.change_set
         WHERE h.person = ?1 ORDER BY h.change_set DESC, h.facet",
    )?;
    let mut rows = statement.query([person.to_bytes()])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(Told {
            step: step(row)?,
            set: ChangeSetId(row.get(5)?),
            at: row.get(6)?,
            kind: ChangeKind::from_code(row.get(7)?).ok_or(RegisterError::Damaged)?,
            detail: row.get(8)?,
            undone: row.get(9)?,
        });
    }
    Ok(out)
}

/// Forgets everything that happened to a person (erasure).
pub(crate) fn forget(conn: &Connection, person: PersonId) -> Result<(), RegisterError> {
    conn.execute(
        "UPDATE change_set SET persons = persons - 1
         WHERE id IN (SELECT change_set FROM history WHERE person = ?1) AND persons > 0",
        [person.to_bytes()],
    )?;
    conn.execute("DELETE FROM history WHERE person = ?1", [person.to_bytes()])?;
    Ok(())
}

/// Adds a later step of the same change set to the one that may stand already: the first `before`, the last `after`.
pub(crate) fn extend(
    conn: &Connection,
    set: ChangeSetId,
    mut later: Step,
) -> Result<(), RegisterError> {
    let key = params![set.0, later.person.to_bytes(), later.facet as u8];
    let first = conn
        .prepare_cached(
            "DELETE FROM history WHERE change_set = ?1 AND person = ?2 AND facet = ?3
             RETURNING person, facet, before, after, lost",
        )?
        .query_map(key, |row| Ok(step(row)))?
        .next()
        .transpose()?
        .transpose()?;
    if let Some(first) = first {
        later.before = match (first.before, later.before) {
            (Some(first), Some(later)) => Some(over(later, &first)),
            (first, _) => first,
        };
        later.after = over(first.after, &later.after);
        later.lost = match (first.lost, later.lost) {
            (Some(first), Some(later)) => Some(over(first, &later)),
            (first, later) => first.or(later),
        };
    }
    insert(conn, set, &later)
}

/// `top`'s slots laid over those of `base`.
fn over(mut base: Record, top: &Record) -> Record {
    for (key, slot) in top.slots() {
        base.insert(*key, slot.clone());
    }
    base
}

fn step(row: &Row<'_>) -> Result<Step, RegisterError> {
    let optional = |cbor: Option<Vec<u8>>| cbor.map(|c| decode(&c)).transpose();
    Ok(Step {
        person: PersonId::from_bytes(row.get(0)?),
        facet: facet(row.get(1)?)?,
        before: optional(row.get(2)?)?,
        after: decode(&row.get::<_, Vec<u8>>(3)?)?,
        lost: optional(row.get(4)?)?,
    })
}
