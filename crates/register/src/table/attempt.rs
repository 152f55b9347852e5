//! `attempt`: which attempts belong to which campaign. Derived from the case record.

use crate::RegisterError;
use rusqlite::{Connection, params};
use ugnay_model::{Attempt, AttemptId, CampaignId, PersonId};

pub(crate) fn put(
    conn: &Connection,
    person: PersonId,
    attempt: &Attempt,
) -> Result<(), RegisterError> {
    conn.prepare_cached(
        "INSERT INTO attempt (attempt, person, campaign, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (attempt, person) DO UPDATE SET campaign = excluded.campaign, at = excluded.at",
    )?
    .execute(params![
        attempt.id.to_bytes(),
        person.to_bytes(),
        attempt.campaign.to_bytes(),
        attempt.at
    ])?;
    Ok(())
}

pub(crate) fn delete(
    conn: &Connection,
    person: PersonId,
    attempt: AttemptId,
) -> Result<(), RegisterError> {
    conn.prepare_cached("DELETE FROM attempt WHERE attempt = ?1 AND person = ?2")?
        .execute([attempt.to_bytes(), person.to_bytes()])?;
    Ok(())
}

/// Persons with attempts in a campaign; of a merged person only the entry that stands for both.
pub(crate) fn persons(
    conn: &Connection,
    campaign: CampaignId,
) -> Result<Vec<PersonId>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT a.person FROM attempt a WHERE a.campaign = ?1 AND NOT EXISTS (
            SELECT 1 FROM merged m JOIN person_view v ON v.person = m.person
            WHERE m.person = a.person AND v.removed > 0)
         ORDER BY a.person",
    )?;
    let rows = statement.query_map([campaign.to_bytes()], |row| {
        row.get(0).map(PersonId::from_bytes)
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a person is among [`persons`].
pub(crate) fn counts(
    conn: &Connection,
    campaign: CampaignId,
    person: PersonId,
) -> Result<bool, RegisterError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM attempt a WHERE a.campaign = ?1 AND a.person = ?2 AND NOT EXISTS (
            SELECT 1 FROM merged m JOIN person_view v ON v.person = m.person
            WHERE m.person = a.person AND v.removed > 0))";
    let key = params![campaign.to_bytes(), person.to_bytes()];
    Ok(conn.prepare_cached(sql)?.query_row(key, |row| row.get(0))?)
}
