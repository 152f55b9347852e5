//! The register's readers (devices and recovery sheets) and its epochs, as the devices screen shows them.

use super::Protected;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReaderKindDto {
    /// A device: reads and writes.
    Device,
    /// A recovery sheet: 24 words on paper that read and never write.
    Sheet,
}

/// One reader of the register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceRow {
    /// SHA-256 of its signing key in hexadecimal: its id, and the fingerprint custodians need to revoke it.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// Device or sheet.
    pub kind: ReaderKindDto,
    /// Whether this is the device that asks.
    pub this_device: bool,
    /// When it was added.
    pub added_at: i64,
    /// The label of the reader that added it; nothing for the first.
    pub added_by: Option<String>,
    /// When a new writing of it was last read here; nothing for sheets and for devices that never wrote.
    pub last_seen: Option<i64>,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
    /// A device that holds the seed of the present epoch, as far as its writings show. False while it has not come over.
    pub in_epoch: bool,
}

/// Where the register's epoch stands.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EpochDto {
    /// When the present epoch began; nothing before joining.
    pub began_at: Option<i64>,
    /// Why a new epoch is due at the next exchange: `asked`, `revoked`, `federation`, `grant`, `restored`; nothing if none is.
    pub due: Option<String>,
    /// Earlier epochs whose keys this device still holds, because not every device has come over yet.
    pub held: u32,
    /// Receipts for the present epoch.
    pub protected: Option<Protected>,
}

/// The readers of the open register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceList {
    /// Live ones first, each group by when they were added.
    pub devices: Vec<DeviceRow>,
    /// The epoch.
    pub epoch: EpochDto,
    /// No second reader exists: one laptop away from losing notes and history.
    pub only_reader: bool,
}
