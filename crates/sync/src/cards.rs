//! What a desk does with released keys: reads the index of each compartment, leaves out what no device of the register
//! wrote, opens the rest. Knows no σ and merges nothing.

use crate::pull::Reader;
use crate::shard::{Entry, Shard};
use crate::writers::{DeviceId, Doubt, Standing};
use crate::{Client, Fetcher, SyncError};
use std::collections::BTreeMap;
use ugnay_model::Record;
use ugnay_seal::{CardDek, Cid, Dek, DeviceSlot, EpochId, FedId, VerifyingId};
use ugnay_wire::{Name, Pseud};

/// A compartment whose key was released.
#[derive(Clone, Copy)]
pub struct Granted<'a> {
    /// The federation.
    pub fed: FedId,
    /// The register-epoch.
    pub epoch: EpochId,
    /// Its name at the buffer.
    pub pseud: Pseud,
    /// The compartment.
    pub cid: Cid,
    /// Its key.
    pub key: &'a CardDek,
}

/// The index shards of one compartment, each signed by somebody; by whom it may be is judged later, once the lists of all
/// compartments are known.
pub struct Shards {
    written: Vec<(VerifyingId, Shard)>,
    lists: Vec<Vec<u8>>,
    damaged: u32,
}

/// What the desk found.
#[derive(Debug, Default)]
pub struct Found {
    /// Records with their version: the record's latest Lamport time.
    pub records: Vec<(u64, Record)>,
    /// How many cards were left out, by the device that wrote them.
    pub refused: BTreeMap<(DeviceId, Doubt), u32>,
    /// Shards and cards that are not what names them, or are not there.
    pub damaged: u32,
}

/// Reads the shards of a compartment.
///
/// # Errors
/// When the buffer cannot be reached or answers nonsense. A shard that does not open is counted.
pub fn read_shards(
    client: &mut Client,
    by: &Fetcher,
    of: &Granted<'_>,
) -> Result<Shards, SyncError> {
    let dek = Dek::from(of.key);
    let reader = reader(of, &dek);
    let names: Vec<Name> = DeviceSlot::all()
        .map(|slot| Name(ugnay_seal::index_name(&dek, slot).0))
        .collect();
    let mut out = Shards {
        written: Vec::new(),
        lists: Vec::new(),
        damaged: 0,
    };
    for (name, blob) in client.blobs(by, of.pseud, &names)? {
        match reader.open_shard(name, &blob) {
            Ok((writer, shard, list)) => {
                out.written.push((writer, shard));
                out.lists.extend(list);
            }
            Err(_) => out.damaged += 1,
        }
    }
    Ok(out)
}

impl Shards {
    /// Gives the lists of writers that stand in these shards to the judgement.
    pub fn teach(&self, epoch: EpochId, standing: &mut Standing) {
        for list in &self.lists {
            standing.take(epoch, list);
        }
    }

    /// How many cards these shards name.
    #[must_use]
    pub fn named(&self) -> usize {
        let here = |(_, s): &(VerifyingId, Shard)| s.0.values().filter(|e| e.here).count();
        self.written.iter().map(here).sum()
    }
}

/// Opens the cards of a compartment. Each record is the newest state that any device of the register wrote; a record that
/// a later shard says has left is not among them.
///
/// # Errors
/// When the buffer cannot be reached or answers nonsense. What does not verify is counted, and stops nothing else.
pub fn open_cards(
    client: &mut Client,
    by: &Fetcher,
    of: &Granted<'_>,
    shards: &Shards,
    standing: &Standing,
) -> Result<Found, SyncError> {
    let dek = Dek::from(of.key);
    let reader = reader(of, &dek);
    let mut out = Found {
        damaged: shards.damaged,
        ..Found::default()
    };
    let mut newest: BTreeMap<[u8; 16], (Entry, VerifyingId)> = BTreeMap::new();
    for (writer, shard) in &shards.written {
        if let Err(doubt) = standing.judge(&of.epoch, writer) {
            let cards = shard.0.values().filter(|e| e.here).count();
            *out.refused.entry((writer.hash().0, doubt)).or_default() += cards as u32;
            continue;
        }
        for (object, e) in &shard.0 {
            // At the same version the mark wins: who wrote it had merged what the other had not yet.
            let rank = |e: &Entry| (e.version, !e.here, e.blob);
            let newer = newest
                .get(object)
                .is_none_or(|(old, _)| rank(e) > rank(old));
            if newer {
                newest.insert(*object, (*e, *writer));
            }
        }
    }
    newest.retain(|_, (e, _)| e.here);
    let names: Vec<Name> = newest.values().map(|(e, _)| Name(e.blob)).collect();
    let blobs: BTreeMap<Name, Vec<u8>> = client.blobs(by, of.pseud, &names)?.into_iter().collect();
    for (object, (e, writer)) in &newest {
        let blob = blobs.get(&Name(e.blob));
        let record = blob.and_then(|b| reader.record(object, e, b, writer).ok());
        match record {
            Some(record) => out.records.push((e.version, record)),
            None => out.damaged += 1,
        }
    }
    Ok(out)
}

fn reader<'a>(of: &Granted<'a>, dek: &'a Dek) -> Reader<'a> {
    Reader {
        fed: of.fed,
        epoch: of.epoch,
        cid: of.cid,
        dek,
        pseud: of.pseud,
    }
}
