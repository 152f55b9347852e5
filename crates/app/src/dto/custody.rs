//! A custodian organisation in the window: what its screens show and send. Plain data, no behaviour.
//!
//! Codes are those of `ugnay_release`, `ugnay_seal` and `ugnay_log` unless said otherwise; the interface has the words.
//! Hashes and ids are lower-case hex. A time is Unix seconds, a span is seconds. No type here holds a person.

mod demands;
mod files;
mod keeping;
mod log;
mod organisation;
mod requests;

pub use demands::*;
pub use files::*;
pub use keeping::*;
pub use log::*;
pub use organisation::*;
pub use requests::*;
