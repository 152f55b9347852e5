//! The locked folder: an encrypted database, its key wrapped under a passphrase, and a lock.
//!
//! Owns how such a folder is made, opened, checked, moved aside when it is damaged, and how its passphrase changes;
//! the same for a register and for the vault of a party without one. Must not know a table: the layout comes from
//! whoever uses it, as migrations. Must not reach a network, read a clock or a global source of randomness, or put
//! a name, a key or SQL text into an error.
//!
//! | file | what |
//! |---|---|
//! | the database (and its `-wal` while open) | SQLCipher under a random 256-bit key |
//! | `key` | that key, wrapped under the passphrase |
//! | `lock` | held by the one process that has the folder open |
//!
//! A write that was acknowledged survives a kill and a power cut (`synchronous=FULL`; every setting's reason stands
//! in `docs/SQL.md`). A folder is made whole or not at all.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects
    )
)]

mod connect;
mod create;
mod destroy;
mod error;
mod folder;
mod key_file;
mod lock;
mod migrate;

pub use connect::{MIN_SQLITE, connect};
pub use error::{CreateError, Fault, OpenError};
pub use folder::{Folder, KEY, Layout, Presence, check};
pub use key_file::Unlock;
pub use lock::Lock;
pub use ugnay_seal::passphrase::KdfCost;
