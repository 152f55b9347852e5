//! What leaves a party by file instead of by its own line: entries for the log, signed by whoever submits them, and letters
//! for boxes. Whoever holds the file may carry it to the buffer, and needs no key for it. Owns the layout and the carrying.
//! Must not sign anything.
//!
//! ```text
//! "UGOF" | version u8 = 1 | u32 count | item*
//! item = 1 | u32 length, signed LogSubmit      for the log
//!      | 2 | topic 16 | u32 length, message    for a box
//! ```

use super::refused;
use crate::dto::AppError;
use ugnay_seal::{FedId, Label, Sig, VerifyingId};
use ugnay_sync::{Client, SyncError};
use ugnay_wire::limits::{MAX_BOX, MAX_LOG_BODY, MAX_LOG_ENTRY};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;
use ugnay_wire::{LogSubmit, Message as _, Signed, Topic, WireError};

const MAGIC: &[u8; 4] = b"UGOF";
/// Longest entry with its body, head and signature.
const MAX_ENTRY: usize = MAX_LOG_ENTRY + MAX_LOG_BODY + 256;
/// Most items in a file.
const MAX_ITEMS: usize = 4096;

/// One thing to be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// An entry with its body, as [`ugnay_sync::signed_entry`] makes it.
    Entry(Vec<u8>),
    /// A letter and its box.
    Letter(Topic, Vec<u8>),
}

/// What is carried, in the order in which it was said.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct OutgoingFile(pub Vec<Item>);

impl OutgoingFile {
    /// The file.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `too_much_to_carry`.
    pub fn to_bytes(&self) -> Result<Vec<u8>, AppError> {
        self.write().map_err(|_| refused("too_much_to_carry"))
    }

    fn write(&self) -> Result<Vec<u8>, WireError> {
        let mut w = Writer::default();
        w.raw(MAGIC);
        w.u8(1);
        w.count(self.0.len(), MAX_ITEMS, "items")?;
        for item in &self.0 {
            match item {
                Item::Entry(signed) => {
                    w.u8(1);
                    w.bytes(signed, MAX_ENTRY, "entry")?;
                }
                Item::Letter(topic, letter) => {
                    w.u8(2);
                    w.raw(&topic.0);
                    w.bytes(letter, MAX_BOX, "letter")?;
                }
            }
        }
        Ok(w.finish())
    }

    /// Reads a file; says nothing yet about any signature in it.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `unknown_file`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        Self::read(bytes).ok_or_else(|| refused("unknown_file"))
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut r = Reader::new(bytes);
        let right = r.array::<4>("magic").ok()? == *MAGIC && r.u8("version").ok()? == 1;
        let mut items = Vec::new();
        for _ in 0..r.count(MAX_ITEMS, 5, "items").ok()? {
            items.push(match r.u8("item").ok()? {
                1 => Item::Entry(r.bytes(MAX_ENTRY, "entry").ok()?),
                2 => {
                    let topic = Topic(r.array("topic").ok()?);
                    Item::Letter(topic, r.bytes(MAX_BOX, "letter").ok()?)
                }
                _ => return None,
            });
        }
        r.end().ok()?;
        right.then_some(Self(items))
    }

    /// Its entries, each signed by the one who submits it; others are left out.
    pub fn entries(&self, fed: &FedId) -> impl Iterator<Item = LogSubmit> {
        self.0.iter().filter_map(|item| match item {
            Item::Entry(bytes) => signed_by_its_submitter(bytes, fed),
            Item::Letter(..) => None,
        })
    }
}

fn signed_by_its_submitter(bytes: &[u8], fed: &FedId) -> Option<LogSubmit> {
    let signed = Signed::split(bytes).ok()?;
    let submit = LogSubmit::decode(signed.message).ok()?;
    let by = VerifyingId::from_bytes(&submit.submitter.0).ok()?;
    let signature = Sig(signed.signature.0);
    by.verify(Label::LogSubmit, fed, signed.message, &signature)
        .ok()?;
    Some(submit)
}

/// What became of a file that was carried.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Where its entries stand in the log.
    pub entries: Vec<u64>,
    /// Letters that lie in their boxes.
    pub letters: u32,
    /// Why the buffer took the rest not, by code. It may take it later: shares only once their notice is published.
    pub refused: Vec<String>,
}

/// Carries a file to the buffer. Carried twice it changes nothing; what the buffer refuses holds nothing else up.
///
/// # Errors
/// [`crate::dto::ErrorCode::Refused`] with `unknown_file`; a buffer that cannot be reached.
pub fn carry(client: &mut Client, file: &[u8]) -> Result<Carried, AppError> {
    let mut out = Carried::default();
    for item in OutgoingFile::from_bytes(file)?.0 {
        let sent = match item {
            Item::Entry(signed) => client.submit_signed(signed).map(|i| out.entries.push(i)),
            Item::Letter(topic, letter) => client.post_box(&topic, letter).map(|_| {
                out.letters = out.letters.saturating_add(1);
            }),
        };
        match sent {
            Err(SyncError::Refused(code)) => out.refused.push(code.as_str().to_owned()),
            other => other?,
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests;
