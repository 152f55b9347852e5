//! What other rooms keep here: device secrets, epochs, the buffer's holdings, campaigns, other devices, small states.
//!
//! Owns the shapes and the calls. Must not interpret a seed, a signed object or a cursor.

use crate::{Register, RegisterError, table};
use ugnay_model::{AlertLevel, CampaignId, DeviceHash, Facet, Lamport, PersonId, Scope};
use zeroize::Zeroizing;

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $v:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* $v = $code,)* }

        impl $name {
            pub(crate) fn from_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$v),)* _ => None }
            }
        }
    };
}

/// This device's seeds; wiped when dropped.
pub struct DeviceSecrets {
    /// Seed of the Ed25519 identity.
    pub sign_seed: Zeroizing<[u8; 32]>,
    /// Seed of the X-Wing key pair.
    pub hybrid_seed: Zeroizing<[u8; 32]>,
}

impl core::fmt::Debug for DeviceSecrets {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("DeviceSecrets(…)")
    }
}

coded! {
    /// Where an epoch stands.
    EpochState {
        /// Made here, not yet known to the buffer.
        Pending = 1,
        /// New writes go here.
        Current = 2,
        /// Replaced by a later one.
        Retired = 3,
    }
}

/// An epoch of the register; its seed is wiped when dropped.
pub struct Epoch {
    /// The epoch's public id.
    pub id: [u8; 16],
    /// The seed σ.
    pub sigma: Zeroizing<[u8; 32]>,
    /// Where it stands.
    pub state: EpochState,
    /// Unix seconds.
    pub created_at: i64,
}

impl core::fmt::Debug for Epoch {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Epoch({:?})", self.state)
    }
}

/// What the buffer is known to hold of one record in one epoch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remote {
    /// In which epoch.
    pub epoch: [u8; 16],
    /// Whose record.
    pub person: PersonId,
    /// Which facet.
    pub facet: Facet,
    /// The blob's name on the buffer.
    pub blob: [u8; 16],
    /// The compartment it lies in.
    pub cid: [u8; 16],
    /// The device that wrote it.
    pub writer: DeviceHash,
    /// The writer's sequence number.
    pub seq: u64,
    /// Hash of the blob.
    pub hash: [u8; 32],
    /// The local version it held.
    pub pushed: i64,
}

coded! {
    /// Who opened a campaign.
    CampaignOrigin {
        /// A drill on this device.
        Drill = 1,
        /// A desk of the federation.
        Federation = 2,
    }
}

coded! {
    /// Where a campaign stands on this device.
    CampaignState {
        /// Calls are being made.
        Open = 1,
        /// Closed by the desk or the officer.
        Closed = 2,
        /// Put away here.
        Dismissed = 3,
    }
}

/// A contact campaign as this device keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Campaign {
    /// Which campaign.
    pub id: CampaignId,
    /// Who opened it.
    pub origin: CampaignOrigin,
    /// The signed object as it came; empty for a drill.
    pub signed: Vec<u8>,
    /// Its title.
    pub title: String,
    /// Whom it is about.
    pub scope: Scope,
    /// Alert level, if declared.
    pub alert: Option<AlertLevel>,
    /// Where it stands.
    pub state: CampaignState,
    /// Unix seconds.
    pub opened_at: i64,
    /// Unix seconds, once closed.
    pub closed_at: Option<i64>,
}

coded! {
    /// Where another device stands.
    SeenState {
        /// Invited, not yet confirmed.
        Invited = 1,
        /// May read and write.
        Active = 2,
        /// Revoked.
        Revoked = 3,
    }
}

/// Another device of this register.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenDevice {
    /// Hash of its public signing key.
    pub hash: DeviceHash,
    /// What people call it.
    pub label: String,
    /// Where it stands.
    pub state: SeenState,
    /// Unix seconds.
    pub first_seen: i64,
    /// Unix seconds.
    pub last_seen: i64,
    /// Its signed card as it came.
    pub card: Vec<u8>,
}

/// All of these fail with [`RegisterError`] when the store cannot be read or written.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once, on the block: they all fail alike"
)]
impl Register {
    /// This device's seeds.
    pub fn device_secrets(&self) -> Result<DeviceSecrets, RegisterError> {
        table::device::secrets(&self.conn)
    }

    /// Raises the Lamport clock to an authenticated time, when a device joins a register that has a long past.
    pub fn raise_clock(&mut self, to: Lamport) -> Result<(), RegisterError> {
        if to.time() > self.clock.time() {
            table::device::set_clock(&self.conn, to)?;
            self.clock = to;
        }
        Ok(())
    }

    /// Keeps an epoch, or changes the state of one that is kept (its seed never changes).
    pub fn put_epoch(&mut self, epoch: &Epoch) -> Result<(), RegisterError> {
        table::epoch::put(&self.conn, epoch)
    }

    /// All epochs, oldest first.
    pub fn epochs(&self) -> Result<Vec<Epoch>, RegisterError> {
        table::epoch::all(&self.conn)
    }

    /// Forgets an epoch's seed.
    pub fn delete_epoch(&mut self, id: &[u8; 16]) -> Result<(), RegisterError> {
        table::epoch::delete(&self.conn, id)
    }

    /// Keeps what the buffer holds of a record.
    pub fn put_remote(&mut self, remote: &[Remote]) -> Result<(), RegisterError> {
        let tx = self.conn.transaction()?;
        for r in remote {
            table::remote::put(&tx, r)?;
        }
        Ok(tx.commit()?)
    }

    /// What the buffer holds of a record.
    pub fn remote(
        &self,
        epoch: &[u8; 16],
        person: PersonId,
        facet: Facet,
    ) -> Result<Option<Remote>, RegisterError> {
        table::remote::get(&self.conn, epoch, person, facet)
    }

    /// Which records lie in a blob.
    pub fn remote_by_blob(&self, blob: &[u8; 16]) -> Result<Vec<Remote>, RegisterError> {
        table::remote::by_blob(&self.conn, blob)
    }

    /// Everything the buffer holds in an epoch.
    pub fn remotes(&self, epoch: &[u8; 16]) -> Result<Vec<Remote>, RegisterError> {
        table::remote::of_epoch(&self.conn, epoch)
    }

    /// Forgets what the buffer holds of a record.
    pub fn delete_remote(
        &mut self,
        epoch: &[u8; 16],
        person: PersonId,
        facet: Facet,
    ) -> Result<(), RegisterError> {
        table::remote::delete(&self.conn, epoch, person, facet)
    }

    /// Forgets what the buffer holds in an epoch.
    pub fn forget_remotes(&mut self, epoch: &[u8; 16]) -> Result<(), RegisterError> {
        table::remote::forget_epoch(&self.conn, epoch)
    }

    /// Keeps a campaign; its id and origin never change.
    pub fn put_campaign(&mut self, campaign: &Campaign) -> Result<(), RegisterError> {
        table::campaign::put(&self.conn, campaign)
    }

    /// A campaign.
    pub fn campaign(&self, id: CampaignId) -> Result<Option<Campaign>, RegisterError> {
        table::campaign::get(&self.conn, id)
    }

    /// All campaigns, latest first.
    pub fn campaigns(&self) -> Result<Vec<Campaign>, RegisterError> {
        table::campaign::all(&self.conn)
    }

    /// Keeps another device; its first sighting stays.
    pub fn put_device_seen(&mut self, device: &SeenDevice) -> Result<(), RegisterError> {
        table::device_seen::put(&self.conn, device)
    }

    /// The register's other devices.
    pub fn devices_seen(&self) -> Result<Vec<SeenDevice>, RegisterError> {
        table::device_seen::all(&self.conn)
    }

    /// A small state.
    pub fn state(&self, key: &str) -> Result<Option<Vec<u8>>, RegisterError> {
        table::state::get(&self.conn, key)
    }

    /// Small states whose keys begin so, in order of the keys.
    pub fn states(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, RegisterError> {
        table::state::with_prefix(&self.conn, prefix)
    }

    /// Keeps a small state. The key must not be empty.
    pub fn put_state(&mut self, key: &str, value: &[u8]) -> Result<(), RegisterError> {
        table::state::put(&self.conn, key, value)
    }

    /// Keeps several small states in one transaction.
    pub fn put_states(&mut self, states: &[(&str, &[u8])]) -> Result<(), RegisterError> {
        let tx = self.conn.transaction()?;
        for (key, value) in states {
            table::state::put(&tx, key, value)?;
        }
        Ok(tx.commit()?)
    }

    /// Forgets a small state.
    pub fn delete_state(&mut self, key: &str) -> Result<(), RegisterError> {
        table::state::delete(&self.conn, key)
    }
}

#[cfg(test)]
mod tests;
