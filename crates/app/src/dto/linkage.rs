//! Duplicates and matched lists.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Two persons that may be one.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicatePair {
    /// One.
    pub a: DuplicateSide,
    /// The other.
    pub b: DuplicateSide,
    /// Probability 0-1.
    pub score: f64,
    /// Why.
    pub why: Vec<String>,
}

/// One side of a pair.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateSide {
    /// Person id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Sheet and row it came from, as `SHEET!17`.
    pub source: String,
}

/// A row of a list and who it may be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListRow {
    /// 1-based row.
    pub row: u32,
    /// Person id, if somebody comes near.
    pub id: Option<String>,
    /// Probability 0-1.
    pub score: f64,
    /// Why.
    pub why: Vec<String>,
    /// `propose`, `unsure` or `none`.
    pub decision: String,
}
