//! The custodian's side: opening, checking and keeping shares (protocol §4.3).
//!
//! Owns the checks behind a receipt and the stored form of a custodian's shares. Must not combine:
//! a custodian has one share of each key and no use for more.

use chacha20poly1305::Tag;
use chacha20poly1305::aead::AeadInOut;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{BundleView, CATALOGUE_ENTRY, MAX_COMPARTMENTS, catalogue_cipher, share_aad};
use crate::error::OpenError;
use crate::hybrid::{self, Purpose, SealKeyPair};
use crate::ids::{Cid, EpochId, Facet, FedId, Hash32};
use crate::layout::Cursor;
use crate::shamir::{self, Share};
use crate::sign::VerifyingId;

/// What a custodian holds to be in force when a bundle arrives.
#[derive(Clone, Copy, Debug)]
pub struct Current {
    /// The federation.
    pub fed: FedId,
    /// Hash of the current roster.
    pub roster_hash: Hash32,
    /// Hash of the current policy.
    pub policy_hash: Hash32,
    /// The policy's threshold.
    pub k: u8,
    /// The roster's size.
    pub n: u8,
    /// The lowest acceptable bundle number: one above the last accepted of this epoch.
    pub min_bundle_seq: u64,
    /// The register's write capability as first seen, if it was seen.
    pub write_cap: Option<VerifyingId>,
}

/// Why a custodian refuses a bundle. The code goes into the receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[repr(u8)]
pub enum DealFault {
    /// Another federation.
    #[error("another federation")]
    OtherFederation = 1,
    /// Not the current roster.
    #[error("not the current roster")]
    StaleRoster = 2,
    /// Not the current policy.
    #[error("not the current policy")]
    StalePolicy = 3,
    /// k or n differ from the policy, or k is below 2.
    #[error("threshold differs from the policy")]
    Threshold = 4,
    /// An older bundle of this epoch.
    #[error("an older bundle than the one accepted")]
    Replayed = 5,
    /// Signed by another write capability than before.
    #[error("another write capability than before")]
    OtherWriteCap = 6,
    /// The custodian's part does not open.
    #[error("the sealed part does not open")]
    NotOpened = 7,
    /// A share is not the one committed to.
    #[error("a share does not match its commitment")]
    WrongShare = 8,
    /// A share is the key itself.
    #[error("a share is the key itself")]
    ShareIsKey = 9,
    /// The catalogue does not open, repeats a place or names another facet than `card`.
    #[error("the catalogue is not well-formed")]
    Catalogue = 10,
}

impl DealFault {
    /// The code of a receipt.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The fault of a code; `None` for 0 (accepted) and unknown codes.
    #[must_use]
    pub const fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            1 => Self::OtherFederation,
            2 => Self::StaleRoster,
            3 => Self::StalePolicy,
            4 => Self::Threshold,
            5 => Self::Replayed,
            6 => Self::OtherWriteCap,
            7 => Self::NotOpened,
            8 => Self::WrongShare,
            9 => Self::ShareIsKey,
            10 => Self::Catalogue,
            _ => return None,
        })
    }
}

/// One compartment in a custodian's keeping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The compartment.
    pub cid: Cid,
    /// Barangay.
    pub psgc: u32,
    /// Destination.
    pub dest: u16,
    /// The share.
    pub share: Share,
}

/// A custodian's shares of one register-epoch.
#[derive(Clone, PartialEq, Eq)]
pub struct CustodianShares {
    /// The federation.
    pub fed: FedId,
    /// The register-epoch.
    pub epoch_id: EpochId,
    /// The bundle's header hash.
    pub header_hash: Hash32,
    /// The custodian's roster index.
    pub x: u8,
    /// Ascending by compartment name.
    pub holdings: Vec<Holding>,
}

impl core::fmt::Debug for CustodianShares {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "CustodianShares({:?}, x = {}, {} compartments)",
            self.epoch_id,
            self.x,
            self.holdings.len()
        )
    }
}

/// Opens a custodian's part of a bundle and checks everything a custodian can check.
///
/// `x` is the custodian's own roster index as it knows it, never one taken from a message.
///
/// # Errors
/// [`DealFault`], to be put into a receipt.
pub fn open_shares(
    view: &BundleView<'_>,
    current: &Current,
    x: u8,
    pair: &SealKeyPair,
) -> Result<CustodianShares, DealFault> {
    check_current(view, current, x)?;
    let sealed = view.sealed_for(x).ok_or(DealFault::NotOpened)?;
    let aad = share_aad(&view.header_hash(), x);
    let plain =
        hybrid::open_from(pair, Purpose::Escrow, &aad, sealed).map_err(|_| DealFault::NotOpened)?;
    let (catalogue_key, shares) = plain
        .split_first_chunk::<32>()
        .ok_or(DealFault::NotOpened)?;
    let catalogue = open_catalogue(view, catalogue_key)?;
    let (rows, _) = shares.as_chunks::<32>();
    let mut holdings = Vec::with_capacity(rows.len());
    for ((cid, row), (psgc, dest)) in view.cids().zip(rows).zip(catalogue) {
        holdings.push(Holding {
            cid,
            psgc,
            dest,
            share: Share(*row),
        });
    }
    let out = CustodianShares {
        fed: view.fed(),
        epoch_id: view.epoch_id(),
        header_hash: view.header_hash(),
        x,
        holdings,
    };
    out.verify(view)?;
    Ok(out)
}

fn check_current(view: &BundleView<'_>, current: &Current, x: u8) -> Result<(), DealFault> {
    if view.fed() != current.fed {
        return Err(DealFault::OtherFederation);
    }
    if view.roster_hash() != current.roster_hash {
        return Err(DealFault::StaleRoster);
    }
    if view.policy_hash() != current.policy_hash {
        return Err(DealFault::StalePolicy);
    }
    let as_policy = view.k() == current.k && view.n() == current.n;
    if !as_policy || view.k() < 2 || x == 0 || x > view.n() {
        return Err(DealFault::Threshold);
    }
    if view.bundle_seq() < current.min_bundle_seq {
        return Err(DealFault::Replayed);
    }
    if current.write_cap.is_some_and(|w| w != view.write_cap()) {
        return Err(DealFault::OtherWriteCap);
    }
    Ok(())
}

fn open_catalogue(view: &BundleView<'_>, key: &[u8; 32]) -> Result<Vec<(u32, u16)>, DealFault> {
    let fault = DealFault::Catalogue;
    let (commit, ciphertext, tag) = view.catalogue().ok_or(fault)?;
    let core_hash = view.core_hash();
    let (cipher, nonce, expected) = catalogue_cipher(key, &core_hash).ok_or(fault)?;
    if !bool::from(expected.ct_eq(commit)) {
        return Err(fault);
    }
    let mut plain = ciphertext.to_vec();
    cipher
        .decrypt_inout_detached(
            &nonce,
            &core_hash.0,
            plain.as_mut_slice().into(),
            &Tag::from(*tag),
        )
        .map_err(|_| fault)?;
    let mut out = Vec::with_capacity(view.cids().len());
    for entry in plain.as_chunks::<CATALOGUE_ENTRY>().0 {
        let mut cursor = Cursor::new(entry);
        let place = (cursor.u32().ok_or(fault)?, cursor.u16().ok_or(fault)?);
        let facet = cursor.u8().and_then(Facet::from_byte);
        if facet != Some(Facet::Card) || place.0 == 0 {
            return Err(fault);
        }
        out.push(place);
    }
    let mut sorted = out.clone();
    sorted.sort_unstable();
    let repeated = !sorted.is_sorted_by(|a, b| a < b);
    if repeated || out.len() != view.cids().len() {
        return Err(fault);
    }
    Ok(out)
}

impl CustodianShares {
    /// Checks every share against a bundle's commitments: at receipt, and by a successor after a
    /// hand-over.
    ///
    /// # Errors
    /// [`DealFault::WrongShare`], [`DealFault::ShareIsKey`]; [`DealFault::NotOpened`] if these are
    /// another bundle's shares.
    pub fn verify(&self, view: &BundleView<'_>) -> Result<(), DealFault> {
        if self.header_hash != view.header_hash() || self.holdings.len() != view.cids().len() {
            return Err(DealFault::NotOpened);
        }
        for (i, (holding, cid)) in self.holdings.iter().zip(view.cids()).enumerate() {
            let h = shamir::share_commitment(&self.epoch_id, &cid, self.x, &holding.share);
            let committed = view.h(self.x, i);
            if holding.cid != cid || !committed.is_some_and(|c| shamir::matches(&h, &c)) {
                return Err(DealFault::WrongShare);
            }
            // Catches k = 1 and constant polynomials: the share itself would open the compartment.
            let as_key = shamir::key_commitment(&holding.share.0, &cid);
            if view.kc(i).is_some_and(|kc| shamir::matches(&as_key, &kc)) {
                return Err(DealFault::ShareIsKey);
            }
        }
        Ok(())
    }

    /// The holdings whose place and destination are wanted.
    pub fn in_scope(&self, wanted: impl Fn(u32, u16) -> bool) -> impl Iterator<Item = &Holding> {
        self.holdings.iter().filter(move |h| wanted(h.psgc, h.dest))
    }

    /// For encrypted storage and hand-over:
    /// `fed[16] ‖ epoch_id[16] ‖ header_hash[32] ‖ x u8 ‖ m u16 ‖ (cid[16] ‖ psgc u32 ‖ dest u16 ‖ share[32]) × m`.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let size = self.holdings.len().saturating_mul(54).saturating_add(67);
        let mut out = Zeroizing::new(Vec::with_capacity(size));
        out.extend_from_slice(&self.fed.0);
        out.extend_from_slice(&self.epoch_id.0);
        out.extend_from_slice(&self.header_hash.0);
        out.push(self.x);
        // A bundle holds at most 10,000 compartments, and shares come from bundles only.
        let m = u16::try_from(self.holdings.len()).unwrap_or(u16::MAX);
        out.extend_from_slice(&m.to_be_bytes());
        for holding in &self.holdings {
            out.extend_from_slice(&holding.cid.0);
            out.extend_from_slice(&holding.psgc.to_be_bytes());
            out.extend_from_slice(&holding.dest.to_be_bytes());
            out.extend_from_slice(&holding.share.0);
        }
        out
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`OpenError::Malformed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, OpenError> {
        Self::read(bytes).ok_or(OpenError::Malformed("custodian shares"))
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut cursor = Cursor::new(bytes);
        let fed = FedId(cursor.array()?);
        let epoch_id = EpochId(cursor.array()?);
        let header_hash = Hash32(cursor.array()?);
        let x = cursor.u8()?;
        let m = usize::from(cursor.u16()?);
        if m > MAX_COMPARTMENTS || cursor.rest().len() != m.checked_mul(54)? {
            return None;
        }
        let mut holdings = Vec::with_capacity(m);
        for _ in 0..m {
            holdings.push(Holding {
                cid: Cid(cursor.array()?),
                psgc: cursor.u32()?,
                dest: cursor.u16()?,
                share: Share(cursor.array()?),
            });
        }
        cursor.end()?;
        Some(Self {
            fed,
            epoch_id,
            header_hash,
            x,
            holdings,
        })
    }
}
