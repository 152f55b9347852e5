//! The second step of an import: persons and the report, from what was read, with a mapping and corrections. Writes nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::ImportError;
use crate::book::{self, Book};
use crate::entry::{Entry, Fixed, Listed};
use crate::fix::Fixes;
use crate::mapping::Mapping;
use crate::preview::{Content, Parsed, Preview, SheetState};
use crate::progress::{Progress, Ticker};
use crate::report::{FileReport, Report, RowKind, SheetReport, Skipped};
use crate::rows::memo::{self, Memo};
use crate::rows::{Output, Walk};
use crate::sheet::{Plan, SheetKind, column_key};

/// Reads the persons with this mapping and these corrections.
///
/// # Errors
/// [`ImportError::Cancelled`].
pub fn apply(
    preview: &Preview,
    mapping: &Mapping,
    fixes: &Fixes,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Parsed, ImportError> {
    read(preview, (mapping, fixes), None, progress)
}

/// The same with what was read of this preview a moment ago: only what changed is read anew, with the same result.
///
/// # Errors
/// [`ImportError::Cancelled`].
pub fn apply_again(
    preview: &Preview,
    mapping: &Mapping,
    fixes: &Fixes,
    before: &Parsed,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Parsed, ImportError> {
    read(preview, (mapping, fixes), Some(before), progress)
}

fn read(
    preview: &Preview,
    (mapping, fixes): (&Mapping, &Fixes),
    before: Option<&Parsed>,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Parsed, ImportError> {
    let memo = before.map(Memo::of);
    let memo = memo.as_ref();
    let mut out = Output::default();
    let mut files = Vec::new();
    let rows = preview.files.iter().map(|f| f.content.rows()).sum();
    let mut ticker = Ticker::new(preview.files.len(), rows, progress);
    let mut states_of: Vec<Vec<SheetState>> = vec![Vec::new(); preview.files.len()];
    // Repeated answers in a file of their own come after the submissions they belong to.
    for (index, file) in preview.submissions_first() {
        ticker.file(index)?;
        let mut states = Vec::new();
        let sheets = match &file.content {
            Content::Book { book, form: true } => form(&file.name, book, &mut out),
            Content::Book { book, form: false } => {
                let reading = Reading {
                    preview,
                    file: &file.name,
                    mapping,
                    fixes,
                    memo,
                };
                reading.sheets(book, &mut out, &mut states, &mut ticker)?
            }
            Content::Entries(list) => {
                let today = preview.options.today;
                entries(
                    (&file.name, today),
                    list,
                    (fixes, memo),
                    &mut out,
                    &mut ticker,
                )?
            }
        };
        let read = FileReport {
            file: file.name.clone(),
            sheets,
        };
        files.push((index, read));
        if let Some(slot) = states_of.get_mut(index) {
            *slot = states;
        }
    }
    files.sort_by_key(|(index, _)| *index);
    for file in &preview.twice {
        out.skipped.push(Skipped {
            file: file.clone(),
            sheet: String::new(),
            row: 0,
            reason: "same_file",
        });
    }
    let contacts = out.persons.iter().map(|p| p.contacts.len()).sum();
    let report = Report {
        files: files.into_iter().map(|(_, f)| f).collect(),
        persons: out.persons.len(),
        contacts,
        fixes: fixes.in_rows(&out.rows),
        rows: out.rows,
        skipped: out.skipped,
        ..Report::default()
    };
    Ok(Parsed {
        persons: out.persons,
        report,
        sheets: states_of.into_iter().flatten().collect(),
        inputs: out.inputs,
    })
}

/// One file's sheets being read.
struct Reading<'r> {
    preview: &'r Preview,
    file: &'r str,
    mapping: &'r Mapping,
    fixes: &'r Fixes,
    memo: Option<&'r Memo<'r>>,
}

impl Reading<'_> {
    fn sheets(
        &self,
        book: &Book,
        out: &mut Output,
        states: &mut Vec<SheetState>,
        ticker: &mut Ticker<'_>,
    ) -> Result<Vec<SheetReport>, ImportError> {
        let plans = self.preview.plans(book, Some(self.mapping));
        let mut read: Vec<SheetState> = plans.iter().map(|(s, p)| self.state(s, p)).collect();
        for kind in [SheetKind::Persons, SheetKind::Contacts, SheetKind::Other] {
            for ((sheet, plan), state) in plans.iter().zip(&mut read) {
                if plan.kind == kind {
                    self.sheet(sheet, plan, state, out, ticker)?;
                }
            }
        }
        states.extend(read);
        Ok(plans.iter().map(|(s, p)| sheet_report(s, p)).collect())
    }

    fn state(&self, sheet: &book::Sheet, plan: &Plan) -> SheetState {
        let chosen = self.mapping.sheets.get(&plan.shape);
        let visible = !sheet.hidden || self.preview.options.include_hidden;
        let decided = chosen.and_then(|c| c.decided(&sheet.name));
        SheetState {
            is_list: plan.kind != SheetKind::Other,
            taken: decided.unwrap_or(visible),
            persons: 0,
        }
    }

    fn sheet(
        &self,
        sheet: &book::Sheet,
        plan: &Plan,
        state: &mut SheetState,
        out: &mut Output,
        ticker: &mut Ticker<'_>,
    ) -> Result<(), ImportError> {
        let fixed = self.fixes.patched(self.file, sheet);
        let options = &self.preview.options;
        let count = |rows: &[crate::report::RowReport]| {
            rows.iter().filter(|r| r.kind == RowKind::Person).count()
        };
        if state.taken {
            let before = out.rows.len();
            let walk = Walk::new(self.file, &fixed, plan, options, out);
            walk.knowing(self.memo).run(ticker)?;
            state.persons = count(out.rows.get(before..).unwrap_or_default());
            return Ok(());
        }
        if plan.kind == SheetKind::Persons {
            let mut aside = Output::default();
            Walk::new(self.file, &fixed, plan, options, &mut aside).run(ticker)?;
            state.persons = count(&aside.rows);
        }
        let (hidden, walk) = (
            sheet.hidden,
            Walk::new(self.file, sheet, plan, options, out),
        );
        walk.left_out(if hidden { "hidden_sheet" } else { "left_out" });
        Ok(())
    }
}

fn sheet_report(sheet: &book::Sheet, plan: &Plan) -> SheetReport {
    SheetReport {
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
    }
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
fn entries(
    (file, today): (&str, NaiveDate),
    list: &[Listed],
    (fixes, memo): (&Fixes, Option<&Memo<'_>>),
    out: &mut Output,
    ticker: &mut Ticker<'_>,
) -> Result<Vec<SheetReport>, ImportError> {
    let fixed = fixes.of_entries(file);
    let none = Fixed::new();
    for (number, listed) in (1u32..).zip(list) {
        ticker.row()?;
        let mine = fixed.get(&number).unwrap_or(&none);
        let input = memo::of_entry(mine);
        let known = memo.and_then(|m| m.find(file, "", number, input));
        let e = known.map_or_else(
            || listed.read(file, number, today, mine),
            |(person, problems)| Entry { person, problems },
        );
        let nobody = e.person.is_nobody();
        let at = out.persons.len();
        out.rows.push(crate::report::RowReport {
            file: file.to_owned(),
            sheet: String::new(),
            row: number,
            kind: if nobody {
                RowKind::Note
            } else {
                RowKind::Person
            },
            person: None,
            problems: e.problems,
            person_index: (!nobody).then_some(at),
        });
        if nobody {
            out.skipped.push(Skipped {
                file: file.to_owned(),
                sheet: String::new(),
                row: number,
                reason: "note",
            });
            continue;
        }
        out.persons.push(e.person);
        out.inputs.push(input);
    }
    Ok(vec![SheetReport {
        sheet: String::new(),
        rows_read: list.len(),
        header_rows: Vec::new(),
        mapping: BTreeMap::new(),
        hidden: false,
    }])
}
