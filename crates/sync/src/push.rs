//! From changed records to a batch: seal each record, rewrite the shards it touches, write a new head.

use crate::book::{Book, Place};
use crate::head::{self, Head};
use crate::pending::Pending;
use crate::reach::ToSend;
use crate::shard::{Entry, Shard};
use crate::{DeviceKeys, SyncError};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::Facet;
use ugnay_seal::envelope::seal_signed;
use ugnay_seal::{BlobName, Cid, Context, Dek, Facet as Sealed, ObjectId};
use ugnay_wire::{Batch, BatchId, BlobKind, Item, Name};

/// Most records in one batch: two items each, and room for shards and the head.
pub(crate) const RECORDS_PER_BATCH: usize = 1500;
/// Stop adding records when a batch has this many bytes.
const BATCH_BYTES: usize = 2 * 1024 * 1024;
/// Batches are filled up to a multiple of this, so that their size says little.
const BATCH_STEP: usize = 64 * 1024;

/// A batch, and what is to be kept with it.
pub(crate) struct Planned {
    /// To be written down and sent.
    pub pending: Pending,
    /// It takes a card out of the reach of custodians whose person refused: a new epoch is due.
    pub withdrawn: bool,
}

struct Draft<'a, R> {
    keys: &'a DeviceKeys,
    book: Book,
    items: BTreeMap<Name, Item>,
    touched: BTreeSet<Place>,
    withdrawn: bool,
    bytes: usize,
    /// The list of writers, for shards that a desk may open.
    list: &'a [u8],
    rng: &'a mut R,
}

/// Builds the next batch out of `records`; takes as many as fit.
pub(crate) fn plan(
    keys: &DeviceKeys,
    book: &Book,
    records: &[ToSend],
    checkpoint_size: u64,
    list: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Planned, SyncError> {
    let mut draft = Draft {
        keys,
        book: book.clone(),
        items: BTreeMap::new(),
        touched: BTreeSet::new(),
        withdrawn: false,
        bytes: 0,
        list,
        rng,
    };
    let mut pushed = Vec::new();
    for r in records.iter().take(RECORDS_PER_BATCH) {
        if draft.bytes > BATCH_BYTES {
            break;
        }
        draft.record(r)?;
        pushed.push((r.record.person.to_bytes(), r.record.facet as u8, r.version));
    }
    draft.shards()?;
    draft.head(checkpoint_size)?;
    draft.fill();
    let batch = Batch {
        pseud: keys.pseud(),
        batch_id: BatchId(random(draft.rng)),
        items: draft.items.into_values().collect(),
    };
    Ok(Planned {
        withdrawn: draft.withdrawn,
        pending: Pending {
            batch,
            pushed,
            book: draft.book,
        },
    })
}

impl<R: CryptoRng> Draft<'_, R> {
    fn put(&mut self, kind: BlobKind, name: Name, bytes: Vec<u8>) {
        self.bytes += bytes.len();
        self.items.insert(name, Item::Put { kind, name, bytes });
    }

    fn record(&mut self, r: &ToSend) -> Result<(), SyncError> {
        let Some(facet) = r.facet else {
            self.take_back(r);
            return Ok(());
        };
        let object = r.record.person.to_bytes();
        let place = (r.home.0, r.home.1, facet.byte());
        let (cid, dek) = compartment(self.keys, place);
        self.book.writer_seq += 1;
        let ctx = Context::record(
            self.keys.fed,
            self.keys.sigma.epoch_id(),
            cid,
            facet,
            ObjectId(object),
            self.keys.identity.public().hash(),
            self.book.writer_seq,
        );
        let blob = seal_signed(
            &dek,
            &ctx,
            &self.keys.identity,
            &r.record.to_cbor(),
            self.rng,
        )?;
        let name = random::<16>(self.rng);
        let entry = Entry {
            version: r.order,
            writer_seq: self.book.writer_seq,
            blob: name,
            hash: Sha256::digest(&blob).into(),
            here: true,
        };
        let now = BTreeSet::from([place]);
        let before = self.book.known.insert((object, r.record.facet as u8), now);
        for old in before.unwrap_or_default() {
            self.withdrawn |= r.refused && releasable(old) && !releasable(place);
            self.forget(old, object, entry.version, old != place);
        }
        self.book
            .own
            .entry(place)
            .or_default()
            .0
            .insert(object, entry);
        self.touched.insert(place);
        self.put(BlobKind::Record, Name(name), blob);
        Ok(())
    }

    /// Nothing of the record may be at the buffer any longer: every place it was seen in gets a mark.
    fn take_back(&mut self, r: &ToSend) {
        let object = r.record.person.to_bytes();
        let before = self.book.known.remove(&(object, r.record.facet as u8));
        for old in before.unwrap_or_default() {
            self.withdrawn |= r.refused && releasable(old);
            self.forget(old, object, r.order, true);
        }
    }

    /// Deletes our older blob; where the object moved, leaves a mark in our shard that it is gone from there.
    fn forget(&mut self, place: Place, object: [u8; 16], version: u64, moved: bool) {
        let shard = self.book.own.entry(place).or_default();
        let ours = shard
            .0
            .get(&object)
            .filter(|e| e.here)
            .map(|e| Name(e.blob));
        if moved {
            let gone = Entry {
                version,
                here: false,
                blob: [0; 16],
                hash: [0; 32],
                writer_seq: 0,
            };
            shard.0.insert(object, gone);
            self.touched.insert(place);
        }
        if let Some(name) = ours {
            self.items.insert(name, Item::Delete { name });
        }
    }

    fn shards(&mut self) -> Result<(), SyncError> {
        for place in core::mem::take(&mut self.touched) {
            let (cid, dek) = compartment(self.keys, place);
            let name = ugnay_seal::index_name(&dek, self.keys.slot);
            let facet = dek.facet();
            let ctx = Context::index(self.keys.fed, self.keys.sigma.epoch_id(), cid, facet, name);
            let empty = Shard::default();
            let shard = self.book.own.get(&place).unwrap_or(&empty);
            let shard = match facet {
                Sealed::Card => shard.encode_listed(self.list),
                Sealed::Case | Sealed::Withheld => shard.encode(),
            };
            let blob = seal_signed(&dek, &ctx, &self.keys.identity, &shard, self.rng)?;
            self.put(BlobKind::Index, Name(name.0), blob);
        }
        Ok(())
    }

    fn head(&mut self, checkpoint_size: u64) -> Result<(), SyncError> {
        let entries = self
            .book
            .own
            .values()
            .flat_map(|s| s.0.values())
            .filter(|e| e.here);
        let head = Head {
            seq: self.book.head.0 + 1,
            prev: self.book.head.1,
            epoch: self.keys.sigma.epoch_id().0,
            live_root: head::live_root(entries.map(|e| (&e.blob, &e.hash))),
            checkpoint_size,
            seen: self
                .book
                .heads
                .iter()
                .map(|(slot, (_, hash))| (*slot, *hash))
                .collect(),
        };
        self.book.head = (head.seq, head.hash());
        let name = self.keys.head_name(self.keys.slot);
        let ctx = Context::head(self.keys.fed, self.keys.sigma.epoch_id(), BlobName(name.0));
        let blob = seal_signed(
            &self.keys.sigma.head_key(),
            &ctx,
            &self.keys.identity,
            &head.encode(),
            self.rng,
        )?;
        self.put(BlobKind::Head, name, blob);
        Ok(())
    }

    /// One blob of random bytes, always under the same name of this device, fills the batch up.
    fn fill(&mut self) {
        let used = self.bytes + 128;
        let want = used.next_multiple_of(BATCH_STEP) - used;
        let mut bytes = vec![0; want.max(1)];
        self.rng.fill_bytes(&mut bytes);
        let head = self.keys.head_name(self.keys.slot);
        let name: [u8; 32] =
            Sha256::digest([b"ugnay/v1/filler\0".as_slice(), &head.0].concat()).into();
        let mut short = [0; 16];
        short.copy_from_slice(&name[..16]);
        self.put(BlobKind::Other, Name(short), bytes);
    }
}

/// Whether custodians hold shares of the key of this place.
fn releasable(place: Place) -> bool {
    place.2 == Sealed::Card.byte()
}

/// Which half of a person is sealed under a facet.
pub(crate) fn half(facet: Sealed) -> Facet {
    match facet {
        Sealed::Card | Sealed::Withheld => Facet::Card,
        Sealed::Case => Facet::Case,
    }
}

/// A compartment's id and key. A facet byte that is none counts as the most closely held.
pub(crate) fn compartment(keys: &DeviceKeys, place: Place) -> (Cid, Dek) {
    let facet = Sealed::from_byte(place.2).unwrap_or(Sealed::Case);
    let cid = keys.sigma.cid(place.0, place.1, facet);
    let dek = keys.sigma.dek(&cid, facet);
    (cid, dek)
}

pub(crate) fn random<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut out = [0; N];
    rng.fill_bytes(&mut out);
    out
}
