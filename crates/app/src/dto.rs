//! What crosses the line between the use cases and whoever shows them: plain data, no behaviour.
//!
//! Every type here is exported to TypeScript (see [`crate::bindings`]); a test fails on drift.
//! Times are Unix seconds. Ids are lower-case UUID text. Codes are stable; the UI has the words.

mod alarm;
mod alike;
mod calls;
mod campaign;
mod changes;
pub mod custody;
mod devices;
mod directory;
mod drafts;
mod drill;
mod error;
mod exports;
mod import;
mod linkage;
mod lists;
mod meeting;
mod pairing;
mod paper;
mod people;
mod places;
mod preferences;
mod recovery;
mod retention;
mod rights;
mod session;
mod sync;

pub use alarm::*;
pub use alike::*;
pub use calls::*;
pub use campaign::*;
pub use changes::*;
pub use devices::*;
pub use directory::*;
pub use drafts::*;
pub use drill::*;
pub use error::*;
pub use exports::*;
pub use import::*;
pub use linkage::*;
pub use lists::*;
pub use meeting::*;
pub use pairing::*;
pub use paper::*;
pub use people::*;
pub use places::*;
pub use preferences::*;
pub use recovery::*;
pub use retention::*;
pub use rights::*;
pub use session::*;
pub use sync::*;
