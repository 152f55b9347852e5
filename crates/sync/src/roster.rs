//! The register's roster: who reads and who writes, each entry signed by whoever added it, sealed as a whole so that the
//! buffer reads neither keys nor labels.
//!
//! Owns the bytes, the rule who may add and revoke, and how two rosters become one. Must not decide when a device is
//! revoked, nor put a roster anywhere.
//!
//! ```text
//! roster     = version u8 = 2 | serial u64 | count u8 | entry* | count u8 | revocation*
//! entry      = kind u8 (1 device, 2 sheet) | slot u8 | signing key[32] | sealing key[1216] | added_at i64 | label len u8 | label | by[32] | signature[64]
//! revocation = signing key[32] | at i64 | epoch[16] | by[32] | signature[64]
//! ```
//! A signature is by the key `by` over all of its entry or revocation before it. The first device's entry is by itself;
//! it is believed because the welcome brought it. Entries stand in order of time added, then key; revocations in order
//! of key.

mod codec;
mod merge;

use crate::SyncError;
use ugnay_seal::{FedId, Hash32, Label, SealPublic, SigningIdentity, VerifyingId, sha256};

/// Slots of devices are below this; a sheet has no slot.
pub const NO_SLOT: u8 = 255;
/// Longest label in bytes.
pub(crate) const LABEL: usize = 64;
/// Most entries, revoked ones and sheets included.
pub(crate) const MAX_ENTRIES: usize = 40;

/// What a reader may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
#[repr(u8)]
pub enum ReaderKind {
    /// A device: reads and writes.
    Device = 1,
    /// A recovery sheet: opens seeds and adds a device when it is used; never writes a record.
    Sheet = 2,
}

/// One reader.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeviceEntry {
    /// Device or sheet.
    pub kind: ReaderKind,
    /// Its slot, 0-14; [`NO_SLOT`] for a sheet.
    pub slot: u8,
    /// Its signing key.
    pub signing: [u8; 32],
    /// Its sealing key.
    pub sealing: Vec<u8>,
    /// Unix seconds.
    pub added_at: i64,
    /// A label like "hall laptop"; at most 64 bytes.
    pub label: String,
    /// Who added it.
    pub by: [u8; 32],
    /// Their signature.
    pub sig: [u8; 64],
}

/// A new reader, before somebody of the roster signs for it.
#[derive(Clone, Copy, Debug)]
pub struct NewReader<'a> {
    /// Device or sheet.
    pub kind: ReaderKind,
    /// Its signing key.
    pub signing: &'a VerifyingId,
    /// Its sealing key.
    pub sealing: &'a SealPublic,
    /// What people call it; cut to 64 bytes, control characters left out.
    pub label: &'a str,
}

/// A reader that is no longer believed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revocation {
    /// Its signing key.
    pub signing: [u8; 32],
    /// Unix seconds.
    pub at: i64,
    /// The epoch in which it happened.
    pub epoch: [u8; 16],
    /// Who revoked it.
    pub by: [u8; 32],
    /// Their signature.
    pub sig: [u8; 64],
}

/// The readers of a register.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RegisterRoster {
    /// Rises with every change.
    pub serial: u64,
    devices: Vec<DeviceEntry>,
    revocations: Vec<Revocation>,
}

impl DeviceEntry {
    /// SHA-256 of its signing key: its name for people and custodians.
    #[must_use]
    pub fn hash(&self) -> Hash32 {
        sha256(&self.signing)
    }

    fn sign(mut self, fed: &FedId, by: &SigningIdentity) -> Self {
        self.by = *by.public().as_bytes();
        self.sig = by
            .sign(Label::DeviceEntry, fed, &codec::entry_body(&self))
            .0;
        self
    }
}

impl RegisterRoster {
    /// The roster of a register's first device.
    #[must_use]
    pub fn first(
        identity: &SigningIdentity,
        sealing: &SealPublic,
        label: &str,
        now: i64,
        fed: &FedId,
    ) -> Self {
        let new = NewReader {
            kind: ReaderKind::Device,
            signing: &identity.public(),
            sealing,
            label,
        };
        Self {
            serial: 1,
            devices: vec![unsigned(&new, 0, now).sign(fed, identity)],
            revocations: Vec::new(),
        }
    }

    /// Adds a reader, signed by `by`. A device gets a slot that no other live device would give at the same time.
    /// Returns false, and changes nothing, when there is no room or `by` is not a live reader.
    #[must_use]
    pub fn add(
        &mut self,
        new: &NewReader<'_>,
        epoch: &[u8; 16],
        now: i64,
        fed: &FedId,
        by: &SigningIdentity,
    ) -> bool {
        if self.live(new.signing).is_some() {
            return true;
        }
        let known = self.entry(new.signing.as_bytes()).is_some();
        if known || self.devices.len() >= MAX_ENTRIES || self.live(&by.public()).is_none() {
            return false;
        }
        let slot = match new.kind {
            ReaderKind::Sheet => NO_SLOT,
            ReaderKind::Device => match self.free_slot(&by.public(), epoch) {
                Some(slot) => slot,
                None => return false,
            },
        };
        self.devices.push(unsigned(new, slot, now).sign(fed, by));
        self.changed();
        true
    }

    /// Revokes a reader. Returns false, and changes nothing, when it is not live or `by` is not.
    #[must_use]
    pub fn revoke(
        &mut self,
        signing: &[u8; 32],
        epoch: &[u8; 16],
        now: i64,
        fed: &FedId,
        by: &SigningIdentity,
    ) -> bool {
        if !self.is_live(signing) || self.live(&by.public()).is_none() {
            return false;
        }
        let mut r = Revocation {
            signing: *signing,
            at: now,
            epoch: *epoch,
            by: *by.public().as_bytes(),
            sig: [0; 64],
        };
        r.sig = by
            .sign(Label::DeviceRevoke, fed, &codec::revocation_body(&r))
            .0;
        self.revocations.push(r);
        self.changed();
        true
    }

    /// All entries, revoked ones too, in order of time added.
    #[must_use]
    pub fn entries(&self) -> &[DeviceEntry] {
        &self.devices
    }

    /// An entry by its signing key, live or not.
    #[must_use]
    pub fn entry(&self, signing: &[u8; 32]) -> Option<&DeviceEntry> {
        self.devices.iter().find(|d| d.signing == *signing)
    }

    /// The revocation of a signing key.
    #[must_use]
    pub fn revocation(&self, signing: &[u8; 32]) -> Option<&Revocation> {
        self.revocations.iter().find(|r| r.signing == *signing)
    }

    /// Signing keys of everybody who was taken out.
    pub fn revoked(&self) -> impl Iterator<Item = &[u8; 32]> {
        self.revocations.iter().map(|r| &r.signing)
    }

    /// A live reader, device or sheet, by its signing key.
    #[must_use]
    pub fn live(&self, key: &VerifyingId) -> Option<&DeviceEntry> {
        self.readers().find(|d| d.signing == *key.as_bytes())
    }

    /// Everybody who gets the seed of the next epoch: live devices and sheets.
    pub fn readers(&self) -> impl Iterator<Item = &DeviceEntry> {
        self.devices
            .iter()
            .filter(|d| self.revocation(&d.signing).is_none())
    }

    /// Live devices: whose heads, shards and records are believed.
    pub fn writers(&self) -> impl Iterator<Item = &DeviceEntry> {
        self.readers().filter(|d| d.kind == ReaderKind::Device)
    }

    /// Live devices.
    #[must_use]
    pub fn live_count(&self) -> usize {
        self.writers().count()
    }

    /// Whether this key may go on reading and writing.
    ///
    /// # Errors
    /// [`SyncError::Revoked`], [`SyncError::NotEnrolled`].
    pub fn enrolled(&self, key: &VerifyingId) -> Result<(), SyncError> {
        if self.revocation(key.as_bytes()).is_some() {
            return Err(SyncError::Revoked);
        }
        self.live(key).map(drop).ok_or(SyncError::NotEnrolled)
    }

    fn is_live(&self, signing: &[u8; 32]) -> bool {
        self.readers().any(|d| d.signing == *signing)
    }

    /// A slot nobody wrote under in this epoch. Two devices that each add a third at the same time choose differently:
    /// the choice goes by the adder's place among the live readers.
    fn free_slot(&self, by: &VerifyingId, epoch: &[u8; 16]) -> Option<u8> {
        let used = |s: u8| {
            self.devices.iter().any(|d| {
                let gone = self.revocation(&d.signing);
                d.slot == s && gone.is_none_or(|r| r.epoch == *epoch)
            })
        };
        let free: Vec<u8> = (0..crate::device::ROSTER_SLOT)
            .filter(|s| !used(*s))
            .collect();
        let place = self
            .readers()
            .position(|d| d.signing == *by.as_bytes())
            .unwrap_or(0);
        free.get(place.checked_rem(free.len())?).copied()
    }

    fn changed(&mut self) {
        self.serial = self.serial.saturating_add(1);
        self.devices.sort_by_key(|d| (d.added_at, d.signing));
        self.revocations.sort_by_key(|r| r.signing);
    }
}

fn unsigned(new: &NewReader<'_>, slot: u8, now: i64) -> DeviceEntry {
    let mut label: String = new.label.chars().filter(|c| !c.is_control()).collect();
    while label.len() > LABEL {
        label.pop();
    }
    DeviceEntry {
        kind: new.kind,
        slot,
        signing: *new.signing.as_bytes(),
        sealing: new.sealing.to_bytes(),
        added_at: now,
        label,
        by: [0; 32],
        sig: [0; 64],
    }
}

#[cfg(test)]
mod tests;
