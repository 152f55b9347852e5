//! Heads: what one device holds to be current. A dropped, rolled-back or forked state shows here.
//!
//! ```text
//! head = version u8 = 1 | seq u64 | prev[32] | epoch[16] | live root[32] | checkpoint size u64 | count u8 | seen*
//! seen = slot u8 | sha256 of that device's sealed head[32]
//! ```

use crate::SyncError;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A device's head.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Head {
    /// Rises with every push.
    pub seq: u64,
    /// SHA-256 of this device's previous head (encoded), zeros for the first.
    pub prev: [u8; 32],
    /// The epoch.
    pub epoch: [u8; 16],
    /// Hash over this device's live blobs.
    pub live_root: [u8; 32],
    /// The last log checkpoint this device verified.
    pub checkpoint_size: u64,
    /// The sealed heads of others it has seen.
    pub seen: BTreeMap<u8, [u8; 32]>,
}

impl Head {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = vec![1];
        out.extend_from_slice(&self.seq.to_be_bytes());
        out.extend_from_slice(&self.prev);
        out.extend_from_slice(&self.epoch);
        out.extend_from_slice(&self.live_root);
        out.extend_from_slice(&self.checkpoint_size.to_be_bytes());
        out.push(self.seen.len() as u8);
        for (slot, hash) in &self.seen {
            out.push(*slot);
            out.extend_from_slice(hash);
        }
        out
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, SyncError> {
        Self::parse(bytes).ok_or(SyncError::Nonsense("head"))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (version, r) = bytes.split_first()?;
        let (seq, r) = r.split_first_chunk::<8>()?;
        let (prev, r) = r.split_first_chunk::<32>()?;
        let (epoch, r) = r.split_first_chunk::<16>()?;
        let (live_root, r) = r.split_first_chunk::<32>()?;
        let (size, r) = r.split_first_chunk::<8>()?;
        let (count, r) = r.split_first()?;
        if *version != 1 || r.len() != usize::from(*count).checked_mul(33)? {
            return None;
        }
        let mut seen = BTreeMap::new();
        for chunk in r.chunks_exact(33) {
            let (slot, hash) = chunk.split_first()?;
            seen.insert(*slot, hash.try_into().ok()?);
        }
        let head = Self {
            seq: u64::from_be_bytes(*seq),
            prev: *prev,
            epoch: *epoch,
            live_root: *live_root,
            checkpoint_size: u64::from_be_bytes(*size),
            seen,
        };
        (head.encode() == bytes).then_some(head)
    }

    /// SHA-256 of the encoding.
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.encode()).into()
    }
}

/// Hash over live blobs in ascending name: SHA-256 of `name ‖ sha256` each.
pub(crate) fn live_root<'a>(blobs: impl Iterator<Item = (&'a [u8; 16], &'a [u8; 32])>) -> [u8; 32] {
    let sorted: BTreeMap<_, _> = blobs.collect();
    let mut h = Sha256::new();
    for (name, hash) in sorted {
        h.update(name);
        h.update(hash);
    }
    h.finalize().into()
}

#[cfg(test)]
mod tests;
