//! Reading a received bundle without a key.
//!
//! Owns structure and signature, verified over the received bytes. Must not re-serialise, and must
//! not allocate in proportion to a claimed length: the total length must fit first.

use super::{CORE_FIXED, MAGIC, MAX_COMPARTMENTS, MAX_CUSTODIANS, SUITE, Sizes};
use crate::ids::{Cid, EpochId, FedId, Hash32};
use crate::kdf;
use crate::label::Label;
use crate::layout::Cursor;
use crate::shamir::Commitment;
use crate::sign::{Sig, VerifyingId};

/// Bytes that are no bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// Not an escrow bundle.
    #[error("not an escrow bundle")]
    BadMagic,
    /// A suite this version does not know.
    #[error("unknown suite {0}")]
    UnknownSuite(u8),
    /// Shorter or longer than its counts demand.
    #[error("length does not fit the counts")]
    Length,
    /// k, n or m out of range.
    #[error("counts out of range")]
    Counts,
    /// Compartment names not ascending: a second encoding.
    #[error("compartment names are not ascending")]
    Order,
    /// The write capability's key or signature does not hold.
    #[error("signature does not hold")]
    Signature,
}

/// A bundle whose structure and signature hold.
#[derive(Clone, Copy)]
pub struct BundleView<'a> {
    fed: FedId,
    epoch_id: EpochId,
    write_cap: VerifyingId,
    bundle_seq: u64,
    roster_hash: Hash32,
    policy_hash: Hash32,
    k: u8,
    n: u8,
    core_hash: Hash32,
    header_hash: Hash32,
    bundle_hash: Hash32,
    cids: &'a [[u8; 16]],
    kc: &'a [[u8; 32]],
    h: &'a [[u8; 32]],
    catalogue: &'a [u8],
    sealed: &'a [u8],
}

impl core::fmt::Debug for BundleView<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("BundleView")
            .field("epoch_id", &self.epoch_id)
            .field("bundle_seq", &self.bundle_seq)
            .field("k", &self.k)
            .field("n", &self.n)
            .field("m", &self.cids.len())
            .finish_non_exhaustive()
    }
}

impl<'a> BundleView<'a> {
    /// Reads a bundle and verifies its write capability's signature.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn parse(bytes: &'a [u8]) -> Result<Self, BundleError> {
        let len = BundleError::Length;
        let mut cursor = Cursor::new(bytes);
        if cursor.array::<4>().ok_or(len)? != MAGIC {
            return Err(BundleError::BadMagic);
        }
        let suite = cursor.u8().ok_or(len)?;
        if suite != SUITE {
            return Err(BundleError::UnknownSuite(suite));
        }
        let fed = FedId(cursor.array().ok_or(len)?);
        let epoch_id = EpochId(cursor.array().ok_or(len)?);
        let write_cap = cursor.array().ok_or(len)?;
        let bundle_seq = cursor.u64().ok_or(len)?;
        let roster_hash = Hash32(cursor.array().ok_or(len)?);
        let policy_hash = Hash32(cursor.array().ok_or(len)?);
        let (k, n) = (cursor.u8().ok_or(len)?, cursor.u8().ok_or(len)?);
        let m = usize::from(cursor.u16().ok_or(len)?);
        if k == 0 || k > n || n > MAX_CUSTODIANS || m == 0 || m > MAX_COMPARTMENTS {
            return Err(BundleError::Counts);
        }

        let sizes = Sizes::of(m);
        let people = usize::from(n);
        let cids = chunks(&mut cursor, sizes.core.saturating_sub(CORE_FIXED))?;
        let kc = chunks(&mut cursor, sizes.kc)?;
        let h = chunks(&mut cursor, sizes.kc.saturating_mul(people))?;
        let catalogue = cursor.slice(sizes.catalogue).ok_or(len)?;
        let header_len = bytes.len().checked_sub(cursor.rest().len()).ok_or(len)?;
        let sealed = cursor
            .slice(sizes.sealed.saturating_mul(people))
            .ok_or(len)?;
        let signature = Sig(cursor.array().ok_or(len)?);
        cursor.end().ok_or(len)?;

        if !cids.is_sorted_by(|a, b| a < b) {
            return Err(BundleError::Order);
        }
        let signed = bytes
            .len()
            .checked_sub(Sig::LEN)
            .and_then(|l| bytes.get(..l));
        let write_cap = VerifyingId::from_bytes(&write_cap).map_err(|_| BundleError::Signature)?;
        write_cap
            .verify(Label::Escrow, &fed, signed.ok_or(len)?, &signature)
            .map_err(|_| BundleError::Signature)?;
        Ok(Self {
            fed,
            epoch_id,
            write_cap,
            bundle_seq,
            roster_hash,
            policy_hash,
            k,
            n,
            core_hash: kdf::hash(&[bytes.get(..sizes.core).ok_or(len)?]),
            header_hash: kdf::hash(&[bytes.get(..header_len).ok_or(len)?]),
            bundle_hash: kdf::hash(&[bytes]),
            cids,
            kc,
            h,
            catalogue,
            sealed,
        })
    }

    /// The federation.
    #[must_use]
    pub fn fed(&self) -> FedId {
        self.fed
    }

    /// The register-epoch.
    #[must_use]
    pub fn epoch_id(&self) -> EpochId {
        self.epoch_id
    }

    /// The key that signed the bundle; compare it with the one the buffer has for this register.
    #[must_use]
    pub fn write_cap(&self) -> VerifyingId {
        self.write_cap
    }

    /// Which bundle of this register-epoch.
    #[must_use]
    pub fn bundle_seq(&self) -> u64 {
        self.bundle_seq
    }

    /// Hash of the roster it was dealt under.
    #[must_use]
    pub fn roster_hash(&self) -> Hash32 {
        self.roster_hash
    }

    /// Hash of the policy it was dealt under.
    #[must_use]
    pub fn policy_hash(&self) -> Hash32 {
        self.policy_hash
    }

    /// How many custodians open.
    #[must_use]
    pub fn k(&self) -> u8 {
        self.k
    }

    /// How many custodians there are.
    #[must_use]
    pub fn n(&self) -> u8 {
        self.n
    }

    /// Compartment names, ascending.
    pub fn cids(&self) -> impl ExactSizeIterator<Item = Cid> + 'a {
        self.cids.iter().map(|c| Cid(*c))
    }

    /// SHA-256 of the header: what receipts, hand-overs and sealed parts name.
    #[must_use]
    pub fn header_hash(&self) -> Hash32 {
        self.header_hash
    }

    /// SHA-256 of the whole bundle: what peers compare and the dealer device signs.
    #[must_use]
    pub fn bundle_hash(&self) -> Hash32 {
        self.bundle_hash
    }

    /// What the bundle says about one compartment; `None` if it is not in it.
    #[must_use]
    pub fn commitment(&self, cid: &Cid) -> Option<Commitment> {
        let i = self.cids.binary_search(&cid.0).ok()?;
        let h = (1..=self.n).map(|x| self.h(x, i)).collect::<Option<_>>()?;
        Some(Commitment {
            epoch_id: self.epoch_id,
            cid: *cid,
            k: self.k,
            kc: self.kc(i)?,
            h,
        })
    }

    pub(super) fn kc(&self, i: usize) -> Option<Hash32> {
        self.kc.get(i).map(|b| Hash32(*b))
    }

    pub(super) fn h(&self, x: u8, i: usize) -> Option<Hash32> {
        let row = usize::from(x)
            .checked_sub(1)?
            .checked_mul(self.cids.len())?;
        self.h.get(row.checked_add(i)?).map(|b| Hash32(*b))
    }

    pub(super) fn sealed_for(&self, x: u8) -> Option<&'a [u8]> {
        let len = Sizes::of(self.cids.len()).sealed;
        let start = usize::from(x).checked_sub(1)?.checked_mul(len)?;
        self.sealed.get(start..start.checked_add(len)?)
    }

    pub(super) fn core_hash(&self) -> Hash32 {
        self.core_hash
    }

    /// `commit[32]`, ciphertext, tag[16].
    pub(super) fn catalogue(&self) -> Option<(&'a [u8; 32], &'a [u8], &'a [u8; 16])> {
        let (commit, rest) = self.catalogue.split_first_chunk::<32>()?;
        let (ciphertext, tag) = rest.split_last_chunk::<16>()?;
        Some((commit, ciphertext, tag))
    }
}

fn chunks<'a, const N: usize>(
    cursor: &mut Cursor<'a>,
    len: usize,
) -> Result<&'a [[u8; N]], BundleError> {
    let bytes = cursor.slice(len).ok_or(BundleError::Length)?;
    match bytes.as_chunks::<N>() {
        (chunks, []) => Ok(chunks),
        _ => Err(BundleError::Length),
    }
}
