//! Shares of a `card` key and their public commitments (protocol §4.2).
//!
//! Owns splitting, the two commitments (`kc` to the key, `h` to each share) and combining, which names
//! the culprit. Must not take a `case` key: [`CardDek`] is the only key type here (P29).

use subtle::ConstantTimeEq;

use crate::gf256::{self, Row};
use crate::ids::{Cid, EpochId, Hash32};
use crate::kdf;
use crate::label::Label;
use crate::secret::{CardDek, secret_bytes};

secret_bytes!(
    /// One custodian's share of one compartment's key.
    Share
);

/// What the bundle says in public about one compartment's shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The register-epoch.
    pub epoch_id: EpochId,
    /// The compartment.
    pub cid: Cid,
    /// How many shares rebuild the key.
    pub k: u8,
    /// Commitment to the key.
    pub kc: Hash32,
    /// Commitments to the shares of custodians 1 to n, in that order.
    pub h: Vec<Hash32>,
}

/// Why shares do not combine. Names the custodian at fault where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CombineError {
    /// Index 0 is where the key itself lies; nobody holds it.
    #[error("index 0 is no custodian")]
    ZeroIndex,
    /// An index outside the roster.
    #[error("custodian {0} is not in the roster")]
    NotInRoster(u8),
    /// The same index twice.
    #[error("custodian {0} appears twice")]
    Duplicate(u8),
    /// Not enough shares.
    #[error("{have} shares, {need} needed")]
    TooFew {
        /// Shares given.
        have: usize,
        /// Shares needed.
        need: usize,
    },
    /// This custodian's share is not the one that was dealt.
    #[error("custodian {0} gave another share than was dealt")]
    WrongShare(u8),
    /// Every share is as dealt and yet they do not rebuild the committed key: the deal was wrong.
    #[error("the shares are as dealt but the deal was wrong")]
    DealerFault,
}

/// `h`: commitment to one share.
pub(crate) fn share_commitment(epoch: &EpochId, cid: &Cid, x: u8, share: &Share) -> Hash32 {
    kdf::hash(&[Label::Share.bytes(), &epoch.0, &cid.0, &[x], &share.0])
}

/// Whether a value computed from a share or key is the published one, in constant time.
pub(crate) fn matches(computed: &Hash32, published: &Hash32) -> bool {
    computed.0.ct_eq(&published.0).into()
}

/// `kc`: commitment to a key.
pub(crate) fn key_commitment(key: &[u8; 32], cid: &Cid) -> Hash32 {
    Hash32(*kdf::derive(key, Label::KeyCommit, &[&cid.0]))
}

/// The value at `x` of the polynomial with these coefficients, lowest first.
pub(crate) fn evaluate(coefficients: &[Row], x: u8) -> Share {
    let mut acc = [0; 32];
    for coefficient in coefficients.iter().rev() {
        acc = gf256::scale(&acc, x);
        gf256::add(&mut acc, coefficient);
    }
    Share(acc)
}

/// Lagrange weights at 0 for distinct non-zero indices.
pub(crate) fn weights(xs: &[u8]) -> Vec<u8> {
    xs.iter()
        .map(|xi| {
            xs.iter().filter(|xj| *xj != xi).fold(1, |w, xj| {
                gf256::mul(w, gf256::mul(*xj, gf256::inv(xj ^ xi)))
            })
        })
        .collect()
}

/// Σ wᵢ·sᵢ.
pub(crate) fn weighted_sum<'a>(terms: impl Iterator<Item = (u8, &'a Share)>) -> Row {
    let mut acc = [0; 32];
    for (weight, share) in terms {
        gf256::add(&mut acc, &gf256::scale(&share.0, weight));
    }
    acc
}

/// Rebuilds a compartment's key from at least `k` shares, each with its custodian's roster index.
///
/// All given shares are checked against their commitments, not only the first `k`; a caller that
/// meets [`CombineError::WrongShare`] may drop that share and try again.
///
/// # Errors
/// [`CombineError`]; no key is returned unless it matches `kc`.
pub fn combine(commitment: &Commitment, shares: &[(u8, Share)]) -> Result<CardDek, CombineError> {
    check_indices(commitment, shares)?;
    for (x, share) in shares {
        let expected = usize::from(*x)
            .checked_sub(1)
            .and_then(|i| commitment.h.get(i));
        let found = share_commitment(&commitment.epoch_id, &commitment.cid, *x, share);
        if !expected.is_some_and(|h| matches(&found, h)) {
            return Err(CombineError::WrongShare(*x));
        }
    }
    let used = shares.get(..usize::from(commitment.k)).unwrap_or(shares);
    let xs: Vec<u8> = used.iter().map(|(x, _)| *x).collect();
    let dek = CardDek(weighted_sum(
        weights(&xs).into_iter().zip(used.iter().map(|(_, s)| s)),
    ));
    if matches(&key_commitment(&dek.0, &commitment.cid), &commitment.kc) {
        Ok(dek)
    } else {
        Err(CombineError::DealerFault)
    }
}

fn check_indices(commitment: &Commitment, shares: &[(u8, Share)]) -> Result<(), CombineError> {
    let mut seen = [false; 256];
    for (x, _) in shares {
        if *x == 0 {
            return Err(CombineError::ZeroIndex);
        }
        if usize::from(*x) > commitment.h.len() {
            return Err(CombineError::NotInRoster(*x));
        }
        match seen.get_mut(usize::from(*x)) {
            Some(flag) if !*flag => *flag = true,
            _ => return Err(CombineError::Duplicate(*x)),
        }
    }
    let need = usize::from(commitment.k);
    if shares.len() < need || need == 0 {
        return Err(CombineError::TooFew {
            have: shares.len(),
            need,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
