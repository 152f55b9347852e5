//! Time and randomness, passed in: the system's in a program, seeded ones in tests.

use rand_chacha::ChaCha20Rng;
use rand_core::{CryptoRng, SeedableRng};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where a use case gets the time and its randomness from.
pub struct Env {
    now: Box<dyn Fn() -> i64 + Send>,
    rng: Box<dyn CryptoRng + Send>,
}

impl Env {
    /// The system's clock and generator.
    #[must_use]
    pub fn system() -> Self {
        Self {
            now: Box::new(|| chrono::Utc::now().timestamp()),
            rng: Box::new(rand_core::UnwrapErr(getrandom::SysRng)),
        }
    }

    /// A given clock and the system's generator.
    #[must_use]
    pub fn with_clock(clock: &FixedClock) -> Self {
        let clock = clock.clone();
        Self {
            now: Box::new(move || clock.now()),
            rng: Box::new(rand_core::UnwrapErr(getrandom::SysRng)),
        }
    }

    /// A given clock and a seeded generator: the same run every time. For tests only.
    #[must_use]
    pub fn seeded(clock: &FixedClock, seed: u64) -> Self {
        let clock = clock.clone();
        Self {
            now: Box::new(move || clock.now()),
            rng: Box::new(ChaCha20Rng::seed_from_u64(seed)),
        }
    }

    /// Unix seconds.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.now)()
    }

    /// The generator.
    pub fn rng(&mut self) -> &mut (dyn CryptoRng + Send) {
        &mut *self.rng
    }

    /// Random bytes.
    pub fn random<const N: usize>(&mut self) -> [u8; N] {
        let mut out = [0; N];
        self.rng.fill_bytes(&mut out);
        out
    }
}

/// A clock that is set by hand and can be shared.
#[derive(Clone)]
pub struct FixedClock(Arc<AtomicI64>);

impl FixedClock {
    /// A clock that shows `now` (Unix seconds).
    #[must_use]
    pub fn at(now: i64) -> Self {
        Self(Arc::new(AtomicI64::new(now)))
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }

    /// Moves it forward.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}
