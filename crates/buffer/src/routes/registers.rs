//! Opening registers, taking batches, listing changes.

use super::api::{Api, Gives, Kind, Op, Param, octets, query, segment};
use super::{BATCH, Body, NEXT, Params, SMALL, Segment, Wire};
use crate::auth;
use crate::limiter::Class;
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::{Register, Succession};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use ugnay_log::{Entry, EntryType};
use ugnay_wire::limits::{MAX_PAGE, READ_SKEW};
use ugnay_wire::message::Signed;
use ugnay_wire::paths::{self, READ_HEADER};
use ugnay_wire::signing::{SignatureLabel, sha256};
use ugnay_wire::{
    Ack, Batch, ChangesPage, LogAppended, LogSubmit, Message, NextRegister, OpenRegister,
    ProblemCode, Pseud, Signature, WireError,
};

/// Opening registers, taking batches, listing changes.
pub(crate) fn api() -> Api {
    const OPEN: Op = Op {
        id: "register_open",
        about: "Make room for a register that shows a ticket; the same again changes nothing",
        params: &[],
        takes: octets("`OpenRegister`", SMALL),
        gives: Gives::Nothing,
        refuses: &[
            ProblemCode::BadTicket,
            ProblemCode::Conflict,
            ProblemCode::TooMany,
            ProblemCode::StorageFull,
        ],
    };
    const APPLY: Op = Op {
        id: "register_batch",
        about: "Apply a signed batch, whole or not at all; durable once answered",
        params: &[segment("pseud", Kind::Hex(16))],
        takes: octets("signed `Batch`", BATCH),
        gives: Gives::Octets("`Ack`"),
        refuses: &[
            ProblemCode::BadSignature,
            ProblemCode::NotFound,
            ProblemCode::Conflict,
            ProblemCode::EpochClosed,
            ProblemCode::TooMany,
            ProblemCode::StorageFull,
        ],
    };
    const SUCCEED: Op = Op {
        id: "register_next",
        about: "End a register-epoch and make room for the next, with a notice for its devices",
        params: &[segment("pseud", Kind::Hex(16))],
        takes: octets("signed `NextRegister`", NEXT),
        gives: Gives::Nothing,
        refuses: &[
            ProblemCode::BadSignature,
            ProblemCode::NotFound,
            ProblemCode::Conflict,
            ProblemCode::EpochClosed,
            ProblemCode::TooMany,
            ProblemCode::StorageFull,
        ],
    };
    const END: Op = Op {
        id: "register_end",
        about: "Append to the log that this register-epoch was ended, said by itself",
        params: &[segment("pseud", Kind::Hex(16))],
        takes: octets("`LogSubmit`, signed by the write capability", SMALL),
        gives: Gives::Octets("`LogAppended`"),
        refuses: &[
            ProblemCode::BadSignature,
            ProblemCode::UnknownKey,
            ProblemCode::NotFound,
            ProblemCode::TooMany,
            ProblemCode::StorageFull,
        ],
    };
    const CHANGES: Op = Op {
        id: "register_changes",
        about: "Changes after a cursor, for who holds the read capability",
        params: &[
            segment("pseud", Kind::Hex(16)),
            query("after", false, Kind::Number),
            query("time", false, Kind::Time),
            Param {
                name: READ_HEADER,
                place: "header",
                optional: false,
                kind: Kind::Hex(64),
            },
        ],
        takes: None,
        gives: Gives::Octets("`ChangesPage`"),
        refuses: &[
            ProblemCode::BadSignature,
            ProblemCode::ClockSkew,
            ProblemCode::NotFound,
            ProblemCode::TooMany,
        ],
    };
    Api::new()
        .post(paths::REGISTERS, &OPEN, open)
        .post("/v1/registers/{pseud}/batch", &APPLY, batch)
        .post("/v1/registers/{pseud}/next", &SUCCEED, next)
        .post("/v1/registers/{pseud}/end", &END, end)
        .get("/v1/registers/{pseud}/changes", &CHANGES, changes)
}

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
    let said = said(&s, &pseud, &body, SignatureLabel::Batch).await?;
    let batch = Batch::decode(said.message)?;
    said.about(batch.pseud)?;
    let hash = sha256(said.message);
    Ok(Wire(s.store.apply(batch, hash, s.clock.now()).await?))
}

pub(crate) async fn next(
    State(s): State<Shared>,
    Segment(pseud): Segment<String>,
    Body(body): Body<NEXT>,
) -> Result<StatusCode, Refusal> {
    let said = said(&s, &pseud, &body, SignatureLabel::NextEpoch).await?;
    let next = NextRegister::decode(said.message)?;
    said.about(next.pseud)?;
    let step = Succession {
        pseud: next.pseud,
        next: Register {
            pseud: next.next,
            write_cap: next.write_cap,
            read_cap: next.read_cap,
        },
        name: next.name,
        notice: next.notice,
    };
    s.store.succeed(step, s.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A device can only be kept in an epoch that was ended if the log does not say so: therefore a register may write this
/// one kind of entry, about itself.
pub(crate) async fn end(
    State(s): State<Shared>,
    Segment(pseud): Segment<String>,
    Body(body): Body<SMALL>,
) -> Result<Wire<LogAppended>, Refusal> {
    let said = said(&s, &pseud, &body, SignatureLabel::LogSubmit).await?;
    let submit = LogSubmit::decode(said.message)?;
    let entry = Entry::decode(&submit.entry)
        .map_err(|e| Refusal::with(ProblemCode::Malformed, e.to_string()))?;
    let key = said.register.write_cap;
    let own = submit.submitter == key
        && entry.kind == EntryType::EpochEnd
        && entry.author == sha256(&key.0).0;
    if !own {
        return Err(Refusal::new(ProblemCode::UnknownKey));
    }
    let LogSubmit {
        submitter: by,
        entry,
        body,
    } = submit;
    let index = s.log.append(&by, entry, body).await?;
    Ok(Wire(LogAppended { index }))
}

/// What a register said under its write capability.
struct Said<'a> {
    register: Register,
    message: &'a [u8],
}

/// Reads a signed body: the register is known, the signature its own and for this purpose, its rate not used up. What
/// the message says is not looked at.
async fn said<'a>(
    s: &Shared,
    pseud: &str,
    body: &'a [u8],
    label: SignatureLabel,
) -> Result<Said<'a>, Refusal> {
    let pseud = Pseud::from_hex(pseud)?;
    let signed = Signed::split(body)?;
    let register = known(s, pseud).await?;
    let (key, message) = (&register.write_cap, signed.message);
    auth::signed(label, key, message, &signed.signature, &s.fed)?;
    s.allow(Class::Register, &pseud.0)?;
    Ok(Said { register, message })
}

impl Said<'_> {
    /// Refuses a message that names another register than its path.
    fn about(&self, named: Pseud) -> Result<(), Refusal> {
        if named == self.register.pseud {
            Ok(())
        } else {
            Err(WireError::BadValue { field: "pseud" }.into())
        }
    }
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
