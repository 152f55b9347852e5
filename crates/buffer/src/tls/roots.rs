//! Whom outgoing connections trust: the certificates of one file, or the system's.

use crate::server::BufferError;
use std::path::Path;
use std::sync::Arc;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// A client that checks chain and host name. There is no other kind here.
pub(super) fn client(ca: Option<&Path>) -> Result<ClientConfig, BufferError> {
    let bad = |what: &str| BufferError::Config(format!("tls: {what} cannot be used"));
    let mut roots = RootCertStore::empty();
    match ca {
        Some(path) => {
            let own = CertificateDer::pem_file_iter(path)
                .and_then(Iterator::collect::<Result<Vec<_>, _>>)
                .map_err(|_| bad("the authority's certificate"))?;
            for certificate in own {
                roots
                    .add(certificate)
                    .map_err(|_| bad("the authority's certificate"))?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    if roots.is_empty() {
        return Err(bad("an empty list of authorities"));
    }
    Ok(
        ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|_| bad("protocol"))?
            .with_root_certificates(roots)
            .with_no_client_auth(),
    )
}
