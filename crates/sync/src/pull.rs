//! From the buffer's changes to records: open shards, fetch what is new, verify the writer, hand over for merging.

use crate::book::{Book, Place};
use crate::head::{Head, live_root};
use crate::push::compartment;
use crate::roster::RegisterRoster;
use crate::shard::{Entry, Shard};
use crate::{Client, Compartments, DeviceKeys, SyncError};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::Record;
use ugnay_seal::envelope::open_signed;
use ugnay_seal::{
    BlobName, CardDek, Cid, Context, Dek, DeviceSlot, EpochId, Facet, FedId, ObjectId, VerifyingId,
};
use ugnay_wire::{BlobKind, Change, Name, Pseud};

/// What a pull brought.
pub(crate) struct Pulled {
    /// Records to merge.
    pub records: Vec<Record>,
    /// The book once they are merged.
    pub book: Book,
    /// A newer register roster.
    pub roster: Option<RegisterRoster>,
}

/// How often a listing is read again because another device wrote in between.
const TRIES: usize = 4;

/// Reads everything after the book's cursor. What a head vouches for has to be there in whole: if it is not, and the
/// buffer lists no newer writing that would explain it, something was held back.
pub(crate) fn pull(
    client: &mut Client,
    keys: &DeviceKeys,
    book: &Book,
    roster: &RegisterRoster,
    compartments: &Compartments,
    now: i64,
) -> Result<Pulled, SyncError> {
    let mut all = Pulled {
        records: Vec::new(),
        book: book.clone(),
        roster: None,
    };
    let mut seen = Seen::default();
    for _ in 0..TRIES {
        let changes = all_changes(client, keys, all.book.cursor, now)?;
        if let (true, Some(fault)) = (changes.is_empty(), seen.fault) {
            return Err(SyncError::Alarm(fault));
        }
        let roster = all.roster.as_ref().unwrap_or(roster).clone();
        let newer = read_roster(client, keys, &changes, &roster)?;
        let roster_now = newer.as_ref().unwrap_or(&roster);
        if roster_now.live(&keys.identity.public()).is_none() {
            return Err(SyncError::NotEnrolled);
        }
        let book = &mut all.book;
        book.cursor = changes.iter().map(|c| c.seq).fold(book.cursor, Ord::max);
        read_heads(client, keys, &changes, roster_now, book, &mut seen)?;
        let names = shard_names(keys, roster_now, compartments);
        let records = read_shards(client, keys, &changes, &names, book, &mut seen)?;
        all.records.extend(records);
        seen.fault = seen.check(&names, book);
        if let Some(r) = newer {
            all.book.roster_serial = r.serial;
            all.roster = Some(r);
        }
        if seen.fault.is_none() {
            return Ok(all);
        }
    }
    Err(SyncError::Nonsense("changes"))
}

/// The names of other devices' shards, with their place and the writer's key.
type ShardNames = BTreeMap<[u8; 16], (Place, [u8; 32])>;

/// What one pull has seen of other devices so far.
#[derive(Default)]
struct Seen {
    /// Signing key → the hash over its live blobs.
    roots: BTreeMap<[u8; 32], [u8; 32]>,
    /// Shard → blobs it names that the buffer did not hand out.
    missing: BTreeMap<[u8; 16], BTreeMap<[u8; 16], [u8; 32]>>,
    /// What the last look found wrong.
    fault: Option<&'static str>,
}

impl Seen {
    /// Whether all that the heads vouch for is there.
    fn check(&self, names: &ShardNames, book: &Book) -> Option<&'static str> {
        if self.missing.values().any(|m| !m.is_empty()) {
            return Some("record_missing");
        }
        let whole = self.roots.iter().all(|(signing, root)| {
            let theirs = names.iter().filter(|(_, (_, s))| s == signing);
            let blobs = theirs.filter_map(|(name, _)| book.merged.get(name));
            live_root(blobs.flatten()) == *root
        });
        (!whole).then_some("shard_held_back")
    }
}

fn all_changes(
    client: &mut Client,
    keys: &DeviceKeys,
    mut after: u64,
    now: i64,
) -> Result<Vec<Change>, SyncError> {
    let mut out = Vec::new();
    loop {
        let page = client.changes(keys, after, now)?;
        if page.more && page.changes.is_empty() {
            return Err(SyncError::Nonsense("changes"));
        }
        after = page.cursor;
        out.extend(page.changes);
        if !page.more {
            return Ok(out);
        }
    }
}

fn read_roster(
    client: &mut Client,
    keys: &DeviceKeys,
    changes: &[Change],
    known: &RegisterRoster,
) -> Result<Option<RegisterRoster>, SyncError> {
    let name = keys.roster_name();
    if !changes.iter().any(|c| c.name == name && !c.deleted) {
        return Ok(None);
    }
    let Some((_, blob)) = client.blobs(keys.pseud(), &[name])?.pop() else {
        return Ok(None);
    };
    let ctx = Context::register_roster(keys.fed, keys.sigma.epoch_id(), BlobName(name.0));
    let opened = open_signed(&keys.sigma.head_key(), &ctx, &blob)
        .map_err(|_| SyncError::Alarm("register_roster_unreadable"))?;
    let new = RegisterRoster::decode(&opened.payload)?;
    if new.serial <= known.serial {
        return if new == *known {
            Ok(None)
        } else {
            Err(SyncError::Alarm("register_roster_rollback"))
        };
    }
    if known.live(&opened.writer).is_none() {
        return Err(SyncError::Alarm("register_roster_foreign_signer"));
    }
    Ok(Some(new))
}

fn read_heads(
    client: &mut Client,
    keys: &DeviceKeys,
    changes: &[Change],
    roster: &RegisterRoster,
    book: &mut Book,
    seen: &mut Seen,
) -> Result<(), SyncError> {
    for device in &roster.devices {
        let Some(slot) = DeviceSlot::new(device.slot) else {
            continue;
        };
        let name = keys.head_name(slot);
        let Some(change) = changes.iter().find(|c| c.name == name) else {
            continue;
        };
        if change.deleted {
            return Err(SyncError::Alarm("head_deleted"));
        }
        let Some((_, blob)) = client.blobs(keys.pseud(), &[name])?.pop() else {
            return Err(SyncError::Alarm("head_missing"));
        };
        let ctx = Context::head(keys.fed, keys.sigma.epoch_id(), BlobName(name.0));
        let opened = open_signed(&keys.sigma.head_key(), &ctx, &blob)
            .map_err(|_| SyncError::Alarm("head_unreadable"))?;
        if opened.writer.as_bytes() != &device.signing {
            return Err(SyncError::Alarm("head_foreign_signer"));
        }
        let head = Head::decode(&opened.payload)?;
        let sealed: [u8; 32] = Sha256::digest(&blob).into();
        if device.slot == keys.slot.get() {
            check_own(&head, book)?;
        } else {
            check_other(&head, sealed, device.slot, book)?;
            book.heads.insert(device.slot, (head.seq, sealed));
            seen.roots.insert(device.signing, head.live_root);
        }
    }
    Ok(())
}

/// Our own head must be the one we wrote last.
fn check_own(head: &Head, book: &Book) -> Result<(), SyncError> {
    match head.seq.cmp(&book.head.0) {
        core::cmp::Ordering::Less => Err(SyncError::Alarm("own_head_rollback")),
        core::cmp::Ordering::Equal if head.hash() == book.head.1 => Ok(()),
        _ => Err(SyncError::Alarm("own_head_foreign")),
    }
}

fn check_other(head: &Head, sealed: [u8; 32], slot: u8, book: &Book) -> Result<(), SyncError> {
    match book.heads.get(&slot) {
        Some((seq, _)) if head.seq < *seq => Err(SyncError::Alarm("head_rollback")),
        Some((seq, hash)) if head.seq == *seq && *hash != sealed => {
            Err(SyncError::Alarm("head_fork"))
        }
        _ => Ok(()),
    }
}

fn read_shards(
    client: &mut Client,
    keys: &DeviceKeys,
    changes: &[Change],
    names: &ShardNames,
    book: &mut Book,
    seen: &mut Seen,
) -> Result<Vec<Record>, SyncError> {
    let mut records = Vec::new();
    for change in changes.iter().filter(|c| c.kind == BlobKind::Index) {
        let name = change.name.0;
        let Some((place, signing)) = names.get(&name) else {
            continue;
        };
        if change.deleted {
            return Err(SyncError::Alarm("shard_deleted"));
        }
        let (cid, dek) = compartment(keys, *place);
        let reader = Reader {
            fed: keys.fed,
            epoch: keys.sigma.epoch_id(),
            cid,
            dek: &dek,
            pseud: keys.pseud(),
        };
        let Some(shard) = reader.shard(client, BlobName(name), signing)? else {
            return Err(SyncError::Alarm("shard_missing"));
        };
        let live: BTreeMap<[u8; 16], ([u8; 16], Entry)> = shard
            .0
            .iter()
            .filter(|(_, e)| e.here)
            .map(|(o, e)| (e.blob, (*o, *e)))
            .collect();
        for object in shard.0.iter().filter(|(_, e)| e.here).map(|(o, _)| o) {
            let places = book.known.entry((*object, place.2)).or_default();
            places.insert(*place);
        }
        let had = book.merged.remove(&name).unwrap_or_default();
        let new: Vec<_> = live
            .iter()
            .filter(|(b, _)| !had.contains_key(*b))
            .map(|(_, oe)| *oe)
            .collect();
        let (got, missing) = reader.records(client, &new, signing)?;
        records.extend(got);
        let hashes = live.iter().map(|(blob, (_, e))| (*blob, e.hash));
        let (missing, merged) = hashes.partition(|(blob, _)| missing.contains(blob));
        seen.missing.insert(name, missing);
        book.merged.insert(name, merged);
    }
    Ok(records)
}

/// The names of all shards that other devices of the register may write.
fn shard_names(
    keys: &DeviceKeys,
    roster: &RegisterRoster,
    compartments: &Compartments,
) -> ShardNames {
    let mut out = BTreeMap::new();
    for (psgc, dest) in compartments.all() {
        for facet in [Facet::Card, Facet::Case] {
            let place = (psgc, dest, facet.byte());
            let (_, dek) = compartment(keys, place);
            for d in roster.devices.iter().filter(|d| d.slot != keys.slot.get()) {
                if let Some(slot) = DeviceSlot::new(d.slot) {
                    out.insert(ugnay_seal::index_name(&dek, slot).0, (place, d.signing));
                }
            }
        }
    }
    out
}

/// Reads one compartment with its key: a device that has σ, or a desk that was granted the key.
struct Reader<'a> {
    fed: FedId,
    epoch: EpochId,
    cid: Cid,
    dek: &'a Dek,
    pseud: Pseud,
}

impl Reader<'_> {
    fn shard(
        &self,
        client: &mut Client,
        name: BlobName,
        signing: &[u8; 32],
    ) -> Result<Option<Shard>, SyncError> {
        let Some((writer, shard)) = self.any_shard(client, name)? else {
            return Ok(None);
        };
        if writer.as_bytes() == signing {
            Ok(Some(shard))
        } else {
            Err(SyncError::Alarm("shard_foreign_signer"))
        }
    }

    fn any_shard(
        &self,
        client: &mut Client,
        name: BlobName,
    ) -> Result<Option<(VerifyingId, Shard)>, SyncError> {
        let Some((_, blob)) = client.blobs(self.pseud, &[Name(name.0)])?.pop() else {
            return Ok(None);
        };
        let ctx = Context::index(self.fed, self.epoch, self.cid, self.dek.facet(), name);
        let opened =
            open_signed(self.dek, &ctx, &blob).map_err(|_| SyncError::Alarm("shard_unreadable"))?;
        Ok(Some((opened.writer, Shard::decode(&opened.payload)?)))
    }

    /// Opens the records of a shard. A blob that is gone was replaced since; its name is returned.
    fn records(
        &self,
        client: &mut Client,
        entries: &[([u8; 16], Entry)],
        signing: &[u8; 32],
    ) -> Result<(Vec<Record>, BTreeSet<[u8; 16]>), SyncError> {
        let names: Vec<Name> = entries.iter().map(|(_, e)| Name(e.blob)).collect();
        let blobs: BTreeMap<Name, Vec<u8>> =
            client.blobs(self.pseud, &names)?.into_iter().collect();
        let writer = VerifyingId::from_bytes(signing).map_err(|_| SyncError::Nonsense("roster"))?;
        let mut out = Vec::with_capacity(entries.len());
        let mut missing = BTreeSet::new();
        for (object, e) in entries {
            let Some(blob) = blobs.get(&Name(e.blob)) else {
                missing.insert(e.blob);
                continue;
            };
            out.push(self.record(object, e, blob, &writer)?);
        }
        Ok((out, missing))
    }

    fn record(
        &self,
        object: &[u8; 16],
        e: &Entry,
        blob: &[u8],
        writer: &VerifyingId,
    ) -> Result<Record, SyncError> {
        if <[u8; 32]>::from(Sha256::digest(blob)) != e.hash {
            return Err(SyncError::Alarm("record_swapped"));
        }
        let facet = self.dek.facet();
        let ctx = Context::record(
            self.fed,
            self.epoch,
            self.cid,
            facet,
            ObjectId(*object),
            writer.hash(),
            e.writer_seq,
        );
        let opened =
            open_signed(self.dek, &ctx, blob).map_err(|_| SyncError::Alarm("record_unreadable"))?;
        if opened.writer != *writer {
            return Err(SyncError::Alarm("record_foreign_signer"));
        }
        let record =
            Record::from_cbor(&opened.payload).map_err(|_| SyncError::Nonsense("record"))?;
        let same =
            record.person.to_bytes() == *object && crate::push::seal_facet(record.facet) == facet;
        if same {
            Ok(record)
        } else {
            Err(SyncError::Alarm("record_of_another"))
        }
    }
}

/// Opens every card of one compartment with a released key, as a desk does. Each record is the newest state
/// any device of the register wrote; a record that a later shard says has left is not among them.
///
/// # Errors
/// [`SyncError`] where anything does not verify.
pub fn fetch_cards(
    client: &mut Client,
    fed: FedId,
    epoch: EpochId,
    pseud: Pseud,
    cid: Cid,
    key: &CardDek,
) -> Result<Vec<Record>, SyncError> {
    let dek = Dek::from(key);
    let reader = Reader {
        fed,
        epoch,
        cid,
        dek: &dek,
        pseud,
    };
    let mut newest: BTreeMap<[u8; 16], (Entry, VerifyingId)> = BTreeMap::new();
    for slot in DeviceSlot::all() {
        let Some((writer, shard)) = reader.any_shard(client, ugnay_seal::index_name(&dek, slot))?
        else {
            continue;
        };
        for (object, e) in shard.0 {
            // At the same version the mark wins: who wrote it had merged what the other had not yet.
            let rank = |e: &Entry| (e.version, !e.here, e.blob);
            let newer = newest
                .get(&object)
                .is_none_or(|(old, _)| rank(&e) > rank(old));
            if newer {
                newest.insert(object, (e, writer));
            }
        }
    }
    let mut out = Vec::new();
    for (object, (e, writer)) in newest.into_iter().filter(|(_, (e, _))| e.here) {
        let (records, _) = reader.records(client, &[(object, e)], writer.as_bytes())?;
        out.extend(records);
    }
    Ok(out)
}
