//! Corrections as they are remembered: by what the row says, not by where it stands, so that the same file opened again, and
//! next month's file with the same row further down, are read as corrected. Decides nothing: what is found again is shown
//! and can be taken back. Keeps nothing itself.

use std::collections::HashMap;

use crate::book::Row;
use crate::fix::{Fix, Fixes};
use crate::preview::{Preview, SheetPreview};

#[cfg(test)]
mod tests;

/// A correction to remember. Holds what was typed: it stays with the register, never in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Remembered {
    /// The sheet's shape; `vcard` or `pfif` for entries.
    pub shape: String,
    /// Fingerprint of everything the row or entry says (64-bit FNV-1a).
    pub row: [u8; 8],
    /// The column's key in a mapping, or the entry's property in capitals.
    pub column: String,
    /// What the cell says.
    pub was: String,
    /// What is read instead.
    pub now: String,
}

impl std::fmt::Debug for Remembered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Remembered({})", self.shape)
    }
}

impl Remembered {
    /// What it is a correction of: there is one for each.
    #[must_use]
    pub fn place(&self) -> (&str, [u8; 8], &str) {
        (&self.shape, self.row, &self.column)
    }
}

fn fingerprint<'t>(parts: impl IntoIterator<Item = &'t str>) -> [u8; 8] {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for part in parts {
        for byte in part.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash.to_be_bytes()
}

fn of_row(row: &Row) -> [u8; 8] {
    let texts: Vec<String> = row
        .cells
        .iter()
        .flat_map(|(column, cell)| [column.to_string(), cell.text()])
        .collect();
    fingerprint(texts.iter().map(String::as_str))
}

fn column_key(sheet: &SheetPreview, letters: &str) -> String {
    let column = sheet.columns.iter().find(|c| c.letters == letters);
    column.map_or_else(|| letters.to_owned(), |c| c.key.clone())
}

fn letters_of<'s>(sheet: &'s SheetPreview, key: &'s str) -> &'s str {
    let column = sheet.columns.iter().find(|c| c.key == key);
    column.map_or(key, |c| c.letters.as_str())
}

impl Preview {
    /// How a correction of this preview is remembered.
    #[must_use]
    pub fn to_remember(&self, fix: &Fix) -> Option<Remembered> {
        let (shape, row, column) = if let Some(entry) = self.entry(&fix.file, fix.row) {
            let column = fix.column.trim().to_ascii_uppercase();
            (
                entry.shape().to_owned(),
                fingerprint(entry.content()),
                column,
            )
        } else {
            let (read, shown) = self.sheet(&fix.file, &fix.sheet)?;
            let at = read
                .rows
                .binary_search_by_key(&fix.row, |r| r.number)
                .ok()?;
            let column = column_key(shown, &fix.column);
            (shown.shape.clone(), of_row(read.rows.get(at)?), column)
        };
        Some(Remembered {
            shape,
            row,
            column,
            was: fix.was.clone(),
            now: fix.now.clone(),
        })
    }

    /// Shapes of these files: only what is remembered for them can be found again.
    #[must_use]
    pub fn shapes(&self) -> Vec<String> {
        let mut out: Vec<String> = self.sheets.iter().map(|s| s.shape.clone()).collect();
        let lists = self.lists().filter_map(|(_, list)| list.first());
        out.extend(lists.map(|e| e.shape().to_owned()));
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The corrections of earlier imports that fit these files: same shape, a row that says the same, a cell that says what
    /// it said.
    #[must_use]
    pub fn found_again(&self, known: &[Remembered]) -> Fixes {
        let mut by_row: HashMap<(&str, [u8; 8]), Vec<&Remembered>> = HashMap::new();
        for one in known {
            by_row.entry((&one.shape, one.row)).or_default().push(one);
        }
        let mut out = Fixes::default();
        if by_row.is_empty() {
            return out;
        }
        for (file, book) in self.books() {
            for read in &book.sheets {
                let Some((_, shown)) = self.sheet(file, &read.name) else {
                    continue;
                };
                if !known.iter().any(|one| one.shape == shown.shape) {
                    continue;
                }
                for row in &read.rows {
                    let hits = by_row.get(&(shown.shape.as_str(), of_row(row)));
                    for one in hits.into_iter().flatten() {
                        let letters = letters_of(shown, &one.column);
                        self.take(&mut out, (file, &read.name), (row.number, letters), one);
                    }
                }
            }
        }
        for (file, list) in self.lists() {
            for (number, entry) in (1u32..).zip(list) {
                let hits = by_row.get(&(entry.shape(), fingerprint(entry.content())));
                for one in hits.into_iter().flatten() {
                    self.take(&mut out, (file, ""), (number, &one.column), one);
                }
            }
        }
        out
    }

    fn take(&self, out: &mut Fixes, at: (&str, &str), cell: (u32, &str), one: &Remembered) {
        let says = self.cell(at.0, at.1, cell.0, cell.1);
        if says.as_deref() == Some(one.was.as_str()) {
            // The cell is there: it was just read.
            let _ = out.set(self, at, cell, &one.now);
        }
    }
}
