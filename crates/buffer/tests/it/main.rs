//! Everything that is tested through the crate's public face: the store's conformance
//! suite on both backends, the HTTP interface on both, durability, privacy.

mod backup;
mod child;
mod client;
mod conformance;
mod described;
mod durability;
mod hardening;
mod http;
mod links;
mod log;
mod parties;
mod postgres_server;
mod privacy;
mod store_postgres;
mod store_sqlite;
mod transparency;
mod with_tls;
