//! What a buffer says about itself, as JSON. Nothing here is to be trusted by itself:
//! the log key and the federation are pinned at enrolment.

use crate::limits;
use serde::{Deserialize, Serialize};

/// `GET /v1/meta`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// Version of the HTTP interface.
    pub api: u32,
    /// Federation id, lower-case hexadecimal.
    pub fed: String,
    /// First line of the log's checkpoints.
    pub log_origin: String,
    /// The log's verifier key, in C2SP's signed-note form.
    pub log_vkey: String,
    /// A demonstration: never for real people.
    pub demo: bool,
    /// Limits, for senders that plan.
    pub limits: MetaLimits,
}

/// Limits in bytes and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetaLimits {
    /// Longest batch message.
    pub batch_bytes: u64,
    /// Most items in a batch.
    pub batch_items: u64,
    /// Most blobs per request.
    pub blobs_get: u64,
    /// Longest box message.
    pub box_bytes: u64,
    /// Longest log entry.
    pub log_entry_bytes: u64,
    /// Longest log body.
    pub log_body_bytes: u64,
}

impl Default for MetaLimits {
    fn default() -> Self {
        let n = |v: usize| u64::try_from(v).unwrap_or(u64::MAX);
        Self {
            batch_bytes: n(limits::MAX_BATCH_BYTES),
            batch_items: n(limits::MAX_BATCH_ITEMS),
            blobs_get: n(limits::MAX_BLOBS_GET),
            box_bytes: n(limits::MAX_BOX),
            log_entry_bytes: n(limits::MAX_LOG_ENTRY),
            log_body_bytes: n(limits::MAX_LOG_BODY),
        }
    }
}
