//! The organisation itself: its entry on the start screen, its federation, its way in, its key on paper, its home screen.

use super::RequestRow;
use crate::dto::{AlarmSeen, ErrorCode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the start screen knows of the custodian organisations on this device, beside the registers of [`crate::dto::Status`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustodyStatus {
    /// Organisations on this device.
    pub organisations: Vec<OrganisationEntry>,
    /// The open one. At most one of register and organisation is open: opening one closes the other.
    pub session: Option<OrganisationSession>,
}

/// A custodian organisation on this device, as far as it can be known without opening it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrganisationEntry {
    /// Folder name; used to unlock.
    pub id: String,
    /// The organisation's name.
    pub label: String,
    /// Made for a demonstration.
    pub demo: bool,
}

/// The open organisation, as the frame around every screen needs it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrganisationSession {
    /// Folder name.
    pub id: String,
    /// The organisation's name.
    pub name: String,
    /// The policy in force is marked as a demonstration (short times): every screen says so.
    pub demo: bool,
    /// Seconds without use after which it locks itself.
    pub auto_lock_after: u32,
}

/// Makes an organisation: its signing and cosigning keys and its key on paper are born here.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateOrganisation {
    /// The organisation's name as it will stand in the roster.
    pub name: String,
    /// The authority that can compel it, an ISO 3166 country code.
    pub jurisdiction: String,
    /// The passphrase of its store.
    pub passphrase: String,
}

/// Redacted: it holds a passphrase.
impl core::fmt::Debug for CreateOrganisation {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CreateOrganisation(…)")
    }
}

/// Makes an organisation again after its laptop was lost: the 24 words open what the buffer still keeps for it.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoverOrganisation {
    /// The organisation's name in the roster.
    pub name: String,
    /// The authority that can compel it, an ISO 3166 country code.
    pub jurisdiction: String,
    /// The 24 words of the paper, in order.
    pub words: Vec<String>,
    /// The passphrase of the new store.
    pub passphrase: String,
}

/// Redacted: it holds a key in words and a passphrase.
impl core::fmt::Debug for RecoverOrganisation {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("RecoverOrganisation(…)")
    }
}

/// One step of a longer way, in order. Used for setting up, hand-over and key change.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustodyStep {
    /// Code. Setting up: `paper`, `card`, `sign`, `genesis`, `connect`, `exchange`. Hand-over out: `successor`,
    /// `roster`, `seal`, `receipt`, `destroy`; in: `card`, `roster`, `take`, `receipt`. Key change: `born`, `paper`,
    /// `roster`, `reseal`, `destroy`.
    pub code: String,
    /// Done.
    pub done: bool,
    /// When, if done and known.
    pub at: Option<i64>,
    /// So many done, where the step has parts (signatures, registers).
    pub part: Option<u32>,
    /// Of so many.
    pub of: Option<u32>,
}

/// Where the organisation stands.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its jurisdiction, an ISO 3166 country code.
    pub jurisdiction: String,
    /// Six words of its public keys, to be compared by voice.
    pub fingerprint: String,
    /// Its place in the roster (1..=n), once it is in one.
    pub seat: Option<u8>,
    /// The way in; every step, in order.
    pub setup: Vec<CustodyStep>,
    /// The federation, once its genesis was taken.
    pub federation: Option<FederationFacts>,
    /// The key on paper.
    pub paper: PaperState,
    /// The buffer's address, if one is set.
    pub buffer: Option<String>,
    /// Last time everything was exchanged.
    pub last_ok: Option<i64>,
    /// When the last try was.
    pub last_try: Option<i64>,
    /// Why the last try failed, if it did.
    pub last_error: Option<ErrorCode>,
    /// Which alarm that was, if it was one.
    pub last_alarm: Option<AlarmSeen>,
}

/// A federation as its genesis, policy and roster in force say.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FederationFacts {
    /// Its name.
    pub name: String,
    /// Six words of its genesis, to be compared by voice.
    pub words: String,
    /// Short times for a demonstration.
    pub demo: bool,
    /// Custodians.
    pub n: u8,
    /// Approvals needed.
    pub k: u8,
    /// Objections that stop a release.
    pub veto: u8,
    /// Organisations that must cosign.
    pub quorum: u8,
    /// Of those, so many that are not custodians.
    pub externals: u8,
    /// Seconds from the last needed cosignature to the earliest release.
    pub cool_off: u32,
    /// The same with k+1 approvals.
    pub fast_cool_off: u32,
    /// Seconds a desk card must have been logged before use.
    pub card_age: u32,
    /// Longest grant in seconds.
    pub max_window: u32,
    /// The policy's version.
    pub policy_version: u32,
    /// The roster's version.
    pub roster_version: u32,
    /// Custodians by seat, then outside witnesses.
    pub members: Vec<MemberRow>,
}

/// An organisation of the roster.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberRow {
    /// Its name.
    pub name: String,
    /// Its jurisdiction, an ISO 3166 country code.
    pub jurisdiction: String,
    /// Its seat if it is a custodian, nothing if it only witnesses.
    pub seat: Option<u8>,
    /// This organisation.
    pub me: bool,
}

/// The key on paper: 24 words that are this organisation's key for shares.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperState {
    /// The sheet exists: all its words were entered again, rightly. Until then nothing may rest on it.
    pub exists: bool,
    /// When they were last entered rightly.
    pub tested_at: Option<i64>,
    /// The words can be shown now: they were not yet tested. Afterwards they are never shown again.
    pub can_show: bool,
    /// When the key is to be changed.
    pub change_due: Option<i64>,
}

/// The words of the sheet.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperWords {
    /// 24 words, in order.
    pub words: Vec<String>,
    /// Six words of the public key, printed on the sheet so that sheets can be told apart.
    pub fingerprint: String,
}

/// Redacted: it is a key in words.
impl core::fmt::Debug for PaperWords {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("PaperWords(…)")
    }
}

/// What entering the words again has shown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperTest {
    /// All are right: the sheet exists from now on.
    pub ok: bool,
    /// Numbers (from 1) of the words that are not right; never the right word.
    pub wrong: Vec<u8>,
    /// State afterwards.
    pub paper: PaperState,
}

/// What the organisation should see first: decisions, then what runs, then what else is to be done.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustodyHome {
    /// The organisation.
    pub organisation: Organisation,
    /// Requests that wait for this organisation's decision, the one that ends first at the top.
    pub waiting: Vec<RequestRow>,
    /// Requests decided here that are not over: cooling off or granted.
    pub running: Vec<RequestRow>,
    /// What else is to be done, the most pressing first.
    pub tasks: Vec<CustodyTask>,
    /// Registers this organisation keeps shares of.
    pub registers: u32,
}

/// Something to be done that is not a decision.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustodyTask {
    /// `alarm`, `paper`, `setup`, `exchange`, `refused_bundles`, `key_change`, `drill`, `statement`, `handover`,
    /// `hidden_requests`.
    pub code: String,
    /// How many, where it can be counted.
    pub count: Option<u32>,
    /// Until when, where there is a date.
    pub due: Option<i64>,
    /// The date has passed.
    pub overdue: bool,
}

/// Connects an organisation that has taken its federation's genesis to the buffer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConnectBuffer {
    /// The buffer's address.
    pub buffer: String,
}

/// What one exchange with the buffer did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustodyExchange {
    /// New entries of the log mirrored.
    pub entries: u32,
    /// Size of the log this organisation cosigned, if it cosigned.
    pub cosigned: Option<u64>,
    /// Bundles of shares accepted.
    pub accepted: u32,
    /// Bundles refused; their receipts say why.
    pub refused: u32,
    /// Requests seen for the first time.
    pub requests: u32,
    /// Sealed shares handed over because a release was granted.
    pub handed_over: u32,
    /// Register-epochs whose shares were taken over from a predecessor or found again.
    pub taken_over: u32,
    /// Register-epochs whose shares were dropped because they are over.
    pub retired: u32,
}
