//! An OpenDocument sheet before the reader underneath sees it: how large it would become (cells and rows stand there once
//! with a number of repeats, and are spread into a dense field), whether it ends at all (a table that does not would be
//! read for ever), and its merged areas, which that reader does not know. Keeps no content.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{MAX_COLUMNS, MAX_TEXT, Merge, SourceFile, letters};
use crate::ImportError;

#[cfg(test)]
mod tests;

/// Cells of the dense field of one sheet; 32 bytes each.
const MOST: u64 = 4_000_000;
const LAST_ROW: u64 = 1_048_576;
const LAST_COLUMN: u64 = 16_384;
/// Merged areas kept of a sheet.
const MERGES: usize = 50_000;

/// Merged areas by the sheet's name.
pub(super) type Merges = HashMap<String, Vec<Merge>>;

/// A sheet being counted.
#[derive(Default)]
struct Field {
    name: String,
    row: u64,
    repeats: u64,
    column: u64,
    /// Last column of this row, of all rows, and the last row, that hold something.
    used: u64,
    width: u64,
    height: u64,
    /// Repeats of the cell that is open, and bytes of text with all repeats.
    copies: u64,
    text: u64,
    merges: Vec<Merge>,
}

impl Field {
    fn cell(&mut self, tag: &BytesStart<'_>, filled: bool) {
        let repeats = number(tag, "table:number-columns-repeated");
        self.merge(tag);
        self.column = self.column.saturating_add(repeats).min(LAST_COLUMN);
        self.copies = repeats.min(LAST_COLUMN).saturating_mul(self.repeats);
        let valued = matches!(tag.try_get_attribute("office:value-type"), Ok(Some(_)));
        if filled || valued {
            self.used = self.column;
        }
        for attribute in tag.attributes().flatten() {
            self.add_text(attribute.value.len());
        }
    }

    /// The area a cell covers with those to its right and below.
    fn merge(&mut self, tag: &BytesStart<'_>) {
        let rows = number(tag, "table:number-rows-spanned");
        let columns = number(tag, "table:number-columns-spanned");
        if rows.max(columns) < 2 || self.merges.len() >= MERGES {
            return;
        }
        let last = |from: u64, n: u64| from.saturating_add(n).saturating_sub(1);
        let row = |n: u64| u32::try_from(n.min(LAST_ROW)).unwrap_or(u32::MAX);
        let most = MAX_COLUMNS.saturating_sub(1);
        let column = |n: u64| u16::try_from(n).unwrap_or(u16::MAX).min(most);
        let first = self.row.saturating_add(1);
        self.merges.push(Merge {
            rows: (row(first), row(last(first, rows))),
            columns: (column(self.column), column(last(self.column, columns))),
        });
    }

    fn add_text(&mut self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let whole = bytes.saturating_mul(self.copies.max(1));
        self.text = self.text.saturating_add(whole);
    }

    fn end_row(&mut self) {
        self.row = self.row.saturating_add(self.repeats).min(LAST_ROW);
        if self.used > 0 {
            self.height = self.row;
            self.width = self.width.max(self.used);
        }
        (self.column, self.used) = (0, 0);
    }

    fn too_large(&self, file: SourceFile<'_>) -> Option<ImportError> {
        let most = u64::try_from(MAX_TEXT).unwrap_or(u64::MAX);
        let fits = self.height.saturating_mul(self.width) <= MOST && self.text <= most;
        (!fits).then(|| ImportError::TooManyCells {
            file: file.name.to_owned(),
            sheet: self.name.clone(),
            row: u32::try_from(self.height).unwrap_or(u32::MAX),
            column: letters(u16::try_from(self.width.saturating_sub(1)).unwrap_or(0)),
        })
    }
}

fn number(tag: &BytesStart<'_>, name: &str) -> u64 {
    let found = tag.try_get_attribute(name).ok().flatten();
    let number = found.and_then(|a| a.value.trim().parse().ok());
    number.unwrap_or(1).max(1)
}

/// Refuses a file with a sheet that would not fit or does not end; gives the merged areas.
///
/// # Errors
/// [`ImportError::TooManyCells`] with the corner of the field, [`ImportError::Damaged`].
pub(super) fn check(file: SourceFile<'_>) -> Result<Merges, ImportError> {
    let damaged = || ImportError::Damaged {
        file: file.name.to_owned(),
        detail: "the XML is not well formed",
    };
    let mut content = String::new();
    let mut zip = ZipArchive::new(Cursor::new(file.bytes)).map_err(|_| damaged())?;
    let mut part = zip.by_name("content.xml").map_err(|_| damaged())?;
    // Unpacked and measured before (archive.rs): its size is bounded.
    part.read_to_string(&mut content).map_err(|_| damaged())?;
    let mut reader = Reader::from_str(&content);
    let (mut field, mut out, mut depth) = (Field::default(), Merges::new(), 0usize);
    loop {
        let event = reader.read_event().map_err(|_| damaged())?;
        match &event {
            Event::Eof if depth == 0 => return Ok(out),
            Event::Eof => return Err(damaged()),
            Event::Start(tag) => {
                depth = depth.saturating_add(1);
                start(&mut field, tag, false);
            }
            Event::Empty(tag) => start(&mut field, tag, true),
            Event::End(tag) => {
                depth = depth.checked_sub(1).ok_or_else(damaged)?;
                match tag.name().as_ref() {
                    "table:table-row" => field.end_row(),
                    "table:table" => {
                        let done = std::mem::take(&mut field);
                        out.entry(done.name).or_insert(done.merges);
                    }
                    _ => {}
                }
            }
            Event::Text(text) => field.add_text(text.len()),
            _ => {}
        }
        if let Some(e) = field.too_large(file) {
            return Err(e);
        }
    }
}

fn start(field: &mut Field, tag: &BytesStart<'_>, empty: bool) {
    match tag.name().as_ref() {
        "table:table" => {
            let name = tag.try_get_attribute("table:name").ok().flatten();
            let name = name.and_then(|a| {
                let text = quick_xml::escape::unescape(&a.value).ok()?;
                Some(text.into_owned())
            });
            *field = Field {
                name: name.unwrap_or_default(),
                ..Field::default()
            };
        }
        "table:table-row" => {
            field.repeats = number(tag, "table:number-rows-repeated");
            if empty {
                field.end_row();
            }
        }
        "table:table-cell" | "table:covered-table-cell" => field.cell(tag, !empty),
        // Runs of spaces stand there as a number.
        "text:s" => {
            let spaces = number(tag, "text:c");
            field.add_text(usize::try_from(spaces).unwrap_or(usize::MAX));
        }
        _ => {}
    }
}
