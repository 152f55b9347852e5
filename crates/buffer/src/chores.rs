//! What the server does by itself: publishing checkpoints, forgetting what was deleted
//! or has done its work, taking up a renewed certificate.

use crate::state::{Shared, State};
use crate::tls::Tls;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at};

/// How often old deletions are looked for.
const PURGE_EVERY: Duration = Duration::from_secs(6 * 3600);

/// How often a certificate's files are looked at.
const CERTIFICATE_EVERY: Duration = Duration::from_secs(60);

/// Runs until the server stops.
pub(crate) async fn run(
    state: Shared,
    every: Option<Duration>,
    tls: Option<Tls>,
    mut stopped: watch::Receiver<bool>,
) {
    let mut purge = interval(PURGE_EVERY);
    // It was read at the start.
    tell_certificate(&state, tls.as_ref());
    let mut certificate = interval_at(Instant::now() + CERTIFICATE_EVERY, CERTIFICATE_EVERY);
    certificate.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut publish = interval(every.unwrap_or(PURGE_EVERY).max(Duration::from_secs(1)));
    purge.set_missed_tick_behavior(MissedTickBehavior::Delay);
    publish.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            _ = purge.tick() => purge_once(&state).await,
            _ = certificate.tick() => look_at_certificate(&state, tls.as_ref()),
            _ = publish.tick(), if every.is_some() => {
                if let Err(e) = state.log.publish().await {
                    tracing::error!(error = %e, "checkpoint");
                }
                state.metrics.published(state.log.size().await, state.clock.now());
            }
        }
    }
}

async fn purge_once(state: &State) {
    match state.store.purge(state.clock.now(), state.keep).await {
        Ok(purged) => {
            state.metrics.purged(&purged);
            tracing::info!(
                trash = purged.trash,
                box_messages = purged.box_messages,
                batches = purged.batches,
                "purge"
            );
        }
        Err(e) => tracing::error!(error = %e, "purge"),
    }
}

/// Takes up a renewed certificate; one that cannot be used leaves the old one in place.
pub(crate) fn look_at_certificate(state: &State, tls: Option<&Tls>) {
    let Some(tls) = tls else { return };
    match tls.reload() {
        Ok(true) => tracing::info!("a renewed certificate is in use"),
        Ok(false) => {}
        Err(e) => tracing::error!(error = %e, "the certificate in use stays"),
    }
    tell_certificate(state, Some(tls));
}

fn tell_certificate(state: &State, tls: Option<&Tls>) {
    if let Some(ends) = tls.and_then(Tls::ends) {
        state.metrics.certificate_ends(ends);
    }
}
