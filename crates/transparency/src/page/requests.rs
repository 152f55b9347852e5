//! Requests and drills on the page: one card each, newest first.

use super::{Markup, Report, Words, day, html, moment, section};
use crate::report::{Closing, Decision, Request, State};

/// Both sections: what was asked in earnest, and drills apart from it.
pub(super) fn all(report: &Report, words: &Words) -> Markup {
    let text = report.federation.as_ref().map(|f| {
        words.t(
            "tp-requests-text",
            &[
                ("needed", f.approvals_needed.to_string().into()),
                ("stop", f.objections_stop.to_string().into()),
            ],
        )
    });
    let (drills, real): (Vec<&Request>, Vec<&Request>) =
        report.requests.iter().partition(|r| r.drill);
    html! {
        (section("requests", words, text, list(&real, "tp-requests-none", words)))
        (section("drills", words, Some(words.t("tp-drills-text", &[])), list(&drills, "tp-drills-none", words)))
    }
}

fn list(requests: &[&Request], none: &str, words: &Words) -> Markup {
    html! {
        @if requests.is_empty() { p.note { (words.t(none, &[])) } }
        @for r in requests { (card(r, words)) }
    }
}

fn card(r: &Request, words: &Words) -> Markup {
    let t = |id: &str| words.t(id, &[]);
    let desk = if r.desk.is_empty() {
        t("tp-unknown-desk")
    } else {
        r.desk.clone()
    };
    let purpose = words.code("purpose", r.purpose);
    let title = words.t(
        "tp-request-of",
        &[("purpose", purpose.into()), ("desk", desk.into())],
    );
    html! {
        article id={ "entry-" (r.index) } {
            h3 { (title) }
            p.soft { (words.t("tp-number", &[("index", r.index.to_string().into())])) }
            dl {
                dt { (t("tp-state")) } dd { strong { (state(r, words)) } }
                @if let Some(country) = &r.destination {
                    dt { (t("tp-destination")) } dd { (words.country(country)) }
                }
                dt { (t("tp-barangays")) }
                dd { (words.t("tp-barangays-count", &[("count", r.barangays.to_string().into())])) }
                dt { (t("tp-asked")) } dd { (moment(words, r.asked)) }
                dt { (t("tp-grant")) }
                dd { (words.t("tp-from-until", &[("from", words.moment(r.from).into()), ("until", words.moment(r.until).into())])) }
                dt { (t("tp-decisions")) }
                dd {
                    @if r.decisions.is_empty() { (t("tp-no-decisions")) }
                    @else { ul { @for d in &r.decisions { li { (decision(d, words)) } } } }
                }
                (end(r, words))
            }
        }
    }
}

fn state(r: &Request, words: &Words) -> String {
    let count = r.handed_over.to_string();
    match r.state {
        State::Waiting => words.t("tp-state-waiting", &[]),
        State::Stopped => words.t("tp-state-stopped", &[]),
        State::Expired => words.t("tp-state-expired", &[]),
        State::Opened => words.t("tp-state-opened", &[("count", count.into())]),
        State::Ended => words.t("tp-state-ended", &[("count", count.into())]),
    }
}

fn decision(d: &Decision, words: &Words) -> Markup {
    let id = format!("tp-decision-{}", d.decision);
    let said = words.t(&id, &[("who", d.custodian.as_str().into())]);
    html! {
        (said)
        @match d.reason {
            Some(reason) => { ": " (words.code("reason", reason)) },
            None => { ". " (words.t("tp-erased", &[])) },
        }
        " (" (moment(words, d.time)) ")"
    }
}

/// The end of a grant: closing, deletion, review. Shown as far as there is something to end.
fn end(r: &Request, words: &Words) -> Markup {
    let t = |id: &str| words.t(id, &[]);
    html! {
        @if let Some(c) = &r.closed { dt { (t("tp-closed")) } dd { (step(c, words)) } }
        @if let Some(d) = &r.deleted { dt { (t("tp-deletion")) } dd { p { (t("tp-deleted")) } (step(d, words)) } }
        @if r.deleted.is_none() && r.state == State::Ended { dt { (t("tp-deletion")) } dd { strong.late { (t("tp-deleted-not")) } } }
        @match (&r.review, r.review_due) {
            (Some(review), _) => { dt { (t("tp-review")) } dd { (step(review, words)) } },
            (None, Some(due)) => {
                dt { (t("tp-review")) }
                dd {
                    @let id = if r.review_overdue { "tp-review-overdue" } else { "tp-review-due" };
                    @let text = words.t(id, &[("when", words.day(due).into())]);
                    @if r.review_overdue { strong.late { (text) } } @else { (text) }
                }
            },
            (None, None) => {},
        }
    }
}

fn step(c: &Closing, words: &Words) -> Markup {
    html! {
        (day(words, c.time))
        @if let Some(text) = &c.text { p.said { (text) } }
        @if c.erased { p { (words.t("tp-erased", &[])) } }
    }
}
