//! Connections to PostgreSQL: how many, how long to wait, and when they must be encrypted.
//!
//! Over a network TLS is demanded even if the URL does not say so. The only way round is
//! to write `sslmode=disable`, for a network that is private by other means.

use crate::server::BufferError;
use crate::store::StoreError;
use crate::tls;
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Config, NoTls};

/// Connections at once.
const POOL: usize = 16;
/// How long to wait for a connection.
const WAIT: Duration = Duration::from_secs(10);

/// A pool of connections; none is made yet.
pub(super) fn pool(url: &str, ca: Option<&Path>) -> Result<Pool, StoreError> {
    let mut config = Config::from_str(url).map_err(|_| unavailable("database URL"))?;
    let mode = mode(&config);
    config.ssl_mode(mode);
    let keep = ManagerConfig {
        recycling_method: RecyclingMethod::Fast,
    };
    let manager = if mode == SslMode::Disable {
        Manager::from_config(config, NoTls, keep)
    } else {
        let tls = tls::postgres(ca).map_err(|e| match e {
            BufferError::Config(text) => StoreError::Unavailable(text),
            _ => unavailable("tls"),
        })?;
        Manager::from_config(config, tls, keep)
    };
    Pool::builder(manager)
        .max_size(POOL)
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(WAIT))
        .create_timeout(Some(WAIT))
        .build()
        .map_err(|_| unavailable("pool"))
}

fn unavailable(what: &str) -> StoreError {
    StoreError::Unavailable(what.into())
}

/// What the URL asks for, where it leaves a choice: TLS over a network, none on a socket
/// or on this machine.
fn mode(config: &Config) -> SslMode {
    match config.get_ssl_mode() {
        SslMode::Prefer if stays_here(config) => SslMode::Disable,
        SslMode::Prefer => SslMode::Require,
        said => said,
    }
}

fn stays_here(config: &Config) -> bool {
    let addresses = config.get_hostaddrs();
    if !addresses.is_empty() {
        return addresses.iter().all(|a| a.is_loopback());
    }
    config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => {
            let address: Option<std::net::IpAddr> = name.parse().ok();
            name == "localhost" || address.is_some_and(|a| a.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    })
}

#[cfg(test)]
mod tests;
