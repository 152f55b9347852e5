//! What kind of alarm it is that the buffer raised: people do something else about each kind. The codes behind it, one for
//! every rule that can be broken, are docs/SYNC.md's. Owns which code is of which kind; must not decide what an alarm stops.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Kinds of alarms. The UI has words for each: what happened, and what to do now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AlarmKind {
    /// An older state than was shown before.
    Rollback,
    /// Two stories that cannot both be true.
    Fork,
    /// Something that another device sent is not there any more.
    Gone,
    /// Something that others entered is not shown to this device.
    HeldBack,
    /// Something else stands in the place of what was sent.
    OtherBytes,
    /// Somebody wrote who is none of this register's devices.
    ForeignWriter,
    /// The register went on under new keys, and how is not shown.
    NextEpoch,
    /// The cosigned log does not commit to what is shown.
    NotInLog,
    /// The log's or its witnesses' signatures are not what they must be.
    Signatures,
    /// A code newer than this list.
    Other,
}

/// An alarm as it is shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlarmSeen {
    /// Its kind.
    pub kind: AlarmKind,
    /// The rule that was broken, for whoever looks into it.
    pub code: String,
}

impl AlarmKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Rollback,
        Self::Fork,
        Self::Gone,
        Self::HeldBack,
        Self::OtherBytes,
        Self::ForeignWriter,
        Self::NextEpoch,
        Self::NotInLog,
        Self::Signatures,
        Self::Other,
    ];

    /// The kind of a code.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code {
            "own_head_rollback" | "head_rollback" | "changes_rollback" | "log_rollback" => {
                Self::Rollback
            }
            "head_fork" | "log_fork" | "log_unproven" => Self::Fork,
            "head_deleted" | "head_missing" | "shard_missing" | "shard_deleted"
            | "record_missing" => Self::Gone,
            "head_held_back" | "shard_held_back" | "log_body_withheld" => Self::HeldBack,
            "head_unreadable"
            | "register_roster_unreadable"
            | "shard_unreadable"
            | "record_swapped"
            | "record_unreadable"
            | "record_of_another"
            | "log_entries_swapped" => Self::OtherBytes,
            "own_head_foreign"
            | "head_foreign_signer"
            | "register_roster_foreign_signer"
            | "next_epoch_forged"
            | "shard_foreign_signer"
            | "record_foreign_signer" => Self::ForeignWriter,
            "next_epoch_withheld" | "epoch_end_not_in_log" => Self::NextEpoch,
            "heads_not_in_log" | "heads_proof_wrong" => Self::NotInLog,
            "log_bad_signature"
            | "log_other_origin"
            | "log_too_few_cosignatures"
            | "log_unreadable" => Self::Signatures,
            _ => Self::Other,
        }
    }
}

impl AlarmSeen {
    /// The alarm of a code.
    #[must_use]
    pub fn of(code: &str) -> Self {
        Self {
            kind: AlarmKind::of(code),
            code: code.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
