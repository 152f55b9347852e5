//! The parties around the registers: founders, custodians, witnesses, the desk, the organisation that hands out
//! tickets. Each is a plain object with its keys and what it verified; it talks to a buffer through a client.
//!
//! Owns how the rooms `seal`, `log` and `release` are put together into those parties. Must not decide anything
//! the release machine decides, and must not believe a server: every object is verified as it comes in.

pub mod audit;
pub mod custodian;
pub mod desk;
pub mod founding;
pub mod opening;
pub mod report;
pub mod sealed_body;
pub mod ticket;
pub mod topics;
pub mod view;
pub mod witness;

pub use custodian::CustodianNode;
pub use desk::{Declaration, DeskNode, ReleaseAsk};
pub use founding::{Founded, Founding, OrganisationName};
pub use opening::{Card, OpenedRelease};
pub use ticket::TicketOffice;
pub use view::View;
pub use witness::WitnessNode;

pub use ugnay_model::{Country, Psgc};
pub use ugnay_release::machine::Phase;
pub use ugnay_release::{
    Campaign, ClosingKind, DecisionKind, Hazard, Policy, Purpose, Reason, Request, RequestId,
    Signed,
};
pub use ugnay_seal::{Cid, EpochId};
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
    let line = ugnay_sync::HttpTransport::new(url, certificate, Duration::from_secs(60));
    Ok(Client::new(line.map_err(ugnay_sync::SyncError::from)?))
}

/// A refusal with a stable detail.
pub(crate) fn refused(detail: &str) -> AppError {
    AppError::new(ErrorCode::Refused).detail(detail)
}
