//! What the `ugnay-buffer` program does, without its arguments and its printing:
//! making a data folder, loading it, looking it over, copying it, erasing a log body.

use crate::clock::Clock;
use crate::config::{Config, ConfigFile, Database, ServerLimits, TlsFiles, public_keys};
use crate::limiter::Rates;
use crate::publisher::Publisher;
use crate::server::{BufferError, open_store};
use crate::store::sqlite::SqliteStore;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use ugnay_log::{KeyKind, SignerKey, VerifierKey};
use ugnay_wire::Fed;

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

/// Reads a data folder into a configuration.
///
/// # Errors
/// [`BufferError`] naming the file and what is wrong with it, never a key.
pub fn load(dir: &Path, database_url: Option<String>) -> Result<Config, BufferError> {
    let read = |name: &'static str| {
        fs::read_to_string(dir.join(name)).map_err(|e| BufferError::Io(name, e))
    };
    let file: ConfigFile =
        toml::from_str(&read(CONFIG_FILE)?).map_err(|e| config_error(CONFIG_FILE, e.message()))?;
    let log_key =
        SignerKey::parse(read(KEY_FILE)?.trim_end()).map_err(|e| config_error(KEY_FILE, e))?;
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
            Some(url) => Database::Postgres { url },
            None => Database::Sqlite {
                dir: dir.to_path_buf(),
                max_bytes: file.max_database_bytes,
            },
        },
        limits: ServerLimits::default(),
        rates: Rates::default(),
        clock: Clock::system(),
        tls: match (file.tls_certificate, file.tls_key) {
            (Some(certificate), Some(key)) => Some(TlsFiles { certificate, key }),
            (None, None) => None,
            _ => return Err(config_error("tls", "certificate and key go together")),
        },
    })
}

/// Looks a data folder over: settings, key file, database, log. One line per finding.
///
/// # Errors
/// The first thing that is not in order.
pub async fn doctor(dir: &Path, database_url: Option<String>) -> Result<Vec<String>, BufferError> {
    let config = load(dir, database_url)?;
    let mut lines = vec![format!(
        "settings: {} ticket keys, {} submitters, {} witnesses{}",
        config.ticket_keys.len(),
        config.submitter_keys.len(),
        config.witnesses.len(),
        if config.demo { ", DEMO" } else { "" }
    )];
    #[cfg(unix)]
    {
        let meta = fs::metadata(dir.join(KEY_FILE)).map_err(|e| BufferError::Io(KEY_FILE, e))?;
        if std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & 0o077 != 0 {
            return Err(config_error(KEY_FILE, "others can read it; chmod 600"));
        }
        lines.push("log key: readable by its owner only".into());
    }
    let store = open_store(config.database).await?;
    lines.push(store.check().await?);
    let log = Publisher::open(store, config.log_key, config.witnesses, config.clock).await?;
    lines.push(format!(
        "log: every entry is under the signed checkpoint; {}",
        log.vkey()
    ));
    Ok(lines)
}

/// Copies the embedded database to a new file and checks the copy.
///
/// # Errors
/// [`BufferError`]; an existing target is never overwritten.
pub fn backup(dir: &Path, to: &Path) -> Result<String, BufferError> {
    if to.exists() {
        let exists = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(BufferError::Io("backup file", exists));
    }
    Ok(SqliteStore::open(dir, None)?.backup(to)?)
}

/// Erases the body beside a log entry for good. False if there was none.
///
/// # Errors
/// [`BufferError`] from the store.
pub async fn erase_body(config: Config, index: u64) -> Result<bool, BufferError> {
    let store = open_store(config.database).await?;
    Ok(Arc::clone(&store).log_erase_body(index).await?)
}

#[cfg(test)]
mod tests;
