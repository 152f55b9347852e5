//! The recovery sheet: 24 words on paper that bring the whole register back; and getting rid of a copy before a journey.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A sheet to be written down. It does not exist for the register until its words were typed in again.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetPage {
    /// The 24 words, in order.
    pub words: Vec<String>,
    /// Six words that name register and federation, to be written down too and compared when the sheet is used.
    pub six: String,
    /// The buffer's address, to be written down too.
    pub buffer: String,
}

/// Redacted: the words open the register.
impl core::fmt::Debug for SheetPage {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SheetPage(…)")
    }
}

/// What typing a sheet's words in has shown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetCheck {
    /// Words that are not those of the sheet, counted from 1.
    pub wrong: Vec<u32>,
    /// Every word is right, and the register's seed was read back from the buffer with them.
    pub works: bool,
}

/// What brings a register back from its sheet.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoreInput {
    /// The 24 words, each whole or by its first four letters.
    pub words: String,
    /// The buffer's address.
    pub buffer: String,
    /// The buffer's own certificate (PEM), where it is not from a public authority; empty otherwise.
    pub certificate: String,
    /// The passphrase this device's copy will have.
    pub passphrase: String,
    /// Who works on this device, kept inside only.
    pub officer: String,
}

/// Redacted: it holds the words and a passphrase.
impl core::fmt::Debug for RestoreInput {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("RestoreInput(…)")
    }
}

/// What a sheet opens, before it is used.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoreFound {
    /// Six words that must be those on the sheet.
    pub six: String,
    /// The register's label.
    pub label: String,
    /// The register's place in words.
    pub place_name: String,
    /// The federation's name.
    pub federation: String,
    /// When a device last wrote to this sheet (Unix seconds, by that device's clock).
    pub written_at: i64,
    /// Labels of the devices the register had then.
    pub devices: Vec<String>,
}

/// A use of a recovery sheet, as every device of the register sees it for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetUse {
    /// The label of the device it let in.
    pub device: String,
    /// When (Unix seconds, by that device's clock).
    pub at: i64,
    /// That device is this one.
    pub this_device: bool,
}

/// What would be lost if this device's copy went now.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveState {
    /// Other devices and recovery sheets that can read the register.
    pub other_readers: u32,
    /// Records that no other reader has yet.
    pub unsent: u32,
}

/// What a new device shows so that custodians can restore a lost register's cards to it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoreOffer {
    /// SHA-256 of its sealing key, hexadecimal: what the desk's request names.
    pub device: String,
    /// The same as six words, compared with the desk.
    pub six: String,
}

/// What a restore release brought back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoredCards {
    /// Cards taken in.
    pub persons: u32,
    /// Custodians whose shares were used.
    pub custodians: u32,
}
