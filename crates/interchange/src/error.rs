//! Why a file was refused. Names the file, and sheet, row and column where they are known; never a cell's content.

/// A file that is not imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the variants say it, the fields are where")]
pub enum ImportError {
    #[error("{file}: larger than {limit_mib} MiB")]
    TooLarge { file: String, limit_mib: usize },
    #[error("{file}: the file is empty")]
    Empty { file: String },
    #[error("{file}: not a sheet ({looks_like})")]
    NotASheet {
        file: String,
        looks_like: &'static str,
    },
    #[error("{file}: protected by a password; save a copy without one")]
    PasswordProtected { file: String },
    #[error("{file}: damaged or cut off ({detail})")]
    Damaged { file: String, detail: &'static str },
    #[error("{file}: sheet {sheet} is damaged after row {row}")]
    DamagedSheet {
        file: String,
        sheet: String,
        row: u32,
    },
    #[error("{file}: unpacks to more than {limit_mib} MiB")]
    UnpacksTooLarge { file: String, limit_mib: usize },
    #[error("{file}: sheet {sheet} has too many cells (at row {row}, column {column})")]
    TooManyCells {
        file: String,
        sheet: String,
        row: u32,
        column: String,
    },
    #[error("{file}: has too many sheets")]
    TooManySheets { file: String },
    #[error("cancelled")]
    Cancelled,
}

impl ImportError {
    /// Stable code for the interface to translate.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "file_too_large",
            Self::Empty { .. } => "file_empty",
            Self::NotASheet { .. } => "file_not_a_sheet",
            Self::PasswordProtected { .. } => "file_password_protected",
            Self::Damaged { .. } | Self::DamagedSheet { .. } => "file_damaged",
            Self::UnpacksTooLarge { .. } => "file_unpacks_too_large",
            Self::TooManyCells { .. } => "file_too_many_cells",
            Self::TooManySheets { .. } => "file_too_many_sheets",
            Self::Cancelled => "cancelled",
        }
    }
}
