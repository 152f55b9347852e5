//! The transparency log: everything that decides whether a log tells everybody the same story.
//!
//! Owns the RFC 6962 tree and its proofs, the C2SP text formats (signed note, checkpoint, cosignature,
//! tlog-tiles, tlog-proof, tlog-policy), the log entry, and the three parties as pure functions: a
//! [`Follower`] (device, desk, custodian), a [`Witness`] (cosigner) and an auditor ([`audit`]).
//!
//! Must not: do I/O, read a clock, draw randomness by itself, or know what a log entry is about.
//!
//! The formats follow C2SP at commit `5ba5ee8` and RFC 6962; every parser is strict (one encoding of one
//! value), bounded, and never panics. Times are Unix seconds and are always given by the caller.
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

pub mod audit;
mod checkpoint;
mod entry;
mod error;
mod follower;
mod frontier;
mod hash;
mod key;
mod note;
mod policy;
mod proof;
mod text;
pub mod tiles;
mod tlog_proof;
mod tree;
mod witness;

pub use checkpoint::{
    Checkpoint, Cosignature, MAX_EXTENSION_LINES, SignedCheckpoint, cosignature_message,
};
pub use entry::{COMMIT_KEY_LEN, Entry, EntryType, MAX_PUBLIC_LEN, commit, verify_commit};
pub use error::LogError;
pub use follower::{Alarm, Follower, Head};
pub use frontier::Frontier;
pub use hash::{Hash, empty_root, leaf_hash, node_hash};
pub use key::{KeyKind, SignerKey, VerifierKey};
pub use note::{MAX_NOTE_LEN, MAX_SIGNATURES, Note, NoteSignature};
pub use policy::{MAX_POLICY_LEN, Organisation, Policy, Quorum, Witnessed};
pub use proof::{MAX_PROOF_LEN, verify_consistency, verify_inclusion};
pub use tlog_proof::{MAX_TLOG_PROOF_LEN, Proven, TlogProof};
pub use tree::Tree;
pub use witness::{AddCheckpoint, Refusal, Witness, WitnessState};
