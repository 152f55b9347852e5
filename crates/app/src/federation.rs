//! The parties around the registers: founders, custodians, witnesses, the desk, the organisation that hands out
//! tickets. Each is a plain object with its keys and what it verified; it talks to a buffer through a client.
//!
//! Owns how the rooms `seal`, `log` and `release` are put together into those parties. Must not decide anything
//! the release machine decides, and must not believe a server: every object is verified as it comes in.

pub mod audit;
pub mod copies;
pub mod demands;
pub mod desk;
pub mod folder;
pub mod founding;
pub mod opening;
pub mod outgoing;
pub mod paper;
pub mod report;
pub mod restore;
pub mod sealed_body;
pub mod ticket;
pub mod topics;
pub mod view;
pub mod witness;

pub use crate::custody::CustodianNode;
pub use desk::{Declaration, DeskNode, ReleaseAsk};
pub use founding::{Founded, Founding, FoundingDraft, OrganisationName};
pub use opening::{Card, OpenedRelease, RefusedWriter};
pub use paper::{Paper, PaperRow};
pub use restore::RestoreAsk;
pub use ticket::TicketOffice;
pub use view::View;
pub use witness::WitnessNode;

pub use ugnay_log::Policy as LogPolicy;
pub use ugnay_model::{Country, Psgc};
pub use ugnay_release::machine::Phase;
pub use ugnay_release::{
    Campaign, ClosingKind, DecisionKind, Genesis, Hazard, LguCard, PartyCard, Policy, Purpose,
    Reason, Request, RequestId, Signed,
};
pub use ugnay_seal::{Cid, EpochId, FedId, Hash32};
pub use ugnay_sync::Client;

use crate::dto::{AppError, ErrorCode};
use std::time::Duration;
use ugnay_release::ReleaseError;
use ugnay_seal::{OpenError, SealError};

impl From<ReleaseError> for AppError {
    fn from(e: ReleaseError) -> Self {
        Self::new(ErrorCode::Refused).detail(e.to_string())
    }
}

impl From<SealError> for AppError {
    fn from(e: SealError) -> Self {
        Self::new(ErrorCode::Refused).detail(e.to_string())
    }
}

impl From<OpenError> for AppError {
    fn from(e: OpenError) -> Self {
        Self::new(ErrorCode::Refused).detail(e.to_string())
    }
}

/// A client to a buffer, for parties without a register.
///
/// # Errors
/// [`ErrorCode::BufferUnreachable`] for an address that is none, [`ErrorCode::BufferCertificate`].
pub fn client(url: &str, certificate: Option<&[u8]>) -> Result<Client, AppError> {
    client_through(url, certificate, None)
}

/// The same, through a SOCKS5 proxy where one is given; an empty address is none.
///
/// # Errors
/// Also [`ErrorCode::BadInput`] for a proxy that is none.
pub fn client_through(
    url: &str,
    certificate: Option<&[u8]>,
    socks: Option<&str>,
) -> Result<Client, AppError> {
    let patience = Duration::from_secs(60);
    let socks = socks.map(str::trim).filter(|s| !s.is_empty());
    let line = ugnay_sync::HttpTransport::through(url, certificate, socks, patience);
    Ok(Client::new(line.map_err(ugnay_sync::SyncError::from)?))
}

/// Logs a signed object with its body in the open; a request's body is sealed first and takes its own way.
pub(crate) fn log_object<T: ugnay_release::Object>(
    client: &mut Client,
    fed: &FedId,
    signed: &Signed<T>,
    public: Vec<u8>,
    author: &ugnay_seal::SigningIdentity,
    env: &mut crate::env::Env,
) -> Result<(), AppError> {
    let now = env.now();
    let s =
        ugnay_release::logged::submission(signed, public, &author.public(), now, &mut env.rng());
    let entry = s.entry.encode().map_err(|_| refused("entry"))?;
    client.submit(author, ugnay_wire::Fed(fed.0), entry, s.body)?;
    Ok(())
}

/// A refusal with a stable detail.
pub(crate) fn refused(detail: &str) -> AppError {
    AppError::new(ErrorCode::Refused).detail(detail)
}
