//! Names, duplicates, manifests and search while typing, as pure functions over values in memory.
//!
//! Owns: how names are folded and compared, the probabilistic linkage engine, the mapping of persons to it, the reasons given for a score, and the in-memory search index.
//! Must not: read files, look at a clock, use unseeded randomness, merge anything, or write text for people beyond the English rendering of reason codes for the terminal.
//!
//! * [`duplicates`]: likely duplicates in a register, best first.
//! * [`PersonIndex::like`]: persons like one being written down.
//! * [`match_list`]: a flight manifest or shelter list against the register, a [`Decision`] per row.
//! * [`NameIndex::query`]: finding a person while typing.
//! * [`link_rows`]: the same engine on any table of typed columns; the example `link` runs it on FEBRL files.
//!
//! What is learned, and why scores can be trusted as far as they can: ADR 0040 to 0044 under `docs/adr`.

mod compare;
mod distance;
mod duplicates;
mod engine;
mod lists;
mod look_alikes;
mod names;
mod nicknames;
mod options;
mod person;
mod reasons;
mod search;
mod sound;
mod table;
mod text;

pub use duplicates::{Pair, duplicates};
pub use lists::{Decision, RowMatch, match_list};
pub use look_alikes::{LookAlike, PersonIndex};
pub use names::person_tokens;
pub use options::{Cancelled, Options, THRESHOLD, UNSURE};
pub use person::{Birth, ContactFeatures, Features, SexFeature};
pub use reasons::Reason;
pub use search::{Among, Field, Found, Hit, How, NameIndex, Ranked, SearchDoc};
pub use table::{Column, Kind, RowPair, link_rows};
pub use text::fold;
