//! Taking a backup back: into an empty data folder or an empty PostgreSQL database,
//! compared with its report and looked over before it counts.

use super::backup::{Report, TableReport, file_hash, report_beside, scratch};
use super::{CONFIG_FILE, KEY_FILE, filter, load};
use crate::config::Database;
use crate::publisher::Publisher;
use crate::server::{BufferError, open_store};
use crate::store::sqlite::{FILE, SqliteStore};
use crate::store::tables::{Digest, same};
use crate::store::{Store, StoreError};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is asked for beyond the data folder.
#[derive(Clone, Default)]
pub struct RestoreOptions {
    /// The backup; its report is expected beside it, as `FILE.json`.
    pub from: PathBuf,
    /// A program that opens the encrypted file; none for a copy that is not encrypted.
    pub decrypt: Vec<String>,
}

fn differs(what: &str) -> BufferError {
    StoreError::Damaged(format!("backup and report differ: {what}")).into()
}

/// Restores. Gives one line for each thing that was done and held.
///
/// # Errors
/// [`BufferError::Store`] if the backup is not what its report says or the target is not
/// empty; others for files and programs.
pub async fn restore(
    dir: &Path,
    database_url: Option<String>,
    options: &RestoreOptions,
) -> Result<Vec<String>, BufferError> {
    if database_url.is_none() && dir.join(FILE).exists() {
        let exists = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(BufferError::Io(FILE, exists));
    }
    fs::create_dir_all(dir).map_err(|e| BufferError::Io("data folder", e))?;
    let mut lines = Vec::new();
    let report = read_report(&options.from)?;
    if let Some(report) = &report {
        if file_hash(&options.from)? != report.file_sha256 {
            return Err(differs("file"));
        }
        lines.push("the file is the one its report names".into());
    } else {
        lines.push("NO report beside the file: only the copy itself is checked".into());
    }
    let scratch = scratch(&dir.join(FILE))?;
    let copy = scratch.path().join("copy.sqlite");
    open_copy(options, &copy)?;
    if let Some(report) = &report
        && file_hash(&copy)? != report.copy_sha256
    {
        return Err(differs("copy"));
    }
    let (layout, held) = SqliteStore::check_copy(&copy)?;
    if let Some(report) = &report {
        lines.push(compare(report, layout, &held)?);
    }

    let database = target(dir, database_url)?;
    let store = open_store(database).await?;
    same(&held, &store.import(copy).await?)?;
    same(&held, &store.digests().await?)?;
    let rows: u64 = held.iter().map(|d| d.rows).sum();
    lines.push(format!(
        "restored: {rows} rows, compared; {}",
        store.check().await?
    ));
    lines.push(log_line(dir, store).await?);
    Ok(lines)
}

fn read_report(from: &Path) -> Result<Option<Report>, BufferError> {
    let path = report_beside(from);
    if !path.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(&path).map_err(|e| BufferError::Io("report", e))?;
    let report: Report = serde_json::from_str(&text).map_err(|_| differs("report"))?;
    if report.format != 1 {
        return Err(differs("the report's format"));
    }
    Ok(Some(report))
}

/// Decrypts, or copies what is not encrypted.
fn open_copy(options: &RestoreOptions, to: &Path) -> Result<(), BufferError> {
    if !options.decrypt.is_empty() {
        return filter::run(&options.decrypt, &options.from, to);
    }
    let io = |e| BufferError::Io("backup", e);
    let mut start = [0u8; 15];
    let mut file = fs::File::open(&options.from).map_err(io)?;
    let readable = file.read_exact(&mut start).is_ok() && &start == b"SQLite format 3";
    if !readable {
        let text = "it is encrypted; say how to open it: --decrypt PROGRAM ARGUMENTS";
        return Err(BufferError::Config(text.into()));
    }
    let mut copy = filter::create(to)?;
    file = fs::File::open(&options.from).map_err(io)?;
    std::io::copy(&mut file, &mut copy).map_err(io)?;
    Ok(())
}

/// Table by table; rows alone when the copy had an older layout, whose hashes say
/// nothing about the newer one.
fn compare(report: &Report, layout: u32, held: &[Digest]) -> Result<String, BufferError> {
    if report.layout != layout {
        return Err(differs("layout"));
    }
    let held: Vec<TableReport> = held.iter().map(TableReport::from).collect();
    if report.tables == held {
        return Ok("every table is what the report says".into());
    }
    let rows = |t: &TableReport| (t.name.clone(), t.rows);
    let (then, now): (Vec<_>, Vec<_>) = (
        report.tables.iter().map(rows).collect(),
        held.iter().map(rows).collect(),
    );
    let older = crate::store::migrations::SQLITE
        .last()
        .is_some_and(|newest| layout < newest.number);
    if older && then.iter().all(|t| now.contains(t)) {
        return Ok("an older layout, brought up to date; every row is there".into());
    }
    Err(differs("tables"))
}

/// The settings' database if there are settings, else just the folder.
fn target(dir: &Path, database_url: Option<String>) -> Result<Database, BufferError> {
    if dir.join(CONFIG_FILE).exists() && dir.join(KEY_FILE).exists() {
        return Ok(load(dir, database_url)?.database);
    }
    Ok(match database_url {
        Some(url) => Database::Postgres { url, ca: None },
        None => Database::Sqlite {
            dir: dir.to_path_buf(),
            max_bytes: None,
        },
    })
}

/// Looks the log over if its key is there.
async fn log_line(dir: &Path, store: Arc<dyn Store>) -> Result<String, BufferError> {
    if !dir.join(CONFIG_FILE).exists() || !dir.join(KEY_FILE).exists() {
        return Ok("put buffer.toml and log.key beside it, then run doctor".into());
    }
    let config = load(dir, None)?;
    let log = Publisher::open(store, config.log_key, config.witnesses, config.clock).await?;
    let audited = log.audit().await?;
    Ok(format!("log: {} entries hold", audited.entries))
}
