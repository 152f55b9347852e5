//! `about`: one row, what the register says of itself.

use crate::{About, NewRegister, RegisterError};
use rusqlite::{Connection, Row, params};
use ugnay_model::{Psgc, RegisterId};

pub(crate) fn insert(conn: &Connection, new: &NewRegister, now: i64) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT INTO about (one, register, label, place, psgc_release, officer, demo, created_at)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            new.id.to_bytes(),
            new.label,
            new.place.map(|p| p.0),
            new.psgc_release,
            new.officer,
            new.demo,
            now
        ],
    )?;
    Ok(())
}

pub(crate) fn update(conn: &Connection, new: &NewRegister) -> Result<(), RegisterError> {
    conn.execute(
        "UPDATE about SET register = ?1, label = ?2, place = ?3, psgc_release = ?4, officer = ?5, demo = ?6
         WHERE one = 1",
        params![
            new.id.to_bytes(),
            new.label,
            new.place.map(|p| p.0),
            new.psgc_release,
            new.officer,
            new.demo
        ],
    )?;
    Ok(())
}

pub(crate) fn get(conn: &Connection) -> Result<About, RegisterError> {
    let sql = "SELECT register, label, place, psgc_release, officer, demo, created_at FROM about WHERE one = 1";
    Ok(conn.query_row(sql, [], read)?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<About> {
    Ok(About {
        register: NewRegister {
            id: RegisterId::from_bytes(row.get(0)?),
            label: row.get(1)?,
            place: row.get::<_, Option<u32>>(2)?.map(Psgc),
            psgc_release: row.get(3)?,
            officer: row.get(4)?,
            demo: row.get(5)?,
        },
        created_at: row.get(6)?,
    })
}
