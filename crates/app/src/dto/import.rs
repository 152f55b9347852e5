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
    /// Cells of those rows that say otherwise than the register; they stand among the problems.
    pub differing: u32,
    /// They are taken over with the import.
    pub update: bool,
    /// Rows kept out because consent was refused.
    pub refused_consent: u32,
    /// Rows with problems to look at, the first 500.
    pub problems: Vec<ImportProblem>,
    /// All problems.
    pub problems_total: u32,
    /// The first persons as they would be written.
    pub sample: Vec<PersonRowPreview>,
    /// Cells corrected so far; the file itself is not touched.
    pub fixes: Vec<FixedCell>,
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
    /// Somebody said whether it is taken, now or for an earlier sheet of this shape and name.
    pub decided: bool,
    /// 1-based rows of the header.
    pub header_rows: Vec<u32>,
    /// Rows with persons; of a sheet that is left out, those it would bring.
    pub person_rows: u32,
    /// Order of dates that have two readings, as somebody chose it: `dmy`, `mdy`.
    pub date_order: Option<String>,
    /// Dates of this sheet that have two readings.
    pub ambiguous_dates: u32,
    /// Rows of this sheet whose barangay nobody said.
    pub without_barangay: u32,
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
    /// 1-based row; of a file without sheets the entry's number.
    pub row: u32,
    /// Column letters; of a file without sheets the entry's property.
    pub column: Option<String>,
    /// Field code.
    pub field: Option<String>,
    /// Problem code, e.g. `ambiguous_date`.
    pub code: String,
    /// The doubtful part, as typed.
    pub detail: String,
    /// The whole cell as it is read now.
    pub value: String,
    /// It can be corrected here.
    pub fixable: bool,
}

/// A cell to correct, or to take as it is again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellFix {
    /// File.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// 1-based row.
    pub row: u32,
    /// Column letters.
    pub column: String,
    /// What is read instead; nothing takes a correction back.
    pub now: Option<String>,
}

/// A corrected cell.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FixedCell {
    /// File.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// 1-based row.
    pub row: u32,
    /// Column letters.
    pub column: String,
    /// What the file says.
    pub was: String,
    /// What is read instead.
    pub now: String,
    /// Corrected so in an earlier import, and found again.
    pub earlier: bool,
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
    /// Order of dates with two readings (`dmy`, `mdy`); empty for as proposed.
    pub date_order: Option<String>,
    /// PSGC code of the sheet's barangay; empty for as found.
    pub barangay: Option<String>,
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
    /// People of whom something was taken over.
    pub updated: u32,
    /// Likely duplicates to look at.
    pub duplicates: u32,
    /// Of the people added, those who look like somebody who was there before.
    pub look_alike: u32,
    /// Cells that were corrected before.
    pub fixed: u32,
    /// Cells still to look at: the list that is kept.
    pub later: u32,
    /// What was left out, and why.
    pub left: Vec<LeftOut>,
}

/// Rows that were left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// `consent_refused`, or a whole sheet: `hidden`, `left_out`, `no_header`, `form_definition`; or a whole file, named in
    /// `sheet`: `same_file`.
    pub reason: String,
    /// The sheet; empty for all of them.
    pub sheet: String,
    /// Rows with persons; 0 where the sheet holds none.
    pub rows: u32,
}

/// A cell of an earlier import that is still to be looked at.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LaterRow {
    /// Names it, for ticking it off.
    pub id: String,
    /// The person's record.
    pub person: String,
    /// The person's name as it stands in the register.
    pub name: String,
    /// File.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// 1-based row.
    pub row: u32,
    /// Column letters.
    pub column: String,
    /// Field code.
    pub field: String,
    /// Problem code.
    pub code: String,
}

/// What earlier imports left to look at.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LaterList {
    /// The first of them, latest import first, in the order of the sheets.
    pub rows: Vec<LaterRow>,
    /// All of them.
    pub open: u32,
    /// Those ticked off.
    pub done: u32,
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
    /// What is being done, as a code (`reading`, `understanding`, `matching`, `saving`, `sending`, `receiving`).
    pub step: String,
    /// Done so far.
    pub done: u32,
    /// Of so many; 0 when not known.
    pub total: u32,
}
