//! The sealed object: one blob on the buffer (protocol §6.2).
//!
//! Owns its bytes, its context and the order of checks: structure, commitment (constant time), AEAD,
//! padding, writer's signature, decompression. Must not tell the buffer anything but kind and bucket.
//!
//! ```text
//! "UGN1" | kind u8 | suite u8 = 1 | bucket u8 | 0 | salt[24] | commit[32] | ciphertext[2^bucket] | tag[16]
//! key[32] ‖ nonce[12] ‖ commit[32] = HKDF-Expand(K, "ugnay/v1/seal\0" ‖ salt ‖ context, 76)
//! ```

mod blob;

pub use blob::{object_kind, open, open_signed, seal, seal_signed};

use zeroize::Zeroizing;

use crate::ids::{BlobName, Cid, DeviceSlot, EpochId, Facet, FedId, Hash32, ObjectId};
use crate::kdf;
use crate::label::Label;
use crate::secret::{CardDek, Dek, HeadKey};
use crate::sign::VerifyingId;

/// The largest payload of a record or roster before compression (it must also fit 64 KiB after).
pub const MAX_RECORD: usize = 1 << 20;
/// The largest bucket, and so the largest payload of an index shard or head with its frame.
pub const MAX_LIST: usize = 1 << 24;
/// What a sealed object costs over its bucket: header 8, salt 24, commitment 32, tag 16.
pub const OVERHEAD: usize = 80;

const SUITE: u8 = 1;

/// What a sealed object is. The byte stands in the clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum ObjectKind {
    /// One record of one person.
    Record = 1,
    /// What one device has written into one compartment.
    Index = 2,
    /// What one device holds to be current.
    Head = 3,
    /// The devices of a register.
    RegisterRoster = 4,
    /// What tells a register's devices of its next epoch.
    NextEpoch = 5,
}

impl ObjectKind {
    /// The kind of a byte.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Record),
            2 => Some(Self::Index),
            3 => Some(Self::Head),
            4 => Some(Self::RegisterRoster),
            5 => Some(Self::NextEpoch),
            _ => None,
        }
    }

    /// Under which label its writer signs.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Record => Label::Record,
            Self::Index => Label::Index,
            Self::Head => Label::Head,
            Self::RegisterRoster => Label::RegisterRoster,
            Self::NextEpoch => Label::NextEpoch,
        }
    }
}

/// Everything a sealed object is bound to without carrying it. 107 bytes when encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// What it is.
    pub kind: ObjectKind,
    /// The federation.
    pub fed: FedId,
    /// The register-epoch.
    pub epoch_id: EpochId,
    /// The compartment, or [`Cid::NONE`].
    pub cid: Cid,
    /// The facet, or none for heads and register rosters.
    pub facet: Option<Facet>,
    /// The object; for an index shard or head its blob name.
    pub object_id: ObjectId,
    /// SHA-256 of the writer's key. Zeros where a reader cannot know the writer beforehand (index,
    /// head, roster): there the reader checks [`Opened::writer`] against the roster instead.
    pub writer_pk_hash: Hash32,
    /// The writer's sequence number of this version; zero where `writer_pk_hash` is.
    pub writer_seq: u64,
}

impl Context {
    /// Length of the encoding.
    pub const LEN: usize = 107;

    /// A record's context. Reader and writer take the last two values from the sealed index.
    #[must_use]
    pub const fn record(
        fed: FedId,
        epoch_id: EpochId,
        cid: Cid,
        facet: Facet,
        object_id: ObjectId,
        writer_pk_hash: Hash32,
        writer_seq: u64,
    ) -> Self {
        Self {
            kind: ObjectKind::Record,
            fed,
            epoch_id,
            cid,
            facet: Some(facet),
            object_id,
            writer_pk_hash,
            writer_seq,
        }
    }

    /// An index shard's context; its blob name is its object id.
    #[must_use]
    pub const fn index(
        fed: FedId,
        epoch_id: EpochId,
        cid: Cid,
        facet: Facet,
        name: BlobName,
    ) -> Self {
        Self {
            kind: ObjectKind::Index,
            fed,
            epoch_id,
            cid,
            facet: Some(facet),
            object_id: ObjectId(name.0),
            writer_pk_hash: Hash32([0; 32]),
            writer_seq: 0,
        }
    }

    /// A head's context; its blob name is its object id.
    #[must_use]
    pub const fn head(fed: FedId, epoch_id: EpochId, name: BlobName) -> Self {
        Self::register_wide(ObjectKind::Head, fed, epoch_id, name)
    }

    /// A sealed register roster's context; its blob name is its object id.
    #[must_use]
    pub const fn register_roster(fed: FedId, epoch_id: EpochId, name: BlobName) -> Self {
        Self::register_wide(ObjectKind::RegisterRoster, fed, epoch_id, name)
    }

    /// The context of a notice of the next epoch, sealed under the epoch it ends; its blob name is its object id.
    #[must_use]
    pub const fn next_epoch(fed: FedId, epoch_id: EpochId, name: BlobName) -> Self {
        Self::register_wide(ObjectKind::NextEpoch, fed, epoch_id, name)
    }

    const fn register_wide(
        kind: ObjectKind,
        fed: FedId,
        epoch_id: EpochId,
        name: BlobName,
    ) -> Self {
        Self {
            kind,
            fed,
            epoch_id,
            cid: Cid::NONE,
            facet: None,
            object_id: ObjectId(name.0),
            writer_pk_hash: Hash32([0; 32]),
            writer_seq: 0,
        }
    }

    /// `kind ‖ suite ‖ fed ‖ epoch_id ‖ cid ‖ facet ‖ object_id ‖ writer_pk_hash ‖ writer_seq`.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(Self::LEN);
        out.extend_from_slice(&[self.kind as u8, SUITE]);
        out.extend_from_slice(&self.fed.0);
        out.extend_from_slice(&self.epoch_id.0);
        out.extend_from_slice(&self.cid.0);
        out.push(self.facet.map_or(0, Facet::byte));
        out.extend_from_slice(&self.object_id.0);
        out.extend_from_slice(&self.writer_pk_hash.0);
        out.extend_from_slice(&self.writer_seq.to_be_bytes());
        out
    }
}

mod sealed {
    use super::Context;

    pub trait Raw {
        fn raw(&self) -> &[u8; 32];
        fn fits(&self, ctx: &Context) -> bool;
    }
}

/// A key of sealed objects: [`Dek`], [`CardDek`] or [`HeadKey`]; closed.
pub trait EnvelopeKey: sealed::Raw {}

impl sealed::Raw for Dek {
    fn raw(&self) -> &[u8; 32] {
        Dek::raw(self)
    }
    fn fits(&self, ctx: &Context) -> bool {
        let in_compartment = matches!(ctx.kind, ObjectKind::Record | ObjectKind::Index);
        in_compartment && ctx.facet == Some(self.facet())
    }
}
impl EnvelopeKey for Dek {}

impl sealed::Raw for CardDek {
    fn raw(&self) -> &[u8; 32] {
        &self.0
    }
    fn fits(&self, ctx: &Context) -> bool {
        let in_compartment = matches!(ctx.kind, ObjectKind::Record | ObjectKind::Index);
        in_compartment && ctx.facet == Some(Facet::Card)
    }
}
impl EnvelopeKey for CardDek {}

impl sealed::Raw for HeadKey {
    fn raw(&self) -> &[u8; 32] {
        &self.0
    }
    fn fits(&self, ctx: &Context) -> bool {
        let register_wide = matches!(
            ctx.kind,
            ObjectKind::Head | ObjectKind::RegisterRoster | ObjectKind::NextEpoch
        );
        register_wide && ctx.facet.is_none() && ctx.cid == Cid::NONE
    }
}
impl EnvelopeKey for HeadKey {}

/// The blob name of what the device in `slot` writes under `key`: its index shard of a compartment
/// ([`Dek`], [`CardDek`]) or its head ([`HeadKey`]). Whoever has the key can ask for all sixteen.
#[must_use]
pub fn index_name(key: &impl EnvelopeKey, slot: DeviceSlot) -> BlobName {
    BlobName(*kdf::derive(key.raw(), Label::IndexName, &[&[slot.get()]]))
}

/// The blob name of the notice by which the device in `slot` ends an epoch: two devices that begin a new one at the
/// same time do not overwrite each other.
#[must_use]
pub fn next_epoch_name(key: &HeadKey, slot: DeviceSlot) -> BlobName {
    BlobName(*kdf::derive(&key.0, Label::NextEpoch, &[&[slot.get()]]))
}

/// A signed object, opened: the signature holds.
#[derive(Debug)]
pub struct Opened {
    /// Who wrote it. For a record it is the writer of the context; for index, head and roster the
    /// caller must look it up in the register's roster.
    pub writer: VerifyingId,
    /// The payload; wiped when dropped.
    pub payload: Payload,
}

/// An opened payload: wiped when dropped, silent in `Debug`.
pub struct Payload(Zeroizing<Vec<u8>>);

impl Payload {
    /// The bytes.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Payload {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl core::ops::Deref for Payload {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl core::fmt::Debug for Payload {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Payload({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests;
