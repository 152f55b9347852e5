//! The records of an old Excel workbook (MS-XLS), counted before the reader underneath takes them at their word: a sheet may
//! claim any extent, a string any length, and every cell may repeat the longest text there is. Records that are not needed
//! are blotted out. Keeps nothing and understands no value.

use super::{MAX_CELLS, MAX_SHEETS, MAX_TEXT, SourceFile, letters};
use crate::ImportError;

#[cfg(test)]
mod tests;

const BOUND_SHEET: u16 = 0x0085;
const SHARED_STRINGS: u16 = 0x00FC;
const CONTINUE: u16 = 0x003C;
const NAME: u16 = 0x0018;
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const DIMENSIONS: u16 = 0x0200;
const FORMULA: u16 = 0x0006;
const LABEL: u16 = 0x0204;
const RICH: u16 = 0x00D6;
const TEXT: u16 = 0x0207;
const LABEL_SHARED: u16 = 0x00FD;
/// Number, boolean or error, number in short: one cell each.
const SINGLE: [u16; 3] = [0x0203, 0x0205, 0x027E];
const MANY: u16 = 0x00BD;
/// An empty cell: nobody reads it.
const BLANK: u16 = 0x0201;
/// Cells of the field between a sheet's corners; the reader makes two of them.
const MOST: u64 = 4_000_000;
/// Records that go on in the next one; the reader moves all of them for each.
const CONTINUED: usize = 20_000;
/// Records walked over for all sheets together.
const RECORDS: usize = 16_000_000;

#[derive(Clone, Copy)]
struct Record {
    kind: u16,
    /// Where its content begins, and its length.
    at: usize,
    len: usize,
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
}

/// Records from a place on, to the end of what begins there.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record> {
    let (mut next, mut begun, mut depth) = (Some(from), false, 0usize);
    std::iter::from_fn(move || {
        let here = next?;
        let kind = short(stream, here)?;
        let len = usize::from(short(stream, here.checked_add(2)?)?);
        let at = here.checked_add(4)?;
        next = at.checked_add(len).filter(|end| *end <= stream.len());
        match kind {
            BOF if begun => depth = depth.saturating_add(1),
            BOF => begun = true,
            EOF if depth == 0 => next = None,
            EOF => depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(Record { kind, at, len })
    })
}

/// Sheets by the place of their records.
fn sheets(stream: &[u8]) -> Vec<usize> {
    records(stream, 0)
        .filter(|r| r.kind == BOUND_SHEET)
        .take(MAX_SHEETS.saturating_add(1))
        .filter_map(|r| long(stream, r.at))
        .collect()
}

/// Blots out what is not needed and refuses what would not fit.
///
/// # Errors
/// [`ImportError::TooManyCells`], [`ImportError::TooManySheets`].
pub(super) fn prepare(stream: &mut [u8], file: SourceFile<'_>) -> Result<(), ImportError> {
    let sheets = sheets(stream);
    if sheets.len() > MAX_SHEETS {
        return Err(ImportError::TooManySheets {
            file: file.name.to_owned(),
        });
    }
    let all = std::iter::once(0).chain(sheets.iter().copied());
    let (mut left, mut continued) = (RECORDS, CONTINUED);
    let mut blots: Vec<(usize, u16)> = Vec::new();
    for from in all {
        for r in records(stream, from) {
            left = left.checked_sub(1).ok_or_else(|| too_many(file, 0, 0))?;
            match r.kind {
                CONTINUE => {
                    let fewer = continued.checked_sub(1);
                    continued = fewer.ok_or_else(|| too_many(file, 0, 0))?;
                }
                // What a cell is computed from is not read: an empty formula.
                FORMULA => blots.push((r.at.saturating_add(20), 0)),
                DIMENSIONS | NAME => blots.push((r.at.saturating_sub(4), BLANK)),
                _ => {}
            }
        }
    }
    for (at, value) in blots {
        let end = at.saturating_add(2);
        if let Some(two) = stream.get_mut(at..end) {
            two.copy_from_slice(&value.to_le_bytes());
        }
    }
    // Sheets may overlap: what counts is what stands there now.
    let shared = shared_lengths(stream);
    let mut sum = Sum::default();
    let mut left = RECORDS;
    for from in sheets {
        let mut field = Field::default();
        for r in records(stream, from) {
            left = left.checked_sub(1).ok_or_else(|| too_many(file, 0, 0))?;
            sum.record(stream, r, &shared, &mut field);
        }
        let cells = u64::from(field.rows).saturating_mul(u64::from(field.columns));
        if cells > MOST || sum.cells > MAX_CELLS || sum.text > MAX_TEXT {
            return Err(too_many(file, field.rows, field.columns));
        }
    }
    Ok(())
}

fn too_many(file: SourceFile<'_>, row: u32, columns: u32) -> ImportError {
    ImportError::TooManyCells {
        file: file.name.to_owned(),
        sheet: String::new(),
        row,
        column: letters(u16::try_from(columns.saturating_sub(1)).unwrap_or(0)),
    }
}

/// The corner furthest from A1.
#[derive(Default)]
struct Field {
    rows: u32,
    columns: u32,
}

#[derive(Default)]
struct Sum {
    cells: usize,
    text: usize,
}

impl Sum {
    fn record(&mut self, stream: &[u8], r: Record, shared: &[u16], field: &mut Field) {
        let value = |at: usize| short(stream, r.at.saturating_add(at));
        let end = r.at.saturating_add(r.len);
        let (mut last, mut cells) = (value(2), 1usize);
        let text = match r.kind {
            LABEL | RICH => value(6).map_or(0, usize::from),
            TEXT => {
                self.text = self.text.saturating_add(value(0).map_or(0, usize::from));
                return;
            }
            LABEL_SHARED => {
                let index = long(stream, r.at.saturating_add(6));
                let known = index.and_then(|i| shared.get(i));
                usize::from(known.copied().unwrap_or(u16::MAX))
            }
            MANY => {
                last = short(stream, end.saturating_sub(2));
                cells = r.len / 6;
                0
            }
            FORMULA => 0,
            kind if SINGLE.contains(&kind) => 0,
            _ => return,
        };
        self.cells = self.cells.saturating_add(cells);
        self.text = self.text.saturating_add(text);
        let far = |n: Option<u16>| n.map_or(0, |n| u32::from(n).saturating_add(1));
        field.rows = field.rows.max(far(value(0)));
        field.columns = field.columns.max(far(last)).max(far(value(2)));
    }
}

/// Characters of the shared strings as each claims them; of those behind a fault nothing is known.
fn shared_lengths(stream: &[u8]) -> Vec<u16> {
    let mut pieces: Vec<&[u8]> = Vec::new();
    let mut inside = false;
    for r in records(stream, 0) {
        inside = r.kind == SHARED_STRINGS || inside && r.kind == CONTINUE;
        if r.kind == SHARED_STRINGS {
            pieces.clear();
        }
        if inside {
            pieces.extend(stream.get(r.at..r.at.saturating_add(r.len)));
        }
    }
    let mut reader = Pieces {
        rest: pieces.into_iter(),
        now: &[],
    };
    let mut out = Vec::new();
    if reader.begin() && reader.skip(8).is_some() {
        while let Some(length) = reader.string() {
            out.push(length);
        }
    }
    out
}

/// The shared strings over the records they go on in.
struct Pieces<'s> {
    rest: std::vec::IntoIter<&'s [u8]>,
    now: &'s [u8],
}

impl Pieces<'_> {
    fn begin(&mut self) -> bool {
        match self.rest.next() {
            Some(piece) => {
                self.now = piece;
                true
            }
            None => false,
        }
    }

    /// Bytes that may lie in several records.
    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        loop {
            if let Some(rest) = self.now.get(bytes..) {
                self.now = rest;
                return Some(());
            }
            bytes = bytes.checked_sub(self.now.len())?;
            self.begin().then_some(())?;
        }
    }

    fn string(&mut self) -> Option<u16> {
        while self.now.is_empty() {
            self.begin().then_some(())?;
        }
        let length = short(self.now, 0)?;
        let flags = *self.now.get(2)?;
        self.skip(3)?;
        let (mut runs, mut extra) = (0usize, 0usize);
        if flags & 8 != 0 {
            runs = usize::from(short(self.now, 0)?).checked_mul(4)?;
            self.skip(2)?;
        }
        if flags & 4 != 0 {
            extra = long(self.now, 0)?;
            self.skip(4)?;
        }
        self.characters(usize::from(length), flags & 1 != 0)?;
        self.skip(runs.checked_add(extra)?)?;
        Some(length)
    }

    /// Characters; where they go on in the next record a byte says anew how wide they are.
    fn characters(&mut self, mut count: usize, mut wide: bool) -> Option<()> {
        loop {
            let width = if wide { 2 } else { 1 };
            let here = self.now.len().checked_div(width)?.min(count);
            self.now = self.now.get(here.checked_mul(width)?..)?;
            count = count.saturating_sub(here);
            if count == 0 {
                return Some(());
            }
            self.begin().then_some(())?;
            wide = self.now.first()? & 1 != 0;
            self.now = self.now.get(1..)?;
        }
    }
}
