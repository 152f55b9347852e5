//! Demands of authorities, what is published of them, and dated statements.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything about demands and statements.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Demands {
    /// Demands recorded here, newest first. They stay on this device; only counts and codes are published.
    pub rows: Vec<DemandRow>,
    /// Counts as they would be published now.
    pub counts: DemandCounts,
    /// When counts were last published.
    pub published_at: Option<i64>,
    /// Demands recorded or changed since.
    pub unpublished: u32,
    /// Statements of all organisations, newest first.
    pub statements: Vec<StatementRow>,
    /// When this organisation promised its next statement.
    pub next_due: Option<i64>,
    /// That date has passed.
    pub overdue: bool,
}

/// A demand as recorded.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DemandRow {
    /// Id.
    pub id: String,
    /// Kind of authority: `police`, `immigration`, `prosecutor`, `court`, `intelligence`, `military`, `local_government`,
    /// `national_agency`, `foreign`, `other`.
    pub authority: String,
    /// Its jurisdiction, an ISO 3166 country code.
    pub jurisdiction: String,
    /// Day it was received.
    pub received_at: i64,
    /// What was asked for: `names`, `contacts`, `whereabouts`, `lists`, `keys`, `shares`, `logs`, `access`,
    /// `silence`, `equipment`, `software`, `other`.
    pub asked: Vec<String>,
    /// What came of it: `received` (open), `refused`, `escalated`, `gagged`, `complied`.
    pub outcome: String,
    /// Notes for this organisation; never published.
    pub note: String,
    /// Earlier outcomes, oldest first.
    pub history: Vec<DemandChange>,
    /// It is in what was last published, as it stands.
    pub published: bool,
}

/// An outcome a demand had.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DemandChange {
    /// The outcome.
    pub outcome: String,
    /// Since when.
    pub at: i64,
}

/// Records a demand, or changes one.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DemandInput {
    /// The demand to change; nothing for a new one.
    pub id: Option<String>,
    /// Kind of authority.
    pub authority: String,
    /// Its jurisdiction, an ISO 3166 country code.
    pub jurisdiction: String,
    /// Day it was received.
    pub received_at: i64,
    /// What was asked for, at least one.
    pub asked: Vec<String>,
    /// Outcome.
    pub outcome: String,
    /// Notes; never published.
    pub note: String,
}

/// Redacted: notes may name people.
impl core::fmt::Debug for DemandInput {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("DemandInput(…)")
    }
}

/// Counts since the organisation began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DemandCounts {
    /// All.
    pub total: u32,
    /// Open.
    pub received: u32,
    /// Refused.
    pub refused: u32,
    /// Taken to a court or a higher authority.
    pub escalated: u32,
    /// Of which nothing more may be said, where that itself may be said.
    pub gagged: u32,
    /// Something was given.
    pub complied: u32,
}

/// A dated statement.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatementRow {
    /// Who made it.
    pub organisation: String,
    /// This organisation.
    pub me: bool,
    /// Number, from 1, each bound to the one before.
    pub number: u32,
    /// Date.
    pub at: i64,
    /// The next one was promised by then.
    pub next_by: i64,
    /// It is the organisation's latest and the promised date has passed.
    pub overdue: bool,
    /// It says: no demand was received since the founding.
    #[serde(default)]
    #[ts(optional)]
    pub none: Option<bool>,
    /// The counts it states.
    pub counts: DemandCounts,
    /// The text, in one or more languages.
    pub texts: Vec<StatementText>,
    /// It stands in the log, cosigned.
    pub logged: bool,
}

/// A statement's text in one language.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatementText {
    /// BCP 47 code.
    pub language: String,
    /// The text.
    pub text: String,
}

/// Signs and logs a statement; the counts of the moment go into it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatementInput {
    /// The text, in one or more languages.
    pub texts: Vec<StatementText>,
    /// The next one is promised by then.
    pub next_by: i64,
    /// The signer says: no demand was received since the founding. Refused once one was recorded.
    #[serde(default)]
    #[ts(optional)]
    pub none: Option<bool>,
}
