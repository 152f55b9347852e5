//! What a person agreed to and may ask for: consents, what erasing takes away.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody agreed to, as it stands and as it came about.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsentPage {
    /// The person.
    pub person: String,
    /// The name for headings.
    pub name: String,
    /// Every purpose, in the order they are asked.
    pub purposes: Vec<ConsentRow>,
    /// What was said before and by whom it was written down, newest first.
    pub history: Vec<ConsentChange>,
    /// How far the entry goes now: `open` (custodians together can open the card), `withheld` (this register's devices
    /// alone), `here` (this device alone, or those that have it already).
    pub reach: String,
    /// Somebody said no, and the next exchange or the next epoch still has to make it so.
    pub waits: bool,
    /// The register exchanges with a buffer.
    pub joined: bool,
}

/// One purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsentRow {
    /// `hold`, `buffer`, `emergency`, `desk`, `statistics`.
    pub purpose: String,
    /// Nothing: not asked yet.
    pub given: Option<bool>,
    /// Two officers wrote different answers without knowing of each other; until it is settled the "no" counts.
    pub disputed: bool,
    /// When it was said.
    pub at: Option<i64>,
    /// Who said it; empty: the person.
    pub by: String,
    /// `spoken`, `signed`, `thumb_mark`, `sheet`.
    pub how: String,
    /// Who wrote it down.
    pub officer: String,
}

/// An answer that was written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsentChange {
    /// When it was written down here.
    pub written: i64,
    /// The answer.
    pub row: ConsentRow,
    /// `typed`, `import`, `sync`, `undo`, …
    pub source: String,
}

/// Answers to write down, all given by one person at one time in one way.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ConsentInput {
    /// Whose entry.
    pub person: String,
    /// Who answered; empty: the person.
    pub by: String,
    /// `spoken`, `signed`, `thumb_mark`, `sheet`.
    pub how: String,
    /// The answers.
    pub answers: Vec<ConsentAnswer>,
}

/// One answer.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ConsentAnswer {
    /// `hold`, `buffer`, `emergency`, `desk`, `statistics`.
    pub purpose: String,
    /// Yes or no.
    pub given: bool,
}

/// What erasing a person would take away, and what it cannot reach.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EraseLook {
    /// The person.
    pub person: String,
    /// The name.
    pub name: String,
    /// Filled fields of the card and of the case file.
    pub values: u32,
    /// Family contacts.
    pub contacts: u32,
    /// Calls and their outcomes.
    pub attempts: u32,
    /// Entries of the history.
    pub changes: u32,
    /// The buffer has, or may have, a sealed copy.
    pub at_buffer: bool,
    /// Other devices of the register, which erase when they exchange next.
    pub other_devices: u32,
    /// The sheet the entry was imported from: it stays where it is.
    pub sheet: Option<String>,
}
