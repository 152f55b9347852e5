//! Files that organisations hand to each other: what one is, shown before anything is done with it, and what was written.

use super::{AreaRow, FederationFacts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file somebody handed over: read and checked, nothing done yet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilePreview {
    /// Names the preview when it is accepted or dropped.
    pub token: String,
    /// `genesis_draft`, `genesis`, `policy_draft`, `roster_draft`, `desk_card_draft`, `organisation_card`, `handover`,
    /// `handover_done`, `objection`.
    pub kind: String,
    /// The federation it founds or changes, as it would be.
    pub federation: Option<FederationFacts>,
    /// The desk it is about.
    pub desk: Option<DeskCardFacts>,
    /// The organisation it is about (an organisation's card, a hand-over).
    pub organisation: Option<OrganisationFacts>,
    /// Another organisation's objection.
    pub objection: Option<ObjectionFacts>,
    /// What the linter finds.
    pub findings: Vec<LintRow>,
    /// Signatures of distinct custodians in it.
    pub signed: u32,
    /// Signatures it needs.
    pub needed: u32,
    /// This organisation stands in it with its own keys.
    pub mine: bool,
    /// This organisation has signed it.
    pub signed_here: bool,
    /// Why it cannot be accepted, as a code; nothing when it can.
    pub refusal: Option<String>,
}

/// A desk's card that waits for signatures.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskCardFacts {
    /// The desk's name.
    pub name: String,
    /// Where it would answer for.
    pub areas: Vec<AreaRow>,
    /// Officers on it.
    pub officers: u32,
    /// Earliest use.
    pub not_before: i64,
    /// End of validity.
    pub expires: i64,
    /// Six words, to be compared with the desk by voice.
    pub fingerprint: String,
}

/// An organisation in a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrganisationFacts {
    /// Its name.
    pub name: String,
    /// Its jurisdiction, an ISO 3166 country code.
    pub jurisdiction: String,
    /// Six words of its public keys, to be compared by voice.
    pub fingerprint: String,
    /// Register-epochs in a hand-over; 0 otherwise.
    pub epochs: u32,
}

/// An objection that came by file: whose, to what, and why.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObjectionFacts {
    /// Who objects; its signature was checked.
    pub organisation: String,
    /// The request, as in the list.
    pub request: String,
    /// What the request is for; empty while that is not known here.
    pub purpose: String,
    /// Its destination, two letters; empty for every country.
    pub country: String,
    /// The destination's name.
    pub country_name: String,
    /// Who asks.
    pub desk: String,
    /// Reason code.
    pub reason: String,
    /// More words; may be empty.
    pub text: String,
    /// When it was signed.
    pub at: i64,
}

/// One finding of the policy linter.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LintRow {
    /// Code (`one_authority_opens`, …).
    pub code: String,
    /// An error; otherwise a warning.
    pub error: bool,
}

/// What accepting a file did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileAccepted {
    /// Kind of the file.
    pub kind: String,
    /// A signed file to be handed on, if one was written.
    pub saved: Option<SavedFile>,
}

/// A file the app wrote where the device keeps its downloads.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// The folder in words or as a path.
    pub folder: String,
}
