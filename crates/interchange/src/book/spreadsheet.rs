//! XLSX, XLS and ODS through `calamine`. A panic inside the reader on a crafted file is turned into "damaged".

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataType, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use super::{
    Book, Cell, MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_TEXT, Merge, Row,
    Sheet, SourceFile, biff, letters, ods_size, ole,
};
use crate::ImportError;

type Bytes<'a> = Cursor<&'a [u8]>;
type Tick<'t> = &'t mut dyn FnMut(u32) -> bool;

fn damaged(file: SourceFile<'_>, detail: &'static str) -> ImportError {
    ImportError::Damaged {
        file: file.name.to_owned(),
        detail,
    }
}

fn guarded<T>(
    file: SourceFile<'_>,
    work: impl FnOnce() -> Result<T, ImportError>,
) -> Result<T, ImportError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(damaged(file, "its structure makes no sense")))
}

pub(super) fn xlsx(file: SourceFile<'_>, tick: Tick<'_>) -> Result<Book, ImportError> {
    guarded(file, || {
        let mut book: Xlsx<Bytes<'_>> =
            Xlsx::new(Cursor::new(file.bytes)).map_err(|e| match e {
                XlsxError::Password => ImportError::PasswordProtected {
                    file: file.name.to_owned(),
                },
                _ => damaged(file, "the workbook cannot be opened"),
            })?;
        let sheets: Vec<calamine::Sheet> = book.sheets_metadata().to_vec();
        let mut out = Filling::new(file, sheets.len())?;
        for meta in sheets.iter().filter(|s| s.typ == SheetType::WorkSheet) {
            let merges = book
                .merge_cells_by_sheet_name(&meta.name)
                .unwrap_or_default();
            let mut sheet = named(meta, merges);
            let mut reader = match book.worksheet_cells_reader(&meta.name) {
                Ok(r) => r,
                // A sheet without a part of its own (a chart) is no list.
                Err(XlsxError::WorksheetNotFound(_)) => continue,
                Err(_) => return Err(damaged(file, "a sheet cannot be opened")),
            };
            loop {
                let last = sheet.rows.last().map_or(0, |r| r.number);
                let cell = reader.next_cell().map_err(|_| ImportError::DamagedSheet {
                    file: file.name.to_owned(),
                    sheet: meta.name.clone(),
                    row: last,
                })?;
                let Some(cell) = cell else { break };
                let value: Data = cell.get_value().clone().into();
                out.add(&mut sheet, cell.get_position(), &value, tick)?;
            }
            out.book.sheets.push(sorted(sheet));
        }
        Ok(out.book)
    })
}

pub(super) fn xls(file: SourceFile<'_>, tick: Tick<'_>) -> Result<Book, ImportError> {
    guarded(file, || {
        let mut stream = match ole::open(file.bytes) {
            Some(ole::Found::Workbook(stream)) => stream,
            // An encrypted XLSX is an OLE container too.
            Some(ole::Found::Encrypted) => {
                return Err(ImportError::PasswordProtected {
                    file: file.name.to_owned(),
                });
            }
            _ => return Err(damaged(file, "the workbook cannot be opened")),
        };
        biff::prepare(&mut stream, file)?;
        let container = ole::wrap(stream);
        let opened = Xls::new(Cursor::new(container.as_slice()));
        let mut book: Xls<Bytes<'_>> = opened.map_err(|e| match e {
            XlsError::Password => ImportError::PasswordProtected {
                file: file.name.to_owned(),
            },
            _ => damaged(file, "the workbook cannot be opened"),
        })?;
        let metas = book.sheets_metadata().to_vec();
        let mut out = Filling::new(file, metas.len())?;
        for meta in metas.iter().filter(|s| s.typ == SheetType::WorkSheet) {
            let merges = book
                .merge_cells_by_sheet_name(&meta.name)
                .unwrap_or_default();
            let range = book
                .worksheet_range(&meta.name)
                .map_err(|_| damaged(file, "a sheet cannot be opened"))?;
            out.range(named(meta, merges), &range, tick)?;
        }
        Ok(out.book)
    })
}

pub(super) fn ods(file: SourceFile<'_>, tick: Tick<'_>) -> Result<Book, ImportError> {
    let mut merges = ods_size::check(file)?;
    guarded(file, || {
        let mut book: Ods<Bytes<'_>> = Ods::new(Cursor::new(file.bytes)).map_err(|e| match e {
            OdsError::Password => ImportError::PasswordProtected {
                file: file.name.to_owned(),
            },
            _ => damaged(file, "the workbook cannot be opened"),
        })?;
        let metas = book.sheets_metadata().to_vec();
        let mut out = Filling::new(file, metas.len())?;
        for meta in &metas {
            let range = book
                .worksheet_range(&meta.name)
                .map_err(|_| damaged(file, "a sheet cannot be opened"))?;
            let mut sheet = named(meta, Vec::new());
            sheet.merges = merges.remove(&meta.name).unwrap_or_default();
            out.range(sheet, &range, tick)?;
        }
        Ok(out.book)
    })
}

fn named(meta: &calamine::Sheet, merges: Vec<calamine::Dimensions>) -> Sheet {
    let merges = merges.iter().take(50_000).filter_map(merge).collect();
    Sheet {
        name: meta.name.clone(),
        hidden: meta.visible != SheetVisible::Visible,
        rows: Vec::new(),
        merges,
    }
}

fn merge(d: &calamine::Dimensions) -> Option<Merge> {
    let last = MAX_COLUMNS.saturating_sub(1);
    let column = |c: u32| u16::try_from(c).unwrap_or(u16::MAX).min(last);
    Some(Merge {
        rows: (d.start.0.checked_add(1)?, d.end.0.checked_add(1)?),
        columns: (column(d.start.1), column(d.end.1)),
    })
}

/// Rows in order even where the file has them out of order; a cell given twice keeps its first value.
fn sorted(mut sheet: Sheet) -> Sheet {
    if !sheet.rows.is_sorted_by_key(|r| r.number) {
        sheet.rows.sort_by_key(|r| r.number);
        let mut rows: Vec<Row> = Vec::new();
        for row in sheet.rows {
            match rows.last_mut().filter(|l| l.number == row.number) {
                Some(last) => last.cells.extend(row.cells),
                None => rows.push(row),
            }
        }
        sheet.rows = rows;
    }
    for row in &mut sheet.rows {
        row.cells.sort_by_key(|(c, _)| *c);
        row.cells.dedup_by_key(|(c, _)| *c);
    }
    sheet
}

struct Filling<'a> {
    file: SourceFile<'a>,
    book: Book,
    cells: usize,
    rows: usize,
    text: usize,
}

impl<'a> Filling<'a> {
    fn new(file: SourceFile<'a>, sheets: usize) -> Result<Self, ImportError> {
        if sheets > MAX_SHEETS {
            return Err(ImportError::TooManySheets {
                file: file.name.to_owned(),
            });
        }
        Ok(Self {
            file,
            book: Book::default(),
            cells: 0,
            rows: 0,
            text: 0,
        })
    }

    fn range(
        &mut self,
        mut sheet: Sheet,
        range: &calamine::Range<Data>,
        tick: Tick<'_>,
    ) -> Result<(), ImportError> {
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let at =
                |base: u32, n: usize| base.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
            self.add(&mut sheet, (at(top, row), at(left, column)), value, tick)?;
        }
        self.book.sheets.push(sorted(sheet));
        Ok(())
    }

    fn add(
        &mut self,
        sheet: &mut Sheet,
        (row, column): (u32, u32),
        value: &Data,
        tick: Tick<'_>,
    ) -> Result<(), ImportError> {
        let Some(cell) = cell(value).filter(|c| !c.is_blank() && column < u32::from(MAX_COLUMNS))
        else {
            return Ok(());
        };
        let column = u16::try_from(column).unwrap_or(0);
        let number = row.saturating_add(1);
        self.cells = self.cells.saturating_add(1);
        let new_row = sheet.rows.last().is_none_or(|r| r.number != number);
        self.rows = self.rows.saturating_add(usize::from(new_row));
        if let Cell::Text(text) = &cell {
            self.text = self.text.saturating_add(text.len());
        }
        if self.cells > MAX_CELLS || self.rows > MAX_ROWS || self.text > MAX_TEXT {
            let (file, sheet) = (self.file.name.to_owned(), sheet.name.clone());
            return Err(ImportError::TooManyCells {
                file,
                sheet,
                row: number,
                column: letters(column),
            });
        }
        if let Some(last) = sheet.rows.last_mut().filter(|r| r.number == number) {
            last.cells.push((column, cell));
            return Ok(());
        }
        if self.rows.is_multiple_of(500) && !tick(u32::try_from(self.rows).unwrap_or(u32::MAX)) {
            return Err(ImportError::Cancelled);
        }
        sheet.rows.push(Row {
            number,
            cells: vec![(column, cell)],
        });
        Ok(())
    }
}

fn cell(value: &Data) -> Option<Cell> {
    Some(match value {
        Data::Int(i) => Cell::Number(i.to_string().parse().unwrap_or(0.0)),
        Data::Float(f) => Cell::Number(*f),
        Data::String(s) => Cell::Text(if s.len() > MAX_CELL_CHARS {
            s.chars().take(MAX_CELL_CHARS).collect()
        } else {
            s.clone()
        }),
        Data::Bool(b) => Cell::Bool(*b),
        Data::DateTime(d) if d.is_datetime() => {
            let (y, m, day, ..) = d.to_ymd_hms_milli();
            match chrono::NaiveDate::from_ymd_opt(i32::from(y), u32::from(m), u32::from(day)) {
                Some(date) => Cell::Date(date),
                None => Cell::Number(d.as_f64()),
            }
        }
        Data::DateTime(d) => Cell::Number(d.as_f64()),
        Data::DateTimeIso(s) | Data::DurationIso(s) => Cell::Text(s.clone()),
        Data::Error(_) => Cell::Error,
        other if other.is_empty() => return None,
        other => Cell::Text(other.to_string()),
    })
}
