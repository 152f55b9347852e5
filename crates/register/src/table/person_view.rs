//! `person_view`: one flat row per person, kept by the transaction that changes a record.

use crate::facets::Traits;
use crate::filter::{About, Part};
use crate::view::{View, purpose_bits, purposes_of};
use crate::{AreaFreshness, ChangeSetId, FirstContact, PersonRow, RegisterError, SearchDoc};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, Row, params, params_from_iter};
use std::collections::HashSet;
use ugnay_model::{PersonId, Psgc};

/// Writes a row and returns its number; the words go into `person_fts` under the same number.
pub(crate) fn put(conn: &Connection, v: &View, set: ChangeSetId) -> Result<i64, RegisterError> {
    let r = &v.row;
    let contact = r.first_contact.as_ref();
    let removed = u8::from(r.removed).saturating_add(u8::from(r.erased));
    let mut statement = conn.prepare_cached(
        "INSERT INTO person_view (person, sort_key, surname, given, middle, suffix, nickname, birth, barangay,
            purok, country, place, sea_based, occupation, employer, contact, relation, contact_phone, contacts,
            own_phone, phones, confirmed_at, returned, consents, refusals, removed, has_conflict, version,
            all_contacts, all_phones)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
            ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)
         ON CONFLICT (person) DO UPDATE SET sort_key = excluded.sort_key, surname = excluded.surname,
            given = excluded.given, middle = excluded.middle, suffix = excluded.suffix,
            nickname = excluded.nickname, birth = excluded.birth, barangay = excluded.barangay,
            purok = excluded.purok, country = excluded.country, place = excluded.place,
            sea_based = excluded.sea_based, occupation = excluded.occupation, employer = excluded.employer,
            contact = excluded.contact, relation = excluded.relation, contact_phone = excluded.contact_phone,
            contacts = excluded.contacts, own_phone = excluded.own_phone, phones = excluded.phones,
            confirmed_at = excluded.confirmed_at, returned = excluded.returned, consents = excluded.consents,
            refusals = excluded.refusals, removed = excluded.removed, has_conflict = excluded.has_conflict,
            version = excluded.version, all_contacts = excluded.all_contacts, all_phones = excluded.all_phones
         RETURNING row",
    )?;
    Ok(statement.query_row(
        params![
            r.id.to_bytes(),
            v.sort_key,
            r.surname,
            r.given,
            r.middle,
            r.suffix,
            r.nickname,
            r.birth.map(|b| b.to_string()),
            r.barangay.map(|p| p.0),
            r.purok,
            r.country.map(|c| c.to_string()),
            r.place,
            r.sea_based,
            r.occupation,
            r.employer,
            contact.map(|c| c.name.as_str()),
            contact.and_then(|c| c.relation).map(|c| c.code()),
            contact.and_then(|c| c.phone.as_deref()),
            r.contacts,
            r.phone,
            r.phones,
            r.confirmed_at,
            r.returned,
            purpose_bits(&r.consents),
            purpose_bits(&r.refusals),
            removed,
            r.has_conflict,
            set.0,
            v.all_contacts,
            v.all_phones
        ],
        |row| row.get(0),
    )?)
}

const COLUMNS: &str = "person, surname, given, middle, suffix, nickname, birth, barangay, purok, country, place,
    sea_based, occupation, employer, contact, relation, contact_phone, contacts, own_phone, phones, confirmed_at,
    returned, consents, refusals, removed, has_conflict";

/// Rows by a condition, an order and a window; the parts come from `people`, values only as parameters.
pub(crate) fn select(
    conn: &Connection,
    condition: &str,
    values: &[Sql],
    order: &str,
    offset: u64,
    limit: u64,
) -> Result<Vec<PersonRow>, RegisterError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM person_view WHERE {condition} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read(row)?);
    }
    Ok(out)
}

pub(crate) fn count(
    conn: &Connection,
    condition: &str,
    values: &[Sql],
) -> Result<u64, RegisterError> {
    let sql = format!("SELECT count(*) FROM person_view WHERE {condition}");
    let n: i64 = conn
        .prepare_cached(&sql)?
        .query_row(params_from_iter(values), |row| row.get(0))?;
    Ok(n.unsigned_abs())
}

/// The persons a condition finds.
pub(crate) fn ids(
    conn: &Connection,
    condition: &str,
    values: &[Sql],
) -> Result<HashSet<PersonId>, RegisterError> {
    let sql = format!("SELECT person FROM person_view WHERE {condition}");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| {
        row.get(0).map(PersonId::from_bytes)
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const TRAITS: &str =
    "person, country, sea_based, barangay, purok, employer, confirmed_at, returned IS NOT NULL,
    consents, refusals, all_phones = '', has_conflict";
/// How many columns those are.
const TRAIT_COLUMNS: usize = 12;

/// Calls `each` with every row that meets the first part (being removed or not), and with what other parts are about
/// that it misses.
pub(crate) fn traits(
    conn: &Connection,
    parts: &[Part],
    mut each: impl FnMut(Traits, &[About]),
) -> Result<(), RegisterError> {
    let (first, rest) = parts.split_first().ok_or(RegisterError::NotFound)?;
    let met: String = rest.iter().map(|p| format!(", ({})", p.sql)).collect();
    let sql = format!("SELECT {TRAITS}{met} FROM person_view WHERE {}", first.sql);
    let mut statement = conn.prepare_cached(&sql)?;
    let values = rest.iter().chain([first]).flat_map(|p| &p.values);
    let mut rows = statement.query(params_from_iter(values))?;
    let mut missed = Vec::with_capacity(rest.len());
    while let Some(row) = rows.next()? {
        missed.clear();
        for (part, column) in rest.iter().zip(TRAIT_COLUMNS..) {
            // Nothing known is not met.
            if row.get::<_, Option<bool>>(column)? != Some(true) {
                missed.push(part.about);
            }
        }
        each(read_traits(row)?, &missed);
    }
    Ok(())
}

fn read_traits(row: &Row<'_>) -> Result<Traits, RegisterError> {
    Ok(Traits {
        person: PersonId::from_bytes(row.get(0)?),
        country: row
            .get_ref(1)?
            .as_str_or_null()
            .ok()
            .flatten()
            .and_then(|c| c.parse().ok()),
        sea_based: row.get(2)?,
        barangay: row.get::<_, Option<u32>>(3)?.map(Psgc),
        purok: row.get(4)?,
        employer: row.get(5)?,
        confirmed_at: row.get(6)?,
        returned: row.get(7)?,
        consents: row.get(8)?,
        refusals: row.get(9)?,
        no_phone: row.get(10)?,
        conflict: row.get(11)?,
    })
}

/// Persons not removed by destination; sea-based ones without a country stand under `XS`.
pub(crate) fn by_country(conn: &Connection) -> Result<Vec<(Option<String>, u64)>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT coalesce(country, iif(sea_based, 'XS', NULL)) AS there, count(*) FROM person_view
         WHERE removed = 0 GROUP BY there ORDER BY count(*) DESC, there",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs()))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn by_barangay(conn: &Connection) -> Result<Vec<(Option<Psgc>, u64)>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT barangay, count(*) FROM person_view WHERE removed = 0
         GROUP BY barangay ORDER BY count(*) DESC, barangay",
    )?;
    let rows = statement.query_map([], |row| {
        let place = row.get::<_, Option<u32>>(0)?.map(Psgc);
        Ok((place, row.get::<_, i64>(1)?.unsigned_abs()))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// People still abroad by barangay, and those of them confirmed since a time.
pub(crate) fn freshness(
    conn: &Connection,
    since: i64,
) -> Result<Vec<AreaFreshness>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT barangay, count(*), count(*) FILTER (WHERE confirmed_at >= ?1) FROM person_view
         WHERE removed = 0 AND returned IS NULL GROUP BY barangay ORDER BY barangay",
    )?;
    let rows = statement.query_map([since], |row| {
        Ok(AreaFreshness {
            area: row.get::<_, Option<u32>>(0)?.map(Psgc),
            people: row.get::<_, i64>(1)?.unsigned_abs(),
            fresh: row.get::<_, i64>(2)?.unsigned_abs(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The flat row of one person.
pub(crate) fn get(conn: &Connection, person: PersonId) -> Result<Option<PersonRow>, RegisterError> {
    let rows = select(
        conn,
        "person = ?1",
        &[Sql::Blob(person.to_bytes().to_vec())],
        "row",
        0,
        1,
    )?;
    Ok(rows.into_iter().next())
}

/// Persons not removed with exactly this sort key.
pub(crate) fn with_sort_key(
    conn: &Connection,
    sort_key: &str,
) -> Result<Vec<PersonId>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT v.person FROM person_view v WHERE v.sort_key = ?1
            AND (v.removed = 0 OR EXISTS (SELECT 1 FROM merged m WHERE m.person = v.person))
         ORDER BY v.row",
    )?;
    let rows = statement.query_map([sort_key], |row| row.get(0).map(PersonId::from_bytes))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What the persons not removed are found by, at most `limit` of those entered after row `after`; gives the last row,
/// or nothing when there was none.
pub(crate) fn docs(
    conn: &Connection,
    after: i64,
    limit: i64,
    mut each: impl FnMut(SearchDoc),
) -> Result<Option<i64>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT person, surname, given, middle, nickname, all_contacts, all_phones, barangay, purok, country,
            place, occupation, employer, row
         FROM person_view WHERE +removed = 0 AND row > ?1 ORDER BY row LIMIT ?2",
    )?;
    let mut rows = statement.query([after, limit])?;
    let mut last = None;
    while let Some(row) = rows.next()? {
        last = Some(row.get(13)?);
        let lines = |text: String| text.lines().map(str::to_owned).collect::<Vec<_>>();
        each(SearchDoc {
            id: PersonId::from_bytes(row.get(0)?),
            surname: row.get(1)?,
            given: row.get(2)?,
            middle: row.get(3)?,
            nickname: row.get(4)?,
            contacts: lines(row.get(5)?),
            phones: lines(row.get(6)?),
            barangay: row.get::<_, Option<u32>>(7)?.map(Psgc),
            purok: row.get(8)?,
            country: row
                .get::<_, Option<String>>(9)?
                .and_then(|c| c.parse().ok()),
            place: row.get(10)?,
            occupation: row.get(11)?,
            employer: row.get(12)?,
        });
    }
    Ok(last)
}

fn read(row: &Row<'_>) -> Result<PersonRow, RegisterError> {
    let removed: u8 = row.get(24)?;
    let first_contact = match row.get::<_, Option<String>>(14)? {
        Some(name) => Some(FirstContact {
            name,
            relation: row
                .get::<_, Option<String>>(15)?
                .and_then(|r| r.parse().ok()),
            phone: row.get(16)?,
        }),
        None => None,
    };
    Ok(PersonRow {
        id: PersonId::from_bytes(row.get(0)?),
        surname: row.get(1)?,
        given: row.get(2)?,
        middle: row.get(3)?,
        suffix: row.get(4)?,
        nickname: row.get(5)?,
        birth: row
            .get::<_, Option<String>>(6)?
            .and_then(|b| b.parse().ok()),
        barangay: row.get::<_, Option<u32>>(7)?.map(Psgc),
        purok: row.get(8)?,
        country: row
            .get::<_, Option<String>>(9)?
            .and_then(|c| c.parse().ok()),
        place: row.get(10)?,
        sea_based: row.get(11)?,
        occupation: row.get(12)?,
        employer: row.get(13)?,
        first_contact,
        contacts: row.get(17)?,
        phone: row.get(18)?,
        phones: row.get(19)?,
        confirmed_at: row.get(20)?,
        returned: row.get(21)?,
        consents: purposes_of(row.get(22)?),
        refusals: purposes_of(row.get(23)?),
        removed: removed > 0,
        erased: removed > 1,
        has_conflict: row.get(25)?,
    })
}
