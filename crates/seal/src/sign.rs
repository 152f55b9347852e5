//! Ed25519 identities (RFC 8032) with one message form (protocol §6.4).
//!
//! Owns `"ugnay/v1/sig/<name>\0" ‖ SHA-256(bytes) ‖ fed`: what a signature means is fixed by its
//! label and its federation. Must not verify loosely: `verify_strict` refuses small-order keys and
//! non-canonical encodings, so that one signature has one reading everywhere.

use core::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::error::SealError;
use crate::ids::{FedId, Hash32};
use crate::kdf;
use crate::label::Label;

/// A signature, 64 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sig(pub [u8; 64]);

impl Sig {
    /// Length in bytes.
    pub const LEN: usize = 64;

    /// Reads exactly 64 bytes.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// The secret half of an identity: device, custodian, officer, or a capability from σ.
#[derive(Clone)]
pub struct SigningIdentity(SigningKey);

impl SigningIdentity {
    /// A new identity.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut_slice());
        Self::from_seed(&seed)
    }

    /// The identity of a 32-byte seed.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The seed, for encrypted storage only; the copy is wiped when dropped.
    #[must_use]
    pub fn to_seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> VerifyingId {
        VerifyingId(self.0.verifying_key())
    }

    /// Signs `bytes` for one purpose in one federation. Deterministic.
    #[must_use]
    pub fn sign(&self, label: Label, fed: &FedId, bytes: &[u8]) -> Sig {
        Sig(self.0.sign(&message(label, fed, bytes)).to_bytes())
    }
}

impl fmt::Debug for SigningIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningIdentity(secret)")
    }
}

/// The public half of an identity.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct VerifyingId(VerifyingKey);

impl VerifyingId {
    /// Reads a public key.
    ///
    /// # Errors
    /// [`SealError::BadPublicKey`] for bytes that are no point, a second encoding of a point, or a
    /// point of small order, whose owner could make one signature fit many messages.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, SealError> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| SealError::BadPublicKey)?;
        if key.is_weak() || !is_reduced(bytes) {
            return Err(SealError::BadPublicKey);
        }
        Ok(Self(key))
    }

    /// The 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// SHA-256 of the key: how contexts and rosters name it.
    #[must_use]
    pub fn hash(&self) -> Hash32 {
        kdf::hash(&[self.as_bytes()])
    }

    /// Verifies strictly.
    ///
    /// # Errors
    /// [`SealError::BadSignature`] for any other message, label, federation, key or signature.
    pub fn verify(
        &self,
        label: Label,
        fed: &FedId,
        bytes: &[u8],
        sig: &Sig,
    ) -> Result<(), SealError> {
        self.0
            .verify_strict(&message(label, fed, bytes), &Signature::from_bytes(&sig.0))
            .map_err(|_| SealError::BadSignature)
    }
}

impl fmt::Debug for VerifyingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingId({:?})", self.hash())
    }
}

/// Whether the encoded y is below 2^255 - 19. A larger one names the same point a second time.
fn is_reduced(bytes: &[u8; 32]) -> bool {
    let [low, middle @ .., high] = bytes;
    *low < 0xed || high & 0x7f != 0x7f || middle.iter().any(|b| *b != 0xff)
}

fn message(label: Label, fed: &FedId, bytes: &[u8]) -> Vec<u8> {
    let mut out = label.sig_bytes().to_vec();
    out.extend_from_slice(&kdf::hash(&[bytes]).0);
    out.extend_from_slice(&fed.0);
    out
}

#[cfg(test)]
mod tests;
