//! The facts of saving as a ladder: saved here → sent → kept by the buffer → releasable. Never a rung not yet proven.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where this register stands with its buffer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncState {
    /// The buffer's address, if one is set.
    pub buffer: Option<String>,
    /// The federation's name, if enrolled.
    pub federation: Option<String>,
    /// A demo federation with short times.
    pub demo: bool,
    /// Persons saved on this device.
    pub saved_here: u32,
    /// Records changed since they were last sent.
    pub unsent: u32,
    /// Records the buffer acknowledged.
    pub kept: u32,
    /// When the public log last committed to this register's present state, in a checkpoint enough witnesses signed.
    pub proven_at: Option<i64>,
    /// The present state is not yet proven to stand in the public log, since then. No alarm: checkpoints lag behind.
    pub unproven_since: Option<i64>,
    /// Last time everything was exchanged.
    pub last_ok: Option<i64>,
    /// Last failure, as an error code, if the last try failed.
    pub last_error: Option<super::ErrorCode>,
    /// Which alarm that was, if it was one.
    pub last_alarm: Option<super::AlarmSeen>,
    /// When the last try was.
    pub last_try: Option<i64>,
    /// How many custodians confirmed that they can help release this register.
    pub protected: Option<Protected>,
    /// No second reader exists: one laptop away from losing notes and history.
    pub only_device: bool,
    /// Devices of this register seen in the buffer, this one included.
    pub devices: u32,
}

/// `j` of `n` custodians confirmed; `k` are needed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Protected {
    /// Confirmed.
    pub j: u32,
    /// Custodians.
    pub n: u32,
    /// Needed.
    pub k: u32,
    /// At least k+1 confirmed.
    pub releasable: bool,
}

/// What one exchange did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncReport {
    /// Records sent.
    pub pushed: u32,
    /// Records received and merged.
    pub pulled: u32,
    /// Bytes sent.
    pub bytes_out: u64,
    /// Bytes received.
    pub bytes_in: u64,
    /// Fields where two officers wrote without knowing of each other.
    pub conflicts: u32,
    /// How well the register is protected now.
    pub protected: Option<Protected>,
}

/// What joins a register to a federation: typed or scanned.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JoinFederation {
    /// The buffer's address.
    pub buffer: String,
    /// Twelve words handed over in person.
    pub words: String,
    /// The six words of the federation's genesis, compared with the organisation that invited; empty to be told them.
    pub fingerprint: String,
}

/// What this device shows another device of its register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShownViewDto {
    /// Text for a QR code or a file; holds no name and no number of people.
    pub text: String,
    /// Entries of the public log this device has verified.
    pub entries: u64,
}

/// How another device's view stands to this one's. Different stories are no outcome but an alarm.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ViewCheck {
    /// The other device's label.
    pub device: String,
    /// Both know the same.
    pub same: bool,
    /// The other knows writings that this device has not seen: the next exchange has to bring them.
    pub other_knows_more: bool,
    /// The two logs are known to be one. Otherwise that is found out at the next exchange.
    pub log_compared: bool,
}
