//! A device's keys of one register-epoch, as sync needs them.

use ugnay_seal::{DeviceSlot, FedId, SealKeyPair, Sigma, SigningIdentity};
use ugnay_wire::{Fed, Name, Pseud};

/// The slot under which the register's own roster is kept; devices use the slots below it.
pub(crate) const ROSTER_SLOT: u8 = 15;

/// Keys of one device in one register-epoch.
pub struct DeviceKeys {
    /// The federation.
    pub fed: FedId,
    /// The register-epoch's seed.
    pub sigma: Sigma,
    /// The device's signing identity.
    pub identity: SigningIdentity,
    /// The device's key pair for what is sealed to it.
    pub seal: SealKeyPair,
    /// The device's slot in the register's roster.
    pub slot: DeviceSlot,
}

impl DeviceKeys {
    /// The name under which the buffer keeps this register-epoch.
    #[must_use]
    pub fn pseud(&self) -> Pseud {
        Pseud(self.sigma.pseud().0)
    }

    /// The federation's id on the wire.
    #[must_use]
    pub fn wire_fed(&self) -> Fed {
        Fed(self.fed.0)
    }

    /// The bytes a ticket for this register-epoch is a signature over.
    #[must_use]
    pub fn ticket_bytes(&self) -> Vec<u8> {
        crate::client::ticket_bytes(self)
    }

    pub(crate) fn head_name(&self, slot: DeviceSlot) -> Name {
        Name(ugnay_seal::index_name(&self.sigma.head_key(), slot).0)
    }

    /// The name of the register's sealed roster.
    #[must_use]
    pub fn roster_name(&self) -> Name {
        let slot = DeviceSlot::new(ROSTER_SLOT).unwrap_or(self.slot);
        self.head_name(slot)
    }
}
