//! A certificate by ACME (RFC 8555): asked for, kept in a folder, renewed, all while the
//! server runs. The authority looks at the server's own port (TLS-ALPN-01, RFC 8737), so
//! that port must be 443 as the world sees it.
//!
//! When it is asked is decided in `standing`, by the server's clock; `rustls-acme` carries
//! out one order at a time. Its own renewal is not used: it waits without an end for an
//! authority that does not answer, and says nothing (docs/adr/0176).

use super::standing::{Failing, Standing};
use super::{Told, files, roots};
use crate::config::Acme as Settings;
use crate::server::BufferError;
use futures_util::StreamExt;
use order::Kept;
use rustls_acme::caches::DirCache;
use rustls_acme::{AcmeConfig, CertCache, EventOk, ResolvesServerCertAcme, is_tls_alpn_challenge};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

mod order;

/// The note that asking fails, for whoever looks the server over.
const FAILING: &str = "failing.json";
/// The longest sleep: a machine that stood still must not oversleep.
const LOOK_EVERY: i64 = 60;

/// What handshakes are answered with.
#[derive(Debug, Default)]
struct Serving {
    certificate: RwLock<Option<Arc<CertifiedKey>>>,
    /// Answers the authority's validator while an order is under way.
    order: RwLock<Option<Arc<ResolvesServerCertAcme>>>,
}

impl ResolvesServerCert for Serving {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        if is_tls_alpn_challenge(&hello) {
            let order = self.order.read().unwrap_or_else(PoisonError::into_inner);
            return order.as_ref()?.resolve(hello);
        }
        let now = self.certificate.read();
        now.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn set<T>(slot: &RwLock<T>, value: T) {
    *slot.write().unwrap_or_else(PoisonError::into_inner) = value;
}

/// A certificate that renews itself until the server stops.
#[derive(Clone)]
pub(super) struct Acme {
    serving: Arc<Serving>,
    standing: Arc<RwLock<Standing>>,
    at_once: Arc<Notify>,
}

impl Acme {
    /// Begins to ask; until a certificate is there, handshakes fail.
    pub(super) fn start(
        settings: &Settings,
        told: Told,
        stopped: watch::Receiver<bool>,
    ) -> Result<Self, BufferError> {
        if settings.domains.is_empty() {
            return Err(BufferError::Config("acme: no domains".into()));
        }
        private_folder(&settings.folder)?;
        let own = Self {
            serving: Arc::default(),
            standing: Arc::default(),
            at_once: Arc::default(),
        };
        let renewal = Renewal {
            client: Arc::new(roots::client(settings.directory_ca.as_deref())?),
            settings: settings.clone(),
            told,
            own: own.clone(),
        };
        tokio::spawn(renewal.run(stopped));
        Ok(own)
    }

    pub(super) fn resolver(&self) -> Arc<dyn ResolvesServerCert> {
        Arc::clone(&self.serving) as Arc<dyn ResolvesServerCert>
    }

    /// Asks now if it is time, whatever pause a failure has begun.
    pub(super) fn ask_at_once(&self) {
        self.at_once.notify_one();
    }

    pub(super) fn ends(&self) -> Option<i64> {
        let standing = self.standing.read().unwrap_or_else(PoisonError::into_inner);
        standing.validity.map(|v| v.ends)
    }
}

/// The task behind it.
struct Renewal {
    client: Arc<ClientConfig>,
    settings: Settings,
    told: Told,
    own: Acme,
}

impl Renewal {
    async fn run(self, mut stopped: watch::Receiver<bool>) {
        let mut standing = standing_of(&self.settings).await;
        if let Some(kept) = kept(&self.settings).await {
            set(&self.own.serving.certificate, Some(kept.certified));
            tracing::info!("the kept certificate is in use");
        }
        self.tell(&standing);
        // Whoever starts a server wants to know whether it works.
        let mut at_once = true;
        loop {
            let wait = standing.wait(self.told.clock.now(), at_once);
            at_once = false;
            if wait == 0 {
                let asked = tokio::select! {
                    _ = stopped.changed() => return,
                    asked = self.ask() => asked,
                };
                self.note(&mut standing, asked);
                self.tell(&standing);
                continue;
            }
            let wait = Duration::from_secs(wait.clamp(1, LOOK_EVERY).unsigned_abs());
            tokio::select! {
                _ = stopped.changed() => return,
                () = tokio::time::sleep(wait) => {}
                () = self.own.at_once.notified() => at_once = true,
            }
        }
    }

    /// One order, from beginning to end or to the end of patience.
    async fn ask(&self) -> Result<Kept, String> {
        let taken = Arc::default();
        let cache = order::Cache::new(&self.settings.folder, Arc::clone(&taken));
        let mut state =
            AcmeConfig::new_with_client_config(&self.settings.domains, Arc::clone(&self.client))
                .contact(&self.settings.contact)
                .directory(&self.settings.directory)
                .cache(cache)
                .state();
        set(&self.own.serving.order, Some(state.resolver()));
        let run = async {
            loop {
                match state.next().await {
                    Some(Ok(EventOk::DeployedNewCert)) => {}
                    Some(Ok(EventOk::CertCacheStore)) => break,
                    Some(Ok(_)) => {}
                    Some(Err(e)) => return Err(e.to_string()),
                    None => return Err("the order ended".into()),
                }
            }
            Ok(())
        };
        let patience = self.settings.patience_seconds;
        let outcome = tokio::time::timeout(Duration::from_secs(patience), run).await;
        set(&self.own.serving.order, None);
        let outcome = outcome.unwrap_or_else(|_| Err(format!("no answer within {patience} s")));
        // One that could not be kept serves as well as any.
        match (order::take(&taken), outcome) {
            (Some(new), Ok(())) => Ok(new),
            (Some(new), Err(e)) => {
                tracing::error!(error = %e, "a new certificate could not be kept");
                Ok(new)
            }
            (None, Err(e)) => Err(e),
            (None, Ok(())) => Err("the authority's certificate cannot be used".into()),
        }
    }

    fn note(&self, standing: &mut Standing, asked: Result<Kept, String>) {
        let note = self.settings.folder.join(FAILING);
        match asked {
            Ok(new) => {
                standing.renewed(new.validity);
                set(&self.own.serving.certificate, Some(new.certified));
                let _ = fs::remove_file(note);
                tracing::info!("a new certificate is in use");
            }
            Err(why) => {
                standing.failed(self.told.clock.now(), &why);
                if let Some(f) = &standing.failing {
                    let kept = standing.validity.is_some();
                    tracing::error!(why = %f.why, times = f.times, kept, "acme: asking for a certificate failed");
                    let text = serde_json::to_vec(f).unwrap_or_default();
                    if let Err(e) = fs::write(note, text) {
                        tracing::error!(error = %e.kind(), "acme folder");
                    }
                }
            }
        }
        self.told
            .metrics
            .certificate_asked(standing.failing.is_none());
    }

    fn tell(&self, standing: &Standing) {
        let metrics = &self.told.metrics;
        if let Some(validity) = standing.validity {
            metrics.certificate_ends(validity.ends);
        }
        metrics.certificate_failing(standing.failing.as_ref().map(|f| f.since));
        set(&self.own.standing, standing.clone());
    }
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

/// The certificate in the folder, if it is for these names and this authority.
async fn kept(settings: &Settings) -> Option<Kept> {
    let folder: DirCache<PathBuf> = DirCache::new(settings.folder.clone());
    let pem = folder
        .load_cert(&settings.domains, &settings.directory)
        .await;
    order::read(&pem.ok()??)
}

/// What the folder says: of the certificate kept there, and whether asking fails.
pub(super) async fn standing_of(settings: &Settings) -> Standing {
    let note = fs::read(settings.folder.join(FAILING)).ok();
    Standing {
        validity: kept(settings).await.map(|k| k.validity),
        failing: note.and_then(|bytes| serde_json::from_slice::<Failing>(&bytes).ok()),
        asks: true,
    }
}
