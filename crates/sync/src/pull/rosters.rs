//! Reads the register's roster where it changed, and makes one of it and the one known here.

use crate::fetcher::Fetching;
use crate::roster::RegisterRoster;
use crate::{Client, DeviceKeys, Fetcher, SyncError};
use ugnay_seal::envelope::open_signed;
use ugnay_seal::{BlobName, Context};
use ugnay_wire::Change;

/// The roster that follows from both, and whether the buffer's lacks something of it. Nothing when it did not change.
pub(super) fn read(
    line: &mut Fetching<'_>,
    keys: &DeviceKeys,
    changes: &[Change],
    known: &RegisterRoster,
) -> Result<Option<(RegisterRoster, bool)>, SyncError> {
    let name = keys.roster_name();
    if !changes.iter().any(|c| c.name == name && !c.deleted) {
        return Ok(None);
    }
    fetch(line, keys, known)
}

/// The roster that follows from the buffer's and the one known, for whoever comes without having followed the changes.
///
/// # Errors
/// [`SyncError::Alarm`] for a roster that was not put by somebody of the register, and what the line may do.
pub fn newest(
    client: &mut Client,
    keys: &DeviceKeys,
    known: &RegisterRoster,
    now: i64,
) -> Result<RegisterRoster, SyncError> {
    let by = &Fetcher::device(keys, now);
    let found = fetch(&mut Fetching { client, by }, keys, known)?;
    Ok(found.map_or_else(|| known.clone(), |(roster, _)| roster))
}

fn fetch(
    line: &mut Fetching<'_>,
    keys: &DeviceKeys,
    known: &RegisterRoster,
) -> Result<Option<(RegisterRoster, bool)>, SyncError> {
    let name = keys.roster_name();
    let Some((_, blob)) = line.blobs(keys.pseud(), &[name])?.pop() else {
        return Ok(None);
    };
    let ctx = Context::register_roster(keys.fed, keys.sigma.epoch_id(), BlobName(name.0));
    let opened = open_signed(&keys.sigma.head_key(), &ctx, &blob)
        .map_err(|_| SyncError::Alarm("register_roster_unreadable"))?;
    let theirs = RegisterRoster::decode(&opened.payload)?;
    let merged = known.merge(&theirs, &keys.fed)?;
    // Each entry carries its own signature; that the whole was put by somebody of the register is asked as well.
    if merged.entry(opened.writer.as_bytes()).is_none() {
        return Err(SyncError::Alarm("register_roster_foreign_signer"));
    }
    let behind = !merged.same(&theirs);
    Ok(Some((merged, behind)))
}
