//! A certificate by ACME (RFC 8555): asked for, kept in a folder, renewed, all while the
//! server runs. The authority looks at the server's own port (TLS-ALPN-01, RFC 8737), so
//! that port must be 443 as the world sees it.

use super::{files, roots};
use crate::config::Acme;
use crate::server::BufferError;
use futures_util::StreamExt;
use rustls_acme::caches::DirCache;
use rustls_acme::{AcmeConfig, EventOk};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::watch;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::server::ResolvesServerCert;

/// What the cached certificates' names begin with.
const CACHED: &str = "cached_cert_";

/// Begins to ask; until a certificate is there, handshakes fail.
pub(super) fn start(
    settings: &Acme,
    mut stopped: watch::Receiver<bool>,
) -> Result<Arc<dyn ResolvesServerCert>, BufferError> {
    if settings.domains.is_empty() {
        return Err(BufferError::Config("acme: no domains".into()));
    }
    private_folder(&settings.folder)?;
    let client = Arc::new(roots::client(settings.directory_ca.as_deref())?);
    let mut state = AcmeConfig::new_with_client_config(&settings.domains, client)
        .contact(&settings.contact)
        .directory(&settings.directory)
        .cache(DirCache::new(settings.folder.clone()))
        .state();
    let resolver = state.resolver();
    tokio::spawn(async move {
        loop {
            let event = tokio::select! {
                _ = stopped.changed() => return,
                event = state.next() => event,
            };
            match event {
                Some(Ok(EventOk::DeployedNewCert)) => tracing::info!("a new certificate is in use"),
                Some(Ok(EventOk::DeployedCachedCert)) => {
                    tracing::info!("the kept certificate is in use");
                }
                Some(Ok(_)) => {}
                // It tries again by itself, later each time.
                Some(Err(e)) => tracing::warn!(error = %e, "acme"),
                None => return,
            }
        }
    });
    Ok(resolver)
}

/// Keys lie in it: its owner's alone.
fn private_folder(folder: &Path) -> Result<(), BufferError> {
    let io = |e| BufferError::Io("acme folder", e);
    fs::create_dir_all(folder).map_err(io)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(io)?;
    }
    Ok(())
}

/// When the kept certificate ends; the latest if there are several.
pub(super) fn ends(folder: &Path) -> Option<i64> {
    let kept = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    kept.filter(|f| f.file_name().to_string_lossy().starts_with(CACHED))
        .filter_map(|f| CertificateDer::from_pem_file(f.path()).ok())
        .filter_map(|own| files::ends(&own))
        .max()
}
