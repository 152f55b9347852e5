//! C2SP tlog-proof files: an entry's index, its inclusion proof and a cosigned checkpoint, checkable offline.

use crate::{
    Checkpoint, Hash, LogError, MAX_NOTE_LEN, MAX_PROOF_LEN, Policy, Quorum, SignedCheckpoint,
    text, verify_inclusion,
};

/// Longest tlog-proof accepted, in bytes.
pub const MAX_TLOG_PROOF_LEN: usize = MAX_NOTE_LEN + 16 * 1024;
/// Longest extra data accepted, in bytes.
const MAX_EXTRA_LEN: usize = 4096;
const HEADER: &str = "c2sp.org/tlog-proof@v1\n";

/// A proof that something was logged and seen by witnesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlogProof {
    /// Opaque, unauthenticated data; `None` when the line is absent.
    pub extra: Option<Vec<u8>>,
    /// The entry's index.
    pub index: u64,
    /// Inclusion proof, leaf's sibling first.
    pub hashes: Vec<Hash>,
    /// The checkpoint with its cosignatures.
    pub checkpoint: SignedCheckpoint,
}

/// What a verified proof says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The entry's index.
    pub index: u64,
    /// The tree head it is proven against.
    pub checkpoint: Checkpoint,
    /// Who witnessed that head, and when.
    pub quorum: Quorum,
}

impl TlogProof {
    /// Reads a `.tlog-proof` file.
    ///
    /// # Errors
    /// [`LogError::Malformed`], [`LogError::TooLarge`].
    pub fn parse(bytes: &[u8]) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("tlog-proof");
        let all = text::utf8(bytes, MAX_TLOG_PROOF_LEN, "tlog-proof")?;
        let mut rest = all.strip_prefix(HEADER).ok_or(BAD)?;
        let mut extra = None;
        if let Some(tail) = rest.strip_prefix("extra ") {
            let (line, tail) = tail.split_once('\n').ok_or(BAD)?;
            extra = Some(
                text::base64(line)
                    .filter(|e| !e.is_empty() && e.len() <= MAX_EXTRA_LEN)
                    .ok_or(BAD)?,
            );
            rest = tail;
        }
        let (index, rest) = rest
            .strip_prefix("index ")
            .and_then(|r| r.split_once('\n'))
            .ok_or(BAD)?;
        let index = text::decimal(index).ok_or(BAD)?;
        let (hashes, rest) = text::hash_lines(rest, MAX_PROOF_LEN, "tlog-proof")?;
        Ok(Self {
            extra,
            index,
            hashes,
            checkpoint: SignedCheckpoint::parse(rest.as_bytes())?,
        })
    }

    /// The file's text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::from(HEADER);
        if let Some(extra) = self.extra.as_ref().filter(|e| !e.is_empty()) {
            out.push_str(&format!("extra {}\n", text::to_base64(extra)));
        }
        out.push_str(&format!("index {}\n", self.index));
        for hash in &self.hashes {
            out.push_str(&text::to_base64(hash));
            out.push('\n');
        }
        out.push('\n');
        out.push_str(&self.checkpoint.to_text());
        out
    }

    /// Verifies all of it for the entry with this leaf hash: log signature, quorum, inclusion.
    ///
    /// # Errors
    /// As [`Policy::require`] and [`verify_inclusion`].
    pub fn verify(&self, leaf: &Hash, policy: &Policy) -> Result<Proven, LogError> {
        let quorum = policy.require(&self.checkpoint)?;
        let head = self.checkpoint.checkpoint();
        verify_inclusion(self.index, head.size, leaf, &self.hashes, &head.root)?;
        Ok(Proven {
            index: self.index,
            checkpoint: head.clone(),
            quorum,
        })
    }
}

#[cfg(test)]
mod tests;
