//! A custodian organisation as a party that lasts: it keeps shares, mirrors and cosigns the log, looks at requests,
//! decides, and hands over shares when and only when the release machine says so.
//!
//! Owns what a custodian keeps and in which order it is written: **what an action rests on is on disk before the
//! action happens, and every action may be repeated** (the buffer takes the same bytes twice as once). Must not
//! decide anything the release machine decides, and must not believe a server: everything is verified as it comes
//! in, and again when it is read back.

mod act;
mod alarm;
mod books;
mod bundles;
mod by_file;
mod case;
mod codec;
mod decide;
mod exchange;
mod follow;
mod handover;
mod house;
mod keys;
mod letters;
mod may;
mod mirror;
mod node;
mod objection;
mod overview;
mod papers;
mod renew;
mod retire;
mod said;
mod session;
mod show;
mod store;
mod succession;
mod take;

pub use alarm::Alarm;
pub use bundles::{BundleState, Held, KeptBundle};
pub use case::{Case, Mine};
pub use exchange::Exchanged;
pub use follow::Followed;
pub use handover::HandoverFile;
pub use house::{House, KEY_LIFE, WordsTest};
pub use keys::{Keys, XWing};
pub use node::CustodianNode;
pub use objection::TakenObjection;
pub use papers::{NewFile, Shown};
pub use renew::KeyChanged;
pub(crate) use session::OpenHouse;
pub use store::Store;
