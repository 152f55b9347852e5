//! `ugnay find`, `ugnay duplicates`, `ugnay match`.

use crate::args::{Duplicates, Find, Match};
use crate::fail::{Fail, say};
use crate::{register, sheets};
use serde_json::json;
use std::fs;
use ugnay_app::dto::{DuplicatePair, PeopleQuery};
use ugnay_app::reason_in_english;

pub fn find(args: &Find, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let query = PeopleQuery {
        text: args.query.clone(),
        limit: args.limit,
        ..PeopleQuery::default()
    };
    let page = app.people(&query)?;
    if json {
        let rows: Vec<_> = page
            .rows
            .iter()
            .map(|r| {
                json!({ "id": r.id, "name": r.name, "barangay": r.barangay_name, "destination": r.country,
                        "score": r.score, "why": r.why })
            })
            .collect();
        say!("{}", json!(rows));
    } else {
        for r in &page.rows {
            let place = [r.barangay_name.as_deref(), r.country_name.as_deref()];
            let place = place.into_iter().flatten().collect::<Vec<_>>().join(" → ");
            say!("{}  {}  {}", r.id, r.name, place);
        }
    }
    if page.rows.is_empty() {
        Err(Fail::No)
    } else {
        Ok(())
    }
}

pub fn duplicates(args: &Duplicates, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let pairs = app.duplicates(&mut sheets::progress())?;
    let words = |p: &DuplicatePair| -> Vec<String> {
        p.why.iter().map(|w| reason_in_english(&w.code)).collect()
    };
    if json {
        let rows: Vec<_> = pairs
            .iter()
            .map(|p| json!({ "a": p.a, "b": p.b, "score": p.score, "why": words(p) }))
            .collect();
        say!("{}", json!(rows));
    } else {
        for p in &pairs {
            let why = words(p).join("; ");
            say!(
                "{:.3}  {} {}  {} {}  ({why})",
                p.score,
                p.a.id,
                p.a.name,
                p.b.id,
                p.b.name
            );
        }
    }
    if pairs.is_empty() {
        Err(Fail::No)
    } else {
        Ok(())
    }
}

pub fn match_list(args: &Match, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let file = sheets::read(&args.list)?;
    let rows = app.match_list(&file, &mut sheets::progress())?;
    let text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    if let Some(out) = &args.out {
        fs::write(out, &text)?;
    }
    if json {
        say!("{text}");
    } else {
        for r in &rows {
            say!(
                "{}  {}  {:.3}  {}",
                r.row,
                r.decision,
                r.score,
                r.why.join("; ")
            );
        }
    }
    if rows.iter().any(|r| r.decision == "propose") {
        Ok(())
    } else {
        Err(Fail::No)
    }
}
