//! Freshness and the monthly meeting.

use super::ConfirmationDto;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How fresh the register is, in all and by barangay.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Freshness {
    /// Confirmed within so many months counts as fresh.
    pub months: u32,
    /// All together.
    pub all: FreshShare,
    /// Where a meeting is due.
    pub due: u32,
    /// The area of a meeting about everybody, the register's own.
    pub own: String,
    /// By barangay, those where it is due first, then the least fresh.
    pub areas: Vec<AreaFresh>,
}

/// A share of people who were confirmed lately. Whoever is said to be back home is not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FreshShare {
    /// People.
    pub people: u32,
    /// Of them, those confirmed.
    pub fresh: u32,
    /// Hundred times `fresh` by `people`, rounded down; 100 for nobody.
    pub percent: u32,
    /// `good` from 90, `fair` from 75, `weak` from 50, else `poor`; `nobody` for nobody.
    pub level: String,
}

/// How fresh one barangay is, and its meetings.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AreaFresh {
    /// PSGC code; empty where no barangay is written down.
    pub area: String,
    /// The barangay in words.
    pub name: String,
    /// The share.
    pub share: FreshShare,
    /// When its last meeting ended, on any device.
    pub last_meeting: Option<i64>,
    /// A meeting is due.
    pub due: bool,
    /// When the meeting that runs on this device was begun.
    pub running: Option<i64>,
}

/// A meeting that runs.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// PSGC code.
    pub area: String,
    /// The area in words.
    pub name: String,
    /// When it was begun.
    pub began: i64,
    /// Who holds it.
    pub officer: String,
    /// How fresh the area is now.
    pub share: FreshShare,
    /// People with an answer.
    pub done: u32,
    /// People without.
    pub left: u32,
    /// Whom to ask about, longest not confirmed first; those with an answer keep their place. At most 500 without.
    pub rows: Vec<MeetingRow>,
}

/// Somebody to ask about.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRow {
    /// Person id.
    pub id: String,
    /// `Surname, Given …`.
    pub name: String,
    /// Nickname.
    pub nickname: Option<String>,
    /// Purok and barangay in words.
    pub home: String,
    /// ISO code of the country.
    pub country: Option<String>,
    /// The country in English.
    pub country_name: Option<String>,
    /// Place abroad.
    pub place: Option<String>,
    /// Who may say so: the family in calling order, with their numbers.
    pub sources: Vec<MeetingSource>,
    /// The person's own numbers, as shown.
    pub phones: Vec<String>,
    /// Last confirmation.
    pub confirmed: Option<ConfirmationDto>,
    /// The answer of this meeting: `same`, `changed`, `home`, `unknown`, or nothing yet.
    pub mark: Option<String>,
    /// From whom it came.
    pub from: String,
    /// When.
    pub marked_at: Option<i64>,
}

/// Somebody of the family.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingSource {
    /// Name.
    pub name: String,
    /// Relation code, or empty.
    pub relation: String,
    /// Numbers, as shown.
    pub phones: Vec<String>,
}

/// An answer at the meeting.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct MeetingMark {
    /// The meeting's area.
    pub area: String,
    /// Person id.
    pub person: String,
    /// `same`: still there, same phone. `changed`: the form was changed. `home`: came home. `unknown`: nobody could say.
    pub mark: String,
    /// Who said so.
    pub from: String,
    /// For `changed`, what saving the form gave, so that both are taken back together.
    pub change_set: Option<String>,
}

/// What an answer did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingMarked {
    /// The row as it is now.
    pub row: MeetingRow,
    /// How fresh the area is now.
    pub share: FreshShare,
    /// People with an answer.
    pub done: u32,
    /// People without.
    pub left: u32,
}

/// What a meeting brought.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingEnd {
    /// The area in words.
    pub name: String,
    /// When it was begun.
    pub began: i64,
    /// When it ended.
    pub ended: i64,
    /// Still there, same phone.
    pub same: u32,
    /// Something was changed.
    pub changed: u32,
    /// Came home.
    pub home: u32,
    /// Nobody could say.
    pub unknown: u32,
    /// Not asked.
    pub left: u32,
    /// How fresh the area is now.
    pub share: FreshShare,
}

/// People whose number may be wrong.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StalePhones {
    /// How many there are.
    pub total: u32,
    /// The worst first.
    pub rows: Vec<StalePhone>,
}

/// Somebody whose number may be wrong.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StalePhone {
    /// Person id.
    pub person: String,
    /// `Surname, Given …`.
    pub name: String,
    /// Whose number: a contact's name, or empty for the person's own.
    pub whose: String,
    /// Relation code, or `self`.
    pub relation: String,
    /// The number as shown; empty where there is none.
    pub shown: String,
    /// What to dial, or nothing when it could not be read.
    pub dial: Option<String>,
    /// `none`: no number at all. `failed`: a call since the last confirmation found it wrong or off. `never`: never confirmed.
    /// `old`: not confirmed for a year.
    pub reason: String,
    /// Last confirmation.
    pub confirmed_at: Option<i64>,
}
