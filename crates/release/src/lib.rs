//! How a federation decides that cards may be opened, and proves that it decided so.
//!
//! Owns the public objects of the federation (genesis, policy, roster, desk card, campaign, request, decisions,
//! closings, demands, statements, app releases) with their one encoding each, the checks a custodian sees as rows, the custodian's state machine as a
//! pure function ([`machine::step`]), the desk's view of progress, and the linter of policies. docs/RELEASE.md has the
//! machine as a table.
//!
//! Must not: do I/O, read a clock, hold shares, or know a person. Signatures come from `ugnay-seal`, the log from
//! `ugnay-log`; signatures are always verified over the bytes received.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects
    )
)]

pub mod app_release;
pub mod area;
pub mod campaign;
pub mod card;
pub mod checks;
pub mod closing;
pub mod decision;
pub mod demand;
pub mod desk;
mod error;
pub mod facts;
pub mod federation;
pub mod genesis;
pub mod linter;
pub mod logged;
pub mod machine;
pub mod mirror;
mod object;
pub mod party;
pub mod policy;
pub mod purpose;
pub mod request;
pub mod retire;
pub mod roster;
pub mod simulator;
pub mod statement;
pub mod transfer;

pub use app_release::{AppKeys, AppManifest, AppRefusal, AppRelease};
pub use area::Area;
pub use campaign::Campaign;
pub use card::{LguCard, Officer};
pub use checks::{Check, CheckCode, Evidence};
pub use closing::{Closing, ClosingKind};
pub use decision::{Decision, DecisionKind, Reason, ShareReleaseNotice, cids_hash};
pub use demand::{Asked, Authority, DemandNotice, DemandOutcome, PublicDemand};
pub use error::ReleaseError;
pub use federation::Federation;
pub use genesis::Genesis;
pub use linter::{Finding, LintCode, Severity, lint, lint_next};
pub use machine::{Action, Event, State, step};
pub use mirror::{Mirror, Synced};
pub use object::{MAX_SIGNATURES, Object, Signed};
pub use party::PartyCard;
pub use policy::{Policy, PurposeCap};
pub use purpose::{Hazard, Purpose};
pub use request::{Request, RequestId};
pub use retire::{DeviceRevoke, EpochEnd, Retire};
pub use roster::{Custodian, ExternalWitness, Roster};
pub use statement::{DemandCounts, Standing, Statement, standing};
pub use transfer::{CustodyTransfer, TransferState, transfer_hash};
