//! Walking a sheet row by row: what each row is, and the persons in it. Every row is reported once.

use std::collections::{BTreeMap, HashMap};

use ugnay_model::Psgc;
use ugnay_places::{fold, gazetteer, is_ditto, is_nothing};

use crate::ImportError;
use crate::book::{Cell, Row, Sheet};
use crate::field::Field;
use crate::person::ParsedPerson;
use crate::preview::ImportOptions;
use crate::progress::Ticker;
use crate::report::{Problem, RowKind, RowReport, Skipped};
use crate::sheet::{Plan, SheetKind};

use links::Links;
use memo::Memo;

mod build;
mod contacts;
mod kinds;
pub(crate) mod links;
pub(crate) mod memo;
mod said;
#[cfg(test)]
mod tests;

/// What has been read so far.
#[derive(Default)]
pub(crate) struct Output {
    pub persons: Vec<ParsedPerson>,
    /// Fingerprint of what each was read from (see `memo.rs`).
    pub inputs: Vec<u64>,
    pub rows: Vec<RowReport>,
    pub skipped: Vec<Skipped>,
    /// Submissions of form exports.
    pub links: Links,
    /// Places already looked up.
    pub places: HashMap<(String, Option<Psgc>), Option<Psgc>>,
}

/// Where a resolved cell came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Own,
    /// Covered by a cell merged downwards.
    Merged,
    /// A ditto mark.
    Ditto,
}

pub(crate) type Resolved = BTreeMap<u16, (Cell, Origin)>;

/// What the last section row said.
#[derive(Default, Clone)]
pub(crate) struct Section {
    pub purok: Option<String>,
    pub barangay: Option<Psgc>,
    pub destination: Option<String>,
}

/// One pass over a sheet.
pub(crate) struct Walk<'a> {
    pub file: &'a str,
    pub sheet: &'a Sheet,
    pub plan: &'a Plan,
    pub options: &'a ImportOptions,
    pub out: &'a mut Output,
    pub section: Section,
    memo: Option<&'a Memo<'a>>,
    /// Fingerprint of the plan.
    planned: u64,
    above: BTreeMap<u16, Cell>,
    merged: HashMap<(u32, u16), (u32, u16)>,
    header_rows: Vec<&'a Row>,
    last_person: Option<usize>,
    /// The last row that is filled like the list (see `kinds::last_full`).
    last_full: u32,
    ended: bool,
}

/// Merged areas larger than this many cells are not spread.
const SPREAD: usize = 200_000;
/// Blank rows are listed between rows no further apart than this.
const GAP: u32 = 200;

impl<'a> Walk<'a> {
    pub fn new(
        file: &'a str,
        sheet: &'a Sheet,
        plan: &'a Plan,
        options: &'a ImportOptions,
        out: &'a mut Output,
    ) -> Self {
        let mut merged = HashMap::new();
        for m in sheet.merges.iter().filter(|m| m.rows.1 > m.rows.0) {
            for row in m.rows.0.saturating_add(1)..=m.rows.1.min(m.rows.0.saturating_add(2_000)) {
                for column in m.columns.0..=m.columns.1 {
                    if merged.len() < SPREAD {
                        merged.insert((row, column), (m.rows.0, m.columns.0));
                    }
                }
            }
        }
        let is_header = |r: &&Row| plan.header.rows.contains(&r.number);
        let header_rows = sheet.rows.iter().filter(is_header).collect();
        Self {
            header_rows,
            file,
            sheet,
            plan,
            options,
            out,
            section: Section::default(),
            memo: None,
            planned: memo::of_plan(plan),
            above: BTreeMap::new(),
            merged,
            last_person: None,
            last_full: kinds::last_full(sheet, plan),
            ended: false,
        }
    }

    /// What was read a moment ago counts for rows that are as they were.
    pub fn knowing(mut self, memo: Option<&'a Memo<'a>>) -> Self {
        self.memo = memo;
        self
    }

    /// Reads the sheet.
    ///
    /// # Errors
    /// [`ImportError::Cancelled`].
    pub fn run(mut self, ticker: &mut Ticker<'_>) -> Result<(), ImportError> {
        if self.plan.kind == SheetKind::Other {
            self.skip(0, "not_a_list");
        }
        let mut expected = 1u32;
        let sheet = self.sheet;
        for row in &sheet.rows {
            ticker.row()?;
            if row.number.saturating_sub(expected) <= GAP {
                for blank in expected..row.number {
                    self.report(blank, RowKind::Blank, None, Vec::new());
                }
            }
            expected = row.number.saturating_add(1);
            self.row(row);
        }
        Ok(())
    }

    /// A sheet that is not taken: of a visible one every row is named, of a hidden one nothing.
    pub fn left_out(mut self, reason: &'static str) {
        self.skip(0, reason);
        if self.sheet.hidden {
            return;
        }
        let sheet = self.sheet;
        for row in &sheet.rows {
            let header = self.plan.header.rows.contains(&row.number);
            let kind = if header {
                RowKind::Header
            } else {
                RowKind::Note
            };
            let (file, name) = (self.file.to_owned(), sheet.name.clone());
            self.out.rows.push(RowReport {
                file,
                sheet: name,
                row: row.number,
                kind,
                person: None,
                problems: Vec::new(),
                person_index: None,
            });
        }
    }

    pub fn report(
        &mut self,
        row: u32,
        kind: RowKind,
        person: Option<usize>,
        problems: Vec<Problem>,
    ) {
        let (file, sheet) = (self.file.to_owned(), self.sheet.name.clone());
        self.out.rows.push(RowReport {
            file,
            sheet,
            row,
            kind,
            person: None,
            problems,
            person_index: person,
        });
        let reason = match kind {
            RowKind::Title => "title",
            RowKind::Header => "header",
            RowKind::Section => "section",
            RowKind::Total => "total",
            RowKind::Note => "note",
            _ => return,
        };
        self.skip(row, reason);
    }

    pub fn skip(&mut self, row: u32, reason: &'static str) {
        let (file, sheet) = (self.file.to_owned(), self.sheet.name.clone());
        self.out.skipped.push(Skipped {
            file,
            sheet,
            row,
            reason,
        });
    }

    fn row(&mut self, row: &Row) {
        if self.plan.header.rows.contains(&row.number)
            || self.repeats_header(row)
            || self.plan.kind == SheetKind::Persons && kinds::captions(row, self)
        {
            return self.report(row.number, RowKind::Header, None, Vec::new());
        }
        if row.number < self.plan.first_data_row() {
            let kind = self.title(row);
            return self.report(row.number, kind, None, Vec::new());
        }
        match self.plan.kind {
            SheetKind::Other => {
                let untitled =
                    self.plan.header.rows.is_empty() && row.number < 4 && row.cells.len() == 1;
                let kind = if kinds::is_total(row) {
                    RowKind::Total
                } else if untitled {
                    RowKind::Title
                } else {
                    RowKind::Note
                };
                self.report(row.number, kind, None, Vec::new());
            }
            SheetKind::Contacts => self.form_contact(row),
            SheetKind::Persons => self.list_row(row),
        }
    }

    /// A row above the header: a title, or the heading of the first people ("Purok 2", "SAUDI ARABIA"), which holds for them.
    fn title(&mut self, row: &Row) -> RowKind {
        let [(_, cell)] = row.cells.as_slice() else {
            return RowKind::Title;
        };
        let text = cell.text();
        if self.plan.kind != SheetKind::Persons || !kinds::heads_people(&text) {
            return RowKind::Title;
        }
        self.open_section(row);
        RowKind::Section
    }

    fn repeats_header(&self, row: &Row) -> bool {
        self.header_rows
            .iter()
            .filter(|h| h.number < row.number)
            .any(|h| {
                let same = row
                    .cells
                    .iter()
                    .filter(|(c, cell)| {
                        h.get(*c)
                            .is_some_and(|x| fold(&x.text()) == fold(&cell.text()))
                    })
                    .count();
                same >= 2 && same.saturating_mul(10) >= row.cells.len().saturating_mul(6)
            })
    }

    fn list_row(&mut self, row: &Row) {
        if let Some(kind) = kinds::not_data(row, self) {
            self.ended |= matches!(kind, RowKind::Total | RowKind::Note);
            if kind == RowKind::Section {
                self.open_section(row);
            }
            return self.report(row.number, kind, None, Vec::new());
        }
        let resolved = self.resolve(row);
        if !self.names_somebody(&resolved) {
            return match self.last_person.filter(|_| self.continues(&resolved)) {
                Some(person) => self.continuation(row.number, person, &resolved),
                None if self.only_number(row) => {
                    self.report(row.number, RowKind::Blank, None, Vec::new())
                }
                None if row.cells.len() <= 2 => {
                    self.report(row.number, RowKind::Note, None, Vec::new())
                }
                None => self.person(row.number, &resolved),
            };
        }
        self.ended = false;
        self.person(row.number, &resolved);
    }

    pub fn after_end(&self) -> bool {
        self.ended
    }

    /// Cells with ditto marks and cells merged downwards filled in.
    fn resolve(&mut self, row: &Row) -> Resolved {
        let mut out = Resolved::new();
        // A second contact in a row of its own says nothing of the other columns: a ditto mark below means the row above it.
        let names: Vec<u16> = self.plan.name_columns().collect();
        let somebody = names.iter().any(|c| row.get(*c).is_some());
        for column in self
            .plan
            .header
            .columns
            .iter()
            .filter(|c| c.field != Field::Ignore)
            .map(|c| c.index)
        {
            let own = row.get(column);
            let value = match own {
                Some(Cell::Text(t)) if is_ditto(t) => {
                    self.above.get(&column).map(|c| (c.clone(), Origin::Ditto))
                }
                Some(cell) => Some((cell.clone(), Origin::Own)),
                None => self
                    .merged
                    .get(&(row.number, column))
                    .and_then(|_| self.above.get(&column))
                    .map(|c| (c.clone(), Origin::Merged)),
            };
            match &value {
                Some((cell, _)) => self.above.insert(column, cell.clone()),
                None if somebody => self.above.remove(&column),
                None => None,
            };
            if let Some(value) = value {
                out.insert(column, value);
            }
        }
        out
    }

    fn names_somebody(&self, cells: &Resolved) -> bool {
        let columns: Vec<u16> = self.plan.name_columns().collect();
        let named = |c: &u16| matches!(cells.get(c), Some((cell, Origin::Own)) if cell.text().chars().any(char::is_alphabetic) && !is_nothing(&cell.text()));
        columns.iter().any(named)
    }

    /// A row without a name that adds a contact or a phone to the one above.
    fn continues(&self, cells: &Resolved) -> bool {
        let own = |f: Field| {
            f.contact().is_some() || matches!(f, Field::Phone | Field::PhoneBoth | Field::Remarks)
        };
        let mut contact = false;
        for c in &self.plan.header.columns {
            if let Some((cell, Origin::Own)) = cells.get(&c.index) {
                contact |= own(c.field) && !is_nothing(&cell.text());
                if matches!(
                    c.field,
                    Field::BirthDate
                        | Field::Sex
                        | Field::Destination
                        | Field::DestinationEmployer
                        | Field::RowNumber
                ) {
                    return false;
                }
            }
        }
        contact
    }

    fn only_number(&self, row: &Row) -> bool {
        let number = self.plan.column(Field::RowNumber);
        row.cells
            .iter()
            .all(|(c, cell)| Some(*c) == number || is_nothing(&cell.text()))
    }

    fn open_section(&mut self, row: &Row) {
        let text = row
            .cells
            .iter()
            .map(|(_, c)| c.text())
            .collect::<Vec<_>>()
            .join(" ");
        let folded = fold(&text);
        let has = |w: &[&str]| folded.split(' ').any(|x| w.contains(&x));
        if has(&["purok", "sitio", "zone", "prk", "sona", "purok:"]) {
            self.section.purok = Some(crate::value::name::tidy(text.trim().trim_end_matches(':')));
            return;
        }
        if let Some(code) = self.barangay(&text) {
            self.section = Section {
                barangay: Some(code),
                ..Section::default()
            };
        } else if ugnay_places::read_destination(&text)
            .is_some_and(|d| d.certainty == ugnay_places::Certainty::Known)
        {
            self.section.destination = Some(text);
        }
    }

    /// A barangay by its written place, looked up once.
    pub fn barangay(&mut self, text: &str) -> Option<Psgc> {
        let key = (fold(text), self.plan.town);
        if let Some(known) = self.out.places.get(&key) {
            return *known;
        }
        let town = self.plan.town.and_then(|t| ugnay_places::Psgc::new(t.0));
        let code = text
            .trim()
            .parse::<ugnay_places::Psgc>()
            .ok()
            .and_then(|c| gazetteer().get(c));
        let hit = code
            .or_else(|| gazetteer().barangay_in(text, town))
            .map(|a| Psgc(a.code.number()));
        self.out.places.insert(key, hit);
        hit
    }

    pub fn set_last(&mut self, person: Option<usize>) {
        self.last_person = person;
    }
}
