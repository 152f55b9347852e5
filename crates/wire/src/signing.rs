//! The bytes that are signed: `"ugnay/v1/sig/<name>\0" ‖ SHA-256(bytes) ‖ fed[16]`.
//!
//! Owns the labels of signatures that the buffer checks. Holds no key, makes and
//! checks no signature: devices sign with their own keys, the buffer verifies.

use crate::ids::{Fed, Hash, Pseud, PublicKey};
use sha2::{Digest, Sha256};

/// What a signature is for. The labels all end in NUL and none is a prefix of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureLabel {
    /// A ticket to open a register, by a ticket key.
    Ticket,
    /// A batch, by the register-epoch's write-cap.
    Batch,
    /// A read request, by the register-epoch's read-cap.
    ReadCap,
    /// A submission to the log, by a submitter key.
    LogSubmit,
    /// The end of a register-epoch and the beginning of the next, by the write-cap of the one that ends.
    NextEpoch,
    /// Asking for blobs, by the read-cap or whoever a release entitles.
    BlobsGet,
    /// Passing on the right to fetch, by a desk's officer.
    FetchPass,
}

impl SignatureLabel {
    /// Every label, for tests of the registry.
    pub const ALL: [Self; 7] = [
        Self::Ticket,
        Self::Batch,
        Self::ReadCap,
        Self::LogSubmit,
        Self::NextEpoch,
        Self::BlobsGet,
        Self::FetchPass,
    ];

    /// The bytes in front of the hash.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Ticket => b"ugnay/v1/sig/ticket\0",
            Self::Batch => b"ugnay/v1/sig/batch\0",
            Self::ReadCap => b"ugnay/v1/sig/read-cap\0",
            Self::LogSubmit => b"ugnay/v1/sig/log-submit\0",
            Self::NextEpoch => b"ugnay/v1/sig/next-epoch\0",
            Self::BlobsGet => b"ugnay/v1/sig/blobs-get\0",
            Self::FetchPass => b"ugnay/v1/sig/fetch-pass\0",
        }
    }
}

/// SHA-256 of some bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hash {
    Hash(Sha256::digest(bytes).into())
}

/// What to sign or verify for `bytes` in federation `fed`.
#[must_use]
pub fn to_sign(label: SignatureLabel, bytes: &[u8], fed: &Fed) -> Vec<u8> {
    [label.bytes(), &sha256(bytes).0, &fed.0].concat()
}

/// What a ticket key signs so that a register may be opened.
#[must_use]
pub fn ticket_to_sign(
    pseud: &Pseud,
    write_cap: &PublicKey,
    read_cap: &PublicKey,
    fed: &Fed,
) -> Vec<u8> {
    let bytes = [&pseud.0[..], &write_cap.0, &read_cap.0].concat();
    to_sign(SignatureLabel::Ticket, &bytes, fed)
}

/// What the read-cap signs for one page of changes; `time` in unix seconds.
#[must_use]
pub fn read_to_sign(pseud: &Pseud, after: u64, time: i64, fed: &Fed) -> Vec<u8> {
    let bytes = [&pseud.0[..], &after.to_be_bytes(), &time.to_be_bytes()].concat();
    to_sign(SignatureLabel::ReadCap, &bytes, fed)
}

/// What an officer signs so that `key` may fetch under a request.
#[must_use]
pub fn pass_to_sign(request: &Hash, key: &PublicKey, fed: &Fed) -> Vec<u8> {
    to_sign(SignatureLabel::FetchPass, &pass_bytes(request, key), fed)
}

/// The bytes a pass is over: request 32, key 32.
#[must_use]
pub fn pass_bytes(request: &Hash, key: &PublicKey) -> Vec<u8> {
    [&request.0[..], &key.0].concat()
}

#[cfg(test)]
mod tests;
