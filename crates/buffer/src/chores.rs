//! What the server does by itself: publishing checkpoints, forgetting what was deleted.

use crate::state::Shared;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

/// How often old deletions are looked for.
const PURGE_EVERY: Duration = Duration::from_secs(6 * 3600);

/// Runs until the server stops.
pub(crate) async fn run(
    state: Shared,
    every: Option<Duration>,
    mut stopped: watch::Receiver<bool>,
) {
    let mut purge = interval(PURGE_EVERY);
    let mut publish = interval(every.unwrap_or(PURGE_EVERY).max(Duration::from_secs(1)));
    purge.set_missed_tick_behavior(MissedTickBehavior::Delay);
    publish.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            _ = purge.tick() => match state.store.purge(state.clock.now()).await {
                Ok(n) => tracing::info!(purged = n, "purge"),
                Err(e) => tracing::error!(error = %e, "purge"),
            },
            _ = publish.tick(), if every.is_some() => {
                if let Err(e) = state.log.publish().await {
                    tracing::error!(error = %e, "checkpoint");
                }
            }
        }
    }
}
