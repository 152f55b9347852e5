//! The buffer server: stores what it cannot read.
//!
//! Owns the HTTP routes, the two stores and the publishing of the transparency log. May
//! use `wire` and `log` and nothing else of ours, so that it cannot name a person and
//! links no cipher for content: it holds public keys, hashes, and bytes under random
//! names. It must not write a client's address, a pseudonym or a blob's name to its
//! trace, and must not keep the time of anything more finely than it needs.
//!
//! [`Buffer::start`] runs it inside a tokio runtime (tests, demonstration);
//! the `ugnay-buffer` program is a thin shell around it.

mod auth;
mod board;
mod chores;
pub mod clock;
pub mod commands;
pub mod config;
mod edge;
pub mod limiter;
mod memory;
mod metrics;
mod publisher;
mod refusal;
mod routes;
mod server;
mod state;
pub mod store;
mod threaded;
mod tls;
pub mod trace;

pub use clock::Clock;
pub use config::{Acme, Config, ConfigFile, Database, Peers, ServerLimits, TlsFiles, TlsSource};
pub use limiter::{Rate, Rates};
pub use routes::openapi;
pub use server::{Buffer, BufferError, Handle};
pub use threaded::ThreadHandle;
