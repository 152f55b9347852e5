//! Two rosters become one: everybody either side knows, if somebody who was live signed for them; a revocation wins.
//! Two devices that each added a third at the same time therefore end with both, and nobody raises an alarm.

use super::{DeviceEntry, ReaderKind, RegisterRoster, Revocation, codec};
use crate::SyncError;
use ugnay_seal::{FedId, Label, Sig, VerifyingId};

const FORGED: SyncError = SyncError::Alarm("register_roster_foreign_signer");

impl RegisterRoster {
    /// This roster, which is believed, together with what `other` adds to it.
    ///
    /// An entry or a revocation of `other` counts when its signer is live in the result so far; revocations are looked
    /// at first. What somebody outside or somebody revoked signed is left out: it may be an honest remainder from
    /// before the revocation. The serial rises above both where the result is neither.
    ///
    /// # Errors
    /// [`SyncError::Alarm`] `register_roster_foreign_signer` when a signature of a live reader does not hold.
    pub fn merge(&self, other: &Self, fed: &FedId) -> Result<Self, SyncError> {
        let mut out = self.clone();
        loop {
            let before = (out.devices.len(), out.revocations.len());
            for r in &other.revocations {
                out.take_revocation(r, fed)?;
            }
            for d in &other.devices {
                out.take_entry(d, fed)?;
            }
            if before == (out.devices.len(), out.revocations.len()) {
                break;
            }
        }
        out.one_per_slot();
        let serial = self.serial.max(other.serial);
        out.changed();
        out.serial = serial;
        if !out.same(self) && !out.same(other) {
            out.serial = serial.saturating_add(1);
        }
        Ok(out)
    }

    /// Whether both name the same readers and revocations.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        (&self.devices, &self.revocations) == (&other.devices, &other.revocations)
    }

    fn take_revocation(&mut self, r: &Revocation, fed: &FedId) -> Result<(), SyncError> {
        let known = self.entry(&r.signing).is_some() && self.revocation(&r.signing).is_none();
        if !known || !self.is_live(&r.by) {
            return Ok(());
        }
        check(
            &r.by,
            Label::DeviceRevoke,
            fed,
            &codec::revocation_body(r),
            &r.sig,
        )?;
        self.revocations.push(r.clone());
        Ok(())
    }

    fn take_entry(&mut self, d: &DeviceEntry, fed: &FedId) -> Result<(), SyncError> {
        let full = self.devices.len() >= super::MAX_ENTRIES;
        if full || self.entry(&d.signing).is_some() || !self.is_live(&d.by) {
            return Ok(());
        }
        check(
            &d.by,
            Label::DeviceEntry,
            fed,
            &codec::entry_body(d),
            &d.sig,
        )?;
        self.devices.push(d.clone());
        Ok(())
    }

    /// Where two live devices were given one slot, the one added first stays; the other has to be added anew.
    fn one_per_slot(&mut self) {
        let writers: Vec<DeviceEntry> = self.writers().cloned().collect();
        let beaten = |d: &DeviceEntry| {
            d.kind == ReaderKind::Device
                && writers.iter().any(|w| w.signing == d.signing)
                && writers
                    .iter()
                    .any(|w| w.slot == d.slot && (w.added_at, w.signing) < (d.added_at, d.signing))
        };
        self.devices.retain(|d| !beaten(d));
    }
}

fn check(
    by: &[u8; 32],
    label: Label,
    fed: &FedId,
    body: &[u8],
    sig: &[u8; 64],
) -> Result<(), SyncError> {
    let key = VerifyingId::from_bytes(by).map_err(|_| FORGED)?;
    key.verify(label, fed, body, &Sig(*sig)).map_err(|_| FORGED)
}
