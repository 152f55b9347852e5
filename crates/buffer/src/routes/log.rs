//! The transparency log over HTTP. `/v1/log` is the prefix of C2SP tlog-tiles:
//! `checkpoint` and `tile/…` below it are what any tlog client expects.

use super::api::{Api, Gives, Kind, Op, Takes, octets as message, query, segment};
use super::{Body, Params, SUBMISSION, Segment, Wire, octets, typed};
use crate::auth;
use crate::limiter::Class;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::Which;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde::Deserialize;
use ugnay_wire::limits::MAX_COSIGNATURES;
use ugnay_wire::message::Signed;
use ugnay_wire::paths;
use ugnay_wire::signing::SignatureLabel;
use ugnay_wire::{
    ConsistencyProof, HeadsProof, InclusionProof, LogAppended, LogSubmit, Message, ProblemCode,
    Pseud,
};

const TEXT: &str = "text/plain; charset=utf-8";

/// A GET that may find nothing.
const READ: Op = Op {
    id: "",
    about: "",
    params: &[],
    takes: None,
    gives: Gives::Octets("bytes"),
    refuses: &[ProblemCode::NotFound],
};

/// The log: entries in, the tiled log and proofs out.
pub(crate) fn api() -> Api {
    writing().merge(proving()).merge(reading())
}

fn reading() -> Api {
    const INDEX: &[super::api::Param] = &[segment("index", Kind::Number)];
    const ENTRY: Op = Op {
        id: "log_entry",
        about: "One entry's bytes",
        params: INDEX,
        ..READ
    };
    const BODY: Op = Op {
        id: "log_body",
        about: "The sealed body beside an entry",
        params: INDEX,
        refuses: &[ProblemCode::NotFound, ProblemCode::Erased],
        ..READ
    };
    const CHECKPOINT: Op = Op {
        id: "log_checkpoint",
        about: "The newest checkpoint; with `size` that one; with `cosignatures` the newest that has so many. Not both",
        params: &[
            query("size", true, Kind::Number),
            query("cosignatures", true, Kind::Small),
        ],
        gives: Gives::Typed("text/plain", "a signed note (C2SP tlog-checkpoint)"),
        ..READ
    };
    const TILE: Op = Op {
        id: "log_tile",
        about: "A tile or entry bundle (C2SP tlog-tiles); the path has slashes",
        params: &[segment("path", Kind::Tile)],
        ..READ
    };
    Api::new()
        .get("/v1/log/entries/{index}", &ENTRY, entry)
        .get("/v1/log/bodies/{index}", &BODY, body)
        .get(paths::LOG_CHECKPOINT, &CHECKPOINT, checkpoint)
        .get("/v1/log/tile/{*path}", &TILE, tile)
}

fn writing() -> Api {
    const SUBMIT: Op = Op {
        id: "log_submit",
        about: "Append an entry of the submitter's own, signed, with the body it commits to (any for those that are sealed); the same again gives the first index",
        takes: message("signed `LogSubmit`", SUBMISSION),
        gives: Gives::Octets("`LogAppended`"),
        refuses: &[
            ProblemCode::UnknownKey,
            ProblemCode::BadSignature,
            ProblemCode::TooMany,
            ProblemCode::StorageFull,
        ],
        ..READ
    };
    const PUBLISH: Op = Op {
        id: "log_publish",
        about: "Publish what is new, now",
        gives: Gives::Typed("text/plain", "the newest checkpoint"),
        refuses: &[
            ProblemCode::NotFound,
            ProblemCode::TooMany,
            ProblemCode::StorageFull,
        ],
        ..READ
    };
    const COSIGN: Op = Op {
        id: "log_cosign",
        about: "Add witnesses' signature lines to the checkpoint of a size: all or none",
        params: &[query("size", false, Kind::Number)],
        takes: Some(Takes {
            kind: "text/plain",
            what: "signature lines",
            most: MAX_COSIGNATURES,
        }),
        gives: Gives::Nothing,
        refuses: &[
            ProblemCode::NotFound,
            ProblemCode::UnknownKey,
            ProblemCode::BadSignature,
            ProblemCode::TooMany,
            ProblemCode::StorageFull,
        ],
    };
    Api::new()
        .post(paths::LOG_ENTRIES, &SUBMIT, submit)
        .post(paths::LOG_CHECKPOINT, &PUBLISH, publish)
        .post(paths::LOG_COSIGNATURES, &COSIGN, cosign)
}

fn proving() -> Api {
    const INCLUSION: Op = Op {
        id: "log_inclusion",
        about: "That an entry is in the log of a size",
        params: &[
            query("index", false, Kind::Number),
            query("size", false, Kind::Number),
        ],
        gives: Gives::Octets("`InclusionProof`"),
        ..READ
    };
    const CONSISTENCY: Op = Op {
        id: "log_consistency",
        about: "That the log of one size extends the log of another",
        params: &[
            query("old", false, Kind::Number),
            query("new", false, Kind::Number),
        ],
        gives: Gives::Octets("`ConsistencyProof`"),
        ..READ
    };
    const HEADS: Op = Op {
        id: "log_heads",
        about: "That a register's heads are under the newest heads-root below a published size, or the newest",
        params: &[
            segment("pseud", Kind::Hex(16)),
            query("size", true, Kind::Number),
        ],
        gives: Gives::Octets("`HeadsProof`"),
        ..READ
    };
    Api::new()
        .get("/v1/log/proof/inclusion", &INCLUSION, inclusion)
        .get("/v1/log/proof/consistency", &CONSISTENCY, consistency)
        .get("/v1/log/heads/{pseud}", &HEADS, heads)
}

pub(crate) async fn submit(
    State(s): State<Shared>,
    Body(body): Body<SUBMISSION>,
) -> Result<Wire<LogAppended>, Refusal> {
    let signed = Signed::split(&body)?;
    let submit = LogSubmit::decode(signed.message)?;
    if !s.submitter_keys.contains(&submit.submitter) {
        return Err(Refusal::new(ProblemCode::UnknownKey));
    }
    auth::signed(
        SignatureLabel::LogSubmit,
        &submit.submitter,
        signed.message,
        &signed.signature,
        &s.fed,
    )?;
    s.allow(Class::Submitter, &submit.submitter.0)?;
    let LogSubmit {
        submitter,
        entry,
        body,
    } = submit;
    let index = s.log.append(&submitter, entry, body).await?;
    // A request or a decision is not kept waiting for the hour. If it fails, the entry stands all the same.
    if s.publishes
        && let Err(e) = s.log.publish().await
    {
        tracing::error!(error = %e, "checkpoint");
    }
    Ok(Wire(LogAppended { index }))
}

pub(crate) async fn entry(
    State(s): State<Shared>,
    Segment(index): Segment<u64>,
) -> Result<Response, Refusal> {
    Ok(octets(s.log.entry(index).await?))
}

pub(crate) async fn body(
    State(s): State<Shared>,
    Segment(index): Segment<u64>,
) -> Result<Response, Refusal> {
    Ok(octets(s.log.body(index).await?))
}

#[derive(Deserialize)]
pub(crate) struct CheckpointParams {
    size: Option<u64>,
    cosignatures: Option<u32>,
}

/// The newest checkpoint; with `size` that one; with `cosignatures` the newest that has
/// at least so many.
pub(crate) async fn checkpoint(
    State(s): State<Shared>,
    Params(p): Params<CheckpointParams>,
) -> Result<Response, Refusal> {
    let which = match (p.size, p.cosignatures) {
        (None, None) => Which::Newest,
        (Some(size), None) => Which::Size(size),
        (None, Some(n)) => Which::Cosigned(n),
        (Some(_), Some(_)) => return Err(Refusal::with(ProblemCode::Malformed, "query")),
    };
    note(s.log.checkpoint(which).await?)
}

/// Publishes what is new, now.
pub(crate) async fn publish(State(s): State<Shared>) -> Result<Response, Refusal> {
    s.allow(Class::Checkpoint, &[])?;
    s.log.publish().await?;
    note(s.log.checkpoint(Which::Newest).await?)
}

fn note(text: Option<String>) -> Result<Response, Refusal> {
    let text = text.ok_or(Refusal::new(ProblemCode::NotFound))?;
    Ok(typed(TEXT, text.into_bytes()))
}

#[derive(Deserialize)]
pub(crate) struct SizeParams {
    size: u64,
}

pub(crate) async fn cosign(
    State(s): State<Shared>,
    Params(p): Params<SizeParams>,
    Body(body): Body<MAX_COSIGNATURES>,
) -> Result<StatusCode, Refusal> {
    let text = std::str::from_utf8(&body)
        .map_err(|_| Refusal::with(ProblemCode::Malformed, "cosignatures"))?;
    for key in s.log.cosign(p.size, text).await? {
        s.allow(Class::Witness, key.as_bytes())?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Full tiles never change, partial ones neither: a grown tile has another path.
pub(crate) async fn tile(
    State(s): State<Shared>,
    Segment(path): Segment<String>,
) -> Result<Response, Refusal> {
    let bytes = s.log.tile(&format!("tile/{path}")).await?;
    let mut response = octets(bytes);
    let forever = HeaderValue::from_static("public, max-age=604800, immutable");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, forever);
    Ok(response)
}

#[derive(Deserialize)]
pub(crate) struct InclusionParams {
    index: u64,
    size: u64,
}

pub(crate) async fn inclusion(
    State(s): State<Shared>,
    Params(p): Params<InclusionParams>,
) -> Result<Wire<InclusionProof>, Refusal> {
    Ok(Wire(s.log.inclusion(p.index, p.size).await?))
}

#[derive(Deserialize)]
pub(crate) struct ConsistencyParams {
    old: u64,
    new: u64,
}

pub(crate) async fn consistency(
    State(s): State<Shared>,
    Params(p): Params<ConsistencyParams>,
) -> Result<Wire<ConsistencyProof>, Refusal> {
    Ok(Wire(s.log.consistency(p.old, p.new).await?))
}

#[derive(Deserialize)]
pub(crate) struct HeadsParams {
    size: Option<u64>,
}

pub(crate) async fn heads(
    State(s): State<Shared>,
    Segment(pseud): Segment<String>,
    Params(p): Params<HeadsParams>,
) -> Result<Wire<HeadsProof>, Refusal> {
    let pseud = Pseud::from_hex(&pseud)?;
    Ok(Wire(s.log.heads_proof(&pseud, p.size).await?))
}
