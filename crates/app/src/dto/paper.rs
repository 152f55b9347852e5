//! Sheets to print: what the window asks for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a sheet is wanted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperLook {
    /// Language of the words on it (BCP 47); one without words gives English.
    pub language: String,
    /// US Letter instead of A4.
    pub letter: bool,
}

/// An organisation's key on paper, from the words that are on the screen.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyOnPaper {
    /// The 24 words, in order.
    pub words: Vec<String>,
    /// Six words that name the key.
    pub fingerprint: String,
    /// The organisation's public name.
    pub organisation: String,
}

/// Redacted: the words are the organisation's key.
impl core::fmt::Debug for KeyOnPaper {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("KeyOnPaper(…)")
    }
}
