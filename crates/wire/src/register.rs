//! Opening a register-epoch at the buffer, and ending one for the next.

use crate::error::WireError;
use crate::ids::{Name, Pseud, PublicKey, Signature};
use crate::limits::MAX_DEVWRAP;
use crate::message::{Message, MessageType};
use crate::reader::Reader;
use crate::writer::Writer;

/// Asks the buffer to make room for a register-epoch. Carries no signature of its own:
/// the ticket binds all three fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenRegister {
    /// The register-epoch's pseudonym.
    pub pseud: Pseud,
    /// Key that signs batches.
    pub write_cap: PublicKey,
    /// Key that signs read requests.
    pub read_cap: PublicKey,
    /// A ticket key's signature over [`crate::signing::ticket_to_sign`].
    pub ticket: Signature,
}

impl Message for OpenRegister {
    const TYPE: MessageType = MessageType::OpenRegister;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.raw(&self.pseud.0);
        w.raw(&self.write_cap.0);
        w.raw(&self.read_cap.0);
        w.raw(&self.ticket.0);
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Self {
            pseud: r.pseud()?,
            write_cap: r.public_key()?,
            read_cap: r.public_key()?,
            ticket: r.signature()?,
        })
    }
}

/// Ends a register-epoch and makes room for the one after it, in one step. Followed by a signature of the ending epoch's
/// write-cap ([`crate::signing::SignatureLabel::NextEpoch`]); no ticket is needed, since one room takes another's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextRegister {
    /// The register-epoch that ends.
    pub pseud: Pseud,
    /// The next one's pseudonym.
    pub next: Pseud,
    /// Key that signs the next one's batches.
    pub write_cap: PublicKey,
    /// Key that signs the next one's read requests.
    pub read_cap: PublicKey,
    /// Name of the notice, kept in the ending epoch.
    pub name: Name,
    /// The notice, opaque: stored as [`crate::BlobKind::DevWrap`].
    pub notice: Vec<u8>,
}

impl Message for NextRegister {
    const TYPE: MessageType = MessageType::NextRegister;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.raw(&self.pseud.0);
        w.raw(&self.next.0);
        w.raw(&self.write_cap.0);
        w.raw(&self.read_cap.0);
        w.raw(&self.name.0);
        w.bytes(&self.notice, MAX_DEVWRAP, "notice")
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        let message = Self {
            pseud: r.pseud()?,
            next: r.pseud()?,
            write_cap: r.public_key()?,
            read_cap: r.public_key()?,
            name: r.name()?,
            notice: r.bytes(MAX_DEVWRAP, "notice")?,
        };
        if message.next == message.pseud {
            return Err(WireError::BadValue { field: "next" });
        }
        Ok(message)
    }
}
