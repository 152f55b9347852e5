//! The notice of a next epoch: who begins one leaves it in the epoch that ends, with the seed sealed to every reader.
//!
//! Owns the notice's bytes, who is believed, and which of several notices counts. Must not switch an epoch, nor decide
//! when one ends.
//!
//! ```text
//! notice = version u8 = 1 | epoch[16] | born i64 | federation's roster hash[32] | policy hash[32]
//!        | roster len u32 | roster | count u8 | wrap[1365]*
//! ```
//! Sealed under the ending epoch's head key and signed by its author (kind 5 of the envelope). Each wrap is bound to the
//! hash of exactly that roster and to its reader. A revoked device can open the notice and finds no wrap in it.

use crate::book::Read;
use crate::{Client, DeviceKeys, Fetcher, RegisterRoster, SyncError};
use rand_core::CryptoRng;
use ugnay_seal::devwrap::{self, WrapBinding};
use ugnay_seal::envelope::{next_epoch_name, open_signed, seal_signed};
use ugnay_seal::{
    BlobName, Context, DeviceSlot, EpochId, Hash32, SealPublic, Sigma, VerifyingId, sha256,
};
use ugnay_wire::Name;

const WRAP: usize = 1365;

/// Under which objects of the federation an epoch began: where they change, the next one is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Under {
    /// Hash of the roster of custodians.
    pub roster: Hash32,
    /// Hash of the policy.
    pub policy: Hash32,
}

/// A notice whose author's signature holds. Believed only through [`choose`].
#[derive(Clone, Debug)]
pub struct Notice {
    author: VerifyingId,
    epoch: EpochId,
    born: i64,
    under: Under,
    roster: RegisterRoster,
    roster_hash: Hash32,
    wraps: Vec<Vec<u8>>,
}

/// The next epoch as this device has it from a notice.
#[derive(Debug)]
pub struct Next {
    /// Its seed.
    pub sigma: Sigma,
    /// When it began, Unix seconds.
    pub born: i64,
    /// Under which objects of the federation.
    pub under: Under,
    /// Its readers.
    pub roster: RegisterRoster,
    /// Live readers that no notice has a wrap for: added while the epoch was being changed. Somebody who has the seed
    /// hands it to them.
    pub waiting: bool,
}

/// What a new epoch is made of.
#[derive(Debug)]
pub struct NewEpoch<'a> {
    /// Its seed.
    pub sigma: &'a Sigma,
    /// Who reads it.
    pub roster: &'a RegisterRoster,
    /// Under which objects of the federation.
    pub under: Under,
    /// Unix seconds.
    pub born: i64,
}

impl DeviceKeys {
    /// Where this device leaves its notice of the next epoch.
    #[must_use]
    pub fn notice_name(&self) -> Name {
        self.notice_of(self.slot)
    }

    /// The name that notices in a box are bound to.
    #[must_use]
    pub fn late_name(&self) -> Name {
        self.notice_of(DeviceSlot::new(crate::device::ROSTER_SLOT).unwrap_or(self.slot))
    }

    fn notice_of(&self, slot: DeviceSlot) -> Name {
        Name(next_epoch_name(&self.sigma.head_key(), slot).0)
    }
}

/// Writes the notice of a new epoch for everybody in its roster, sealed under the present one of `keys`.
///
/// # Errors
/// [`SyncError::Seal`].
pub fn announce(
    keys: &DeviceKeys,
    new: &NewEpoch<'_>,
    name: Name,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SyncError> {
    let roster = new.roster.encode();
    let mut out = vec![1];
    out.extend_from_slice(&new.sigma.epoch_id().0);
    out.extend_from_slice(&new.born.to_be_bytes());
    out.extend_from_slice(&new.under.roster.0);
    out.extend_from_slice(&new.under.policy.0);
    out.extend_from_slice(&(roster.len() as u32).to_be_bytes());
    out.extend_from_slice(&roster);
    out.push(new.roster.readers().count() as u8);
    for reader in new.roster.readers() {
        let binding = WrapBinding {
            fed: keys.fed,
            roster_hash: sha256(&roster),
            device_pk_hash: reader.hash(),
        };
        let to = SealPublic::from_bytes(&reader.sealing)?;
        out.extend_from_slice(&devwrap::wrap(
            new.sigma,
            &binding,
            &to,
            &keys.identity,
            rng,
        )?);
    }
    let ctx = context(keys, name);
    Ok(seal_signed(
        &keys.sigma.head_key(),
        &ctx,
        &keys.identity,
        &out,
        rng,
    )?)
}

fn context(keys: &DeviceKeys, name: Name) -> Context {
    Context::next_epoch(keys.fed, keys.sigma.epoch_id(), BlobName(name.0))
}

/// The notices that devices left in the epoch of `keys`. What does not open or is not one is left out: only somebody who
/// had the epoch's seed could have written one, and then [`choose`] asks who.
///
/// # Errors
/// When the buffer cannot be reached.
pub fn notices(client: &mut Client, keys: &DeviceKeys, now: i64) -> Result<Vec<Notice>, SyncError> {
    let names: Vec<Name> = DeviceSlot::all().map(|s| keys.notice_of(s)).collect();
    let blobs = client.blobs(&Fetcher::device(keys, now), keys.pseud(), &names)?;
    Ok(blobs
        .iter()
        .filter_map(|(name, blob)| open_notice(keys, *name, blob))
        .collect())
}

/// Opens one notice.
#[must_use]
pub fn open_notice(keys: &DeviceKeys, name: Name, blob: &[u8]) -> Option<Notice> {
    let opened = open_signed(&keys.sigma.head_key(), &context(keys, name), blob).ok()?;
    let mut r = Read(&opened.payload);
    let notice = read(&mut r, opened.writer)?;
    r.0.is_empty().then_some(notice)
}

fn read(r: &mut Read<'_>, author: VerifyingId) -> Option<Notice> {
    if r.array::<1>()? != [1] {
        return None;
    }
    let epoch = EpochId(r.array()?);
    let born = r.array().map(i64::from_be_bytes)?;
    let under = Under {
        roster: Hash32(r.array()?),
        policy: Hash32(r.array()?),
    };
    let len = r.count()?;
    let bytes = r.slice(len)?;
    let roster = RegisterRoster::decode(bytes).ok()?;
    let [count] = r.array()?;
    let mut wraps = Vec::new();
    for _ in 0..count {
        wraps.push(r.slice(WRAP)?.to_vec());
    }
    Some(Notice {
        author,
        epoch,
        born,
        under,
        roster,
        roster_hash: sha256(bytes),
        wraps,
    })
}

/// Which of the notices counts: among those by readers who are live once all are known, the one of the lowest epoch id.
/// Two devices that began an epoch at the same time so end in the same one. `known` is the roster of the ending epoch.
///
/// Nothing when there is no notice to believe.
///
/// # Errors
/// [`SyncError::Revoked`] when somebody live revoked this device, [`SyncError::NotEnrolled`] when the next epoch's
/// readers do not include it yet, [`SyncError::Alarm`] for a forged roster.
pub fn choose(
    keys: &DeviceKeys,
    known: &RegisterRoster,
    notices: &[Notice],
) -> Result<Option<Next>, SyncError> {
    let me = keys.identity.public();
    let mut all = known.clone();
    for n in by_standing(known, notices) {
        if all.live(&n.author).is_some() {
            all = all.merge(&n.roster, &keys.fed)?;
        }
    }
    let believed = || notices.iter().filter(|n| all.live(&n.author).is_some());
    let Some(epoch) = believed().map(|n| n.epoch).min() else {
        return Ok(None);
    };
    all.enrolled(&me)?;
    let of_epoch = || believed().filter(|n| n.epoch == epoch);
    let mut found = None;
    for n in of_epoch() {
        if let Some(sigma) = n.seed(keys)? {
            found = Some((n, sigma));
            break;
        }
    }
    let (n, sigma) = found.ok_or(SyncError::NotEnrolled)?;
    let roster = n.roster.merge(&all, &keys.fed)?;
    let waiting = roster
        .readers()
        .any(|r| of_epoch().all(|n| n.roster.entry(&r.signing).is_none()));
    Ok(Some(Next {
        sigma,
        born: n.born,
        under: n.under,
        roster,
        waiting,
    }))
}

/// Notices by authors known before come first, so that their revocations are learnt before those of newcomers.
fn by_standing<'a>(known: &RegisterRoster, notices: &'a [Notice]) -> Vec<&'a Notice> {
    let mut out: Vec<&Notice> = notices.iter().collect();
    out.sort_by_key(|n| (known.live(&n.author).is_none(), n.epoch));
    out
}

impl Notice {
    /// The seed, if one of the wraps is for this device.
    fn seed(&self, keys: &DeviceKeys) -> Result<Option<Sigma>, SyncError> {
        let binding = WrapBinding {
            fed: keys.fed,
            roster_hash: self.roster_hash,
            device_pk_hash: keys.identity.public().hash(),
        };
        for wrap in &self.wraps {
            let Ok(opened) = devwrap::unwrap(wrap, &binding, &keys.seal) else {
                continue;
            };
            if opened.signer != self.author || opened.sigma.epoch_id() != self.epoch {
                return Err(SyncError::Alarm("next_epoch_forged"));
            }
            return Ok(Some(opened.sigma));
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests;
