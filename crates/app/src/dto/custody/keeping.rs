//! What a custodian keeps and how it passes on: bundles of shares, drills, hand-over, change of its key; decisions of all.

use super::{CustodyStep, RequestRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a custodian said to a request.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionRow {
    /// Its name in the roster.
    pub organisation: String,
    /// This organisation.
    pub me: bool,
    /// `approve`, `object` or `refuse`.
    pub kind: String,
    /// Reason code; empty for an objection or a refusal whose words the buffer does not hand out: it counts without
    /// them.
    pub reason: String,
    /// More words; may be empty.
    pub text: String,
    /// Its own time.
    pub at: i64,
    /// A later word of the same organisation stands instead.
    pub superseded: bool,
    /// It stands in the log; otherwise it was signed here and is not yet sent or not yet cosigned.
    pub logged: bool,
}

/// All bundles of shares this organisation was given.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Receipts {
    /// Register-epochs whose shares are kept.
    pub kept: u32,
    /// Shares kept in all (one per compartment).
    pub shares: u32,
    /// Bundles refused that no later bundle has replaced.
    pub refused: u32,
    /// Newest first.
    pub rows: Vec<ReceiptRow>,
}

/// One bundle and what its receipt says.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptRow {
    /// The register's pseudonym.
    pub register: String,
    /// The epoch's id.
    pub epoch: String,
    /// The bundle's number within the epoch.
    pub bundle: u64,
    /// Compartments in it; 0 when it did not open.
    pub compartments: u32,
    /// `accepted`, or why not: `other_federation`, `stale_roster`, `stale_policy`, `threshold`, `replayed`,
    /// `other_write_cap`, `not_opened`, `wrong_share`, `share_is_key`, `catalogue`.
    pub outcome: String,
    /// When it was looked at.
    pub at: i64,
    /// `live`, `replaced` by a later bundle, or `retired` with its epoch (its shares are dropped).
    pub state: String,
}

/// Drills: releases of synthetic registers.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Drills {
    /// When one was last gone through to its end.
    pub last: Option<i64>,
    /// When the next is due (every quarter).
    pub due: Option<i64>,
    /// Requests whose purpose is a drill, newest first.
    pub rows: Vec<RequestRow>,
}

/// Handing the shares over to a successor organisation, or taking them over from one.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Handover {
    /// `none`, `out` (this organisation leaves) or `in` (it takes a seat over).
    pub direction: String,
    /// The other organisation.
    pub other: Option<String>,
    /// Six words of the other organisation's public keys, to be compared by voice.
    pub other_words: Option<String>,
    /// Every step, in order; empty while `none`.
    pub steps: Vec<CustodyStep>,
    /// Register-epochs whose shares are handed over.
    pub epochs: u32,
    /// Of those, so many arrived at the successor and are right, as far as this organisation knows.
    pub taken: u32,
    /// The successor's receipt is here: shares and key of the leaving organisation can be destroyed.
    pub can_destroy: bool,
    /// Of those, so many already renewed by their registers. Until all are, the leaving organisation still counts.
    pub renewed: u32,
}

/// Changing the key that shares are sealed to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyChange {
    /// When the key in use was born.
    pub since: i64,
    /// When it is to be changed.
    pub due: i64,
    /// A change has begun.
    pub running: bool,
    /// Every step, in order; empty while none has begun.
    pub steps: Vec<CustodyStep>,
    /// Live register-epochs whose shares will be sealed anew.
    pub live: u32,
    /// Retired ones whose shares will be dropped.
    pub retired: u32,
}

/// What the last step of a key change did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyChanged {
    /// Register-epochs sealed anew.
    pub resealed: u32,
    /// Register-epochs whose shares were dropped.
    pub dropped: u32,
    /// State afterwards.
    pub change: KeyChange,
}
