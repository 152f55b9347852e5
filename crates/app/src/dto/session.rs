//! Registers on this device, the open session, and the home screen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A register on this device, as far as it can be known without opening it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterEntry {
    /// Folder name; used to unlock.
    pub id: String,
    /// The label its officer gave it (a place, never a person).
    pub label: String,
    /// Whether it is a demo register with invented people.
    pub demo: bool,
}

/// What the app shows first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// Registers on this device.
    pub registers: Vec<RegisterEntry>,
    /// The open one, if any.
    pub session: Option<SessionInfo>,
    /// The app's version.
    pub version: String,
}

/// The open register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionInfo {
    /// Folder name.
    pub id: String,
    /// Label.
    pub label: String,
    /// PSGC code of the register's area.
    pub place: String,
    /// The area's name in words, e.g. `Dita, Cuenca, Batangas`.
    pub place_name: String,
    /// Demo register.
    pub demo: bool,
    /// Persons in it.
    pub persons: u32,
    /// Seconds without use after which it locks itself.
    pub auto_lock_after: u32,
}

/// Makes a register.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateRegister {
    /// PSGC code of a barangay or municipality.
    pub place: String,
    /// Label shown on the unlock screen; empty takes the place's name.
    pub label: String,
    /// The officer's name, kept inside only.
    pub officer: String,
    /// The passphrase.
    pub passphrase: String,
}

/// Redacted: it holds a passphrase and an officer's name.
impl core::fmt::Debug for CreateRegister {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CreateRegister(…)")
    }
}

/// What matters today.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Home {
    /// Persons in the register.
    pub persons: u32,
    /// Persons with no family contact that can be called.
    pub without_contact: u32,
    /// Persons not confirmed for half a year or never.
    pub stale: u32,
    /// Persons with values that contradict each other after a merge.
    pub conflicts: u32,
    /// Pairs that may be one person, as far as they were looked for.
    pub duplicates: u32,
    /// Cells of imports still to be looked at.
    pub import_later: u32,
    /// Persons who are in no request because of where they live.
    pub outside: u32,
    /// Changes not yet sent.
    pub unsent: u32,
    /// Open campaigns with people of this register still to call.
    pub open_campaigns: Vec<super::CampaignRow>,
    /// Where the people are, most first.
    pub destinations: Vec<DestinationCount>,
}

/// How many are in one country.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DestinationCount {
    /// ISO code, `XS` sea-based, `ZZ` unknown.
    pub country: String,
    /// The country's name in English.
    pub name: String,
    /// Persons.
    pub persons: u32,
}
