//! Places for pickers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A home area found while typing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceHit {
    /// PSGC code.
    pub code: String,
    /// Name.
    pub name: String,
    /// The whole path, e.g. `Dita, Cuenca, Batangas`.
    pub path: String,
    /// `barangay`, `municipality`, `city`, `province`, `region`.
    pub level: String,
}

/// A country in a picker.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CountryOption {
    /// ISO code, or `XS` for sea-based.
    pub code: String,
    /// Name in English.
    pub name: String,
    /// Name in Filipino.
    pub name_fil: String,
    /// Whether it is one of the standard destinations.
    pub standard: bool,
}
