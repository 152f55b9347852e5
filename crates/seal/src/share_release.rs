//! Shares handed to a desk officer after a quorum (protocol §7.5.5).
//!
//! Owns the sealed answer of one custodian to one officer for one request. Must not judge whether it
//! may be given: the release machine does; what it judged is bound here, so that an answer to one
//! request, one set of approvals and one checkpoint is worth nothing for another (P24).
//!
//! Each custodian also says in which bundle its shares were dealt: the header hash it gave its receipt for. So k
//! custodians vouch for the register's write capability, and no bundle that a buffer made up is measured by their shares.
//!
//! ```text
//! "UGS2" | suite u8 = 1 | fed[16] | q_id[32] | approve_set_hash[32] | checkpoint_root[32] | x u8
//!  | officer_pk_hash[32] | custodian key[32] | count u32
//!  | enc[1120] ‖ ciphertext[64 × count + 48 × epochs] ‖ tag[16] | signature[64]
//! aad = q_id ‖ approve_set_hash ‖ checkpoint_root ‖ x
//! plaintext = (epoch_id[16] ‖ cid[16] ‖ share[32]) × count ‖ (epoch_id[16] ‖ H(header)[32]) × epochs
//!             epochs: those of the shares, ascending, each once
//! ```

use std::collections::{BTreeMap, BTreeSet};

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

const MAGIC: [u8; 4] = *b"UGS2";
const SUITE: u8 = 1;
const HEAD_LEN: usize = 186;
const ENTRY: usize = 64;
const DEALT: usize = 48;
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
    /// Header hash of the bundle it was dealt in; one for all shares of an epoch.
    pub bundle: Hash32,
    /// The compartment.
    pub cid: Cid,
    /// The share.
    pub share: Share,
}

/// Seals in-scope shares to a pinned officer key. Its SHA-256 is logged before it is handed over.
///
/// # Errors
/// [`SealError::TooLarge`] above [`MAX_SHARES`], [`SealError::Internal`], also for shares of one epoch out of two bundles.
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
    let bundles = bundles(shares)?;
    let shares_len = shares.len().saturating_mul(ENTRY);
    let len = shares_len.saturating_add(bundles.len().saturating_mul(DEALT));
    let mut plain = Zeroizing::new(Vec::with_capacity(len));
    for released in shares {
        plain.extend_from_slice(&released.epoch_id.0);
        plain.extend_from_slice(&released.cid.0);
        plain.extend_from_slice(&released.share.0);
    }
    for (epoch, header) in &bundles {
        plain.extend_from_slice(&epoch.0);
        plain.extend_from_slice(&header.0);
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

/// The bundle of each epoch.
fn bundles(shares: &[ReleasedShare]) -> Result<BTreeMap<EpochId, Hash32>, SealError> {
    let mut out = BTreeMap::new();
    for s in shares {
        let had = out.insert(s.epoch_id, s.bundle);
        if had.is_some_and(|h| h != s.bundle) {
            return Err(SealError::Internal("two bundles of one epoch"));
        }
    }
    Ok(out)
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
    if count > MAX_SHARES {
        return None;
    }
    let (entries, dealt) = plain.split_at_checked(count.checked_mul(ENTRY)?)?;
    let (dealt, rest) = dealt.as_chunks::<DEALT>();
    if dealt.len() > count || !rest.is_empty() {
        return None;
    }
    let mut bundles = BTreeMap::new();
    for entry in dealt {
        let mut cursor = Cursor::new(entry);
        let epoch = EpochId(cursor.array()?);
        if bundles
            .last_key_value()
            .is_some_and(|(last, _)| *last >= epoch)
        {
            return None;
        }
        bundles.insert(epoch, Hash32(cursor.array()?));
    }
    let mut out = Vec::with_capacity(count);
    let mut used = BTreeSet::new();
    for entry in entries.as_chunks::<ENTRY>().0 {
        let mut cursor = Cursor::new(entry);
        let epoch_id = EpochId(cursor.array()?);
        let bundle = *bundles.get(&epoch_id)?;
        used.insert(epoch_id);
        out.push(ReleasedShare {
            epoch_id,
            bundle,
            cid: Cid(cursor.array()?),
            share: Share(cursor.array()?),
        });
    }
    (used.len() == bundles.len()).then_some(out)
}

#[cfg(test)]
mod tests;
