//! What this device remembers of its exchanges with one buffer in one epoch, kept in the register's encrypted state.

use crate::SyncError;
use crate::shard::Shard;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::Facet;

/// A compartment with its facet: barangay, destination, facet byte.
pub(crate) type Place = (u32, u16, u8);

/// A device's memory of its exchanges.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Book {
    /// The buffer's cursor up to which everything was read.
    pub cursor: u64,
    /// The last sequence number used for a blob of ours.
    pub writer_seq: u64,
    /// Our head: sequence number and hash of its encoding.
    pub head: (u64, [u8; 32]),
    /// Others' heads: slot → (sequence number, hash of the sealed blob).
    pub heads: BTreeMap<u8, (u64, [u8; 32])>,
    /// Our shards.
    pub own: BTreeMap<Place, Shard>,
    /// Blobs of others that were merged and their SHA-256, by the shard that named them.
    pub merged: BTreeMap<[u8; 16], BTreeMap<[u8; 16], [u8; 32]>>,
    /// By object and half (a withheld card is a card): where it was seen since we last wrote it, whoever wrote it: when it moves, every old place gets a mark.
    pub known: BTreeMap<([u8; 16], u8), BTreeSet<Place>>,
    /// Serial of the register roster last written or read.
    pub roster_serial: u64,
}

impl Book {
    /// Whether anything of this half of an object is at the buffer, as far as this device saw.
    pub(crate) fn knows(&self, object: &[u8; 16], half: Facet) -> bool {
        let places = self.known.get(&(*object, half as u8));
        places.is_some_and(|p| !p.is_empty())
    }

    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut w = vec![2];
        w.extend_from_slice(&self.cursor.to_be_bytes());
        w.extend_from_slice(&self.writer_seq.to_be_bytes());
        w.extend_from_slice(&self.roster_serial.to_be_bytes());
        w.extend_from_slice(&self.head.0.to_be_bytes());
        w.extend_from_slice(&self.head.1);
        count(&mut w, self.heads.len());
        for (slot, (seq, hash)) in &self.heads {
            w.push(*slot);
            w.extend_from_slice(&seq.to_be_bytes());
            w.extend_from_slice(hash);
        }
        count(&mut w, self.own.len());
        for (place, shard) in &self.own {
            put_place(&mut w, place);
            let bytes = shard.encode();
            count(&mut w, bytes.len());
            w.extend_from_slice(&bytes);
        }
        count(&mut w, self.merged.len());
        for (name, blobs) in &self.merged {
            w.extend_from_slice(name);
            count(&mut w, blobs.len());
            for (b, hash) in blobs {
                w.extend_from_slice(b);
                w.extend_from_slice(hash);
            }
        }
        count(&mut w, self.known.values().map(BTreeSet::len).sum());
        for ((object, facet), places) in &self.known {
            for place in places {
                w.extend_from_slice(object);
                w.push(*facet);
                put_place(&mut w, place);
            }
        }
        w
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, SyncError> {
        let mut r = Read(bytes);
        let book = Self::read(&mut r).filter(|_| r.0.is_empty());
        book.ok_or(SyncError::Nonsense("saved sync state"))
    }

    fn read(r: &mut Read<'_>) -> Option<Self> {
        if r.array::<1>()? != [2] {
            return None;
        }
        let mut book = Self {
            cursor: r.u64()?,
            writer_seq: r.u64()?,
            roster_serial: r.u64()?,
            ..Self::default()
        };
        book.head = (r.u64()?, r.array()?);
        for _ in 0..r.count()? {
            let [slot] = r.array()?;
            book.heads.insert(slot, (r.u64()?, r.array()?));
        }
        for _ in 0..r.count()? {
            let place = r.place()?;
            let len = r.count()?;
            let shard = Shard::decode(r.slice(len)?).ok()?;
            book.own.insert(place, shard);
        }
        for _ in 0..r.count()? {
            let name = r.array()?;
            let n = r.count()?;
            let mut blobs = BTreeMap::new();
            for _ in 0..n {
                blobs.insert(r.array()?, r.array()?);
            }
            book.merged.insert(name, blobs);
        }
        for _ in 0..r.count()? {
            let object = r.array()?;
            let [facet] = r.array()?;
            let places = book.known.entry((object, facet)).or_default();
            places.insert(r.place()?);
        }
        Some(book)
    }
}

fn count(w: &mut Vec<u8>, n: usize) {
    w.extend_from_slice(&(n as u32).to_be_bytes());
}

fn put_place(w: &mut Vec<u8>, place: &Place) {
    w.extend_from_slice(&place.0.to_be_bytes());
    w.extend_from_slice(&place.1.to_be_bytes());
    w.push(place.2);
}

pub(crate) struct Read<'a>(pub &'a [u8]);

impl<'a> Read<'a> {
    pub(crate) fn slice(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(n)?;
        self.0 = tail;
        Some(head)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.slice(N)?.try_into().ok()
    }

    fn place(&mut self) -> Option<Place> {
        let psgc = u32::from_be_bytes(self.array()?);
        let dest = u16::from_be_bytes(self.array()?);
        let [facet] = self.array()?;
        Some((psgc, dest, facet))
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_be_bytes)
    }

    pub(crate) fn count(&mut self) -> Option<usize> {
        usize::try_from(u32::from_be_bytes(self.array()?)).ok()
    }
}

#[cfg(test)]
mod tests;
