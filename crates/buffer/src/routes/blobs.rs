//! Blobs by name, and the public list of escrow bundles.

use super::api::{Api, Gives, Kind, Op, query, segment};
use super::{Body, Params, SMALL, Segment, Wire, octets};
use crate::limiter::Class;
use crate::refusal::Refusal;
use crate::state::Shared;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use ugnay_wire::limits::{MAX_BLOBS_BYTES, MAX_PAGE};
use ugnay_wire::paths;
use ugnay_wire::{Blobs, BlobsGet, BundlePage, Message, Name, ProblemCode, Pseud};

/// Blobs by name and the list of bundles.
pub(crate) fn api() -> Api {
    const GET: Op = Op {
        id: "blobs_get",
        about: "Blobs by name; a missing one is not explained",
        params: &[],
        takes: super::api::octets("`BlobsGet`", SMALL),
        gives: Gives::Octets("`Blobs`"),
        refuses: &[ProblemCode::TooMany],
    };
    const BUNDLES: Op = Op {
        id: "bundles",
        about: "Escrow bundles after a number",
        params: &[query("after", true, Kind::Number)],
        takes: None,
        gives: Gives::Octets("`BundlePage`"),
        refuses: &[],
    };
    const BUNDLE: Op = Op {
        id: "bundle",
        about: "One escrow bundle",
        params: &[
            segment("pseud", Kind::Hex(16)),
            segment("name", Kind::Hex(16)),
        ],
        takes: None,
        gives: Gives::Octets("the bundle's bytes"),
        refuses: &[ProblemCode::NotFound, ProblemCode::TooMany],
    };
    Api::new()
        .post(paths::BLOBS_GET, &GET, get)
        .get(paths::BUNDLES, &BUNDLES, bundles)
        .get("/v1/bundles/{pseud}/{name}", &BUNDLE, bundle)
}

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
