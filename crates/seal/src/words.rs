//! Secrets and comparisons in words (BIP-39, English list): protocol §7.1, §7.3.
//!
//! Owns paper seeds (24 words), invitations (12 words), six-word comparisons and random phrases. Must
//! not keep a phrase in an error: a mistyped word is named by its position only.

use bip39::{Language, Mnemonic};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::hybrid::SealKeyPair;
use crate::kdf;
use crate::label::Label;
use crate::secret::secret_bytes;
use crate::sign::SigningIdentity;

/// Words that are no valid phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WordsError {
    /// Not the number of words this phrase has.
    #[error("expected {expected} words, found {found}")]
    Count {
        /// How many words the phrase has.
        expected: usize,
        /// How many were typed.
        found: usize,
    },
    /// A word outside the list; counted from 1.
    #[error("word {0} is not in the list")]
    UnknownWord(usize),
    /// All words are known but do not belong together: one is wrong or two are swapped.
    #[error("the words do not fit together")]
    Checksum,
}

secret_bytes!(
    /// A 32-byte seed on paper: a custodian's or a recovery sheet's X-Wing key.
    PaperSeed
);

impl PaperSeed {
    /// The 24 words.
    #[must_use]
    pub fn to_words(&self) -> Zeroizing<String> {
        phrase(&self.0)
    }

    /// Reads 24 words; case and spacing do not matter.
    ///
    /// # Errors
    /// [`WordsError`].
    pub fn from_words(typed: &str) -> Result<Self, WordsError> {
        entropy::<32>(typed, 24).map(|e| Self(*e))
    }
}

/// A one-time invitation: 128 bits, twelve words.
#[derive(Clone, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
pub struct Invitation([u8; 16]);

impl Invitation {
    /// A new invitation.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 16]);
        rng.fill_bytes(bytes.as_mut_slice());
        Self(*bytes)
    }

    /// From the bytes of a QR code.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, for a QR code.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 16]> {
        Zeroizing::new(self.0)
    }

    /// The twelve words.
    #[must_use]
    pub fn to_words(&self) -> Zeroizing<String> {
        phrase(&self.0)
    }

    /// Reads twelve words; case and spacing do not matter.
    ///
    /// # Errors
    /// [`WordsError`].
    pub fn from_words(typed: &str) -> Result<Self, WordsError> {
        entropy::<16>(typed, 12).map(|e| Self(*e))
    }

    /// The key that signs the new device's card; its public half is what the inviter keeps.
    #[must_use]
    pub fn identity(&self) -> SigningIdentity {
        SigningIdentity::from_seed(&kdf::derive(&self.0, Label::Invite, &[]))
    }

    /// The key with which two devices that meet under these words sign what they lay down for each other.
    #[must_use]
    pub fn pairing_identity(&self) -> SigningIdentity {
        SigningIdentity::from_seed(&kdf::derive(&self.0, Label::Pairing, &[]))
    }

    /// The key to which they seal it: who runs the box sees neither device's keys.
    #[must_use]
    pub fn pairing_reader(&self) -> SealKeyPair {
        SealKeyPair::from_seed(&kdf::derive(
            &self.0,
            Label::Pairing,
            &[b"reader".as_slice()],
        ))
    }
}

impl core::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Invitation(secret)")
    }
}

/// Six words (66 bits) of a transcript that two screens or two people compare.
#[must_use]
pub fn sas_words(transcript: &[u8]) -> [&'static str; 6] {
    let digest = kdf::hash(&[Label::Sas.bytes(), transcript]);
    let mut bits = digest.0.iter().fold((0_u128, 0_u32), |(acc, n), b| {
        if n < 72 {
            (acc.wrapping_shl(8) | u128::from(*b), n.saturating_add(8))
        } else {
            (acc, n)
        }
    });
    // The first 66 of 72 bits, six groups of eleven, first group first.
    bits.0 = bits.0.wrapping_shr(6);
    core::array::from_fn(|i| {
        let shift = u32::try_from(5_usize.saturating_sub(i))
            .unwrap_or(0)
            .saturating_mul(11);
        let index = bits.0.wrapping_shr(shift) & 0x7ff;
        word(usize::try_from(index).unwrap_or(0))
    })
}

/// `count` random words, eleven bits each.
#[must_use]
pub(crate) fn random_phrase(count: usize, rng: &mut impl CryptoRng) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(count.saturating_mul(9)));
    for _ in 0..count {
        let mut two = [0; 2];
        rng.fill_bytes(&mut two);
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word(usize::from(u16::from_be_bytes(two) & 0x7ff)));
    }
    out
}

/// The word with this index below 2048.
fn word(index: usize) -> &'static str {
    let list = Language::English.word_list();
    list.get(index).copied().unwrap_or_default()
}

#[expect(
    clippy::expect_used,
    reason = "fails only for lengths BIP-39 does not know; callers pass 16 or 32 bytes"
)]
fn phrase(entropy: &[u8]) -> Zeroizing<String> {
    let mnemonic = Mnemonic::from_entropy_in(Language::English, entropy).expect("16 or 32 bytes");
    let mut out = Zeroizing::new(String::with_capacity(24 * 9));
    for word in mnemonic.words() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The word of the list that was meant: itself, or by its first four letters or more, which no two words share.
#[must_use]
pub fn known(typed: &str) -> Option<&'static str> {
    let typed = Zeroizing::new(typed.trim().to_ascii_lowercase());
    let list = Language::English.word_list();
    if let Ok(at) = list.binary_search(&typed.as_str()) {
        return list.get(at).copied();
    }
    let mut fitting = list.iter().filter(|w| w.starts_with(typed.as_str()));
    let first = fitting.next().copied()?;
    (typed.len() >= 4 && fitting.next().is_none()).then_some(first)
}

fn entropy<const N: usize>(typed: &str, count: usize) -> Result<Zeroizing<[u8; N]>, WordsError> {
    let found = typed.split_whitespace().count();
    if found != count {
        return Err(WordsError::Count {
            expected: count,
            found,
        });
    }
    let mut clean = Zeroizing::new(String::with_capacity(count.saturating_mul(9)));
    for (at, word) in typed.split_whitespace().enumerate() {
        if !clean.is_empty() {
            clean.push(' ');
        }
        clean.push_str(known(word).ok_or(WordsError::UnknownWord(at.saturating_add(1)))?);
    }
    // As many words as there must be, each of the list: only the checksum is left to be wrong.
    let mnemonic = Mnemonic::parse_in_normalized(Language::English, &clean)
        .map_err(|_| WordsError::Checksum)?;
    let bytes = Zeroizing::new(mnemonic.to_entropy());
    let array: [u8; N] = bytes
        .as_slice()
        .try_into()
        .map_err(|_| WordsError::Checksum)?;
    Ok(Zeroizing::new(array))
}

#[cfg(test)]
mod tests;
