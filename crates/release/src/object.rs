//! The frame of every public object: magic, type, version, fields; then signatures in ascending key order.
//! Owns the one encoding and the rule that signatures are verified over received bytes. Knows no object.

use crate::ReleaseError;
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_seal::{FedId, Hash32, Label, Sig, SigningIdentity, VerifyingId, sha256};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// Most signatures under one object.
pub const MAX_SIGNATURES: usize = 64;
const MAGIC: &[u8; 4] = b"UGO1";

/// A public object of the federation.
pub trait Object: Sized {
    /// The log entry type(s) it is logged as; the first byte after the magic is `kind()`.
    fn kind(&self) -> EntryType;
    /// The label its signatures carry.
    fn label(&self) -> Label;
    /// Largest encoding, in bytes.
    const MAX_LEN: usize;
    /// Writes the fields.
    ///
    /// # Errors
    /// When a value breaks a bound or rule.
    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError>;
    /// Reads the fields of an object logged as `kind`, and checks every rule that needs nothing but the object.
    ///
    /// # Errors
    /// When the kind is another object's, or a value breaks a bound or rule.
    fn read(kind: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError>;

    /// The only encoding of this object.
    ///
    /// # Errors
    /// When a value breaks a bound or rule: what cannot be read back is not written.
    fn encode(&self) -> Result<Vec<u8>, ReleaseError> {
        let mut w = Writer::default();
        w.raw(MAGIC);
        w.u8(self.kind() as u8);
        w.u8(1);
        self.write(&mut w)?;
        let bytes = w.finish();
        Self::decode(&bytes)?;
        Ok(bytes)
    }

    /// Reads an object; nothing may follow it.
    ///
    /// # Errors
    /// When the bytes are not this object's encoding or break one of its rules.
    fn decode(bytes: &[u8]) -> Result<Self, ReleaseError> {
        if bytes.len() > Self::MAX_LEN {
            return Err(ReleaseError::Rule("object too large"));
        }
        let mut r = Reader::new(bytes);
        if &r.array::<4>("magic")? != MAGIC {
            return Err(ReleaseError::Rule("not an object of this protocol"));
        }
        let kind = r.u8("type")?;
        if r.u8("version")? != 1 {
            return Err(ReleaseError::Rule("unknown object version"));
        }
        let object = Self::read(kind, &mut r)?;
        if object.kind() as u8 != kind {
            return Err(ReleaseError::Rule("another type of object"));
        }
        r.end()?;
        Ok(object)
    }
}

/// An object with the bytes it came in and its signatures. Parsed; not verified until asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed<T> {
    body: T,
    bytes: Vec<u8>,
    signatures: Vec<([u8; 32], Sig)>,
}

impl<T: Object> Signed<T> {
    /// Encodes an object and signs it with each of `signers`.
    ///
    /// # Errors
    /// When the object breaks a rule or one key is given twice.
    pub fn new(body: T, fed: &FedId, signers: &[&SigningIdentity]) -> Result<Self, ReleaseError> {
        let bytes = body.encode()?;
        let mut signed = Self {
            body,
            bytes,
            signatures: Vec::new(),
        };
        for signer in signers {
            signed.sign(fed, signer)?;
        }
        Ok(signed)
    }

    /// Adds one signature over the bytes.
    ///
    /// # Errors
    /// When this key has signed already or there are too many.
    pub fn sign(&mut self, fed: &FedId, signer: &SigningIdentity) -> Result<(), ReleaseError> {
        self.add(
            *signer.public().as_bytes(),
            signer.sign(self.body.label(), fed, &self.bytes),
        )
    }

    /// Adds a signature made elsewhere (not verified here).
    ///
    /// # Errors
    /// When this key has signed already or there are too many.
    pub fn add(&mut self, key: [u8; 32], sig: Sig) -> Result<(), ReleaseError> {
        match self.signatures.binary_search_by(|(k, _)| k.cmp(&key)) {
            Ok(_) => Err(ReleaseError::Rule("one key signed twice")),
            Err(_) if self.signatures.len() >= MAX_SIGNATURES => {
                Err(ReleaseError::Rule("too many signatures"))
            }
            Err(at) => {
                self.signatures.insert(at, (key, sig));
                Ok(())
            }
        }
    }

    /// The object. Trust it after [`Signed::signers`] and the rule of its kind.
    #[must_use]
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The signed bytes as received.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// SHA-256 of the signed bytes: how other objects name this one.
    #[must_use]
    pub fn hash(&self) -> Hash32 {
        sha256(&self.bytes)
    }

    /// The signatures, unverified, in key order.
    #[must_use]
    pub fn signatures(&self) -> &[([u8; 32], Sig)] {
        &self.signatures
    }

    /// Verifies every signature and returns the signing keys, each once.
    ///
    /// # Errors
    /// [`ReleaseError::Signature`] when any of them is wrong: a damaged object is not half believed.
    pub fn signers(&self, fed: &FedId) -> Result<BTreeSet<[u8; 32]>, ReleaseError> {
        let mut keys = BTreeSet::new();
        for (key, sig) in &self.signatures {
            VerifyingId::from_bytes(key)?.verify(self.body.label(), fed, &self.bytes, sig)?;
            keys.insert(*key);
        }
        Ok(keys)
    }

    /// Object and signatures as one byte string: `u32 len ‖ bytes ‖ u32 count ‖ (key 32 ‖ signature 64)*`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.u32(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
        w.raw(&self.bytes);
        w.u32(u32::try_from(self.signatures.len()).unwrap_or(u32::MAX));
        for (key, sig) in &self.signatures {
            w.raw(key);
            w.raw(&sig.0);
        }
        w.finish()
    }

    /// Reads [`Signed::to_bytes`]; signatures must be in strictly ascending key order (so no key signs twice).
    ///
    /// # Errors
    /// When the bytes are not in this form, or the object breaks one of its rules.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReleaseError> {
        let mut r = Reader::new(bytes);
        let body_bytes = r.bytes(T::MAX_LEN, "object")?;
        let body = T::decode(&body_bytes)?;
        let count = r.count(MAX_SIGNATURES, 96, "signatures")?;
        let mut signatures: Vec<([u8; 32], Sig)> = Vec::with_capacity(count);
        for _ in 0..count {
            let key = r.array::<32>("signing key")?;
            let sig = Sig(r.array::<64>("signature")?);
            if signatures.last().is_some_and(|(last, _)| *last >= key) {
                return Err(ReleaseError::Rule("signatures not in key order"));
            }
            signatures.push((key, sig));
        }
        r.end()?;
        Ok(Self {
            body,
            bytes: body_bytes,
            signatures,
        })
    }
}

/// A short text: UTF-8 without control characters, with a 32-bit length.
pub(crate) fn write_text(
    w: &mut Writer,
    text: &str,
    max: usize,
    field: &'static str,
) -> Result<(), ReleaseError> {
    Ok(w.bytes(text.as_bytes(), max, field)?)
}

/// Reads [`write_text`].
pub(crate) fn read_text(
    r: &mut Reader<'_>,
    max: usize,
    field: &'static str,
) -> Result<String, ReleaseError> {
    let text = String::from_utf8(r.bytes(max, field)?)
        .map_err(|_| ReleaseError::Rule("text is not UTF-8"))?;
    if text.chars().any(char::is_control) {
        Err(ReleaseError::Rule("control character in a text"))
    } else {
        Ok(text)
    }
}

/// Reads [`write_text`] and refuses the empty text.
pub(crate) fn read_name(
    r: &mut Reader<'_>,
    max: usize,
    field: &'static str,
) -> Result<String, ReleaseError> {
    let text = read_text(r, max, field)?;
    if text.trim().is_empty() {
        Err(ReleaseError::Rule("empty name"))
    } else {
        Ok(text)
    }
}

/// Refuses lists that are not strictly ascending: one encoding per set, and no duplicates.
pub(crate) fn ascending<T: Ord>(list: &[T], rule: &'static str) -> Result<(), ReleaseError> {
    let ordered = list.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    if ordered {
        Ok(())
    } else {
        Err(ReleaseError::Rule(rule))
    }
}

/// Checks a rule of an object.
pub(crate) fn rule(holds: bool, text: &'static str) -> Result<(), ReleaseError> {
    if holds {
        Ok(())
    } else {
        Err(ReleaseError::Rule(text))
    }
}

#[cfg(test)]
mod tests;
