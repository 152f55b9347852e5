//! Shares handed to a desk officer after a quorum (protocol §7.5.5).
//!
//! Owns the sealed answer of one custodian to one officer for one request. Must not judge whether it
//! may be given: the release machine does; what it judged is bound here, so that an answer to one
//! request, one set of approvals and one checkpoint is worth nothing for another (P24).
//!
//! ```text
//! "UGS1" | suite u8 = 1 | fed[16] | q_id[32] | approve_set_hash[32] | checkpoint_root[32] | x u8
//!  | officer_pk_hash[32] | custodian key[32] | count u32
//!  | enc[1120] ‖ ciphertext[64 × count] ‖ tag[16] | signature[64]
//! aad = q_id ‖ approve_set_hash ‖ checkpoint_root ‖ x
//! plaintext = (epoch_id[16] ‖ cid[16] ‖ share[32]) × count
//! ```

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::error::{OpenError, SealError};
use crate::hybrid::{Purpose, SealKeyPair, SealPublic};
use crate::ids::{Cid, EpochId, FedId, Hash32};
use crate::label::Label;
use crate::layout::Cursor;
use crate::letter::{self, Kind};
use crate::shamir::Share;
use crate::sign::{SigningIdentity, VerifyingId};

const MAGIC: [u8; 4] = *b"UGS1";
const SUITE: u8 = 1;
const HEAD_LEN: usize = 186;
const ENTRY: usize = 64;
/// The most shares in one answer: bounds what a desk reads.
pub const MAX_SHARES: usize = 100_000;
const KIND: Kind = Kind {
    purpose: Purpose::Release,
    label: Label::ShareRelease,
};

/// What an answer is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReleaseBinding {
    /// The federation.
    pub fed: FedId,
    /// The request.
    pub q_id: Hash32,
    /// Hash of the approvals counted.
    pub approve_set_hash: Hash32,
    /// Root of the cosigned checkpoint that includes them.
    pub checkpoint_root: Hash32,
    /// The custodian's roster index.
    pub x: u8,
}

/// One share in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedShare {
    /// The register-epoch.
    pub epoch_id: EpochId,
    /// The compartment.
    pub cid: Cid,
    /// The share.
    pub share: Share,
}

/// Seals in-scope shares to a pinned officer key. Its SHA-256 is logged before it is handed over.
///
/// # Errors
/// [`SealError::TooLarge`] above [`MAX_SHARES`], [`SealError::Internal`].
pub fn seal_release(
    binding: &ReleaseBinding,
    shares: &[ReleasedShare],
    officer: &SealPublic,
    custodian: &SigningIdentity,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    if shares.len() > MAX_SHARES {
        return Err(SealError::TooLarge);
    }
    let count = u32::try_from(shares.len()).map_err(|_| SealError::TooLarge)?;
    let mut head = MAGIC.to_vec();
    head.push(SUITE);
    head.extend_from_slice(&binding.fed.0);
    head.extend_from_slice(&aad(binding));
    head.extend_from_slice(&officer.hash().0);
    head.extend_from_slice(custodian.public().as_bytes());
    head.extend_from_slice(&count.to_be_bytes());
    let mut plain = Zeroizing::new(Vec::with_capacity(shares.len().saturating_mul(ENTRY)));
    for released in shares {
        plain.extend_from_slice(&released.epoch_id.0);
        plain.extend_from_slice(&released.cid.0);
        plain.extend_from_slice(&released.share.0);
    }
    let parts = (&binding.fed, head, &aad(binding)[..], plain.as_slice());
    letter::seal(&KIND, parts, officer, custodian, rng)
}

/// Opens an answer at the desk. `binding` and `custodian` are what the desk verified in the log and
/// pinned in the roster, never what the message says.
///
/// # Errors
/// [`OpenError::Malformed`], [`OpenError::WrongKey`] for another binding or officer,
/// [`OpenError::BadSignature`], [`OpenError::Rejected`].
pub fn open_release(
    bytes: &[u8],
    binding: &ReleaseBinding,
    custodian: &VerifyingId,
    officer: &SealKeyPair,
) -> Result<Vec<ReleasedShare>, OpenError> {
    let head = read(bytes).ok_or(OpenError::Malformed("share release"))?;
    if head.binding != *binding || head.officer != officer.public().hash() {
        return Err(OpenError::WrongKey);
    }
    if &head.custodian != custodian.as_bytes() {
        return Err(OpenError::WrongWriter);
    }
    let parts = (&binding.fed, HEAD_LEN, &aad(binding)[..], bytes);
    let plain = letter::open(&KIND, parts, officer, custodian)?;
    shares(&plain, head.count).ok_or(OpenError::Malformed("share release"))
}

fn aad(binding: &ReleaseBinding) -> Vec<u8> {
    [
        &binding.q_id.0[..],
        &binding.approve_set_hash.0,
        &binding.checkpoint_root.0,
        &[binding.x],
    ]
    .concat()
}

struct Head {
    binding: ReleaseBinding,
    officer: Hash32,
    custodian: [u8; 32],
    count: usize,
}

fn read(bytes: &[u8]) -> Option<Head> {
    let mut cursor = Cursor::new(bytes);
    if cursor.array::<4>()? != MAGIC || cursor.u8()? != SUITE {
        return None;
    }
    Some(Head {
        binding: ReleaseBinding {
            fed: FedId(cursor.array()?),
            q_id: Hash32(cursor.array()?),
            approve_set_hash: Hash32(cursor.array()?),
            checkpoint_root: Hash32(cursor.array()?),
            x: cursor.u8()?,
        },
        officer: Hash32(cursor.array()?),
        custodian: cursor.array()?,
        count: usize::try_from(cursor.u32()?).ok()?,
    })
}

fn shares(plain: &[u8], count: usize) -> Option<Vec<ReleasedShare>> {
    let (entries, rest) = plain.as_chunks::<ENTRY>();
    if entries.len() != count || count > MAX_SHARES || !rest.is_empty() {
        return None;
    }
    let mut out = Vec::with_capacity(count);
    for entry in entries {
        let mut cursor = Cursor::new(entry);
        out.push(ReleasedShare {
            epoch_id: EpochId(cursor.array()?),
            cid: Cid(cursor.array()?),
            share: Share(cursor.array()?),
        });
    }
    Some(out)
}

#[cfg(test)]
mod tests;
