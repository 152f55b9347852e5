//! Statements as the log shows them: verified, in their chains, with who is late.

use super::count;
use crate::dto::AppError;
use crate::dto::custody::{DemandCounts, StatementRow, StatementText};
use crate::federation::View;
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_release::{Signed, Standing, Statement, logged, standing};

/// A statement found in the log, signed by the custodian it names.
#[derive(Clone)]
pub struct Said {
    /// Where it is.
    pub index: u64,
    /// The organisation's name in the roster of that time.
    pub organisation: String,
    /// The key that signed it: two organisations that held one place after the other are two voices.
    pub key: [u8; 32],
    /// It is a custodian now; who left owes no further statement.
    pub in_office: bool,
    /// The statement.
    pub statement: Signed<Statement>,
}

/// The statements in the log as followed. What is erased, or was not signed by a custodian of its time, is left out.
///
/// # Errors
/// What `body` fails with.
pub fn said(
    view: &View,
    mut body: impl FnMut(u64) -> Result<Option<Vec<u8>>, AppError>,
) -> Result<Vec<Said>, AppError> {
    let f = &view.federation;
    let mut out = Vec::new();
    let all = view.entries().iter();
    for seen in all.filter(|s| s.entry.kind == EntryType::Statement) {
        let Some(bytes) = body(seen.index)? else {
            continue;
        };
        let Ok(statement) = logged::open::<Statement>(&seen.entry, &bytes) else {
            continue;
        };
        let roster = view.roster_at(seen.index);
        let true_public = seen.entry.public == logged::public_of_statement(statement.body());
        let Some(author) = roster.custodian(statement.body().x) else {
            continue;
        };
        if true_public && Statement::verify(&statement, f.fed(), roster).is_ok() {
            out.push(Said {
                index: seen.index,
                organisation: author.name.clone(),
                key: author.sign,
                in_office: f.roster().by_key(&author.sign).is_some(),
                statement,
            });
        }
    }
    Ok(out)
}

/// Whose statements a screen marks as its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// Its signing key.
    pub key: [u8; 32],
    /// Its name.
    pub name: String,
    /// It is a custodian now.
    pub in_office: bool,
}

/// Own statements and others', newest first; an own one that the log does not show yet is marked so.
pub(super) fn rows(
    me: &Me,
    own: &[Signed<Statement>],
    said: &[Said],
    now: i64,
) -> Vec<StatementRow> {
    let waiting = own
        .iter()
        .filter(|o| said.iter().all(|s| s.statement.hash() != o.hash()))
        .map(|o| Line {
            statement: o.body(),
            key: &me.key,
            name: &me.name,
            in_office: me.in_office,
            logged: false,
        });
    let mut all: Vec<Line<'_>> = said
        .iter()
        .map(|s| Line {
            statement: s.statement.body(),
            key: &s.key,
            name: &s.organisation,
            in_office: s.in_office,
            logged: true,
        })
        .chain(waiting)
        .collect();
    all.sort_by_key(|l| std::cmp::Reverse((l.statement.date, l.statement.number, l.statement.x)));
    let mut newest = BTreeSet::new();
    all.into_iter()
        .map(|l| {
            let late = matches!(standing(Some(l.statement), now), Standing::Overdue { .. });
            let overdue = newest.insert(*l.key) && late && l.in_office;
            l.row(*l.key == me.key, overdue)
        })
        .collect()
}

/// One statement on its way to a screen.
struct Line<'a> {
    statement: &'a Statement,
    key: &'a [u8; 32],
    name: &'a str,
    in_office: bool,
    logged: bool,
}

impl Line<'_> {
    fn row(&self, me: bool, overdue: bool) -> StatementRow {
        let s = self.statement;
        let mut counts = DemandCounts::default();
        for (outcome, n) in s.counts.each() {
            count(&mut counts, outcome, n);
        }
        let text = |(language, text): &(String, String)| StatementText {
            language: language.clone(),
            text: text.clone(),
        };
        StatementRow {
            organisation: self.name.to_owned(),
            me,
            number: s.number,
            at: s.date,
            next_by: s.next_by,
            overdue,
            none: Some(s.none),
            counts,
            texts: s.texts.iter().map(text).collect(),
            logged: self.logged,
        }
    }
}
