//! `remote`: what the buffer is known to hold of each record, by epoch.

use crate::table::{facet, signed};
use crate::{RegisterError, Remote};
use rusqlite::{Connection, Row, params};
use ugnay_model::{DeviceHash, Facet, PersonId};

const COLUMNS: &str = "epoch, person, facet, blob, cid, writer, seq, hash, pushed";

pub(crate) fn put(conn: &Connection, r: &Remote) -> Result<(), RegisterError> {
    conn.prepare_cached(
        "INSERT INTO remote (epoch, person, facet, blob, cid, writer, seq, hash, pushed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (epoch, person, facet) DO UPDATE SET blob = excluded.blob, cid = excluded.cid,
            writer = excluded.writer, seq = excluded.seq, hash = excluded.hash, pushed = excluded.pushed",
    )?
    .execute(params![
        r.epoch,
        r.person.to_bytes(),
        r.facet as u8,
        r.blob,
        r.cid,
        r.writer.0,
        signed(r.seq)?,
        r.hash,
        r.pushed
    ])?;
    Ok(())
}

pub(crate) fn get(
    conn: &Connection,
    epoch: &[u8; 16],
    person: PersonId,
    facet: Facet,
) -> Result<Option<Remote>, RegisterError> {
    let sql =
        format!("SELECT {COLUMNS} FROM remote WHERE epoch = ?1 AND person = ?2 AND facet = ?3");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params![epoch, person.to_bytes(), facet as u8])?;
    rows.next()?.map(read).transpose()
}

pub(crate) fn by_blob(conn: &Connection, blob: &[u8; 16]) -> Result<Vec<Remote>, RegisterError> {
    let sql = format!("SELECT {COLUMNS} FROM remote WHERE blob = ?1");
    list(conn, &sql, blob)
}

pub(crate) fn of_epoch(conn: &Connection, epoch: &[u8; 16]) -> Result<Vec<Remote>, RegisterError> {
    let sql = format!("SELECT {COLUMNS} FROM remote WHERE epoch = ?1 ORDER BY person, facet");
    list(conn, &sql, epoch)
}

pub(crate) fn delete(
    conn: &Connection,
    epoch: &[u8; 16],
    person: PersonId,
    facet: Facet,
) -> Result<(), RegisterError> {
    conn.prepare_cached("DELETE FROM remote WHERE epoch = ?1 AND person = ?2 AND facet = ?3")?
        .execute(params![epoch, person.to_bytes(), facet as u8])?;
    Ok(())
}

pub(crate) fn forget_epoch(conn: &Connection, epoch: &[u8; 16]) -> Result<(), RegisterError> {
    conn.execute("DELETE FROM remote WHERE epoch = ?1", [epoch])?;
    Ok(())
}

fn list(conn: &Connection, sql: &str, id: &[u8; 16]) -> Result<Vec<Remote>, RegisterError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([id])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read(row)?);
    }
    Ok(out)
}

fn read(row: &Row<'_>) -> Result<Remote, RegisterError> {
    Ok(Remote {
        epoch: row.get(0)?,
        person: PersonId::from_bytes(row.get(1)?),
        facet: facet(row.get(2)?)?,
        blob: row.get(3)?,
        cid: row.get(4)?,
        writer: DeviceHash(row.get(5)?),
        seq: row.get::<_, i64>(6)?.unsigned_abs(),
        hash: row.get(7)?,
        pushed: row.get(8)?,
    })
}
