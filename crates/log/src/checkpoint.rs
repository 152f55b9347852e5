//! C2SP checkpoint and cosignature/v1: a log's tree head as a signed note. Owns their text and signed messages.

use crate::{
    Hash, KeyKind, LogError, Note, NoteSignature, SignerKey, VerifierKey, empty_root, text,
};

/// Most extension lines accepted under a checkpoint.
pub const MAX_EXTENSION_LINES: usize = 16;

/// A tree head: origin, size, root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's identity; equals its key name.
    pub origin: String,
    /// Number of leaves, below 2^63.
    pub size: u64,
    /// RFC 6962 root at that size.
    pub root: Hash,
    /// Opaque lines, not empty, without newline.
    pub extensions: Vec<String>,
}

impl Checkpoint {
    /// A checkpoint without extension lines.
    #[must_use]
    pub fn new(origin: &str, size: u64, root: Hash) -> Self {
        Self {
            origin: origin.to_owned(),
            size,
            root,
            extensions: Vec::new(),
        }
    }

    /// Reads a note text as a checkpoint.
    ///
    /// # Errors
    /// [`LogError::Malformed`], [`LogError::TooLarge`].
    pub fn parse(note_text: &str) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("checkpoint");
        let mut lines = note_text.strip_suffix('\n').ok_or(BAD)?.split('\n');
        let origin = lines.next().filter(|line| !line.is_empty()).ok_or(BAD)?;
        let size = lines.next().and_then(text::decimal).ok_or(BAD)?;
        let root = lines.next().and_then(text::hash).ok_or(BAD)?;
        let mut extensions = Vec::new();
        for line in lines {
            if extensions.len() >= MAX_EXTENSION_LINES {
                return Err(LogError::TooLarge("extension lines"));
            }
            extensions.push(Some(line).filter(|l| !l.is_empty()).ok_or(BAD)?.to_owned());
        }
        if size == 0 && root != empty_root() {
            return Err(BAD);
        }
        Ok(Self {
            origin: origin.to_owned(),
            size,
            root,
            extensions,
        })
    }

    /// The note text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            text::to_base64(&self.root)
        );
        for line in &self.extensions {
            out.push_str(line);
            out.push('\n');
        }
        out
    }

    /// Signs it as the log; the key's name must be the origin.
    ///
    /// # Errors
    /// [`LogError::WrongOrigin`], or the checkpoint's parts cannot be written as a checkpoint.
    pub fn sign(&self, log_key: &SignerKey) -> Result<SignedCheckpoint, LogError> {
        if log_key.verifier().name() != self.origin {
            return Err(LogError::WrongOrigin);
        }
        let text = self.to_text();
        if Self::parse(&text)? != *self {
            return Err(LogError::Malformed("checkpoint"));
        }
        let mut note = Note::new(&text)?;
        note.sign(log_key)?;
        Ok(SignedCheckpoint {
            checkpoint: self.clone(),
            note,
        })
    }
}

/// A verified cosignature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cosignature {
    /// When the witness says it signed, Unix seconds.
    pub time: i64,
}

/// A checkpoint with the note it came in. Parsed, not yet verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    note: Note,
}

impl SignedCheckpoint {
    /// Reads a signed checkpoint.
    ///
    /// # Errors
    /// [`LogError::Malformed`], [`LogError::TooLarge`].
    pub fn parse(bytes: &[u8]) -> Result<Self, LogError> {
        let note = Note::parse(bytes)?;
        Ok(Self {
            checkpoint: Checkpoint::parse(note.text())?,
            note,
        })
    }

    /// The whole note as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.note.to_text()
    }

    /// The tree head. Trust it only after [`SignedCheckpoint::verify_log`] and a policy.
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note with all signature lines.
    #[must_use]
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// Checks the log's own signature, and that origin and key name agree.
    ///
    /// # Errors
    /// [`LogError::WrongOrigin`], [`LogError::NotSigned`], [`LogError::BadSignature`].
    pub fn verify_log(&self, log_key: &VerifierKey) -> Result<(), LogError> {
        if log_key.name() != self.checkpoint.origin {
            return Err(LogError::WrongOrigin);
        }
        self.note.verify(log_key)
    }

    /// The cosignature by this witness key: `None` when it did not sign.
    ///
    /// # Errors
    /// [`LogError::BadSignature`] when a line claims this key and does not verify; [`LogError::DuplicateSignature`].
    pub fn cosignature(&self, witness: &VerifierKey) -> Result<Option<Cosignature>, LogError> {
        if witness.kind() != KeyKind::Cosignature {
            return Ok(None);
        }
        let Some(line) = self.note.line_by(witness)? else {
            return Ok(None);
        };
        let (time, signature) = line
            .bytes
            .split_first_chunk::<8>()
            .ok_or(LogError::BadSignature)?;
        let time = i64::try_from(u64::from_be_bytes(*time)).map_err(|_| LogError::BadSignature)?;
        let signature: &[u8; 64] = signature.try_into().map_err(|_| LogError::BadSignature)?;
        witness.verify(&cosignature_message(time, self.note.text()), signature)?;
        Ok(Some(Cosignature { time }))
    }

    /// Makes the cosignature line of `key` at `time`. Only a [`crate::Witness`] should call this: it checks consistency first.
    pub(crate) fn cosign(&self, key: &SignerKey, time: i64) -> Result<NoteSignature, LogError> {
        let verifier = key.verifier();
        let seconds = u64::try_from(time).map_err(|_| LogError::Malformed("cosignature time"))?;
        if verifier.kind() != KeyKind::Cosignature {
            return Err(LogError::Unknown {
                what: "key kind for a cosignature",
                value: verifier.kind() as u8,
            });
        }
        let signature = key.sign(&cosignature_message(time, self.note.text()));
        let bytes = [&seconds.to_be_bytes()[..], &signature].concat();
        Ok(NoteSignature {
            name: verifier.name().to_owned(),
            id: verifier.id(),
            bytes,
        })
    }

    /// Takes what `other` has more for the same head: of each of these witnesses the cosignature with the later time. Lines
    /// of `other` that do not verify are left out. Nothing happens for another head.
    pub(crate) fn take_later<'a>(
        &mut self,
        other: &Self,
        witnesses: impl Iterator<Item = &'a VerifierKey>,
    ) {
        if self.note.text() != other.note.text() {
            return;
        }
        for witness in witnesses {
            let (Ok(Some(theirs)), Ok(ours)) =
                (other.cosignature(witness), self.cosignature(witness))
            else {
                continue;
            };
            if ours.is_some_and(|c| c.time >= theirs.time) {
                continue;
            }
            if let Ok(Some(line)) = other.note.line_by(witness) {
                // At the bound of lines it stays with those it has.
                let _ = self.note.put(line.clone());
            }
        }
    }

    /// Attaches a cosignature line received from a witness.
    ///
    /// # Errors
    /// When the line is malformed or its key has signed already.
    pub fn add_cosignature(&mut self, line: &str) -> Result<(), LogError> {
        self.note.add(NoteSignature::parse(
            line.strip_suffix('\n').unwrap_or(line),
        )?)
    }
}

/// The message a witness signs (tlog-cosignature, Ed25519).
#[must_use]
pub fn cosignature_message(time: i64, note_text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {time}\n{note_text}").into_bytes()
}

#[cfg(test)]
mod tests;
