//! The watch as bytes, in the register's encrypted state.
//!
//! ```text
//! watch = version u8 = 1 | fence | proven | since i64 | listed | own | seen ours | expected    each list: count u32, items
//! fence = present u8 | u64        proven = present u8 | u64 | i64        listed = name[16] | hash[32]
//! own = seq u64 | hash[32] | fence        seen ours = slot u8 | seq u64        expected = slot u8 | seq u64 | hash[32]
//! ```

use super::{Own, Watch};
use crate::SyncError;
use crate::book::Read;
use ugnay_wire::{Hash, Name};

impl Watch {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut w = vec![1];
        optional(&mut w, self.fence);
        optional(&mut w, self.proven.map(|(index, _)| index));
        w.extend_from_slice(&self.proven.map_or(0, |(_, at)| at).to_be_bytes());
        w.extend_from_slice(&self.since.to_be_bytes());
        count(&mut w, self.listed.len());
        for (name, hash) in &self.listed {
            w.extend_from_slice(&name.0);
            w.extend_from_slice(&hash.0);
        }
        count(&mut w, self.own.len());
        for (seq, own) in &self.own {
            w.extend_from_slice(&seq.to_be_bytes());
            w.extend_from_slice(&own.sealed);
            optional(&mut w, own.fence);
        }
        count(&mut w, self.seen_ours.len());
        for (slot, seq) in &self.seen_ours {
            w.push(*slot);
            w.extend_from_slice(&seq.to_be_bytes());
        }
        count(&mut w, self.expected.len());
        for (slot, (seq, hash)) in &self.expected {
            w.push(*slot);
            w.extend_from_slice(&seq.to_be_bytes());
            w.extend_from_slice(hash);
        }
        w
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, SyncError> {
        let mut r = Read(bytes);
        let watch = Self::read(&mut r).filter(|w| w.encode() == bytes);
        watch.ok_or(SyncError::Nonsense("saved heads"))
    }

    fn read(r: &mut Read<'_>) -> Option<Self> {
        let [1] = r.array()? else { return None };
        let (fence, index) = (r.optional()?, r.optional()?);
        let at = i64::from_be_bytes(r.array()?);
        let mut watch = Self {
            fence,
            proven: index.map(|index| (index, at)),
            since: i64::from_be_bytes(r.array()?),
            ..Self::default()
        };
        for _ in 0..r.count()? {
            watch.listed.insert(Name(r.array()?), Hash(r.array()?));
        }
        for _ in 0..r.count()? {
            let seq = r.u64()?;
            let (sealed, fence) = (r.array()?, r.optional()?);
            watch.own.insert(seq, Own { sealed, fence });
        }
        for _ in 0..r.count()? {
            let [slot] = r.array()?;
            watch.seen_ours.insert(slot, r.u64()?);
        }
        for _ in 0..r.count()? {
            let [slot] = r.array()?;
            watch.expected.insert(slot, (r.u64()?, r.array()?));
        }
        Some(watch)
    }
}

impl Read<'_> {
    fn optional(&mut self) -> Option<Option<u64>> {
        let [present] = self.array()?;
        let value = self.u64()?;
        Some((present == 1).then_some(value))
    }
}

fn optional(w: &mut Vec<u8>, value: Option<u64>) {
    w.push(u8::from(value.is_some()));
    w.extend_from_slice(&value.unwrap_or(0).to_be_bytes());
}

fn count(w: &mut Vec<u8>, n: usize) {
    w.extend_from_slice(&(n as u32).to_be_bytes());
}
