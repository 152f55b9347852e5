//! The encrypted store of a party that holds no register: a custodian, a desk officer, a ticket office, a witness.
//!
//! One vault is one folder, locked like a register's ([`ugnay_safe`]): `vault.db`, `key`, `lock`. Owns named values
//! in spaces, written many at once or not at all, and a journal of what happened that only grows. Must not know what
//! a value is, read a clock, or put a name or a key into an error. The journal holds codes and ids, never names.
//!
//! ```no_run
//! # use ugnay_vault::*;
//! # fn show(dir: &std::path::Path, rng: &mut impl rand_core::CryptoRng) -> Result<(), Box<dyn std::error::Error>> {
//! const CASES: Space = Space::new("case");
//! let new = NewVault { party: Party::Custodian, label: "Invented".into() };
//! let mut vault = Vault::create(dir, "five words of a passphrase", &new, 1_760_000_000, rng)?;
//! let mut changes = Changes::default();
//! changes.put(CASES, b"name", b"content".as_slice()).delete(CASES, b"other");
//! changes.happened(1_760_000_000, "case_seen", b"name");
//! vault.commit(changes)?; // on disk, all of it, or an error and nothing
//! assert!(vault.get(CASES, b"name")?.is_some());
//! # Ok(()) }
//! ```
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

mod changes;
mod error;
mod memory;
mod read;
mod vault;

pub use changes::{Changes, MAX_VALUE, Space};
pub use error::VaultError;
pub use memory::Memory;
pub use read::{Content, Happened, Named};
pub use ugnay_safe::{CreateError, KdfCost, OpenError, Presence, Unlock};
pub use vault::{NewVault, Party, Vault};
