//! The register's readers: who they are, when they were last heard of, and taking one out.
//!
//! Owns the use cases of the devices screen that need no second device. Pairing is `sync::pairing`'s, the sheet's making is
//! elsewhere; what a revocation sets off is `sync::epochs`'.

use crate::dto::{AppError, DeviceList, DeviceRow, EpochDto, ErrorCode, ReaderKindDto};
use crate::env::Env;
use crate::federation::refused;
use crate::session::{App, Session};
use crate::sync::Due;
use std::collections::BTreeSet;
use ugnay_model::DeviceHash;
use ugnay_register::{EpochState, SeenDevice, SeenState};
use ugnay_release::Genesis;
use ugnay_seal::FedId;
use ugnay_sync::{DeviceEntry, ReaderKind, RegisterRoster, writers_seen};
use ugnay_wire::ids::to_hex;

impl App {
    /// The register's readers and its epoch.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn devices(&mut self) -> Result<DeviceList, AppError> {
        let (s, env) = self.open()?;
        let (identity, _) = s.identity()?;
        let me = *identity.public().as_bytes();
        let known = s.known_roster()?;
        let fed = FedId([0; 16]);
        let roster = known
            .clone()
            .map_or_else(|| s.roster(&fed, env.now()), Ok)?;
        let here = s.slots_here(env, known.is_some())?;
        let seen = s.register.devices_seen()?;
        let mut devices: Vec<DeviceRow> = roster
            .entries()
            .iter()
            .map(|e| row(e, &roster, &me, &here, &seen))
            .collect();
        devices.sort_by_key(|d| d.revoked_at.is_some());
        Ok(DeviceList {
            devices,
            epoch: s.epoch_row()?,
            only_reader: roster.readers().count() < 2,
        })
    }

    /// Takes a reader out. From the next exchange on it gets no seed, and what it writes is not believed; what it has
    /// stays with it.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`], [`ErrorCode::BadInput`] for this device itself, [`ErrorCode::NoBuffer`] before joining;
    /// [`ErrorCode::Refused`] with `exchange_first` on a device that has not read everything yet: what the reader wrote
    /// would not be believed any more, and nobody else may have it.
    pub fn revoke_device(&mut self, id: &str) -> Result<DeviceList, AppError> {
        let (s, env) = self.open()?;
        let fed = Genesis::verify(&s.genesis()?)?;
        let roster = s.known_roster()?.ok_or(ErrorCode::NotFound)?;
        let entry = roster.entries().iter().find(|e| to_hex(&e.hash().0) == id);
        let hash = entry.ok_or(ErrorCode::NotFound)?.hash();
        let (identity, _) = s.identity()?;
        if hash == identity.public().hash() {
            return Err(AppError::new(ErrorCode::BadInput).field("id"));
        }
        if s.is_newcomer()? {
            return Err(refused("exchange_first"));
        }
        s.revoke_reader(&hash.0, fed, env)?;
        self.devices()
    }
}

impl Session {
    /// Revokes a reader by the hash of its key, and notes that a new epoch is due. One that is revoked already, or is
    /// not of this register, changes nothing.
    ///
    /// # Errors
    /// [`ErrorCode::DeviceRevoked`] when it is this device.
    pub(crate) fn revoke_reader(
        &mut self,
        hash: &[u8; 32],
        fed: FedId,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let (keys, mut roster) = self.keys(env, fed)?;
        if keys.identity.public().hash().0 == *hash {
            return Err(ErrorCode::DeviceRevoked.into());
        }
        let of = roster.entries().iter().find(|e| e.hash().0 == *hash);
        let Some(signing) = of.map(|e| e.signing) else {
            return Ok(());
        };
        let epoch = keys.sigma.epoch_id().0;
        if roster.revoke(&signing, &epoch, env.now(), &fed, &keys.identity) {
            self.set_due(Due::Revoked)?;
            self.keep_roster(&roster)?;
        }
        Ok(())
    }

    /// Remembers when other devices' new heads were read.
    pub(crate) fn note_heard(&mut self, heard: &[[u8; 32]], now: i64) -> Result<(), AppError> {
        let Some(roster) = self.known_roster()? else {
            return Ok(());
        };
        for entry in heard.iter().filter_map(|k| roster.entry(k)) {
            self.register.put_device_seen(&SeenDevice {
                hash: DeviceHash(entry.hash().0),
                label: entry.label.clone(),
                state: SeenState::Active,
                first_seen: now.min(entry.added_at),
                last_seen: now,
                card: Vec::new(),
            })?;
        }
        Ok(())
    }

    /// Slots whose heads stand in the present epoch.
    fn slots_here(&mut self, env: &mut Env, joined: bool) -> Result<BTreeSet<u8>, AppError> {
        if !joined {
            return Ok(BTreeSet::new());
        }
        let fed = Genesis::verify(&self.genesis()?)?;
        match self.keys(env, fed) {
            Ok((keys, _)) => Ok(writers_seen(&self.register, &keys)?),
            Err(e) if e.code == ErrorCode::DeviceRevoked => Ok(BTreeSet::new()),
            Err(e) => Err(e),
        }
    }

    fn epoch_row(&self) -> Result<EpochDto, AppError> {
        let epochs = self.register.epochs()?;
        let of = |state| epochs.iter().filter(move |e| e.state == state);
        Ok(EpochDto {
            began_at: of(EpochState::Current).map(|e| e.created_at).next(),
            due: self.epoch_due()?,
            held: of(EpochState::Retired).count() as u32,
            protected: self.protected()?,
        })
    }
}

fn row(
    e: &DeviceEntry,
    roster: &RegisterRoster,
    me: &[u8; 32],
    here: &BTreeSet<u8>,
    seen: &[SeenDevice],
) -> DeviceRow {
    let hash = e.hash();
    let device = e.kind == ReaderKind::Device;
    let adder = roster.entry(&e.by).filter(|a| a.signing != e.signing);
    let revoked_at = roster.revocation(&e.signing).map(|r| r.at);
    let last = seen.iter().find(|s| s.hash.0 == hash.0);
    DeviceRow {
        id: to_hex(&hash.0),
        label: e.label.clone(),
        kind: if device {
            ReaderKindDto::Device
        } else {
            ReaderKindDto::Sheet
        },
        this_device: e.signing == *me,
        added_at: e.added_at,
        added_by: adder.map(|a| a.label.clone()),
        last_seen: last.map(|s| s.last_seen).filter(|_| device),
        revoked_at,
        in_epoch: device && revoked_at.is_none() && here.contains(&e.slot),
    }
}
