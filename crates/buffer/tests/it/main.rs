//! Everything that is tested through the crate's public face: the store's conformance
//! suite on both backends, the HTTP interface on both, durability, privacy.

mod client;
mod conformance;
mod http;
mod log;
mod parties;
mod postgres_server;
mod store_postgres;
mod store_sqlite;
