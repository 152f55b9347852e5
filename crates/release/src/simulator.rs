//! A seeded simulator: whole federations with real keys ([`Parties`]) and many years of releases under faults ([`run`]).
//! For tests, drills and benchmarks. Must not be used to make keys for real federations: its randomness is a seed.

mod desks;
mod outcome;
mod parties;
mod posts;
mod witnesses;
mod years;

pub use outcome::{Config, Outcome};
pub use parties::{LogServer, MUNICIPALITY, Parties};
pub use years::run;
