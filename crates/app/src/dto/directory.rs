//! The directory by destination, and contingency plans.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A destination of the directory.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DirectoryCountry {
    /// ISO code.
    pub country: String,
    /// Its name in English.
    pub name: String,
    /// People of this register there.
    pub people: u32,
    /// Entries that are shown.
    pub entries: u32,
    /// Something is written in its contingency plan.
    pub planned: bool,
}

/// An entry of the directory.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DirectoryRow {
    /// Entry id.
    pub id: String,
    /// ISO code of the destination it stands under.
    pub country: String,
    /// The country in English.
    pub country_name: String,
    /// `emergency`, `post`, `mwo`, `agency`, `leader`, `other`.
    pub kind: String,
    /// Name; empty where the kind says it.
    pub name: String,
    /// City.
    pub place: String,
    /// Numbers, best first.
    pub phones: Vec<DirectoryPhone>,
    /// E-mail address.
    pub email: String,
    /// Web address.
    pub website: String,
    /// Note.
    pub note: String,
    /// Where it is from: `bettergov`, `libphonenumber`, or as the officer wrote.
    pub source: String,
    /// From when it is (`2025-09-24`).
    pub as_of: String,
    /// `shipped`, `corrected` (a shipped one, changed by an officer) or `own`.
    pub origin: String,
    /// The officer who wrote it last.
    pub by: String,
    /// Not shown any more, and can be shown again.
    pub hidden: bool,
    /// Two officers wrote different things; saving it again settles that.
    pub conflict: bool,
}

/// A number of the directory.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DirectoryPhone {
    /// As shown.
    pub shown: String,
    /// What to dial from the Philippines, or nothing when it cannot be.
    pub dial: Option<String>,
}

/// An entry as a form sends it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct DirectoryInput {
    /// Entry id; empty for a new one.
    pub id: String,
    /// ISO code of the destination.
    pub country: String,
    /// Code of the kind.
    pub kind: String,
    /// Name.
    pub name: String,
    /// City.
    pub place: String,
    /// Numbers as typed.
    pub phones: Vec<String>,
    /// E-mail address.
    pub email: String,
    /// Web address.
    pub website: String,
    /// Note.
    pub note: String,
    /// Where it is from.
    pub source: String,
    /// Hide a shipped entry, or take an own one out.
    pub hidden: bool,
}

/// A contingency plan for one destination.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// ISO code.
    pub country: String,
    /// Its name in English.
    pub country_name: String,
    /// People of this register there.
    pub people: u32,
    /// The text for all times (level 0), and one for each alert level 1 to 4.
    pub parts: Vec<PlanPart>,
}

/// One text of a plan.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanPart {
    /// 0 for all times, or the alert level.
    pub level: u8,
    /// The officer's own text; empty when none was written.
    pub text: String,
    /// What other officers wrote without knowing of it. Saving settles it.
    pub others: Vec<String>,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: Option<i64>,
}

/// A text of a plan as it is saved.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PlanInput {
    /// ISO code.
    pub country: String,
    /// 0 for all times, or the alert level.
    pub level: u8,
    /// The text.
    pub text: String,
}
