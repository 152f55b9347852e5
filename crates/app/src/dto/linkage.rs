//! Likely duplicates, two entries side by side, merges and matched lists.

use super::SourceDto;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One reason for or against one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Why {
    /// Stable code, such as `birth.turned`; the catalogue has the words.
    pub code: String,
    /// How much it says, as a power of two: above 0 for one person, below 0 against.
    pub bits: f64,
}

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
    /// Why, strongest first.
    pub why: Vec<Why>,
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

/// Pairs to look at.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateList {
    /// Pairs on which officers decided differently first, then the likeliest; at most 200.
    pub pairs: Vec<DuplicatePair>,
    /// How many there are in all.
    pub total: u32,
    /// When the register was last compared with itself; nothing if never.
    pub looked_at: Option<i64>,
    /// Something was written since, so that comparing again may find more.
    pub stale: bool,
}

/// Two entries side by side, before an officer decides.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeLook {
    /// One.
    pub a: MergeSide,
    /// The other.
    pub b: MergeSide,
    /// What is known, with whose value would stay.
    pub fields: Vec<MergeField>,
    /// All family contacts as they would stand together, in calling order.
    pub contacts: Vec<MergeContact>,
    /// Consents: the stricter one stays.
    pub consents: Vec<MergeConsent>,
    /// Why they were put side by side, strongest first.
    pub why: Vec<Why>,
    /// One officer merged them and another said they are two.
    pub disputed: bool,
}

/// One of two entries.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeSide {
    /// Person id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Imported from.
    pub source: Option<SourceDto>,
    /// Last confirmation.
    pub confirmed_at: Option<i64>,
    /// Calls on record.
    pub calls: u32,
}

/// One field of two entries.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeField {
    /// Field code.
    pub field: String,
    /// One's value; a country as its code.
    pub a: Option<String>,
    /// The other's.
    pub b: Option<String>,
    /// Whose would stay: `a`, `b` or `both`.
    pub side: String,
    /// Whether the field can hold both.
    pub both: bool,
}

/// A family contact after a merge.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeContact {
    /// Name.
    pub name: String,
    /// Relation code, or empty.
    pub relation: String,
    /// Numbers as shown.
    pub phones: Vec<String>,
    /// Which entry has this contact: `a`, `b` or `both`.
    pub side: String,
}

/// A consent of two entries.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeConsent {
    /// Purpose code.
    pub purpose: String,
    /// What one said; nothing when never asked.
    pub a: Option<bool>,
    /// What the other said.
    pub b: Option<bool>,
    /// What will hold.
    pub given: bool,
}

/// An officer's decision that two entries are one person.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct MergeInput {
    /// One entry.
    pub a: String,
    /// The other.
    pub b: String,
    /// Whose values stay, where that is not as suggested.
    pub choices: Vec<MergeChoice>,
}

/// Whose value of one field stays.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeChoice {
    /// Field code.
    pub field: String,
    /// `a`, `b` or `both`.
    pub side: String,
}

/// What a merge did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeDone {
    /// The entry that stays.
    pub kept: String,
    /// The entry that went into it.
    pub absorbed: String,
    /// The change set, for undoing; nothing when nothing changed.
    pub change_set: Option<String>,
}

/// What taking a merge apart did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartDone {
    /// Field codes left as they are, because they were changed since the merge.
    pub left: Vec<String>,
    /// The change set, for undoing.
    pub change_set: Option<String>,
}

/// An entry that was merged into a person's.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergedFrom {
    /// Its id.
    pub id: String,
    /// Its name then.
    pub name: String,
    /// When it was merged.
    pub at: i64,
    /// By which officer.
    pub by: String,
    /// Imported from.
    pub source: Option<SourceDto>,
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
    /// Why, in English words.
    pub why: Vec<String>,
    /// `propose`, `unsure` or `none`.
    pub decision: String,
}
