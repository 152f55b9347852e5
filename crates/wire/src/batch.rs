//! A batch of changes to one register, and its acknowledgement.

use crate::error::WireError;
use crate::ids::{BatchId, Name, Pseud};
use crate::limits::{MAX_BATCH_BYTES, MAX_BATCH_ITEMS, max_blob};
use crate::message::{Message, MessageType};
use crate::reader::Reader;
use crate::writer::Writer;
use std::collections::HashSet;

/// What a blob is for. The buffer needs it for limits, bundle lists and heads-roots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum BlobKind {
    /// A sealed record.
    Record = 1,
    /// A sealed index shard.
    Index = 2,
    /// A device's sealed head.
    Head = 3,
    /// A notice of the next epoch, its seed sealed to each reader: it stays when the rest of a closed epoch goes.
    DevWrap = 4,
    /// An escrow bundle, readable in part by each custodian.
    Bundle = 5,
    /// Anything else, padding included.
    Other = 6,
}

impl BlobKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Record,
        Self::Index,
        Self::Head,
        Self::DevWrap,
        Self::Bundle,
        Self::Other,
    ];

    /// Reads the byte of a kind.
    ///
    /// # Errors
    /// [`WireError::BadValue`].
    pub fn from_u8(v: u8) -> Result<Self, WireError> {
        Self::ALL
            .into_iter()
            .find(|k| *k as u8 == v)
            .ok_or(WireError::BadValue { field: "kind" })
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Stores a blob, replacing one of that name.
    Put {
        /// What it is for.
        kind: BlobKind,
        /// Its random name.
        name: Name,
        /// Opaque contents.
        bytes: Vec<u8>,
    },
    /// Deletes a blob (softly, for [`crate::limits::SOFT_DELETE`] seconds).
    Delete {
        /// Its name.
        name: Name,
    },
    /// Brings back what a delete or a replacement took away, within that time.
    Restore {
        /// Its name.
        name: Name,
    },
}

impl Item {
    /// The name it changes.
    #[must_use]
    pub const fn name(&self) -> &Name {
        match self {
            Self::Put { name, .. } | Self::Delete { name } | Self::Restore { name } => name,
        }
    }

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        match self {
            Self::Put { kind, name, bytes } => {
                w.u8(1);
                w.u8(*kind as u8);
                w.raw(&name.0);
                w.bytes(bytes, max_blob(*kind), "blob")?;
            }
            Self::Delete { name } => {
                w.u8(2);
                w.raw(&name.0);
            }
            Self::Restore { name } => {
                w.u8(3);
                w.raw(&name.0);
            }
        }
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        match r.u8("item")? {
            1 => {
                let kind = BlobKind::from_u8(r.u8("kind")?)?;
                Ok(Self::Put {
                    kind,
                    name: r.name()?,
                    bytes: r.bytes(max_blob(kind), "blob")?,
                })
            }
            2 => Ok(Self::Delete { name: r.name()? }),
            3 => Ok(Self::Restore { name: r.name()? }),
            _ => Err(WireError::BadValue { field: "item" }),
        }
    }
}

/// Changes that happen together or not at all. Sent with a write-cap signature behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The register-epoch, bound by the signature.
    pub pseud: Pseud,
    /// Chosen at random by the sender.
    pub batch_id: BatchId,
    /// The changes, applied in order. A name occurs at most once.
    pub items: Vec<Item>,
}

impl Message for Batch {
    const TYPE: MessageType = MessageType::Batch;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.raw(&self.pseud.0);
        w.raw(&self.batch_id.0);
        w.count(self.items.len(), MAX_BATCH_ITEMS, "items")?;
        check_names(&self.items)?;
        for item in &self.items {
            item.write(w)?;
        }
        check_size(w.len())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        check_size(r.left().saturating_add(5))?;
        let (pseud, batch_id) = (r.pseud()?, r.batch_id()?);
        let count = r.count(MAX_BATCH_ITEMS, 17, "items")?;
        let items = (0..count)
            .map(|_| Item::read(r))
            .collect::<Result<Vec<_>, _>>()?;
        check_names(&items)?;
        Ok(Self {
            pseud,
            batch_id,
            items,
        })
    }
}

const fn check_size(len: usize) -> Result<(), WireError> {
    if len > MAX_BATCH_BYTES {
        return Err(WireError::TooLong {
            field: "batch",
            len,
            max: MAX_BATCH_BYTES,
        });
    }
    Ok(())
}

fn check_names(items: &[Item]) -> Result<(), WireError> {
    let mut seen = HashSet::with_capacity(items.len());
    if items.iter().all(|i| seen.insert(i.name())) {
        Ok(())
    } else {
        Err(WireError::Duplicate { field: "items" })
    }
}

/// The buffer has the batch on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ack {
    /// The register's cursor after the batch.
    pub cursor: u64,
    /// How many items changed something.
    pub accepted: u32,
}

impl Message for Ack {
    const TYPE: MessageType = MessageType::Ack;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.cursor);
        w.u32(self.accepted);
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Self {
            cursor: r.u64("cursor")?,
            accepted: r.u32("accepted")?,
        })
    }
}

#[cfg(test)]
mod tests;
