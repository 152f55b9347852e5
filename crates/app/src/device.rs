//! This device's keys, its register-epoch, and the register's roster, out of the register's encrypted state.

use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::places;
use crate::session::{App, Session};
use crate::sync::Due;
use ugnay_model::{Country, Psgc};
use ugnay_register::{Epoch, EpochState};
use ugnay_seal::{Cid, DeviceSlot, EpochId, Facet, FedId, SealKeyPair, Sigma, SigningIdentity};
use ugnay_sync::{Compartments, DeviceKeys, RegisterRoster};

pub(crate) const ROSTER: &str = "register/roster";

impl Session {
    /// The device's long-term keys.
    pub(crate) fn identity(&self) -> Result<(SigningIdentity, SealKeyPair), AppError> {
        let secrets = self.register.device_secrets()?;
        Ok((
            SigningIdentity::from_seed(&secrets.sign_seed),
            SealKeyPair::from_seed(&secrets.hybrid_seed),
        ))
    }

    /// The current epoch's seed; the first one is made when the register is first joined.
    pub(crate) fn sigma(&mut self, env: &mut Env) -> Result<Sigma, AppError> {
        let epochs = self.register.epochs()?;
        let current = epochs.iter().find(|e| e.state == EpochState::Current);
        if let Some(e) = current {
            return Ok(Sigma::from_bytes(*e.sigma));
        }
        let sigma = Sigma::generate(&mut env.rng());
        self.keep_sigma(&sigma, env.now())?;
        Ok(sigma)
    }

    pub(crate) fn keep_sigma(&mut self, sigma: &Sigma, now: i64) -> Result<(), AppError> {
        let epoch = Epoch {
            id: sigma.epoch_id().0,
            sigma: sigma.to_bytes(),
            state: EpochState::Current,
            created_at: now,
        };
        Ok(self.register.put_epoch(&epoch)?)
    }

    /// The register's readers; before the first exchange, this device alone.
    pub(crate) fn roster(&self, fed: &FedId, now: i64) -> Result<RegisterRoster, AppError> {
        if let Some(known) = self.known_roster()? {
            return Ok(known);
        }
        let (identity, seal) = self.identity()?;
        let label = "first device";
        Ok(RegisterRoster::first(
            &identity,
            seal.public(),
            label,
            now,
            fed,
        ))
    }

    /// The roster as last kept: nothing before the first exchange.
    pub(crate) fn known_roster(&self) -> Result<Option<RegisterRoster>, AppError> {
        let bytes = self.register.state(ROSTER)?;
        Ok(bytes.map(|b| RegisterRoster::decode(&b)).transpose()?)
    }

    pub(crate) fn keep_roster(&mut self, roster: &RegisterRoster) -> Result<(), AppError> {
        Ok(self.register.put_state(ROSTER, &roster.encode())?)
    }

    /// Everything an exchange needs of this device.
    pub(crate) fn keys(
        &mut self,
        env: &mut Env,
        fed: FedId,
    ) -> Result<(DeviceKeys, RegisterRoster), AppError> {
        let sigma = self.sigma(env)?;
        let (identity, seal) = self.identity()?;
        let roster = self.roster(&fed, env.now())?;
        roster.enrolled(&identity.public())?;
        let me = roster.entry(identity.public().as_bytes());
        let slot = me.and_then(|m| DeviceSlot::new(m.slot));
        let slot = slot.ok_or(ErrorCode::Internal)?;
        Ok((
            DeviceKeys {
                fed,
                sigma,
                identity,
                seal,
                slot,
            },
            roster,
        ))
    }

    /// The register's compartments: the barangays of its municipality times the standard destinations.
    pub(crate) fn compartments(&self) -> Compartments {
        let area = self.about.place.unwrap_or(Psgc(0));
        Compartments::new(
            area,
            places::barangays(area),
            places::standard_destinations(),
        )
    }
}

/// Names of one compartment's facets in the present epoch.
#[derive(Clone, Copy, Debug)]
pub struct CompartmentIds {
    /// The epoch.
    pub epoch: EpochId,
    /// The card facet.
    pub card: Cid,
    /// The case facet.
    pub case: Cid,
}

impl App {
    /// The names of a compartment, for drills and demos that try to open what must stay shut.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for an unknown country.
    pub fn compartment_ids(
        &mut self,
        home: Psgc,
        country: &str,
    ) -> Result<CompartmentIds, AppError> {
        let (s, env) = self.open()?;
        let bad = |_| AppError::new(ErrorCode::BadInput).field("country");
        let dest = country.parse::<Country>().map_err(bad)?.to_u16();
        let sigma = s.sigma(env)?;
        Ok(CompartmentIds {
            epoch: sigma.epoch_id(),
            card: sigma.cid(home.0, dest, Facet::Card),
            case: sigma.cid(home.0, dest, Facet::Case),
        })
    }

    /// Asks for a new epoch: at the next exchange a new seed is made for every reader of the register and everything is
    /// sent again under it.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] before joining.
    pub fn start_new_epoch(&mut self) -> Result<(), AppError> {
        let (s, _) = self.open()?;
        s.genesis()?;
        s.set_due(Due::Asked)
    }
}
