//! `record`: both facets of every person as CBOR, with the counters of the outbox.

use crate::table::{decode, facet, signed};
use crate::{ChangeSetId, Dirty, RegisterError};
use rusqlite::{Connection, OptionalExtension, params};
use ugnay_model::{Facet, PersonId, Record};

/// Larger than any honest record by far; keeps one row from filling memory.
const MAX_CBOR: usize = 4 << 20;

/// Both records of a person.
#[derive(Clone, Default)]
pub(crate) struct Pair {
    pub card: Option<Record>,
    pub case: Option<Record>,
}

pub(crate) fn pair(conn: &Connection, person: PersonId) -> Result<Pair, RegisterError> {
    let mut out = Pair::default();
    let mut statement = conn.prepare_cached("SELECT facet, cbor FROM record WHERE person = ?1")?;
    let mut rows = statement.query([person.to_bytes()])?;
    while let Some(row) = rows.next()? {
        let record = decode(
            row.get_ref(1)?
                .as_blob()
                .map_err(|_| RegisterError::Damaged)?,
        )?;
        match facet(row.get(0)?)? {
            Facet::Card => out.card = Some(record),
            Facet::Case => out.case = Some(record),
        }
    }
    Ok(out)
}

pub(crate) fn get(
    conn: &Connection,
    person: PersonId,
    facet: Facet,
) -> Result<Option<Record>, RegisterError> {
    let cbor: Option<Vec<u8>> = conn
        .prepare_cached("SELECT cbor FROM record WHERE person = ?1 AND facet = ?2")?
        .query_row(params![person.to_bytes(), facet as u8], |row| row.get(0))
        .optional()?;
    cbor.map(|c| decode(&c)).transpose()
}

/// The records of a facet under all ids from one to another.
pub(crate) fn between(
    conn: &Connection,
    first: PersonId,
    last: PersonId,
    facet: Facet,
) -> Result<Vec<Record>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT cbor FROM record WHERE person BETWEEN ?1 AND ?2 AND facet = ?3 ORDER BY person",
    )?;
    let ends = params![first.to_bytes(), last.to_bytes(), facet as u8];
    let mut rows = statement.query(ends)?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(decode(&row.get::<_, Vec<u8>>(0)?)?);
    }
    Ok(out)
}

/// Writes a record as of a change set. `known_remote`: the buffer has exactly this already.
pub(crate) fn put(
    conn: &Connection,
    record: &Record,
    set: ChangeSetId,
    known_remote: bool,
) -> Result<(), RegisterError> {
    let cbor = record.to_cbor();
    if cbor.len() > MAX_CBOR {
        return Err(RegisterError::TooLarge);
    }
    conn.prepare_cached(
        "INSERT INTO record (person, facet, cbor, lamport, version, pushed)
         VALUES (?1, ?2, ?3, ?4, ?5, iif(?6, ?5, 0))
         ON CONFLICT (person, facet) DO UPDATE SET
            cbor = excluded.cbor, lamport = excluded.lamport, version = excluded.version,
            pushed = iif(?6, excluded.version, pushed)",
    )?
    .execute(params![
        record.person.to_bytes(),
        record.facet as u8,
        cbor,
        signed(record.latest())?,
        set.0,
        known_remote
    ])?;
    Ok(())
}

pub(crate) fn dirty(conn: &Connection, limit: usize) -> Result<Vec<Dirty>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT cbor, version FROM record WHERE version > pushed ORDER BY version, person, facet LIMIT ?1",
    )?;
    let mut rows = statement.query([i64::try_from(limit).unwrap_or(i64::MAX)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let cbor = row
            .get_ref(0)?
            .as_blob()
            .map_err(|_| RegisterError::Damaged)?;
        out.push(Dirty {
            record: decode(cbor)?,
            version: row.get(1)?,
        });
    }
    Ok(out)
}

pub(crate) fn dirty_count(conn: &Connection) -> Result<u64, RegisterError> {
    let sql = "SELECT count(*) FROM record WHERE version > pushed";
    let n: i64 = conn.query_row(sql, [], |row| row.get(0))?;
    Ok(n.unsigned_abs())
}

pub(crate) fn is_dirty(
    conn: &Connection,
    person: PersonId,
    facet: Facet,
) -> Result<bool, RegisterError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM record WHERE person = ?1 AND facet = ?2 AND version > pushed)";
    let key = params![person.to_bytes(), facet as u8];
    Ok(conn.prepare_cached(sql)?.query_row(key, |row| row.get(0))?)
}

pub(crate) fn mark_pushed(
    conn: &Connection,
    person: PersonId,
    facet: Facet,
    version: i64,
) -> Result<(), RegisterError> {
    conn.prepare_cached(
        "UPDATE record SET pushed = min(max(pushed, ?3), version) WHERE person = ?1 AND facet = ?2",
    )?
    .execute(params![person.to_bytes(), facet as u8, version])?;
    Ok(())
}

/// The buffer holds exactly what stands here.
pub(crate) fn mark_known(
    conn: &Connection,
    person: PersonId,
    facet: Facet,
) -> Result<(), RegisterError> {
    conn.prepare_cached(
        "UPDATE record SET pushed = version WHERE person = ?1 AND facet = ?2 AND pushed < version",
    )?
    .execute(params![person.to_bytes(), facet as u8])?;
    Ok(())
}

/// The record has to be looked at again by whoever sends.
pub(crate) fn mark_dirty(
    conn: &Connection,
    person: PersonId,
    facet: Facet,
) -> Result<(), RegisterError> {
    conn.prepare_cached("UPDATE record SET pushed = 0 WHERE person = ?1 AND facet = ?2")?
        .execute(params![person.to_bytes(), facet as u8])?;
    Ok(())
}

pub(crate) fn mark_all_dirty(conn: &Connection) -> Result<(), RegisterError> {
    conn.execute("UPDATE record SET pushed = 0 WHERE pushed <> 0", [])?;
    Ok(())
}

/// Calls `each` for every record, persons in order of their ids.
pub(crate) fn each(
    conn: &Connection,
    mut each: impl FnMut(Record) -> Result<(), RegisterError>,
) -> Result<(), RegisterError> {
    let mut statement = conn.prepare("SELECT cbor FROM record ORDER BY person, facet")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let cbor = row
            .get_ref(0)?
            .as_blob()
            .map_err(|_| RegisterError::Damaged)?;
        each(decode(cbor)?)?;
    }
    Ok(())
}

/// Calls `each` for every card of somebody not removed, in order of their ids.
pub(crate) fn each_card(
    conn: &Connection,
    mut each: impl FnMut(Record),
) -> Result<(), RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT r.cbor FROM record r JOIN person_view v ON v.person = r.person
         WHERE r.facet = 1 AND v.removed = 0 ORDER BY r.person",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(decode(blob(row, 0)?)?);
    }
    Ok(())
}

/// The cards of some of those not removed, in order of entry: a part costs no more than its own rows, which an order by id
/// would not promise. The words `CROSS JOIN` keep SQLite from turning the tables round.
pub(crate) const CARDS: &str = "SELECT r.cbor, v.row
    FROM person_view v INDEXED BY person_roll CROSS JOIN record r ON r.person = v.person AND r.facet = 1
    WHERE v.removed = 0 AND v.row > ?1 ORDER BY v.row LIMIT ?2";

/// Calls `each` for the cards of at most `limit` persons not removed, in order of entry, entered after the row `after`. Gives the
/// last row, or nothing when fewer than `limit` were left.
pub(crate) fn cards(
    conn: &Connection,
    after: i64,
    limit: u32,
    mut each: impl FnMut(Record),
) -> Result<Option<i64>, RegisterError> {
    let mut statement = conn.prepare_cached(CARDS)?;
    let mut rows = statement.query(params![after, limit])?;
    let (mut found, mut last) = (0_u32, None);
    while let Some(row) = rows.next()? {
        each(decode(blob(row, 0)?)?);
        found = found.saturating_add(1);
        last = Some(row.get(1)?);
    }
    Ok(last.filter(|_| found == limit))
}

fn blob<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> Result<&'r [u8], RegisterError> {
    let value = row.get_ref(column)?;
    value.as_blob().map_err(|_| RegisterError::Damaged)
}
