//! What the roll reads of `person_view`: everybody from the index that holds just that, and who was written since.

use crate::roll::{Entry, Now, Texts};
use crate::{ChangeSetId, RegisterError};
use rusqlite::{Connection, Row};
use std::collections::HashSet;
use ugnay_model::{PersonId, Psgc};

const COLUMNS: &str =
    "row, person, sort_key, country, sea_based, barangay, purok, employer, confirmed_at,
    returned IS NOT NULL, consents, refusals, all_phones = '', has_conflict";

/// Calls `each` with at most so many of those not removed, in order of entry, entered after the row `after`.
pub(crate) fn part(
    conn: &Connection,
    after: i64,
    most: u32,
    texts: &mut Texts,
    mut each: impl FnMut(Entry),
) -> Result<(), RegisterError> {
    let mut statement = conn.prepare_cached(&in_order())?;
    let mut rows = statement.query([after, i64::from(most)])?;
    while let Some(row) = rows.next()? {
        each(entry(row, texts)?);
    }
    Ok(())
}

pub(crate) fn in_order() -> String {
    format!(
        "SELECT {COLUMNS} FROM person_view INDEXED BY person_roll WHERE removed = 0 AND row > ?1 ORDER BY row LIMIT ?2"
    )
}

/// What later change sets left of the persons they wrote.
pub(crate) fn since(
    conn: &Connection,
    version: i64,
    texts: &mut Texts,
) -> Result<Vec<Now>, RegisterError> {
    let sql = format!(
        "SELECT {COLUMNS}, removed FROM person_view WHERE removed IN (0, 1, 2) AND version > ?1"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([version])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(match row.get::<_, u8>(14)? {
            0 => Now::There(entry(row, texts)?),
            1 => Now::Removed(PersonId::from_bytes(row.get(1)?)),
            _ => Now::Erased,
        });
    }
    Ok(out)
}

/// Whom later change sets wrote.
pub(crate) fn changed(conn: &Connection, version: i64) -> Result<Vec<PersonId>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT person FROM person_view WHERE removed IN (0, 1, 2) AND version > ?1",
    )?;
    let rows = statement.query_map([version], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whom no change set wrote after this one, and who is not removed.
pub(crate) fn last_written_by(
    conn: &Connection,
    set: ChangeSetId,
) -> Result<HashSet<PersonId>, RegisterError> {
    let mut statement =
        conn.prepare_cached("SELECT person FROM person_view WHERE removed = 0 AND version = ?1")?;
    let rows = statement.query_map([set.0], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn entry(row: &Row<'_>, texts: &mut Texts) -> Result<Entry, RegisterError> {
    let mut number = |column: usize| -> Result<_, RegisterError> {
        let text = row.get_ref(column)?.as_str_or_null();
        let text = text.map_err(|_| RegisterError::Damaged)?;
        Ok(text.filter(|t| !t.is_empty()).map(|t| texts.number(t)))
    };
    let (purok, employer) = (number(6)?, number(7)?);
    let text = |column: usize| -> Result<_, RegisterError> {
        let text = row.get_ref(column)?.as_str_or_null();
        text.map_err(|_| RegisterError::Damaged)
    };
    Ok(Entry {
        row: row.get(0)?,
        person: PersonId::from_bytes(row.get(1)?),
        sort_key: text(2)?.unwrap_or_default().into(),
        country: text(3)?.and_then(|c| c.parse().ok()),
        sea_based: row.get(4)?,
        barangay: row.get::<_, Option<u32>>(5)?.map(Psgc),
        purok,
        employer,
        confirmed_at: row.get(8)?,
        returned: row.get(9)?,
        consents: row.get(10)?,
        refusals: row.get(11)?,
        no_phone: row.get(12)?,
        conflict: row.get(13)?,
    })
}
