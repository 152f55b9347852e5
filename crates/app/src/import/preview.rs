//! The preview as the screen shows it.

use super::commit::there_or_twice;
use super::{Open, remember};
use crate::dto::{
    ColumnPreview, FixedCell, ImportPreview, ImportProblem, PersonRowPreview, SheetPreview,
};
use crate::places;
use ugnay_interchange::{
    DateOrder, Field, Fix, Fixes, ParsedPerson, Problem, Report, RowKind, RowRef, RowReport, Source,
};
use ugnay_model::{Country, Phone, Psgc};

/// Problems and persons shown at most.
const MAX_PROBLEMS: usize = 500;
const MAX_SAMPLE: usize = 50;

pub(super) fn dto(open: &Open) -> ImportPreview {
    let report = &report_with_differences(open);
    let new: Vec<&ParsedPerson> = open
        .parsed
        .persons
        .iter()
        .enumerate()
        .filter(|(i, _)| !open.known.contains_key(i) && !open.twice.contains_key(i))
        .map(|(_, p)| p)
        .collect();
    let doubts = || {
        let rows = report.rows.iter();
        rows.flat_map(|r| r.problems.iter().map(move |p| (r, p)))
    };
    ImportPreview {
        token: open.token.clone(),
        files: report.files.iter().map(|f| f.file.clone()).collect(),
        sheets: open
            .preview
            .sheets
            .iter()
            .enumerate()
            .map(|(i, s)| sheet(open, i, s))
            .collect(),
        persons: new.len() as u32,
        contacts: new.iter().map(|p| p.contacts.len() as u32).sum(),
        already_there: there_or_twice(open),
        differing: open.differing.values().map(|d| d.len() as u32).sum(),
        update: open.update,
        refused_consent: report
            .skipped
            .iter()
            .filter(|s| s.reason == "consent_refused")
            .count() as u32,
        problems_total: doubts().count() as u32,
        problems: doubts()
            .take(MAX_PROBLEMS)
            .map(|(r, p)| problem(open, r, p))
            .collect(),
        sample: new.iter().take(MAX_SAMPLE).map(|p| person(p)).collect(),
        fixes: {
            let again = remember::earlier(&open.preview, &open.again);
            open.fixes.iter().map(|f| fixed(f, &again)).collect()
        },
    }
}

/// The report, with the cells that say otherwise than the register among its problems: the detail is what the register has.
pub(super) fn report_with_differences(open: &Open) -> Report {
    let mut report = open.parsed.report.clone();
    for row in &mut report.rows {
        let told = row.person_index.filter(|_| row.kind == RowKind::Person);
        let Some(told) = told.and_then(|at| open.differing.get(&at)) else {
            continue;
        };
        for differs in told {
            let (column, field) = column_of(open, row, &differs.fields);
            row.problems.push(Problem {
                column,
                field,
                code: "differs".to_owned(),
                detail: differs.was.clone(),
            });
        }
    }
    report
}

/// The first of these fields that the row's sheet has a column for, with its letters; a file without sheets has none.
fn column_of(open: &Open, row: &RowReport, fields: &[Field]) -> (String, String) {
    let mut sheets = open.preview.sheets.iter();
    let sheet = sheets.find(|s| s.file == row.file && s.sheet == row.sheet);
    let chosen = sheet.and_then(|s| open.mapping.sheets.get(&s.shape));
    let find = |field: &Field| {
        let mut columns = sheet?.columns.iter();
        let is = |c: &&ugnay_interchange::ColumnPreview| {
            let said = chosen.and_then(|m| m.columns.get(&c.key)).copied();
            said.unwrap_or(c.field) == *field
        };
        Some((columns.find(is)?.letters.clone(), field.to_string()))
    };
    let first = || fields.first().map(Field::to_string).unwrap_or_default();
    fields
        .iter()
        .find_map(find)
        .unwrap_or_else(|| (String::new(), first()))
}

fn problem(open: &Open, r: &RowReport, p: &Problem) -> ImportProblem {
    let at = (r.file.as_str(), r.sheet.as_str(), r.row, p.column.as_str());
    let read = open.preview.cell(at.0, at.1, at.2, at.3);
    let fix = open.fixes.get(at.0, at.1, at.2, at.3);
    ImportProblem {
        file: r.file.clone(),
        sheet: r.sheet.clone(),
        row: r.row,
        column: Some(p.column.clone()).filter(|c| !c.is_empty()),
        field: Some(p.field.clone()).filter(|f| !f.is_empty()),
        code: p.code.clone(),
        detail: p.detail.clone(),
        // Of somebody who said no nothing is shown, and the answer is not changed in passing.
        fixable: read.is_some() && p.code != "consent_refused",
        value: match (fix, p.code.as_str()) {
            (_, "consent_refused") => String::new(),
            (Some(fix), _) => fix.now.clone(),
            (None, _) => read.unwrap_or_default(),
        },
    }
}

fn fixed(f: &Fix, again: &Fixes) -> FixedCell {
    let earlier = again.get(&f.file, &f.sheet, f.row, &f.column);
    FixedCell {
        earlier: earlier.is_some_and(|e| e.now == f.now),
        file: f.file.clone(),
        sheet: f.sheet.clone(),
        row: f.row,
        column: f.column.clone(),
        was: f.was.clone(),
        now: f.now.clone(),
    }
}

fn sheet(open: &Open, index: usize, s: &ugnay_interchange::SheetPreview) -> SheetPreview {
    let mapping = open.mapping.sheets.get(&s.shape);
    let state = open.parsed.sheets.get(index);
    let (is_list, taken) = state.map_or((false, false), |x| (x.is_list, x.taken));
    let reason = match () {
        () if s.rows == 0 => Some("empty"),
        () if !is_list => Some("no_header"),
        () if !taken && s.hidden => Some("hidden"),
        () if !taken => Some("left_out"),
        () => None,
    };
    let doubts = |code: &str| {
        let rows = open.parsed.report.rows.iter();
        let mine = rows.filter(|r| r.file == s.file && r.sheet == s.sheet);
        mine.flat_map(|r| &r.problems)
            .filter(|p| p.code == code)
            .count() as u32
    };
    let named = open.mapping.places.get(&s.sheet).or(s.barangay.as_ref());
    let psgc: Option<Psgc> = named.and_then(|b| b.parse().ok());
    SheetPreview {
        index: index as u32,
        file: s.file.clone(),
        name: s.sheet.clone(),
        hidden: s.hidden,
        included: reason.is_none(),
        reason: reason.map(str::to_owned),
        decided: mapping.is_some_and(|m| m.decided(&s.sheet).is_some()),
        header_rows: s.header_rows.clone(),
        person_rows: state.map_or(0, |x| x.persons as u32),
        date_order: mapping
            .and_then(|m| m.date_order)
            .map(|o| match o {
                DateOrder::Dmy => "dmy",
                DateOrder::Mdy => "mdy",
            })
            .map(str::to_owned),
        ambiguous_dates: doubts("ambiguous_date"),
        without_barangay: doubts("barangay_missing"),
        barangay_name: psgc.map(places::path),
        barangay: psgc.map(|p| p.to_string()),
        columns: s.columns.iter().map(|c| column(mapping, c)).collect(),
    }
}

fn column(
    mapping: Option<&ugnay_interchange::SheetMapping>,
    c: &ugnay_interchange::ColumnPreview,
) -> ColumnPreview {
    let field = mapping
        .and_then(|m| m.columns.get(&c.key))
        .copied()
        .unwrap_or(c.field);
    let code = if field == Field::Ignore {
        String::new()
    } else {
        field.to_string()
    };
    ColumnPreview {
        column: c.letters.clone(),
        header: c.header.clone(),
        field: code,
        samples: c.samples.clone(),
    }
}

fn person(p: &ParsedPerson) -> PersonRowPreview {
    let name = match (p.surname.is_empty(), p.given.is_empty()) {
        (false, false) => format!("{}, {} {}", p.surname, p.given, p.middle)
            .trim()
            .to_owned(),
        _ => p.name_typed.clone(),
    };
    let country = match p.destination.country {
        _ if p.destination.sea_based => Some(Country::SEA),
        Some(c) => c.as_str().parse().ok(),
        None => None,
    };
    let parts = [
        p.destination.place.clone(),
        country.map(places::country_name),
    ];
    let contact = p.contacts.first().map(|c| {
        let phone = c.phones.first().map(Phone::shown).unwrap_or_default();
        format!("{} {phone}", c.name).trim().to_owned()
    });
    PersonRowPreview {
        sheet: p.source.sheet.clone(),
        row: p.source.row,
        name,
        destination: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        birth: p.birth.map(|b| b.to_string()).unwrap_or_default(),
        contact: contact.unwrap_or_default(),
    }
}

pub(super) fn row_ref(source: &Source) -> RowRef {
    RowRef {
        sheet: source.sheet.clone(),
        row: source.row,
    }
}
