//! A view as bytes, for the store of whoever holds it. Everything in it is verified again against the genesis when it
//! is read: only the log's entries are taken on the store's word.
//!
//! ```text
//! view  = version u8 = 1 | keeping u8 | mirror: u32 length, bytes | count u32 | entry* | count u32 | body*
//! entry = index u64 | u32 length, bytes | same quorum as before u8 | [need u16 | of u16 | count u16 | member*]
//! member = u16 length, name | time i64            body = index u64 | u32 length, bytes
//! ```

use super::{Keeping, Seen, View, refused};
use crate::dto::AppError;
use ugnay_log::{Entry, Quorum, SignedCheckpoint, Witnessed};
use ugnay_release::{Genesis, Signed};
use ugnay_seal::Hash32;
use ugnay_sync::Mirror;

impl View {
    /// Everything known, bodies included.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let keeping = match self.keeping {
            Keeping::All => 0,
            Keeping::ForDevice => 1,
        };
        let mut w = vec![1, keeping];
        long(&mut w, &self.mirror.to_bytes());
        w.extend_from_slice(&(self.entries.len() as u32).to_be_bytes());
        let mut before: Option<&Quorum> = None;
        for seen in &self.entries {
            w.extend_from_slice(&seen.index.to_be_bytes());
            // A kept entry was decoded from its only encoding, so it has one.
            long(&mut w, &seen.entry.encode().unwrap_or_default());
            let same = before == Some(&seen.quorum);
            w.push(u8::from(same));
            if !same {
                put_quorum(&mut w, &seen.quorum);
            }
            before = Some(&seen.quorum);
        }
        w.extend_from_slice(&(self.bodies.len() as u32).to_be_bytes());
        for (index, body) in &self.bodies {
            w.extend_from_slice(&index.to_be_bytes());
            long(&mut w, body);
        }
        w
    }

    /// Reads [`Self::to_bytes`] back, for a federation whose genesis was pinned.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] for bytes that are not a saved view, or of another log.
    pub fn from_bytes(
        genesis: &Signed<Genesis>,
        pinned: &Hash32,
        bytes: &[u8],
    ) -> Result<Self, AppError> {
        let mut view = Self::new(genesis, pinned)?;
        view.read(&mut Reader(bytes))
            .ok_or_else(|| refused("saved_view"))?;
        view.believe_anew()?;
        view.vouched = view.vouched_by_head().unwrap_or(0);
        Ok(view)
    }

    fn vouched_by_head(&self) -> Option<i64> {
        let head = self.mirror.head()?;
        let signed = SignedCheckpoint::parse(head.note.as_bytes()).ok()?;
        let policy = self.federation.log_policy().ok()?;
        policy.evaluate(&signed).ok()?.vouched_now()
    }

    fn read(&mut self, r: &mut Reader<'_>) -> Option<()> {
        let [1, keeping] = r.array()? else {
            return None;
        };
        self.keeping = match keeping {
            0 => Keeping::All,
            1 => Keeping::ForDevice,
            _ => return None,
        };
        self.mirror = Mirror::from_bytes(r.long()?).ok()?;
        if self.mirror.log() != self.federation.log() {
            return None;
        }
        let mut before: Option<Quorum> = None;
        for _ in 0..r.count()? {
            let index = u64::from_be_bytes(r.array()?);
            let entry = Entry::decode(r.long()?).ok()?;
            let quorum = match r.array()? {
                [0] => r.quorum()?,
                [1] => before.clone()?,
                _ => return None,
            };
            let ordered = self.entries.last().is_none_or(|last| last.index < index);
            if !ordered || index >= self.mirror.size() {
                return None;
            }
            before = Some(quorum.clone());
            self.entries.push(Seen {
                index,
                entry,
                quorum,
            });
        }
        for _ in 0..r.count()? {
            let index = u64::from_be_bytes(r.array()?);
            self.bodies.insert(index, r.long()?.to_vec());
        }
        r.0.is_empty().then_some(())
    }
}

fn long(w: &mut Vec<u8>, bytes: &[u8]) {
    w.extend_from_slice(&(bytes.len() as u32).to_be_bytes());
    w.extend_from_slice(bytes);
}

fn put_quorum(w: &mut Vec<u8>, q: &Quorum) {
    for n in [q.need, q.of, q.members.len()] {
        w.extend_from_slice(&u16::try_from(n).unwrap_or(u16::MAX).to_be_bytes());
    }
    for m in &q.members {
        let len = u16::try_from(m.name.len()).unwrap_or(u16::MAX);
        w.extend_from_slice(&len.to_be_bytes());
        w.extend_from_slice(m.name.as_bytes());
        w.extend_from_slice(&m.time.to_be_bytes());
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(n)?;
        self.0 = tail;
        Some(head)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn count(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    fn small(&mut self) -> Option<usize> {
        self.array().map(u16::from_be_bytes).map(usize::from)
    }

    fn long(&mut self) -> Option<&'a [u8]> {
        let len = usize::try_from(self.count()?).ok()?;
        self.take(len)
    }

    fn quorum(&mut self) -> Option<Quorum> {
        let (need, of) = (self.small()?, self.small()?);
        let mut members = Vec::new();
        for _ in 0..self.small()? {
            let len = self.small()?;
            let name = core::str::from_utf8(self.take(len)?).ok()?.to_owned();
            let time = i64::from_be_bytes(self.array()?);
            members.push(Witnessed { name, time });
        }
        Some(Quorum { members, need, of })
    }
}
