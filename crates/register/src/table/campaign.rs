//! `campaign`: contact campaigns this device knows of.

use crate::{Campaign, CampaignOrigin, CampaignState, RegisterError};
use rusqlite::{Connection, Row, params};
use ugnay_model::{AlertLevel, CampaignId, Psgc, Scope};

const COLUMNS: &str =
    "campaign, origin, signed, title, destination, homes, alert, state, opened_at, closed_at";

pub(crate) fn put(conn: &Connection, c: &Campaign) -> Result<(), RegisterError> {
    let homes: Vec<u8> = c
        .scope
        .homes
        .iter()
        .flat_map(|p| p.0.to_be_bytes())
        .collect();
    conn.execute(
        "INSERT INTO campaign (campaign, origin, signed, title, destination, homes, alert, state, opened_at, closed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (campaign) DO UPDATE SET signed = excluded.signed, title = excluded.title,
            destination = excluded.destination, homes = excluded.homes, alert = excluded.alert,
            state = excluded.state, opened_at = excluded.opened_at, closed_at = excluded.closed_at",
        params![
            c.id.to_bytes(),
            c.origin as u8,
            c.signed,
            c.title,
            c.scope.destination.as_str(),
            homes,
            c.alert.map(AlertLevel::number),
            c.state as u8,
            c.opened_at,
            c.closed_at
        ],
    )?;
    Ok(())
}

pub(crate) fn get(conn: &Connection, id: CampaignId) -> Result<Option<Campaign>, RegisterError> {
    let sql = format!("SELECT {COLUMNS} FROM campaign WHERE campaign = ?1");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([id.to_bytes()])?;
    rows.next()?.map(read).transpose()
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Campaign>, RegisterError> {
    let sql = format!("SELECT {COLUMNS} FROM campaign ORDER BY opened_at DESC, campaign");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read(row)?);
    }
    Ok(out)
}

fn read(row: &Row<'_>) -> Result<Campaign, RegisterError> {
    let destination: String = row.get(4)?;
    let homes: Vec<u8> = row.get(5)?;
    let homes = homes.as_chunks::<4>().0.iter();
    Ok(Campaign {
        id: CampaignId::from_bytes(row.get(0)?),
        origin: CampaignOrigin::from_code(row.get(1)?).ok_or(RegisterError::Damaged)?,
        signed: row.get(2)?,
        title: row.get(3)?,
        scope: Scope {
            destination: destination.parse().map_err(|_| RegisterError::Damaged)?,
            homes: homes.map(|b| Psgc(u32::from_be_bytes(*b))).collect(),
        },
        alert: row.get::<_, Option<u8>>(6)?.and_then(AlertLevel::new),
        state: CampaignState::from_code(row.get(7)?).ok_or(RegisterError::Damaged)?,
        opened_at: row.get(8)?,
        closed_at: row.get(9)?,
    })
}
