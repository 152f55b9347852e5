//! Boxes: whoever knows the topic may post and read; where shares for a request go, nothing is taken but what a custodian's
//! notice in the log names.

use super::api::{Api, Gives, Kind, Op, octets, query, segment};
use super::blobs::After;
use super::{Body, Params, Segment, Wire};
use crate::limiter::Class;
use crate::refusal::Refusal;
use crate::state::Shared;
use axum::extract::State;
use ugnay_wire::limits::{MAX_BOX, MAX_BOX_PAGE_BYTES, MAX_PAGE};
use ugnay_wire::signing::sha256;
use ugnay_wire::{BoxPage, BoxPosted, ProblemCode, Topic};

/// Posting into a box and reading it.
pub(crate) fn api() -> Api {
    let path = "/v1/boxes/{topic}";
    const POST: Op = Op {
        id: "box_post",
        about: "Put a sealed message into a box; the same bytes again give the first number",
        params: &[segment("topic", Kind::Hex(16))],
        takes: octets("the sealed message, not empty", MAX_BOX),
        gives: Gives::Octets("`BoxPosted`"),
        refuses: &[
            ProblemCode::NotReleased,
            ProblemCode::TooMany,
            ProblemCode::StorageFull,
        ],
    };
    const READ: Op = Op {
        id: "box_read",
        about: "Messages of a box after a number",
        params: &[
            segment("topic", Kind::Hex(16)),
            query("after", true, Kind::Number),
        ],
        takes: None,
        gives: Gives::Octets("`BoxPage`"),
        refuses: &[ProblemCode::TooMany],
    };
    Api::new().get(path, &READ, read).post(path, &POST, post)
}

pub(crate) async fn post(
    State(s): State<Shared>,
    Segment(topic): Segment<String>,
    Body(body): Body<MAX_BOX>,
) -> Result<Wire<BoxPosted>, Refusal> {
    let topic = Topic::from_hex(&topic)?;
    if body.is_empty() {
        return Err(Refusal::with(ProblemCode::Malformed, "empty message"));
    }
    match s.board.shares_of(&s.store, &topic).await? {
        // By content, so that whoever says again what lies there stops nobody else.
        Some(request) => {
            let (hash, now) = (sha256(&body), s.clock.now());
            let grants = s.board.grants(&s.store, &s.log, &s.fed, now).await?;
            if !grants.takes(&request, &hash.0, now) {
                return Err(Refusal::new(ProblemCode::NotReleased));
            }
            s.allow(Class::Topic, &hash.0)?;
        }
        None => s.allow(Class::Topic, &topic.0)?,
    }
    let seq = s.store.box_post(topic, body, s.clock.now()).await?;
    Ok(Wire(BoxPosted { seq }))
}

pub(crate) async fn read(
    State(s): State<Shared>,
    Segment(topic): Segment<String>,
    Params(p): Params<After>,
) -> Result<Wire<BoxPage>, Refusal> {
    let topic = Topic::from_hex(&topic)?;
    // Nor does whoever reads shares without end keep the desk from them; what it costs is one page of few messages.
    if s.board.shares_of(&s.store, &topic).await?.is_none() {
        s.allow(Class::TopicRead, &topic.0)?;
    }
    let page = s
        .store
        .box_read(topic, p.after, MAX_PAGE, MAX_BOX_PAGE_BYTES);
    Ok(Wire(page.await?))
}
