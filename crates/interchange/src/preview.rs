//! The two steps of an import: preview (what was understood, editable) and apply (persons and report).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ugnay_model::Psgc;

use crate::book::{self, Book, Kind, SourceFile, letters};
use crate::entry::Entry;
use crate::field::Field;
use crate::kobo::{self, Forms};
use crate::person::ParsedPerson;
use crate::report::{FileReport, Report, SheetReport, Skipped};
use crate::rows::{Output, Walk};
use crate::sheet::{Plan, SheetKind, column_key, plan};
use crate::value::date::DateOrder;
use crate::{ImportError, pfif, vcard};

#[cfg(test)]
mod tests;

/// What the importer must be told.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// The register's own place (town or barangay): settles names that many places share.
    pub home: Option<Psgc>,
    /// Today: bounds two-digit years, dates ages.
    pub today: NaiveDate,
    /// Read sheets that the spreadsheet hides. Off until the user was asked.
    pub include_hidden: bool,
}

/// How far a long read is. Return `false` from the callback to cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// 0-based file.
    pub file: usize,
    /// Number of files.
    pub files: usize,
    /// Rows of this file so far.
    pub rows: u32,
}

/// Choices for sheets of one shape.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetMapping {
    /// Column title (see [`ColumnPreview::key`]) → field.
    pub columns: BTreeMap<String, Field>,
    /// Leave such sheets out.
    pub skip: bool,
    /// Order of dates that have two readings.
    pub date_order: Option<DateOrder>,
}

/// A mapping to edit, apply and remember. Holds no personal data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// By the sheet's shape (a fingerprint of its titles).
    pub sheets: BTreeMap<String, SheetMapping>,
    /// Sheet name → barangay (10-digit PSGC), where the sheet does not say it.
    pub places: BTreeMap<String, String>,
}

impl Mapping {
    /// Takes remembered choices over this proposal.
    pub fn remember(&mut self, other: &Self) {
        for (shape, theirs) in &other.sheets {
            self.sheets.insert(shape.clone(), theirs.clone());
        }
        self.places.extend(other.places.clone());
    }
}

/// A column as shown before the import.
#[derive(Clone, Serialize)]
pub struct ColumnPreview {
    /// Letters as the spreadsheet shows them.
    pub letters: String,
    /// Title.
    pub header: String,
    /// Key in [`SheetMapping::columns`].
    pub key: String,
    /// Proposed meaning.
    pub field: Field,
    /// Said by the title, not guessed from the content.
    pub confident: bool,
    /// Up to three values.
    pub samples: Vec<String>,
}

/// A sheet as shown before the import.
#[derive(Clone, Serialize)]
pub struct SheetPreview {
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// Hidden in the spreadsheet.
    pub hidden: bool,
    /// Holds persons (or contacts of persons), as proposed.
    pub is_list: bool,
    /// Fingerprint of its titles.
    pub shape: String,
    /// Header rows.
    pub header_rows: Vec<u32>,
    /// Rows with something in them.
    pub rows: usize,
    /// Columns.
    pub columns: Vec<ColumnPreview>,
    /// Barangay understood from titles or sheet name.
    pub barangay: Option<String>,
}

/// What was read and understood. Keeps the read files, so that [`apply`] needs no second reading.
pub struct Preview {
    /// Every sheet.
    pub sheets: Vec<SheetPreview>,
    /// The proposed mapping, to edit.
    pub mapping: Mapping,
    /// Persons, rows and problems as they would be with the proposed mapping.
    pub parsed: Parsed,
    files: Vec<Loaded>,
    options: ImportOptions,
}

struct Loaded {
    name: String,
    content: Content,
    /// Plain text that its name calls a workbook.
    posing: bool,
}

enum Content {
    Book { book: Book, form: bool },
    Entries(Vec<Entry>),
}

/// Persons and the report that accounts for every row.
#[derive(Clone, Default)]
pub struct Parsed {
    /// In the order of the files.
    pub persons: Vec<ParsedPerson>,
    /// The report; `import_id` and record ids are set with [`Report::set_ids`].
    pub report: Report,
}

/// Reads files and proposes a mapping; `remembered` choices win over proposals.
///
/// # Errors
/// The first file that cannot be read, by name; or [`ImportError::Cancelled`].
pub fn preview(
    files: &[SourceFile<'_>],
    remembered: &Mapping,
    options: &ImportOptions,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Preview, ImportError> {
    let mut loaded = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let mut tick = |rows| {
            progress(Progress {
                file: index,
                files: files.len(),
                rows,
            })
        };
        if !tick(0) {
            return Err(ImportError::Cancelled);
        }
        loaded.push(load(*file, options, &mut tick)?);
    }
    decode_forms(&mut loaded);
    let mut out = Preview {
        sheets: Vec::new(),
        mapping: Mapping::default(),
        parsed: Parsed::default(),
        files: loaded,
        options: options.clone(),
    };
    out.describe(remembered);
    out.refuse_letters()?;
    out.parsed = apply(&out, &out.mapping, progress)?;
    Ok(out)
}

fn load(
    file: SourceFile<'_>,
    options: &ImportOptions,
    tick: &mut dyn FnMut(u32) -> bool,
) -> Result<Loaded, ImportError> {
    let name = file.name.to_owned();
    let kind = book::sniff(file)?;
    let content = match kind {
        Kind::Pfif => Content::Entries(pfif::read(file, options.today)?),
        Kind::Vcard => Content::Entries(vcard::read(file, options.today)?),
        kind => {
            let book = book::read(file, kind, tick)?;
            if book.sheets.iter().all(|s| s.rows.is_empty()) {
                return Err(ImportError::Empty { file: name });
            }
            Content::Book {
                form: kobo::is_form(&book),
                book,
            }
        }
    };
    let posing = kind == Kind::Text && named_workbook(&name);
    Ok(Loaded {
        name,
        content,
        posing,
    })
}

fn named_workbook(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, e)| e);
    ["xlsx", "xlsm", "xlsb", "xls", "ods"]
        .iter()
        .any(|e| ending.eq_ignore_ascii_case(e))
}

fn decode_forms(files: &mut [Loaded]) {
    let mut forms = Forms::default();
    for f in files.iter() {
        if let Content::Book { book, form: true } = &f.content {
            forms.add(book);
        }
    }
    for f in files.iter_mut() {
        if let Content::Book { book, form: false } = &mut f.content {
            forms.decode(book);
        }
    }
}

impl Preview {
    fn describe(&mut self, remembered: &Mapping) {
        let (mut sheets, mut mapping) = (Vec::new(), Mapping::default());
        for (file, book) in self.books() {
            for (sheet, plan) in self.plans(book, Some(remembered)) {
                let known = remembered.sheets.get(&plan.shape);
                let columns: Vec<ColumnPreview> = plan
                    .header
                    .columns
                    .iter()
                    .map(|c| column(sheet, &plan, c))
                    .collect();
                let proposed = SheetMapping {
                    columns: columns.iter().map(|c| (c.key.clone(), c.field)).collect(),
                    skip: known.is_some_and(|k| k.skip),
                    date_order: known.and_then(|k| k.date_order),
                };
                mapping.sheets.entry(plan.shape.clone()).or_insert(proposed);
                sheets.push(SheetPreview {
                    file: file.to_owned(),
                    sheet: sheet.name.clone(),
                    hidden: sheet.hidden,
                    is_list: plan.kind != SheetKind::Other,
                    shape: plan.shape.clone(),
                    header_rows: plan.header.rows.clone(),
                    rows: sheet.rows.len(),
                    columns,
                    barangay: plan.barangay.map(|b| b.to_string()),
                });
            }
        }
        mapping.places.extend(remembered.places.clone());
        (self.sheets, self.mapping) = (sheets, mapping);
    }

    /// Text under a workbook's name is taken when it holds a list (many offices' programs save tables so); a letter
    /// is refused, because its owner believes it to be a sheet and would see nobody.
    fn refuse_letters(&self) -> Result<(), ImportError> {
        for file in self.files.iter().filter(|f| f.posing) {
            let mut sheets = self.sheets.iter().filter(|s| s.file == file.name);
            if !sheets.any(|s| s.is_list) {
                return Err(ImportError::NotASheet {
                    file: file.name.clone(),
                    looks_like: "text",
                });
            }
        }
        Ok(())
    }

    fn books(&self) -> impl Iterator<Item = (&str, &Book)> {
        self.files.iter().filter_map(|f| match &f.content {
            Content::Book { book, form: false } => Some((f.name.as_str(), book)),
            _ => None,
        })
    }

    /// Plans of a book's sheets; a town that one sheet names holds for the others.
    fn plans<'b>(&self, book: &'b Book, mapping: Option<&Mapping>) -> Vec<(&'b book::Sheet, Plan)> {
        let (home, today) = (self.options.home, self.options.today);
        let mut plans: Vec<_> = book
            .sheets
            .iter()
            .map(|s| (s, plan(s, mapping, home, today)))
            .collect();
        let town = plans
            .iter()
            .filter(|(_, p)| p.barangay.is_some())
            .find_map(|(_, p)| p.town)
            .or_else(|| plans.iter().find_map(|(_, p)| p.town));
        for (sheet, p) in &mut plans {
            if p.barangay.is_none() && p.town.is_none() && town.is_some() {
                *p = plan(sheet, mapping, town, today);
            }
        }
        plans
    }
}

fn column(sheet: &book::Sheet, plan: &Plan, c: &crate::header::Column) -> ColumnPreview {
    let below = sheet
        .rows
        .iter()
        .filter(|r| r.number >= plan.first_data_row());
    let samples = below
        .map(|r| r.text(c.index))
        .filter(|t| !t.is_empty())
        .take(3)
        .collect();
    ColumnPreview {
        letters: letters(c.index),
        header: c.header.clone(),
        key: column_key(&plan.header, c.index),
        field: c.field,
        confident: c.confident,
        samples,
    }
}

/// Reads the persons with this mapping.
///
/// # Errors
/// [`ImportError::Cancelled`].
pub fn apply(
    preview: &Preview,
    mapping: &Mapping,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Parsed, ImportError> {
    let mut out = Output::default();
    let mut files = Vec::new();
    for (index, file) in preview.files.iter().enumerate() {
        if !progress(Progress {
            file: index,
            files: preview.files.len(),
            rows: 0,
        }) {
            return Err(ImportError::Cancelled);
        }
        let sheets = match &file.content {
            Content::Book { book, form: true } => form(&file.name, book, &mut out),
            Content::Book { book, form: false } => {
                sheets(preview, &file.name, book, mapping, &mut out)
            }
            Content::Entries(list) => entries(&file.name, list, &mut out),
        };
        files.push(FileReport {
            file: file.name.clone(),
            sheets,
        });
    }
    let contacts = out.persons.iter().map(|p| p.contacts.len()).sum();
    let report = Report {
        files,
        persons: out.persons.len(),
        contacts,
        rows: out.rows,
        skipped: out.skipped,
        ..Report::default()
    };
    Ok(Parsed {
        persons: out.persons,
        report,
    })
}

fn sheets(
    preview: &Preview,
    file: &str,
    book: &Book,
    mapping: &Mapping,
    out: &mut Output,
) -> Vec<SheetReport> {
    let plans = preview.plans(book, Some(mapping));
    for kind in [SheetKind::Persons, SheetKind::Contacts, SheetKind::Other] {
        for (sheet, plan) in plans.iter().filter(|(_, p)| p.kind == kind) {
            if sheet.hidden && !preview.options.include_hidden {
                out.skipped.push(Skipped {
                    file: file.to_owned(),
                    sheet: sheet.name.clone(),
                    row: 0,
                    reason: "hidden_sheet",
                });
                continue;
            }
            Walk::new(file, sheet, plan, &preview.options, out).run();
        }
    }
    plans
        .iter()
        .map(|(sheet, plan)| SheetReport {
            sheet: sheet.name.clone(),
            rows_read: sheet.rows.len(),
            header_rows: plan.header.rows.clone(),
            mapping: plan
                .header
                .columns
                .iter()
                .map(|c| (column_key(&plan.header, c.index), c.field))
                .collect(),
            hidden: sheet.hidden,
        })
        .collect()
}

/// A form definition describes other files; it holds no persons.
fn form(file: &str, book: &Book, out: &mut Output) -> Vec<SheetReport> {
    let one = |s: &book::Sheet| {
        out.skipped.push(Skipped {
            file: file.to_owned(),
            sheet: s.name.clone(),
            row: 0,
            reason: "form_definition",
        });
        SheetReport {
            sheet: s.name.clone(),
            rows_read: s.rows.len(),
            header_rows: Vec::new(),
            mapping: BTreeMap::new(),
            hidden: s.hidden,
        }
    };
    book.sheets.iter().map(one).collect()
}

/// Entries of a file without sheets: the row is the entry's number.
fn entries(file: &str, list: &[Entry], out: &mut Output) -> Vec<SheetReport> {
    for e in list {
        let at = out.persons.len();
        out.rows.push(crate::report::RowReport {
            file: file.to_owned(),
            sheet: String::new(),
            row: e.person.source.row,
            kind: crate::report::RowKind::Person,
            person: None,
            problems: e.problems.clone(),
            person_index: Some(at),
        });
        out.persons.push(e.person.clone());
    }
    vec![SheetReport {
        sheet: String::new(),
        rows_read: list.len(),
        header_rows: Vec::new(),
        mapping: BTreeMap::new(),
        hidden: false,
    }]
}
