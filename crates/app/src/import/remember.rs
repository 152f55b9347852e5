//! Corrections kept with the register for the next time the same rows come: when an import is written, of persons who are
//! in the register then. Must not keep one of somebody who is not, or who said no.

use super::{Open, commit::New};
use crate::dto::AppError;
use crate::session::Session;
use std::collections::{HashMap, HashSet};
use ugnay_interchange::{Fixes, Preview, Remembered, Report};
use ugnay_model::{Person, PersonId};
use ugnay_register::ImportFix;

/// What is kept and what is forgotten with an import.
pub(super) struct Keeping {
    pub kept: Vec<ImportFix>,
    pub forgotten: Vec<(String, [u8; 8], String)>,
}

/// The records of parsed persons: those there already, and those being written.
pub(super) fn records<'r>(
    open: &Open,
    new: &[New],
    rows: impl Iterator<Item = &'r Person>,
) -> HashMap<usize, PersonId> {
    let mut out = open.known.clone();
    out.extend(new.iter().map(|(at, _)| *at).zip(rows.map(|p| p.id)));
    out
}

/// Every correction of a row that is somebody, by what the row says. One that was found again and taken back is forgotten.
pub(super) fn keeping(open: &Open, records: &HashMap<usize, PersonId>, now: i64) -> Keeping {
    let people = people(&open.parsed.report, records);
    let mut kept = Vec::new();
    for fix in open.fixes.iter() {
        let at = (fix.file.as_str(), fix.sheet.as_str(), fix.row);
        if let (Some(person), Some(one)) = (people.get(&at), open.preview.to_remember(fix)) {
            kept.push(stored(one, *person, now));
        }
    }
    let still: HashSet<(&str, [u8; 8], &str)> = kept
        .iter()
        .map(|f| (f.shape.as_str(), f.row, f.place.as_str()))
        .collect();
    // Only what these files said again and nobody wants any more; other files' corrections stay.
    let here = open.preview.found_again(&open.again);
    let forgotten = here
        .iter()
        .filter_map(|fix| open.preview.to_remember(fix))
        .filter(|one| !still.contains(&one.place()))
        .map(|one| (one.shape, one.row, one.column))
        .collect();
    Keeping { kept, forgotten }
}

fn people<'r>(
    report: &'r Report,
    records: &HashMap<usize, PersonId>,
) -> HashMap<(&'r str, &'r str, u32), PersonId> {
    let rows = report.rows.iter();
    rows.filter_map(|r| {
        let person = *records.get(&r.person_index?)?;
        Some(((r.file.as_str(), r.sheet.as_str(), r.row), person))
    })
    .collect()
}

fn stored(one: Remembered, person: PersonId, at: i64) -> ImportFix {
    ImportFix {
        shape: one.shape,
        row: one.row,
        place: one.column,
        was: one.was,
        now: one.now,
        person,
        at,
    }
}

impl Session {
    /// Corrections kept for sheets of these shapes.
    pub(super) fn found_again(&self, preview: &Preview) -> Result<Vec<Remembered>, AppError> {
        let mut out = Vec::new();
        for shape in preview.shapes() {
            let kept = self.register.import_fixes(&shape)?;
            out.extend(kept.into_iter().map(|f| Remembered {
                shape: f.shape,
                row: f.row,
                column: f.place,
                was: f.was,
                now: f.now,
            }));
        }
        Ok(out)
    }
}

/// Which of the corrections were found again, as they were.
pub(super) fn earlier(preview: &Preview, again: &[Remembered]) -> Fixes {
    preview.found_again(again)
}

#[cfg(test)]
mod tests;
