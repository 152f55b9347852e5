//! σ sealed to one device of the register (protocol §7.2, §7.3), or to a recovery sheet.
//!
//! Owns the wrap's 1,365 bytes. Must not decide who may receive it: the register roster does, and its
//! hash is bound here.
//!
//! ```text
//! "UGD1" | suite u8 = 1 | fed[16] | epoch_id[16] | roster_hash[32] | device_pk_hash[32] | signer key[32]
//!  | enc[1120] ‖ ciphertext[32] ‖ tag[16] | signature[64]
//! aad = roster_hash ‖ epoch_id ‖ device_pk_hash
//! ```

use rand_core::CryptoRng;

use crate::error::{OpenError, SealError};
use crate::hybrid::{Purpose, SealKeyPair, SealPublic};
use crate::ids::{EpochId, FedId, Hash32};
use crate::label::Label;
use crate::layout::Cursor;
use crate::letter::{self, Kind};
use crate::sigma::Sigma;
use crate::sign::{SigningIdentity, VerifyingId};

const MAGIC: [u8; 4] = *b"UGD1";
const SUITE: u8 = 1;
const HEAD_LEN: usize = 133;
const KIND: Kind = Kind {
    purpose: Purpose::DevWrap,
    label: Label::DevWrap,
};

/// What a wrap is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrapBinding {
    /// The federation.
    pub fed: FedId,
    /// Hash of the register roster that lists the receiving device.
    pub roster_hash: Hash32,
    /// SHA-256 of the receiving reader's signing key, device or recovery sheet.
    pub device_pk_hash: Hash32,
}

/// A wrap, opened.
#[derive(Debug)]
pub struct Unwrapped {
    /// The seed.
    pub sigma: Sigma,
    /// Who wrapped it: must be a device of the register's roster.
    pub signer: VerifyingId,
}

/// Seals σ to a device.
///
/// # Errors
/// [`SealError::Internal`].
pub fn wrap(
    sigma: &Sigma,
    binding: &WrapBinding,
    to: &SealPublic,
    signer: &SigningIdentity,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let epoch = sigma.epoch_id();
    let mut head = MAGIC.to_vec();
    head.push(SUITE);
    head.extend_from_slice(&binding.fed.0);
    head.extend_from_slice(&epoch.0);
    head.extend_from_slice(&binding.roster_hash.0);
    head.extend_from_slice(&binding.device_pk_hash.0);
    head.extend_from_slice(signer.public().as_bytes());
    let aad = aad(binding, &epoch);
    letter::seal(&KIND, (&binding.fed, head, &aad, &sigma.0), to, signer, rng)
}

/// Opens a wrap meant for this device under the roster it knows.
///
/// # Errors
/// [`OpenError::Malformed`], [`OpenError::WrongKey`] if it is bound to something else than
/// `binding`, [`OpenError::BadSignature`], [`OpenError::Rejected`].
pub fn unwrap(
    bytes: &[u8],
    binding: &WrapBinding,
    pair: &SealKeyPair,
) -> Result<Unwrapped, OpenError> {
    let (found, epoch, signer) = read(bytes).ok_or(OpenError::Malformed("device wrap"))?;
    if found != *binding {
        return Err(OpenError::WrongKey);
    }
    let signer = VerifyingId::from_bytes(&signer).map_err(|_| OpenError::BadSignature)?;
    let parts = (&binding.fed, HEAD_LEN, aad(binding, &epoch), bytes);
    let plain = letter::open(&KIND, (parts.0, parts.1, &parts.2, parts.3), pair, &signer)?;
    let sigma = plain
        .as_slice()
        .try_into()
        .map(Sigma)
        .map_err(|_| OpenError::Malformed("device wrap"))?;
    if sigma.epoch_id() != epoch {
        return Err(OpenError::Malformed("device wrap"));
    }
    Ok(Unwrapped { sigma, signer })
}

/// The epoch a wrap is for, before it is opened.
///
/// # Errors
/// [`OpenError::Malformed`].
pub fn epoch_of(bytes: &[u8]) -> Result<EpochId, OpenError> {
    read(bytes)
        .map(|(_, epoch, _)| epoch)
        .ok_or(OpenError::Malformed("device wrap"))
}

fn aad(binding: &WrapBinding, epoch: &EpochId) -> Vec<u8> {
    [
        &binding.roster_hash.0[..],
        &epoch.0,
        &binding.device_pk_hash.0,
    ]
    .concat()
}

fn read(bytes: &[u8]) -> Option<(WrapBinding, EpochId, [u8; 32])> {
    let mut cursor = Cursor::new(bytes);
    if cursor.array::<4>()? != MAGIC || cursor.u8()? != SUITE {
        return None;
    }
    let fed = FedId(cursor.array()?);
    let epoch = EpochId(cursor.array()?);
    let binding = WrapBinding {
        fed,
        roster_hash: Hash32(cursor.array()?),
        device_pk_hash: Hash32(cursor.array()?),
    };
    Some((binding, epoch, cursor.array()?))
}

#[cfg(test)]
mod tests;
