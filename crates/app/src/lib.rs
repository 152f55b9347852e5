//! Use cases a person can name: unlock, find, import, sync, campaign, release, report.
//!
//! The window, the command line and the tests call the same functions of [`App`] and, for the parties that
//! hold no register, of [`federation`]. Owns the DTOs and the stable error codes. Must not know a window, an
//! HTTP route or an SQL statement; time and randomness come in through [`Env`].

pub mod bindings;
pub mod dto;

mod calls;
mod catalogue;
mod changes;
pub mod custody;
mod demo_register;
pub mod desk;
mod device;
mod devices;
mod directory;
mod drafts;
mod drill;
mod env;
mod error;
mod export;
pub mod federation;
mod forms;
mod history;
mod home;
mod import;
mod leave;
mod linkage;
mod lists;
mod meeting;
mod paper;
pub mod party;
mod people;
mod places;
mod preferences;
mod proxy;
mod qr;
mod release_check;
mod retention;
mod rights;
mod search;
mod session;
mod sync;
#[cfg(test)]
mod testing;

pub use catalogue::catalogue;
pub use device::CompartmentIds;
pub use env::{Env, FixedClock};
pub use export::{ExportFormat, Exported};
pub use import::{Committed, InFile, ProgressSink, Reading, Understood};
pub use linkage::{Compared, Comparison, reason_in_english};
pub use paper::{invitation_sheet, key_sheet};
pub use release_check::{AppFiles, AppVerdict, verify_app};
pub use session::{AUTO_LOCK, App};
pub use sync::{feed_bundle, genesis_words, invitation_code};
pub use ugnay_interchange::MAX_FILE_BYTES;
pub use ugnay_sync::carry::MAX_FILE as MAX_BUNDLE_FILE;
