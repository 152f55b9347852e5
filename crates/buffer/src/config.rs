//! What the server is told at start: by a program (tests, demonstration) as [`Config`],
//! or by the operator as `buffer.toml` ([`ConfigFile`]).

use crate::clock::Clock;
use crate::limiter::Rates;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::time::Duration;
use ugnay_log::{SignerKey, VerifierKey};
use ugnay_wire::{Fed, PublicKey, WireError};

/// Where the data is kept.
#[derive(Clone)]
pub enum Database {
    /// `dir/buffer.sqlite`.
    Sqlite {
        /// The data folder.
        dir: PathBuf,
        /// Quota for the file in bytes.
        max_bytes: Option<u64>,
    },
    /// A PostgreSQL database.
    Postgres {
        /// `postgres://…`; holds a password, so this type has no `Debug`.
        url: String,
    },
}

/// Time and size limits of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerLimits {
    /// Connections at once; further ones wait unaccepted.
    pub connections: usize,
    /// For the headers of a request, and for an idle connection.
    pub header_time: Duration,
    /// For a whole request, its body included.
    pub request_time: Duration,
    /// For a connection, however slowly it reads.
    pub connection_time: Duration,
}

impl Default for ServerLimits {
    fn default() -> Self {
        Self {
            connections: 256,
            header_time: Duration::from_secs(20),
            request_time: Duration::from_secs(120),
            connection_time: Duration::from_secs(900),
        }
    }
}

/// A server's configuration.
#[derive(Clone)]
pub struct Config {
    /// The federation all signatures are bound to.
    pub fed: Fed,
    /// Signs the log's checkpoints; its name is the log's origin.
    pub log_key: SignerKey,
    /// Witnesses whose cosignatures are taken.
    pub witnesses: Vec<VerifierKey>,
    /// How often a checkpoint is published by itself; `None`: only when asked.
    pub checkpoint_every: Option<Duration>,
    /// Keys whose tickets open registers.
    pub ticket_keys: Vec<PublicKey>,
    /// Keys that may add log entries.
    pub submitter_keys: Vec<PublicKey>,
    /// A demonstration: said in `/v1/meta`.
    pub demo: bool,
    /// Where the data is kept.
    pub database: Database,
    /// Time and size limits.
    pub limits: ServerLimits,
    /// Rates by capability.
    pub rates: Rates,
    /// Where the time comes from.
    pub clock: Clock,
    /// Own certificate; needs the cargo feature `tls`.
    pub tls: Option<TlsFiles>,
}

impl Config {
    /// Defaults for everything but what must be said: no keys are known, checkpoints are
    /// published when asked for, the machine's clock, no TLS.
    #[must_use]
    pub fn new(fed: Fed, log_key: SignerKey, database: Database) -> Self {
        Self {
            fed,
            log_key,
            witnesses: Vec::new(),
            checkpoint_every: None,
            ticket_keys: Vec::new(),
            submitter_keys: Vec::new(),
            demo: false,
            database,
            limits: ServerLimits::default(),
            rates: Rates::default(),
            clock: Clock::system(),
            tls: None,
        }
    }
}

/// Certificate chain and private key, as PEM files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    /// The chain, own certificate first.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// `buffer.toml`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfigFile {
    /// Federation id, 32 lower-case hexadecimal digits.
    pub fed: String,
    /// Ticket keys, 64 hexadecimal digits each.
    #[serde(default)]
    pub ticket_keys: Vec<String>,
    /// Log submitters' keys, 64 hexadecimal digits each.
    #[serde(default)]
    pub submitter_keys: Vec<String>,
    /// Witnesses' verifier keys in signed-note form.
    #[serde(default)]
    pub witness_keys: Vec<String>,
    /// A demonstration.
    #[serde(default)]
    pub demo: bool,
    /// Minutes between checkpoints published by themselves; 0: only when asked.
    #[serde(default = "an_hour")]
    pub checkpoint_minutes: u64,
    /// Quota for the embedded database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_database_bytes: Option<u64>,
    /// Own certificate chain (PEM); needs a program built with TLS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_certificate: Option<PathBuf>,
    /// Its private key (PEM).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_key: Option<PathBuf>,
}

const fn an_hour() -> u64 {
    60
}

impl Default for ConfigFile {
    fn default() -> Self {
        Self {
            fed: String::new(),
            ticket_keys: Vec::new(),
            submitter_keys: Vec::new(),
            witness_keys: Vec::new(),
            demo: false,
            checkpoint_minutes: an_hour(),
            max_database_bytes: None,
            tls_certificate: None,
            tls_key: None,
        }
    }
}

/// Reads a list of public keys.
///
/// # Errors
/// [`WireError::NotHex`].
pub fn public_keys(list: &[String]) -> Result<Vec<PublicKey>, WireError> {
    list.iter().map(|k| PublicKey::from_hex(k)).collect()
}
