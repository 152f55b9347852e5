//! The transparency log's messages: submitting, places, proofs.
//!
//! Checkpoints, tiles and cosignatures travel in C2SP's own formats and are not here.

use crate::error::WireError;
use crate::ids::{Hash, PublicKey};
use crate::limits::{MAX_LOG_BODY, MAX_LOG_ENTRY, MAX_PROOF};
use crate::message::{Message, MessageType};
use crate::reader::Reader;
use crate::writer::Writer;

/// Asks for an entry to be logged. Sent with the submitter's signature behind it
/// ([`crate::signing::SignatureLabel::LogSubmit`] over the message as sent).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSubmit {
    /// Who submits; must be on the buffer's list.
    pub submitter: PublicKey,
    /// The leaf of the tree: public for ever.
    pub entry: Vec<u8>,
    /// What the entry commits to: opaque, erasable, may be empty.
    pub body: Vec<u8>,
}

impl Message for LogSubmit {
    const TYPE: MessageType = MessageType::LogSubmit;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        if self.entry.is_empty() {
            return Err(WireError::BadValue { field: "entry" });
        }
        w.raw(&self.submitter.0);
        w.bytes(&self.entry, MAX_LOG_ENTRY, "entry")?;
        w.bytes(&self.body, MAX_LOG_BODY, "body")
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        let submitter = r.public_key()?;
        let entry = r.bytes(MAX_LOG_ENTRY, "entry")?;
        if entry.is_empty() {
            return Err(WireError::BadValue { field: "entry" });
        }
        Ok(Self {
            submitter,
            entry,
            body: r.bytes(MAX_LOG_BODY, "body")?,
        })
    }
}

/// The entry has its place. The same entry again gives the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogAppended {
    /// Leaf index, from 0.
    pub index: u64,
}

impl Message for LogAppended {
    const TYPE: MessageType = MessageType::LogAppended;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.index);
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Self {
            index: r.u64("index")?,
        })
    }
}

fn write_path(w: &mut Writer, path: &[Hash]) -> Result<(), WireError> {
    w.count(path.len(), MAX_PROOF, "path")?;
    for h in path {
        w.raw(&h.0);
    }
    Ok(())
}

fn read_path(r: &mut Reader<'_>) -> Result<Vec<Hash>, WireError> {
    let count = r.count(MAX_PROOF, 32, "path")?;
    (0..count).map(|_| r.hash()).collect()
}

/// An RFC 6962 audit path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InclusionProof {
    /// Leaf index.
    pub index: u64,
    /// Size of the tree it is proven in.
    pub size: u64,
    /// Sibling hashes, nearest first.
    pub path: Vec<Hash>,
}

impl Message for InclusionProof {
    const TYPE: MessageType = MessageType::InclusionProof;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.index);
        w.u64(self.size);
        write_path(w, &self.path)
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Self {
            index: r.u64("index")?,
            size: r.u64("size")?,
            path: read_path(r)?,
        })
    }
}

/// An RFC 6962 consistency proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsistencyProof {
    /// The smaller tree's size.
    pub old: u64,
    /// The larger tree's size.
    pub new: u64,
    /// The hashes in RFC 6962's order.
    pub path: Vec<Hash>,
}

impl Message for ConsistencyProof {
    const TYPE: MessageType = MessageType::ConsistencyProof;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.old);
        w.u64(self.new);
        write_path(w, &self.path)
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Self {
            old: r.u64("old")?,
            new: r.u64("new")?,
            path: read_path(r)?,
        })
    }
}

/// Shows that a register's heads are under a heads-root entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadsProof {
    /// Where the heads-root entry is in the log.
    pub log_index: u64,
    /// The register's place among those with heads, from 0.
    pub position: u64,
    /// How many registers have heads.
    pub registers: u64,
    /// The register's [`crate::heads::heads_hash`] at that time.
    pub heads: Hash,
    /// Audit path, nearest sibling first.
    pub path: Vec<Hash>,
}

impl Message for HeadsProof {
    const TYPE: MessageType = MessageType::HeadsProof;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.log_index);
        w.u64(self.position);
        w.u64(self.registers);
        w.raw(&self.heads.0);
        write_path(w, &self.path)
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Self {
            log_index: r.u64("log index")?,
            position: r.u64("position")?,
            registers: r.u64("registers")?,
            heads: r.hash()?,
            path: read_path(r)?,
        })
    }
}
