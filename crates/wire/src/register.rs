//! Opening a register-epoch at the buffer.

use crate::error::WireError;
use crate::ids::{Pseud, PublicKey, Signature};
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
