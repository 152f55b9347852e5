//! The transparency log as this organisation mirrors and cosigns it.

use crate::dto::AlarmSeen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// State of the mirror.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LogState {
    /// The log's origin.
    pub origin: String,
    /// Entries mirrored.
    pub size: u64,
    /// Root over them, empty while nothing is mirrored.
    pub root: String,
    /// A time that has certainly passed: of the newest checkpoint believed.
    pub checkpoint_at: Option<i64>,
    /// Who cosigned it.
    pub cosigners: Vec<CosignerRow>,
    /// Organisations that must.
    pub quorum: u32,
    /// Of those, so many that are not custodians.
    pub externals: u32,
    /// Size of the last checkpoint this organisation cosigned.
    pub cosigned: Option<u64>,
    /// Alarms, newest first. An alarm changes nothing here and is never a reason to delete anything.
    pub alarms: Vec<AlarmRow>,
    /// The newest entries, newest first.
    pub entries: Vec<LogEntryRow>,
    /// The command that verifies this log from outside the app.
    pub verify: String,
}

/// An organisation that may cosign.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CosignerRow {
    /// Its name.
    pub name: String,
    /// Its seat if it is a custodian, nothing if it only witnesses.
    pub seat: Option<u8>,
    /// When it cosigned; nothing when it did not.
    pub at: Option<i64>,
    /// This organisation.
    pub me: bool,
}

/// Something the log showed that it must not.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlarmRow {
    /// What kind it is, and the rule that was broken.
    pub seen: AlarmSeen,
    /// When it was seen.
    pub at: i64,
}

/// An entry of the log.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LogEntryRow {
    /// Index.
    pub index: u64,
    /// Type (`genesis`, `request`, `approve`, …).
    pub kind: String,
    /// Its author's time.
    pub at: i64,
    /// The author's name, if it is in the roster or a known desk.
    pub author: Option<String>,
    /// The request it is about, if it is about one known here.
    pub request: Option<String>,
}
