//! Everything that is tested through the crate's public face: the store's conformance
//! suite on both backends, the HTTP interface on both, durability, privacy.

#[cfg(feature = "tls")]
mod acme;
#[cfg(feature = "tls")]
mod authority;
mod backup;
#[cfg(feature = "tls")]
mod certificates;
mod child;
mod client;
mod conformance;
mod described;
mod durability;
mod ended;
mod fetching;
mod hardening;
mod http;
mod links;
mod log;
mod parties;
mod portable;
mod postgres_collisions;
mod postgres_server;
#[cfg(feature = "tls")]
mod postgres_tls;
mod privacy;
mod store_postgres;
mod store_sqlite;
mod transparency;
#[cfg(feature = "tls")]
mod with_tls;
#[cfg(not(feature = "tls"))]
mod without_tls;
