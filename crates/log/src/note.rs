//! C2SP signed note: a text and signature lines under it. Parses, writes and verifies; knows no checkpoint.

use crate::{KeyKind, LogError, SignerKey, VerifierKey, key::valid_name, text};

/// Longest note accepted, in bytes.
pub const MAX_NOTE_LEN: usize = 256 * 1024;
/// Most signature lines accepted (the specification asks for at least 16).
pub const MAX_SIGNATURES: usize = 64;

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    /// Key name as written.
    pub name: String,
    /// Key id as written.
    pub id: u32,
    /// Everything after the id: 64 bytes for a note signature, 72 for a cosignature.
    pub bytes: Vec<u8>,
}

impl NoteSignature {
    /// Reads one line without its newline.
    ///
    /// # Errors
    /// [`LogError::Malformed`].
    pub fn parse(line: &str) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("signature line");
        let rest = line.strip_prefix("— ").ok_or(BAD)?;
        let (name, encoded) = rest.split_once(' ').ok_or(BAD)?;
        let bytes = text::base64(encoded).ok_or(BAD)?;
        let (id, signature) = bytes.split_first_chunk::<4>().ok_or(BAD)?;
        if !valid_name(name) || signature.is_empty() {
            return Err(BAD);
        }
        Ok(Self {
            name: name.to_owned(),
            id: u32::from_be_bytes(*id),
            bytes: signature.to_vec(),
        })
    }

    /// The line with its newline.
    #[must_use]
    pub fn to_line(&self) -> String {
        let bytes = [&self.id.to_be_bytes()[..], &self.bytes].concat();
        format!("— {} {}\n", self.name, text::to_base64(&bytes))
    }

    /// Whether name and id are this key's.
    #[must_use]
    pub fn is_by(&self, key: &VerifierKey) -> bool {
        self.id == key.id() && self.name == key.name()
    }
}

/// A text with signatures; parsing alone proves nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

impl Note {
    /// A note over `text` (which must end in a newline), unsigned as yet.
    ///
    /// # Errors
    /// When the text has control characters, does not end in a newline, or is too long.
    pub fn new(text: &str) -> Result<Self, LogError> {
        if text.len() > MAX_NOTE_LEN {
            return Err(LogError::TooLarge("note"));
        }
        if !text.ends_with('\n') || !clean(text) {
            return Err(LogError::Malformed("note text"));
        }
        Ok(Self {
            text: text.to_owned(),
            signatures: Vec::new(),
        })
    }

    /// Reads a whole note.
    ///
    /// # Errors
    /// [`LogError::Malformed`] or [`LogError::TooLarge`].
    pub fn parse(bytes: &[u8]) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("note");
        let all = text::utf8(bytes, MAX_NOTE_LEN, "note")?;
        if !clean(all) {
            return Err(BAD);
        }
        let (body, lines) = all.rsplit_once("\n\n").ok_or(BAD)?;
        let lines = lines.strip_suffix('\n').ok_or(BAD)?;
        let mut signatures = Vec::new();
        for line in lines.split('\n') {
            if signatures.len() >= MAX_SIGNATURES {
                return Err(LogError::TooLarge("signatures"));
            }
            signatures.push(NoteSignature::parse(line)?);
        }
        Ok(Self {
            text: format!("{body}\n"),
            signatures,
        })
    }

    /// The note as it is written; [`Note::parse`] reads it back and no other bytes give the same note.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = format!("{}\n", self.text);
        for signature in &self.signatures {
            out.push_str(&signature.to_line());
        }
        out
    }

    /// The signed text, final newline included.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All signature lines, known and unknown.
    #[must_use]
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Adds a signature line; a line already present (same key name and id) is not added again.
    ///
    /// # Errors
    /// [`LogError::TooLarge`] at the bound, [`LogError::DuplicateSignature`] when the key already signed.
    pub fn add(&mut self, signature: NoteSignature) -> Result<(), LogError> {
        if self.signatures.len() >= MAX_SIGNATURES {
            return Err(LogError::TooLarge("signatures"));
        }
        if self
            .signatures
            .iter()
            .any(|s| s.name == signature.name && s.id == signature.id)
        {
            return Err(LogError::DuplicateSignature);
        }
        self.signatures.push(signature);
        Ok(())
    }

    /// Adds a line, in place of the one its key already has there.
    ///
    /// # Errors
    /// [`LogError::TooLarge`] at the bound.
    pub(crate) fn put(&mut self, signature: NoteSignature) -> Result<(), LogError> {
        let there = |s: &&mut NoteSignature| s.name == signature.name && s.id == signature.id;
        if let Some(line) = self.signatures.iter_mut().find(there) {
            *line = signature;
            return Ok(());
        }
        self.add(signature)
    }

    /// Signs the text with a [`KeyKind::Note`] key.
    ///
    /// # Errors
    /// When the key is of another kind or has signed already.
    pub fn sign(&mut self, key: &SignerKey) -> Result<(), LogError> {
        let verifier = key.verifier();
        if verifier.kind() != KeyKind::Note {
            return Err(LogError::Unknown {
                what: "key kind for a note",
                value: verifier.kind() as u8,
            });
        }
        let bytes = key.sign(self.text.as_bytes()).to_vec();
        self.add(NoteSignature {
            name: verifier.name().to_owned(),
            id: verifier.id(),
            bytes,
        })
    }

    /// The only line by this key, if there is one.
    ///
    /// # Errors
    /// [`LogError::DuplicateSignature`] when there are two.
    pub(crate) fn line_by(&self, key: &VerifierKey) -> Result<Option<&NoteSignature>, LogError> {
        let mut lines = self.signatures.iter().filter(|s| s.is_by(key));
        let first = lines.next();
        if lines.next().is_some() {
            Err(LogError::DuplicateSignature)
        } else {
            Ok(first)
        }
    }

    /// Checks that a [`KeyKind::Note`] key signed the text.
    ///
    /// # Errors
    /// [`LogError::NotSigned`], [`LogError::BadSignature`], [`LogError::DuplicateSignature`].
    pub fn verify(&self, key: &VerifierKey) -> Result<(), LogError> {
        if key.kind() != KeyKind::Note {
            return Err(LogError::NotSigned);
        }
        let line = self.line_by(key)?.ok_or(LogError::NotSigned)?;
        let signature: &[u8; 64] = line
            .bytes
            .as_slice()
            .try_into()
            .map_err(|_| LogError::BadSignature)?;
        key.verify(self.text.as_bytes(), signature)
    }
}

/// No ASCII control characters but newline.
fn clean(text: &str) -> bool {
    text.bytes().all(|b| b >= 0x20 || b == b'\n')
}

#[cfg(test)]
mod tests;
