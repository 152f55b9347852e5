//! The copy somebody gets of everything that is held about them: as data, and on paper in their language. Says what is held,
//! where, what was agreed and what was corrected; must not leave anything out, values of a later version included.

use super::held;
use crate::dto::{AppError, ConsentPage, EraseLook, ErrorCode, HistoryRow, PaperLook};
use crate::export::Given;
use crate::history::{field_code, words};
use crate::paper::{day, look};
use crate::people::parse_id;
use crate::session::{App, Session};
use serde_json::{Value as Json, json};
use ugnay_model::{Facet, Key, PersonId, Value};
use ugnay_paper::sheets::{AccessCopy, Corrected, Held, Section};
use ugnay_register::ImportFix;

/// What both forms are made from.
struct Gathered {
    page: ConsentPage,
    look: EraseLook,
    /// The entry, and after it those merged into it.
    entries: Vec<PersonId>,
    history: Vec<HistoryRow>,
    /// The form begun and not saved.
    begun: Option<Json>,
    later: Vec<Json>,
    /// Cells of sheets corrected for them, kept for the next time the same row comes.
    fixes: Vec<ImportFix>,
}

impl App {
    fn gather(&mut self, id: &str) -> Result<Gathered, AppError> {
        let page = self.consents(id)?;
        let look = self.erase_look(id)?;
        let person = parse_id(id)?;
        let draft = self
            .drafts()?
            .into_iter()
            .find(|d| d.person.as_deref() == Some(id));
        let begun = draft.map(|d| self.draft(&d.id)).transpose()?;
        let (s, _) = self.open()?;
        let mut entries = vec![person];
        entries.extend(
            s.with_absorbed(person)?
                .into_iter()
                .filter(|e| *e != person),
        );
        let mut fixes = Vec::new();
        for one in &entries {
            fixes.extend(s.register.import_fixes_of(*one)?);
        }
        Ok(Gathered {
            fixes,
            page,
            look,
            entries,
            history: s.history_of(person)?,
            begun: begun.and_then(|d| serde_json::to_value(d.card).ok()),
            later: s.later_about(person)?,
        })
    }

    /// Everything held about one person, as JSON. That it was made is written down, without saying whose it is.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`], [`ErrorCode::Disk`].
    pub fn access_copy(&mut self, id: &str) -> Result<String, AppError> {
        let g = self.gather(id)?;
        let (s, env) = self.open()?;
        let mut entries = Vec::new();
        for entry in &g.entries {
            entries.push((s.slots(*entry, Facet::Card)?, s.slots(*entry, Facet::Case)?));
        }
        let mut entries = entries.into_iter();
        let (card, case) = entries.next().unwrap_or_default();
        let merged: Vec<Json> = entries
            .map(|(card, case)| json!({ "card": card, "case": case }))
            .collect();
        let copy = json!({
            "person": g.look.person,
            "name": g.look.name,
            "register": s.about.label,
            "made": env.now(),
            "card": card,
            "case": case,
            "merged_entries": merged,
            "consents": g.page.purposes,
            "consent_history": g.page.history,
            "corrections": g.history.iter().filter(|r| r.correction).collect::<Vec<_>>(),
            "changes": g.history,
            "begun_and_not_saved": g.begun,
            "cells_to_look_at": g.later,
            "corrected_in_imports": remembered(&g.fixes),
            "kept": {
                "reach": g.page.reach,
                "other_devices": g.look.other_devices,
                "sealed_at_buffer": g.look.at_buffer,
                "imported_from": g.look.sheet,
            },
        });
        let text = serde_json::to_string_pretty(&copy).map_err(|_| ErrorCode::Internal)?;
        s.write_down(env, Given::access("access_json"))?;
        Ok(text)
    }

    /// The same on paper, to be read.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`], [`ErrorCode::Disk`].
    pub fn access_paper(&mut self, id: &str, asked: &PaperLook) -> Result<Vec<u8>, AppError> {
        let g = self.gather(id)?;
        let (s, env) = self.open()?;
        let mut sections = Vec::new();
        for (at, entry) in g.entries.iter().enumerate() {
            sections.extend(s.sections(*entry, at > 0)?);
        }
        sections.push(agreed(&g.page));
        sections.push(kept(&g));
        let corrections = g.history.iter().filter(|r| r.correction);
        let copy = AccessCopy {
            name: g.look.name.clone(),
            place: s.place_in_words(),
            officer: s.about.officer.clone(),
            day: day(env.now()),
            sections,
            corrections: corrections.map(corrected).collect(),
        };
        let pdf = copy.pdf(look(asked))?;
        s.write_down(env, Given::access("access_pdf"))?;
        Ok(pdf)
    }
}

impl Session {
    fn slots(&self, id: PersonId, facet: Facet) -> Result<Vec<Json>, AppError> {
        let record = self.register.record(id, facet)?;
        let held = record.iter().flat_map(|r| r.slots());
        Ok(held
            .filter_map(|(key, slot)| Some(held_value(*key, slot.value()?, slot.others())))
            .collect())
    }

    /// An entry by sections; one that was merged into another in a single one for each half.
    fn sections(&self, id: PersonId, merged: bool) -> Result<Vec<Section>, AppError> {
        let card = self.register.record(id, Facet::Card)?;
        let case = self.register.record(id, Facet::Case)?;
        let section = |title: &str, rows: Vec<Held>| Section {
            title: title.to_owned(),
            rows,
        };
        let first = if merged { "#pr-merged" } else { "#pr-card" };
        let mut out = vec![section(first, held::rows(card.as_ref()))];
        out.extend(held::contacts(id, card.as_ref()));
        let rows = held::rows(case.as_ref());
        if !merged || !rows.is_empty() {
            out.push(section("#pr-case", rows));
        }
        Ok(out)
    }
}

fn line(label: &str, value: String) -> Held {
    Held {
        label: label.to_owned(),
        value,
    }
}

fn agreed(page: &ConsentPage) -> Section {
    let said = |row: &crate::dto::ConsentRow| {
        let Some(given) = row.given else {
            return "#pr-not-asked".to_owned();
        };
        let answer = if given { "#yes" } else { "#no" };
        let who = if row.by.is_empty() {
            "#pr-by-them"
        } else {
            &row.by
        };
        let when = row.at.map(day).unwrap_or_default();
        format!("{answer}; {when}; {who}; #how-{}", row.how)
    };
    let rows = page.purposes.iter();
    Section {
        title: "#pr-agreed".to_owned(),
        rows: rows
            .map(|r| line(&format!("#purpose-{}", r.purpose), said(r)))
            .collect(),
    }
}

fn kept(g: &Gathered) -> Section {
    let yes = |is: bool| if is { "#yes" } else { "#no" }.to_owned();
    let mut rows = vec![
        line("#pr-reach", format!("#reach-{}", g.page.reach)),
        line("#pr-devices", g.look.other_devices.to_string()),
        line("#pr-buffer", yes(g.look.at_buffer)),
    ];
    rows.extend(g.look.sheet.clone().map(|file| line("#pr-sheet", file)));
    let cell = |v: &Json, key: &str| {
        v.get(key)
            .map(|t| t.to_string().replace('"', ""))
            .unwrap_or_default()
    };
    rows.extend(g.later.iter().map(|v| {
        let parts = ["file", "sheet", "row", "column"].map(|k| cell(v, k));
        line("#pr-to-look-at", parts.join("; "))
    }));
    let fixed = |f: &ImportFix| {
        line(
            "#pr-remembered",
            format!("{}; {}; {}", f.place, f.was, f.now),
        )
    };
    rows.extend(g.fixes.iter().map(fixed));
    if let Some(begun) = &g.begun {
        let mut texts = Vec::new();
        leaves(begun, &mut texts);
        rows.push(line("#pr-begun", texts.join("; ")));
    }
    Section {
        title: "#pr-where".to_owned(),
        rows,
    }
}

/// Every text of a form that is not empty.
fn leaves(v: &Json, out: &mut Vec<String>) {
    match v {
        Json::String(t) if !t.is_empty() => out.push(t.clone()),
        Json::Array(list) => list.iter().for_each(|v| leaves(v, out)),
        Json::Object(map) => map
            .iter()
            .filter(|(k, _)| *k != "id")
            .for_each(|(_, v)| leaves(v, out)),
        _ => {}
    }
}

fn corrected(row: &HistoryRow) -> Corrected {
    let field = match row.field.strip_prefix("contact_") {
        Some(part) => format!("#field-contact-{part}"),
        None => format!("#field-{}", row.field),
    };
    let by = if row.by.is_empty() {
        format!("#source-{}", row.source)
    } else {
        row.by.clone()
    };
    Corrected {
        day: day(row.at),
        field,
        before: row.before.clone().unwrap_or_default(),
        after: row.after.clone().unwrap_or_default(),
        by,
    }
}

/// Corrections kept for the next time the same row comes.
fn remembered(fixes: &[ImportFix]) -> Vec<Json> {
    let one = |f: &ImportFix| json!({ "cell": f.place, "was": f.was, "now": f.now, "at": f.at });
    fixes.iter().map(one).collect()
}

/// A value in words, with those kept beside it; bytes this version does not know are said to be there.
fn held_value<'a>(key: Key, shown: &Value, others: impl Iterator<Item = &'a Value>) -> Json {
    let text = |v: &Value| match v {
        Value::Raw(bytes) => format!("{} bytes of a later version", bytes.len()),
        known => words(known),
    };
    let others: Vec<String> = others.map(text).collect();
    json!({ "field": field_code(key), "value": text(shown), "others": others })
}
