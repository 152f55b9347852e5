//! Accepts connections and lets go of slow ones; starts and stops the whole.

use crate::config::{Config, Database, Peers, ServerLimits};
use crate::edge::Edge;
use crate::metrics::{self, Metrics};
use crate::publisher::Publisher;
use crate::state::{Shared, State};
use crate::store::postgres::PostgresStore;
use crate::store::sqlite::SqliteStore;
use crate::store::{Store, StoreError};
use crate::tls::{Tls, Told};
use crate::{chores, routes};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;

/// Why the server did not start or was not configured.
#[derive(Debug, Error)]
pub enum BufferError {
    /// The store.
    #[error("store: {0}")]
    Store(#[from] StoreError),
    /// Sockets, files.
    #[error("{0}: {1}")]
    Io(&'static str, std::io::Error),
    /// A value in the configuration.
    #[error("configuration: {0}")]
    Config(String),
}

/// How long open requests have after a stop is asked for.
const GRACE: Duration = Duration::from_secs(10);

/// The server.
#[derive(Debug)]
pub struct Buffer;

/// A running server. Dropping it stops the server without grace for open requests.
pub struct Handle {
    addr: SocketAddr,
    stop: watch::Sender<bool>,
    accepting: JoinHandle<()>,
    chores: JoinHandle<()>,
    watched: Option<(SocketAddr, JoinHandle<()>)>,
    state: Shared,
    tls: Option<Tls>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle")
            .field("addr", &self.addr)
            .finish_non_exhaustive()
    }
}

impl Buffer {
    /// Opens the store and serves on `listener` until the handle says stop.
    ///
    /// # Errors
    /// [`BufferError`] if the store or the configuration is not in order.
    pub async fn start(config: Config, listener: TcpListener) -> Result<Handle, BufferError> {
        let addr = listener
            .local_addr()
            .map_err(|e| BufferError::Io("listener", e))?;
        let (stop, stopped) = watch::channel(false);
        let counts = Arc::new(Metrics::new());
        let told = Told {
            clock: config.clock.clone(),
            metrics: Arc::clone(&counts),
        };
        let tls = match &config.tls {
            Some(source) => Some(Tls::load(source, told, stopped.clone())?),
            None => None,
        };
        let store = open_store(config.database.clone()).await?;
        let log = Publisher::open(
            Arc::clone(&store),
            config.log_key.clone(),
            config.witnesses.clone(),
            config.clock.clone(),
        );
        let state = Arc::new(State::new(&config, store, log.await?, Arc::clone(&counts)));
        let chores = tokio::spawn(chores::run(
            Arc::clone(&state),
            config.checkpoint_every,
            tls.clone(),
            stopped.clone(),
        ));
        let watched = watched(&config, &counts, stopped.clone()).await?;
        let door = Door {
            service: routes::router(Arc::clone(&state), config.limits.request_time),
            tls: tls.clone(),
            peers: config.peers,
            limits: config.limits,
            metrics: counts,
        };
        let accepting = tokio::spawn(accept(listener, door, stopped));
        tracing::info!(demo = config.demo, "serving");
        Ok(Handle {
            addr,
            stop,
            accepting,
            chores,
            watched,
            state,
            tls,
        })
    }
}

impl Handle {
    /// Where it listens.
    #[must_use]
    pub const fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// `http://ADDR`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Where the metrics are, if anywhere.
    #[must_use]
    pub fn metrics_addr(&self) -> Option<SocketAddr> {
        self.watched.as_ref().map(|(addr, _)| *addr)
    }

    /// Looks at the certificate's files now, instead of within a minute; asks the authority
    /// now if a renewal is due and has failed.
    pub fn reload_certificate(&self) {
        if let Some(tls) = &self.tls {
            tls.ask_at_once();
        }
        chores::look_at_certificate(&self.state, self.tls.as_ref());
    }

    /// Stops accepting, lets open requests finish (at most ten seconds), closes the store.
    pub async fn shutdown(self) {
        let _ = self.stop.send(true);
        let _ = self.accepting.await;
        let _ = self.chores.await;
        if let Some((_, serving)) = self.watched {
            let _ = serving.await;
        }
    }
}

pub(crate) async fn open_store(database: Database) -> Result<Arc<dyn Store>, BufferError> {
    match database {
        Database::Sqlite { dir, max_bytes } => {
            let opened = tokio::task::spawn_blocking(move || SqliteStore::open(&dir, max_bytes));
            let store = opened
                .await
                .map_err(|_| BufferError::Store(StoreError::Fault("worker".into())))??;
            Ok(Arc::new(store))
        }
        Database::Postgres { url, ca } => Ok(Arc::new(
            PostgresStore::open_with(&url, ca.as_deref()).await?,
        )),
    }
}

/// What stands behind a listener.
#[derive(Clone)]
struct Door {
    service: axum::Router,
    tls: Option<Tls>,
    peers: Peers,
    limits: ServerLimits,
    metrics: Arc<Metrics>,
}

/// Serves the metrics on their own address, with few connections and no TLS.
async fn watched(
    config: &Config,
    counts: &Arc<Metrics>,
    stopped: watch::Receiver<bool>,
) -> Result<Option<(SocketAddr, JoinHandle<()>)>, BufferError> {
    let Some(addr) = config.metrics else {
        return Ok(None);
    };
    let io = |e| BufferError::Io("metrics_listen", e);
    let listener = TcpListener::bind(addr).await.map_err(io)?;
    let addr = listener.local_addr().map_err(io)?;
    let door = Door {
        service: metrics::router(Arc::clone(counts)),
        tls: None,
        // Whoever may reach this address is the operator's choice of address.
        peers: Peers::Anyone,
        limits: ServerLimits {
            connections: 8,
            ..config.limits
        },
        // Watching is not counted.
        metrics: Arc::new(Metrics::new()),
    };
    Ok(Some((addr, tokio::spawn(accept(listener, door, stopped)))))
}

async fn accept(listener: TcpListener, door: Door, mut stopped: watch::Receiver<bool>) {
    let graceful = GracefulShutdown::new();
    let slots = Arc::new(Semaphore::new(door.limits.connections));
    loop {
        let Ok(slot) = Arc::clone(&slots).acquire_owned().await else {
            break;
        };
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(_) => {
                    // Out of file descriptors, mostly: give open connections time to end.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            _ = stopped.changed() => break,
        };
        if door.tls.is_none() && !door.peers.may_connect(peer.ip()) {
            door.metrics.stranger();
            continue;
        }
        let (door, watcher) = (door.clone(), graceful.watcher());
        tokio::spawn(async move {
            let _counted = door.metrics.connected();
            greet(stream, door, watcher).await;
            drop(slot);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(GRACE, graceful.shutdown()).await;
}

/// Bare or under TLS; the handshake has as long as a request's headers.
async fn greet(stream: TcpStream, door: Door, watcher: Watcher) {
    let _ = stream.set_nodelay(true);
    let (service, limits) = (door.service, door.limits);
    let Some(tls) = door.tls else {
        return serve(stream, service, limits, watcher).await;
    };
    if let Ok(Some(stream)) = tokio::time::timeout(limits.header_time, tls.accept(stream)).await {
        serve(stream, service, limits, watcher).await;
    }
}

/// One connection, for at most `connection_time`. Its errors are the client's affair.
async fn serve<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
    stream: S,
    service: axum::Router,
    limits: ServerLimits,
    watcher: Watcher,
) {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_time)
        .max_buf_size(32 * 1024)
        .max_headers(64)
        .serve_connection(
            TokioIo::new(Edge::new(stream)),
            TowerToHyperService::new(service),
        );
    let _ = tokio::time::timeout(limits.connection_time, watcher.watch(connection)).await;
}
