//! What the reader prefers on this device, before and after anything is open. Nothing personal.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the screens look and speak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// A language that is shipped (`en`, `fil`, …); nothing to follow the device.
    pub language: Option<String>,
    /// `system`, `light`, `dark`.
    pub theme: String,
    /// Single keys such as `/` do something.
    pub single_keys: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: "system".to_owned(),
            single_keys: true,
        }
    }
}
