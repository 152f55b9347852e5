//! Change sets: what one action changed, who or what caused it.

use ugnay_model::{Key, PersonId};

/// One action that changed something; undone as a whole. Grows with time, never reused.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ChangeSetId(pub i64);

/// What kind of action caused a change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub enum ChangeKind {
    /// Typed by an officer.
    Typed = 1,
    /// An import of sheets.
    Import = 2,
    /// Two entries of one person made one.
    Merge = 3,
    /// Received from another device.
    Sync = 4,
    /// Taken back.
    Undo = 5,
    /// Erased at somebody's request.
    Erase = 6,
    /// An attempt of a campaign.
    Attempt = 7,
}

impl ChangeKind {
    const ALL: [Self; 7] = [
        Self::Typed,
        Self::Import,
        Self::Merge,
        Self::Sync,
        Self::Undo,
        Self::Erase,
        Self::Attempt,
    ];

    pub(crate) fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|k| *k as u8 == code)
    }

    /// The stable text code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Import => "import",
            Self::Merge => "merge",
            Self::Sync => "sync",
            Self::Undo => "undo",
            Self::Erase => "erase",
            Self::Attempt => "attempt",
        }
    }
}

/// Where a change comes from.
#[derive(Clone, PartialEq, Eq)]
pub struct Source {
    /// What kind of action.
    pub kind: ChangeKind,
    /// Shown beside the kind: an officer's name, a file's name.
    pub detail: String,
}

impl core::fmt::Debug for Source {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Source({:?})", self.kind)
    }
}

impl Source {
    /// A source of that kind.
    #[must_use]
    pub fn new(kind: ChangeKind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
        }
    }

    /// Typed by that officer.
    #[must_use]
    pub fn typed(officer: impl Into<String>) -> Self {
        Self::new(ChangeKind::Typed, officer)
    }
}

/// What a write did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Saved {
    /// The change set, or nothing when nothing changed.
    pub change_set: Option<ChangeSetId>,
    /// The keys that changed.
    pub changed: Vec<(PersonId, Key)>,
}
