//! Bringing sheets in: preview, mapping, commit with progress and cancel, undo of the whole.

mod preview;

use crate::dto::{
    AppError, ErrorCode, ImportPreview, ImportResult, ImportRow, MappingChange, Progress,
};
use crate::session::{App, Session};
use chrono::NaiveDate;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use ugnay_interchange::{
    Field, ImportError, ImportOptions, Mapping, ParsedPerson, Preview, Report, SAMPLE_WORKBOOK,
    SAMPLE_WORKBOOK_NAME, SourceFile,
};
use ugnay_matching::{Features, Options};
use ugnay_model::{CaseFile, Consent, ContactId, ImportId, Person, PersonId, Purpose};
use ugnay_register::NewImport;

/// Told how far long work is; returns whether to go on.
pub type ProgressSink<'a> = &'a mut dyn FnMut(Progress) -> bool;

const MAPPING_STATE: &str = "import/mapping";

/// The preview being looked at (one at a time) and the flag that stops a running commit.
#[derive(Default)]
pub(crate) struct Previews {
    open: Option<Open>,
    cancel: Arc<AtomicBool>,
}

pub(crate) struct Open {
    pub token: String,
    pub preview: Preview,
    pub mapping: Mapping,
    pub parsed: ugnay_interchange::Parsed,
    /// Parsed persons that are in the register already.
    pub known: HashSet<usize>,
}

/// A file to bring in.
pub struct InFile {
    /// Name without its folder.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// What an import did, with the full report for `--report`.
pub struct Committed {
    /// In short.
    pub result: ImportResult,
    /// Every row.
    pub report: Report,
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

    /// Reads files and shows what was understood. Nothing is written.
    ///
    /// # Errors
    /// A code per kind of bad file, with the file's name.
    pub fn import_preview(
        &mut self,
        files: &[InFile],
        progress: ProgressSink<'_>,
    ) -> Result<ImportPreview, AppError> {
        let (s, env) = self.open()?;
        let remembered = s.remembered_mapping()?;
        let options = ImportOptions {
            home: s.about.place,
            today: today(env.now()),
            include_hidden: false,
        };
        let sources: Vec<SourceFile<'_>> = files
            .iter()
            .map(|f| SourceFile {
                name: &f.name,
                bytes: &f.bytes,
            })
            .collect();
        let preview = ugnay_interchange::preview(&sources, &remembered, &options, &mut |p| {
            progress(Progress {
                step: "reading".into(),
                done: p.rows,
                total: 0,
            })
        })?;
        let token = ugnay_wire::ids::to_hex(&env.random::<8>());
        let mapping = preview.mapping.clone();
        let parsed = preview.parsed.clone();
        let known = s.known(&parsed.persons)?;
        s.previews.open = Some(Open {
            token,
            preview,
            mapping,
            parsed,
            known,
        });
        s.previews.show()
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

    /// Changes the mapping of the preview and shows it again. Remembered for the next sheet of the same shape.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for another token or sheet, [`ErrorCode::BadInput`] for an unknown field.
    pub fn import_change(
        &mut self,
        token: &str,
        change: &MappingChange,
    ) -> Result<ImportPreview, AppError> {
        let (s, _) = self.open()?;
        let open = s.previews.get(token)?;
        let sheet = open
            .preview
            .sheets
            .get(change.sheet as usize)
            .ok_or(ErrorCode::NotFound)?;
        let entry = open.mapping.sheets.entry(sheet.shape.clone()).or_default();
        if let Some(included) = change.included {
            entry.skip = !included;
        }
        if let (Some(column), Some(field)) = (&change.column, &change.field) {
            let c = sheet
                .columns
                .iter()
                .find(|c| c.letters == *column)
                .ok_or(ErrorCode::NotFound)?;
            let field: Field = match field.as_str() {
                "" => Field::Ignore,
                code => code
                    .parse()
                    .map_err(|_| AppError::new(ErrorCode::BadInput).field("field"))?,
            };
            entry.columns.insert(c.key.clone(), field);
        }
        open.parsed = ugnay_interchange::apply(&open.preview, &open.mapping, &mut |_| true)?;
        let persons = open.parsed.persons.clone();
        let known = s.known(&persons)?;
        s.previews.get(token)?.known = known;
        s.previews.show()
    }

    /// Sets the remembered mapping from its JSON form (`ugnay import --mapping`).
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
        let bytes = serde_json::to_vec(&mapping).map_err(|_| ErrorCode::Internal)?;
        Ok(s.register.put_state(MAPPING_STATE, &bytes)?)
    }

    /// Drops a preview.
    pub fn import_drop(&mut self, token: &str) {
        if let Some(s) = &mut self.session {
            s.previews.open.take_if(|o| o.token == token);
        }
    }

    /// Writes the previewed persons, all or none.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for another token, [`ErrorCode::Cancelled`]; nothing is written then.
    pub fn import_commit(
        &mut self,
        token: &str,
        progress: ProgressSink<'_>,
    ) -> Result<Committed, AppError> {
        let (s, env) = self.open()?;
        let now = env.now();
        let cancel = s.previews.cancel.clone();
        cancel.store(false, Ordering::SeqCst);
        let open = s.previews.get(token)?;
        let import = ImportId::from_random(env.random());
        let files: Vec<String> = open
            .parsed
            .report
            .files
            .iter()
            .map(|f| f.file.clone())
            .collect();
        let new: Vec<(usize, ParsedPerson)> = open
            .parsed
            .persons
            .iter()
            .cloned()
            .enumerate()
            .filter(|(i, _)| !open.known.contains(i))
            .collect();
        let already_there = open.known.len() as u32;
        let mut report = open.parsed.report.clone();
        let mut ids = vec![String::new(); open.parsed.persons.len()];
        let mapping = open.mapping.clone();
        let rows = written(&new, import, now, &mut || env.random());
        for ((i, _), (person, _)) in new.iter().zip(&rows) {
            if let Some(id) = ids.get_mut(*i) {
                *id = person.id.to_string();
            }
        }
        report.set_ids(&import.to_string(), &ids);
        blank_missing(&mut report);
        let (total, contacts) = (
            rows.len() as u32,
            rows.iter().map(|(p, _)| p.contacts.len() as u32).sum(),
        );
        let mut go_on = |step: &str, done: u32| {
            let yes = progress(Progress {
                step: step.to_owned(),
                done,
                total,
            }) && !cancel.load(Ordering::SeqCst);
            if yes {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        };
        if go_on("saving", 0).is_break() {
            return Err(ErrorCode::Cancelled.into());
        }
        let imported = s
            .register
            .import(&NewImport { id: import, files }, rows, now, |done| {
                go_on("saving", done as u32)
            })?;
        let remembered = serde_json::to_vec(&mapping).map_err(|_| ErrorCode::Internal)?;
        s.register.put_state(MAPPING_STATE, &remembered)?;
        s.previews.open = None;
        s.reindex_all();
        s.find_duplicates(&new, &mut report)?;
        let result = ImportResult {
            import_id: import.to_string(),
            persons: imported.persons as u32,
            contacts,
            already_there,
            duplicates: report.duplicates.len() as u32,
        };
        Ok(Committed { result, report })
    }

    /// The report of the open preview, as a dry run prints it.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn import_report(&mut self, token: &str) -> Result<Report, AppError> {
        let (s, _) = self.open()?;
        let open = s.previews.get(token)?;
        let all: Vec<(usize, ParsedPerson)> =
            open.parsed.persons.iter().cloned().enumerate().collect();
        let mut report = open.parsed.report.clone();
        s.find_duplicates(&all, &mut report)?;
        Ok(report)
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
        s.reindex_all();
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
    fn remembered_mapping(&self) -> Result<Mapping, AppError> {
        let saved = self.register.state(MAPPING_STATE)?;
        Ok(saved
            .and_then(|b| serde_json::from_slice(&b).ok())
            .unwrap_or_default())
    }

    /// Which parsed persons are in the register already: the same card, or the same row brought in before.
    fn known(&self, persons: &[ParsedPerson]) -> Result<HashSet<usize>, AppError> {
        let mut out = HashSet::new();
        for (i, p) in persons.iter().enumerate() {
            let person = card(p, PersonId::from_bytes([0; 16]), &mut || [0; 16]);
            let mut there = !self.register.find_same_card(&person)?.is_empty();
            for id in
                self.register
                    .find_by_provenance(&p.source.file, &p.source.sheet, p.source.row)?
            {
                let same_name = |q: Person| {
                    ugnay_matching::fold(&q.list_name())
                        == ugnay_matching::fold(&person.list_name())
                };
                there |= self.register.person(id)?.is_some_and(same_name);
            }
            if there {
                out.insert(i);
            }
        }
        Ok(out)
    }

    /// Proposes pairs among the imported persons. Never merges.
    fn find_duplicates(
        &self,
        new: &[(usize, ParsedPerson)],
        report: &mut Report,
    ) -> Result<(), AppError> {
        let features: Vec<Features> = new
            .iter()
            .map(|(_, p)| Features::from(&card(p, PersonId::from_bytes([0; 16]), &mut || [0; 16])))
            .collect();
        let pairs = ugnay_matching::duplicates(&features, &Options::default())
            .map_err(|_| ErrorCode::Cancelled)?;
        report.duplicates = pairs
            .iter()
            .filter_map(|p| {
                let source = |i: usize| new.get(i).map(|(_, p)| preview::row_ref(&p.source));
                let why = p.why.iter().map(|w| w.english().to_owned()).collect();
                Some(ugnay_interchange::DuplicateReport {
                    a: source(p.a)?,
                    b: source(p.b)?,
                    score: p.score,
                    why,
                })
            })
            .collect();
        Ok(())
    }
}

fn card(p: &ParsedPerson, id: PersonId, new_id: &mut impl FnMut() -> [u8; 16]) -> Person {
    p.to_person(id, ugnay_places::gazetteer().version(), || {
        ContactId::from_random(new_id())
    })
}

/// The records as they will be written; a consent stated in the sheet is kept with its source.
fn written(
    new: &[(usize, ParsedPerson)],
    import: ImportId,
    now: i64,
    random: &mut impl FnMut() -> [u8; 16],
) -> Vec<(Person, CaseFile)> {
    new.iter()
        .map(|(_, p)| {
            let id = PersonId::from_random(random());
            let mut file = p.to_case(id, import);
            if p.consent == Some(true) {
                let consent = Consent {
                    given: true,
                    at: now,
                    by: String::new(),
                    how: "sheet".into(),
                };
                file.consents.insert(Purpose::Hold, consent);
            }
            (card(p, id, random), file)
        })
        .collect()
}

/// Rows whose person was in the register already have no new record.
fn blank_missing(report: &mut Report) {
    for row in &mut report.rows {
        row.person = row.person.take().filter(|p| !p.is_empty());
    }
}

fn today(now: i64) -> NaiveDate {
    chrono::DateTime::from_timestamp(now, 0).map_or(NaiveDate::MIN, |t| t.date_naive())
}

#[cfg(test)]
mod tests;
