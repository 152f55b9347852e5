//! Writing an import: all or nothing, once, and what is said about it afterwards. Must not decide what a row means.

use super::{MAPPING_STATE, Open, ProgressSink, differs, later, preview, remember};
use crate::dto::{AppError, ErrorCode, ImportResult, LeftOut, Progress};
use crate::linkage::AddedPair;
use crate::session::{App, Session};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::Ordering;
use ugnay_interchange::{DuplicateReport, Mapping, ParsedPerson, Report};
use ugnay_matching::{Features, Options};
use ugnay_model::{CaseFile, Consent, ContactId, ImportId, Person, PersonId, Purpose};
use ugnay_register::{Beside, NewImport};

/// What an import did, with the full report for `--report`.
pub struct Committed {
    /// In short.
    pub result: ImportResult,
    /// Every row.
    pub report: Report,
}

/// A parsed person that is not in the register yet, by its place among the parsed ones.
pub(super) type New = (usize, ParsedPerson);

impl App {
    /// Writes the previewed persons, all or none, and in the same transaction what was chosen for the sheets and corrected
    /// in their rows, to be remembered, and the list to settle later of cells that stay doubtful.
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
        let new = new_persons(open);
        let officer = s.about.officer.clone();
        let mut rows = written(&new, import, now, &officer, &mut || env.random());
        let contacts = rows.iter().map(|(p, _)| p.contacts.len() as u32).sum();
        let added: Vec<PersonId> = rows.iter().map(|(person, _)| person.id).collect();
        let mut report = preview::report_with_differences(open);
        report.set_ids(&import.to_string(), &record_ids(open, &new, &rows));
        blank_missing(&mut report);
        let left = left_out(open);
        let records = remember::records(open, &new, rows.iter().map(|(person, _)| person));
        let keeping = remember::keeping(open, &records, now);
        let chosen = open.mapping.clone();
        let already_there = there_or_twice(open);
        let (brought, mut updated) = (rows.len() as u32, 0);
        if open.update {
            let (persons, known, differing) = (&open.parsed.persons, &open.known, &open.differing);
            let more =
                differs::taken_over(&s.register, persons, known, differing, &mut || env.random())?;
            updated = more.len() as u32;
            rows.extend(more);
        }
        let total = rows.len() as u32;
        let mut tell = |step: &str, done: u32| {
            let step = step.to_owned();
            let yes = progress(Progress { step, done, total });
            if yes && !cancel.load(Ordering::SeqCst) {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        };
        if tell("saving", 0).is_break() {
            return Err(ErrorCode::Cancelled.into());
        }
        let later = later::entries(&report);
        let new_import = NewImport {
            id: import,
            files: report.files.iter().map(|f| f.file.clone()).collect(),
            beside: s.beside(import, keeping, &chosen, &later)?,
        };
        let done = s
            .register
            .import(&new_import, rows, now, |done| tell("saving", done as u32))?;
        // A row of somebody who said no to nothing may still change nothing.
        let imported = (done.persons as u32).min(brought);
        s.previews.open = None;
        s.follow()?;
        // Written is written: from here on nothing stops it.
        let pairs = s.compare_added(&added, now, progress)?;
        let among = pairs.among.iter();
        report.duplicates = among.filter_map(|p| proposal(&new, p)).collect();
        let result = ImportResult {
            import_id: import.to_string(),
            persons: imported,
            contacts,
            already_there,
            updated,
            duplicates: report.duplicates.len() as u32,
            look_alike: pairs.look_alike,
            fixed: report.fixes.len() as u32,
            later: later.len() as u32,
            left,
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
        let all: Vec<New> = open.parsed.persons.iter().cloned().enumerate().collect();
        let mut report = preview::report_with_differences(open);
        s.find_duplicates(&all, &mut report)?;
        Ok(report)
    }
}

impl Session {
    /// What stands or falls with the import: corrections, choices, the list for later.
    fn beside(
        &self,
        import: ImportId,
        keeping: remember::Keeping,
        chosen: &Mapping,
        later: &[later::Entry],
    ) -> Result<Beside, AppError> {
        let mut remembered = self.remembered_mapping()?;
        remembered.remember(chosen);
        let remembered = serde_json::to_vec(&remembered).map_err(|_| ErrorCode::Internal)?;
        let mut states = vec![(MAPPING_STATE.to_owned(), remembered)];
        states.extend(later::kept(import, later)?);
        Ok(Beside {
            kept: keeping.kept,
            forgotten: keeping.forgotten,
            states,
        })
    }

    /// Proposes pairs among the imported persons. Never merges.
    fn find_duplicates(&self, new: &[New], report: &mut Report) -> Result<(), AppError> {
        let features: Vec<Features> = new
            .iter()
            .map(|(_, p)| Features::from(&card(p, PersonId::from_bytes([0; 16]), &mut || [0; 16])))
            .collect();
        let pairs = ugnay_matching::duplicates(&features, &Options::default())
            .map_err(|_| ErrorCode::Cancelled)?;
        let pairs = pairs.iter().map(AddedPair::from);
        report.duplicates = pairs.filter_map(|p| proposal(new, &p)).collect();
        Ok(())
    }
}

/// A pair among the rows brought in, for the report.
fn proposal(new: &[New], p: &AddedPair) -> Option<DuplicateReport> {
    let source = |i: usize| new.get(i).map(|(_, p)| preview::row_ref(&p.source));
    Some(DuplicateReport {
        a: source(p.a)?,
        b: source(p.b)?,
        score: p.score,
        why: p.why.clone(),
    })
}

fn new_persons(open: &Open) -> Vec<New> {
    let all = open.parsed.persons.iter().cloned().enumerate();
    all.filter(|(i, _)| !open.known.contains_key(i) && !open.twice.contains_key(i))
        .collect()
}

/// Rows of people who are in the register already, or in another of the files.
pub(super) fn there_or_twice(open: &Open) -> u32 {
    open.known.len() as u32 + open.twice.len() as u32
}

/// Record ids in the order of the parsed persons; empty for who is there already.
fn record_ids(open: &Open, new: &[New], rows: &[(Person, CaseFile)]) -> Vec<String> {
    let mut ids = vec![String::new(); open.parsed.persons.len()];
    for ((i, _), (person, _)) in new.iter().zip(rows) {
        if let Some(id) = ids.get_mut(*i) {
            *id = person.id.to_string();
        }
    }
    for (again, first) in &open.twice {
        let first = ids.get(*first).cloned().unwrap_or_default();
        if let Some(id) = ids.get_mut(*again) {
            *id = first;
        }
    }
    ids
}

/// What was left out: people who said no, and whole sheets.
fn left_out(open: &Open) -> Vec<LeftOut> {
    let mut out = Vec::new();
    let report = &open.parsed.report;
    let refused = report.skipped.iter();
    let refused = refused.filter(|s| s.reason == "consent_refused").count() as u32;
    if refused > 0 {
        let reason = "consent_refused".to_owned();
        out.push(LeftOut {
            reason,
            sheet: String::new(),
            rows: refused,
        });
    }
    let sheets: BTreeMap<(&str, &str), u32> = open
        .preview
        .sheets
        .iter()
        .zip(&open.parsed.sheets)
        .map(|(s, state)| ((s.file.as_str(), s.sheet.as_str()), state.persons as u32))
        .collect();
    let empty = |file: &str, sheet: &str| {
        let mut all = open.preview.sheets.iter();
        all.any(|s| s.file == file && s.sheet == sheet && s.rows == 0)
    };
    for s in report.skipped.iter().filter(|s| s.row == 0) {
        if empty(&s.file, &s.sheet) {
            continue;
        }
        let reason = match s.reason {
            "hidden_sheet" => "hidden",
            "not_a_list" => "no_header",
            other => other,
        };
        let same_file = reason == "same_file";
        let rows = sheets.get(&(s.file.as_str(), s.sheet.as_str()));
        out.push(LeftOut {
            reason: reason.to_owned(),
            sheet: if same_file {
                s.file.clone()
            } else {
                s.sheet.clone()
            },
            rows: rows.copied().unwrap_or(0),
        });
    }
    out
}

pub(super) fn card(
    p: &ParsedPerson,
    id: PersonId,
    new_id: &mut impl FnMut() -> [u8; 16],
) -> Person {
    p.to_person(id, ugnay_places::gazetteer().version(), || {
        ContactId::from_random(new_id())
    })
}

/// The records as they will be written; a consent stated in the sheet is kept with its source.
fn written(
    new: &[New],
    import: ImportId,
    now: i64,
    officer: &str,
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
                    officer: officer.to_owned(),
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
