//! Blobs by name, and the public list of escrow bundles.

use super::{Body, Params, SMALL, Segment, Wire, octets};
use crate::limiter::Class;
use crate::refusal::Refusal;
use crate::state::Shared;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use ugnay_wire::limits::{MAX_BLOBS_BYTES, MAX_PAGE};
use ugnay_wire::{Blobs, BlobsGet, BundlePage, Message, Name, ProblemCode, Pseud};

/// Names are capabilities: whoever knows one may read it. No reason is told for a
/// missing one.
pub(crate) async fn get(
    State(s): State<Shared>,
    Body(body): Body<SMALL>,
) -> Result<Wire<Blobs>, Refusal> {
    let get = BlobsGet::decode(&body)?;
    s.allow(Class::Read, &get.pseud.0)?;
    Ok(Wire(s.store.blobs(get, MAX_BLOBS_BYTES).await?))
}

#[derive(Deserialize)]
pub(crate) struct After {
    #[serde(default)]
    pub after: u64,
}

pub(crate) async fn bundles(
    State(s): State<Shared>,
    Params(p): Params<After>,
) -> Result<Wire<BundlePage>, Refusal> {
    Ok(Wire(s.store.bundles(p.after, MAX_PAGE).await?))
}

pub(crate) async fn bundle(
    State(s): State<Shared>,
    Segment((pseud, name)): Segment<(String, String)>,
) -> Result<Response, Refusal> {
    let (pseud, name) = (Pseud::from_hex(&pseud)?, Name::from_hex(&name)?);
    s.allow(Class::Read, &pseud.0)?;
    match s.store.bundle(pseud, name).await? {
        Some(bytes) => Ok(octets(bytes)),
        None => Err(Refusal::new(ProblemCode::NotFound)),
    }
}
