//! Whether a file is an app worth installing (P34): reads file, manifest, proof and pinned keys, and lets
//! `ugnay-release` decide. Must not fetch or start anything.

use crate::dto::{AppError, ErrorCode};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use ugnay_log::{MAX_TLOG_PROOF_LEN, TlogProof};
use ugnay_release::app_release::{Candidate, MAX_KEYS_LEN, MAX_MANIFEST_LEN, check};
use ugnay_release::{AppKeys, AppManifest};
use ugnay_seal::{Hash32, sha256};

/// The largest file looked at, in bytes.
const MAX_FILE: u64 = 1 << 30;

/// The answer about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppVerdict {
    /// It may be installed.
    pub ok: bool,
    /// Its version, when it may.
    pub version: String,
    /// Its number in the order of releases, when it may.
    pub sequence: u64,
    /// Why not, when it may not.
    pub fault: Option<String>,
}

/// The files a check needs.
#[derive(Clone, Copy, Debug)]
pub struct AppFiles<'a> {
    /// The app.
    pub file: &'a Path,
    /// Its manifest.
    pub manifest: &'a Path,
    /// Its tlog-proof.
    pub proof: &'a Path,
    /// The pinned keys.
    pub keys: &'a Path,
}

/// Checks a file for a kind of machine (any, if none is named) over an installed release (0: none).
///
/// # Errors
/// [`ErrorCode::BadInput`] for files that cannot be read, and for keys that are none: without them nothing can be said.
pub fn verify_app(
    files: AppFiles<'_>,
    target: Option<&str>,
    installed: u64,
) -> Result<AppVerdict, AppError> {
    let keys = AppKeys::parse(&read(files.keys, MAX_KEYS_LEN as u64, "keys")?)
        .map_err(|e| bad("keys").detail(e.to_string()))?;
    let app = read(files.file, MAX_FILE, "file")?;
    let manifest = read(files.manifest, MAX_MANIFEST_LEN as u64, "manifest")?;
    let proof = read(files.proof, MAX_TLOG_PROOF_LEN as u64, "proof")?;
    let candidate = Candidate {
        file: Hash32(sha256(&app).0),
        len: app.len() as u64,
        target,
        installed,
    };
    let no = |fault: String| AppVerdict {
        ok: false,
        version: String::new(),
        sequence: 0,
        fault: Some(fault),
    };
    let manifest = match AppManifest::from_bytes(&manifest) {
        Ok(manifest) => manifest,
        Err(e) => return Ok(no(format!("manifest: {e}"))),
    };
    let proof = match TlogProof::parse(&proof) {
        Ok(proof) => proof,
        Err(e) => return Ok(no(format!("proof: {e}"))),
    };
    Ok(match check(&candidate, &manifest, &proof, &keys) {
        Ok(release) => AppVerdict {
            ok: true,
            version: release.version,
            sequence: release.sequence,
            fault: None,
        },
        Err(e) => no(e.to_string()),
    })
}

fn bad(field: &str) -> AppError {
    AppError::new(ErrorCode::BadInput).field(field)
}

/// A whole file of at most `most` bytes.
fn read(path: &Path, most: u64, field: &str) -> Result<Vec<u8>, AppError> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|f| f.take(most.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(|e| bad(field).detail(e.kind().to_string()))?;
    if bytes.len() as u64 > most {
        return Err(bad(field).detail("too_large"));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
