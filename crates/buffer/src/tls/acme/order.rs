//! What `rustls-acme` keeps between and during orders: the account in the folder, and each
//! new certificate there and in a hand that takes it to the server.

use super::files;
use crate::tls::standing::Validity;
use rustls_acme::caches::DirCache;
use rustls_acme::{AccountCache, CertCache};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::sign::CertifiedKey;

/// A certificate that can serve.
pub(super) struct Kept {
    pub certified: Arc<CertifiedKey>,
    pub validity: Validity,
}

/// Key and chain in one PEM text, as `rustls-acme` writes them; none if it cannot be used.
pub(super) fn read(pem: &[u8]) -> Option<Kept> {
    let key = PrivateKeyDer::from_pem_slice(pem).ok()?;
    let chain = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
    let (certified, validity) = files::certified(chain.ok()?, key)?;
    Some(Kept {
        certified,
        validity,
    })
}

/// Where an order leaves its certificate.
pub(super) type Taken = Arc<Mutex<Option<Kept>>>;

pub(super) fn take(taken: &Taken) -> Option<Kept> {
    taken.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// The folder, which never hands a certificate back: an order is for a new one.
pub(super) struct Cache {
    folder: DirCache<PathBuf>,
    taken: Taken,
}

impl Cache {
    pub(super) fn new(folder: &Path, taken: Taken) -> Self {
        Self {
            folder: DirCache::new(folder.to_path_buf()),
            taken,
        }
    }
}

#[async_trait::async_trait]
impl CertCache for Cache {
    type EC = io::Error;

    async fn load_cert(&self, _: &[String], _: &str) -> Result<Option<Vec<u8>>, io::Error> {
        Ok(None)
    }

    async fn store_cert(
        &self,
        domains: &[String],
        directory: &str,
        pem: &[u8],
    ) -> Result<(), io::Error> {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) = read(pem);
        self.folder.store_cert(domains, directory, pem).await
    }
}

#[async_trait::async_trait]
impl AccountCache for Cache {
    type EA = io::Error;

    async fn load_account(
        &self,
        contact: &[String],
        directory: &str,
    ) -> Result<Option<Vec<u8>>, io::Error> {
        self.folder.load_account(contact, directory).await
    }

    async fn store_account(
        &self,
        contact: &[String],
        directory: &str,
        account: &[u8],
    ) -> Result<(), io::Error> {
        self.folder.store_account(contact, directory, account).await
    }
}
