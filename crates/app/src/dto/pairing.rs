//! A second device: what both screens show while two devices of one register meet.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A QR code: dark squares as one SVG path in a square of `size` units, margin included.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QrPicture {
    /// Squares across, white margin included.
    pub size: u32,
    /// The `d` of a path.
    pub path: String,
}

/// What the old device shows so that the new one finds it. It is a secret between the two screens.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PairingCode {
    /// The code as text: what the QR code says, for pasting.
    pub text: String,
    /// The same as a picture.
    pub qr: QrPicture,
    /// Twelve words, for typing instead.
    pub words: String,
    /// The buffer's address, to be typed with the words.
    pub buffer: String,
}

/// Redacted: the words let whoever reads them into the meeting.
impl core::fmt::Debug for PairingCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("PairingCode(…)")
    }
}

/// How a new device joins a register that exists.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JoinRegister {
    /// The passphrase this device's copy will have.
    pub passphrase: String,
    /// Who works on this device, kept inside only.
    pub officer: String,
    /// The scanned or pasted code; empty when the words were typed.
    pub code: String,
    /// The buffer's address, with the words.
    pub buffer: String,
    /// Twelve words, with the address.
    pub words: String,
}

/// Redacted: it holds a passphrase.
impl core::fmt::Debug for JoinRegister {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("JoinRegister(…)")
    }
}

/// Six words both screens show; nothing when the other device is not there yet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PairingWords {
    /// Six words.
    pub six: Option<String>,
}

/// A text that one device hands to the other as a file or by paste, and the six words of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PairingText {
    /// The text.
    pub text: String,
    /// Six words both screens show.
    pub six: String,
}
