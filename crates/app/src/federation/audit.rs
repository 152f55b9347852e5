//! The log from outside: from a buffer's address, a folder or a stick, with no trust in who serves it.

use super::refused;
use crate::dto::AppError;
use std::cell::RefCell;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use ugnay_log::audit::{Report, verify as audit};
use ugnay_log::{MAX_NOTE_LEN, Policy};
use ugnay_sync::{Client, SyncError};

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Nothing is wrong.
    pub ok: bool,
    /// Entries.
    pub size: u64,
    /// Root, hexadecimal.
    pub root: String,
    /// Organisations that cosigned.
    pub cosigned_by: Vec<String>,
    /// How many the policy asks for.
    pub needed: usize,
    /// What is wrong, first of all.
    pub fault: Option<String>,
}

/// Where the log's files are read from.
pub enum Source {
    /// A buffer.
    Buffer(RefCell<Client>),
    /// A folder or a stick.
    Folder(PathBuf),
}

/// Longest file taken from a folder: a full bundle of the longest entries.
const MAX_FILE: u64 = 256 * 65_537;

impl Source {
    /// A buffer, which must answer.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub fn buffer(client: Client) -> Result<Self, AppError> {
        let client = RefCell::new(client);
        client.borrow_mut().meta()?;
        Ok(Self::Buffer(client))
    }

    /// A folder or a stick.
    #[must_use]
    pub fn folder(path: &Path) -> Self {
        Self::Folder(path.to_owned())
    }

    /// A file of the log, if it is there and no longer than an honest one.
    #[must_use]
    pub fn read(&self, path: &str) -> Option<Vec<u8>> {
        match self {
            Self::Buffer(client) => client.borrow_mut().raw(&format!("/v1/log/{path}")).ok(),
            Self::Folder(_) if path.contains("..") || path.starts_with('/') => None,
            Self::Folder(folder) => {
                let file = fs::File::open(folder.join(path)).ok()?;
                let mut bytes = Vec::new();
                file.take(MAX_FILE + 1).read_to_end(&mut bytes).ok()?;
                (bytes.len() as u64 <= MAX_FILE).then_some(bytes)
            }
        }
    }

    /// The newest checkpoint with a quorum; of a folder, the one there.
    ///
    /// # Errors
    /// When there is none, or the buffer cannot be reached.
    pub fn checkpoint(&self, policy: &Policy) -> Result<Vec<u8>, AppError> {
        let note = match self {
            Self::Folder(_) => self
                .read("checkpoint")
                .ok_or_else(|| refused("missing checkpoint"))?,
            Self::Buffer(client) => {
                let mut client = client.borrow_mut();
                match client.cosigned_checkpoint(policy.need()) {
                    Err(SyncError::Refused(_)) => client.checkpoint()?,
                    other => other?,
                }
            }
        };
        if note.len() <= MAX_NOTE_LEN {
            Ok(note)
        } else {
            Err(refused("checkpoint"))
        }
    }
}

/// Reads a tlog-policy file.
///
/// # Errors
/// [`crate::dto::ErrorCode::Refused`] with which rule it breaks.
pub fn policy(bytes: &[u8]) -> Result<Policy, AppError> {
    Policy::parse(bytes).map_err(|e| refused(&format!("policy: {e}")))
}

/// Recomputes the whole log at an address or in a folder and holds it against a tlog-policy file that did not come from
/// the server.
///
/// # Errors
/// [`crate::dto::ErrorCode::Refused`] for a policy that cannot be read, [`crate::dto::ErrorCode::BufferUnreachable`].
pub fn verify(from: &str, policy: &[u8]) -> Result<Verdict, AppError> {
    let policy = self::policy(policy)?;
    let source = if from.starts_with("http://") || from.starts_with("https://") {
        Source::buffer(super::client(from, None)?)?
    } else {
        Source::folder(Path::new(from))
    };
    Ok(judge(&source, &policy))
}

/// The same for a log that is read already, and a policy that is.
#[must_use]
pub fn judge(from: &Source, policy: &Policy) -> Verdict {
    let read = |path: &str| match path {
        "checkpoint" => from.checkpoint(policy).ok(),
        other => from.read(other),
    };
    let report = audit(&read, policy, &[], |_, _| {});
    let head = report.checkpoint.as_ref();
    Verdict {
        ok: report.ok(),
        size: head.map_or(0, |h| h.size),
        root: head
            .map(|h| ugnay_wire::ids::to_hex(&h.root))
            .unwrap_or_default(),
        cosigned_by: report
            .quorum
            .as_ref()
            .map(|q| q.members.iter().map(|m| m.name.clone()).collect())
            .unwrap_or_default(),
        needed: policy.need(),
        fault: first_fault(&report),
    }
}

/// What is wrong, first of all.
pub(super) fn first_fault(report: &Report) -> Option<String> {
    report.findings.first().map(ToString::to_string)
}
