//! The roster's bytes, both ways. Reading checks the shape alone; who signed what is [`super::merge`]'s.

use super::{DeviceEntry, LABEL, MAX_ENTRIES, NO_SLOT, ReaderKind, RegisterRoster, Revocation};
use crate::SyncError;
use crate::book::Read;
use ugnay_seal::{SealPublic, VerifyingId};

const SEALING: usize = 1216;

/// What the signature of an entry is over.
pub(super) fn entry_body(d: &DeviceEntry) -> Vec<u8> {
    let mut out = vec![d.kind as u8, d.slot];
    out.extend_from_slice(&d.signing);
    out.extend_from_slice(&d.sealing);
    out.extend_from_slice(&d.added_at.to_be_bytes());
    out.push(d.label.len().min(LABEL) as u8);
    out.extend(d.label.bytes().take(LABEL));
    out.extend_from_slice(&d.by);
    out
}

/// What the signature of a revocation is over.
pub(super) fn revocation_body(r: &Revocation) -> Vec<u8> {
    let mut out = r.signing.to_vec();
    out.extend_from_slice(&r.at.to_be_bytes());
    out.extend_from_slice(&r.epoch);
    out.extend_from_slice(&r.by);
    out
}

impl RegisterRoster {
    /// The roster's bytes: what is signed and sealed.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![2];
        out.extend_from_slice(&self.serial.to_be_bytes());
        out.push(self.devices.len() as u8);
        for d in &self.devices {
            out.extend_from_slice(&entry_body(d));
            out.extend_from_slice(&d.sig);
        }
        out.push(self.revocations.len() as u8);
        for r in &self.revocations {
            out.extend_from_slice(&revocation_body(r));
            out.extend_from_slice(&r.sig);
        }
        out
    }

    /// Reads a roster. Its signatures are not checked here: [`Self::merge`] does.
    ///
    /// # Errors
    /// [`SyncError::Nonsense`] for anything but one roster with valid keys, in order, with distinct slots of live devices.
    pub fn decode(bytes: &[u8]) -> Result<Self, SyncError> {
        let mut r = Read(bytes);
        let roster = Self::read(&mut r).filter(|_| r.0.is_empty());
        roster
            .filter(|r| r.encode() == bytes && r.in_order())
            .ok_or(SyncError::Nonsense("roster"))
    }

    fn read(r: &mut Read<'_>) -> Option<Self> {
        if r.array::<1>()? != [2] {
            return None;
        }
        let mut out = Self {
            serial: r.u64()?,
            ..Self::default()
        };
        let [count] = r.array()?;
        if usize::from(count) > MAX_ENTRIES {
            return None;
        }
        for _ in 0..count {
            out.devices.push(entry(r)?);
        }
        let [count] = r.array()?;
        if usize::from(count) > out.devices.len() {
            return None;
        }
        for _ in 0..count {
            out.revocations.push(Revocation {
                signing: r.array()?,
                at: r.array().map(i64::from_be_bytes)?,
                epoch: r.array()?,
                by: r.array()?,
                sig: r.array()?,
            });
        }
        Some(out)
    }

    /// One encoding per set: ascending, so nothing stands twice; no two live devices in one slot.
    fn in_order(&self) -> bool {
        let devices = self
            .devices
            .windows(2)
            .all(|w| matches!(w, [a, b] if (a.added_at, a.signing) < (b.added_at, b.signing)));
        let revoked = self
            .revocations
            .windows(2)
            .all(|w| matches!(w, [a, b] if a.signing < b.signing));
        let slots: Vec<u8> = self.writers().map(|d| d.slot).collect();
        let distinct = slots
            .iter()
            .enumerate()
            .all(|(i, s)| slots.iter().skip(i.saturating_add(1)).all(|o| o != s));
        let keys = self.devices.iter().enumerate().all(|(i, d)| {
            let rest = self.devices.iter().skip(i.saturating_add(1));
            rest.clone().all(|o| o.signing != d.signing)
        });
        devices && revoked && distinct && keys
    }
}

fn entry(r: &mut Read<'_>) -> Option<DeviceEntry> {
    let [kind, slot] = r.array()?;
    let (kind, fits) = match kind {
        1 => (ReaderKind::Device, slot < crate::device::ROSTER_SLOT),
        2 => (ReaderKind::Sheet, slot == NO_SLOT),
        _ => return None,
    };
    let signing: [u8; 32] = r.array()?;
    let sealing = r.slice(SEALING)?;
    VerifyingId::from_bytes(&signing).ok()?;
    SealPublic::from_bytes(sealing).ok()?;
    let added_at = r.array().map(i64::from_be_bytes)?;
    let [len] = r.array()?;
    let label = String::from_utf8(r.slice(usize::from(len))?.to_vec()).ok()?;
    fits.then_some(DeviceEntry {
        kind,
        slot,
        signing,
        sealing: sealing.to_vec(),
        added_at,
        label,
        by: r.array()?,
        sig: r.array()?,
    })
}
