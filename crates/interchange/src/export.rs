//! Formats out: the canonical CSV, XLSX, vCard 4, PFIF 1.4, HXL. Writes bytes; whether, to whom and why something is
//! exported is decided and logged elsewhere.

use ugnay_model::{CaseFile, Contact, PartialDate, Person, Phone};

mod canonical;
mod columns;
mod pfif;
#[cfg(test)]
mod tests;
mod vcard;
mod workbook;

pub use canonical::{COLUMNS, MARK_COLUMNS, Mark, csv, hxl, marked_csv};
pub use columns::{Columns, EXTRA};
pub use pfif::{CARRIES as PFIF_CARRIES, pfif};
pub use vcard::{CARRIES as VCARD_CARRIES, vcard};
pub use workbook::{marked_xlsx, xlsx};

/// A person to export; the case file only where its columns are wanted (civil status, source).
#[derive(Clone, Copy)]
pub struct ExportRow<'a> {
    /// The card.
    pub person: &'a Person,
    /// The case file.
    pub case: Option<&'a CaseFile>,
}

/// Writing failed (out of memory, or a table larger than a sheet holds).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// More rows than a worksheet can have.
    #[error("more rows than a worksheet holds")]
    TooManyRows,
    /// The writer gave up.
    #[error("the file could not be written")]
    Write,
}

fn joined<T>(list: &[T], text: impl Fn(&T) -> String) -> String {
    list.iter()
        .map(text)
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join("|")
}

fn phones(list: &[Phone]) -> String {
    joined(list, |p| p.shown().replace('|', "/"))
}

fn birth(p: &Person) -> (String, &'static str) {
    p.birth.map_or((String::new(), ""), |b| match b {
        // An age has no date: the year of asking stays with it ("~35@2025").
        PartialDate::Age { .. } => (b.to_string(), "age"),
        _ => (b.to_string(), b.precision()),
    })
}

fn day(unix: i64) -> String {
    chrono::DateTime::from_timestamp(unix, 0)
        .map(|t| t.format("%Y-%m-%d").to_string())
        .unwrap_or_default()
}

fn contact(c: Option<&Contact>) -> [String; 3] {
    let Some(c) = c else {
        return Default::default();
    };
    [
        c.name.clone(),
        c.relation.map_or("", |r| r.code()).to_owned(),
        phones(&c.phones),
    ]
}
