//! Requests for a release as a custodian sees them: the list, one request with all its checks, and the decision.

use super::{CosignerRow, DecisionRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestRow {
    /// The request's id.
    pub id: String,
    /// What it asks for was not shown to this organisation: only its public fields are known. It cannot be approved, and can be
    /// objected to.
    pub hidden: bool,
    /// Purpose code (`evacuation`, `repatriation`, `mass_casualty_family_contact`, `missing_person`, `restore`, `drill`).
    pub purpose: String,
    /// A drill on invented people: nobody is in danger.
    pub drill: bool,
    /// The desk's name as on its card; empty when no card is known.
    pub desk: String,
    /// Destination ISO code; empty for a restore.
    pub country: String,
    /// Its name in English.
    pub country_name: String,
    /// Barangays asked for.
    pub areas: u32,
    /// Witness time of its entry in the log; nothing while too few cosigned.
    pub logged_at: Option<i64>,
    /// Where it stands here: `unchecked`, `undecided`, `declined`, `waiting`, `granted`, `vetoed`, `closed`, `expired`.
    pub phase: String,
    /// What this organisation decided (`approve`, `object`, `refuse`), if it has.
    pub decided: Option<String>,
    /// Check rows that are right.
    pub checks_ok: u32,
    /// Check rows.
    pub checks: u32,
    /// Organisations that approve.
    pub approvals: u32,
    /// Approvals needed.
    pub approvals_needed: u32,
    /// Organisations that object.
    pub objections: u32,
    /// Objections that stop it.
    pub objections_stop: u32,
    /// The times that count down.
    pub times: RequestTimes,
}

/// The times of a request. Which one counts now follows from the phase.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestTimes {
    /// Without enough approvals by then it is void: decide before.
    pub expires: i64,
    /// End of the cool-off that stands now: with k+1 approvals the short one. Nothing is handed over before. Nothing while
    /// too few organisations cosigned.
    pub cool_off_ends: Option<i64>,
    /// The cool-off is the short one, because more organisations approved than are needed.
    pub fast: bool,
    /// Start of the grant asked for.
    pub from: i64,
    /// End of the grant.
    pub until: i64,
}

/// One request with everything a person needs to decide.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestDetail {
    /// As in the list.
    pub row: RequestRow,
    /// Every check, in the order of `ugnay_release::CheckCode::ALL`; of a hidden request those that can be made.
    pub checks: Vec<CheckRow>,
    /// The declaration's number or title.
    pub declaration: String,
    /// SHA-256 of the declaration, to compare with the document.
    pub declaration_hash: String,
    /// Of a restore: who gets the shares, and of what.
    pub restore: Option<RestoreFacts>,
    /// Who asks.
    pub desk: DeskFacts,
    /// Every barangay asked for.
    pub areas: Vec<AreaRow>,
    /// What of it this organisation holds, and how much of the caps is used.
    pub scope: ScopeFacts,
    /// Organisations that cosigned the log over this request.
    pub cosigners: Vec<CosignerRow>,
    /// Organisations that must.
    pub quorum: u32,
    /// Of those, so many that are not custodians.
    pub externals: u32,
    /// Decisions of all custodians, oldest first; an organisation's latest word counts.
    pub decisions: Vec<DecisionRow>,
    /// What was handed over, closed, attested and reviewed, oldest first.
    pub events: Vec<RequestEvent>,
    /// What can be decided now (`approve`, `object`, `refuse`).
    pub can: Vec<String>,
    /// Names what was shown here: a decision gives it back, and is refused when the request stands otherwise by then.
    pub seen: String,
}

/// A register without devices gets its cards back: the shares go to a new device, whose key stands on no card.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoreFacts {
    /// Six words of the device's key. They stand on that device: to be compared with the register's officer by voice.
    pub device: String,
    /// The register-epoch, hex.
    pub epoch: String,
}

/// One check with what was found and what is asked.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckRow {
    /// Check code (`origin`, `logged`, `witnesses`, …, `unused`); `recipient_device` in the place of `recipient` for a restore.
    pub code: String,
    /// It is right.
    pub ok: bool,
    /// How to read the figures: `flag` (none), `count`, `span` (seconds).
    pub unit: String,
    /// Found.
    pub found: Option<i64>,
    /// Asked for.
    pub asked: Option<i64>,
    /// At least so much is asked (true), or at most (false).
    pub least: bool,
}

/// The desk behind a request, from its card.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskFacts {
    /// A card is known; otherwise the rest is empty.
    pub known: bool,
    /// Name.
    pub name: String,
    /// Where it answers for.
    pub areas: Vec<AreaRow>,
    /// When its card was logged (witness time).
    pub logged_at: Option<i64>,
    /// Earliest use.
    pub not_before: i64,
    /// End of validity.
    pub expires: i64,
    /// Officers on the card.
    pub officers: u32,
    /// Officers of the card who signed this request.
    pub signed: u32,
    /// Six words of the card, to be compared with the desk by voice.
    pub fingerprint: String,
    /// Grants of this desk whose review is overdue.
    pub reviews_overdue: u32,
}

/// A place.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AreaRow {
    /// PSGC code, ten digits.
    pub code: String,
    /// Name; the code again when the edition does not know it.
    pub name: String,
    /// What it lies in, e.g. `Cuenca, Batangas`.
    pub within: String,
    /// This organisation holds shares of it.
    pub held: bool,
}

/// How much a request asks for. Never how many persons: nobody but the registers knows.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScopeFacts {
    /// Compartments in scope among this organisation's shares.
    pub compartments: u32,
    /// Registers they belong to.
    pub registers: u32,
    /// Most barangays the purpose allows in one request.
    pub areas_allowed: u32,
    /// Barangays this desk asked for within 90 days, this request included.
    pub areas_90_days: u32,
    /// Most it may.
    pub areas_90_days_allowed: u32,
    /// Requests of this desk within 90 days, this one included.
    pub requests_90_days: u32,
    /// Most it may make.
    pub requests_90_days_allowed: u32,
}

/// Something that happened after the decisions.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestEvent {
    /// `handed_over`, `grant_close`, `deletion_attestation`, `review`.
    pub kind: String,
    /// The custodian that did it; empty for the desk.
    pub organisation: String,
    /// When.
    pub at: i64,
    /// What was said; may be empty.
    pub text: String,
}

/// Decides. The decision is signed and logged for ever; the screen waits before it sends this.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecideInput {
    /// The request.
    pub request: String,
    /// `approve`, `object` or `refuse`.
    pub kind: String,
    /// Reason code (`in_order` exactly for approvals; `no_emergency`, …, `other`).
    pub reason: String,
    /// More words, which the asker and everybody else can read; may be empty.
    pub text: String,
    /// [`RequestDetail::seen`] of what was decided on.
    pub seen: String,
    /// The person compared the words of [`RestoreFacts::device`]; without it a restore is not approved.
    pub compared: bool,
}
