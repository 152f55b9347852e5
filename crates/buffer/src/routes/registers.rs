//! Opening registers, taking batches, listing changes.

use super::{BATCH, Body, Params, SMALL, Segment, Wire};
use crate::auth;
use crate::limiter::Class;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::Register;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use ugnay_wire::limits::{MAX_PAGE, READ_SKEW};
use ugnay_wire::message::Signed;
use ugnay_wire::paths::READ_HEADER;
use ugnay_wire::signing::{SignatureLabel, sha256};
use ugnay_wire::{
    Ack, Batch, ChangesPage, Message, OpenRegister, ProblemCode, Pseud, Signature, WireError,
};

pub(crate) async fn open(
    State(s): State<Shared>,
    Body(body): Body<SMALL>,
) -> Result<StatusCode, Refusal> {
    let open = OpenRegister::decode(&body)?;
    let key = auth::ticket_key(&s.ticket_keys, &open, &s.fed)?;
    s.allow(Class::Ticket, &key.0)?;
    let register = Register {
        pseud: open.pseud,
        write_cap: open.write_cap,
        read_cap: open.read_cap,
    };
    s.store.open_register(register).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(crate) async fn batch(
    State(s): State<Shared>,
    Segment(pseud): Segment<String>,
    Body(body): Body<BATCH>,
) -> Result<Wire<Ack>, Refusal> {
    let pseud = Pseud::from_hex(&pseud)?;
    let signed = Signed::split(&body)?;
    let register = known(&s, pseud).await?;
    auth::signed(
        SignatureLabel::Batch,
        &register.write_cap,
        signed.message,
        &signed.signature,
        &s.fed,
    )?;
    s.allow(Class::Register, &pseud.0)?;
    let batch = Batch::decode(signed.message)?;
    if batch.pseud != pseud {
        return Err(WireError::BadValue { field: "pseud" }.into());
    }
    let hash = sha256(signed.message);
    Ok(Wire(s.store.apply(batch, hash, s.clock.now()).await?))
}

#[derive(Deserialize)]
pub(crate) struct ChangesParams {
    after: u64,
    time: i64,
}

pub(crate) async fn changes(
    State(s): State<Shared>,
    Segment(pseud): Segment<String>,
    Params(p): Params<ChangesParams>,
    headers: HeaderMap,
) -> Result<Wire<ChangesPage>, Refusal> {
    let pseud = Pseud::from_hex(&pseud)?;
    let text = headers
        .get(READ_HEADER)
        .and_then(|v| v.to_str().ok())
        .ok_or(Refusal::with(ProblemCode::Malformed, READ_HEADER))?;
    let signature = Signature::from_hex(text)?;
    let register = known(&s, pseud).await?;
    auth::read(
        &register.read_cap,
        &pseud,
        p.after,
        p.time,
        &signature,
        &s.fed,
    )?;
    if s.clock.now().abs_diff(p.time) > READ_SKEW.unsigned_abs() {
        return Err(Refusal::new(ProblemCode::ClockSkew));
    }
    s.allow(Class::Register, &pseud.0)?;
    Ok(Wire(s.store.changes(pseud, p.after, MAX_PAGE).await?))
}

/// An unknown register and a bad signature are told apart on purpose: a device must
/// know that it has to open its register again after a restore of an older backup.
async fn known(s: &Shared, pseud: Pseud) -> Result<Register, Refusal> {
    s.store
        .register(pseud)
        .await?
        .ok_or(Refusal::new(ProblemCode::NotFound))
}
