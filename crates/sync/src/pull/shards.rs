//! Reads the index shards that changed and the records they newly name. Fetching and opening is the reader's.

use super::{Reader, Seen};
use crate::book::{Book, Place};
use crate::fetcher::Fetching;
use crate::push::{compartment, half};
use crate::roster::RegisterRoster;
use crate::shard::Entry;
use crate::{Compartments, DeviceKeys, SyncError};
use std::collections::BTreeMap;
use ugnay_model::Record;
use ugnay_seal::{BlobName, DeviceSlot, Facet};
use ugnay_wire::{BlobKind, Change};

/// The names of other devices' shards, with their place and the writer's key.
pub(super) type ShardNames = BTreeMap<[u8; 16], (Place, [u8; 32])>;

pub(super) fn read(
    line: &mut Fetching<'_>,
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
        let Some(shard) = reader.shard(line, BlobName(name), signing)? else {
            return Err(SyncError::Alarm("shard_missing"));
        };
        let live: BTreeMap<[u8; 16], ([u8; 16], Entry)> = shard
            .0
            .iter()
            .filter(|(_, e)| e.here)
            .map(|(o, e)| (e.blob, (*o, *e)))
            .collect();
        for object in shard.0.iter().filter(|(_, e)| e.here).map(|(o, _)| o) {
            let half = half(dek.facet()) as u8;
            let places = book.known.entry((*object, half)).or_default();
            places.insert(*place);
        }
        let had = book.merged.remove(&name).unwrap_or_default();
        let new: Vec<_> = live
            .iter()
            .filter(|(b, _)| !had.contains_key(*b))
            .map(|(_, oe)| *oe)
            .collect();
        let (got, missing) = reader.records(line, &new, signing)?;
        records.extend(got);
        let hashes = live.iter().map(|(blob, (_, e))| (*blob, e.hash));
        let (missing, merged) = hashes.partition(|(blob, _)| missing.contains(blob));
        seen.missing.insert(name, missing);
        book.merged.insert(name, merged);
    }
    Ok(records)
}

/// The names of all shards that other devices of the register may write.
pub(super) fn names(
    keys: &DeviceKeys,
    roster: &RegisterRoster,
    compartments: &Compartments,
) -> ShardNames {
    let mut out = BTreeMap::new();
    for (psgc, dest) in compartments.all() {
        for facet in [Facet::Card, Facet::Case, Facet::Withheld] {
            let place = (psgc, dest, facet.byte());
            let (_, dek) = compartment(keys, place);
            for d in roster.writers().filter(|d| d.slot != keys.slot.get()) {
                if let Some(slot) = DeviceSlot::new(d.slot) {
                    out.insert(ugnay_seal::index_name(&dek, slot).0, (place, d.signing));
                }
            }
        }
    }
    out
}
