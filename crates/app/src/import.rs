//! Bringing sheets in: preview, mapping, commit with progress and cancel, undo of the whole.

mod commit;
mod differs;
mod known;
mod later;
mod preview;
mod reading;
mod remember;
mod settle;

use crate::dto::{AppError, ErrorCode, ImportPreview, ImportRow, Progress};
use crate::session::{App, Session};
use chrono::NaiveDate;
pub use commit::Committed;
pub use reading::{Reading, Understood};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use ugnay_interchange::{
    Fixes, ImportError, Mapping, Preview, Remembered, SAMPLE_WORKBOOK, SAMPLE_WORKBOOK_NAME,
};

use ugnay_model::PersonId;

/// Told how far long work is; returns whether to go on.
pub type ProgressSink<'a> = &'a mut dyn FnMut(Progress) -> bool;

const MAPPING_STATE: &str = "import/mapping";

/// The preview being looked at (one at a time) and the flag that stops a running commit.
#[derive(Default)]
pub(crate) struct Previews {
    open: Option<Open>,
    cancel: Arc<AtomicBool>,
    /// Choices given from outside for imports until the register is locked; remembered when one is written.
    given: Mapping,
}

pub(crate) struct Open {
    pub token: String,
    pub preview: Preview,
    /// What was chosen for these sheets, now or earlier.
    pub mapping: Mapping,
    /// Cells corrected.
    pub fixes: Fixes,
    pub parsed: ugnay_interchange::Parsed,
    /// Corrections of earlier imports that were found again in these files.
    pub again: Vec<Remembered>,
    /// Parsed persons that are in the register already, with their records.
    pub known: HashMap<usize, PersonId>,
    /// Parsed persons whose card stands in another of these files as well, with that one's place: nobody is added twice.
    pub twice: HashMap<usize, usize>,
    /// Where the register says otherwise about people who are in it.
    pub differing: differs::AllDiffering,
    /// What the sheet says of them is taken over.
    pub update: bool,
}

/// A file to bring in.
pub struct InFile {
    /// Name without its folder.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl From<ImportError> for AppError {
    fn from(e: ImportError) -> Self {
        use ImportError as E;
        let code = match &e {
            E::TooLarge { .. }
            | E::UnpacksTooLarge { .. }
            | E::TooManyCells { .. }
            | E::TooManySheets { .. } => ErrorCode::FileTooLarge,
            E::Empty { .. } => ErrorCode::FileEmpty,
            E::NotASheet { .. } => ErrorCode::FileNotASheet,
            E::PasswordProtected { .. } => ErrorCode::FileProtected,
            E::Damaged { .. } | E::DamagedSheet { .. } => ErrorCode::FileDamaged,
            E::Cancelled => ErrorCode::Cancelled,
        };
        let mut out = Self::new(code).detail(e.code());
        match e {
            E::TooLarge { file, .. }
            | E::Empty { file }
            | E::NotASheet { file, .. }
            | E::PasswordProtected { file }
            | E::Damaged { file, .. }
            | E::UnpacksTooLarge { file, .. }
            | E::TooManySheets { file } => out.file = Some(file),
            E::DamagedSheet { file, sheet, row } => {
                (out.file, out.sheet, out.row) = (Some(file), Some(sheet), Some(row));
            }
            E::TooManyCells {
                file,
                sheet,
                row,
                column,
            } => {
                (out.file, out.sheet, out.row, out.column) =
                    (Some(file), Some(sheet), Some(row), Some(column));
            }
            E::Cancelled => {}
        }
        out
    }
}

impl App {
    /// A flag that stops a running import when set, from another thread.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn cancel_flag(&self) -> Result<Arc<AtomicBool>, AppError> {
        self.session
            .as_ref()
            .map(|s| s.previews.cancel.clone())
            .ok_or_else(|| ErrorCode::Locked.into())
    }

    /// Reads files and shows what was understood. Nothing is written. Where others wait for the register meanwhile, the three
    /// steps are taken one by one: [`Self::import_reading`], [`Reading::read`], [`Self::import_show`].
    ///
    /// # Errors
    /// A code per kind of bad file, with the file's name.
    pub fn import_preview(
        &mut self,
        files: &[InFile],
        progress: ProgressSink<'_>,
    ) -> Result<ImportPreview, AppError> {
        let understood = self.import_reading()?.read(files, progress)?;
        self.import_show(understood, progress)
    }

    /// The shipped sample with invented people.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn import_sample(&mut self) -> Result<ImportPreview, AppError> {
        let file = InFile {
            name: SAMPLE_WORKBOOK_NAME.to_owned(),
            bytes: SAMPLE_WORKBOOK.to_vec(),
        };
        self.import_preview(&[file], &mut |_| true)
    }

    /// Takes choices in their JSON form (`ugnay import --mapping`) for the previews that follow. They count over what is
    /// remembered, and are remembered when an import is written.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for anything but a mapping.
    pub fn set_mapping(&mut self, json: &str) -> Result<(), AppError> {
        let (s, _) = self.open()?;
        let bad = || AppError::new(ErrorCode::BadInput).field("mapping");
        let value: serde_json::Value = serde_json::from_str(json).map_err(|_| bad())?;
        // A report or a list would be read as a mapping that says nothing.
        let parts = value.as_object().ok_or_else(bad)?;
        if !parts
            .keys()
            .all(|k| matches!(k.as_str(), "sheets" | "places"))
        {
            return Err(bad());
        }
        let mapping: Mapping = serde_json::from_value(value).map_err(|_| bad())?;
        s.previews.given.remember(&mapping);
        Ok(())
    }

    /// Every choice for the sheets of the open preview, the proposed ones too, as JSON to edit and to give back with
    /// [`Self::set_mapping`] (`ugnay import --mapping-out`).
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for another token.
    pub fn import_mapping(&mut self, token: &str) -> Result<String, AppError> {
        let (s, _) = self.open()?;
        let open = s.previews.get(token)?;
        let whole = open.preview.written_out(&open.mapping, &open.parsed.sheets);
        serde_json::to_string_pretty(&whole).map_err(|_| ErrorCode::Internal.into())
    }

    /// Drops a preview.
    pub fn import_drop(&mut self, token: &str) {
        if let Some(s) = &mut self.session {
            s.previews.open.take_if(|o| o.token == token);
        }
    }

    /// Imports done so far, newest first.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn imports(&mut self) -> Result<Vec<ImportRow>, AppError> {
        let (s, _) = self.open()?;
        Ok(s.register
            .imports()?
            .into_iter()
            .map(|i| ImportRow {
                id: i.id.to_string(),
                at: i.at,
                files: i.files,
                persons: i.persons as u32,
                undone: i.undone,
            })
            .collect())
    }

    /// Takes a whole import back: what it added and nobody touched since is removed.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`], [`ErrorCode::CannotUndo`].
    pub fn import_undo(&mut self, import: &str) -> Result<u32, AppError> {
        let (s, env) = self.open()?;
        let id = import
            .parse()
            .map_err(|_| AppError::new(ErrorCode::NotFound))?;
        let undone = s.register.undo_import(id, &s.about.officer, env.now())?;
        s.follow()?;
        Ok(undone.removed.len() as u32)
    }
}

impl Previews {
    fn get(&mut self, token: &str) -> Result<&mut Open, AppError> {
        self.open
            .as_mut()
            .filter(|o| o.token == token)
            .ok_or_else(|| ErrorCode::NotFound.into())
    }

    fn show(&self) -> Result<ImportPreview, AppError> {
        self.open
            .as_ref()
            .map(preview::dto)
            .ok_or_else(|| ErrorCode::NotFound.into())
    }
}

impl Session {
    /// Closes the preview, with what it holds of people.
    pub(crate) fn forget_previews(&mut self) {
        self.previews.open = None;
    }

    fn remembered_mapping(&self) -> Result<Mapping, AppError> {
        let saved = self.register.state(MAPPING_STATE)?;
        Ok(saved
            .and_then(|b| serde_json::from_slice(&b).ok())
            .unwrap_or_default())
    }
}

fn today(now: i64) -> NaiveDate {
    chrono::DateTime::from_timestamp(now, 0).map_or(NaiveDate::MIN, |t| t.date_naive())
}

#[cfg(test)]
mod tests;
