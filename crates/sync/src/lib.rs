//! Plan, push, pull, apply: sealed sync between a register and its buffer.
//!
//! Owns what goes over the line and in which order, the sealed index shards and heads, and the local
//! mirror of the log. Must not decide how two values merge (that is `model`'s law, applied by
//! `register`), must not know HTTP routes beyond `wire`'s, and must never delete local data because
//! a server says so.
mod book;
mod cards;
pub mod carry;
mod client;
mod compartments;
mod device;
mod error;
mod exchange;
mod fetcher;
mod head;
pub mod http;
mod mirror;
mod next;
#[doc(hidden)]
pub mod parsers;
mod pending;
mod proof;
mod pull;
mod push;
mod reach;
mod roster;
mod shard;
pub mod shown;
mod transport;
mod watch;
mod writers;

pub use cards::{Found, Granted, Shards, open_cards, read_shards};
pub use client::{Client, Traffic, signed_entry};
pub use compartments::Compartments;
pub use device::DeviceKeys;
pub use error::{SyncError, TransportError};
pub use exchange::{
    Outcome, Step, exchange, forget_new_bundles, heads_proven, kept, kept_states, new_bundles,
    receive, unlisted, withdrawn, writers_seen,
};
pub use fetcher::{Fetcher, pass_for, pass_holds};
pub use http::HttpTransport;
pub use mirror::{Expected, LogItem, Mirror};
pub use next::{NewEpoch, Next, Notice, Under, announce, choose, notices, open_notice};
pub use proof::{LogSeen, LoggedHeads};
pub use pull::newest_roster;
pub use roster::{DeviceEntry, NO_SLOT, NewReader, ReaderKind, RegisterRoster, Revocation};
pub use shown::Compared;
pub use transport::{Method, Request, Response, Transport};
pub use watch::HeadsProven;
pub use writers::{DeviceId, Doubt, Standing};
