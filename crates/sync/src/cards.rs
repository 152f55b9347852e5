//! What a desk does with a released key: opens every card of one compartment. Knows no σ and merges nothing.

use crate::pull::Reader;
use crate::shard::Entry;
use crate::{Client, SyncError};
use std::collections::BTreeMap;
use ugnay_model::Record;
use ugnay_seal::{CardDek, Cid, Dek, DeviceSlot, EpochId, FedId, VerifyingId};
use ugnay_wire::Pseud;

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
