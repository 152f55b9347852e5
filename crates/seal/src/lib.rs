//! Keys, envelopes, hybrid public-key sealing, Shamir shares, the escrow bundle and the passphrase wrap.
//!
//! Owns every cipher, key, nonce, share and key derivation of the project, and the byte layout of
//! everything that is sealed, committed or signed (docs/ENVELOPE.md describes each layout).
//! Must not: do I/O, read a clock, take randomness from a global, or know what a person is. Payloads
//! are opaque bytes here.
//!
//! # Map
//! | module | owns |
//! |---|---|
//! | [`label`] | the closed list of domain-separation labels |
//! | [`ids`] | public identifiers as types |
//! | [`sigma`] | the register-epoch seed and everything derived from it |
//! | [`sign`] | Ed25519 identities |
//! | [`hybrid`] | HPKE with X-Wing, single shot |
//! | [`envelope`] | the sealed object: one blob on the buffer |
//! | [`shamir`] | shares of a `card` key, their commitments, combining |
//! | [`bundle`] | the escrow bundle: dealing, reading, a custodian's checks |
//! | [`receipt`] | a custodian's answer to a bundle |
//! | [`devwrap`] | σ sealed to a device |
//! | [`share_release`] | shares sealed to a desk officer |
//! | [`handover`] | shares sealed to a custodian's successor |
//! | [`passphrase`] | the key file that wraps a database key |
//! | [`words`] | BIP-39 words: paper seeds, invitations, six-word comparison |
//!
//! # One record, sealed and opened
//! ```
//! use rand_chacha::{ChaCha20Rng, rand_core::SeedableRng};
//! use ugnay_seal::{Facet, Sigma, SigningIdentity, FedId, ObjectId};
//! use ugnay_seal::envelope::{Context, open_signed, seal_signed};
//!
//! let mut rng = ChaCha20Rng::seed_from_u64(1); // a program passes the system's generator
//! let sigma = Sigma::generate(&mut rng);
//! let me = SigningIdentity::generate(&mut rng);
//! let cid = sigma.cid(401_008_001, 682, Facet::Card);
//! let dek = sigma.dek(&cid, Facet::Card);
//! let ctx = Context::record(
//!     FedId([7; 16]), sigma.epoch_id(), cid, Facet::Card, ObjectId([1; 16]), me.public().hash(), 1,
//! );
//! let blob = seal_signed(&dek, &ctx, &me, b"\xa1\x01\x02", &mut rng)?;
//! assert_eq!(blob.len(), 512 + 80);
//! let opened = open_signed(&dek, &ctx, &blob)?;
//! assert_eq!(opened.payload.as_slice(), b"\xa1\x01\x02");
//! assert_eq!(opened.writer, me.public());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects
    )
)]

pub mod bundle;
mod codec;
pub mod devwrap;
pub mod envelope;
mod error;
mod frame;
mod gf256;
pub mod handover;
pub mod hybrid;
pub mod ids;
mod kdf;
pub mod label;
mod layout;
mod letter;
pub mod passphrase;
pub mod receipt;
pub mod recovery;
mod secret;
pub mod shamir;
pub mod share_release;
pub mod sigma;
pub mod sign;
pub mod words;

pub use bundle::{
    BundleError, BundleView, Current, CustodianShares, DealError, DealFault, DealInput, Holding,
    RecomputeError, deal, open_shares, recompute,
};
pub use envelope::{Context, ObjectKind, Opened, index_name};
pub use error::{OpenError, SealError};
pub use hybrid::{Purpose, SealKeyPair, SealPublic, open_from, open_padded, seal_padded, seal_to};
pub use ids::{BlobName, Cid, DeviceSlot, EpochId, Facet, FedId, Hash32, ObjectId, Pseud};
pub use label::Label;
pub use receipt::Receipt;
pub use secret::{CardDek, Dek, HeadKey, TokenKey};
pub use shamir::{CombineError, Commitment, Share, combine};
pub use sigma::Sigma;
pub use sign::{Sig, SigningIdentity, VerifyingId};

/// SHA-256 of `bytes`, the only hash of the project's formats (FIPS 180-4).
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hash32 {
    kdf::hash(&[bytes])
}

/// SHA-256 of `label ‖ bytes`: names an object of one kind, such as a request's `q_id`.
#[must_use]
pub fn labelled_hash(label: Label, bytes: &[u8]) -> Hash32 {
    kdf::hash(&[label.bytes(), bytes])
}
