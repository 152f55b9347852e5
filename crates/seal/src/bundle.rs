//! The escrow bundle: one register-epoch's `card` keys, shared out to the custodians (protocol §4).
//!
//! Owns the bundle's bytes. Must not contain anything about a `case` compartment: a deal is given
//! places and destinations, and makes `card` compartment names itself (P29).
//!
//! ```text
//! core    = "UGB1" | suite u8 = 1 | fed[16] | epoch_id[16] | write-cap key[32] | bundle_seq u64
//!         | roster_hash[32] | policy_hash[32] | k u8 | n u8 | m u16 | cid[16] × m, ascending
//! header  = core | kc[32] × m | h[32] × m × n, custodian by custodian
//!         | catalogue: commit[32] ‖ ciphertext[7 × m] ‖ tag[16]
//! sealed  = enc[1120] ‖ ciphertext[32 + 32 × m] ‖ tag[16], for x = 1..n
//! bundle  = header | sealed × n | signature[64] by the write capability over everything before
//! ```
//! The length depends on `m` and `n` alone.

mod custody;
mod deal;
mod view;

pub use custody::{Current, CustodianShares, DealFault, Holding, open_shares};
pub use deal::{DealError, DealInput, RecomputeError, deal, recompute};
pub use view::{BundleError, BundleView};

use chacha20poly1305::aead::KeyInit;
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use zeroize::Zeroizing;

use crate::hybrid;
use crate::ids::Hash32;
use crate::kdf;
use crate::label::Label;
use crate::layout::Cursor;

/// The most custodians a bundle can have: every `k`-subset is tried when dealing.
pub const MAX_CUSTODIANS: u8 = 16;
/// The most compartments a bundle can have.
pub const MAX_COMPARTMENTS: usize = 10_000;

const MAGIC: [u8; 4] = *b"UGB1";
const SUITE: u8 = 1;
/// Core without the compartment names.
const CORE_FIXED: usize = 145;
/// `psgc u32 ‖ dest u16 ‖ facet u8`.
const CATALOGUE_ENTRY: usize = 7;
/// `commit[32]` before and `tag[16]` behind the catalogue's ciphertext.
const CATALOGUE_OVERHEAD: usize = 48;

/// Lengths of the parts for `m` compartments.
#[derive(Clone, Copy)]
struct Sizes {
    core: usize,
    kc: usize,
    catalogue: usize,
    sealed: usize,
}

impl Sizes {
    const fn of(m: usize) -> Self {
        Self {
            core: m.saturating_mul(16).saturating_add(CORE_FIXED),
            kc: m.saturating_mul(32),
            catalogue: m
                .saturating_mul(CATALOGUE_ENTRY)
                .saturating_add(CATALOGUE_OVERHEAD),
            sealed: m
                .saturating_mul(32)
                .saturating_add(32)
                .saturating_add(hybrid::OVERHEAD),
        }
    }
}

/// What a custodian's sealed part is bound to: `H(header) ‖ x`.
fn share_aad(header_hash: &Hash32, x: u8) -> [u8; 33] {
    let mut aad = [x; 33];
    for (to, from) in aad.iter_mut().zip(header_hash.0) {
        *to = from;
    }
    aad
}

/// The catalogue's cipher: `key[32] ‖ nonce[12] ‖ commit[32]`, committed like a sealed object, so
/// that no two custodians can be shown different catalogues in one bundle.
fn catalogue_cipher(
    key: &[u8; 32],
    core_hash: &Hash32,
) -> Option<(ChaCha20Poly1305, Nonce, [u8; 32])> {
    let okm = kdf::expand::<76>(key, Label::Catalogue, &[&core_hash.0]);
    let mut cursor = Cursor::new(okm.as_slice());
    let key = Zeroizing::new(cursor.array::<32>()?);
    let nonce = Nonce::from(cursor.array::<12>()?);
    let commit = cursor.array()?;
    Some((ChaCha20Poly1305::new(&Key::from(*key)), nonce, commit))
}

#[cfg(test)]
mod tests;
