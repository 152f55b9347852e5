//! Forms begun and not saved.

use super::PersonInput;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A form as it stands, to be kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct DraftInput {
    /// Draft id; empty for a new one.
    pub id: String,
    /// The form; its `id` says whom it is about, empty for a new person.
    pub card: PersonInput,
    /// What it was begun from. A person may change while a draft waits (by an exchange, say); what was typed is then
    /// laid over what is saved, so that an old draft takes nothing back that it never touched.
    pub base: PersonInput,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftRow {
    /// Draft id.
    pub id: String,
    /// Whom it is about; nothing for a new person.
    pub person: Option<String>,
    /// The name as far as it was typed; may be empty.
    pub name: String,
    /// When it was last typed into.
    pub at: i64,
}

/// A draft with its form.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// Which.
    pub row: DraftRow,
    /// The form as it was left.
    pub card: PersonInput,
    /// What it was begun from.
    pub base: PersonInput,
}
