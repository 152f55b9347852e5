//! What custodians are told about a register's epochs and what they may say about its devices (protocol §4.5, §7.3).
//!
//! Owns three objects. [`EpochEnd`]: a register says in the log that an epoch was ended, so that no device of it can be kept
//! in there unknowing; signed like [`Retire`]. [`Retire`]: a register says that an epoch is over and its shares may be dropped; signed by that
//! epoch's own write capability, which a custodian knows from the bundle it accepted. [`DeviceRevoke`]: k custodians say
//! that a device of a register is revoked, when nobody else can. Neither names a place or a person.

use crate::object::{Object, rule};
use crate::{Federation, ReleaseError, Signed};
use ugnay_log::EntryType;
use ugnay_seal::{EpochId, FedId, Hash32, Label, Sigma, VerifyingId};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// An epoch of a register is over: its live records lie under `next`, its shares are to be dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retire {
    /// The epoch that is over.
    pub epoch: EpochId,
    /// The epoch that took its place.
    pub next: EpochId,
    /// When `next` began, Unix seconds: a value every device of the register knows alike, so that all write the same
    /// bytes.
    pub time: i64,
}

impl Retire {
    /// The notice, signed by the retired epoch's write capability.
    ///
    /// # Errors
    /// When the epochs are one and the same or the time is before 1970.
    pub fn sign(
        old: &Sigma,
        next: EpochId,
        time: i64,
        fed: &FedId,
    ) -> Result<Signed<Self>, ReleaseError> {
        let body = Self {
            epoch: old.epoch_id(),
            next,
            time,
        };
        Signed::new(body, fed, &[&old.write_cap()])
    }

    /// Checks that it is the epoch itself that speaks. `write_cap` is the one of the bundle that was accepted for
    /// [`Self::epoch`]: who holds no such bundle has no shares to drop.
    ///
    /// # Errors
    /// [`ReleaseError::Rule`] when another key signed or more than one did, [`ReleaseError::Signature`].
    pub fn verify(
        signed: &Signed<Self>,
        fed: &FedId,
        write_cap: &VerifyingId,
    ) -> Result<(), ReleaseError> {
        let signers = signed.signers(fed)?;
        let own = signers.len() == 1 && signers.contains(write_cap.as_bytes());
        rule(own, "not signed by the epoch it retires")
    }
}

impl Object for Retire {
    const MAX_LEN: usize = 128;

    fn kind(&self) -> EntryType {
        EntryType::Retire
    }

    fn label(&self) -> Label {
        Label::Retire
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.epoch.0);
        w.raw(&self.next.0);
        w.i64(self.time);
        Ok(())
    }

    fn read(kind: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        rule(kind == EntryType::Retire as u8, "not a retirement")?;
        let retire = Self {
            epoch: EpochId(r.array("epoch")?),
            next: EpochId(r.array("next epoch")?),
            time: r.i64("time")?,
        };
        rule(retire.time >= 0, "times start in 1970")?;
        rule(
            retire.epoch != retire.next,
            "an epoch does not follow itself",
        )?;
        Ok(retire)
    }
}

/// An epoch of a register was ended: its devices find the next one's notice in it, or something is kept from them. Says
/// nothing about shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpochEnd {
    /// The epoch.
    pub epoch: EpochId,
    /// The author's time, Unix seconds.
    pub time: i64,
}

impl EpochEnd {
    /// The statement, signed by the ended epoch's write capability.
    ///
    /// # Errors
    /// When the time is before 1970.
    pub fn sign(old: &Sigma, time: i64, fed: &FedId) -> Result<Signed<Self>, ReleaseError> {
        let epoch = old.epoch_id();
        Signed::new(Self { epoch, time }, fed, &[&old.write_cap()])
    }

    /// Checks that it is about this epoch and that the epoch itself speaks.
    ///
    /// # Errors
    /// [`ReleaseError::Rule`] for another epoch, another key or more than one; [`ReleaseError::Signature`].
    pub fn verify(signed: &Signed<Self>, fed: &FedId, of: &Sigma) -> Result<(), ReleaseError> {
        rule(signed.body().epoch == of.epoch_id(), "about another epoch")?;
        let signers = signed.signers(fed)?;
        let own = signers.len() == 1 && signers.contains(of.write_cap().public().as_bytes());
        rule(own, "not signed by the epoch it ends")
    }

    /// The public fields of its log entry: the epoch's id.
    #[must_use]
    pub fn public(&self) -> Vec<u8> {
        self.epoch.0.to_vec()
    }
}

impl Object for EpochEnd {
    const MAX_LEN: usize = 128;

    fn kind(&self) -> EntryType {
        EntryType::EpochEnd
    }

    fn label(&self) -> Label {
        Label::EpochEnd
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.epoch.0);
        w.i64(self.time);
        Ok(())
    }

    fn read(kind: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        rule(kind == EntryType::EpochEnd as u8, "not an epoch's end")?;
        let end = Self {
            epoch: EpochId(r.array("epoch")?),
            time: r.i64("time")?,
        };
        rule(end.time >= 0, "times start in 1970")?;
        Ok(end)
    }
}

/// Custodians revoke a device of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRevoke {
    /// The register, by the epoch it is in (custodians know it from its bundle).
    pub epoch: EpochId,
    /// SHA-256 of the device's signing key: what its page shows as fingerprint.
    pub device: Hash32,
    /// The authors' time, Unix seconds.
    pub time: i64,
}

impl DeviceRevoke {
    /// Checks that at least k organisations of the roster in force signed.
    ///
    /// # Errors
    /// [`ReleaseError::TooFewSigners`], [`ReleaseError::Signature`].
    pub fn verify(signed: &Signed<Self>, federation: &Federation) -> Result<(), ReleaseError> {
        let have = federation
            .roster()
            .count(&signed.signers(federation.fed())?);
        let need = usize::from(federation.policy().k);
        if have < need {
            Err(ReleaseError::TooFewSigners { have, need })
        } else {
            Ok(())
        }
    }

    /// The public fields of its log entry: the epoch's id, so that a register finds what is meant for it.
    #[must_use]
    pub fn public(&self) -> Vec<u8> {
        self.epoch.0.to_vec()
    }
}

impl Object for DeviceRevoke {
    const MAX_LEN: usize = 128;

    fn kind(&self) -> EntryType {
        EntryType::DeviceRevoke
    }

    fn label(&self) -> Label {
        Label::DeviceRevoke
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.epoch.0);
        w.raw(&self.device.0);
        w.i64(self.time);
        Ok(())
    }

    fn read(kind: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        rule(
            kind == EntryType::DeviceRevoke as u8,
            "not a device's revocation",
        )?;
        let revoke = Self {
            epoch: EpochId(r.array("epoch")?),
            device: Hash32(r.array("device")?),
            time: r.i64("time")?,
        };
        rule(revoke.time >= 0, "times start in 1970")?;
        Ok(revoke)
    }
}

#[cfg(test)]
mod tests;
