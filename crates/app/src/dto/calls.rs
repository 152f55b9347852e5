//! Which part of a call list is asked for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A page of a campaign's call list.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct CallQuery {
    /// Campaign id.
    pub campaign: String,
    /// So many tasks at the top are left out.
    pub offset: u32,
    /// Most tasks on the page; nothing: all there are.
    pub limit: Option<u32>,
    /// Whose task is wanted besides, wherever in the list it stands; empty: nobody's.
    pub person: String,
}

impl CallQuery {
    /// The whole list.
    #[must_use]
    pub fn whole(campaign: &str) -> Self {
        Self {
            campaign: campaign.to_owned(),
            ..Self::default()
        }
    }
}
