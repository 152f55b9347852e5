//! Looks a server over, and says everything it finds instead of stopping at the first.
//! Changes nothing but bringing the database's layout up to date.

use super::{KEY_FILE, load};
use crate::config::{Config, Database};
use crate::publisher::Publisher;
use crate::server::{BufferError, open_store};
use crate::store::Store;
use crate::tls;
use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::Arc;

mod certificate;

/// Free bytes below which a disk is a warning, and a failure.
const DISK: (u64, u64) = (1 << 30, 100 << 20);
/// How far behind the newest log entry the clock may be, in seconds.
const CLOCK: i64 = 600;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// As it should be.
    Good,
    /// Will be trouble.
    Warning,
    /// Is trouble.
    Failure,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub level: Level,
    /// What it is.
    pub text: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.level {
            Level::Good => "ok     ",
            Level::Warning => "WARNING",
            Level::Failure => "FAILURE",
        };
        write!(f, "{mark} {}", self.text)
    }
}

struct Findings(Vec<Finding>);

impl Findings {
    fn say(&mut self, level: Level, text: impl Into<String>) {
        let text = text.into();
        self.0.push(Finding { level, text });
    }

    fn outcome(&mut self, what: &str, outcome: Result<String, impl fmt::Display>) {
        match outcome {
            Ok(text) => self.say(Level::Good, format!("{what}: {text}")),
            Err(e) => self.say(Level::Failure, format!("{what}: {e}")),
        }
    }
}

/// Settings, key, certificate, disk, database, loose rows, log, clock.
///
/// # Errors
/// [`BufferError`] when settings or key cannot be read: there is nothing to look at then.
pub async fn doctor(dir: &Path, database_url: Option<String>) -> Result<Vec<Finding>, BufferError> {
    let config = load(dir, database_url)?;
    let mut found = Findings(Vec::new());
    let text = format!(
        "settings: {} ticket keys, {} submitters, {} witnesses{}",
        config.ticket_keys.len(),
        config.submitter_keys.len(),
        config.witnesses.len(),
        if config.demo { ", DEMO" } else { "" }
    );
    found.say(Level::Good, text);
    key_file(dir, &mut found);
    look_at_certificate(&config, &mut found).await;
    disk(dir, &mut found);
    match open_store(config.database.clone()).await {
        Ok(store) => {
            let what = match config.database {
                Database::Sqlite { .. } => "database",
                Database::Postgres { .. } => "database server",
            };
            found.outcome(what, store.check().await);
            loose_rows(&*store, &mut found).await;
            log(config, store, &mut found).await;
        }
        Err(e) => found.say(Level::Failure, format!("database: {e}")),
    }
    Ok(found.0)
}

fn key_file(dir: &Path, found: &mut Findings) {
    #[cfg(unix)]
    match fs::metadata(dir.join(KEY_FILE)) {
        Ok(meta) if std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & 0o077 == 0 => {
            found.say(Level::Good, "log key: readable by its owner only");
        }
        Ok(_) => found.say(Level::Failure, "log key: others can read it; chmod 600"),
        Err(e) => found.say(Level::Failure, format!("log key: {e}")),
    }
}

async fn look_at_certificate(config: &Config, found: &mut Findings) {
    let Some(source) = &config.tls else {
        let text = "certificate: none of its own; only this machine and trusted proxies are served";
        return found.say(Level::Good, text);
    };
    match tls::standing_of(source).await {
        Err(e) => found.say(Level::Failure, format!("certificate: {e}")),
        Ok(standing) => {
            let (level, text) = certificate::judge(&standing, config.clock.now());
            found.say(level, format!("certificate: {text}"));
        }
    }
}

fn disk(dir: &Path, found: &mut Findings) {
    match rustix::fs::statvfs(dir) {
        Err(e) => found.say(Level::Failure, format!("disk: {}", e.kind())),
        Ok(s) => {
            let free = s.f_bavail.saturating_mul(s.f_frsize);
            let level = match free {
                n if n < DISK.1 => Level::Failure,
                n if n < DISK.0 => Level::Warning,
                _ => Level::Good,
            };
            found.say(level, format!("disk: {} MiB free", free >> 20));
        }
    }
}

async fn loose_rows(store: &dyn Store, found: &mut Findings) {
    match store.orphans().await {
        Err(e) => found.say(Level::Failure, format!("rows: {e}")),
        Ok(counts) => {
            let wrong: Vec<_> = counts.iter().filter(|(_, n)| *n != 0).collect();
            for (what, n) in &wrong {
                found.say(Level::Failure, format!("rows: {n} {what}"));
            }
            if wrong.is_empty() {
                found.say(
                    Level::Good,
                    format!("rows: {} rules hold, nothing stands alone", counts.len()),
                );
            }
        }
    }
}

async fn log(config: Config, store: Arc<dyn Store>, found: &mut Findings) {
    let now = config.clock.now();
    let opened = Publisher::open(store, config.log_key, config.witnesses, config.clock).await;
    let audited = match opened {
        Ok(log) => log.audit().await.map(|a| (a, log.vkey())),
        Err(e) => Err(e),
    };
    let (audited, vkey) = match audited {
        Ok(both) => both,
        Err(e) => return found.say(Level::Failure, format!("log: {e}")),
    };
    let text = format!(
        "log: {} entries, {} checkpoints, {} cosignatures, {} files hold; {vkey}",
        audited.entries, audited.checkpoints, audited.cosignatures, audited.tiles
    );
    found.say(Level::Good, text);
    match audited.newest {
        Some(newest) if newest > now.saturating_add(CLOCK) => found.say(
            Level::Failure,
            format!("clock: {} s behind the newest log entry", newest - now),
        ),
        _ => found.say(Level::Good, "clock: not behind the log"),
    }
}

#[cfg(test)]
mod tests;
