//! One command for the nightly backup: copy, check, restore elsewhere, compare, encrypt,
//! report. Nothing counts as a backup before all of it has passed.
//!
//! Both backends give the same file: SQLite with all tables, taken in one state of the
//! database while it is in use. Encrypting is an external program's (see `filter`).

use super::{config_error, filter, load, settings};
use crate::config::Config;
use crate::publisher::Publisher;
use crate::publisher::audit::Audited;
use crate::server::{BufferError, open_store};
use crate::store::postgres::PostgresStore;
use crate::store::sqlite::SqliteStore;
use crate::store::tables::{Digest, same};
use crate::store::{Store, StoreError};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use ugnay_wire::Hash;

/// What is asked for beyond the data folder.
#[derive(Clone, Default)]
pub struct BackupOptions {
    /// The file to write; must not exist. A report is written beside it, as `FILE.json`.
    pub out: PathBuf,
    /// Says that the copy may stay unencrypted; needed if the settings name no program.
    pub unencrypted: bool,
    /// A program that opens the encrypted file again, to compare it; for who has the key.
    pub decrypt: Vec<String>,
    /// An empty PostgreSQL database to restore into as well.
    pub scratch_url: Option<String>,
}

/// What a backup holds, beside it as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Of this report: 1.
    pub format: u32,
    /// The database's layout.
    pub layout: u32,
    /// When it was taken, unix seconds.
    pub time: i64,
    /// Whether the file is encrypted.
    pub encrypted: bool,
    /// SHA-256 of the file.
    pub file_sha256: String,
    /// SHA-256 of the copy inside it.
    pub copy_sha256: String,
    /// Every table's rows and a hash over them.
    pub tables: Vec<TableReport>,
    /// Entries in the log.
    pub log_size: u64,
    /// The log's root.
    pub log_root: String,
}

/// One table in a [`Report`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableReport {
    /// Its name.
    pub name: String,
    /// How many rows.
    pub rows: u64,
    /// A hash over all rows in order.
    pub sha256: String,
}

impl From<&Digest> for TableReport {
    fn from(d: &Digest) -> Self {
        Self {
            name: d.table.to_owned(),
            rows: d.rows,
            sha256: d.hash.to_hex(),
        }
    }
}

/// Where the report of a backup lies.
pub(super) fn report_beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".json");
    name.into()
}

/// SHA-256 of a file, in hexadecimal.
pub(super) fn file_hash(path: &Path) -> Result<String, BufferError> {
    let io = |e| BufferError::Io("backup", e);
    let mut file = File::open(path).map_err(io)?;
    let (mut hash, mut part) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let n = file.read(&mut part).map_err(io)?;
        match part.get(..n) {
            Some(bytes) if n > 0 => hash.update(bytes),
            _ => return Ok(Hash(hash.finalize().into()).to_hex()),
        }
    }
}

/// A folder of our own beside the file, gone when dropped, for its owner alone.
pub(super) fn scratch(beside: &Path) -> Result<TempDir, BufferError> {
    let parent = beside.parent().filter(|p| !p.as_os_str().is_empty());
    tempfile::Builder::new()
        .prefix(".ugnay-backup-")
        .tempdir_in(parent.unwrap_or(Path::new(".")))
        .map_err(|e| BufferError::Io("backup folder", e))
}

/// The whole backup. Gives one line for each thing that was done and held.
///
/// # Errors
/// [`BufferError::Store`] if the copy is not what it must be, others for settings and
/// files. Nothing stays behind under the name asked for.
pub async fn backup(
    dir: &Path,
    database_url: Option<String>,
    options: &BackupOptions,
) -> Result<Vec<String>, BufferError> {
    let report_file = report_beside(&options.out);
    if options.out.exists() || report_file.exists() {
        let exists = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(BufferError::Io("backup file", exists));
    }
    let encrypt = settings(dir)?.backup_encrypt;
    if encrypt.is_empty() && !options.unencrypted {
        let text = "no program is named; --unencrypted if the copy may stay readable";
        return Err(config_error("backup_encrypt", text));
    }
    let config = load(dir, database_url)?;
    let time = config.clock.now();
    let scratch = scratch(&options.out)?;
    let copy = scratch.path().join("copy.sqlite");

    let source = open_store(config.database.clone()).await?;
    let taken = source.export(copy.clone()).await?;
    drop(source);
    let copy_sha256 = file_hash(&copy)?;
    let (layout, held) = SqliteStore::check_copy(&copy)?;
    same(&taken, &held)?;
    let rows: u64 = taken.iter().map(|d| d.rows).sum();
    let mut lines = vec![format!(
        "copied: {rows} rows of {} tables, intact",
        taken.len()
    )];

    let audited = restored_elsewhere(&config, &copy, &taken, scratch.path()).await?;
    lines.push(format!(
        "restored elsewhere and compared: the same; log of {} entries holds",
        audited.entries
    ));
    if let Some(url) = &options.scratch_url {
        let other = PostgresStore::open_with(url, database_ca(&config)).await?;
        same(&taken, &other.import(copy.clone()).await?)?;
        same(&taken, &other.digests().await?)?;
        lines.push("restored into the scratch database and compared: the same".into());
    }

    let sealed = scratch.path().join("sealed");
    let done = if encrypt.is_empty() {
        lines.push("NOT encrypted".into());
        copy
    } else {
        filter::run(&encrypt, &copy, &sealed)?;
        lines.push(encrypted(&copy, &sealed)?);
        sealed
    };
    if !options.decrypt.is_empty() {
        let opened = scratch.path().join("opened");
        filter::run(&options.decrypt, &done, &opened)?;
        if file_hash(&opened)? != copy_sha256 {
            let text = "the encrypted file does not open to the copy";
            return Err(StoreError::Damaged(text.into()).into());
        }
        lines.push("decrypted again: the same copy".into());
    }
    let report = Report {
        format: 1,
        layout,
        time,
        encrypted: !encrypt.is_empty(),
        file_sha256: file_hash(&done)?,
        copy_sha256,
        tables: taken.iter().map(TableReport::from).collect(),
        log_size: audited.entries,
        log_root: Hash(audited.root).to_hex(),
    };
    keep(&done, &options.out, &report, &report_file)?;
    lines.push(format!("kept: sha256 {}", report.file_sha256));
    Ok(lines)
}

fn database_ca(config: &Config) -> Option<&Path> {
    match &config.database {
        crate::config::Database::Postgres { ca, .. } => ca.as_deref(),
        crate::config::Database::Sqlite { .. } => None,
    }
}

/// Restores into a folder of its own and looks the log over there.
async fn restored_elsewhere(
    config: &Config,
    copy: &Path,
    taken: &[Digest],
    scratch: &Path,
) -> Result<Audited, BufferError> {
    let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&scratch.join("restored"), None)?);
    same(taken, &store.import(copy.to_path_buf()).await?)?;
    same(taken, &store.digests().await?)?;
    store.check().await?;
    let log = Publisher::open(
        store,
        config.log_key.clone(),
        config.witnesses.clone(),
        config.clock.clone(),
    );
    Ok(log.await?.audit().await?)
}

/// A program that lets the copy through as it is does not encrypt.
fn encrypted(copy: &Path, sealed: &Path) -> Result<String, BufferError> {
    let start = |path: &Path| {
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(|e| BufferError::Io("backup", e))?;
        file.take(4096)
            .read_to_end(&mut bytes)
            .map_err(|e| BufferError::Io("backup", e))?;
        Ok::<_, BufferError>(bytes)
    };
    let (plain, sealed) = (start(copy)?, start(sealed)?);
    let readable = sealed.windows(15).any(|w| w == b"SQLite format 3");
    if sealed.is_empty() || readable || sealed == plain {
        let text = "its output is empty or readable";
        return Err(config_error("backup_encrypt", text));
    }
    Ok("encrypted by the program in the settings".into())
}

/// Gives the file its name once it and its report are on the disk.
fn keep(done: &Path, out: &Path, report: &Report, beside: &Path) -> Result<(), BufferError> {
    let io = |e| BufferError::Io("backup", e);
    let text = serde_json::to_string_pretty(report).map_err(|e| config_error("report", e))?;
    let mut file = filter::create(beside)?;
    std::io::Write::write_all(&mut file, text.as_bytes()).map_err(io)?;
    file.sync_all().map_err(io)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(done, fs::Permissions::from_mode(0o600)).map_err(io)?;
    }
    File::open(done).and_then(|f| f.sync_all()).map_err(io)?;
    // In the same file system: a rename is all or nothing.
    fs::rename(done, out).map_err(io)?;
    let parent = out.parent().filter(|p| !p.as_os_str().is_empty());
    File::open(parent.unwrap_or(Path::new(".")))
        .and_then(|f| f.sync_all())
        .map_err(io)
}

#[cfg(test)]
mod tests;
