//! What the operator may watch: counts and times for Prometheus, on an address of their
//! own.
//!
//! A label is one of a fixed, small set of words: a route's pattern, a status, a class of
//! limit. Nothing a request holds can become a label: no address, no pseudonym, no topic,
//! no path. Counts still say when people are at work, so the address they are served on
//! is for the operator alone and there is none unless the settings name it.

use crate::limiter::Class;
use crate::store::Purged;
use axum::Router;
use axum::http::header;
use axum::routing::get;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::sync::Arc;
use std::time::Duration;

/// The content type of OpenMetrics text.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// Upper ends of the times' buckets, in seconds.
const BUCKETS: [f64; 9] = [0.005, 0.02, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0, 120.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Kind {
    kind: &'static str,
}

/// All counts of one server.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Asked, Counter>,
    seconds: Histogram,
    connections: Gauge,
    strangers: Counter,
    limited: Family<Kind, Counter>,
    purged: Family<Kind, Counter>,
    log_entries: Gauge,
    checkpoint_time: Gauge,
    certificate_ends: Gauge,
    certificate_failing: Gauge,
    certificate_asked: Family<Kind, Counter>,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut m = Self {
            registry: Registry::with_prefix("ugnay"),
            requests: Family::default(),
            seconds: Histogram::new(BUCKETS),
            connections: Gauge::default(),
            strangers: Counter::default(),
            limited: Family::default(),
            purged: Family::default(),
            log_entries: Gauge::default(),
            checkpoint_time: Gauge::default(),
            certificate_ends: Gauge::default(),
            certificate_failing: Gauge::default(),
            certificate_asked: Family::default(),
        };
        m.register();
        m.register_certificate();
        m
    }

    fn register(&mut self) {
        let r = &mut self.registry;
        r.register("requests", "Requests answered", self.requests.clone());
        r.register("request_seconds", "Time to answer", self.seconds.clone());
        r.register("connections", "Connections open", self.connections.clone());
        r.register(
            "connections_dropped",
            "Unencrypted connections from elsewhere than a trusted proxy",
            self.strangers.clone(),
        );
        r.register(
            "rate_limited",
            "Requests over a rate, by what is limited",
            self.limited.clone(),
        );
        r.register("purged", "Rows forgotten by policy", self.purged.clone());
        r.register(
            "log_entries",
            "Entries in the log",
            self.log_entries.clone(),
        );
        r.register(
            "checkpoint_time_seconds",
            "Unix time at which the newest checkpoint was last seen to cover the log",
            self.checkpoint_time.clone(),
        );
    }

    fn register_certificate(&mut self) {
        let r = &mut self.registry;
        r.register(
            "certificate_ends_seconds",
            "Unix time at which the server's own certificate ends; 0 without one",
            self.certificate_ends.clone(),
        );
        r.register(
            "certificate_failing_since_seconds",
            "Unix time since which asking an authority for a certificate fails; 0 if it does not",
            self.certificate_failing.clone(),
        );
        r.register(
            "certificate_asked",
            "Certificates asked for, by outcome",
            self.certificate_asked.clone(),
        );
    }

    /// One request answered. `route` is a pattern, never a path.
    pub(crate) fn answered(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        let asked = Asked {
            method,
            route: route.to_owned(),
            status,
        };
        self.requests.get_or_create(&asked).inc();
        self.seconds.observe(took.as_secs_f64());
    }

    /// A connection begins; it ends when what is given back is dropped.
    pub(crate) fn connected(&self) -> Connected {
        self.connections.inc();
        Connected(self.connections.clone())
    }

    /// A connection was dropped unheard.
    pub(crate) fn stranger(&self) {
        self.strangers.inc();
    }

    /// A request was over a rate.
    pub(crate) fn limited(&self, class: Class) {
        let kind = class.as_str();
        self.limited.get_or_create(&Kind { kind }).inc();
    }

    /// What the housekeeping removed.
    pub(crate) fn purged(&self, purged: &Purged) {
        for (kind, n) in [
            ("trash", purged.trash),
            ("box_messages", purged.box_messages),
            ("batches", purged.batches),
            ("ended", purged.ended),
        ] {
            self.purged.get_or_create(&Kind { kind }).inc_by(n);
        }
    }

    /// The log has a checkpoint over all its entries.
    pub(crate) fn published(&self, size: u64, now: i64) {
        self.log_entries
            .set(i64::try_from(size).unwrap_or(i64::MAX));
        self.checkpoint_time.set(now);
    }

    /// When the certificate in use ends.
    pub(crate) fn certificate_ends(&self, time: i64) {
        self.certificate_ends.set(time);
    }

    /// Since when asking for a certificate fails, if it does.
    #[cfg(feature = "tls")]
    pub(crate) fn certificate_failing(&self, since: Option<i64>) {
        self.certificate_failing.set(since.unwrap_or(0));
    }

    /// An authority was asked for a certificate.
    #[cfg(feature = "tls")]
    pub(crate) fn certificate_asked(&self, got: bool) {
        let kind = if got { "got" } else { "failed" };
        self.certificate_asked.get_or_create(&Kind { kind }).inc();
    }

    fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Counts one connection while it lives.
pub(crate) struct Connected(Gauge);

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// `/metrics` and nothing else.
pub(crate) fn router(metrics: Arc<Metrics>) -> Router {
    let answer = move || async move {
        let text = metrics.text().unwrap_or_default();
        ([(header::CONTENT_TYPE, OPEN_METRICS)], text)
    };
    Router::new().route("/metrics", get(answer))
}

#[cfg(test)]
mod tests;
