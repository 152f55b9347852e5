//! Corrections of single cells, and of properties of entries that have no cells, made while looking at a preview. The file stays as it is: a correction stands beside it, is
//! read in the place of what the cell holds, and is written into the report.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::book::{Cell, MAX_CELL_CHARS, Sheet, column_number};
use crate::entry::Fixed;
use crate::preview::Preview;
use crate::report::RowReport;

#[cfg(test)]
mod tests;

/// A corrected cell. Holds what was typed: it stays with the register, never in logs.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// File name.
    pub file: String,
    /// Sheet name; empty for files without sheets.
    #[serde(default)]
    pub sheet: String,
    /// 1-based row, or the entry's number.
    pub row: u32,
    /// Column letters, or the entry's property ("TEL 2", "date_of_birth").
    pub column: String,
    /// What the cell holds.
    #[serde(default)]
    pub was: String,
    /// What is read instead; empty for nothing.
    pub now: String,
}

impl std::fmt::Debug for Fix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fix({} {})", self.column, self.row)
    }
}

/// There is no such cell below a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such cell")]
pub struct NoSuchCell;

/// File, sheet, row, column: letters in their order (shorter ones first), in capitals.
type Key = (String, String, u32, usize, String);

fn key(file: &str, sheet: &str, row: u32, column: &str) -> Key {
    let column = column.trim().to_ascii_uppercase();
    let length = column.len();
    (file.to_owned(), sheet.to_owned(), row, length, column)
}

/// The corrections of one preview, one a cell.
#[derive(Clone, Default)]
pub struct Fixes(BTreeMap<Key, Fix>);

impl Fixes {
    /// Corrects a cell of a preview. Saying what stands there already takes the correction back.
    ///
    /// # Errors
    /// [`NoSuchCell`] for a title, a row or entry that is not there, or what is no property of an entry.
    pub fn set(
        &mut self,
        preview: &Preview,
        (file, sheet): (&str, &str),
        (row, column): (u32, &str),
        now: &str,
    ) -> Result<(), NoSuchCell> {
        let was = preview.cell(file, sheet, row, column).ok_or(NoSuchCell)?;
        let now: String = now.trim().chars().take(MAX_CELL_CHARS).collect();
        let key = key(file, sheet, row, column);
        if now == was {
            self.0.remove(&key);
            return Ok(());
        }
        let fix = Fix {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            row,
            column: if sheet.is_empty() {
                column.trim().to_owned()
            } else {
                key.4.clone()
            },
            was,
            now,
        };
        self.0.insert(key, fix);
        Ok(())
    }

    /// Takes a correction back; the cell counts as it is.
    pub fn take_back(&mut self, file: &str, sheet: &str, row: u32, column: &str) {
        self.0.remove(&key(file, sheet, row, column));
    }

    /// The correction of a cell.
    #[must_use]
    pub fn get(&self, file: &str, sheet: &str, row: u32, column: &str) -> Option<&Fix> {
        self.0.get(&key(file, sheet, row, column))
    }

    /// All of them, by file, sheet and cell.
    pub fn iter(&self) -> impl Iterator<Item = &Fix> {
        self.0.values()
    }

    /// The sheet with the corrected cells; its titles, order and merged areas stay.
    pub(crate) fn patched<'s>(&self, file: &str, sheet: &'s Sheet) -> Cow<'s, Sheet> {
        let mine = self
            .0
            .iter()
            .filter(|((f, s, ..), _)| f == file && *s == sheet.name);
        let mut out = Cow::Borrowed(sheet);
        for ((_, _, row, _, column), fix) in mine {
            let Some(column) = column_number(column) else {
                continue;
            };
            let sheet = out.to_mut();
            let found = sheet.rows.binary_search_by_key(row, |r| r.number);
            let Some(row) = found.ok().and_then(|at| sheet.rows.get_mut(at)) else {
                continue;
            };
            let cell = (column, Cell::Text(fix.now.clone()));
            match row.cells.binary_search_by_key(&column, |(c, _)| *c) {
                Ok(at) if fix.now.is_empty() => drop(row.cells.remove(at)),
                Ok(at) => row
                    .cells
                    .get_mut(at)
                    .into_iter()
                    .for_each(|c| *c = cell.clone()),
                Err(_) if fix.now.is_empty() => {}
                Err(at) => row.cells.insert(at, cell),
            }
        }
        out
    }

    /// Corrected properties of a file without sheets, by the entry's number.
    pub(crate) fn of_entries(&self, file: &str) -> BTreeMap<u32, Fixed> {
        let mut out: BTreeMap<u32, Fixed> = BTreeMap::new();
        let mine = self.0.iter();
        for ((.., row, _, property), fix) in mine.filter(|((f, ..), _)| f == file) {
            let entry = out.entry(*row).or_default();
            entry.insert(property.clone(), fix.now.clone());
        }
        out
    }

    /// Those in rows that were read. Of a row whose person said no nothing is kept.
    pub(crate) fn in_rows(&self, rows: &[RowReport]) -> Vec<Fix> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let refused = |r: &&RowReport| r.problems.iter().any(|p| p.code == "consent_refused");
        let kept = rows.iter().filter(|r| !refused(r));
        let kept: BTreeSet<(&str, &str, u32)> = kept
            .map(|r| (r.file.as_str(), r.sheet.as_str(), r.row))
            .collect();
        self.iter()
            .filter(|f| kept.contains(&(f.file.as_str(), f.sheet.as_str(), f.row)))
            .cloned()
            .collect()
    }
}
