//! The limits both sides hold each other to, in bytes, counts and seconds.
//!
//! A change here changes the protocol: raise [`VERSION`] or add to `/v1/meta`.

use crate::batch::BlobKind;

/// Version byte of every message.
pub const VERSION: u8 = 1;
/// What a sealed object adds to its bucket (header 8, salt 24, commitment 32, tag 16).
pub const SEAL_OVERHEAD: usize = 80;
/// Longest record blob: the largest bucket, 64 KiB, plus the seal.
pub const MAX_RECORD: usize = 64 * 1024 + SEAL_OVERHEAD;
/// Longest index shard or head object.
pub const MAX_INDEX: usize = 2 * 1024 * 1024 + SEAL_OVERHEAD;
/// Longest notice of a next epoch: its roster and a wrap for every reader.
pub const MAX_DEVWRAP: usize = 128 * 1024 + SEAL_OVERHEAD;
/// Longest escrow bundle (5,000 compartments and five custodians take 1.37 MB).
pub const MAX_BUNDLE: usize = 3 * 1024 * 1024;
/// Longest batch message, without its signature.
pub const MAX_BATCH_BYTES: usize = 4 * 1024 * 1024;
/// Most items in one batch.
pub const MAX_BATCH_ITEMS: usize = 4096;
/// Most changes in one page.
pub const MAX_PAGE: usize = 1000;
/// Most blobs asked for at once.
pub const MAX_BLOBS_GET: usize = 256;
/// Most blob bytes in one answer; the rest is answered with `Later`.
pub const MAX_BLOBS_BYTES: usize = 8 * 1024 * 1024;
/// Longest message in a box.
pub const MAX_BOX: usize = 64 * 1024;
/// Most messages kept in one box.
pub const MAX_BOX_MESSAGES: u64 = 10_000;
/// Most box bytes in one answer.
pub const MAX_BOX_PAGE_BYTES: usize = 4 * 1024 * 1024;
/// Longest log entry (C2SP tlog-tiles prefixes entries with a 16-bit length).
pub const MAX_LOG_ENTRY: usize = 16 * 1024;
/// Longest body kept beside a log entry.
pub const MAX_LOG_BODY: usize = 256 * 1024;
/// Longest audit or consistency path (a tree of 2^63 leaves has 63 levels; consistency adds one).
pub const MAX_PROOF: usize = 64;
/// Longest text of cosignature lines in one post.
pub const MAX_COSIGNATURES: usize = 16 * 1024;
/// How far a read request's time may be from the server's, in seconds, either way.
pub const READ_SKEW: i64 = 600;
/// How long replaced and deleted blobs can be brought back, in seconds (30 days).
pub const SOFT_DELETE: i64 = 30 * 24 * 3600;

/// Longest blob of a kind.
#[must_use]
pub const fn max_blob(kind: BlobKind) -> usize {
    match kind {
        BlobKind::Record | BlobKind::Other => MAX_RECORD,
        BlobKind::Index | BlobKind::Head => MAX_INDEX,
        BlobKind::DevWrap => MAX_DEVWRAP,
        BlobKind::Bundle => MAX_BUNDLE,
    }
}
