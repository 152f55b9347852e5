//! The HTTP interface: one file per group of paths, one place for what all share.
//!
//! Handlers check limits, signatures and rates, call the store, and answer in the wire
//! crate's shapes. No SQL here, and nothing a request holds reaches the trace.

mod api;
mod blobs;
mod boxes;
mod info;
mod log;
mod registers;
mod transparency;

use crate::memory::{self, Held};
use crate::refusal::Refusal;
use crate::state::Shared;
use api::Api;
use axum::Router;
use axum::extract::{FromRequest, FromRequestParts, MatchedPath, Path, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};
use ugnay_wire::paths::OCTETS;
use ugnay_wire::{Message, ProblemCode, WireError, limits};

/// Bytes a message may have beyond its own limit: header, signature, lengths.
const SLACK: usize = 256;
/// Longest body of messages without bulk: opening a register, asking for blobs.
pub(crate) const SMALL: usize = 16 * 1024;
/// Longest signed batch.
pub(crate) const BATCH: usize = limits::MAX_BATCH_BYTES + SLACK;
/// Longest signed end of a register-epoch.
pub(crate) const NEXT: usize = limits::MAX_DEVWRAP + SLACK;
/// Longest signed log submission.
pub(crate) const SUBMISSION: usize = limits::MAX_LOG_ENTRY + limits::MAX_LOG_BODY + SLACK;

/// Every route with its description. Each group's file describes its own.
fn api() -> Api {
    info::api()
        .merge(registers::api())
        .merge(blobs::api())
        .merge(boxes::api())
        .merge(log::api())
        .merge(transparency::api())
}

/// The OpenAPI 3.1 description of every route, as JSON text ending with a line feed.
#[must_use]
pub fn openapi() -> String {
    described(api().finish().1)
}

fn described(document: serde_json::Value) -> String {
    // A `Value` always prints; its keys come in order.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// All routes, ready to serve.
pub(crate) fn router(state: Shared, request_time: Duration) -> Router {
    let (router, _) = api().finish();
    router
        .method_not_allowed_fallback(async || Refusal::new(ProblemCode::MethodNotAllowed))
        .fallback(async || Refusal::new(ProblemCode::NotFound))
        .layer(middleware::from_fn_with_state(Arc::clone(&state), bounded))
        .layer(middleware::from_fn(move |request, next| {
            in_time(request_time, request, next)
        }))
        .layer(middleware::from_fn_with_state(Arc::clone(&state), trace))
        .with_state(state)
}

/// Bodies come out of one budget; a handler that panics is a fault of the server, not a
/// broken connection.
async fn bounded(State(s): State<Shared>, mut request: Request, next: Next) -> Response {
    request
        .extensions_mut()
        .insert(Held::new(Arc::clone(&s.memory)));
    let answer = AssertUnwindSafe(next.run(request)).catch_unwind().await;
    let Ok(response) = answer else {
        return Refusal::new(ProblemCode::Internal).into_response();
    };
    match memory::until_taken(response, &s.memory) {
        Ok(response) => response,
        Err(refusal) => refusal.into_response(),
    }
}

/// The whole request, body included, has this long.
async fn in_time(limit: Duration, request: Request, next: Next) -> Response {
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::new(ProblemCode::Timeout).into_response(),
    }
}

/// One line per request: the route's pattern, never the path; no address, no header.
async fn trace(
    State(s): State<Shared>,
    matched: Option<MatchedPath>,
    request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let method = match request.method().as_str() {
        "GET" => "GET",
        "POST" => "POST",
        _ => "other",
    };
    let response = next.run(request).await;
    let route = matched.as_ref().map_or("none", MatchedPath::as_str);
    let status = response.status().as_u16();
    s.metrics.answered(method, route, status, started.elapsed());
    tracing::info!(
        method,
        route,
        status,
        ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "request"
    );
    response
}

/// A body as received, at most `MAX` bytes long.
pub(crate) struct Body<const MAX: usize>(pub Vec<u8>);

/// How much of a body over its limit is read and thrown away, so that an honest client
/// gets to read the refusal instead of a broken connection.
const DRAIN: usize = 8 * 1024 * 1024;

impl<const MAX: usize> FromRequest<Shared> for Body<MAX> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &Shared) -> Result<Self, Refusal> {
        let held = request.extensions().get::<Held>().cloned();
        let mut body = request.into_body();
        let (mut bytes, mut over) = (Vec::new(), 0usize);
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| Refusal::new(ProblemCode::Malformed))?;
            let Ok(data) = frame.into_data() else {
                continue;
            };
            if over == 0 && bytes.len() + data.len() <= MAX {
                if let Some(held) = &held {
                    held.grow(bytes.len() + data.len())?;
                }
                bytes.extend_from_slice(&data);
                continue;
            }
            bytes = Vec::new();
            over = over.saturating_add(data.len());
            if over > DRAIN {
                break;
            }
        }
        if over == 0 {
            Ok(Self(bytes))
        } else {
            Err(Refusal::new(ProblemCode::TooLarge))
        }
    }
}

/// Query parameters, all of them known.
pub(crate) struct Params<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Shared> for Params<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Refusal> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(value)) => Ok(Self(value)),
            Err(_) => Err(Refusal::with(ProblemCode::Malformed, "query")),
        }
    }
}

/// The variable parts of a path.
pub(crate) struct Segment<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Shared> for Segment<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Refusal> {
        match Path::<T>::from_request_parts(parts, state).await {
            Ok(Path(value)) => Ok(Self(value)),
            Err(_) => Err(Refusal::with(ProblemCode::Malformed, "path")),
        }
    }
}

/// An answer in the wire format.
pub(crate) struct Wire<M>(pub M);

impl<M: Message> IntoResponse for Wire<M> {
    fn into_response(self) -> Response {
        match self.0.encode() {
            Ok(bytes) => octets(bytes),
            Err(e) => {
                let e: WireError = e;
                tracing::error!(error = %e, "an answer could not be written");
                Refusal::new(ProblemCode::Internal).into_response()
            }
        }
    }
}

/// An answer of plain bytes.
pub(crate) fn octets(bytes: Vec<u8>) -> Response {
    typed(OCTETS, bytes)
}

/// An answer that no cache may keep unless its route says otherwise.
pub(crate) fn typed(kind: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, bytes).into_response()
}
