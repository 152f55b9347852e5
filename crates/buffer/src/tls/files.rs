//! A certificate from two PEM files that somebody else renews. A change is taken up while
//! the server runs; files that cannot be used leave the old certificate in place.

use super::standing::Validity;
use crate::config::TlsFiles;
use crate::server::BufferError;
use std::sync::{Arc, PoisonError, RwLock};
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

/// The certificate in use and where it came from.
pub(super) struct Files {
    from: TlsFiles,
    now: RwLock<(Arc<CertifiedKey>, Validity)>,
}

impl std::fmt::Debug for Files {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Files")
    }
}

impl Files {
    pub(super) fn load(from: &TlsFiles) -> Result<Self, BufferError> {
        Ok(Self {
            from: from.clone(),
            now: RwLock::new(read(from)?),
        })
    }

    /// True if the files hold another certificate than the one in use.
    pub(super) fn reload(&self) -> Result<bool, BufferError> {
        let (new, validity) = read(&self.from)?;
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        if new.cert == now.0.cert {
            return Ok(false);
        }
        *now = (new, validity);
        Ok(true)
    }

    pub(super) fn validity(&self) -> Validity {
        self.now.read().unwrap_or_else(PoisonError::into_inner).1
    }
}

impl ResolvesServerCert for Files {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let now = self.now.read().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(&now.0))
    }
}

fn read(files: &TlsFiles) -> Result<(Arc<CertifiedKey>, Validity), BufferError> {
    let bad = |what: &str| BufferError::Config(format!("tls: {what} cannot be used"));
    let chain = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|_| bad("certificate"))?;
    if chain.first().and_then(|own| validity(own)).is_none() {
        return Err(bad("certificate"));
    }
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|_| bad("key"))?;
    certified(chain, key).ok_or_else(|| bad("certificate and key"))
}

/// Refuses a key that is not the certificate's: half of a renewal.
pub(super) fn certified(
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
) -> Option<(Arc<CertifiedKey>, Validity)> {
    let validity = validity(chain.first()?)?;
    let both = CertifiedKey::from_der(chain, key, &default_provider()).ok()?;
    Some((Arc::new(both), validity))
}

/// From when to when a certificate holds.
fn validity(certificate: &[u8]) -> Option<Validity> {
    let (_, parsed) = x509_parser::parse_x509_certificate(certificate).ok()?;
    let validity = parsed.validity();
    Some(Validity {
        begins: validity.not_before.timestamp(),
        ends: validity.not_after.timestamp(),
    })
}
