//! `device`: one row, this device's secrets, its name in stamps, its Lamport time.

use crate::table::signed;
use crate::{DeviceSecrets, RegisterError};
use rusqlite::{Connection, params};
use ugnay_model::{DeviceHash, Lamport};
use zeroize::Zeroizing;

pub(crate) fn insert(
    conn: &Connection,
    sign_seed: &[u8; 32],
    hybrid_seed: &[u8; 32],
    hash: DeviceHash,
) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT INTO device (one, sign_seed, hybrid_seed, hash, lamport) VALUES (1, ?1, ?2, ?3, 0)",
        params![sign_seed, hybrid_seed, hash.0],
    )?;
    Ok(())
}

pub(crate) fn stamp(conn: &Connection) -> rusqlite::Result<(DeviceHash, Lamport)> {
    conn.query_row(
        "SELECT hash, lamport FROM device WHERE one = 1",
        [],
        |row| {
            let lamport = row.get::<_, i64>(1)?.unsigned_abs();
            Ok((DeviceHash(row.get(0)?), Lamport::at(lamport)))
        },
    )
}

pub(crate) fn secrets(conn: &Connection) -> Result<DeviceSecrets, RegisterError> {
    let sql = "SELECT sign_seed, hybrid_seed FROM device WHERE one = 1";
    Ok(conn.query_row(sql, [], |row| {
        Ok(DeviceSecrets {
            sign_seed: Zeroizing::new(row.get(0)?),
            hybrid_seed: Zeroizing::new(row.get(1)?),
        })
    })?)
}

pub(crate) fn set_clock(conn: &Connection, clock: Lamport) -> Result<(), RegisterError> {
    conn.prepare_cached("UPDATE device SET lamport = ?1 WHERE one = 1 AND lamport < ?1")?
        .execute([signed(clock.time())?])?;
    Ok(())
}
