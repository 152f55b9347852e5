//! The log from outside: from a buffer's address, a folder or a stick, with no trust in who serves it.

use super::refused;
use crate::dto::AppError;
use std::cell::RefCell;
use std::path::Path;
use ugnay_log::Policy;
use ugnay_log::audit::verify as audit;

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

/// Recomputes the whole log at `from` and holds it against a tlog-policy file that did not come from the server.
///
/// # Errors
/// [`crate::dto::ErrorCode::Refused`] for a policy that cannot be read, [`crate::dto::ErrorCode::BufferUnreachable`].
pub fn verify(from: &str, policy: &[u8]) -> Result<Verdict, AppError> {
    let policy = Policy::parse(policy).map_err(|e| refused(&format!("policy: {e}")))?;
    let report = if from.starts_with("http://") || from.starts_with("https://") {
        let client = RefCell::new(super::client(from, None)?);
        client.borrow_mut().meta()?;
        let read = |path: &str| client.borrow_mut().raw(&format!("/v1/log/{path}")).ok();
        audit(&read, &policy, &[], |_, _| {})
    } else {
        let folder = Path::new(from);
        let inside = |path: &str| !path.contains("..") && !path.starts_with('/');
        let read = |path: &str| {
            inside(path)
                .then(|| std::fs::read(folder.join(path)).ok())
                .flatten()
        };
        audit(&read, &policy, &[], |_, _| {})
    };
    let head = report.checkpoint.as_ref();
    Ok(Verdict {
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
        fault: report.findings.first().map(ToString::to_string),
    })
}
