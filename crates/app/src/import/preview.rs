//! The preview as the screen shows it.

use super::Open;
use crate::dto::{ColumnPreview, ImportPreview, ImportProblem, PersonRowPreview, SheetPreview};
use crate::places;
use ugnay_interchange::{Field, ParsedPerson, RowKind, RowRef, Source};
use ugnay_model::{Country, Phone, Psgc};

/// Problems and persons shown at most.
const MAX_PROBLEMS: usize = 500;
const MAX_SAMPLE: usize = 50;

pub(super) fn dto(open: &Open) -> ImportPreview {
    let report = &open.parsed.report;
    let new: Vec<&ParsedPerson> = open
        .parsed
        .persons
        .iter()
        .enumerate()
        .filter(|(i, _)| !open.known.contains(i))
        .map(|(_, p)| p)
        .collect();
    let problems: Vec<ImportProblem> = report
        .rows
        .iter()
        .flat_map(|r| {
            r.problems.iter().map(|p| ImportProblem {
                file: r.file.clone(),
                sheet: r.sheet.clone(),
                row: r.row,
                column: Some(p.column.clone()).filter(|c| !c.is_empty()),
                field: Some(p.field.clone()).filter(|f| !f.is_empty()),
                code: p.code.clone(),
                detail: p.detail.clone(),
            })
        })
        .collect();
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
        already_there: open.known.len() as u32,
        refused_consent: report
            .skipped
            .iter()
            .filter(|s| s.reason == "consent_refused")
            .count() as u32,
        problems_total: problems.len() as u32,
        problems: problems.into_iter().take(MAX_PROBLEMS).collect(),
        sample: new.iter().take(MAX_SAMPLE).map(|p| person(p)).collect(),
    }
}

fn sheet(open: &Open, index: usize, s: &ugnay_interchange::SheetPreview) -> SheetPreview {
    let mapping = open.mapping.sheets.get(&s.shape);
    let skipped = mapping.is_some_and(|m| m.skip);
    let reason = match () {
        () if s.rows == 0 => Some("empty"),
        () if s.hidden => Some("hidden"),
        () if !s.is_list => Some("no_header"),
        () if skipped => Some("left_out"),
        () => None,
    };
    let rows = open.parsed.report.rows.iter();
    let person_rows = rows
        .filter(|r| r.file == s.file && r.sheet == s.sheet && r.kind == RowKind::Person)
        .count();
    let psgc: Option<Psgc> = s.barangay.as_deref().and_then(|b| b.parse().ok());
    SheetPreview {
        index: index as u32,
        file: s.file.clone(),
        name: s.sheet.clone(),
        hidden: s.hidden,
        included: reason.is_none(),
        reason: reason.map(str::to_owned),
        header_rows: s.header_rows.clone(),
        person_rows: person_rows as u32,
        barangay_name: psgc.map(places::path),
        barangay: s.barangay.clone(),
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
