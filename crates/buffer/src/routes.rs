//! The HTTP interface: one file per group of paths, one place for what all share.
//!
//! Handlers check limits, signatures and rates, call the store, and answer in the wire
//! crate's shapes. No SQL here, and nothing a request holds reaches the trace.

mod blobs;
mod boxes;
mod info;
mod log;
mod registers;

use crate::refusal::Refusal;
use crate::state::Shared;
use axum::Router;
use axum::extract::{FromRequest, FromRequestParts, MatchedPath, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;
use std::time::{Duration, Instant};
use ugnay_wire::paths::{self, OCTETS};
use ugnay_wire::{Message, ProblemCode, WireError, limits};

/// Bytes a message may have beyond its own limit: header, signature, lengths.
const SLACK: usize = 256;
/// Longest body of messages without bulk: opening a register, asking for blobs.
pub(crate) const SMALL: usize = 16 * 1024;
/// Longest signed batch.
pub(crate) const BATCH: usize = limits::MAX_BATCH_BYTES + SLACK;
/// Longest signed log submission.
pub(crate) const SUBMISSION: usize = limits::MAX_LOG_ENTRY + limits::MAX_LOG_BODY + SLACK;

/// All routes.
pub(crate) fn router(state: Shared, request_time: Duration) -> Router {
    Router::new()
        .route(paths::HEALTH, get(info::health))
        .route(paths::META, get(info::meta))
        .route(paths::REGISTERS, post(registers::open))
        .route("/v1/registers/{pseud}/batch", post(registers::batch))
        .route("/v1/registers/{pseud}/changes", get(registers::changes))
        .route(paths::BLOBS_GET, post(blobs::get))
        .route(paths::BUNDLES, get(blobs::bundles))
        .route("/v1/bundles/{pseud}/{name}", get(blobs::bundle))
        .route("/v1/boxes/{topic}", get(boxes::read).post(boxes::post))
        .merge(log_routes())
        .method_not_allowed_fallback(async || Refusal::new(ProblemCode::MethodNotAllowed))
        .fallback(async || Refusal::new(ProblemCode::NotFound))
        .layer(middleware::from_fn(move |request, next| {
            in_time(request_time, request, next)
        }))
        .layer(middleware::from_fn(trace))
        .with_state(state)
}

fn log_routes() -> Router<Shared> {
    Router::new()
        .route(paths::LOG_ENTRIES, post(log::submit))
        .route("/v1/log/entries/{index}", get(log::entry))
        .route("/v1/log/bodies/{index}", get(log::body))
        .route(
            paths::LOG_CHECKPOINT,
            get(log::checkpoint).post(log::publish),
        )
        .route(paths::LOG_COSIGNATURES, post(log::cosign))
        .route("/v1/log/tile/{*path}", get(log::tile))
        .route("/v1/log/proof/inclusion", get(log::inclusion))
        .route("/v1/log/proof/consistency", get(log::consistency))
        .route("/v1/log/heads/{pseud}", get(log::heads))
}

/// The whole request, body included, has this long.
async fn in_time(limit: Duration, request: Request, next: Next) -> Response {
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::new(ProblemCode::Timeout).into_response(),
    }
}

/// One line per request: the route's pattern, never the path; no address, no header.
async fn trace(matched: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = match request.method().as_str() {
        "GET" => "GET",
        "POST" => "POST",
        _ => "other",
    };
    let response = next.run(request).await;
    tracing::info!(
        method,
        route = matched.as_ref().map_or("none", MatchedPath::as_str),
        status = response.status().as_u16(),
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
        let mut body = request.into_body();
        let (mut bytes, mut over) = (Vec::new(), 0usize);
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| Refusal::new(ProblemCode::Malformed))?;
            let Ok(data) = frame.into_data() else {
                continue;
            };
            if over == 0 && bytes.len() + data.len() <= MAX {
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
