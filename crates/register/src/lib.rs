//! The encrypted store on a device: one register is one folder with a database, a wrapped key and a lock.
//!
//! Owns migrations, one file per table, lists and full-text search, the history of every
//! change with its source, undo, the outbox. It applies the merge law of [`ugnay_model`] inside its
//! transactions. Must not: reach a network, read a clock or a global source of randomness (both are
//! passed in), decide what is synced when, or put a name, a phone or a note into an error.
//!
//! How the folder is locked, opened and made is [`ugnay_safe`]'s.
//!
//! # Layout of a register's folder
//! | file | what |
//! |---|---|
//! | `register.db` (and `-wal` while open) | SQLCipher under a random 256-bit key |
//! | `key` | that key, wrapped under the passphrase |
//! | `lock` | held by the one process that has the register open |
//!
//! # Writing
//! Every write is one durable transaction and one *change set*, which [`Register::undo`] takes back as
//! a whole. [`Register::batch`] puts several steps into one change set. An acknowledged write survives
//! a kill and a power cut (`synchronous=FULL`; see `docs/SQL.md`).
//!
//! # Reading
//! [`Register::people`] and [`Register::search_docs`] read flat tables that are kept by the same
//! transactions as the records; [`Register::person`] reads the record itself.
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

mod about;
mod attempts;
mod batch;
mod bookkeeping;
mod create;
mod drafts;
mod epochs;
mod erasing;
mod error;
mod facets;
mod filter;
mod history;
mod identity;
mod import;
mod import_fixes;
mod merging;
mod migrate;
mod open;
mod outbox;
mod pages;
mod people;
mod read;
mod roll;
mod save;
mod source;
mod table;
#[cfg(test)]
mod testing;
mod text;
mod undo;
mod view;

pub use about::{About, NewRegister};
pub use batch::Batch;
pub use bookkeeping::{
    Campaign, CampaignOrigin, CampaignState, DeviceSecrets, Epoch, EpochState, Remote, SeenDevice,
    SeenState,
};
pub use drafts::{Draft, DraftId, MAX_DRAFT, MAX_DRAFTS};
pub use epochs::States;
pub use error::RegisterError;
pub use facets::{Facets, Measure};
pub use filter::{Filter, Outside, Past, Said};
pub use history::HistoryEntry;
pub use import::{Beside, Import, Imported, NewImport};
pub use import_fixes::{ImportFix, MAX_IMPORT_FIXES};
pub use merging::{Bonds, PersonsMerged, PersonsParted};
pub use migrate::SCHEMA_VERSION;
pub use open::Register;
pub use outbox::{Dirty, Merged};
pub use people::{AreaFreshness, Page, SearchDoc, Sort};
pub use roll::Narrowed;
pub use source::{ChangeKind, ChangeSetId, Saved, Source};
pub use ugnay_safe::{CreateError, KdfCost, MIN_SQLITE, OpenError, Presence, Unlock};
pub use undo::{ChangeSet, Touched, Undone};
pub use view::{FirstContact, PersonRow};
