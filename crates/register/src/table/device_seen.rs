//! `device_seen`: the register's other devices.

use crate::{RegisterError, SeenDevice, SeenState};
use rusqlite::{Connection, params};
use ugnay_model::DeviceHash;

pub(crate) fn put(conn: &Connection, d: &SeenDevice) -> Result<(), RegisterError> {
    conn.execute(
        "INSERT INTO device_seen (hash, label, state, first_seen, last_seen, card) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (hash) DO UPDATE SET label = excluded.label, state = excluded.state,
            last_seen = max(last_seen, excluded.last_seen), card = excluded.card",
        params![d.hash.0, d.label, d.state as u8, d.first_seen, d.last_seen, d.card],
    )?;
    Ok(())
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<SeenDevice>, RegisterError> {
    let mut statement = conn.prepare_cached(
        "SELECT hash, label, state, first_seen, last_seen, card FROM device_seen ORDER BY first_seen, hash",
    )?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(SeenDevice {
            hash: DeviceHash(row.get(0)?),
            label: row.get(1)?,
            state: SeenState::from_code(row.get(2)?).ok_or(RegisterError::Damaged)?,
            first_seen: row.get(3)?,
            last_seen: row.get(4)?,
            card: row.get(5)?,
        });
    }
    Ok(out)
}
