//! XLSX out: the canonical table on one sheet, every cell text, header frozen.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::canonical::cells;
use super::{COLUMNS, ExportError, ExportRow};

/// Rows of a worksheet.
const MAX_ROWS: u32 = 1_048_576;

/// The canonical table as a workbook.
///
/// # Errors
/// [`ExportError`].
pub fn xlsx<'a>(rows: impl Iterator<Item = ExportRow<'a>>) -> Result<Vec<u8>, ExportError> {
    let write = |_: XlsxError| ExportError::Write;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("register").map_err(write)?;
    let bold = Format::new().set_bold();
    for (c, title) in (0u16..).zip(COLUMNS) {
        sheet
            .write_string_with_format(0, c, title, &bold)
            .map_err(write)?;
        sheet.set_column_width(c, 18).map_err(write)?;
    }
    sheet.set_freeze_panes(1, 3).map_err(write)?;
    for (r, row) in (1u32..).zip(rows) {
        if r >= MAX_ROWS {
            return Err(ExportError::TooManyRows);
        }
        // Strings, so that a phone stays a phone and nothing is taken for a formula.
        for (c, text) in (0u16..).zip(cells(row)).filter(|(_, t)| !t.is_empty()) {
            sheet
                .write_string(r, c, text.chars().take(32_000).collect::<String>())
                .map_err(write)?;
        }
    }
    book.save_to_buffer().map_err(write)
}
