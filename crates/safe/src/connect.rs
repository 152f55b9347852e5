//! Opening the database file: key, pragmas, checks of the build. Every pragma's reason stands in `docs/SQL.md`.

use crate::OpenError;
use core::fmt::Write as _;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use zeroize::Zeroizing;

/// The oldest SQLite without the WAL-reset bug: 3.51.3.
pub const MIN_SQLITE: i32 = 3_051_003;

/// SQLCipher 4's page size.
const PAGE: u64 = 4096;

const PLAIN_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// Before the key: nothing may be logged. (`cipher_memory_security` stays off: decision 0074.)
const BEFORE_KEY: &str = "PRAGMA cipher_log_level = NONE;";

/// After the key, before the first read: only so does the index of the write-ahead log stay in memory, not in a file.
const BEFORE_READ: &str = "PRAGMA locking_mode = EXCLUSIVE;";

/// After the first read.
const AFTER_READ: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA journal_size_limit = 16777216;
    PRAGMA cache_size = -16384;
";

/// Opens (or with `create` makes) the database under its raw key and reads a first page.
///
/// # Errors
/// [`OpenError`]: not encrypted, damaged (or another key), in use, or a build that cannot keep data safe.
pub fn connect(path: &Path, key: &[u8; 32], create: bool) -> Result<Connection, OpenError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    } else {
        refuse_plain(path)?;
        refuse_cut(path)?;
    }
    let conn = Connection::open_with_flags(path, flags)?;
    conn.execute_batch(BEFORE_KEY)?;
    conn.execute_batch(&key_pragma("key", key))?;
    // SQLite's copies of that text are freed but not wiped. A statement of the same shape takes the same places: no
    // pragma has this name, so it does nothing else.
    conn.execute_batch(&key_pragma("kex", &[0; 32]))?;
    conn.execute_batch(BEFORE_READ)?;
    check_build(&conn)?;
    // The first read decrypts page 1: a wrong key or a broken header shows here.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    conn.execute_batch(AFTER_READ)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_prepared_statement_cache_capacity(64);
    check_pragmas(&conn)?;
    Ok(conn)
}

/// `PRAGMA key` with a raw key (SQLCipher: a blob literal of 64 hex digits skips its own KDF).
fn key_pragma(name: &str, key: &[u8; 32]) -> Zeroizing<String> {
    let mut sql = Zeroizing::new(String::with_capacity(96));
    sql.push_str("PRAGMA ");
    sql.push_str(name);
    sql.push_str(" = \"x'");
    for byte in key {
        // Writing to a String cannot fail.
        let _ = write!(*sql, "{byte:02x}");
    }
    sql.push_str("'\";");
    sql
}

fn refuse_plain(path: &Path) -> Result<(), OpenError> {
    let mut header = [0; 16];
    let mut file = File::open(path)?;
    match file.read_exact(&mut header) {
        Ok(()) if &header == PLAIN_HEADER => Err(OpenError::NotEncrypted),
        Ok(()) => Ok(()),
        Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
            Err(OpenError::Damaged { aside: None })
        }
        Err(e) => Err(e.into()),
    }
}

/// A last page that is not whole shows only when it is read, perhaps much later. A power cut may leave one while the
/// write-ahead log still holds it; without a log it is damage.
fn refuse_cut(path: &Path) -> Result<(), OpenError> {
    let log = path.with_extension("db-wal");
    let log_is_empty = fs::metadata(log).map_or(true, |m| m.len() == 0);
    if log_is_empty && fs::metadata(path)?.len() % PAGE != 0 {
        return Err(OpenError::Damaged { aside: None });
    }
    Ok(())
}

fn check_build(conn: &Connection) -> Result<(), OpenError> {
    if rusqlite::version_number() < MIN_SQLITE {
        return Err(OpenError::Build("its SQLite is too old"));
    }
    let cipher: Result<String, _> = conn.query_row("PRAGMA cipher_version", [], |r| r.get(0));
    match cipher {
        Ok(version) if !version.is_empty() => Ok(()),
        Ok(_) | Err(rusqlite::Error::QueryReturnedNoRows) => {
            Err(OpenError::Build("it has no cipher"))
        }
        Err(e) => Err(e.into()),
    }
}

/// A pragma that is misspelt or refused is silently ignored by SQLite; so the ones that matter are read back.
fn check_pragmas(conn: &Connection) -> Result<(), OpenError> {
    let text = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, String>(0));
    let number = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0));
    let good = text("PRAGMA journal_mode")? == "wal"
        && number("PRAGMA synchronous")? == 2
        && number("PRAGMA secure_delete")? == 1
        && number("PRAGMA temp_store")? == 2
        && number("PRAGMA foreign_keys")? == 1;
    if good {
        Ok(())
    } else {
        Err(OpenError::Build("a safety setting did not take"))
    }
}

#[cfg(test)]
mod tests;
