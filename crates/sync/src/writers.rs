//! The list of who writes for a register in one epoch, for readers without the register's own roster: a desk holds the key
//! of some compartments and nothing else of the register.
//!
//! Owns the list's bytes, and who is believed by them. It travels inside every index shard of a releasable compartment,
//! sealed with it, so the buffer never sees it. Must not name a device but by the hash of its key, and decides nothing
//! for devices: they have the roster itself ([`crate::RegisterRoster`]).
//!
//! ```text
//! list   = version u8 = 1 | epoch[16] | count u8 | device[32]* | count u8 | revoked[32]* | count u8 | before* | signature[64]
//! before = epoch[16] | signature[64]
//! ```
//! `device` and `revoked` are SHA-256 of signing keys, ascending. The signature is by the epoch's write capability (label
//! writers): whoever had σ made it, so neither a desk nor k custodians nor the buffer can. `before` is an epoch that this
//! one took the place of, with a signature by *its* write capability over `epoch ‖ this epoch ‖ this write capability`
//! (label writers-before): a revocation said here holds there too.

use crate::RegisterRoster;
use crate::book::Read;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_seal::{EpochId, FedId, Label, Sig, Sigma, VerifyingId, sha256};

/// Most older epochs that a list speaks of.
const MOST_BEFORE: usize = 16;
/// Most devices of either kind: as many as a roster has entries.
const MOST_DEVICES: usize = crate::roster::MAX_ENTRIES;
/// Longest list in bytes.
pub(crate) const MAX_LIST: usize = 1 + 16 + 3 + 64 + 2 * MOST_DEVICES * 32 + MOST_BEFORE * 80;

/// SHA-256 of a device's signing key: its name for people.
pub type DeviceId = [u8; 32];

/// Why what a device wrote is not shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub enum Doubt {
    /// No list of the register names it.
    Foreign,
    /// The register took it out.
    Revoked,
}

/// A list as read; nothing in it is believed yet.
#[derive(Clone, PartialEq, Eq, Debug)]
struct List {
    epoch: [u8; 16],
    devices: BTreeSet<DeviceId>,
    revoked: BTreeSet<DeviceId>,
    before: BTreeMap<[u8; 16], [u8; 64]>,
    sig: [u8; 64],
}

/// Writes the list of an epoch. `older` are the epochs before it whose seeds are still held.
pub(crate) fn issue(
    sigma: &Sigma,
    fed: &FedId,
    roster: &RegisterRoster,
    older: &[Sigma],
) -> Vec<u8> {
    let (epoch, cap) = (sigma.epoch_id(), sigma.write_cap());
    let mut before = BTreeMap::new();
    for old in older.iter().rev().take(MOST_BEFORE) {
        let said = bond(&old.epoch_id(), &epoch, &cap.public());
        let sig = old.write_cap().sign(Label::WritersBefore, fed, &said);
        before.insert(old.epoch_id().0, sig.0);
    }
    let mut list = List {
        epoch: epoch.0,
        devices: roster.writers().map(|d| d.hash().0).collect(),
        revoked: roster.revoked().map(|key| sha256(key).0).collect(),
        before,
        sig: [0; 64],
    };
    list.sig = cap.sign(Label::Writers, fed, &list.body()).0;
    list.encode()
}

fn bond(old: &EpochId, new: &EpochId, cap: &VerifyingId) -> Vec<u8> {
    [&old.0[..], &new.0, cap.as_bytes()].concat()
}

impl List {
    fn body(&self) -> Vec<u8> {
        let mut out = vec![1];
        out.extend_from_slice(&self.epoch);
        for set in [&self.devices, &self.revoked] {
            out.push(set.len() as u8);
            set.iter().for_each(|id| out.extend_from_slice(id));
        }
        out.push(self.before.len() as u8);
        for (epoch, sig) in &self.before {
            out.extend_from_slice(epoch);
            out.extend_from_slice(sig);
        }
        out
    }

    fn encode(&self) -> Vec<u8> {
        [&self.body()[..], &self.sig].concat()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > MAX_LIST {
            return None;
        }
        let mut r = Read(bytes);
        let list = Self::read(&mut r).filter(|_| r.0.is_empty())?;
        // One encoding: whatever is twice or out of order would be written otherwise.
        (list.encode() == bytes).then_some(list)
    }

    fn read(r: &mut Read<'_>) -> Option<Self> {
        if r.array::<1>()? != [1] {
            return None;
        }
        let epoch = r.array()?;
        let mut sets = [BTreeSet::new(), BTreeSet::new()];
        for set in &mut sets {
            let [count] = r.array()?;
            for _ in 0..count {
                set.insert(r.array()?);
            }
        }
        let [count] = r.array()?;
        let mut before = BTreeMap::new();
        for _ in 0..count {
            before.insert(r.array()?, r.array()?);
        }
        let [devices, revoked] = sets;
        Some(Self {
            epoch,
            devices,
            revoked,
            before,
            sig: r.array()?,
        })
    }
}

/// Reads a list and writes it again, for those who attack parsers.
pub(crate) fn reread(bytes: &[u8]) -> Option<Vec<u8>> {
    List::decode(bytes).map(|l| l.encode())
}

/// What the registers of a release say about their writers.
#[derive(Debug)]
pub struct Standing {
    fed: FedId,
    caps: BTreeMap<EpochId, VerifyingId>,
    live: BTreeMap<EpochId, BTreeSet<DeviceId>>,
    revoked: BTreeMap<EpochId, BTreeSet<DeviceId>>,
}

impl Standing {
    /// Judges by the write capabilities that at least k custodians vouch for.
    #[must_use]
    pub fn new(fed: FedId, caps: BTreeMap<EpochId, VerifyingId>) -> Self {
        Self {
            fed,
            caps,
            live: BTreeMap::new(),
            revoked: BTreeMap::new(),
        }
    }

    /// Takes a list found in an epoch. One that this epoch's write capability did not sign changes nothing.
    pub(crate) fn take(&mut self, epoch: EpochId, bytes: &[u8]) {
        let Some((list, cap)) = List::decode(bytes).zip(self.caps.get(&epoch)) else {
            return;
        };
        let signed = cap.verify(Label::Writers, &self.fed, &list.body(), &Sig(list.sig));
        if list.epoch != epoch.0 || signed.is_err() {
            return;
        }
        for (old, sig) in &list.before {
            let old = EpochId(*old);
            let said = bond(&old, &epoch, cap);
            let by = |c: &VerifyingId| {
                c.verify(Label::WritersBefore, &self.fed, &said, &Sig(*sig))
                    .is_ok()
            };
            if self.caps.get(&old).is_some_and(by) {
                let there = self.revoked.entry(old).or_default();
                there.extend(&list.revoked);
            }
        }
        self.revoked.entry(epoch).or_default().extend(list.revoked);
        self.live.entry(epoch).or_default().extend(list.devices);
    }

    /// Whether what this device wrote in this epoch is the register's. A revocation wins, whoever says otherwise.
    ///
    /// # Errors
    /// [`Doubt`].
    pub(crate) fn judge(&self, epoch: &EpochId, writer: &VerifyingId) -> Result<(), Doubt> {
        let id = writer.hash().0;
        let among = |of: &BTreeMap<EpochId, BTreeSet<DeviceId>>| {
            of.get(epoch).is_some_and(|s| s.contains(&id))
        };
        if among(&self.revoked) {
            Err(Doubt::Revoked)
        } else if among(&self.live) {
            Ok(())
        } else {
            Err(Doubt::Foreign)
        }
    }
}

#[cfg(test)]
mod tests;
