//! Persons as lists and pages show them, and as forms send them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to list.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PeopleQuery {
    /// Typed text; empty lists all by surname.
    pub text: String,
    /// Only this destination (ISO code; `XS` at sea, `ZZ` not known).
    pub country: Option<String>,
    /// Only this barangay (PSGC).
    pub barangay: Option<String>,
    /// Only this purok, but for case.
    pub purok: Option<String>,
    /// Only this employer or household, but for case.
    pub employer: Option<String>,
    /// `fresh` (confirmed within half a year), `stale` (not, or never), `never`.
    pub freshness: Option<String>,
    /// Said to be back home, or not.
    pub returned: Option<bool>,
    /// What was said about a purpose: `emergency:given`, `emergency:refused`, `emergency:unasked` and so on.
    pub consent: Option<String>,
    /// Only those without any phone to call.
    pub no_phone: bool,
    /// Only those with values that contradict each other.
    pub conflict: bool,
    /// Only those who are in no request because of where they live.
    pub outside: bool,
    /// Answer at once, even if only the beginnings of words were looked at (see [`PeoplePage::complete`]).
    pub quick: bool,
    /// Skip so many.
    pub offset: u32,
    /// Return at most so many (1-500).
    pub limit: u32,
}

/// A page of the list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeoplePage {
    /// All that match.
    pub total: u32,
    /// This page.
    pub rows: Vec<PersonRow>,
    /// False while misspelt words were not looked for yet: asked again once the search is warm, there may be more.
    pub complete: bool,
}

/// A person in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// Person id.
    pub id: String,
    /// `Surname, Given Middle Suffix`.
    pub name: String,
    /// Nickname.
    pub nickname: Option<String>,
    /// PSGC code of the home barangay.
    pub barangay: Option<String>,
    /// Its name.
    pub barangay_name: Option<String>,
    /// Purok.
    pub purok: Option<String>,
    /// Destination, ISO code.
    pub country: Option<String>,
    /// The country's name in English.
    pub country_name: Option<String>,
    /// Destination place.
    pub place: Option<String>,
    /// First contact in calling order.
    pub first_contact: Option<String>,
    /// Last confirmation.
    pub confirmed_at: Option<i64>,
    /// Values contradict each other after a merge.
    pub conflict: bool,
    /// How well it matches (0-1), when searching.
    pub score: Option<f64>,
    /// Why it matches, as codes (`surname`, `given`, `middle`, `nickname`, `contact`, `phone`, `place`, `employer`, `sounds_like`).
    pub why: Vec<String>,
}

/// A phone as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhoneDto {
    /// As typed.
    pub typed: String,
    /// E.164, if it could be read.
    pub e164: Option<String>,
}

/// What is known of a typed phone.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhoneCheck {
    /// As it will be dialled, if it could be read.
    pub e164: Option<String>,
    /// In spaced form for reading aloud.
    pub shown: String,
    /// The country of the number.
    pub country: Option<String>,
    /// Warning code (`phone_unreadable`, `phone_too_short`, `phone_too_long`, …), never a refusal.
    pub warning: Option<String>,
}

/// A family contact.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ContactDto {
    /// Contact id; empty for a new one.
    pub id: String,
    /// Name.
    pub name: String,
    /// Relation code of the closed list, or empty.
    pub relation: String,
    /// Phones, best first; only `typed` is read when saving.
    pub phones: Vec<PhoneDto>,
    /// Handle.
    pub handle: String,
    /// Language, BCP 47.
    pub language: String,
    /// Where they live.
    pub place: String,
    /// Best hours.
    pub hours: String,
    /// Knows where the person works.
    pub knows_where: bool,
}

/// A person as a form sends it and a page shows it. Empty text means "not known".
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PersonInput {
    /// Person id; empty for a new person.
    pub id: String,
    /// Surname.
    pub surname: String,
    /// Given names.
    pub given: String,
    /// Middle name.
    pub middle: String,
    /// Suffix.
    pub suffix: String,
    /// Nickname.
    pub nickname: String,
    /// Birth: `1990-05-03`, `1990-05`, `1990` or `~35@2025`.
    pub birth: String,
    /// `F`, `M`, `X` or empty.
    pub sex: String,
    /// PSGC code of the home barangay.
    pub barangay: String,
    /// Purok.
    pub purok: String,
    /// Destination, ISO code.
    pub country: String,
    /// Destination place.
    pub place: String,
    /// Works at sea.
    pub sea_based: bool,
    /// Occupation.
    pub occupation: String,
    /// Employer.
    pub employer: String,
    /// Worksite or vessel.
    pub worksite: String,
    /// Own phones; only `typed` is read when saving.
    pub phones: Vec<PhoneDto>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Handles.
    pub handles: Vec<String>,
    /// Language, BCP 47.
    pub language: String,
    /// Emergency note.
    pub emergency_note: String,
    /// Came home: `2024-05-03`, `2024-05` or `2024`, `yes` where nobody said when, empty while abroad. What an import took from a
    /// list may be its own words; they stay until something else is chosen.
    pub returned: String,
    /// Contacts in calling order.
    pub contacts: Vec<ContactDto>,
}

/// A person's page.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonDetail {
    /// The card.
    pub card: PersonInput,
    /// The name for headings.
    pub name: String,
    /// Home barangay in words.
    pub barangay_name: Option<String>,
    /// Destination country in words.
    pub country_name: Option<String>,
    /// Last confirmation.
    pub confirmed: Option<ConfirmationDto>,
    /// Fields whose other values were kept at a merge: field code and the other values.
    pub conflicts: Vec<ConflictDto>,
    /// The case file.
    pub case: CaseDto,
    /// Entries that were merged into this one.
    pub merged: Vec<super::MergedFrom>,
    /// History, newest first.
    pub history: Vec<HistoryRow>,
    /// In no request: the barangay lies outside of the register's municipality, or none is known.
    pub outside: bool,
}

/// A confirmation.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmationDto {
    /// When.
    pub at: i64,
    /// By which officer.
    pub by: String,
    /// From whom.
    pub from: String,
}

/// Values that were written without knowing of each other.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConflictDto {
    /// Field code, e.g. `phones`.
    pub field: String,
    /// The values beside the one shown.
    pub others: Vec<String>,
}

/// The case file, as far as this version shows it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseDto {
    /// Civil status as said.
    pub civil_status: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Year of departure.
    pub year_departed: Option<i64>,
    /// Imported from: file, sheet, row.
    pub source: Option<SourceDto>,
    /// Consents by purpose code.
    pub consents: Vec<ConsentDto>,
}

/// Where a record was imported from.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceDto {
    /// File name.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// 1-based row.
    pub row: u32,
}

/// A consent.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsentDto {
    /// `hold`, `buffer`, `emergency`, `desk`, `statistics`.
    pub purpose: String,
    /// Given or refused.
    pub given: bool,
    /// When.
    pub at: i64,
    /// Who.
    pub by: String,
    /// How: `spoken`, `signed`, `thumb_mark`, `sheet`.
    pub how: String,
}

/// One change of one field.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// When.
    pub at: i64,
    /// Field code.
    pub field: String,
    /// Before, in words.
    pub before: Option<String>,
    /// After, in words.
    pub after: Option<String>,
    /// `typed`, `import`, `sync`, `merge`, `undo`.
    pub source: String,
    /// The change set, for undoing.
    pub change_set: String,
    /// Who did it: the officer, or the device it came from; empty where neither is known.
    pub by: String,
    /// It put something else in the place of what was held.
    pub correction: bool,
}

/// What saving did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    /// The person.
    pub id: String,
    /// The change set, for undoing; nothing when nothing changed.
    pub change_set: Option<String>,
}

/// Somebody who may be the same person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookAlike {
    /// Who.
    pub row: PersonRow,
    /// Probability 0-1.
    pub score: f64,
    /// Reasons, strongest first.
    pub why: Vec<super::Why>,
}
