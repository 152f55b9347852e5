//! What the public log tells everybody: who asked for what, what was decided, what authorities demanded, and who is silent
//! past the date it promised. As a document for machines and as a page that needs no script.
//!
//! Owns the reading of public fields and published bodies by an outsider, who trusts nothing but the federation's id: it is
//! written from docs/RELEASE.md beside `ugnay-release`, so that a server without ciphers can show it; a test holds the two
//! against each other. Must not do I/O, read a clock, show a barangay, or know a person.
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

mod codes;
mod day;
mod desks;
mod page;
mod published;
mod report;
mod standing;
#[cfg(test)]
mod testing;
mod words;

pub use page::{STYLE, render};
pub use report::{
    Closing, Custodian, Decision, Demand, DemandsOf, Federation, Grants, Item, LogHead, Reading,
    Report, Request, Seen, Signature, State, Statement, Witness, read, report, shows, wants_body,
};
pub use ugnay_words::Language;
pub use words::{Words, negotiate};
