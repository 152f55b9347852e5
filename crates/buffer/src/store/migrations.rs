//! The numbered schema files of both backends, compiled in. Released files are frozen;
//! both folders hold the same numbers and names.

/// One schema step.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// From 1, without gaps.
    pub number: u32,
    /// File name without folder.
    pub file: &'static str,
    /// SQL text.
    pub sql: &'static str,
}

macro_rules! folder {
    ($folder:literal: $($number:literal $file:literal),* $(,)?) => {
        &[$(Migration {
            number: $number,
            file: $file,
            sql: include_str!(concat!("../../../../migrations/", $folder, "/", $file)),
        }),*]
    };
}

/// For SQLite.
pub const SQLITE: &[Migration] = folder!("buffer-sqlite":
    1 "0001_registers.sql", 2 "0002_boxes.sql", 3 "0003_log.sql",
    4 "0004_housekeeping.sql", 5 "0005_successions.sql");

/// For PostgreSQL.
pub const POSTGRES: &[Migration] = folder!("buffer-postgres":
    1 "0001_registers.sql", 2 "0002_boxes.sql", 3 "0003_log.sql",
    4 "0004_housekeeping.sql", 5 "0005_successions.sql");

#[cfg(test)]
mod tests;
