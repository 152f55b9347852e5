//! Layout versions of a register. Released files are frozen.

pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/register/0001_first.sql"),
    include_str!("../../../migrations/register/0002_drafts.sql"),
    include_str!("../../../migrations/register/0003_merging.sql"),
    include_str!("../../../migrations/register/0004_import_fixes.sql"),
    include_str!("../../../migrations/register/0005_lists.sql"),
    include_str!("../../../migrations/register/0006_past.sql"),
];

/// The latest layout this version knows.
pub const SCHEMA_VERSION: u32 = MIGRATIONS.len() as u32;
