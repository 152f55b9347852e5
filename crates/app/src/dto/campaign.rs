//! Campaigns, the call list and outcomes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A campaign in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CampaignRow {
    /// Campaign id.
    pub id: String,
    /// The crisis's name.
    pub name: String,
    /// Hazard code (`conflict`, `disaster`, `health`, `economic`, `accident`, `drill`).
    pub hazard: String,
    /// Alert level 1-4.
    pub level: u8,
    /// Destination ISO code.
    pub country: String,
    /// Its name in English.
    pub country_name: String,
    /// `drill` (this device only) or `federation`.
    pub origin: String,
    /// Demo or drill: nobody is in danger.
    pub drill: bool,
    /// Opened at.
    pub opened_at: i64,
    /// Closes at.
    pub closes_at: i64,
    /// People of this register in scope.
    pub in_scope: u32,
    /// Of them, those with an outcome.
    pub done: u32,
    /// Outcomes not yet reported to the desk.
    pub unreported: u32,
}

/// Starts a drill on this device.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct StartDrill {
    /// Destination ISO code.
    pub country: String,
    /// Alert level 1-4, or 0 for none.
    pub level: u8,
}

/// A page of the call list of a campaign (see [`super::CallQuery`]).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallList {
    /// The campaign.
    pub campaign: CampaignRow,
    /// What to say, line by line. A line that begins with `#` is a key of the catalogue, any other the desk's own text.
    pub script: Vec<String>,
    /// Whom to call, those to call first at the top: as many as were asked for.
    pub tasks: Vec<CallTask>,
    /// How many there are in all.
    pub total: u32,
    /// The one asked for by name, if they are on the list.
    pub task: Option<CallTask>,
    /// Tasks by state (`todo`, `call_back`, `safe`, `needs_help`, `no_news`, `other`).
    pub counts: Vec<StateCount>,
}

/// So many tasks in one state.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StateCount {
    /// State code.
    pub state: String,
    /// Tasks.
    pub tasks: u32,
}

/// One person to be reached.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallTask {
    /// Person id.
    pub person: String,
    /// `Surname, Given …`.
    pub name: String,
    /// Home in words.
    pub home: String,
    /// Destination in words.
    pub destination: String,
    /// Whom to call, family first, then the person.
    pub calls: Vec<CallTarget>,
    /// State code (see [`CallList::counts`]).
    pub state: String,
    /// Attempts, newest first.
    pub attempts: Vec<AttemptDto>,
    /// Call again after.
    pub call_after: Option<i64>,
    /// In a drill, what whoever plays the family says (see [`super::DrillTask`]).
    pub role: Option<String>,
}

/// A line to dial.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallTarget {
    /// Contact id; empty for the person.
    pub contact: String,
    /// Name.
    pub name: String,
    /// Relation code, or `self`.
    pub relation: String,
    /// The number as shown.
    pub shown: String,
    /// What to dial (`+63…`), or nothing when it could not be read.
    pub dial: Option<String>,
    /// Best hours.
    pub hours: Option<String>,
    /// An earlier attempt said this number is wrong or off.
    pub bad: bool,
}

/// An attempt as shown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttemptDto {
    /// Attempt id.
    pub id: String,
    /// When.
    pub at: i64,
    /// Contact id; empty for the person.
    pub contact: String,
    /// Attempt code.
    pub result: String,
    /// Safety code.
    pub safety: Option<String>,
    /// Need codes.
    pub needs: Vec<String>,
    /// Case step code.
    pub step: Option<String>,
    /// Reported to the desk.
    pub reported: bool,
}

/// Records what came of an attempt. One tap sends the codes alone.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct OutcomeInput {
    /// Campaign id.
    pub campaign: String,
    /// Person id.
    pub person: String,
    /// Contact id; empty for the person.
    pub contact: String,
    /// Attempt code (`reached`, `no_answer`, …).
    pub result: String,
    /// Safety code, if learned.
    pub safety: Option<String>,
    /// Need codes.
    pub needs: Vec<String>,
    /// Case step code.
    pub step: Option<String>,
    /// Call again after.
    pub call_after: Option<i64>,
    /// The family agreed to be referred to the desk by name.
    pub consent_referral: bool,
}

/// What recording did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeSaved {
    /// The task as it is now.
    pub task: CallTask,
    /// The change set, for undoing.
    pub change_set: String,
}
