//! Settling a preview before it is written: columns, sheets, orders of dates, barangays, single cells. Each answer is the
//! preview read anew. Writes nothing.

use super::known::{known, twice};
use super::{Open, ProgressSink, differs};
use crate::dto::{AppError, CellFix, ErrorCode, ImportPreview, MappingChange, Progress};
use crate::session::{App, Session};
use std::sync::atomic::Ordering;
use ugnay_interchange::{DateOrder, Field, Fix, SheetPreview, apply_again};
use ugnay_model::Psgc;

impl App {
    /// Changes what is taken for what and shows the preview again. Remembered for the next sheet of the same shape when
    /// the import is written.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for another token, sheet or column, [`ErrorCode::BadInput`] for an unknown field, order
    /// or place.
    pub fn import_change(
        &mut self,
        token: &str,
        change: &MappingChange,
    ) -> Result<ImportPreview, AppError> {
        self.import_change_told(token, change, &mut |_| true)
    }

    /// The same, told how far the reading is, which may take seconds with a large file. Stopped, it leaves the preview as it was.
    ///
    /// # Errors
    /// As [`Self::import_change`]; [`ErrorCode::Cancelled`].
    pub fn import_change_told(
        &mut self,
        token: &str,
        change: &MappingChange,
        progress: ProgressSink<'_>,
    ) -> Result<ImportPreview, AppError> {
        let (s, _) = self.open()?;
        let open = s.previews.get(token)?;
        let sheet = open
            .preview
            .sheets
            .get(change.sheet as usize)
            .ok_or(ErrorCode::NotFound)?
            .clone();
        let mut chosen = open.mapping.clone();
        let entry = chosen.sheets.entry(sheet.shape.clone()).or_default();
        if let Some(included) = change.included {
            entry.taken.insert(sheet.sheet.clone(), included);
        }
        if let (Some(column), Some(field)) = (&change.column, &change.field) {
            let (key, field) = (key(&sheet, column)?, read_field(field)?);
            let now: Vec<(String, Field)> = sheet
                .columns
                .iter()
                .map(|c| {
                    let chosen = entry.columns.get(&c.key).copied();
                    (c.key.clone(), chosen.unwrap_or(c.field))
                })
                .collect();
            entry.set(&key, field, now.iter().map(|(k, f)| (k.as_str(), *f)));
        }
        if let Some(order) = &change.date_order {
            entry.date_order = match order.as_str() {
                "" => None,
                "dmy" => Some(DateOrder::Dmy),
                "mdy" => Some(DateOrder::Mdy),
                _ => return Err(AppError::new(ErrorCode::BadInput).field("date_order")),
            };
        }
        if let Some(code) = &change.barangay {
            if code.is_empty() {
                chosen.places.remove(&sheet.sheet);
            } else {
                let code: Psgc = code
                    .parse()
                    .map_err(|_| AppError::new(ErrorCode::BadInput).field("barangay"))?;
                chosen.places.insert(sheet.sheet.clone(), code.to_string());
            }
        }
        let before = std::mem::replace(&mut open.mapping, chosen);
        let shown = s.read_again(token, progress);
        if shown.is_err() {
            s.previews.get(token)?.mapping = before;
        }
        shown
    }

    /// Whether what the sheet says of people who are in the register is taken over with the import. Off until somebody asks.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for another token.
    pub fn import_update(&mut self, token: &str, update: bool) -> Result<ImportPreview, AppError> {
        let (s, _) = self.open()?;
        s.previews.get(token)?.update = update;
        s.previews.show()
    }

    /// Corrects a cell of the preview, or takes a correction back, and shows the preview again. The file stays as it is.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for another token, or a cell that is not below a header.
    pub fn import_fix(&mut self, token: &str, fix: &CellFix) -> Result<ImportPreview, AppError> {
        let (s, _) = self.open()?;
        let open = s.previews.get(token)?;
        match &fix.now {
            Some(now) => correct(open, fix, now)?,
            None => open
                .fixes
                .take_back(&fix.file, &fix.sheet, fix.row, &fix.column),
        }
        s.read_again(token, &mut |_| true)
    }

    /// Corrects cells as a list says (`ugnay import --fixes`): `[{"file","sheet","row","column","now"}]`, or a report of
    /// an earlier import, whose own list is taken. For vCard and PFIF the row is the entry's number, the column its property,
    /// and there is no sheet.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for anything but such a list, [`ErrorCode::NotFound`] with the cell that is not there.
    pub fn import_fixes(&mut self, token: &str, json: &str) -> Result<ImportPreview, AppError> {
        let bad = || AppError::new(ErrorCode::BadInput).field("fixes");
        let mut value: serde_json::Value = serde_json::from_str(json).map_err(|_| bad())?;
        if let Some(report) = value.as_object_mut() {
            let list = report.remove("fixes");
            let is_report = report.contains_key("import_id");
            value = list
                .or_else(|| is_report.then(|| serde_json::json!([])))
                .ok_or_else(bad)?;
        }
        let list: Vec<Fix> = serde_json::from_value(value).map_err(|_| bad())?;
        let (s, _) = self.open()?;
        let open = s.previews.get(token)?;
        for fix in list {
            let cell = CellFix {
                file: fix.file,
                sheet: fix.sheet,
                row: fix.row,
                column: fix.column,
                now: None,
            };
            correct(open, &cell, &fix.now)?;
        }
        s.read_again(token, &mut |_| true)
    }
}

impl Session {
    /// The open preview with what was chosen and corrected.
    fn read_again(
        &mut self,
        token: &str,
        progress: ProgressSink<'_>,
    ) -> Result<ImportPreview, AppError> {
        let cancel = self.previews.cancel.clone();
        cancel.store(false, Ordering::SeqCst);
        let mut progress = |p: Progress| progress(p) && !cancel.load(Ordering::SeqCst);
        let open = self.previews.get(token)?;
        let parsed = apply_again(
            &open.preview,
            &open.mapping,
            &open.fixes,
            &open.parsed,
            &mut |p| {
                progress(Progress {
                    step: "understanding".into(),
                    done: p.rows,
                    total: p.of,
                })
            },
        )?;
        let persons = open.parsed.persons.as_slice();
        let before = Some((persons, &open.known));
        let known = known(&self.register, &parsed.persons, before, &mut progress)?;
        let before = Some((persons, &open.known, &open.differing));
        open.differing = differs::all(&self.register, &parsed.persons, &known, before)?;
        open.twice = twice(&parsed.persons, &known);
        (open.parsed, open.known) = (parsed, known);
        self.previews.show()
    }
}

fn correct(open: &mut Open, cell: &CellFix, now: &str) -> Result<(), AppError> {
    let at = (cell.file.as_str(), cell.sheet.as_str());
    let set = open
        .fixes
        .set(&open.preview, at, (cell.row, &cell.column), now);
    set.map_err(|_| {
        let mut e = AppError::new(ErrorCode::NotFound);
        (e.file, e.sheet) = (Some(cell.file.clone()), Some(cell.sheet.clone()));
        (e.row, e.column) = (Some(cell.row), Some(cell.column.clone()));
        e
    })
}

fn key(sheet: &SheetPreview, letters: &str) -> Result<String, AppError> {
    let column = sheet.columns.iter().find(|c| c.letters == letters);
    Ok(column.ok_or(ErrorCode::NotFound)?.key.clone())
}

fn read_field(code: &str) -> Result<Field, AppError> {
    if code.is_empty() {
        return Ok(Field::Ignore);
    }
    code.parse()
        .map_err(|_| AppError::new(ErrorCode::BadInput).field("field"))
}

#[cfg(test)]
mod tests;
