//! Dealing: every byte follows from σ and the input, so that every device of the register can
//! recompute the bundle.
//!
//! Owns the order of derivations and the dealer's self-check. Must not draw randomness.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use chacha20poly1305::aead::AeadInOut;
use rand_core::{TryCryptoRng, TryRng};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{
    BundleView, MAGIC, MAX_COMPARTMENTS, MAX_CUSTODIANS, SUITE, catalogue_cipher, share_aad,
};
use crate::gf256::Row;
use crate::hybrid::{self, Purpose, SealPublic};
use crate::ids::{Cid, EpochId, Facet, FedId, Hash32};
use crate::kdf;
use crate::label::Label;
use crate::secret::CardDek;
use crate::shamir::{self, Share};
use crate::sigma::Sigma;

/// What a deal is made of, beside σ.
#[derive(Clone, Copy, Debug)]
pub struct DealInput<'a> {
    /// The federation.
    pub fed: FedId,
    /// Counts the bundles of this register-epoch.
    pub bundle_seq: u64,
    /// Hash of the custodians' roster in force.
    pub roster_hash: Hash32,
    /// Hash of the policy in force.
    pub policy_hash: Hash32,
    /// How many custodians open; 2 to n.
    pub k: u8,
    /// Roster index and key of each custodian: exactly 1 to n, in order.
    pub recipients: &'a [(u8, SealPublic)],
    /// PSGC code and destination of every `card` compartment; order does not matter.
    pub compartments: &'a [(u32, u16)],
}

/// A deal was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DealError {
    /// k below 2 or above n.
    #[error("threshold out of range")]
    Threshold,
    /// Not exactly the roster indices 1 to n with n ≤ 16, or one key twice.
    #[error("recipients are not the roster, in order and distinct")]
    Recipients,
    /// None, too many, repeated, or a compartment without a place.
    #[error("compartments are empty, too many or repeated")]
    Compartments,
    /// Some k custodians would not have rebuilt some key. Nothing was made.
    #[error("self-check failed")]
    SelfCheck,
    /// A primitive refused valid input.
    #[error("internal failure in {0}")]
    Internal(&'static str),
}

/// A received bundle is not what σ and the input make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecomputeError {
    /// The bundle differs: refuse the epoch, raise an alarm, deal again.
    #[error("the bundle is not the one this register's seed makes")]
    Differs,
    /// The input itself is wrong.
    #[error(transparent)]
    Deal(#[from] DealError),
}

struct Compartment {
    psgc: u32,
    dest: u16,
    dek: CardDek,
    /// In recipients' order.
    shares: Vec<Share>,
}

/// Deals the bundle of a register-epoch.
///
/// # Errors
/// [`DealError`]. Every k-subset of custodians was tried before bytes are returned.
pub fn deal(sigma: &Sigma, input: &DealInput<'_>) -> Result<Vec<u8>, DealError> {
    if input.k < 2 {
        return Err(DealError::Threshold);
    }
    let bundle = build(sigma, input)?;
    BundleView::parse(&bundle).map_err(|_| DealError::SelfCheck)?;
    Ok(bundle)
}

/// Compares a received bundle with the one σ and the input make.
///
/// # Errors
/// [`RecomputeError::Differs`] for any other byte, roster, policy, threshold or compartment list.
pub fn recompute(
    sigma: &Sigma,
    input: &DealInput<'_>,
    received: &[u8],
) -> Result<(), RecomputeError> {
    let own = deal(sigma, input)?;
    if kdf::hash(&[&own]) == kdf::hash(&[received]) {
        Ok(())
    } else {
        Err(RecomputeError::Differs)
    }
}

/// The bundle without the floor on k, so that tests can make what a custodian must refuse.
pub(super) fn build(sigma: &Sigma, input: &DealInput<'_>) -> Result<Vec<u8>, DealError> {
    check(input)?;
    let epoch = sigma.epoch_id();
    let mut rows: BTreeMap<Cid, Compartment> = BTreeMap::new();
    for (psgc, dest) in input.compartments {
        let cid = sigma.cid(*psgc, *dest, Facet::Card);
        let row = Compartment {
            psgc: *psgc,
            dest: *dest,
            dek: sigma.card_dek(&cid),
            shares: Vec::new(),
        };
        if rows.insert(cid, row).is_some() {
            return Err(DealError::Compartments);
        }
    }
    let core = core(sigma, input, &epoch, &rows)?;
    let core_hash = kdf::hash(&[&core]);
    for (cid, row) in &mut rows {
        row.shares = split(sigma, &core_hash, cid, &row.dek, input);
    }
    self_check(input, &rows)?;

    let catalogue_key = kdf::derive::<32>(&sigma.0, Label::Catalogue, &[&core_hash.0]);
    let mut out = core;
    push_commitments(&mut out, input, &epoch, &rows);
    push_catalogue(&mut out, &catalogue_key, &core_hash, &rows)?;
    let header_hash = kdf::hash(&[&out]);
    for (i, (x, pk)) in input.recipients.iter().enumerate() {
        let sealed = seal_shares(sigma, &header_hash, (i, *x, pk), &catalogue_key, &rows)?;
        out.extend_from_slice(&sealed);
    }
    let signature = sigma.write_cap().sign(Label::Escrow, &input.fed, &out);
    out.extend_from_slice(&signature.0);
    Ok(out)
}

fn check(input: &DealInput<'_>) -> Result<(), DealError> {
    let n = u8::try_from(input.recipients.len()).map_err(|_| DealError::Recipients)?;
    let indices = input.recipients.iter().map(|(x, _)| *x);
    if n == 0 || n > MAX_CUSTODIANS || !indices.eq(1..=n) {
        return Err(DealError::Recipients);
    }
    let mut keys = BTreeSet::new();
    if !input
        .recipients
        .iter()
        .all(|(_, pk)| keys.insert(pk.hash()))
    {
        return Err(DealError::Recipients);
    }
    if input.k == 0 || input.k > n {
        return Err(DealError::Threshold);
    }
    let m = input.compartments.len();
    if m == 0 || m > MAX_COMPARTMENTS || input.compartments.iter().any(|(psgc, _)| *psgc == 0) {
        return Err(DealError::Compartments);
    }
    Ok(())
}

fn core(
    sigma: &Sigma,
    input: &DealInput<'_>,
    epoch: &EpochId,
    rows: &BTreeMap<Cid, Compartment>,
) -> Result<Vec<u8>, DealError> {
    let n = u8::try_from(input.recipients.len()).map_err(|_| DealError::Recipients)?;
    let m = u16::try_from(rows.len()).map_err(|_| DealError::Compartments)?;
    let mut out = MAGIC.to_vec();
    out.push(SUITE);
    out.extend_from_slice(&input.fed.0);
    out.extend_from_slice(&epoch.0);
    out.extend_from_slice(sigma.write_cap().public().as_bytes());
    out.extend_from_slice(&input.bundle_seq.to_be_bytes());
    out.extend_from_slice(&input.roster_hash.0);
    out.extend_from_slice(&input.policy_hash.0);
    out.extend_from_slice(&[input.k, n]);
    out.extend_from_slice(&m.to_be_bytes());
    for cid in rows.keys() {
        out.extend_from_slice(&cid.0);
    }
    Ok(out)
}

/// a₀ is the key, a₁ … a₍ₖ₋₁₎ come from σ, the core and the compartment.
fn split(
    sigma: &Sigma,
    core_hash: &Hash32,
    cid: &Cid,
    dek: &CardDek,
    input: &DealInput<'_>,
) -> Vec<Share> {
    let mut coefficients: Zeroizing<Vec<Row>> =
        Zeroizing::new(Vec::with_capacity(usize::from(input.k)));
    coefficients.push(dek.0);
    for j in 1..input.k {
        let parts: [&[u8]; 3] = [&core_hash.0, &cid.0, &[j]];
        coefficients.push(*kdf::derive::<32>(&sigma.0, Label::ShamirCoef, &parts));
    }
    let xs = input.recipients.iter().map(|(x, _)| *x);
    xs.map(|x| shamir::evaluate(&coefficients, x)).collect()
}

/// Every k-subset rebuilds every key.
fn self_check(input: &DealInput<'_>, rows: &BTreeMap<Cid, Compartment>) -> Result<(), DealError> {
    let xs: Vec<u8> = input.recipients.iter().map(|(x, _)| *x).collect();
    let subsets = (0..1_u32.wrapping_shl(u32::from(MAX_CUSTODIANS)))
        .take_while(|set| set.checked_shr(xs.len() as u32).unwrap_or(0) == 0)
        .filter(|set| set.count_ones() == u32::from(input.k));
    for set in subsets {
        let members: Vec<usize> = (0..xs.len())
            .filter(|i| set.checked_shr(*i as u32).unwrap_or(0) & 1 == 1)
            .collect();
        let chosen: Vec<u8> = members.iter().filter_map(|i| xs.get(*i).copied()).collect();
        let weights = shamir::weights(&chosen);
        for row in rows.values() {
            let shares = members.iter().filter_map(|i| row.shares.get(*i));
            let rebuilt = Zeroizing::new(shamir::weighted_sum(weights.iter().copied().zip(shares)));
            if !bool::from(rebuilt.ct_eq(&row.dek.0)) {
                return Err(DealError::SelfCheck);
            }
        }
    }
    Ok(())
}

fn push_commitments(
    out: &mut Vec<u8>,
    input: &DealInput<'_>,
    epoch: &EpochId,
    rows: &BTreeMap<Cid, Compartment>,
) {
    for (cid, row) in rows {
        out.extend_from_slice(&shamir::key_commitment(&row.dek.0, cid).0);
    }
    for (i, (x, _)) in input.recipients.iter().enumerate() {
        for (cid, row) in rows {
            if let Some(share) = row.shares.get(i) {
                out.extend_from_slice(&shamir::share_commitment(epoch, cid, *x, share).0);
            }
        }
    }
}

fn push_catalogue(
    out: &mut Vec<u8>,
    key: &[u8; 32],
    core_hash: &Hash32,
    rows: &BTreeMap<Cid, Compartment>,
) -> Result<(), DealError> {
    let mut plain = Vec::new();
    for row in rows.values() {
        plain.extend_from_slice(&row.psgc.to_be_bytes());
        plain.extend_from_slice(&row.dest.to_be_bytes());
        plain.push(Facet::Card.byte());
    }
    let (cipher, nonce, commit) =
        catalogue_cipher(key, core_hash).ok_or(DealError::Internal("catalogue"))?;
    let tag = cipher
        .encrypt_inout_detached(&nonce, &core_hash.0, plain.as_mut_slice().into())
        .map_err(|_| DealError::Internal("catalogue"))?;
    out.extend_from_slice(&commit);
    out.extend_from_slice(&plain);
    out.extend_from_slice(&tag);
    Ok(())
}

fn seal_shares(
    sigma: &Sigma,
    header_hash: &Hash32,
    (i, x, pk): (usize, u8, &SealPublic),
    catalogue_key: &[u8; 32],
    rows: &BTreeMap<Cid, Compartment>,
) -> Result<Vec<u8>, DealError> {
    let mut plain = Zeroizing::new(Vec::with_capacity(
        rows.len().saturating_add(1).saturating_mul(32),
    ));
    plain.extend_from_slice(catalogue_key);
    for row in rows.values() {
        let share = row.shares.get(i).ok_or(DealError::Internal("shares"))?;
        plain.extend_from_slice(&share.0);
    }
    let plain_hash = kdf::hash(&[&plain]);
    let parts: [&[u8]; 3] = [&header_hash.0, &[x], &plain_hash.0];
    let mut rng = Encapsulation {
        bytes: kdf::derive(&sigma.0, Label::HpkeEncap, &parts),
        used: 0,
    };
    let aad = share_aad(header_hash, x);
    let sealed = hybrid::seal_to(pk, Purpose::Escrow, &aad, &plain, &mut rng)
        .map_err(|_| DealError::Internal("hpke"))?;
    if rng.used == rng.bytes.len() {
        Ok(sealed)
    } else {
        Err(DealError::Internal("encapsulation randomness"))
    }
}

/// The 64 bytes one X-Wing encapsulation takes, bound to header and plaintext. Whatever asks for
/// another number is not that encapsulation, and the deal fails.
struct Encapsulation {
    bytes: Zeroizing<[u8; 64]>,
    used: usize,
}

impl TryRng for Encapsulation {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        let rest = self.bytes.get(self.used..).unwrap_or_default();
        for (to, from) in dst.iter_mut().zip(rest) {
            *to = *from;
        }
        self.used = self.used.saturating_add(dst.len());
        Ok(())
    }
}

impl TryCryptoRng for Encapsulation {}

#[cfg(test)]
mod tests;
