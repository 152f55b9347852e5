//! Boxes: short sealed messages under a topic (receipts, pairing, share releases,
//! outcome reports). Who knows the topic may read and write; the bytes are opaque.

use crate::error::WireError;
use crate::ids::Topic;
use crate::limits::{MAX_BOX, MAX_BOX_PAGE_BYTES, MAX_PAGE};
use crate::message::{Message, MessageType};
use crate::reader::Reader;
use crate::writer::Writer;

/// The box that sealed shares for a request go to. It takes nothing but what a custodian's notice in the log names.
#[must_use]
pub fn shares_topic(request: &[u8; 32]) -> Topic {
    let named = [&b"ugnay/v1/topic/shares\0"[..], request].concat();
    let hash = crate::signing::sha256(&named);
    let mut out = [0; 16];
    for (to, from) in out.iter_mut().zip(hash.0) {
        *to = from;
    }
    Topic(out)
}

/// A message is in its box. Posting the same bytes again gives the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoxPosted {
    /// Its place in the box, from 1.
    pub seq: u64,
}

impl Message for BoxPosted {
    const TYPE: MessageType = MessageType::BoxPosted;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.seq);
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Self { seq: r.u64("seq")? })
    }
}

/// One message of a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxMessage {
    /// Its place in the box, from 1.
    pub seq: u64,
    /// Opaque bytes.
    pub bytes: Vec<u8>,
}

/// Messages in ascending `seq`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxPage {
    /// Ask again with `after` = this.
    pub cursor: u64,
    /// Whether there was more when the page was made.
    pub more: bool,
    /// The messages.
    pub messages: Vec<BoxMessage>,
}

impl Message for BoxPage {
    const TYPE: MessageType = MessageType::BoxPage;

    fn write(&self, w: &mut Writer) -> Result<(), WireError> {
        w.u64(self.cursor);
        w.flag(self.more);
        w.count(self.messages.len(), MAX_PAGE, "messages")?;
        for m in &self.messages {
            w.u64(m.seq);
            w.bytes(&m.bytes, MAX_BOX, "message")?;
        }
        Ok(())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, WireError> {
        let max = MAX_BOX_PAGE_BYTES.saturating_add(MAX_BOX);
        if r.left() > max {
            return Err(WireError::TooLong {
                field: "messages",
                len: r.left(),
                max,
            });
        }
        let (cursor, more) = (r.u64("cursor")?, r.flag("more")?);
        let count = r.count(MAX_PAGE, 12, "messages")?;
        let mut messages = Vec::with_capacity(count);
        for _ in 0..count {
            messages.push(BoxMessage {
                seq: r.u64("seq")?,
                bytes: r.bytes(MAX_BOX, "message")?,
            });
        }
        Ok(Self {
            cursor,
            more,
            messages,
        })
    }
}
