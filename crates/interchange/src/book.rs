//! A workbook as a sparse grid, whatever file it came from: cells, merged areas, hidden sheets. No meaning of columns.

use chrono::NaiveDate;

use crate::ImportError;

mod archive;
mod biff;
mod ods_size;
mod ole;
mod spreadsheet;
#[cfg(test)]
mod tests;
mod text;

/// Files above this size are refused; callers check the size before reading them into memory.
pub const MAX_FILE_BYTES: usize = 64 * 1024 * 1024;
/// Rows kept per file: a person takes a thousand bytes while it is looked at.
pub(crate) const MAX_ROWS: usize = 250_000;
/// Cells kept per file.
pub(crate) const MAX_CELLS: usize = 1_800_000;
/// Sheets per file.
pub(crate) const MAX_SHEETS: usize = 256;
/// Columns looked at.
pub(crate) const MAX_COLUMNS: u16 = 512;
/// Characters kept of one cell.
pub(crate) const MAX_CELL_CHARS: usize = 4_000;

/// Bytes of text kept of all cells together: many cells may share one long string.
pub(crate) const MAX_TEXT: usize = 128 << 20;

/// A file's name (for the report and as a hint) and content.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// Name without its folder.
    pub name: &'a str,
    /// Content.
    pub bytes: &'a [u8],
}

/// A cell's value.
#[derive(Clone, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
    Date(NaiveDate),
    Bool(bool),
    /// `#REF!` and the like.
    Error,
}

impl Cell {
    /// As it would be read aloud: whole numbers without a decimal point, dates ISO.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(t) => t.trim().to_owned(),
            Self::Number(n) if n.fract() == 0.0 && n.abs() < 1e15 => format!("{n:.0}"),
            Self::Number(n) => n.to_string(),
            Self::Date(d) => d.format("%Y-%m-%d").to_string(),
            Self::Bool(b) => if *b { "true" } else { "false" }.to_owned(),
            Self::Error => String::new(),
        }
    }
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Text(t) => t.trim().is_empty(),
            Self::Error => true,
            _ => false,
        }
    }
}

/// A row that has something in it.
#[derive(Clone, Default)]
pub(crate) struct Row {
    /// 1-based, as the spreadsheet shows it.
    pub number: u32,
    /// By 0-based column, sorted.
    pub cells: Vec<(u16, Cell)>,
}

impl Row {
    pub(crate) fn get(&self, column: u16) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(c, _)| *c).ok()?;
        self.cells.get(at).map(|(_, cell)| cell)
    }
    pub(crate) fn text(&self, column: u16) -> String {
        self.get(column).map(Cell::text).unwrap_or_default()
    }
}

/// A merged area: rows 1-based, columns 0-based, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merge {
    pub rows: (u32, u32),
    pub columns: (u16, u16),
}

/// One sheet.
#[derive(Clone, Default)]
pub(crate) struct Sheet {
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<Row>,
    pub merges: Vec<Merge>,
}

/// One file's sheets.
#[derive(Clone, Default)]
pub(crate) struct Book {
    pub sheets: Vec<Sheet>,
}

/// What a file is by its content; the name's ending is not trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Xlsx,
    Ods,
    Xls,
    Text,
    Pfif,
    Vcard,
}

/// Looks at the first bytes.
///
/// # Errors
/// Too large, empty, or recognisably something else.
pub(crate) fn sniff(file: SourceFile<'_>) -> Result<Kind, ImportError> {
    let name = || file.name.to_owned();
    let bytes = file.bytes;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge {
            file: name(),
            limit_mib: MAX_FILE_BYTES / (1024 * 1024),
        });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty { file: name() });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::kind(file);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Ok(Kind::Xls);
    }
    let not = |looks_like| {
        Err(ImportError::NotASheet {
            file: name(),
            looks_like,
        })
    };
    for (magic, what) in KNOWN_OTHERS {
        if bytes.starts_with(magic) {
            return not(what);
        }
    }
    text::kind(file)
}

const KNOWN_OTHERS: [(&[u8], &str); 9] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "picture"),
    (b"\xFF\xD8\xFF", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "RTF document"),
    (b"\x1F\x8B", "gzip archive"),
    (b"Rar!", "RAR archive"),
    (b"7z\xBC\xAF", "7z archive"),
    (b"\x7FELF", "program"),
];

/// The tables of an archive that is no workbook, as a form server gives them out; nothing for any other file.
///
/// # Errors
/// Damaged, or unpacks too large.
pub(crate) fn tables(file: SourceFile<'_>) -> Result<Vec<(String, Vec<u8>)>, ImportError> {
    let zip = file.bytes.starts_with(b"PK\x03\x04") && file.bytes.len() <= MAX_FILE_BYTES;
    if zip {
        archive::tables(file)
    } else {
        Ok(Vec::new())
    }
}

/// Reads a spreadsheet or delimited text; `tick` is called with the rows read so far and returns `false` to stop.
///
/// # Errors
/// See [`ImportError`].
pub(crate) fn read(
    file: SourceFile<'_>,
    kind: Kind,
    tick: &mut dyn FnMut(u32) -> bool,
) -> Result<Book, ImportError> {
    match kind {
        Kind::Xlsx => spreadsheet::xlsx(file, tick),
        Kind::Ods => spreadsheet::ods(file, tick),
        Kind::Xls => spreadsheet::xls(file, tick),
        Kind::Text | Kind::Pfif | Kind::Vcard => text::read(file, tick),
    }
}

/// The text of a file in any of the usual encodings (BOM, UTF-16, UTF-8, else Windows-1252).
pub(crate) fn decode(bytes: &[u8]) -> String {
    text::decode(bytes)
}

/// A column's letters: 0 → A, 26 → AA.
pub(crate) fn letters(column: u16) -> String {
    let mut n = u32::from(column).saturating_add(1);
    let mut out = Vec::new();
    while n > 0 {
        let digit = n.saturating_sub(1) % 26;
        out.push(char::from(
            b'A'.saturating_add(u8::try_from(digit).unwrap_or(0)),
        ));
        n = n.saturating_sub(1) / 26;
    }
    out.iter().rev().collect()
}

/// The column of letters: A → 0, `aa` → 26; nothing for what is not letters or beyond the columns looked at.
pub(crate) fn column_number(letters: &str) -> Option<u16> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut n = 0u16;
    for byte in letters.bytes() {
        let digit = byte.to_ascii_uppercase().checked_sub(b'A')?;
        if digit > 25 {
            return None;
        }
        n = n
            .checked_mul(26)?
            .checked_add(u16::from(digit))?
            .checked_add(1)?;
    }
    n.checked_sub(1).filter(|n| *n < MAX_COLUMNS)
}
