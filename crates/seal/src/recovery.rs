//! A register's recovery sheet (protocol §7.3): 24 words on paper that read like a device and write nothing but a roster.
//!
//! Owns which keys follow from the words. Must not keep the words anywhere: they are shown, typed in again, and gone.
//!
//! ```text
//! seed          = 32 random bytes = 24 words (BIP-39)
//! sealing key   = X-Wing key pair of the seed
//! signing key   = Ed25519 of HKDF(seed, "ugnay/v1/recovery\0")
//! ```

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::hybrid::SealKeyPair;
use crate::kdf;
use crate::label::Label;
use crate::sign::SigningIdentity;
use crate::words::{PaperSeed, WordsError};

/// A recovery sheet: its keys, out of its words.
#[derive(Clone, Debug)]
pub struct RecoverySheet {
    seed: PaperSeed,
}

impl RecoverySheet {
    /// A new sheet.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill_bytes(bytes.as_mut_slice());
        Self {
            seed: PaperSeed::from_bytes(*bytes),
        }
    }

    /// From 24 words, each whole or by its first four letters.
    ///
    /// # Errors
    /// [`WordsError`], which names a wrong word by its place.
    pub fn from_words(typed: &str) -> Result<Self, WordsError> {
        PaperSeed::from_words(typed).map(|seed| Self { seed })
    }

    /// The 24 words.
    #[must_use]
    pub fn to_words(&self) -> Zeroizing<String> {
        self.seed.to_words()
    }

    /// What the register's seed is sealed to.
    #[must_use]
    pub fn seal_pair(&self) -> SealKeyPair {
        SealKeyPair::from_seed(&self.seed.to_bytes())
    }

    /// What a device is enrolled with when the sheet is used.
    #[must_use]
    pub fn identity(&self) -> SigningIdentity {
        SigningIdentity::from_seed(&kdf::derive(
            self.seed.to_bytes().as_slice(),
            Label::Recovery,
            &[],
        ))
    }
}

#[cfg(test)]
mod tests;
