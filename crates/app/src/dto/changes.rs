//! Actions that changed something, and taking them back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One action: a save, an import, a merge, an exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeRow {
    /// The change set.
    pub id: String,
    /// When this device wrote it (Unix seconds).
    pub at: i64,
    /// `typed`, `import`, `merge`, `sync`, `undo`, `erase`, `attempt`, `export`.
    pub kind: String,
    /// Shown beside the kind: the officer, the files.
    pub detail: String,
    /// Labels of the other devices whose writes it brought; empty when it was done here.
    pub devices: Vec<String>,
    /// How many persons it touched.
    pub persons: u32,
    /// The names of the first of them.
    pub names: Vec<String>,
    /// Why it cannot be taken back, as far as the list knows: `undone`, `erased`, `log`.
    pub blocked: Option<String>,
}

/// A page of actions, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePage {
    /// This page.
    pub rows: Vec<ChangeRow>,
    /// There are older ones.
    pub more: bool,
}

/// Somebody an action touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangedPerson {
    /// Person id.
    pub id: String,
    /// The name now; empty when the person was erased.
    pub name: String,
    /// The action added the person.
    pub added: bool,
    /// The person is removed now.
    pub removed: bool,
    /// Field codes it wrote.
    pub fields: Vec<String>,
    /// Of these, what was changed since and would stay as it is.
    pub kept: Vec<String>,
}

/// An action in full, and what taking it back would do.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeDetail {
    /// The action.
    pub row: ChangeRow,
    /// Whom it touched, the first hundred.
    pub people: Vec<ChangedPerson>,
    /// Values that would be set back.
    pub restores: u32,
    /// Persons that would be removed, because the action had added them.
    pub removes: u32,
    /// Values that would stay, because they were changed since.
    pub keeps: u32,
    /// Why it cannot be taken back: `undone`, `erased`, `log`, `changed_since`, `nothing_left`.
    pub blocked: Option<String>,
}

/// What taking an action back did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakenBack {
    /// The change set of the taking back: taking that one back does it again.
    pub change_set: Option<String>,
    /// Values set back.
    pub restored: u32,
    /// Persons removed.
    pub removed: u32,
    /// Values left as they are, because they were changed since.
    pub kept: u32,
}
