//! XLSX out: the canonical table on one sheet, every cell text, header frozen.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::canonical::all_cells;
use super::{Columns, ExportError, ExportRow, MARK_COLUMNS, Mark};

/// Rows of a worksheet.
const MAX_ROWS: u32 = 1_048_576;

/// The canonical table as a workbook.
///
/// # Errors
/// [`ExportError`].
pub fn xlsx<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    columns: &Columns,
) -> Result<Vec<u8>, ExportError> {
    book(rows, columns, None)
}

/// The workbook of a release: the mark stands on every row and on every printed page.
///
/// # Errors
/// [`ExportError`].
pub fn marked_xlsx<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    mark: &Mark,
) -> Result<Vec<u8>, ExportError> {
    book(rows, &Columns::canonical(), Some(mark))
}

fn book<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    columns: &Columns,
    mark: Option<&Mark>,
) -> Result<Vec<u8>, ExportError> {
    let write = |_: XlsxError| ExportError::Write;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let name = if mark.is_some() {
        "release"
    } else {
        "register"
    };
    sheet.set_name(name).map_err(write)?;
    let bold = Format::new().set_bold();
    let marks = if mark.is_some() {
        &MARK_COLUMNS[..]
    } else {
        &[]
    };
    for (c, title) in (0u16..).zip(columns.names().chain(marks.iter().copied())) {
        sheet
            .write_string_with_format(0, c, title, &bold)
            .map_err(write)?;
        sheet.set_column_width(c, 18).map_err(write)?;
    }
    sheet.set_freeze_panes(1, 3).map_err(write)?;
    if let Some(mark) = mark {
        // An ampersand is a control character there.
        let line = mark.line().replace('&', "&&");
        sheet.set_header(format!("&C{line}"));
        sheet.set_footer(format!("&C{line}"));
    }
    for (r, row) in (1u32..).zip(rows) {
        if r >= MAX_ROWS {
            return Err(ExportError::TooManyRows);
        }
        // Strings, so that a phone stays a phone and nothing is taken for a formula.
        let marks = mark.map(Mark::cells).into_iter().flatten();
        let all = (0u16..).zip(columns.pick(all_cells(row)).chain(marks));
        for (c, text) in all.filter(|(_, t)| !t.is_empty()) {
            sheet
                .write_string(r, c, text.chars().take(32_000).collect::<String>())
                .map_err(write)?;
        }
    }
    book.save_to_buffer().map_err(write)
}
