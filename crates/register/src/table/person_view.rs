//! `person_view`: one flat row per person, kept by the transaction that changes a record.

use crate::view::{View, purpose_bits, purposes_of};
use crate::{ChangeSetId, FirstContact, PersonRow, RegisterError, SearchDoc};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, Row, params, params_from_iter};
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
            all_contacts, all_phones, seen_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
            ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, coalesce(?22,
                (SELECT min(s.at) FROM history h JOIN change_set s ON s.id = h.change_set WHERE h.person = ?1)))
         ON CONFLICT (person) DO UPDATE SET sort_key = excluded.sort_key, surname = excluded.surname,
            given = excluded.given, middle = excluded.middle, suffix = excluded.suffix,
            nickname = excluded.nickname, birth = excluded.birth, barangay = excluded.barangay,
            purok = excluded.purok, country = excluded.country, place = excluded.place,
            sea_based = excluded.sea_based, occupation = excluded.occupation, employer = excluded.employer,
            contact = excluded.contact, relation = excluded.relation, contact_phone = excluded.contact_phone,
            contacts = excluded.contacts, own_phone = excluded.own_phone, phones = excluded.phones,
            confirmed_at = excluded.confirmed_at, returned = excluded.returned, consents = excluded.consents,
            refusals = excluded.refusals, removed = excluded.removed, has_conflict = excluded.has_conflict,
            version = excluded.version, all_contacts = excluded.all_contacts, all_phones = excluded.all_phones,
            seen_at = excluded.seen_at
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

/// The numbers of rows by a condition, an order and a window; the parts come from `people`, values only as parameters. The rows
/// themselves are read by [`at`]: so an index can answer, and nothing but numbers is sorted.
pub(crate) fn select(
    conn: &Connection,
    condition: &str,
    values: &[Sql],
    order: &str,
    offset: u64,
    limit: u64,
) -> Result<Vec<i64>, RegisterError> {
    let sql = format!(
        "SELECT row FROM person_view WHERE {condition} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
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

/// The flat row of one person.
pub(crate) fn get(conn: &Connection, person: PersonId) -> Result<Option<PersonRow>, RegisterError> {
    let sql = format!("SELECT {COLUMNS} FROM person_view WHERE person = ?1");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([person.to_bytes()])?;
    rows.next()?.map(read).transpose()
}

/// The rows of these numbers, in the order asked for.
pub(crate) fn at(conn: &Connection, numbers: &[i64]) -> Result<Vec<PersonRow>, RegisterError> {
    let sql = format!("SELECT {COLUMNS} FROM person_view WHERE row = ?1");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut out = Vec::with_capacity(numbers.len());
    for number in numbers {
        let mut rows = statement.query([number])?;
        if let Some(row) = rows.next()? {
            out.push(read(row)?);
        }
    }
    Ok(out)
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
