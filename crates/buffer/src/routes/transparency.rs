//! The public page: what the log tells, for people and for machines. No script, no cookie, nothing from elsewhere;
//! the language comes from the path or from what the browser prefers.

use super::api::{Api, Gives, Kind, Op, segment};
use super::{Segment, typed};
use crate::refusal::Refusal;
use crate::state::Shared;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use std::sync::{Arc, LazyLock};
use ugnay_transparency::{Language, Report, STYLE, Words, negotiate, render};
use ugnay_wire::ProblemCode;
use ugnay_wire::paths;

const HTML: &str = "text/html; charset=utf-8";
/// Nothing may be loaded but the page's own style; nothing may frame it; it sends nothing.
const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

static WORDS: LazyLock<Vec<Words>> =
    LazyLock::new(|| Language::ALL.into_iter().map(Words::new).collect());

/// The page, its languages, its style, the same for machines.
pub(crate) fn api() -> Api {
    const PAGE: Op = Op {
        id: "transparency",
        about: "The public page in the language the browser prefers (`Accept-Language`)",
        params: &[],
        takes: None,
        gives: Gives::Typed("text/html", "A page without scripts"),
        refuses: &[],
    };
    const IN_LANGUAGE: Op = Op {
        id: "transparencyInLanguage",
        about: "The public page in one language",
        params: &[segment(
            "language",
            Kind::OneOf(&["en", "fil", "ceb", "es", "fr"]),
        )],
        refuses: &[ProblemCode::NotFound],
        ..PAGE
    };
    const STYLE: Op = Op {
        id: "transparencyStyle",
        about: "The page's style",
        gives: Gives::Typed("text/css", "Its one style sheet"),
        ..PAGE
    };
    const JSON: Op = Op {
        id: "transparencyJson",
        about: "What the page shows, for machines: requests, decisions, demands, statements, organisations, checkpoint",
        gives: Gives::Typed("application/json", "The report"),
        ..PAGE
    };
    Api::new()
        .get(paths::TRANSPARENCY, &PAGE, preferred)
        .get("/transparency/{language}", &IN_LANGUAGE, in_language)
        .get("/transparency/page.css", &STYLE, style)
        .get(paths::TRANSPARENCY_JSON, &JSON, json)
}

async fn read(s: &Shared) -> Result<Arc<Report>, Refusal> {
    s.board
        .report(&s.store, &s.log, &s.fed, s.clock.now())
        .await
}

async fn preferred(State(s): State<Shared>, headers: HeaderMap) -> Result<Response, Refusal> {
    let wanted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    let mut response = page(&*read(&s).await?, negotiate(wanted))?;
    let vary = HeaderValue::from_static("accept-language");
    response.headers_mut().insert(header::VARY, vary);
    Ok(response)
}

async fn in_language(
    State(s): State<Shared>,
    Segment(tag): Segment<String>,
) -> Result<Response, Refusal> {
    let language = Language::from_tag(&tag).ok_or(Refusal::new(ProblemCode::NotFound))?;
    page(&*read(&s).await?, language)
}

fn page(report: &Report, language: Language) -> Result<Response, Refusal> {
    let words = WORDS.iter().find(|w| w.language() == language);
    let words = words.ok_or(Refusal::new(ProblemCode::Internal))?;
    let html = render(report, words, paths::TRANSPARENCY);
    let mut response = open(HTML, html.into_bytes());
    let tag = HeaderValue::from_static(language.tag());
    response.headers_mut().insert(header::CONTENT_LANGUAGE, tag);
    Ok(response)
}

async fn style() -> Response {
    open("text/css; charset=utf-8", STYLE.into())
}

async fn json(State(s): State<Shared>) -> Result<Response, Refusal> {
    let report = read(&s).await?;
    let bytes =
        serde_json::to_vec_pretty(&*report).map_err(|_| Refusal::new(ProblemCode::Internal))?;
    Ok(open("application/json", bytes))
}

/// An answer anybody may keep for a moment.
fn open(kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = typed(kind, bytes);
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "public, max-age=30"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
