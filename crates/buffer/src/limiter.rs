//! Token buckets in memory, by capability (register, topic, ticket key, submitter),
//! never by address: addresses are neither kept nor looked at.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Buckets remembered; beyond this, full ones are forgotten, then all.
const MAX_BUCKETS: usize = 50_000;

/// How much of one thing is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Requests at once after a pause.
    pub burst: u32,
    /// Requests a second in the long run.
    pub per_second: u32,
}

/// What a bucket is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Class {
    Ticket,
    Register,
    Read,
    Topic,
    TopicRead,
    Submitter,
    Witness,
    Checkpoint,
}

impl Class {
    /// As the metrics name it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Register => "register",
            Self::Read => "read",
            Self::Topic => "topic",
            Self::TopicRead => "topic_read",
            Self::Submitter => "submitter",
            Self::Witness => "witness",
            Self::Checkpoint => "checkpoint",
        }
    }
}

/// Rates of all classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Registers opened, per ticket key.
    pub tickets: Rate,
    /// Batches and pages of changes, per register.
    pub registers: Rate,
    /// Requests for blobs, per register.
    pub reads: Rate,
    /// Posts and reads, per box.
    pub topics: Rate,
    /// Log entries, per submitter.
    pub submitters: Rate,
    /// Cosignatures, per witness, and checkpoints asked for, all together.
    pub checkpoints: Rate,
}

impl Default for Rates {
    fn default() -> Self {
        let rate = |burst, per_second| Rate { burst, per_second };
        Self {
            tickets: rate(200, 1),
            registers: rate(600, 10),
            reads: rate(1200, 20),
            topics: rate(600, 5),
            submitters: rate(300, 2),
            checkpoints: rate(300, 2),
        }
    }
}

#[derive(Debug)]
struct Bucket {
    tokens: u32,
    at: i64,
}

/// All buckets.
#[derive(Debug)]
pub(crate) struct Limiter {
    rates: Rates,
    buckets: Mutex<HashMap<(Class, [u8; 32]), Bucket>>,
}

impl Limiter {
    pub(crate) fn new(rates: Rates) -> Self {
        Self {
            rates,
            buckets: Mutex::new(HashMap::new()),
        }
    }

    const fn rate(&self, class: Class) -> Rate {
        match class {
            Class::Ticket => self.rates.tickets,
            Class::Register => self.rates.registers,
            Class::Read => self.rates.reads,
            // Whoever floods a box stops nobody from reading it.
            Class::Topic | Class::TopicRead => self.rates.topics,
            Class::Submitter => self.rates.submitters,
            Class::Witness | Class::Checkpoint => self.rates.checkpoints,
        }
    }

    /// Takes a token; false if there is none. `now` in unix seconds.
    pub(crate) fn allow(&self, class: Class, id: &[u8], now: i64) -> bool {
        let rate = self.rate(class);
        let mut key = [0u8; 32];
        for (to, from) in key.iter_mut().zip(id) {
            *to = *from;
        }
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MAX_BUCKETS {
            buckets.retain(|_, b| b.at == now);
            if buckets.len() >= MAX_BUCKETS {
                buckets.clear();
            }
        }
        let bucket = buckets.entry((class, key)).or_insert(Bucket {
            tokens: rate.burst,
            at: now,
        });
        let passed = u32::try_from(now.saturating_sub(bucket.at).max(0)).unwrap_or(u32::MAX);
        bucket.tokens = bucket
            .tokens
            .saturating_add(passed.saturating_mul(rate.per_second))
            .min(rate.burst);
        bucket.at = now;
        match bucket.tokens.checked_sub(1) {
            Some(left) => {
                bucket.tokens = left;
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests;
