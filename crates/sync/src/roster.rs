//! The register's roster: which devices write, sealed so that the buffer reads neither keys nor labels.
//!
//! ```text
//! roster = version u8 = 1 | serial u64 | count u8 | device*
//! device = slot u8 | signing key[32] | sealing key[1216] | added_at i64 | revoked_at i64 (0: not) | label len u8 | label
//! ```
//! Serial 1 is signed by the first device; every later one by a device of the roster before it.

use crate::SyncError;
use ugnay_seal::{DeviceSlot, SealPublic, VerifyingId};

/// One device.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeviceEntry {
    /// Its slot, 0-14.
    pub slot: u8,
    /// Its signing key.
    pub signing: [u8; 32],
    /// Its sealing key.
    pub sealing: Vec<u8>,
    /// Unix seconds.
    pub added_at: i64,
    /// Unix seconds, or 0.
    pub revoked_at: i64,
    /// A label like "hall laptop"; at most 64 bytes.
    pub label: String,
}

/// The devices of a register.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RegisterRoster {
    /// Rises with every change.
    pub serial: u64,
    /// The devices, by slot.
    pub devices: Vec<DeviceEntry>,
}

const SEALING: usize = 1216;

impl RegisterRoster {
    /// A live device by its signing key.
    #[must_use]
    pub fn live(&self, key: &VerifyingId) -> Option<&DeviceEntry> {
        self.devices
            .iter()
            .find(|d| d.revoked_at == 0 && d.signing == *key.as_bytes())
    }

    /// The first slot never used.
    #[must_use]
    pub fn free_slot(&self) -> Option<u8> {
        (0..crate::device::ROSTER_SLOT).find(|s| self.devices.iter().all(|d| d.slot != *s))
    }

    /// Live devices.
    #[must_use]
    pub fn live_count(&self) -> usize {
        self.devices.iter().filter(|d| d.revoked_at == 0).count()
    }

    /// The roster's bytes: what is signed and sealed.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![1];
        out.extend_from_slice(&self.serial.to_be_bytes());
        out.push(self.devices.len() as u8);
        for d in &self.devices {
            out.push(d.slot);
            out.extend_from_slice(&d.signing);
            out.extend_from_slice(&d.sealing);
            out.extend_from_slice(&d.added_at.to_be_bytes());
            out.extend_from_slice(&d.revoked_at.to_be_bytes());
            out.push(d.label.len().min(64) as u8);
            out.extend(d.label.bytes().take(64));
        }
        out
    }

    /// Reads a roster.
    ///
    /// # Errors
    /// [`SyncError::Nonsense`] for anything but one roster with valid keys and distinct slots.
    pub fn decode(bytes: &[u8]) -> Result<Self, SyncError> {
        Self::parse(bytes).ok_or(SyncError::Nonsense("roster"))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (head, mut rest) = bytes.split_first_chunk::<10>()?;
        let (version, serial) = head.split_first()?;
        let (serial, count) = serial.split_first_chunk::<8>()?;
        if *version != 1 {
            return None;
        }
        let mut out = Self {
            serial: u64::from_be_bytes(*serial),
            devices: Vec::new(),
        };
        for _ in 0..*count.first()? {
            let (slot, r) = rest.split_first()?;
            let (signing, r) = r.split_first_chunk::<32>()?;
            let (sealing, r) = r.split_first_chunk::<SEALING>()?;
            let (added, r) = r.split_first_chunk::<8>()?;
            let (revoked, r) = r.split_first_chunk::<8>()?;
            let (len, r) = r.split_first()?;
            let (label, r) = r.split_at_checked(usize::from(*len))?;
            rest = r;
            VerifyingId::from_bytes(signing).ok()?;
            SealPublic::from_bytes(sealing).ok()?;
            DeviceSlot::new(*slot)?;
            if *slot >= crate::device::ROSTER_SLOT || out.devices.iter().any(|d| d.slot == *slot) {
                return None;
            }
            out.devices.push(DeviceEntry {
                slot: *slot,
                signing: *signing,
                sealing: sealing.to_vec(),
                added_at: i64::from_be_bytes(*added),
                revoked_at: i64::from_be_bytes(*revoked),
                label: String::from_utf8(label.to_vec()).ok()?,
            });
        }
        rest.is_empty().then_some(out)
    }
}

#[cfg(test)]
mod tests;
