//! The import report: every row accounted for once, problems by cell. Serialises to the shape in the command-line contract.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::field::Field;
use crate::fix::Fix;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum RowKind {
    Person,
    Continuation,
    Title,
    Header,
    Section,
    Total,
    Blank,
    Note,
}

/// Something doubtful in a cell. `detail` may hold what was typed: reports stay with the register, never in logs.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Column letters.
    pub column: String,
    /// The field it was read as.
    pub field: String,
    /// Stable code.
    pub code: String,
    /// What was typed.
    pub detail: String,
}

impl std::fmt::Debug for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Problem({} {} {})", self.column, self.field, self.code)
    }
}

/// One row of a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct RowReport {
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// 1-based row.
    pub row: u32,
    /// What it is.
    pub kind: RowKind,
    /// The record it became (or was added to); `null` when none.
    pub person: Option<String>,
    /// Problems.
    pub problems: Vec<Problem>,
    /// Index of the parsed person, before records have ids.
    #[serde(skip)]
    pub person_index: Option<usize>,
}

/// A sheet that was read.
#[derive(Debug, Clone, Serialize)]
pub struct SheetReport {
    /// Name.
    pub sheet: String,
    /// Rows with something in them.
    pub rows_read: usize,
    /// Rows of its header.
    pub header_rows: Vec<u32>,
    /// Header text → field.
    pub mapping: BTreeMap<String, Field>,
    /// Not shown in the spreadsheet: left out unless asked for.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

/// A file that was read.
#[derive(Debug, Clone, Serialize)]
pub struct FileReport {
    /// Name.
    pub file: String,
    /// Its sheets.
    pub sheets: Vec<SheetReport>,
}

/// A row that brought nothing, and why.
#[derive(Debug, Clone, Serialize)]
pub struct Skipped {
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// Row; 0 for a whole sheet.
    pub row: u32,
    /// `title`, `header`, `section`, `total`, `note`, `consent_refused`, `hidden_sheet`, `left_out`, `not_a_list`,
    /// `form_definition`.
    pub reason: &'static str,
}

/// A row by sheet, in a proposed pair of duplicates.
#[derive(Debug, Clone, Serialize)]
pub struct RowRef {
    /// Sheet name.
    pub sheet: String,
    /// Row.
    pub row: u32,
}

/// A proposed pair (filled in by the caller: matching is not done here).
#[derive(Debug, Clone, Serialize)]
pub struct DuplicateReport {
    /// One row.
    pub a: RowRef,
    /// The other.
    pub b: RowRef,
    /// 0 to 1.
    pub score: f64,
    /// Reasons in words.
    pub why: Vec<String>,
}

/// The whole report.
#[derive(Debug, Clone, Serialize, Default)]
pub struct Report {
    /// Given by the register.
    pub import_id: String,
    /// Files.
    pub files: Vec<FileReport>,
    /// Persons read.
    pub persons: usize,
    /// Contacts read.
    pub contacts: usize,
    /// Every row once.
    pub rows: Vec<RowReport>,
    /// Proposed duplicates.
    pub duplicates: Vec<DuplicateReport>,
    /// What was left out.
    pub skipped: Vec<Skipped>,
    /// Cells that were corrected before the import; the file itself was not touched.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix>,
}

impl Report {
    /// Writes the records' ids into the rows, in the order of the parsed persons.
    pub fn set_ids(&mut self, import_id: &str, ids: &[String]) {
        import_id.clone_into(&mut self.import_id);
        for row in &mut self.rows {
            row.person = row.person_index.and_then(|i| ids.get(i).cloned());
        }
    }
}
