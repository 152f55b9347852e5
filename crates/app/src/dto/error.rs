//! Errors as the UI sees them: a stable code, where it happened, never a name or a number of a person.

use super::AlarmKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Stable error codes. The UI translates them; a new one is added, an old one never changes its meaning.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// No register is open.
    Locked,
    /// The passphrase does not open this register.
    WrongPassphrase,
    /// The passphrase is too short or too simple.
    WeakPassphrase,
    /// Another program has this register open.
    InUse,
    /// The folder holds no register.
    NotARegister,
    /// A register is there already.
    AlreadyThere,
    /// The register's file is damaged; it was moved aside, not deleted.
    Damaged,
    /// The register was written by a newer version.
    TooNew,
    /// The disk is full or not writable.
    Disk,
    /// Something named does not exist (any more).
    NotFound,
    /// A field's content cannot be accepted.
    BadInput,
    /// A file is empty.
    FileEmpty,
    /// A file is larger than can be read.
    FileTooLarge,
    /// A file is not a sheet of a known kind.
    FileNotASheet,
    /// A file is protected by a password.
    FileProtected,
    /// A file ends early or is damaged.
    FileDamaged,
    /// Work was cancelled by the user.
    Cancelled,
    /// No buffer is set up for this register.
    NoBuffer,
    /// The buffer did not answer.
    BufferUnreachable,
    /// The buffer took too long.
    BufferSlow,
    /// The buffer's certificate is not the expected one.
    BufferCertificate,
    /// The buffer answered something that makes no sense.
    BufferNonsense,
    /// The buffer refused.
    BufferRefused,
    /// What the buffer shows contradicts what was seen before: an alarm, nothing local was changed.
    BufferAlarm,
    /// This device was revoked: another device of the register, or its custodians, said so. Nothing local was changed.
    DeviceRevoked,
    /// The change cannot be undone any more, because something else changed since.
    CannotUndo,
    /// A step of the release protocol was refused; `detail` is the check's code.
    Refused,
    /// A fault in this program.
    Internal,
}

/// An error with its place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("{code:?}{}", self.place())]
pub struct AppError {
    /// What went wrong.
    pub code: ErrorCode,
    /// The input field concerned, if one is.
    pub field: Option<String>,
    /// The file concerned, if one is.
    pub file: Option<String>,
    /// The sheet concerned, if one is.
    pub sheet: Option<String>,
    /// The 1-based row concerned, if one is.
    pub row: Option<u32>,
    /// The column letters concerned, if one is.
    pub column: Option<String>,
    /// A further stable code or figure; never personal data.
    pub detail: Option<String>,
    /// Of an alarm, what kind it is.
    #[serde(default)]
    pub alarm: Option<AlarmKind>,
}

impl AppError {
    /// An error with a code only.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self {
            code,
            field: None,
            file: None,
            sheet: None,
            row: None,
            column: None,
            detail: None,
            alarm: (code == ErrorCode::BufferAlarm).then_some(AlarmKind::Other),
        }
    }

    /// Names the input field.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Names the file.
    #[must_use]
    pub fn file(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    /// Adds a stable detail.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        self.alarm = self.alarm.map(|_| AlarmKind::of(&detail));
        self.detail = Some(detail);
        self
    }

    fn place(&self) -> String {
        let mut out = String::new();
        let row = self.row.map(|r| r.to_string());
        let parts = [
            ("field", &self.field),
            ("file", &self.file),
            ("sheet", &self.sheet),
            ("row", &row),
            ("column", &self.column),
            ("detail", &self.detail),
        ];
        for (name, value) in parts {
            if let Some(v) = value {
                out.push_str(&format!(" {name}={v}"));
            }
        }
        out
    }
}

impl From<ErrorCode> for AppError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}
