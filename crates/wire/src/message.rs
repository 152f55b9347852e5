//! The header every message shares, and the signature that may follow one.

use crate::error::WireError;
use crate::ids::Signature;
use crate::limits::VERSION;
use crate::reader::Reader;
use crate::writer::Writer;

const MAGIC: &[u8; 3] = b"UGW";

/// Type byte of a message. Numbers are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum MessageType {
    /// [`crate::OpenRegister`]
    OpenRegister = 1,
    /// [`crate::Batch`]
    Batch = 2,
    /// [`crate::Ack`]
    Ack = 3,
    /// [`crate::ChangesPage`]
    ChangesPage = 4,
    // 5 asked for blobs by name alone.
    /// [`crate::Blobs`]
    Blobs = 6,
    /// [`crate::BundlePage`]
    BundlePage = 7,
    /// [`crate::BoxPosted`]
    BoxPosted = 8,
    /// [`crate::BoxPage`]
    BoxPage = 9,
    /// [`crate::LogSubmit`]
    LogSubmit = 10,
    /// [`crate::LogAppended`]
    LogAppended = 11,
    /// [`crate::InclusionProof`]
    InclusionProof = 12,
    /// [`crate::ConsistencyProof`]
    ConsistencyProof = 13,
    /// [`crate::HeadsProof`]
    HeadsProof = 14,
    /// [`crate::NextRegister`]
    NextRegister = 15,
    /// [`crate::BlobsGet`]
    BlobsGet = 16,
}

/// A message with one encoding.
pub trait Message: Sized {
    /// Its type byte.
    const TYPE: MessageType;

    /// Writes the fields after the header.
    ///
    /// # Errors
    /// [`WireError`] where a value breaks a limit.
    fn write(&self, w: &mut Writer) -> Result<(), WireError>;

    /// Reads the fields after the header.
    ///
    /// # Errors
    /// [`WireError`] naming the first field that is wrong.
    fn read(r: &mut Reader<'_>) -> Result<Self, WireError>;

    /// The whole message.
    ///
    /// # Errors
    /// As [`Message::write`].
    fn encode(&self) -> Result<Vec<u8>, WireError> {
        let mut w = Writer::default();
        w.raw(MAGIC);
        w.u8(VERSION);
        w.u8(Self::TYPE as u8);
        self.write(&mut w)?;
        Ok(w.finish())
    }

    /// Reads a whole message and nothing more.
    ///
    /// # Errors
    /// [`WireError`] naming what is wrong.
    fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let mut r = Reader::new(bytes);
        if &r.array::<3>("magic")? != MAGIC {
            return Err(WireError::NotAMessage);
        }
        let found = r.u8("version")?;
        if found != VERSION {
            return Err(WireError::UnsupportedVersion { found });
        }
        let (expected, found) = (Self::TYPE as u8, r.u8("type")?);
        if found != expected {
            return Err(WireError::WrongType { expected, found });
        }
        let message = Self::read(&mut r)?;
        r.end()?;
        Ok(message)
    }
}

/// A message's bytes followed by an Ed25519 signature of 64 bytes.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The message as received: what the signature is over.
    pub message: &'a [u8],
    /// The signature.
    pub signature: Signature,
}

impl<'a> Signed<'a> {
    /// Splits received bytes; says nothing yet about the signature being good.
    ///
    /// # Errors
    /// [`WireError::Truncated`] if there is no room for a signature.
    pub fn split(bytes: &'a [u8]) -> Result<Self, WireError> {
        let (message, signature) = bytes
            .split_last_chunk::<64>()
            .ok_or(WireError::Truncated { field: "signature" })?;
        Ok(Self {
            message,
            signature: Signature(*signature),
        })
    }

    /// Message and signature in one.
    #[must_use]
    pub fn join(message: &[u8], signature: &Signature) -> Vec<u8> {
        [message, &signature.0].concat()
    }
}
