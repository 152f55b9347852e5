//! The first step of an import: what was read and understood, to look at and to edit. The second is in `apply.rs`.

use chrono::NaiveDate;
use serde::Serialize;
use ugnay_model::Psgc;
use zeroize::Zeroize as _;

use crate::book::{self, Book, Cell, Kind, SourceFile, letters};
use crate::entry::Listed;
use crate::field::Field;
use crate::fix::Fixes;
use crate::kobo::{self, Forms};
use crate::mapping::Mapping;
use crate::person::ParsedPerson;
use crate::progress::{Progress, Sink};
use crate::report::Report;
use crate::rows::links;
use crate::sheet::{Plan, SheetKind, column_key, plan};
use crate::{ImportError, apply, pfif, vcard};

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

/// A column as shown before the import.
#[derive(Clone, Serialize)]
pub struct ColumnPreview {
    /// Letters as the spreadsheet shows them.
    pub letters: String,
    /// Title.
    pub header: String,
    /// Key in [`crate::SheetMapping::columns`].
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
    /// Choices remembered for these sheets, to edit: an entry per shape. What nobody chose is proposed.
    pub mapping: Mapping,
    /// Persons, rows and problems as they would be with the proposed mapping.
    pub parsed: Parsed,
    pub(crate) files: Vec<Loaded>,
    /// Names of files that say byte for byte what another says; they are read once.
    pub(crate) twice: Vec<String>,
    pub(crate) options: ImportOptions,
}

pub(crate) struct Loaded {
    pub name: String,
    pub content: Content,
    /// Plain text that its name calls a workbook.
    posing: bool,
}

/// What was read of people's words does not outlive the preview.
impl Drop for Loaded {
    fn drop(&mut self) {
        if let Content::Book { book, .. } = &mut self.content {
            let rows = book.sheets.iter_mut().flat_map(|s| &mut s.rows);
            for (_, cell) in rows.flat_map(|r| &mut r.cells) {
                if let Cell::Text(text) = cell {
                    text.zeroize();
                }
            }
        }
    }
}

pub(crate) enum Content {
    Book { book: Book, form: bool },
    Entries(Vec<Listed>),
}

impl Content {
    /// Rows or entries.
    pub fn rows(&self) -> usize {
        match self {
            Self::Book { book, .. } => book.sheets.iter().map(|s| s.rows.len()).sum(),
            Self::Entries(list) => list.len(),
        }
    }
}

/// Persons and the report that accounts for every row.
#[derive(Clone, Default)]
pub struct Parsed {
    /// In the order of the files.
    pub persons: Vec<ParsedPerson>,
    /// The report; `import_id` and record ids are set with [`Report::set_ids`].
    pub report: Report,
    /// How each sheet was read, in the order of [`Preview::sheets`].
    pub sheets: Vec<SheetState>,
    /// Fingerprint of what each person was read from: who is as before is not read anew.
    pub(crate) inputs: Vec<u64>,
}

/// How a sheet was read with a mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetState {
    /// Holds persons, or contacts of persons.
    pub is_list: bool,
    /// Its rows are taken.
    pub taken: bool,
    /// Rows with persons; those it would bring where it is not taken.
    pub persons: usize,
}

/// Reads files and proposes a mapping; `remembered` choices win over proposals.
///
/// # Errors
/// The first file that cannot be read, by name; or [`ImportError::Cancelled`].
pub fn preview(
    files: &[SourceFile<'_>],
    remembered: &Mapping,
    options: &ImportOptions,
    progress: Sink<'_>,
) -> Result<Preview, ImportError> {
    let unpacked = unpacked(files)?;
    let (once, twice) = once_each(&unpacked);
    let mut loaded: Vec<Loaded> = Vec::new();
    for (index, (name, bytes)) in once.iter().enumerate() {
        let before = loaded.iter().map(|f| f.content.rows()).sum::<usize>();
        let before = u32::try_from(before).unwrap_or(u32::MAX);
        let mut tick = |rows: u32| {
            progress(Progress {
                file: index,
                files: once.len(),
                rows: before.saturating_add(rows),
                of: 0,
            })
        };
        if !tick(0) {
            return Err(ImportError::Cancelled);
        }
        loaded.push(load(SourceFile { name, bytes }, &mut tick)?);
    }
    decode_forms(&mut loaded);
    let mut out = Preview {
        sheets: Vec::new(),
        mapping: Mapping::default(),
        parsed: Parsed::default(),
        files: loaded,
        twice,
        options: options.clone(),
    };
    out.describe(remembered);
    out.refuse_letters()?;
    out.parsed = apply(&out, &out.mapping, &Fixes::default(), progress)?;
    Ok(out)
}

type Named<'f> = (String, std::borrow::Cow<'f, [u8]>);

/// The files, with archives of tables in the place of the tables in them.
fn unpacked<'f>(files: &[SourceFile<'f>]) -> Result<Vec<Named<'f>>, ImportError> {
    let mut out: Vec<Named<'f>> = Vec::new();
    for file in files {
        let tables = book::tables(*file)?;
        if tables.is_empty() {
            out.push((file.name.to_owned(), file.bytes.into()));
        }
        out.extend(tables.into_iter().map(|(name, bytes)| (name, bytes.into())));
    }
    Ok(out)
}

/// Each content once, under a name no other has; and the names of those that say the same again.
fn once_each<'u>(files: &'u [Named<'_>]) -> (Vec<(String, &'u [u8])>, Vec<String>) {
    let (mut out, mut twice): (Vec<(String, &[u8])>, Vec<String>) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        if out.iter().any(|(_, b)| *b == bytes.as_ref()) {
            twice.push(name.clone());
            continue;
        }
        let taken = |n: &String| out.iter().any(|(o, _)| o == n);
        let (stem, ending) = name
            .rsplit_once('.')
            .map_or((name.as_str(), String::new()), |(s, e)| {
                (s, format!(".{e}"))
            });
        let mut names =
            std::iter::once(name.clone()).chain((2..).map(|n| format!("{stem} ({n}){ending}")));
        let free = names.find(|n| !taken(n)).unwrap_or_default();
        out.push((free, bytes.as_ref()));
    }
    (out, twice)
}

fn load(file: SourceFile<'_>, tick: &mut dyn FnMut(u32) -> bool) -> Result<Loaded, ImportError> {
    let name = file.name.to_owned();
    let kind = book::sniff(file)?;
    let content = match kind {
        Kind::Pfif => Content::Entries(pfif::read(file, tick)?),
        Kind::Vcard => Content::Entries(vcard::read(file, tick)?),
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
                mapping
                    .sheets
                    .entry(plan.shape.clone())
                    .or_insert_with(|| known.cloned().unwrap_or_default());
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

    /// What stands in a cell of a row below the header, as it was read; nothing where there is no such row. Of a file
    /// without sheets the row is the entry's number and the column a property ("TEL 2", "date_of_birth").
    #[must_use]
    pub fn cell(&self, file: &str, sheet: &str, row: u32, column: &str) -> Option<String> {
        if let Some(listed) = self.entry(file, row) {
            return sheet.is_empty().then(|| listed.text(column)).flatten();
        }
        let (found, shown) = self.sheet(file, sheet)?;
        let column = book::column_number(column)?;
        let at = found.rows.binary_search_by_key(&row, |r| r.number).ok()?;
        let title = shown.header_rows.contains(&row);
        found
            .rows
            .get(at)
            .filter(|_| !title)
            .map(|r| r.text(column))
    }

    /// A sheet as read and as shown.
    pub(crate) fn sheet(&self, file: &str, sheet: &str) -> Option<(&book::Sheet, &SheetPreview)> {
        let (_, book) = self.books().find(|(name, _)| *name == file)?;
        let found = book.sheets.iter().find(|s| s.name == sheet)?;
        let mut shown = self.sheets.iter();
        let shown = shown.find(|s| s.file == file && s.sheet == sheet)?;
        Some((found, shown))
    }

    /// An entry of a file without sheets, by its number.
    pub(crate) fn entry(&self, file: &str, number: u32) -> Option<&Listed> {
        let (_, list) = self.lists().find(|(name, _)| *name == file)?;
        let at = usize::try_from(number.checked_sub(1)?).ok()?;
        list.get(at)
    }

    /// Every choice for these sheets written out, the proposed ones too: a mapping to edit by hand.
    #[must_use]
    pub fn written_out(&self, chosen: &Mapping, states: &[SheetState]) -> Mapping {
        let mut out = Mapping::default();
        for (sheet, state) in self.sheets.iter().zip(states) {
            let entry = out.sheets.entry(sheet.shape.clone()).or_default();
            let proposed = sheet.columns.iter().filter(|c| !c.header.is_empty());
            entry
                .columns
                .extend(proposed.map(|c| (c.key.clone(), c.field)));
            entry
                .taken
                .insert(sheet.sheet.clone(), state.taken && state.is_list);
            if let Some(place) = &sheet.barangay {
                out.places.insert(sheet.sheet.clone(), place.clone());
            }
        }
        let ours = chosen.of_shapes(self.sheets.iter().map(|s| s.shape.as_str()));
        out.remember(&ours);
        out
    }

    pub(crate) fn books(&self) -> impl Iterator<Item = (&str, &Book)> {
        self.files.iter().filter_map(|f| match &f.content {
            Content::Book { book, form: false } => Some((f.name.as_str(), book)),
            _ => None,
        })
    }

    /// Files without sheets.
    pub(crate) fn lists(&self) -> impl Iterator<Item = (&str, &[Listed])> {
        self.files.iter().filter_map(|f| match &f.content {
            Content::Entries(list) => Some((f.name.as_str(), list.as_slice())),
            Content::Book { .. } => None,
        })
    }

    /// The files with their index, those that hold only repeated answers last.
    pub(crate) fn submissions_first(&self) -> Vec<(usize, &Loaded)> {
        let mut out: Vec<(usize, &Loaded)> = self.files.iter().enumerate().collect();
        if out.len() > 1 {
            let (home, today) = (self.options.home, self.options.today);
            out.sort_by_cached_key(|(_, f)| match &f.content {
                Content::Book { book, form: false } => {
                    let mut sheets = book.sheets.iter();
                    sheets.all(|s| links::has_parent_key(&plan(s, None, home, today)))
                }
                _ => false,
            });
        }
        out
    }

    /// Whether the repeated answers of a book are of submissions in another file, so that nobody is made of them.
    fn belong_elsewhere(&self, book: &Book, plans: &[(&book::Sheet, Plan)]) -> bool {
        if !plans.iter().any(|(_, p)| links::has_parent_key(p)) {
            return false;
        }
        let (home, today) = (self.options.home, self.options.today);
        let others = self.books().filter(|(_, b)| !std::ptr::eq(*b, book));
        others.flat_map(|(_, b)| &b.sheets).any(|s| {
            let p = plan(s, None, home, today);
            p.kind == SheetKind::Persons && links::has_key(&p)
        })
    }

    /// Plans of a book's sheets; a town that one sheet names holds for the others.
    pub(crate) fn plans<'b>(
        &self,
        book: &'b Book,
        mapping: Option<&Mapping>,
    ) -> Vec<(&'b book::Sheet, Plan)> {
        let (home, today) = (self.options.home, self.options.today);
        let mut plans: Vec<_> = book
            .sheets
            .iter()
            .map(|s| (s, plan(s, mapping, home, today)))
            .collect();
        // A form that asks for the people of a household has nobody in its main sheet: the repeated answers are the people.
        if !plans.iter().any(|(_, p)| p.kind == SheetKind::Persons)
            && !self.belong_elsewhere(book, &plans)
        {
            plans.iter_mut().for_each(|(_, p)| p.people_of_households());
        }
        let town = plans
            .iter()
            .filter(|(_, p)| p.barangay.is_some())
            .find_map(|(_, p)| p.town)
            .or_else(|| plans.iter().find_map(|(_, p)| p.town));
        for (sheet, p) in &mut plans {
            if p.barangay.is_none() && p.town.is_none() && town.is_some() {
                let households = p.households;
                *p = plan(sheet, mapping, town, today);
                if households {
                    p.people_of_households();
                }
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
