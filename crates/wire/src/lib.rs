//! Messages between device and buffer: shapes, limits, versions.
//!
//! Owns the one binary encoding of every message, the limits both sides hold each
//! other to, the bytes that are signed, the URL paths and the stable problem codes.
//! Must not know what a blob contains, hold a key, open a socket or read a clock.
//!
//! The encoding is fixed-layout big-endian. Every message starts with `UGW`, a
//! version byte and a type byte. There is exactly one encoding of a value: decoders
//! refuse trailing bytes, non-zero padding, booleans other than 0 and 1, and counts
//! or lengths over the limits in [`limits`]. Decoding allocates no more than a small
//! multiple of the input's length. Signatures are made and checked over the bytes as
//! received, never over a re-encoding.
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

pub mod batch;
pub mod blobs;
pub mod boxes;
pub mod error;
pub mod heads;
pub mod ids;
pub mod limits;
pub mod logs;
pub mod message;
pub mod meta;
pub mod paths;
pub mod problem;
pub mod reader;
pub mod register;
pub mod signing;
pub mod writer;

pub use batch::{Ack, Batch, BlobKind, Item};
pub use blobs::{
    Asker, BlobReply, BlobStatus, Blobs, BlobsGet, BundleInfo, BundlePage, Change, ChangesPage,
    Pass,
};
pub use boxes::{BoxMessage, BoxPage, BoxPosted, shares_topic};
pub use error::WireError;
pub use heads::HeadsRoot;
pub use ids::{BatchId, Fed, Hash, Name, Pseud, PublicKey, Signature, Topic};
pub use logs::{ConsistencyProof, HeadsProof, InclusionProof, LogAppended, LogSubmit};
pub use message::{Message, MessageType, Signed};
pub use meta::Meta;
pub use problem::{Problem, ProblemCode};
pub use register::{NextRegister, OpenRegister};
