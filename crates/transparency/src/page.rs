//! The page: headings, lists and tables, no script, no picture, nothing from elsewhere. Owns its order and its markup.
//! Every visible word comes from the catalogue, from the roster, or was signed by the organisation that said it.

use crate::report::{LogHead, Report};
use crate::words::Words;
use maud::{DOCTYPE, Markup, html};
use ugnay_words::Language;

mod demands;
mod requests;

/// The page's style: the interface's colours and sizes, then the page's own rules.
pub const STYLE: &str = concat!(
    include_str!("../../../ui/src/shared/tokens.css"),
    include_str!("page/page.css")
);

/// The whole page. `path` is where it is served; a language's page lies below it.
#[must_use]
pub fn render(report: &Report, words: &Words, path: &str) -> String {
    let title = match &report.federation {
        Some(f) => words.t("tp-title", &[("name", f.name.as_str().into())]),
        None => words.t("tp-title-unnamed", &[]),
    };
    let demo = report.federation.as_ref().is_some_and(|f| f.demo);
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                link rel="stylesheet" href={ (path) "/page.css" };
                @for l in Language::ALL {
                    link rel="alternate" hreflang=(l.tag()) href={ (path) "/" (l.tag()) };
                }
            }
            body {
                header {
                    @if demo { p.demo { (words.t("tp-demo", &[])) } }
                    (languages(words, path))
                    h1 { (title) }
                    p.lead { (words.t("tp-intro", &[])) }
                    p { strong { (words.t("tp-no-names", &[])) } }
                    p.soft { (words.t("tp-as-of", &[("when", words.moment(report.at).into())])) }
                    @if report.federation.is_none() {
                        p.note { (words.t("tp-nothing-yet", &[])) }
                    }
                    (contents(words))
                }
                main {
                    (requests::all(report, words))
                    (demands::demands(report, words))
                    (demands::statements(report, words))
                    (who(report, words))
                    (log(report.log.as_ref(), words))
                }
                footer {
                    p { a href={ (path) ".json" } { (words.t("tp-machine", &[])) } }
                }
            }
        }
    }
    .into_string()
}

fn languages(words: &Words, path: &str) -> Markup {
    html! {
        nav.languages aria-label=(words.t("tp-language", &[])) {
            @for l in Language::ALL {
                @if l == words.language() {
                    a href={ (path) "/" (l.tag()) } lang=(l.tag()) aria-current="page" { (l.name()) }
                } @else {
                    a href={ (path) "/" (l.tag()) } lang=(l.tag()) hreflang=(l.tag()) { (l.name()) }
                }
            }
        }
    }
}

const SECTIONS: [&str; 6] = ["requests", "drills", "demands", "statements", "who", "log"];

fn contents(words: &Words) -> Markup {
    html! {
        nav.contents aria-label=(words.t("tp-contents", &[])) {
            @for id in SECTIONS {
                a href={ "#" (id) } { (words.t(&format!("tp-{id}"), &[])) }
            }
        }
    }
}

/// A section with its heading and one sentence.
fn section(id: &str, words: &Words, text: Option<String>, inside: Markup) -> Markup {
    html! {
        section id=(id) aria-labelledby={ (id) "-title" } {
            h2 id={ (id) "-title" } { (words.t(&format!("tp-{id}"), &[])) }
            @if let Some(text) = text { p.soft { (text) } }
            (inside)
        }
    }
}

/// A day that machines can read too.
fn day(words: &Words, seconds: i64) -> Markup {
    let iso = crate::day::Moment::of(seconds).iso();
    html! { time datetime=(iso) { (words.day(seconds)) } }
}

/// A day with its time.
fn moment(words: &Words, seconds: i64) -> Markup {
    let iso = crate::day::Moment::of(seconds).iso();
    html! { time datetime=(iso) { (words.moment(seconds)) } }
}

fn who(report: &Report, words: &Words) -> Markup {
    let head = |id: &str| words.t(id, &[]);
    let rows = html! {
        table {
            thead { tr {
                th scope="col" { (head("tp-column-organisation")) }
                th scope="col" { (head("tp-column-role")) }
                th scope="col" { (head("tp-column-jurisdiction")) }
                th scope="col" { (head("tp-column-statement")) }
            } }
            tbody {
                @for c in &report.custodians {
                    tr {
                        th scope="row" { (c.name) }
                        td data-label=(head("tp-column-role")) { (words.t("tp-role-custodian", &[("number", c.x.to_string().into())])) }
                        td data-label=(head("tp-column-jurisdiction")) { (c.jurisdiction) }
                        td data-label=(head("tp-column-statement")) { (due(c.statement_due, c.overdue, words)) }
                    }
                }
                @for w in &report.witnesses {
                    tr {
                        th scope="row" { (w.name) }
                        td data-label=(head("tp-column-role")) { (head("tp-role-witness")) }
                        td data-label=(head("tp-column-jurisdiction")) { (w.jurisdiction) }
                        td data-label=(head("tp-column-statement")) { "–" }
                    }
                }
            }
        }
    };
    let nobody = report.custodians.is_empty();
    let inside = if nobody {
        html! {}
    } else {
        rows
    };
    section("who", words, Some(words.t("tp-who-text", &[])), inside)
}

/// When an organisation's next statement is due, or that it is late.
fn due(next_by: Option<i64>, overdue: bool, words: &Words) -> Markup {
    match next_by {
        None => html! { (words.t("tp-statement-never", &[])) },
        Some(at) => {
            let when = words.day(at);
            let id = if overdue {
                "tp-statement-overdue"
            } else {
                "tp-statement-next"
            };
            let text = words.t(id, &[("when", when.into())]);
            html! { @if overdue { strong.late { (text) } } @else { (text) } }
        }
    }
}

fn log(head: Option<&LogHead>, words: &Words) -> Markup {
    let t = |id: &str| words.t(id, &[]);
    let inside = match head {
        None => html! { p.note { (t("tp-log-none")) } },
        Some(h) => {
            let count = h.cosigned.len();
            let few = count < usize::from(h.needed);
            html! {
                dl {
                    dt { (t("tp-log-name")) } dd { code { (h.origin) } }
                    dt { (t("tp-log-size")) } dd { (h.size) }
                    dt { (t("tp-log-root")) } dd { code { (h.root) } }
                    dt { (t("tp-log-key")) } dd { code { (h.key) } }
                    dt { (t("tp-log-cosigned")) }
                    dd {
                        (words.t("tp-log-needed", &[("count", count.to_string().into()), ("needed", h.needed.to_string().into())]))
                        @if few { p { strong.late { (t("tp-log-too-few")) } } }
                        ul { @for c in &h.cosigned { li { (c.name) ", " (moment(words, c.time)) } } }
                    }
                }
                p { (t("tp-log-how")) }
                pre tabindex="0" { code { "ugnay log verify https://" (host(&h.origin)) " --policy FILE" } }
            }
        }
    };
    section("log", words, Some(t("tp-log-text")), inside)
}

/// Where a log's server usually is: the name up to its first slash.
fn host(origin: &str) -> &str {
    origin.split('/').next().unwrap_or(origin)
}

#[cfg(test)]
mod tests;
