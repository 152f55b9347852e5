//! Drills: how one went.

use super::{CampaignRow, StateCount};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a drill went.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillResult {
    /// The drill.
    pub campaign: CampaignRow,
    /// It was ended.
    pub over: bool,
    /// Minutes from the start to the last answer.
    pub minutes: u32,
    /// Calls that were written down.
    pub calls: u32,
    /// People whose answer is what the role said.
    pub right: u32,
    /// People by state.
    pub counts: Vec<StateCount>,
    /// Each of them.
    pub tasks: Vec<DrillTask>,
}

/// One invented person at the end of a drill.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillTask {
    /// Invented name.
    pub name: String,
    /// What the family was to say (`safe`, `needs_medical`, `needs_help`, `no_news`, `wrong_number`, `call_back`, `declines`).
    pub role: String,
    /// What was written down, as a state.
    pub state: String,
    /// Somebody tried.
    pub tried: bool,
    /// Both agree.
    pub right: bool,
}
