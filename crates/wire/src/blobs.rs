//! Reading: pages of changes, blobs by name, the list of escrow bundles.

use crate::batch::BlobKind;
use crate::error::WireError;
use crate::ids::{Hash, Name, Pseud, PublicKey, Signature};
use crate::limits::{MAX_BLOBS_BYTES, MAX_BLOBS_GET, MAX_BUNDLE, MAX_PAGE};
use crate::message::{Message, MessageType};
use crate::reader::Reader;
use crate::writer::Writer;

/// The newest state of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its place in the register's order.
    pub seq: u64,
    /// What the blob is for.
    pub kind: BlobKind,
    /// Its name.
    pub name: Name,
    /// SHA-256 of its bytes (of the last ones, if deleted).
    pub sha256: Hash,
    /// Length in bytes.
    pub len: u32,
    /// Deleted, though perhaps still restorable.
    pub deleted: bool,
}

/// Changes in ascending `seq`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesPage {
    /// Ask again with `after` = this.
    pub cursor: u64,
    /// Whether there was more when the page was made.
    pub more: bool,
    /// The changes.
    pub changes: Vec<Change>,
}

impl Message for ChangesPage {
    const TYPE: MessageType = MessageType::ChangesPage;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.cursor);
        w.flag(self.more);
        w.count(self.changes.len(), MAX_PAGE, "changes")?;
        for c in &self.changes {
            w.u64(c.seq);
            w.u8(c.kind as u8);
            w.raw(&c.name.0);
            w.raw(&c.sha256.0);
            w.u32(c.len);
            w.flag(c.deleted);
        }
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        let (cursor, more) = (r.u64("cursor")?, r.flag("more")?);
        let count = r.count(MAX_PAGE, 62, "changes")?;
        let mut changes = Vec::with_capacity(count);
        for _ in 0..count {
            changes.push(Change {
                seq: r.u64("seq")?,
                kind: BlobKind::from_u8(r.u8("kind")?)?,
                name: r.name()?,
                sha256: r.hash()?,
                len: r.u32("len")?,
                deleted: r.flag("deleted")?,
            });
        }
        Ok(Self {
            cursor,
            more,
            changes,
        })
    }
}

/// By what right somebody asks for blobs. Knowing a name is not enough: whoever rebuilt keys outside a release could derive
/// the names too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A device of the register: the read-cap signs.
    Register,
    /// An officer of the desk whose request opened: this key signs.
    Officer {
        /// The request's id.
        request: Hash,
        /// The officer's key.
        key: PublicKey,
    },
    /// Whom an officer passed that right on to: the new device of a register that is restored.
    Passed {
        /// The request's id.
        request: Hash,
        /// Who signs.
        key: PublicKey,
        /// The officer's word for it.
        pass: Pass,
    },
}

/// An officer's signature that somebody else may fetch under a request ([`crate::signing::pass_to_sign`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The officer's key.
    pub officer: PublicKey,
    /// Over the request's id and the other's key.
    pub signature: Signature,
}

impl Pass {
    /// Its length: key and signature.
    pub const LEN: usize = 32 + 64;

    /// Its bytes: key 32, signature 64.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [&self.officer.0[..], &self.signature.0].concat()
    }

    /// Reads its bytes.
    ///
    /// # Errors
    /// [`WireError`] for any other length.
    pub fn parse(bytes: &[u8]) -> Result<Self, WireError> {
        let mut r = Reader::new(bytes);
        let pass = Self::read(&mut r)?;
        r.end()?;
        Ok(pass)
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Self {
            officer: r.public_key()?,
            signature: r.signature()?,
        })
    }
}

impl Asker {
    fn write(&self, w: &mut Writer) {
        match self {
            Self::Register => w.u8(0),
            Self::Officer { request, key } => {
                w.u8(1);
                w.raw(&request.0);
                w.raw(&key.0);
            }
            Self::Passed { request, key, pass } => {
                w.u8(2);
                w.raw(&request.0);
                w.raw(&key.0);
                w.raw(&pass.to_bytes());
            }
        }
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        match r.u8("asker")? {
            0 => Ok(Self::Register),
            1 => Ok(Self::Officer {
                request: r.hash()?,
                key: r.public_key()?,
            }),
            2 => Ok(Self::Passed {
                request: r.hash()?,
                key: r.public_key()?,
                pass: Pass::read(r)?,
            }),
            _ => Err(WireError::BadValue { field: "asker" }),
        }
    }
}

/// Asks for blobs by name; goes signed ([`crate::signing::SignatureLabel::BlobsGet`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobsGet {
    /// The register-epoch they are in.
    pub pseud: Pseud,
    /// Who asks.
    pub asker: Asker,
    /// When, Unix seconds: an old question is not answered again.
    pub time: i64,
    /// At most [`MAX_BLOBS_GET`].
    pub names: Vec<Name>,
}

impl Message for BlobsGet {
    const TYPE: MessageType = MessageType::BlobsGet;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.raw(&self.pseud.0);
        self.asker.write(w);
        w.i64(self.time);
        w.count(self.names.len(), MAX_BLOBS_GET, "names")?;
        for n in &self.names {
            w.raw(&n.0);
        }
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        let pseud = r.pseud()?;
        let asker = Asker::read(r)?;
        let time = r.i64("time")?;
        let count = r.count(MAX_BLOBS_GET, 16, "names")?;
        let names = (0..count)
            .map(|_| r.name())
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            pseud,
            asker,
            time,
            names,
        })
    }
}

/// What became of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlobStatus {
    /// Not here; no reason is told.
    Missing,
    /// Here, but the answer is full: ask again.
    Later,
    /// The bytes.
    Found(Vec<u8>),
}

/// One name's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobReply {
    /// The name asked for.
    pub name: Name,
    /// What became of it.
    pub status: BlobStatus,
}

/// Answers in the order of the names asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blobs {
    /// One per name.
    pub replies: Vec<BlobReply>,
}

impl Message for Blobs {
    const TYPE: MessageType = MessageType::Blobs;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.count(self.replies.len(), MAX_BLOBS_GET, "replies")?;
        for reply in &self.replies {
            w.raw(&reply.name.0);
            match &reply.status {
                BlobStatus::Missing => w.u8(0),
                BlobStatus::Later => w.u8(1),
                BlobStatus::Found(bytes) => {
                    w.u8(2);
                    w.bytes(bytes, MAX_BUNDLE, "blob")?;
                }
            }
        }
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        let max = MAX_BLOBS_BYTES.saturating_add(MAX_BUNDLE);
        if r.left() > max {
            return Err(WireError::TooLong {
                field: "replies",
                len: r.left(),
                max,
            });
        }
        let count = r.count(MAX_BLOBS_GET, 17, "replies")?;
        let mut replies = Vec::with_capacity(count);
        for _ in 0..count {
            let name = r.name()?;
            let status = match r.u8("status")? {
                0 => BlobStatus::Missing,
                1 => BlobStatus::Later,
                2 => BlobStatus::Found(r.bytes(MAX_BUNDLE, "blob")?),
                _ => return Err(WireError::BadValue { field: "status" }),
            };
            replies.push(BlobReply { name, status });
        }
        Ok(Self { replies })
    }
}

/// One escrow bundle on the list custodians read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BundleInfo {
    /// Its place in the buffer's order of bundles.
    pub seq: u64,
    /// The register-epoch it belongs to.
    pub pseud: Pseud,
    /// Its name.
    pub name: Name,
    /// Length in bytes.
    pub len: u32,
}

/// Bundles in ascending `seq`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundlePage {
    /// Ask again with `after` = this.
    pub cursor: u64,
    /// Whether there was more when the page was made.
    pub more: bool,
    /// The bundles.
    pub bundles: Vec<BundleInfo>,
}

impl Message for BundlePage {
    const TYPE: MessageType = MessageType::BundlePage;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.cursor);
        w.flag(self.more);
        w.count(self.bundles.len(), MAX_PAGE, "bundles")?;
        for b in &self.bundles {
            w.u64(b.seq);
            w.raw(&b.pseud.0);
            w.raw(&b.name.0);
            w.u32(b.len);
        }
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        let (cursor, more) = (r.u64("cursor")?, r.flag("more")?);
        let count = r.count(MAX_PAGE, 44, "bundles")?;
        let mut bundles = Vec::with_capacity(count);
        for _ in 0..count {
            bundles.push(BundleInfo {
                seq: r.u64("seq")?,
                pseud: r.pseud()?,
                name: r.name()?,
                len: r.u32("len")?,
            });
        }
        Ok(Self {
            cursor,
            more,
            bundles,
        })
    }
}
