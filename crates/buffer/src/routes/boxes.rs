//! Boxes: whoever knows the topic may post and read.

use super::blobs::After;
use super::{Body, Params, Segment, Wire};
use crate::limiter::Class;
use crate::refusal::Refusal;
use crate::state::Shared;
use axum::extract::State;
use ugnay_wire::limits::{MAX_BOX, MAX_BOX_PAGE_BYTES, MAX_PAGE};
use ugnay_wire::{BoxPage, BoxPosted, ProblemCode, Topic};

pub(crate) async fn post(
    State(s): State<Shared>,
    Segment(topic): Segment<String>,
    Body(body): Body<MAX_BOX>,
) -> Result<Wire<BoxPosted>, Refusal> {
    let topic = Topic::from_hex(&topic)?;
    if body.is_empty() {
        return Err(Refusal::with(ProblemCode::Malformed, "empty message"));
    }
    s.allow(Class::Topic, &topic.0)?;
    let seq = s.store.box_post(topic, body, s.clock.now()).await?;
    Ok(Wire(BoxPosted { seq }))
}

pub(crate) async fn read(
    State(s): State<Shared>,
    Segment(topic): Segment<String>,
    Params(p): Params<After>,
) -> Result<Wire<BoxPage>, Refusal> {
    let topic = Topic::from_hex(&topic)?;
    s.allow(Class::Topic, &topic.0)?;
    let page = s
        .store
        .box_read(topic, p.after, MAX_PAGE, MAX_BOX_PAGE_BYTES);
    Ok(Wire(page.await?))
}
