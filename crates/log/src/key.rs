//! Note keys: vkey and skey texts, key ids, Ed25519 signing. Owns the two kinds used here (note, cosignature);
//! other algorithms of the specification are not understood on purpose (ADR 0020).

use crate::{LogError, text};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Longest key name accepted, in bytes.
const MAX_NAME_LEN: usize = 255;

/// What a key signs (C2SP signed-note signature types).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum KeyKind {
    /// Ed25519 over the note text (0x01): the log itself.
    Note = 1,
    /// Timestamped Ed25519 cosignature (0x04): a witness.
    Cosignature = 4,
}

impl KeyKind {
    fn from_byte(byte: u8) -> Result<Self, LogError> {
        match byte {
            1 => Ok(Self::Note),
            4 => Ok(Self::Cosignature),
            value => Err(LogError::Unknown {
                what: "key kind",
                value,
            }),
        }
    }
}

/// A public key with its name: the text form is a C2SP *vkey*.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    kind: KeyKind,
    id: u32,
    key: VerifyingKey,
}

impl std::fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.to_vkey())
    }
}

impl VerifierKey {
    /// A verifier from its parts.
    ///
    /// # Errors
    /// When the name has spaces or `+`, is empty or too long, or the key is not a good Ed25519 point.
    pub fn new(name: &str, kind: KeyKind, public: &[u8; 32]) -> Result<Self, LogError> {
        if !valid_name(name) {
            return Err(LogError::Malformed("key name"));
        }
        let key =
            VerifyingKey::from_bytes(public).map_err(|_| LogError::Malformed("Ed25519 key"))?;
        if key.is_weak() {
            return Err(LogError::Malformed("Ed25519 key"));
        }
        Ok(Self {
            name: name.to_owned(),
            kind,
            id: key_id(name, kind, public),
            key,
        })
    }

    /// Reads `<name>+<8 hex digits>+<base64(kind ‖ key)>`.
    ///
    /// # Errors
    /// When any part is malformed, the id is not the key's, or the kind is unknown.
    pub fn parse(vkey: &str) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("vkey");
        let (name, rest) = vkey.split_once('+').ok_or(BAD)?;
        let (id, material) = rest.split_once('+').ok_or(BAD)?;
        let bytes = text::base64(material).ok_or(BAD)?;
        let (kind, public) = bytes.split_first().ok_or(BAD)?;
        let public: &[u8; 32] = public.try_into().map_err(|_| BAD)?;
        let key = Self::new(name, KeyKind::from_byte(*kind)?, public)?;
        if hex_id(id) == Some(key.id) {
            Ok(key)
        } else {
            Err(BAD)
        }
    }

    /// The vkey text.
    #[must_use]
    pub fn to_vkey(&self) -> String {
        let material = [&[self.kind as u8][..], self.key.as_bytes()].concat();
        format!(
            "{}+{:08x}+{}",
            self.name,
            self.id,
            text::to_base64(&material)
        )
    }

    /// The key's name; for a log it is the origin.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it signs.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The 32-bit id in signature lines.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The 32-byte Ed25519 public key.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.key.to_bytes()
    }

    /// Strict verification: no small-order keys, no malleable signatures.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8; 64]) -> Result<(), LogError> {
        self.key
            .verify_strict(message, &Signature::from_bytes(signature))
            .map_err(|_| LogError::BadSignature)
    }
}

/// A private key with its name; wiped on drop, never shown by `Debug`.
#[derive(Clone)]
pub struct SignerKey {
    verifier: VerifierKey,
    secret: SigningKey,
}

impl std::fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignerKey({})", self.verifier.to_vkey())
    }
}

impl SignerKey {
    /// A new key from the caller's randomness.
    ///
    /// # Errors
    /// When the name is not allowed.
    pub fn generate(name: &str, kind: KeyKind, rng: &mut impl CryptoRng) -> Result<Self, LogError> {
        let mut seed = Zeroizing::new([0u8; 32]);
        rng.fill_bytes(seed.as_mut());
        Self::from_seed(name, kind, &seed)
    }

    /// A key from its 32-byte seed.
    ///
    /// # Errors
    /// When the name is not allowed.
    pub fn from_seed(name: &str, kind: KeyKind, seed: &[u8; 32]) -> Result<Self, LogError> {
        let secret = SigningKey::from_bytes(seed);
        let verifier = VerifierKey::new(name, kind, secret.verifying_key().as_bytes())?;
        Ok(Self { verifier, secret })
    }

    /// Reads `PRIVATE+KEY+<name>+<8 hex digits>+<base64(kind ‖ seed)>` (Go's note encoding).
    ///
    /// # Errors
    /// When any part is malformed or the id is not the key's.
    pub fn parse(skey: &str) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("skey");
        let rest = skey.strip_prefix("PRIVATE+KEY+").ok_or(BAD)?;
        let (name, rest) = rest.split_once('+').ok_or(BAD)?;
        let (id, material) = rest.split_once('+').ok_or(BAD)?;
        let bytes = Zeroizing::new(text::base64(material).ok_or(BAD)?);
        let (kind, seed) = bytes.split_first().ok_or(BAD)?;
        let seed: &[u8; 32] = seed.try_into().map_err(|_| BAD)?;
        let key = Self::from_seed(name, KeyKind::from_byte(*kind)?, seed)?;
        if hex_id(id) == Some(key.verifier.id) {
            Ok(key)
        } else {
            Err(BAD)
        }
    }

    /// The skey text; whoever holds it can sign.
    #[must_use]
    pub fn to_skey(&self) -> Zeroizing<String> {
        let mut material = Zeroizing::new(vec![self.verifier.kind as u8]);
        material.extend_from_slice(self.secret.as_bytes());
        let encoded = Zeroizing::new(text::to_base64(&material));
        Zeroizing::new(format!(
            "PRIVATE+KEY+{}+{:08x}+{}",
            self.verifier.name, self.verifier.id, *encoded
        ))
    }

    /// The public half.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.secret.sign(message).to_bytes()
    }
}

/// `SHA-256(name ‖ "\n" ‖ kind ‖ key)[:4]`, big-endian.
fn key_id(name: &str, kind: KeyKind, public: &[u8; 32]) -> u32 {
    let digest = Sha256::new()
        .chain_update(name)
        .chain_update(b"\n")
        .chain_update([kind as u8])
        .chain_update(public)
        .finalize();
    let [a, b, c, d, ..] = <[u8; 32]>::from(digest);
    u32::from_be_bytes([a, b, c, d])
}

/// Key names are non-empty and have neither Unicode spaces, control characters nor plus.
pub(crate) fn valid_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= MAX_NAME_LEN
        && !name
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

/// Exactly eight lower-case hex digits.
fn hex_id(text: &str) -> Option<u32> {
    let canonical = text.len() == 8 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if canonical {
        u32::from_str_radix(text, 16).ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
