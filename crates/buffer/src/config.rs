//! What the server is told at start: by a program (tests, demonstration) as [`Config`],
//! or by the operator as `buffer.toml` ([`ConfigFile`]).

use crate::clock::Clock;
use crate::limiter::Rates;
use crate::store::Keep;
use serde::{Deserialize, Serialize};
use std::net::{IpAddr, SocketAddr};
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
        /// Certificates to trust for the connection (PEM); `None`: the system's.
        ca: Option<PathBuf>,
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
    /// Bytes of bodies, coming in and going out, held in memory at once by all requests
    /// together; over it a request is told to come again later.
    pub body_bytes: usize,
}

impl Default for ServerLimits {
    fn default() -> Self {
        Self {
            connections: 256,
            header_time: Duration::from_secs(20),
            request_time: Duration::from_secs(120),
            connection_time: Duration::from_secs(900),
            body_bytes: 256 * 1024 * 1024,
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
    /// How long what has done its work is kept.
    pub keep: Keep,
    /// Own certificate; needs the cargo feature `tls`.
    pub tls: Option<TlsSource>,
    /// Who may connect without TLS.
    pub peers: Peers,
    /// Where the metrics are served; `None`: nowhere.
    pub metrics: Option<SocketAddr>,
}

/// Who may connect without TLS. Addresses are compared and forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Peers {
    /// Anybody: tests and demonstrations on loopback.
    Anyone,
    /// These alone.
    These {
        /// Programs on this machine.
        this_machine: bool,
        /// Proxies elsewhere.
        proxies: Vec<IpAddr>,
    },
}

impl Peers {
    /// Whether a connection from there is served.
    #[must_use]
    pub fn may_connect(&self, peer: IpAddr) -> bool {
        let Self::These {
            this_machine,
            proxies,
        } = self
        else {
            return true;
        };
        let peer = peer.to_canonical();
        (*this_machine && peer.is_loopback()) || proxies.contains(&peer)
    }
}

/// Where the server's certificate comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TlsSource {
    /// Files that somebody else renews; a change is taken up without a restart.
    Files(TlsFiles),
    /// An authority that speaks ACME (RFC 8555), asked and renewed by the server itself.
    Acme(Acme),
}

/// An ACME authority, answered on the server's own port (TLS-ALPN-01, RFC 8737).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acme {
    /// Names the certificate is for. The first port the world reaches them on is 443.
    pub domains: Vec<String>,
    /// `mailto:…` for the authority's warnings; may be empty.
    #[serde(default)]
    pub contact: Vec<String>,
    /// The authority's directory.
    #[serde(default = "lets_encrypt")]
    pub directory: String,
    /// Certificates to trust for the authority itself (PEM); `None`: the system's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directory_ca: Option<PathBuf>,
    /// Where account and certificate are kept; below the data folder if relative.
    #[serde(default = "acme_folder")]
    pub folder: PathBuf,
    /// How long the authority may take for one certificate.
    #[serde(default = "acme_patience")]
    pub patience_seconds: u64,
}

const fn acme_patience() -> u64 {
    1200
}

fn lets_encrypt() -> String {
    "https://acme-v02.api.letsencrypt.org/directory".into()
}

fn acme_folder() -> PathBuf {
    "acme".into()
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
            keep: Keep::default(),
            tls: None,
            peers: Peers::Anyone,
            metrics: None,
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
    /// Proxies on other machines that may connect without TLS, as addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trusted_proxies: Vec<IpAddr>,
    /// Where metrics are served, for example `127.0.0.1:9700`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metrics_listen: Option<SocketAddr>,
    /// Days a message stays in a box, at least 90.
    #[serde(default = "box_days")]
    pub keep_box_days: u32,
    /// Days a batch's hash is remembered, at least 90.
    #[serde(default = "batch_days")]
    pub keep_batch_days: u32,
    /// Certificates to trust for the connection to PostgreSQL (PEM); the system's if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub database_ca: Option<PathBuf>,
    /// Program and arguments that encrypt a backup from standard input to standard output.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backup_encrypt: Vec<String>,
    /// A certificate by ACME instead of files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acme: Option<Acme>,
}

fn box_days() -> u32 {
    Keep::default().box_days
}

fn batch_days() -> u32 {
    Keep::default().batch_days
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
            trusted_proxies: Vec::new(),
            metrics_listen: None,
            keep_box_days: box_days(),
            keep_batch_days: batch_days(),
            database_ca: None,
            backup_encrypt: Vec::new(),
            acme: None,
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

#[cfg(test)]
mod tests;
