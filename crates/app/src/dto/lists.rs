//! What a list is narrowed by, the figures beside its choices, and the list of removed people.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A choice of a filter and how many it lists.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What to ask for.
    pub value: String,
    /// Its name, where it is a place; else as written in the register.
    pub name: String,
    /// How many it lists, with everything else that is asked for.
    pub count: u32,
}

/// Redacted: an employer's name may tell who somebody is.
impl core::fmt::Debug for Choice {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Choice({})", self.count)
    }
}

/// What was said about a purpose, and how many said so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsentCount {
    /// `hold`, `buffer`, `emergency`, `desk`, `statistics`.
    pub purpose: String,
    /// `given`, `refused`, `unasked`.
    pub said: String,
    /// How many.
    pub count: u32,
}

/// Figures beside the choices of a filter: each says how many the list shows once that choice is made, the choice it
/// replaces left out and all others as they are.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeopleFacets {
    /// All that match now.
    pub total: u32,
    /// By destination, most first; `ZZ` is not known.
    pub countries: Vec<Choice>,
    /// By home barangay, most first; at most 300.
    pub barangays: Vec<Choice>,
    /// By purok, most first; at most 60.
    pub puroks: Vec<Choice>,
    /// By employer or household, most first; at most 60.
    pub employers: Vec<Choice>,
    /// Confirmed within half a year.
    pub fresh: u32,
    /// Not confirmed for half a year, or never.
    pub stale: u32,
    /// Never confirmed.
    pub never: u32,
    /// Said to be back home.
    pub returned: u32,
    /// Not said to be back home.
    pub abroad: u32,
    /// By what was said.
    pub consents: Vec<ConsentCount>,
    /// Without any phone to call.
    pub no_phone: u32,
    /// With values that contradict each other.
    pub conflicts: u32,
    /// In no request: the barangay lies outside of the municipality, or none is known.
    pub outside: u32,
    /// Removed people of the register, whatever else is asked for.
    pub removed: u32,
}

/// Somebody who was removed and can be brought back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemovedRow {
    /// Person id.
    pub id: String,
    /// `Surname, Given Middle Suffix`.
    pub name: String,
    /// Home barangay.
    pub barangay_name: Option<String>,
    /// Destination, ISO code.
    pub country: Option<String>,
    /// The country's name in English.
    pub country_name: Option<String>,
    /// When, if this device saw it happen.
    pub removed_at: Option<i64>,
    /// How: `typed`, `import`, `sync`, `merge`, `undo`.
    pub source: Option<String>,
}

/// A page of the removed, latest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemovedPage {
    /// All of them.
    pub total: u32,
    /// This page.
    pub rows: Vec<RemovedRow>,
}
