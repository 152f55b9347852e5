//! What is given out of the register: what may be chosen, what was chosen, and what was given out so far.

use super::PeopleQuery;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What can be chosen for a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportChoices {
    /// What for, in the order they are offered.
    pub purposes: Vec<ExportPurpose>,
    /// Groups of fields, in the table's order.
    pub groups: Vec<String>,
    /// Forms.
    pub formats: Vec<ExportFormatChoice>,
}

/// What something is given out for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportPurpose {
    /// `own-copy`, `crisis`, `help`, `visit`, `planning`, `other`.
    pub code: String,
    /// The groups it needs, which are chosen beforehand.
    pub fields: Vec<String>,
    /// It must be said who gets it.
    pub needs_to: bool,
    /// It must be said in words what for.
    pub needs_why: bool,
    /// Who said no to this (`desk`, `statistics`) is left out.
    pub asks: Option<String>,
}

/// A form of file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportFormatChoice {
    /// `csv`, `xlsx`, `vcard`, `pfif`, `hxl`.
    pub code: String,
    /// Groups it can hold at least in part.
    pub groups: Vec<String>,
}

/// What to give out, to whom, and why.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ExportInput {
    /// `csv`, `xlsx`, `vcard`, `pfif`, `hxl`.
    pub format: String,
    /// Code of a purpose.
    pub purpose: String,
    /// Who gets it.
    pub to: String,
    /// What for, in words.
    pub why: String,
    /// Groups or single columns; empty: those the purpose needs.
    pub fields: Vec<String>,
    /// Of whom: everybody the list shows for this question, typed text and all, whatever page it asks for.
    pub query: PeopleQuery,
}

impl ExportInput {
    /// The whole register in its canonical columns, for the officer's own use.
    #[must_use]
    pub fn own_copy(format: &str) -> Self {
        Self {
            format: format.to_owned(),
            purpose: "own-copy".to_owned(),
            ..Self::default()
        }
    }
}

/// What an export would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportLook {
    /// People in it.
    pub persons: u32,
    /// Left out because they said no to it.
    pub refused: u32,
}

/// A file that was written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportSaved {
    /// Where it lies.
    pub file: super::custody::SavedFile,
    /// People in it.
    pub persons: u32,
    /// Left out because they said no to it.
    pub refused: u32,
}

/// Something that was given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRow {
    /// Which.
    pub id: String,
    /// When (Unix seconds).
    pub at: i64,
    /// The day in Philippine time (`2025-07-01`).
    pub day: String,
    /// The officer.
    pub by: String,
    /// Who got it; empty where it stayed here or went to the person it is about.
    pub to: String,
    /// A purpose's code, or `access` (a copy for the person), `work` (a sheet for the officer's own work or the family).
    pub purpose: String,
    /// In words.
    pub why: String,
    /// A format, `access_json`, `access_pdf`, or `sheet_meeting`, `sheet_calls`, `sheet_card`, `sheet_consent`, `sheet_plan`.
    pub kind: String,
    /// People in it.
    pub persons: u32,
    /// How many times the same was made that day.
    pub times: u32,
    /// Groups and single columns.
    pub fields: Vec<String>,
}

/// What was given out, latest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportList {
    /// The latest.
    pub rows: Vec<ExportRow>,
    /// How many there are.
    pub total: u32,
}
