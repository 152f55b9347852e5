//! Demands and statements on the page. A list without demands is not shown as innocence.

use super::{Markup, Report, Words, day, due, html, section};
use crate::report::{Demand, DemandsOf, Statement};

/// What authorities demanded, by organisation.
pub(super) fn demands(report: &Report, words: &Words) -> Markup {
    let inside = html! {
        @if report.demands.is_empty() { p.note { (words.t("tp-demands-none", &[])) } }
        @for d in &report.demands { (of(d, words)) }
    };
    section(
        "demands",
        words,
        Some(words.t("tp-demands-text", &[])),
        inside,
    )
}

fn of(d: &DemandsOf, words: &Words) -> Markup {
    let head = |id: &str| words.t(id, &[]);
    let title = words.t(
        "tp-demands-count",
        &[
            ("who", d.organisation.as_str().into()),
            ("count", d.total.into()),
        ],
    );
    html! {
        article {
            h3 { (title) }
            ul.counts {
                @for (outcome, n) in &d.outcomes { li { (words.code("outcome", outcome)) ": " strong { (n) } } }
            }
            table {
                thead { tr {
                    th scope="col" { (head("tp-column-authority")) }
                    th scope="col" { (head("tp-column-asked")) }
                    th scope="col" { (head("tp-column-outcome")) }
                    th scope="col" { (head("tp-column-reported")) }
                } }
                tbody { @for one in &d.demands { (row(one, words)) } }
            }
        }
    }
}

fn row(d: &Demand, words: &Words) -> Markup {
    let head = |id: &str| words.t(id, &[]);
    let who = d.authority.unwrap_or("hidden");
    let asked: Vec<String> = d.asked.iter().map(|a| words.code("asked", a)).collect();
    let asked = if asked.is_empty() {
        words.code("asked", "hidden")
    } else {
        asked.join(", ")
    };
    html! {
        tr {
            th scope="row" { (words.code("authority", who)) }
            td data-label=(head("tp-column-asked")) { (asked) }
            td data-label=(head("tp-column-outcome")) { (words.code("outcome", d.outcome)) }
            td data-label=(head("tp-column-reported")) { (day(words, d.reported)) }
        }
    }
}

/// Statements, newest first; late organisations are marked.
pub(super) fn statements(report: &Report, words: &Words) -> Markup {
    let inside = html! {
        @if report.statements.is_empty() { p.note { (words.t("tp-statements-none", &[])) } }
        @for s in &report.statements { (statement(s, words)) }
    };
    section(
        "statements",
        words,
        Some(words.t("tp-statements-text", &[])),
        inside,
    )
}

fn statement(s: &Statement, words: &Words) -> Markup {
    let t = |id: &str| words.t(id, &[]);
    let title = words.t(
        "tp-statement-of",
        &[
            ("who", s.organisation.as_str().into()),
            ("number", s.number.to_string().into()),
        ],
    );
    let own = words.language().tag();
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let matching: Vec<_> = s.texts.iter().filter(|(tag, _)| base(tag) == own).collect();
    // In the reader's language if it was written in it, in all languages if not.
    let shown = if matching.is_empty() {
        s.texts.iter().collect()
    } else {
        matching
    };
    html! {
        article id={ "entry-" (s.index) } {
            h3 { (title) }
            p.soft { (day(words, s.date)) }
            @if s.newest { p { (due(Some(s.next_by), s.overdue, words)) } }
            @if !s.in_order { p { strong.late { (t("tp-statement-gap")) } } }
            @for (tag, text) in shown { p.said lang=(tag) { (text) } }
            @if s.erased { p { (t("tp-erased")) } }
            @if s.none { p { strong { (t("tp-statement-none")) } } }
            @else if s.counts.is_empty() { p { (t("tp-statement-no-counts")) } }
            @else {
                p { (t("tp-statement-counts")) ":" }
                ul.counts { @for (outcome, n) in &s.counts { li { (words.code("outcome", outcome)) ": " strong { (n) } } } }
            }
        }
    }
}
