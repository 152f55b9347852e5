//! Shares handed from one custodian to its successor, or to its own next key (protocol §4.4, §4.5).
//!
//! Owns the sealed hand-over of one register-epoch: the same shares at the same index, no algebra. Must
//! not decide who succeeds: roster v+1 does, and both rosters' hashes are bound here.
//!
//! ```text
//! "UGH1" | suite u8 = 1 | fed[16] | epoch_id[16] | header_hash[32] | old roster_hash[32] | new roster_hash[32]
//!  | x u8 | successor_pk_hash[32] | outgoing key[32]
//!  | enc[1120] ‖ ciphertext ‖ tag[16] | signature[64]
//! aad = the head; plaintext = the custodian's stored shares
//! ```

use rand_core::CryptoRng;

use crate::bundle::{BundleView, CustodianShares};
use crate::error::{OpenError, SealError};
use crate::hybrid::{Purpose, SealKeyPair, SealPublic};
use crate::ids::{EpochId, FedId, Hash32};
use crate::label::Label;
use crate::layout::Cursor;
use crate::letter::{self, Kind};
use crate::sign::{Sig, SigningIdentity, VerifyingId};

const MAGIC: [u8; 4] = *b"UGH1";
const SUITE: u8 = 1;
const HEAD_LEN: usize = 198;
const KIND: Kind = Kind {
    purpose: Purpose::CustodyTransfer,
    label: Label::CustodyTransfer,
};

/// What a hand-over is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandoverBinding {
    /// The federation.
    pub fed: FedId,
    /// The register-epoch.
    pub epoch_id: EpochId,
    /// The bundle's header hash.
    pub header_hash: Hash32,
    /// The roster that lists the outgoing custodian.
    pub old_roster_hash: Hash32,
    /// The roster that lists the successor at the same index.
    pub new_roster_hash: Hash32,
    /// The index.
    pub x: u8,
}

/// Seals a custodian's shares to its successor.
///
/// # Errors
/// [`SealError::WrongKeyForContext`] if the shares are not those of the binding.
pub fn seal_handover(
    binding: &HandoverBinding,
    shares: &CustodianShares,
    successor: &SealPublic,
    outgoing: &SigningIdentity,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    if !belongs(shares, binding) {
        return Err(SealError::WrongKeyForContext);
    }
    let head = head(binding, &successor.hash(), &outgoing.public());
    let aad = head.clone();
    let plain = shares.to_bytes();
    let parts = (&binding.fed, head, aad.as_slice(), plain.as_slice());
    letter::seal(&KIND, parts, successor, outgoing, rng)
}

/// Opens a hand-over at the successor and checks every share against the bundle.
///
/// # Errors
/// [`OpenError::WrongKey`] for another binding, [`OpenError::BadSignature`],
/// [`OpenError::Rejected`], [`OpenError::Malformed`] if a share is not the one that was dealt.
pub fn open_handover(
    bytes: &[u8],
    binding: &HandoverBinding,
    outgoing: &VerifyingId,
    successor: &SealKeyPair,
    view: &BundleView<'_>,
) -> Result<CustodianShares, OpenError> {
    let expected = head(binding, &successor.public().hash(), outgoing);
    if bytes.get(..HEAD_LEN) != Some(expected.as_slice()) {
        return Err(OpenError::WrongKey);
    }
    let parts = (&binding.fed, HEAD_LEN, expected.as_slice(), bytes);
    let plain = letter::open(&KIND, parts, successor, outgoing)?;
    let shares = CustodianShares::from_bytes(&plain)?;
    if belongs(&shares, binding) && shares.verify(view).is_ok() {
        Ok(shares)
    } else {
        Err(OpenError::Malformed("hand-over"))
    }
}

/// What stands on the envelope of a hand-over; nothing of it is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// What it says it is bound to.
    pub binding: HandoverBinding,
    /// Hash of the key it is sealed to.
    pub successor: Hash32,
    /// The signing key it says it is from.
    pub outgoing: [u8; 32],
}

impl Envelope {
    /// Reads it, so that the receiver knows which key, bundle and rosters to open the letter with.
    ///
    /// # Errors
    /// [`OpenError::Malformed`].
    pub fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        Self::fields(bytes).ok_or(OpenError::Malformed("hand-over"))
    }

    /// Whether the key it names signed the letter it was read from. That says who wrote it, not that it is right.
    #[must_use]
    pub fn is_signed(&self, letter: &[u8]) -> bool {
        let Some((signed, sig)) = letter.split_last_chunk::<{ Sig::LEN }>() else {
            return false;
        };
        let key = VerifyingId::from_bytes(&self.outgoing);
        key.is_ok_and(|k| {
            k.verify(KIND.label, &self.binding.fed, signed, &Sig(*sig))
                .is_ok()
        })
    }

    fn fields(bytes: &[u8]) -> Option<Self> {
        let mut c = Cursor::new(bytes);
        let right = c.array::<4>()? == MAGIC && c.u8()? == SUITE;
        let out = Self {
            binding: HandoverBinding {
                fed: FedId(c.array()?),
                epoch_id: EpochId(c.array()?),
                header_hash: Hash32(c.array()?),
                old_roster_hash: Hash32(c.array()?),
                new_roster_hash: Hash32(c.array()?),
                x: c.u8()?,
            },
            successor: Hash32(c.array()?),
            outgoing: c.array()?,
        };
        right.then_some(out)
    }
}

fn belongs(shares: &CustodianShares, binding: &HandoverBinding) -> bool {
    shares.fed == binding.fed
        && shares.epoch_id == binding.epoch_id
        && shares.header_hash == binding.header_hash
        && shares.x == binding.x
}

fn head(binding: &HandoverBinding, successor: &Hash32, outgoing: &VerifyingId) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.push(SUITE);
    out.extend_from_slice(&binding.fed.0);
    out.extend_from_slice(&binding.epoch_id.0);
    out.extend_from_slice(&binding.header_hash.0);
    out.extend_from_slice(&binding.old_roster_hash.0);
    out.extend_from_slice(&binding.new_roster_hash.0);
    out.push(binding.x);
    out.extend_from_slice(&successor.0);
    out.extend_from_slice(outgoing.as_bytes());
    out
}

#[cfg(test)]
mod tests;
