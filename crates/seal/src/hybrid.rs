//! Sealing to a public key: HPKE (RFC 9180), Base mode, single shot, X-Wing + HKDF-SHA256 +
//! ChaCha20-Poly1305 (protocol §0.6).
//!
//! Owns the one suite and the rule that `info = label ‖ SHA-256(pk)`, so that what was sealed to one
//! key for one purpose opens with no other (P20). Must not prove who sealed: HPKE Base has no sender;
//! callers sign what they seal.

use core::fmt;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::envelope::ObjectKind;
use crate::error::{OpenError, SealError};
use crate::ids::Hash32;
use crate::label::Label;
use crate::{codec, frame, kdf};

/// Length of an X-Wing public key.
pub const PUBLIC_LEN: usize = 1216;
/// Length of an X-Wing encapsulation.
pub const ENC_LEN: usize = 1120;
/// What sealing adds to a plaintext: encapsulation and AEAD tag.
pub const OVERHEAD: usize = 1136;

/// What a sealed message is for. Each has its own label; nothing sealed for one opens as another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Shares to a custodian.
    Escrow,
    /// Shares to a desk officer.
    Release,
    /// σ to a device.
    DevWrap,
    /// Shares to a custodian's successor.
    CustodyTransfer,
    /// Outcome counts and tokens to a campaign key.
    OutcomeReport,
    /// One card to a campaign key.
    Referral,
    /// The body of a release request to a custodian.
    RequestBody,
    /// A message between parties of the federation.
    Mail,
    /// σ to a recovery sheet.
    Recovery,
}

impl Purpose {
    /// The label of this purpose.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Purpose::Escrow => Label::Escrow,
            Purpose::Release => Label::Release,
            Purpose::DevWrap => Label::DevWrap,
            Purpose::CustodyTransfer => Label::CustodyTransfer,
            Purpose::OutcomeReport => Label::OutcomeReport,
            Purpose::Referral => Label::Referral,
            Purpose::RequestBody => Label::RequestBody,
            Purpose::Mail => Label::Mail,
            Purpose::Recovery => Label::Recovery,
        }
    }
}

/// A public key that can be sealed to.
#[derive(Clone, PartialEq, Eq)]
pub struct SealPublic {
    key: Box<<XWing as Kem>::PublicKey>,
    hash: Hash32,
}

impl SealPublic {
    fn new(key: <XWing as Kem>::PublicKey) -> Self {
        let hash = kdf::hash(&[&key.to_bytes()]);
        Self {
            key: Box::new(key),
            hash,
        }
    }

    /// Reads 1216 bytes.
    ///
    /// # Errors
    /// [`SealError::BadPublicKey`] for another length or an invalid encoding (FIPS 203 §7.2).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SealError> {
        let key = <XWing as Kem>::PublicKey::from_bytes(bytes);
        key.map(Self::new).map_err(|_| SealError::BadPublicKey)
    }

    /// The 1216 bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.key.to_bytes().to_vec()
    }

    /// SHA-256 of the key: how rosters, cards and `info` name it.
    #[must_use]
    pub fn hash(&self) -> Hash32 {
        self.hash
    }
}

impl fmt::Debug for SealPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealPublic({:?})", self.hash)
    }
}

/// A key pair that can open what was sealed to it. Its 32-byte seed is all there is to keep: 24
/// words on paper.
#[derive(Clone)]
pub struct SealKeyPair {
    secret: <XWing as Kem>::PrivateKey,
    public: SealPublic,
    seed: Seed,
}

#[derive(Clone, Zeroize, ZeroizeOnDrop)]
struct Seed([u8; 32]);

impl SealKeyPair {
    /// A new key pair.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut_slice());
        Self::from_seed(&seed)
    }

    /// The key pair of a seed (the X-Wing decapsulation key itself).
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "fails only for another length, and the type says 32 bytes"
    )]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let secret = <XWing as Kem>::PrivateKey::from_bytes(seed)
            .expect("every 32 bytes are an X-Wing decapsulation key");
        let public = SealPublic::new(XWing::sk_to_pk(&secret));
        Self {
            secret,
            public,
            seed: Seed(*seed),
        }
    }

    /// The seed, for encrypted storage or paper; the copy is wiped when dropped.
    #[must_use]
    pub fn to_seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.seed.0)
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> &SealPublic {
        &self.public
    }
}

impl fmt::Debug for SealKeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealKeyPair({:?}, secret)", self.public.hash)
    }
}

fn info(purpose: Purpose, pk: &SealPublic) -> Vec<u8> {
    let mut out = purpose.label().bytes().to_vec();
    out.extend_from_slice(&pk.hash.0);
    out
}

/// Seals `plaintext` to `pk`: `enc[1120] ‖ ct ‖ tag[16]`. `aad` is bound but not carried.
///
/// # Errors
/// [`SealError::Internal`] if the primitive refuses, which no valid key causes.
pub fn seal_to(
    pk: &SealPublic,
    purpose: Purpose,
    aad: &[u8],
    plaintext: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let (enc, ct) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &pk.key,
        &info(purpose, pk),
        plaintext,
        aad,
        rng,
    )
    .map_err(|_| SealError::Internal("hpke seal"))?;
    let mut out = enc.to_bytes().to_vec();
    out.extend_from_slice(&ct);
    Ok(out)
}

/// Opens what [`seal_to`] made, for the same purpose and `aad`.
///
/// # Errors
/// [`OpenError::Truncated`] below the overhead's length, [`OpenError::Rejected`] for another key,
/// purpose, `aad` or any changed byte.
pub fn open_from(
    pair: &SealKeyPair,
    purpose: Purpose,
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    if sealed.len() < OVERHEAD {
        return Err(OpenError::Truncated);
    }
    let (enc, ct) = sealed
        .split_at_checked(ENC_LEN)
        .ok_or(OpenError::Truncated)?;
    let enc = <XWing as Kem>::EncappedKey::from_bytes(enc).map_err(|_| OpenError::Rejected)?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeR::Base,
        &pair.secret,
        &enc,
        &info(purpose, &pair.public),
        ct,
        aad,
    )
    .map(Zeroizing::new)
    .map_err(|_| OpenError::Rejected)
}

/// Like [`seal_to`], padded to the next power of two from 4 KiB, so that the length says little.
///
/// # Errors
/// [`SealError::TooLarge`] above 16 MiB, [`SealError::Internal`].
pub fn seal_padded(
    pk: &SealPublic,
    purpose: Purpose,
    aad: &[u8],
    plaintext: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let (_, padded) = frame::pad(ObjectKind::Index, codec::PLAIN, &[plaintext])?;
    seal_to(pk, purpose, aad, &padded, rng)
}

/// Opens what [`seal_padded`] made.
///
/// # Errors
/// As [`open_from`]; [`OpenError::BadPadding`], [`OpenError::UnknownCodec`].
pub fn open_padded(
    pair: &SealKeyPair,
    purpose: Purpose,
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let padded = open_from(pair, purpose, aad, sealed)?;
    let (codec, content) = frame::unpad(&padded)?;
    if codec != codec::PLAIN {
        return Err(OpenError::UnknownCodec(codec));
    }
    Ok(Zeroizing::new(content.to_vec()))
}

#[cfg(test)]
mod tests;
