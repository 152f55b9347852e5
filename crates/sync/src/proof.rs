//! Asks the buffer to prove that our heads stand in the log, and where the log stood once it had them.

use crate::watch::{Sighting, Watch};
use crate::{Client, DeviceKeys, SyncError};
use ugnay_log::{Hash, SignedCheckpoint, VerifierKey, leaf_hash, verify_inclusion};
use ugnay_wire::{HeadsProof, HeadsRoot, ProblemCode, heads};

/// A root over heads as the log holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedHeads {
    /// Leaf index of its entry.
    pub index: u64,
    /// The entry's time, Unix seconds.
    pub time: i64,
    /// The root.
    pub root: HeadsRoot,
}

/// What this device verified of the log before an exchange: a checkpoint that a quorum cosigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSeen {
    /// The log's key.
    pub log: VerifierKey,
    /// Its size; 0 before anything was verified.
    pub size: u64,
    /// The newest root over heads below that size.
    pub heads: Option<LoggedHeads>,
}

/// Demands that the cosigned log commits to the register's heads. What it need not hold yet is left unproven.
pub(crate) fn demand(
    client: &mut Client,
    keys: &DeviceKeys,
    log: &LogSeen,
    watch: &mut Watch,
    sighting: &Sighting,
) -> Result<(), SyncError> {
    const MISSING: SyncError = SyncError::Alarm("heads_not_in_log");
    let must = watch.must_hold(log.size);
    let Some(logged) = &log.heads else {
        return if must { Err(MISSING) } else { Ok(()) };
    };
    if watch.listed.is_empty() && sighting.now.is_empty() || watch.settled(logged.index, sighting) {
        return Ok(());
    }
    let proof = match client.heads(&keys.pseud(), log.size) {
        Ok(proof) => proof,
        // The buffer keeps what its last roots commit to. If the cosigned checkpoint is its newest, it has to know.
        Err(SyncError::Refused(ProblemCode::NotFound)) => {
            let newest = published(client, &log.log)?.map(|(size, _)| size);
            let due = must && newest == Some(log.size);
            return if due { Err(MISSING) } else { Ok(()) };
        }
        Err(e) => return Err(e),
    };
    check(&proof, keys, logged)?;
    match watch.explains(&proof.heads, sighting) {
        Some(true) => watch.prove(logged.index, logged.time),
        Some(false) if must => return Err(MISSING),
        _ => {}
    }
    Ok(())
}

/// Whether the proof is about this register and the root that the log holds.
fn check(proof: &HeadsProof, keys: &DeviceKeys, logged: &LoggedHeads) -> Result<(), SyncError> {
    let path: Vec<Hash> = proof.path.iter().map(|h| h.0).collect();
    let leaf = leaf_hash(&heads::leaf(&keys.pseud(), &proof.heads));
    let HeadsRoot { registers, root } = &logged.root;
    let good = proof.log_index == logged.index
        && verify_inclusion(proof.position, *registers, &leaf, &path, &root.0).is_ok();
    if good {
        Ok(())
    } else {
        Err(SyncError::Alarm("heads_proof_wrong"))
    }
}

/// Size and root of the newest published checkpoint, cosigned or not; nothing before the first.
pub(crate) fn published(
    client: &mut Client,
    log: &VerifierKey,
) -> Result<Option<(u64, Hash)>, SyncError> {
    let note = match client.checkpoint() {
        Err(SyncError::Refused(ProblemCode::NotFound)) => return Ok(None),
        other => other?,
    };
    let bad = |_| SyncError::Alarm("log_bad_signature");
    let signed = SignedCheckpoint::parse(&note).map_err(bad)?;
    signed.verify_log(log).map_err(bad)?;
    let at = signed.checkpoint();
    Ok(Some((at.size, at.root)))
}
