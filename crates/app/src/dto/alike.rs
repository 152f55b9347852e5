//! Who may be the person being written down.

use super::LookAlike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everybody in the register who may be the person in a form, as far as was looked.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookAlikes {
    /// The most alike first.
    pub found: Vec<LookAlike>,
    /// False while not everybody was compared yet: who is misspelt may come still.
    pub complete: bool,
}
