//! A batch that is written down before it is sent, so that a cut line or a cut power repeats it instead of doubling it.

use crate::SyncError;
use crate::book::{Book, Read};
use ugnay_wire::{Batch, Message};

/// A batch on its way, with what becomes true once the buffer has it.
pub(crate) struct Pending {
    /// The batch.
    pub batch: Batch,
    /// Person, facet and version of each record it carries.
    pub pushed: Vec<([u8; 16], u8, u64)>,
    /// The book as it will be.
    pub book: Book,
}

impl Pending {
    pub(crate) fn encode(&self) -> Result<Vec<u8>, SyncError> {
        let mut w = Vec::new();
        let batch = self.batch.encode()?;
        let book = self.book.encode();
        w.extend_from_slice(&(batch.len() as u32).to_be_bytes());
        w.extend_from_slice(&batch);
        w.extend_from_slice(&(self.pushed.len() as u32).to_be_bytes());
        for (person, facet, version) in &self.pushed {
            w.extend_from_slice(person);
            w.push(*facet);
            w.extend_from_slice(&version.to_be_bytes());
        }
        w.extend_from_slice(&book);
        Ok(w)
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, SyncError> {
        Self::read(&mut Read(bytes)).ok_or(SyncError::Nonsense("saved batch"))
    }

    fn read(r: &mut Read<'_>) -> Option<Self> {
        let len = r.count()?;
        let batch = Batch::decode(r.slice(len)?).ok()?;
        let mut pushed = Vec::new();
        for _ in 0..r.count()? {
            let person = r.array()?;
            let [facet] = r.array()?;
            pushed.push((person, facet, r.u64()?));
        }
        Some(Self {
            batch,
            pushed,
            book: Book::decode(r.0).ok()?,
        })
    }
}
