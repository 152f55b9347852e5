//! Delimited text: encoding, delimiter, quoting (RFC 4180, leniently). Keeps blank lines, so that rows keep their numbers.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{
    Book, Cell, Kind, MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Row, Sheet, SourceFile,
    letters,
};
use crate::ImportError;

pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    let head = bytes.get(..bytes.len().min(4_000)).unwrap_or_default();
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let half = head.len() / 2;
    if half > 4 && zeros(1) > half / 2 {
        return UTF_16LE.decode(bytes).0.into_owned();
    }
    if half > 4 && zeros(0) > half / 2 {
        return UTF_16BE.decode(bytes).0.into_owned();
    }
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text.into_owned(),
        None => WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// Text of some kind, or binary.
pub(super) fn kind(file: SourceFile<'_>) -> Result<Kind, ImportError> {
    let head = decode(
        file.bytes
            .get(..file.bytes.len().min(8_192))
            .unwrap_or_default(),
    );
    let control = head
        .chars()
        .filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{1a}'))
        .count();
    let not = |looks_like| {
        Err(ImportError::NotASheet {
            file: file.name.to_owned(),
            looks_like,
        })
    };
    if control > head.chars().count() / 50 {
        return not("binary data");
    }
    let start = head.trim_start_matches('\u{feff}').trim_start();
    let lower: String = start
        .chars()
        .take(400)
        .flat_map(char::to_lowercase)
        .collect();
    if lower.starts_with("begin:vcard") {
        return Ok(Kind::Vcard);
    }
    if lower.starts_with('<') {
        let looks_like = if lower.contains("<html") || lower.starts_with("<!doctype html") {
            "web page"
        } else {
            "XML"
        };
        return if head.contains("pfif") {
            Ok(Kind::Pfif)
        } else {
            not(looks_like)
        };
    }
    let json = lower.starts_with('{')
        || lower.starts_with("[{")
        || lower.starts_with("[[")
        || lower.starts_with("[\n")
        || lower.starts_with("[\"");
    if json { not("JSON") } else { Ok(Kind::Text) }
}

/// The delimiter under which the first records agree best on a number of fields above one.
fn delimiter(text: &str) -> char {
    let head: String = text.chars().take(60_000).collect();
    let score = |d: char| {
        let mut counts = std::collections::BTreeMap::new();
        let mut records = Records {
            chars: head.chars().peekable(),
            delimiter: d,
            done: false,
        };
        let mut taken = 0usize;
        while let Some(fields) = records
            .next_record(usize::from(MAX_COLUMNS))
            .filter(|_| taken < 60)
        {
            taken = taken.saturating_add(1);
            if fields.len() > 1 {
                let n = counts.entry(fields.len()).or_insert(0usize);
                *n = n.saturating_add(1);
            }
        }
        counts
            .iter()
            .map(|(width, n)| n.saturating_mul(10).saturating_add((*width).min(9)))
            .max()
            .unwrap_or(0)
    };
    let mut best = (',', score(','));
    for d in [';', '\t', '|'] {
        let s = score(d);
        if s > best.1 {
            best = (d, s);
        }
    }
    best.0
}

struct Records<I: Iterator<Item = char>> {
    chars: std::iter::Peekable<I>,
    delimiter: char,
    done: bool,
}

impl<I: Iterator<Item = char>> Records<I> {
    /// The next record; a blank line is one empty field. Fields beyond `width` are dropped.
    fn next_record(&mut self, width: usize) -> Option<Vec<String>> {
        if self.done || self.chars.peek().is_none() {
            return None;
        }
        let mut fields = Vec::new();
        loop {
            let (field, ended) = self.field();
            if fields.len() < width {
                fields.push(field);
            }
            if ended {
                return Some(fields);
            }
        }
    }

    fn field(&mut self) -> (String, bool) {
        let mut out = String::new();
        let mut quoted = self.chars.next_if_eq(&'"').is_some();
        let opened = quoted;
        let mut kept = 0usize;
        while let Some(c) = self.chars.next() {
            match c {
                '"' if quoted => {
                    if self.chars.next_if_eq(&'"').is_some() {
                        push(&mut out, &mut kept, '"');
                    } else {
                        quoted = false;
                    }
                }
                _ if quoted => push(&mut out, &mut kept, c),
                '\r' if self.chars.peek() == Some(&'\n') => {}
                '\r' | '\n' => return (out, true),
                c if c == self.delimiter => return (out, false),
                ' ' if opened && kept == 0 => {}
                c => push(&mut out, &mut kept, c),
            }
        }
        self.done = true;
        (out, true)
    }
}

fn push(out: &mut String, kept: &mut usize, c: char) {
    if *kept < MAX_CELL_CHARS {
        out.push(c);
        *kept = kept.saturating_add(1);
    }
}

pub(super) fn read(
    file: SourceFile<'_>,
    tick: &mut dyn FnMut(u32) -> bool,
) -> Result<Book, ImportError> {
    let text = decode(file.bytes);
    let mut body = text.as_str();
    let mut mark = None;
    // Excel's hint line "sep=;" is not a row.
    if let Some(rest) = body.strip_prefix("sep=") {
        mark = rest.chars().next();
        body = rest.split_once('\n').map_or("", |(_, b)| b);
    }
    let delimiter = mark.unwrap_or_else(|| delimiter(body));
    let mut records = Records {
        chars: body.chars().peekable(),
        delimiter,
        done: false,
    };
    let mut sheet = Sheet {
        name: stem(file.name),
        ..Sheet::default()
    };
    let (mut number, mut cells) = (0u32, 0usize);
    while let Some(fields) = records.next_record(usize::from(MAX_COLUMNS)) {
        number = number.saturating_add(1);
        let row = row(number, fields);
        cells = cells.saturating_add(row.cells.len());
        if cells > MAX_CELLS || sheet.rows.len() >= MAX_ROWS && !row.cells.is_empty() {
            let column = letters(row.cells.last().map_or(0, |(c, _)| *c));
            return Err(ImportError::TooManyCells {
                file: file.name.to_owned(),
                sheet: sheet.name,
                row: number,
                column,
            });
        }
        if !row.cells.is_empty() {
            sheet.rows.push(row);
        }
        if number.is_multiple_of(500) && !tick(number) {
            return Err(ImportError::Cancelled);
        }
    }
    Ok(Book {
        sheets: vec![sheet],
    })
}

fn row(number: u32, fields: Vec<String>) -> Row {
    let cells = fields
        .into_iter()
        .enumerate()
        .filter(|(_, f)| !f.trim().is_empty())
        .filter_map(|(c, f)| Some((u16::try_from(c).ok()?, Cell::Text(unguarded(f)))))
        .collect();
    Row { number, cells }
}

fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(s, _)| s).to_owned()
}

/// Exports guard against formulas with an apostrophe ("'=…"); it is not part of the value.
fn unguarded(field: String) -> String {
    match field.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '@', '+', '-']) => rest.to_owned(),
        _ => field,
    }
}
