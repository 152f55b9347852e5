//! Blobs by name, for who is entitled to them, and the public list of escrow bundles.

use super::api::{Api, Gives, Kind, Op, query, segment};
use super::{Body, Params, SMALL, Segment, Wire, octets};
use crate::auth;
use crate::limiter::Class;
use crate::refusal::Refusal;
use crate::state::Shared;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use ugnay_wire::limits::{MAX_BLOBS_BYTES, MAX_PAGE, READ_SKEW};
use ugnay_wire::message::Signed;
use ugnay_wire::paths;
use ugnay_wire::signing::{SignatureLabel, sha256};
use ugnay_wire::{
    Asker, BlobReply, BlobStatus, Blobs, BlobsGet, BundlePage, Message, Name, ProblemCode, Pseud,
};

/// Blobs by name and the list of bundles.
pub(crate) fn api() -> Api {
    const GET: Op = Op {
        id: "blobs_get",
        about: "Blobs by name, for the register's devices and whoever a release entitles; a missing one is not explained",
        params: &[],
        takes: super::api::octets("signed `BlobsGet`", SMALL),
        gives: Gives::Octets("`Blobs`"),
        refuses: &[
            ProblemCode::BadSignature,
            ProblemCode::ClockSkew,
            ProblemCode::NotReleased,
            ProblemCode::TooMany,
        ],
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

/// Two ways to a blob and no third: a device of the register signs with the read-cap, or somebody whom a release in the log
/// entitles. Knowing a name is not enough: whoever robbed k custodians could derive it. No reason is told for a missing one.
pub(crate) async fn get(
    State(s): State<Shared>,
    Body(body): Body<SMALL>,
) -> Result<Wire<Blobs>, Refusal> {
    let signed = Signed::split(&body)?;
    let get = BlobsGet::decode(signed.message)?;
    let now = s.clock.now();
    // Of a register that is not here every name is missing, whoever asks.
    let Some(register) = s.store.register(get.pseud).await? else {
        return Ok(Wire(none_of(&get)));
    };
    let key = match &get.asker {
        Asker::Register => &register.read_cap,
        Asker::Officer { key, .. } | Asker::Passed { key, .. } => key,
    };
    let (message, signature) = (signed.message, &signed.signature);
    auth::signed(SignatureLabel::BlobsGet, key, message, signature, &s.fed)?;
    if now.abs_diff(get.time) > READ_SKEW.unsigned_abs() {
        return Err(Refusal::new(ProblemCode::ClockSkew));
    }
    if let Some((request, officer)) = auth::officer(&get.asker, &s.fed)? {
        let grants = s.board.grants(&s.store, &s.log, &s.fed, now).await?;
        if !grants.allow(&request.0, &sha256(&officer.0).0, now) {
            return Err(Refusal::new(ProblemCode::NotReleased));
        }
    }
    s.allow(Class::Read, &get.pseud.0)?;
    Ok(Wire(s.store.blobs(get, MAX_BLOBS_BYTES).await?))
}

fn none_of(get: &BlobsGet) -> Blobs {
    let missing = |name: &Name| BlobReply {
        name: *name,
        status: BlobStatus::Missing,
    };
    Blobs {
        replies: get.names.iter().map(missing).collect(),
    }
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
