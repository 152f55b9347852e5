//! Import as the screens show it. The full report of `ugnay import --report` is `interchange`'s own.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was understood of the files, before anything is written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// Names this preview in the calls that follow.
    pub token: String,
    /// File names.
    pub files: Vec<String>,
    /// The sheets.
    pub sheets: Vec<SheetPreview>,
    /// Persons that would be added.
    pub persons: u32,
    /// Family contacts that would be added.
    pub contacts: u32,
    /// Rows of people already in the register, which add nothing.
    pub already_there: u32,
    /// Rows kept out because consent was refused.
    pub refused_consent: u32,
    /// Rows with problems to look at, the first 500.
    pub problems: Vec<ImportProblem>,
    /// All problems.
    pub problems_total: u32,
    /// The first persons as they would be written.
    pub sample: Vec<PersonRowPreview>,
}

/// A sheet as understood.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetPreview {
    /// Index within the preview.
    pub index: u32,
    /// File it is in.
    pub file: String,
    /// Sheet name.
    pub name: String,
    /// Hidden in the workbook.
    pub hidden: bool,
    /// Whether its rows are taken.
    pub included: bool,
    /// Why it is left out, if it is (`hidden`, `no_header`, `empty`, `left_out`).
    pub reason: Option<String>,
    /// 1-based rows of the header.
    pub header_rows: Vec<u32>,
    /// Rows with persons.
    pub person_rows: u32,
    /// The barangay taken for its people, in words.
    pub barangay_name: Option<String>,
    /// PSGC code of that barangay.
    pub barangay: Option<String>,
    /// The columns.
    pub columns: Vec<ColumnPreview>,
}

/// A column and what it is taken for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ColumnPreview {
    /// Letters, as the spreadsheet shows them.
    pub column: String,
    /// The header's text.
    pub header: String,
    /// Field code it is taken for; empty when left out.
    pub field: String,
    /// A few values.
    pub samples: Vec<String>,
}

/// A problem at a cell.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProblem {
    /// File.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// 1-based row.
    pub row: u32,
    /// Column letters.
    pub column: Option<String>,
    /// Field code.
    pub field: Option<String>,
    /// Problem code, e.g. `ambiguous_date`.
    pub code: String,
    /// The cell as typed.
    pub detail: String,
}

/// A person as it would be written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRowPreview {
    /// Sheet.
    pub sheet: String,
    /// 1-based row.
    pub row: u32,
    /// Name.
    pub name: String,
    /// Destination in words.
    pub destination: String,
    /// Birth as understood.
    pub birth: String,
    /// First contact and number.
    pub contact: String,
}

/// A change of the mapping by the user.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MappingChange {
    /// Sheet index.
    pub sheet: u32,
    /// Take the sheet's rows or not.
    pub included: Option<bool>,
    /// Column letters, with `field`.
    pub column: Option<String>,
    /// Field code for that column; empty leaves it out.
    pub field: Option<String>,
}

/// What an import did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportResult {
    /// Names the import, for undoing.
    pub import_id: String,
    /// Persons added.
    pub persons: u32,
    /// Contacts added.
    pub contacts: u32,
    /// Rows that added nothing because the person was there.
    pub already_there: u32,
    /// Likely duplicates to look at.
    pub duplicates: u32,
}

/// An import done earlier.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Id, for undoing.
    pub id: String,
    /// When.
    pub at: i64,
    /// File names.
    pub files: Vec<String>,
    /// Persons it added.
    pub persons: u32,
    /// Taken back.
    pub undone: bool,
}

/// How far long work is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What is being done, as a code (`reading`, `matching`, `saving`, `sending`, `receiving`).
    pub step: String,
    /// Done so far.
    pub done: u32,
    /// Of so many; 0 when not known.
    pub total: u32,
}
