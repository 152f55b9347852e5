//! Own certificate by rustls, only with the cargo feature `tls`. Without it the program
//! links no TLS and a configuration that asks for it is refused.

use crate::config::TlsFiles;
use crate::server::BufferError;

#[cfg(feature = "tls")]
pub(crate) use with_tls::Tls;
#[cfg(not(feature = "tls"))]
pub(crate) use without_tls::Tls;

#[cfg(feature = "tls")]
mod with_tls {
    use super::{BufferError, TlsFiles};
    use std::sync::Arc;
    use tokio::net::TcpStream;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::crypto::ring::default_provider;
    use tokio_rustls::rustls::pki_types::pem::PemObject;
    use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
    use tokio_rustls::{TlsAcceptor, server::TlsStream};

    /// Turns accepted connections into TLS connections.
    #[derive(Clone)]
    pub(crate) struct Tls(TlsAcceptor);

    impl Tls {
        pub(crate) fn load(files: &TlsFiles) -> Result<Self, BufferError> {
            let bad = |what: &str| BufferError::Config(format!("tls: {what} cannot be used"));
            let chain = CertificateDer::pem_file_iter(&files.certificate)
                .and_then(Iterator::collect::<Result<Vec<_>, _>>)
                .map_err(|_| bad("certificate"))?;
            let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|_| bad("key"))?;
            let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
                .with_safe_default_protocol_versions()
                .map_err(|_| bad("protocol"))?
                .with_no_client_auth()
                .with_single_cert(chain, key)
                .map_err(|_| bad("certificate and key"))?;
            config.alpn_protocols = vec![b"http/1.1".to_vec()];
            Ok(Self(TlsAcceptor::from(Arc::new(config))))
        }

        pub(crate) async fn accept(&self, stream: TcpStream) -> Option<TlsStream<TcpStream>> {
            self.0.accept(stream).await.ok()
        }
    }
}

#[cfg(not(feature = "tls"))]
mod without_tls {
    use super::{BufferError, TlsFiles};
    use tokio::net::TcpStream;

    /// Cannot be made.
    #[derive(Clone)]
    pub(crate) enum Tls {}

    impl Tls {
        pub(crate) fn load(_: &TlsFiles) -> Result<Self, BufferError> {
            let text = "tls: this program was built without TLS; put a proxy in front or build with the feature `tls`";
            Err(BufferError::Config(text.into()))
        }

        pub(crate) async fn accept(&self, _: TcpStream) -> Option<TcpStream> {
            match *self {}
        }
    }
}
