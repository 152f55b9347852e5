//! The server's side of TLS, whatever the certificate's source.

use super::standing::Standing;
use super::{Told, acme, acme::Acme, files::Files, roots};
use crate::config::TlsSource;
use crate::server::BufferError;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_postgres_rustls::MakeRustlsConnect;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::server::ResolvesServerCert;
use tokio_rustls::{TlsAcceptor, server::TlsStream};

/// What an authority's validator says it speaks (RFC 8737).
const ACME_ALPN: &[u8] = b"acme-tls/1";

/// Turns accepted connections into TLS connections.
#[derive(Clone)]
pub(crate) struct Tls {
    acceptor: TlsAcceptor,
    source: Source,
}

#[derive(Clone)]
enum Source {
    Files(Arc<Files>),
    Acme(Acme),
}

impl Tls {
    /// Reads the certificate, or begins to ask for one; it asks until `stopped`.
    pub(crate) fn load(
        source: &TlsSource,
        told: Told,
        stopped: watch::Receiver<bool>,
    ) -> Result<Self, BufferError> {
        match source {
            TlsSource::Files(files) => {
                let files = Arc::new(Files::load(files)?);
                let resolver = Arc::clone(&files) as Arc<dyn ResolvesServerCert>;
                Self::new(resolver, &[b"http/1.1"], Source::Files(files))
            }
            TlsSource::Acme(settings) => {
                let acme = Acme::start(settings, told, stopped)?;
                let protocols: &[&[u8]] = &[b"http/1.1", ACME_ALPN];
                Self::new(acme.resolver(), protocols, Source::Acme(acme))
            }
        }
    }

    fn new(
        resolver: Arc<dyn ResolvesServerCert>,
        protocols: &[&[u8]],
        source: Source,
    ) -> Result<Self, BufferError> {
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|_| BufferError::Config("tls: protocol cannot be used".into()))?
            .with_no_client_auth()
            .with_cert_resolver(resolver);
        config.alpn_protocols = protocols.iter().map(|p| p.to_vec()).collect();
        Ok(Self {
            acceptor: TlsAcceptor::from(Arc::new(config)),
            source,
        })
    }

    /// The handshake; nothing for a validator, who only wants to see the certificate.
    pub(crate) async fn accept(&self, stream: TcpStream) -> Option<TlsStream<TcpStream>> {
        let stream = self.acceptor.accept(stream).await.ok()?;
        let validator = stream.get_ref().1.alpn_protocol() == Some(ACME_ALPN);
        (!validator).then_some(stream)
    }

    /// Takes up files that have changed; true if there was something new.
    pub(crate) fn reload(&self) -> Result<bool, BufferError> {
        match &self.source {
            Source::Files(files) => files.reload(),
            Source::Acme(_) => Ok(false),
        }
    }

    /// Somebody wants a renewed certificate now: asks an authority without waiting for the
    /// pause after a failure to end.
    pub(crate) fn ask_at_once(&self) {
        if let Source::Acme(acme) = &self.source {
            acme.ask_at_once();
        }
    }

    /// When the certificate in use ends, in unix seconds.
    pub(crate) fn ends(&self) -> Option<i64> {
        match &self.source {
            Source::Files(files) => Some(files.validity().ends),
            Source::Acme(acme) => acme.ends(),
        }
    }
}

/// How a source's certificate stands, without serving it.
pub(crate) async fn standing_of(source: &TlsSource) -> Result<Standing, BufferError> {
    match source {
        TlsSource::Files(files) => Ok(Standing {
            validity: Some(Files::load(files)?.validity()),
            ..Standing::default()
        }),
        TlsSource::Acme(settings) => Ok(acme::standing_of(settings).await),
    }
}

/// TLS to PostgreSQL, checked against `ca` or the system's roots, host name included.
pub(crate) fn postgres(ca: Option<&Path>) -> Result<MakeRustlsConnect, BufferError> {
    let config = roots::client(ca)?;
    Ok(MakeRustlsConnect::new(config))
}
