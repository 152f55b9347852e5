//! Statements as the log shows them: verified, in their chains, with who is late.

use super::count;
use crate::dto::AppError;
use crate::dto::custody::{DemandCounts, StatementRow, StatementText};
use crate::federation::view::Seen;
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_release::{Roster, Signed, Standing, Statement, logged, standing};
use ugnay_seal::FedId;

/// A statement found in the log, signed by the custodian it names.
#[derive(Clone)]
pub struct Said {
    /// Where it is.
    pub index: u64,
    /// The statement.
    pub statement: Signed<Statement>,
}

/// The statements among these entries. What is erased, or not signed by a custodian in office, is left out.
///
/// # Errors
/// What `body` fails with.
pub fn said(
    entries: &[Seen],
    fed: &FedId,
    roster: &Roster,
    mut body: impl FnMut(u64) -> Result<Option<Vec<u8>>, AppError>,
) -> Result<Vec<Said>, AppError> {
    let mut out = Vec::new();
    for seen in entries
        .iter()
        .filter(|s| s.entry.kind == EntryType::Statement)
    {
        let Some(bytes) = body(seen.index)? else {
            continue;
        };
        let Ok(statement) = logged::open::<Statement>(&seen.entry, &bytes) else {
            continue;
        };
        let true_public = seen.entry.public == logged::public_of_statement(statement.body());
        if true_public && Statement::verify(&statement, fed, roster).is_ok() {
            out.push(Said {
                index: seen.index,
                statement,
            });
        }
    }
    Ok(out)
}

/// Own statements and others', newest first; an own one that the log does not show yet is marked so.
pub(super) fn rows(
    me: u8,
    roster: Option<&Roster>,
    own: &[Signed<Statement>],
    said: &[Said],
    now: i64,
) -> Vec<StatementRow> {
    let waiting = own
        .iter()
        .filter(|o| said.iter().all(|s| s.statement.hash() != o.hash()))
        .map(|o| (o.body(), false));
    let mut all: Vec<(&Statement, bool)> = said
        .iter()
        .map(|s| (s.statement.body(), true))
        .chain(waiting)
        .collect();
    all.sort_by_key(|(s, _)| std::cmp::Reverse((s.date, s.number, s.x)));
    let mut newest = BTreeSet::new();
    all.into_iter()
        .map(|(s, in_log)| {
            let late = matches!(standing(Some(s), now), Standing::Overdue { .. });
            row(s, me, roster, in_log, newest.insert(s.x) && late)
        })
        .collect()
}

fn row(
    s: &Statement,
    me: u8,
    roster: Option<&Roster>,
    logged: bool,
    overdue: bool,
) -> StatementRow {
    let mut counts = DemandCounts::default();
    for (outcome, n) in s.counts.each() {
        count(&mut counts, outcome, n);
    }
    let text = |(language, text): &(String, String)| StatementText {
        language: language.clone(),
        text: text.clone(),
    };
    let name = roster
        .and_then(|r| r.custodian(s.x))
        .map(|c| c.name.clone());
    StatementRow {
        organisation: name.unwrap_or_default(),
        me: s.x == me,
        number: s.number,
        at: s.date,
        next_by: s.next_by,
        overdue,
        none: Some(s.none),
        counts,
        texts: s.texts.iter().map(text).collect(),
        logged,
    }
}
