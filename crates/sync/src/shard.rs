//! Index shards: what one device has written into one compartment. Sealed under the compartment's key.
//!
//! ```text
//! shard = version u8 = 1 | count u32 | entry*                                      of cases and withheld cards; before lists
//!       | version u8 = 2 | count u32 | entry* | length u16 | list of writers       of cards
//! entry = object[16] | version u64 | writer_seq u64 | blob[16] | sha256[32] | here u8
//! ```
//! `here = 0` says that the object left this compartment at that version.

use crate::SyncError;
use std::collections::BTreeMap;

/// One object in a shard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Entry {
    /// The record's latest Lamport time: the greater one is the newer state.
    pub version: u64,
    /// The writer's sequence number, part of the blob's context.
    pub writer_seq: u64,
    /// The blob's name.
    pub blob: [u8; 16],
    /// SHA-256 of the blob.
    pub hash: [u8; 32],
    /// Whether the object is in this compartment.
    pub here: bool,
}

/// A shard by object id.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Shard(pub BTreeMap<[u8; 16], Entry>);

const ENTRY: usize = 16 + 8 + 8 + 16 + 32 + 1;

impl Shard {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(5 + self.0.len() * ENTRY);
        out.push(1);
        out.extend_from_slice(&(self.0.len() as u32).to_be_bytes());
        for (object, e) in &self.0 {
            out.extend_from_slice(object);
            out.extend_from_slice(&e.version.to_be_bytes());
            out.extend_from_slice(&e.writer_seq.to_be_bytes());
            out.extend_from_slice(&e.blob);
            out.extend_from_slice(&e.hash);
            out.push(u8::from(e.here));
        }
        out
    }

    /// The shard of a releasable compartment, with the list of the register's writers ([`crate::writers`]).
    pub(crate) fn encode_listed(&self, list: &[u8]) -> Vec<u8> {
        let mut out = self.encode();
        if let Some(version) = out.first_mut() {
            *version = 2;
        }
        out.extend_from_slice(&(list.len() as u16).to_be_bytes());
        out.extend_from_slice(list);
        out
    }

    /// Reads a shard with or without a list.
    pub(crate) fn decode_listed(bytes: &[u8]) -> Result<(Self, Option<Vec<u8>>), SyncError> {
        if bytes.first() != Some(&2) {
            return Ok((Self::decode(bytes)?, None));
        }
        Self::parse_listed(bytes)
            .map(|(shard, list)| (shard, Some(list)))
            .ok_or(SyncError::Nonsense("index shard"))
    }

    fn parse_listed(bytes: &[u8]) -> Option<(Self, Vec<u8>)> {
        let [a, b, c, d] = *bytes.get(1..5)?.first_chunk::<4>()?;
        let count = usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?;
        let len = count.checked_mul(ENTRY)?.checked_add(5)?;
        let (shard, rest) = bytes.split_at_checked(len)?;
        let (size, list) = rest.split_first_chunk::<2>()?;
        let whole = usize::from(u16::from_be_bytes(*size)) == list.len();
        if !whole || list.len() > crate::writers::MAX_LIST {
            return None;
        }
        let mut plain = shard.to_vec();
        *plain.first_mut()? = 1;
        Some((Self::parse(&plain)?, list.to_vec()))
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, SyncError> {
        Self::parse(bytes).ok_or(SyncError::Nonsense("index shard"))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_first_chunk::<5>()?;
        let [1, a, b, c, d] = *head else { return None };
        let count = usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?;
        if rest.len() != count.checked_mul(ENTRY)? {
            return None;
        }
        let mut out = BTreeMap::new();
        for chunk in rest.chunks_exact(ENTRY) {
            let (object, chunk) = chunk.split_first_chunk::<16>()?;
            let (version, chunk) = chunk.split_first_chunk::<8>()?;
            let (writer_seq, chunk) = chunk.split_first_chunk::<8>()?;
            let (blob, chunk) = chunk.split_first_chunk::<16>()?;
            let (hash, chunk) = chunk.split_first_chunk::<32>()?;
            let here = match chunk {
                [0] => false,
                [1] => true,
                _ => return None,
            };
            let entry = Entry {
                version: u64::from_be_bytes(*version),
                writer_seq: u64::from_be_bytes(*writer_seq),
                blob: *blob,
                hash: *hash,
                here,
            };
            if out.insert(*object, entry).is_some() {
                return None;
            }
        }
        // One encoding: entries stand in ascending order of object.
        (Self(out.clone()).encode() == bytes).then_some(Self(out))
    }
}

#[cfg(test)]
mod tests;
