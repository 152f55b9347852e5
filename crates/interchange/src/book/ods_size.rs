//! How large an OpenDocument sheet would become, before it does: cells and rows stand there once with a number of
//! repeats, and the reader underneath spreads them into a dense field (up to 3 GB). Counts; keeps nothing.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{SourceFile, letters};
use crate::ImportError;

/// Cells of the dense field of one sheet; 32 bytes each.
const MOST: u64 = 4_000_000;
const MAX_ROWS: u64 = 1_048_576;
const MAX_COLUMNS: u64 = 16_384;

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
}

impl Field {
    fn cell(&mut self, tag: &BytesStart<'_>, filled: bool) {
        let repeats = number(tag, "table:number-columns-repeated");
        self.column = self.column.saturating_add(repeats).min(MAX_COLUMNS);
        let valued = matches!(tag.try_get_attribute("office:value-type"), Ok(Some(_)));
        if filled || valued {
            self.used = self.column;
        }
    }

    fn end_row(&mut self) {
        self.row = self.row.saturating_add(self.repeats).min(MAX_ROWS);
        if self.used > 0 {
            self.height = self.row;
            self.width = self.width.max(self.used);
        }
        (self.column, self.used) = (0, 0);
    }

    fn too_large(&self, file: SourceFile<'_>) -> Option<ImportError> {
        (self.height.saturating_mul(self.width) > MOST).then(|| ImportError::TooManyCells {
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

/// Refuses a file with a sheet that would not fit. What is not well formed is left to the reader to refuse.
///
/// # Errors
/// [`ImportError::TooManyCells`] with the corner of the field.
pub(super) fn check(file: SourceFile<'_>) -> Result<(), ImportError> {
    let mut content = String::new();
    let Ok(mut zip) = ZipArchive::new(Cursor::new(file.bytes)) else {
        return Ok(());
    };
    let read = zip.by_name("content.xml").map(|mut part| {
        // Counted before (archive.rs): its size is bounded.
        part.read_to_string(&mut content)
    });
    if !matches!(read, Ok(Ok(_))) {
        return Ok(());
    }
    let mut reader = Reader::from_str(&content);
    let mut field = Field::default();
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(event) => event,
        };
        let (tag, empty) = match &event {
            Event::Start(tag) => (tag, false),
            Event::Empty(tag) => (tag, true),
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => {
                field.end_row();
                match field.too_large(file) {
                    Some(e) => return Err(e),
                    None => continue,
                }
            }
            _ => continue,
        };
        match tag.name().as_ref() {
            "table:table" => {
                let name = tag.try_get_attribute("table:name").ok().flatten();
                field = Field {
                    name: name.map(|a| a.value.into_owned()).unwrap_or_default(),
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
            _ => {}
        }
    }
}
