//! The line as a file: the batches that would travel by net, byte for byte, for a stick. Another device of the register
//! merges them, or anybody hands them to the buffer. Must not count anything as sent: that is for the buffer to say.
//!
//! ```text
//! file  = "UGNAYB" | version u8 = 1 | pseud[16] | count u16 | (u32 length | signed batch)*
//! ```
//! A signed batch is the body of `POST …/batch`: the message and the write capability's signature.

use crate::book::{Book, Read};
use crate::exchange::{load_book, pending, write_down};
use crate::push;
use crate::reach::{self, ToSend};
use crate::transport::{Method, Request, Response, Transport};
use crate::{Client, Compartments, DeviceKeys, RegisterRoster, SyncError, TransportError, pull};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_register::{ChangeKind, Register, Source};
use ugnay_seal::{Label, Sig};
use ugnay_wire::limits::{MAX_BATCH_BYTES, MAX_BLOBS_BYTES};
use ugnay_wire::message::Signed;
use ugnay_wire::{
    Batch, BlobKind, BlobReply, BlobStatus, Blobs, BlobsGet, Change, ChangesPage, Hash, Item,
    Message, Name, Pseud,
};

const MAGIC: &[u8; 6] = b"UGNAYB";
/// Most batches in one file.
pub(crate) const MOST_BATCHES: usize = 64;
/// Longest file taken, in bytes.
pub const MAX_FILE: usize = 64 * 1024 * 1024;
const BAD: SyncError = SyncError::Nonsense("bundle file");

/// What an export wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// Batches in it.
    pub batches: usize,
    /// Records in them.
    pub records: usize,
}

/// Everything that waits to be sent, as a file. The batches are written down first: the next exchange by net sends
/// exactly these bytes. A second export adds what changed since.
///
/// # Errors
/// [`SyncError`] when the register cannot be read or written.
pub fn export(
    register: &mut Register,
    keys: &DeviceKeys,
    roster: &RegisterRoster,
    compartments: &Compartments,
    log_size: u64,
    rng: &mut impl CryptoRng,
) -> Result<Exported, SyncError> {
    let list = crate::exchange::writers(register, keys, roster)?;
    let mut waiting = pending(register, keys)?;
    loop {
        let place = waiting.last().map_or(0, |(place, _)| place + 1);
        if place >= MOST_BATCHES {
            break;
        }
        let there = waiting.iter().flat_map(|(_, p)| p.pushed.clone());
        let there: BTreeSet<_> = there.collect();
        let new = |r: &ToSend| {
            let facet = r.record.facet as u8;
            !there.contains(&(r.record.person.to_bytes(), facet, r.version))
        };
        let book = match waiting.last() {
            Some((_, last)) => last.book.clone(),
            None => load_book(register, keys)?,
        };
        let most = push::RECORDS_PER_BATCH;
        let records = reach::outgoing(register, &book, compartments, most, new)?.send;
        if records.is_empty() {
            break;
        }
        let next = push::plan(keys, &book, &records, log_size, &list, rng)?;
        write_down(register, keys, place, &next)?;
        waiting.push((place, next.pending));
    }
    let records = waiting.iter().map(|(_, p)| p.pushed.len()).sum();
    let batches = waiting.len();
    let mut bytes = MAGIC.to_vec();
    bytes.push(1);
    bytes.extend_from_slice(&keys.pseud().0);
    bytes.extend_from_slice(&(batches as u16).to_be_bytes());
    for (_, p) in waiting {
        let signed = crate::client::signed_batch(keys, &p.batch)?;
        bytes.extend_from_slice(&(signed.len() as u32).to_be_bytes());
        bytes.extend_from_slice(&signed);
    }
    Ok(Exported {
        bytes,
        batches,
        records,
    })
}

/// The signed batches of a file, and whose they are.
pub(crate) fn parse(bytes: &[u8]) -> Option<(Pseud, Vec<&[u8]>)> {
    if bytes.len() > MAX_FILE {
        return None;
    }
    let mut r = Read(bytes);
    if r.array()? != *MAGIC || r.array()? != [1] {
        return None;
    }
    let pseud = Pseud(r.array()?);
    let count = usize::from(u16::from_be_bytes(r.array()?));
    if count > MOST_BATCHES {
        return None;
    }
    let mut batches = Vec::with_capacity(count);
    for _ in 0..count {
        let len = r.count().filter(|len| *len <= MAX_BATCH_BYTES + 64)?;
        batches.push(r.slice(len)?);
    }
    r.0.is_empty().then_some((pseud, batches))
}

/// Hands a file's batches to the buffer as they are. Whoever carries it needs no key: each is signed.
///
/// # Errors
/// [`SyncError::Nonsense`] for a file that is none; a buffer that refuses or cannot be reached. What it took it keeps,
/// and taking it again changes nothing.
pub fn feed(client: &mut Client, file: &[u8]) -> Result<usize, SyncError> {
    let (pseud, batches) = parse(file).ok_or(BAD)?;
    for batch in &batches {
        client.post_batch(&pseud, batch.to_vec())?;
    }
    Ok(batches.len())
}

/// Merges what another device of the register put into a file: number of records, and of places where two officers wrote
/// without knowing of each other. Everything is checked as if it came by net, and nothing else is remembered of it: the
/// next exchange reads it from the buffer again.
///
/// # Errors
/// [`SyncError::Nonsense`] for a file that is none, or of another register or epoch, or not signed by it. An alarm for
/// contents that do not fit; `record_missing` or `shard_held_back` also when the file builds on what this device has not
/// read yet.
pub fn import(
    register: &mut Register,
    keys: &DeviceKeys,
    roster: &RegisterRoster,
    compartments: &Compartments,
    file: &[u8],
    now: i64,
) -> Result<(u32, u32), SyncError> {
    let book = load_book(register, keys)?;
    let line = FileLine::open(keys, file, &book)?;
    let pulled = pull::pull(
        &mut Client::new(line),
        keys,
        &book,
        roster,
        compartments,
        now,
    )?;
    if pulled.records.is_empty() {
        return Ok((0, 0));
    }
    let source = Source::new(ChangeKind::Sync, "");
    let merged = register.merge_records(&pulled.records, &source, now)?;
    Ok((pulled.records.len() as u32, merged.conflicts.len() as u32))
}

/// A line that answers from a file as a buffer would that holds nothing else.
struct FileLine {
    after: u64,
    blobs: BTreeMap<Name, (BlobKind, Vec<u8>)>,
}

impl FileLine {
    fn open(keys: &DeviceKeys, file: &[u8], book: &Book) -> Result<Self, SyncError> {
        let (pseud, batches) = parse(file).filter(|(p, _)| *p == keys.pseud()).ok_or(BAD)?;
        let mut blobs = BTreeMap::new();
        for bytes in batches {
            let signed = Signed::split(bytes)?;
            let cap = keys.sigma.write_cap().public();
            cap.verify(
                Label::Batch,
                &keys.fed,
                signed.message,
                &Sig(signed.signature.0),
            )
            .map_err(|_| BAD)?;
            let batch = Batch::decode(signed.message)?;
            if batch.pseud != pseud {
                return Err(BAD);
            }
            for item in batch.items {
                match item {
                    Item::Put { kind, name, bytes } => {
                        blobs.insert(name, (kind, bytes));
                    }
                    Item::Delete { name } => {
                        blobs.remove(&name);
                    }
                    Item::Restore { .. } => return Err(BAD),
                }
            }
        }
        let after = book.cursor;
        Ok(Self { after, blobs })
    }

    /// Everything in the file as changes after the cursor.
    fn changes(&self, after: u64) -> ChangesPage {
        let fresh = after == self.after;
        let changes = (after.saturating_add(1)..)
            .zip(self.blobs.iter().filter(|_| fresh))
            .map(|(seq, (name, (kind, bytes)))| Change {
                seq,
                kind: *kind,
                name: *name,
                sha256: Hash(Sha256::digest(bytes).into()),
                len: bytes.len() as u32,
                deleted: false,
            })
            .filter(|c| matches!(c.kind, BlobKind::Head | BlobKind::Index))
            .collect::<Vec<_>>();
        ChangesPage {
            cursor: changes.last().map_or(after, |c| c.seq),
            more: false,
            changes,
        }
    }

    fn get(&self, ask: &BlobsGet) -> Blobs {
        let mut room = MAX_BLOBS_BYTES;
        let replies = ask.names.iter().map(|name| {
            let status = match self.blobs.get(name) {
                None => BlobStatus::Missing,
                Some((_, bytes)) if bytes.len() > room => BlobStatus::Later,
                Some((_, bytes)) => {
                    room = room.saturating_sub(bytes.len());
                    BlobStatus::Found(bytes.clone())
                }
            };
            BlobReply {
                name: *name,
                status,
            }
        });
        Blobs {
            replies: replies.collect(),
        }
    }
}

impl Transport for FileLine {
    fn send(&mut self, request: &Request) -> Result<Response, TransportError> {
        let answer = match request.method {
            Method::Get => {
                let after = request.path.split_once("?after=").map(|(_, q)| q);
                let after = after.and_then(|q| q.split('&').next()?.parse().ok());
                self.changes(after.unwrap_or(self.after)).encode()
            }
            Method::Post => {
                let signed = Signed::split(&request.body).map_err(|_| TransportError::Address)?;
                let ask = BlobsGet::decode(signed.message).map_err(|_| TransportError::Address)?;
                self.get(&ask).encode()
            }
        };
        let body = answer.map_err(|_| TransportError::TooLong)?;
        Ok(Response { status: 200, body })
    }
}

#[cfg(test)]
mod tests;
