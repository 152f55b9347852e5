//! How long entries are kept unseen, and whose time is over.

use super::PersonRow;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The register's rule, and how many are past it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    /// Years after the last confirmation, for who is abroad (1-20).
    pub after_confirmed: u32,
    /// Years after the return, for who is back home (1-20).
    pub after_returned: u32,
    /// Who set it; nothing while it is the one every register begins with.
    pub set_by: Option<String>,
    /// When (Unix seconds).
    pub set_at: Option<i64>,
    /// People past it now.
    pub past: u32,
}

/// A rule to set.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct RetentionInput {
    /// Years (1-20).
    pub after_confirmed: u32,
    /// Years (1-20).
    pub after_returned: u32,
}

/// Somebody whose entry is past it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastRow {
    /// Who.
    pub row: PersonRow,
    /// Said to be back home: a day, a year, or words.
    pub returned: Option<String>,
}

/// Who is past it, those not confirmed for longest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastPeople {
    /// The rule.
    pub rule: Retention,
    /// The first of them.
    pub rows: Vec<PastRow>,
}
