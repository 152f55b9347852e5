//! What every request handler can reach.

use crate::board::Board;
use crate::clock::Clock;
use crate::config::Config;
use crate::limiter::{Class, Limiter};
use crate::memory;
use crate::metrics::Metrics;
use crate::publisher::Publisher;
use crate::refusal::Refusal;
use crate::store::{Keep, Store};
use std::sync::Arc;
use tokio::sync::Semaphore;
use ugnay_wire::{Fed, ProblemCode, PublicKey};

/// Shared by all requests.
pub(crate) struct State {
    pub fed: Fed,
    pub demo: bool,
    pub ticket_keys: Vec<PublicKey>,
    pub submitter_keys: Vec<PublicKey>,
    pub store: Arc<dyn Store>,
    pub log: Publisher,
    /// Whether the log publishes by itself; if not, only when it is asked to.
    pub publishes: bool,
    pub board: Board,
    pub clock: Clock,
    pub keep: Keep,
    pub metrics: Arc<Metrics>,
    pub memory: Arc<Semaphore>,
    limiter: Limiter,
}

/// As axum wants it.
pub(crate) type Shared = Arc<State>;

impl State {
    pub(crate) fn new(
        config: &Config,
        store: Arc<dyn Store>,
        log: Publisher,
        metrics: Arc<Metrics>,
    ) -> Self {
        Self {
            fed: config.fed,
            demo: config.demo,
            ticket_keys: config.ticket_keys.clone(),
            submitter_keys: config.submitter_keys.clone(),
            store,
            log,
            publishes: config.checkpoint_every.is_some(),
            board: Board::default(),
            clock: config.clock.clone(),
            keep: config.keep,
            metrics,
            memory: memory::budget(config.limits.body_bytes),
            limiter: Limiter::new(config.rates),
        }
    }

    /// Takes a token of the class for this capability.
    pub(crate) fn allow(&self, class: Class, id: &[u8]) -> Result<(), Refusal> {
        if self.limiter.allow(class, id, self.clock.now()) {
            Ok(())
        } else {
            self.metrics.limited(class);
            Err(Refusal::new(ProblemCode::TooMany))
        }
    }
}
