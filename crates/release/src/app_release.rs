//! Releases of the app (P34): what makes a file an app worth installing. Owns the object, the pinned key set, the manifest
//! beside a file, and the one check. Must not fetch, unpack or start anything.
//!
//! An app is accepted when m of n release keys signed its hash, an entry with that object stands in the pinned log, a
//! quorum of its witnesses cosigned, it is for this kind of machine, and it is not older than what is installed.

use crate::object::{Object, read_name, rule, write_text};
use crate::{ReleaseError, Signed, logged};
use std::collections::BTreeSet;
use ugnay_log::{Entry, EntryType, LogError, Policy, TlogProof};
use ugnay_seal::{FedId, Hash32, Label, VerifyingId, sha256};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// Longest manifest, in bytes.
pub const MAX_MANIFEST_LEN: usize = 16 * 1024;
/// Longest file with the pinned keys, in bytes.
pub const MAX_KEYS_LEN: usize = 64 * 1024;
const MAX_KEYS: usize = 32;
const MANIFEST: &[u8; 4] = b"UGM1";
const HEADER: &str = "ugnay-app-keys@v1\n";

/// One build of the app for one kind of machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppRelease {
    /// Grows with every release of a target; decides what is older. Never a name or a date.
    pub sequence: u64,
    /// The version as people read it.
    pub version: String,
    /// The kind of machine, as compilers name it.
    pub target: String,
    /// SHA-256 of the file.
    pub file: Hash32,
    /// Its length in bytes.
    pub len: u64,
    /// When it was made, Unix seconds.
    pub time: i64,
}

impl AppRelease {
    /// The public fields of its entry: sequence 8, file hash 32, so that anybody can see which files were ever released.
    #[must_use]
    pub fn public(&self) -> Vec<u8> {
        [&self.sequence.to_be_bytes()[..], &self.file.0].concat()
    }
}

impl Object for AppRelease {
    const MAX_LEN: usize = 512;

    fn kind(&self) -> EntryType {
        EntryType::AppRelease
    }

    fn label(&self) -> Label {
        Label::AppRelease
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.u64(self.sequence);
        write_text(w, &self.version, 40, "version")?;
        write_text(w, &self.target, 80, "target")?;
        w.raw(&self.file.0);
        w.u64(self.len);
        w.i64(self.time);
        Ok(())
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let release = Self {
            sequence: r.u64("sequence")?,
            version: read_name(r, 40, "version")?,
            target: read_name(r, 80, "target")?,
            file: Hash32(r.array("file")?),
            len: r.u64("length")?,
            time: r.i64("time")?,
        };
        rule(release.sequence >= 1, "releases are numbered from 1")?;
        rule(
            release.len >= 1 && release.time >= 0,
            "a file has bytes and a time",
        )?;
        Ok(release)
    }
}

/// The pinned keys: who may release the app, how many of them it takes, and in which log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppKeys {
    /// Signatures needed.
    pub threshold: usize,
    /// The release keys, each once.
    pub keys: BTreeSet<[u8; 32]>,
    /// The log and its witnesses.
    pub log: Policy,
    id: FedId,
}

impl AppKeys {
    /// Reads the pinned file: a header, `threshold M`, one `key HEX` a line, an empty line, a C2SP tlog-policy.
    ///
    /// # Errors
    /// When a line is another, a key appears twice, or fewer than one or more than all keys are needed.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReleaseError> {
        rule(bytes.len() <= MAX_KEYS_LEN, "file of keys too large")?;
        let text =
            std::str::from_utf8(bytes).map_err(|_| ReleaseError::Rule("text is not UTF-8"))?;
        let bad = ReleaseError::Rule("not a file of app keys");
        let rest = text.strip_prefix(HEADER).ok_or(bad.clone())?;
        let (head, policy) = rest.split_once("\n\n").ok_or(bad.clone())?;
        let mut lines = head.split('\n');
        let threshold: usize = lines
            .next()
            .and_then(|l| l.strip_prefix("threshold "))
            .and_then(|n| n.parse().ok().filter(|m: &usize| m.to_string() == n))
            .ok_or(bad.clone())?;
        let mut keys = BTreeSet::new();
        for line in lines {
            let key = line.strip_prefix("key ").ok_or(bad.clone())?;
            let key = ugnay_wire::PublicKey::from_hex(key)?.0;
            VerifyingId::from_bytes(&key)?;
            rule(keys.insert(key), "a release key appears twice")?;
        }
        rule(
            (1..=keys.len()).contains(&threshold) && keys.len() <= MAX_KEYS,
            "m of n release keys",
        )?;
        let [id @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = sha256(head.as_bytes()).0;
        Ok(Self {
            threshold,
            keys,
            log: Policy::parse(policy.as_bytes())?,
            id: FedId(id),
        })
    }

    /// What signatures are bound to in place of a federation: the first 16 bytes of SHA-256 over the lines of threshold and keys.
    #[must_use]
    pub fn id(&self) -> &FedId {
        &self.id
    }
}

/// What lies beside a file: the log entry and the body it commits to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppManifest {
    /// The entry as it stands in the log.
    pub entry: Vec<u8>,
    /// `key32 ‖ signed object`.
    pub body: Vec<u8>,
}

impl AppManifest {
    /// `"UGM1" ‖ u32 len ‖ entry ‖ u32 len ‖ body`.
    ///
    /// # Errors
    /// When a part is too long.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ReleaseError> {
        let mut w = Writer::default();
        w.raw(MANIFEST);
        w.bytes(&self.entry, MAX_MANIFEST_LEN, "entry")?;
        w.bytes(&self.body, MAX_MANIFEST_LEN, "body")?;
        Ok(w.finish())
    }

    /// Reads [`AppManifest::to_bytes`].
    ///
    /// # Errors
    /// When the bytes are not in this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReleaseError> {
        rule(bytes.len() <= MAX_MANIFEST_LEN, "manifest too large")?;
        let mut r = Reader::new(bytes);
        rule(&r.array::<4>("magic")? == MANIFEST, "not a manifest")?;
        let manifest = Self {
            entry: r.bytes(MAX_MANIFEST_LEN, "entry")?,
            body: r.bytes(MAX_MANIFEST_LEN, "body")?,
        };
        r.end()?;
        Ok(manifest)
    }
}

/// What is to be installed, and onto what.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// SHA-256 of the file.
    pub file: Hash32,
    /// Its length in bytes.
    pub len: u64,
    /// The kind of machine it shall run on; `None` does not ask.
    pub target: Option<&'a str>,
    /// The sequence of what is installed; 0 for nothing.
    pub installed: u64,
}

/// Why a file is not an app to install.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppRefusal {
    /// Manifest or proof are not what they must be.
    #[error("manifest: {0}")]
    Manifest(ReleaseError),
    /// Not enough release keys signed.
    #[error("signed by {have} of {need} release keys")]
    Unsigned {
        /// Distinct release keys that signed.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// The proof does not show it in the pinned log, seen by enough witnesses.
    #[error("not proven to be in the log: {0}")]
    Unlogged(LogError),
    /// The manifest is another file's.
    #[error("the manifest is not this file's")]
    OtherFile,
    /// For another kind of machine.
    #[error("for another kind of machine")]
    OtherTarget,
    /// Older than what is installed.
    #[error("release {offered} is older than the installed {installed}")]
    Older {
        /// Sequence of the file.
        offered: u64,
        /// Sequence installed.
        installed: u64,
    },
}

impl From<ReleaseError> for AppRefusal {
    fn from(e: ReleaseError) -> Self {
        Self::Manifest(e)
    }
}

/// Decides whether a file may be installed, and says which release it is.
///
/// # Errors
/// [`AppRefusal`] with the first rule that is broken.
pub fn check(
    candidate: &Candidate<'_>,
    manifest: &AppManifest,
    proof: &TlogProof,
    keys: &AppKeys,
) -> Result<AppRelease, AppRefusal> {
    let entry = Entry::decode(&manifest.entry).map_err(ReleaseError::from)?;
    let signed: Signed<AppRelease> = logged::open(&entry, &manifest.body)?;
    let release = signed.body();
    let have = signed.signers(keys.id())?.intersection(&keys.keys).count();
    if have < keys.threshold {
        return Err(AppRefusal::Unsigned {
            have,
            need: keys.threshold,
        });
    }
    rule(
        entry.public == release.public(),
        "the entry shows the release's fields",
    )?;
    let leaf = entry.leaf_hash().map_err(ReleaseError::from)?;
    proof
        .verify(&leaf, &keys.log)
        .map_err(AppRefusal::Unlogged)?;
    if release.file != candidate.file || release.len != candidate.len {
        return Err(AppRefusal::OtherFile);
    }
    if candidate.target.is_some_and(|t| t != release.target) {
        return Err(AppRefusal::OtherTarget);
    }
    if release.sequence < candidate.installed {
        return Err(AppRefusal::Older {
            offered: release.sequence,
            installed: candidate.installed,
        });
    }
    Ok(release.clone())
}

#[cfg(test)]
mod tests;
