//! What the `ugnay-buffer` program does, without its arguments and its printing:
//! making a data folder, loading it, erasing a log body; looking it over, backing it up and
//! restoring it have files of their own.

use crate::clock::Clock;
use crate::config::{
    Acme, Config, ConfigFile, Database, Peers, ServerLimits, TlsFiles, TlsSource, public_keys,
};
use crate::limiter::Rates;
use crate::server::{BufferError, open_store};
use crate::store::Keep;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use ugnay_log::{Entry, EntryType, KeyKind, SignerKey, VerifierKey};
use ugnay_wire::Fed;

mod backup;
mod doctor;
mod filter;
mod restore;

pub use backup::{BackupOptions, backup};
pub use doctor::{Finding, Level, doctor};
pub use restore::{RestoreOptions, restore};

/// Settings in the data folder.
pub const CONFIG_FILE: &str = "buffer.toml";
/// The log's private key in the data folder.
pub const KEY_FILE: &str = "log.key";

fn config_error(what: &str, e: impl std::fmt::Display) -> BufferError {
    BufferError::Config(format!("{what}: {e}"))
}

/// Makes a data folder with settings and a new log key; never overwrites either.
/// Gives the log's verifier key.
///
/// # Errors
/// [`BufferError::Io`] if something is there already or cannot be written.
pub fn init(dir: &Path, origin: &str, fed: &Fed, seed: &[u8; 32]) -> Result<String, BufferError> {
    let key = SignerKey::from_seed(origin, KeyKind::Note, seed)
        .map_err(|e| config_error("log name", e))?;
    fs::create_dir_all(dir).map_err(|e| BufferError::Io("data folder", e))?;
    let file = ConfigFile {
        fed: fed.to_hex(),
        ..ConfigFile::default()
    };
    let text = toml::to_string(&file).map_err(|e| config_error(CONFIG_FILE, e))?;
    write_new(&dir.join(CONFIG_FILE), &text).map_err(|e| BufferError::Io(CONFIG_FILE, e))?;
    write_new(&dir.join(KEY_FILE), &key.to_skey()).map_err(|e| BufferError::Io(KEY_FILE, e))?;
    Ok(key.verifier().to_vkey())
}

/// Writes a file only its owner can read; fails if it exists.
fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Reads the settings alone.
fn settings(dir: &Path) -> Result<ConfigFile, BufferError> {
    let text = fs::read_to_string(dir.join(CONFIG_FILE));
    let text = text.map_err(|e| BufferError::Io(CONFIG_FILE, e))?;
    toml::from_str(&text).map_err(|e| config_error(CONFIG_FILE, e.message()))
}

/// Reads a data folder into a configuration.
///
/// # Errors
/// [`BufferError`] naming the file and what is wrong with it, never a key.
pub fn load(dir: &Path, database_url: Option<String>) -> Result<Config, BufferError> {
    let file = settings(dir)?;
    let key = fs::read_to_string(dir.join(KEY_FILE)).map_err(|e| BufferError::Io(KEY_FILE, e))?;
    let log_key = SignerKey::parse(key.trim_end()).map_err(|e| config_error(KEY_FILE, e))?;
    let witnesses: Result<Vec<_>, _> = file
        .witness_keys
        .iter()
        .map(|k| VerifierKey::parse(k))
        .collect();
    let minutes = |m: u64| (m > 0).then(|| Duration::from_secs(m.saturating_mul(60)));
    Ok(Config {
        fed: Fed::from_hex(&file.fed).map_err(|e| config_error("fed", e))?,
        log_key,
        witnesses: witnesses.map_err(|e| config_error("witness_keys", e))?,
        checkpoint_every: minutes(file.checkpoint_minutes),
        ticket_keys: public_keys(&file.ticket_keys).map_err(|e| config_error("ticket_keys", e))?,
        submitter_keys: public_keys(&file.submitter_keys)
            .map_err(|e| config_error("submitter_keys", e))?,
        demo: file.demo,
        database: match database_url {
            Some(url) => Database::Postgres {
                url,
                ca: file.database_ca,
            },
            None => Database::Sqlite {
                dir: dir.to_path_buf(),
                max_bytes: file.max_database_bytes,
            },
        },
        limits: ServerLimits::default(),
        rates: Rates::default(),
        clock: Clock::system(),
        keep: keep(file.keep_box_days, file.keep_batch_days)?,
        tls: tls_source(dir, file.tls_certificate, file.tls_key, file.acme)?,
        peers: Peers::These {
            this_machine: true,
            proxies: file.trusted_proxies,
        },
        metrics: file.metrics_listen,
    })
}

fn keep(box_days: u32, batch_days: u32) -> Result<Keep, BufferError> {
    for (name, days) in [("keep_box_days", box_days), ("keep_batch_days", batch_days)] {
        if days < Keep::LEAST_DAYS {
            return Err(config_error(
                name,
                "at least 90: devices are away for months",
            ));
        }
    }
    Ok(Keep {
        box_days,
        batch_days,
    })
}

fn tls_source(
    dir: &Path,
    certificate: Option<PathBuf>,
    key: Option<PathBuf>,
    acme: Option<Acme>,
) -> Result<Option<TlsSource>, BufferError> {
    match (certificate, key, acme) {
        (Some(certificate), Some(key), None) => {
            Ok(Some(TlsSource::Files(TlsFiles { certificate, key })))
        }
        (None, None, Some(mut acme)) => {
            acme.folder = dir.join(&acme.folder);
            Ok(Some(TlsSource::Acme(acme)))
        }
        (None, None, None) => Ok(None),
        (_, _, None) => Err(config_error("tls", "certificate and key go together")),
        _ => Err(config_error("tls", "either files or acme")),
    }
}

/// What everybody who joins later has to read: without it a device takes the log for one that keeps something back.
const LASTING: &[EntryType] = &[
    EntryType::Genesis,
    EntryType::Policy,
    EntryType::Roster,
    EntryType::LguCard,
    EntryType::CustodyTransfer,
    EntryType::DeviceRevoke,
    EntryType::EpochEnd,
];

/// Erases the body beside a log entry for good. False if there was none.
///
/// # Errors
/// [`BufferError`] from the store; [`BufferError::Config`] for a body that devices and custodians need: none of those
/// says anything about a person.
pub async fn erase_body(config: Config, index: u64) -> Result<bool, BufferError> {
    let store = open_store(config.database).await?;
    let entry = store.log_entries(index, 1).await?.pop();
    let entry = entry.and_then(|bytes| Entry::decode(&bytes).ok());
    if let Some(e) = entry.filter(|e| LASTING.contains(&e.kind)) {
        let kind = e.kind.name();
        let why = format!("a {kind} is needed by all who join later");
        return Err(config_error("erase-body", why));
    }
    Ok(Arc::clone(&store).log_erase_body(index).await?)
}

#[cfg(test)]
mod tests;
