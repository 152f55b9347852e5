//! Reads the heads that changed: ours must be the one we wrote last, another device's may only go forward.

use super::Seen;
use crate::book::Book;
use crate::fetcher::Fetching;
use crate::head::Head;
use crate::roster::RegisterRoster;
use crate::watch::Sighting;
use crate::{DeviceKeys, SyncError};
use sha2::{Digest, Sha256};
use ugnay_seal::envelope::open_signed;
use ugnay_seal::{BlobName, Context, DeviceSlot};
use ugnay_wire::{BlobKind, Change, Hash};

pub(super) fn read(
    line: &mut Fetching<'_>,
    keys: &DeviceKeys,
    changes: &[Change],
    roster: &RegisterRoster,
    book: &mut Book,
    seen: &mut Seen,
    sighting: &mut Sighting,
) -> Result<(), SyncError> {
    let listed = changes.iter().filter(|c| c.kind == BlobKind::Head);
    for change in listed.filter(|c| !c.deleted) {
        sighting.note(change.name, change.sha256);
    }
    for device in roster.writers() {
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
        let Some((_, blob)) = line.blobs(keys.pseud(), &[name])?.pop() else {
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
        sighting.note(name, Hash(sealed));
        if device.slot == keys.slot.get() {
            check_own(&head, book)?;
        } else {
            check_other(&head, sealed, device.slot, book)?;
            let last = book.heads.get(&device.slot).map_or(0, |(seq, _)| *seq);
            sighting.skipped |= head.seq > last.saturating_add(1);
            book.heads.insert(device.slot, (head.seq, sealed));
            seen.roots.insert(device.signing, head.live_root);
            sighting.others.insert(device.slot, head);
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
