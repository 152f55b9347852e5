//! The canonical table: its columns in their order, as CSV and with HXL tags. The columns are a contract; what else can be
//! given out stands behind them, and only when it was asked for.

use super::columns::{Columns, EXTRA, EXTRA_TAGS, extra_cells};
use super::{ExportError, ExportRow, birth, contact, day, joined, phones};

/// Columns of the canonical table.
pub const COLUMNS: [&str; CONTRACT] = [
    "record_id",
    "surname",
    "given",
    "middle",
    "suffix",
    "nickname",
    "sex",
    "birth_date",
    "birth_date_precision",
    "civil_status",
    "barangay_psgc",
    "purok",
    "destination_country",
    "destination_place",
    "sea_based",
    "occupation",
    "employer",
    "phones",
    "emails",
    "handles",
    "contact1_name",
    "contact1_relation",
    "contact1_phones",
    "contact2_name",
    "contact2_relation",
    "contact2_phones",
    "contact3_name",
    "contact3_relation",
    "contact3_phones",
    "last_confirmed",
    "source_file",
    "source_sheet",
    "source_row",
];
pub(super) const CONTRACT: usize = 33;

/// Columns that say under which release a table was opened. They stand on every row: a row that is copied takes them along.
pub const MARK_COLUMNS: [&str; 4] = [
    "release_purpose",
    "release_request",
    "release_until",
    "exported_by",
];

/// Under which release a table was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The purpose's code.
    pub purpose: String,
    /// The request's id.
    pub request: String,
    /// The end of the grant, ISO 8601.
    pub until: String,
    /// Who exported it.
    pub by: String,
}

impl Mark {
    /// The cells of [`MARK_COLUMNS`].
    pub(super) fn cells(&self) -> [String; 4] {
        [&self.purpose, &self.request, &self.until, &self.by].map(Clone::clone)
    }

    /// One line for a page's head.
    pub(super) fn line(&self) -> String {
        format!(
            "{} | {} | until {} | {}",
            self.purpose, self.request, self.until, self.by
        )
    }
}

/// HXL hashtags (<https://hxlstandard.org>) of the contract's columns.
const TAGS: [&str; CONTRACT] = [
    "#meta+id",
    "#name+family",
    "#name+given",
    "#name+middle",
    "#name+suffix",
    "#name+nick",
    "#indicator+sex",
    "#date+birth",
    "#meta+precision",
    "#indicator+civil_status",
    "#adm4+code",
    "#loc+purok",
    "#country+code+dest",
    "#loc+dest",
    "#indicator+bool+sea",
    "#indicator+occupation",
    "#org+employer",
    "#contact+phone",
    "#contact+email",
    "#contact+handle",
    "#contact+name+n1",
    "#contact+relation+n1",
    "#contact+phone+n1",
    "#contact+name+n2",
    "#contact+relation+n2",
    "#contact+phone+n2",
    "#contact+name+n3",
    "#contact+relation+n3",
    "#contact+phone+n3",
    "#date+confirmed",
    "#meta+file",
    "#meta+sheet",
    "#meta+row",
];

/// The cells of one person.
pub(super) fn cells(row: ExportRow<'_>) -> Vec<String> {
    let (p, case) = (row.person, row.case);
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let (birth, precision) = birth(p);
    let source = case.and_then(|c| c.provenance.as_ref());
    // At sea is a flag, not a country.
    let country = p
        .country
        .map(|c| c.to_string())
        .filter(|c| c != "XS" && c != "ZZ")
        .unwrap_or_default();
    let sea = if p.sea_based { "yes" } else { "no" }.to_owned();
    let mut out = vec![
        p.id.to_string(),
        p.surname.clone(),
        p.given.clone(),
        text(&p.middle),
        text(&p.suffix),
        text(&p.nickname),
        p.sex.map_or("", ugnay_model::Sex::code).to_owned(),
        birth,
        precision.to_owned(),
        case.map(|c| text(&c.civil_status)).unwrap_or_default(),
        p.barangay.map(|b| b.to_string()).unwrap_or_default(),
        text(&p.purok),
        country,
        text(&p.place),
        sea,
        text(&p.occupation),
        text(&p.employer),
        phones(&p.phones),
        joined(&p.emails, String::clone),
        joined(&p.handles, |h| h.replace('|', "/")),
    ];
    for i in 0..3 {
        out.extend(contact(p.contacts.get(i)));
    }
    out.push(p.confirmed.as_ref().map(|c| day(c.at)).unwrap_or_default());
    out.push(source.map(|s| s.file.clone()).unwrap_or_default());
    out.push(source.map(|s| s.sheet.clone()).unwrap_or_default());
    out.push(source.map(|s| s.row.to_string()).unwrap_or_default());
    out
}

/// A spreadsheet must not take a name for a formula. Phones keep their plus: they are digits only.
fn harmless(cell: String) -> String {
    let formula = cell.starts_with(['=', '@', '\t', '\r'])
        || (cell.starts_with(['+', '-']) && cell.chars().any(char::is_alphabetic));
    if formula { format!("'{cell}") } else { cell }
}

/// Every title, the contract's first.
fn titles() -> impl Iterator<Item = &'static str> {
    COLUMNS.into_iter().chain(EXTRA)
}

/// Every cell of one person in the order of [`titles`].
pub(super) fn all_cells(row: ExportRow<'_>) -> impl Iterator<Item = String> {
    cells(row).into_iter().chain(extra_cells(row))
}

fn write<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    columns: &Columns,
    tags: bool,
) -> Result<Vec<u8>, ExportError> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let failed = |_| ExportError::Write;
    out.write_record(columns.pick(titles())).map_err(failed)?;
    if tags {
        let all = TAGS.into_iter().chain(EXTRA_TAGS);
        out.write_record(columns.pick(all)).map_err(failed)?;
    }
    for row in rows {
        out.write_record(columns.pick(all_cells(row).map(harmless)))
            .map_err(failed)?;
    }
    out.into_inner().map_err(|_| ExportError::Write)
}

/// The canonical CSV: UTF-8, header row, `|` between several values.
///
/// # Errors
/// [`ExportError::Write`].
pub fn csv<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    columns: &Columns,
) -> Result<Vec<u8>, ExportError> {
    write(rows, columns, false)
}

/// The canonical CSV of a release: every row ends with [`MARK_COLUMNS`].
///
/// # Errors
/// [`ExportError::Write`].
pub fn marked_csv<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    mark: &Mark,
) -> Result<Vec<u8>, ExportError> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(COLUMNS.iter().chain(&MARK_COLUMNS))
        .map_err(|_| ExportError::Write)?;
    for row in rows {
        let all = cells(row).into_iter().chain(mark.cells());
        out.write_record(all.map(harmless))
            .map_err(|_| ExportError::Write)?;
    }
    out.into_inner().map_err(|_| ExportError::Write)
}

/// The same table with a row of HXL hashtags under the header.
///
/// # Errors
/// [`ExportError::Write`].
pub fn hxl<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    columns: &Columns,
) -> Result<Vec<u8>, ExportError> {
    write(rows, columns, true)
}
