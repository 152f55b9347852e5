//! From one epoch of the register to the next: beginning one, coming over to one that another device began, handing the
//! seed on to who was added meanwhile.
//!
//! Owns the order of steps, so that each can be repeated after a cut. Why a new epoch is due is [`due`]'s, when an old one
//! is forgotten is [`retire`]'s; who is believed is decided in `ugnay_sync::choose`.
//!
//! ```text
//! planned:  the seed and the notice are written down           (the old epoch goes on)
//! closed:   the buffer keeps the notice, takes no more writes, and has made room for the next
//! turned:   what the others wrote last is read, then the new epoch is the present one and every record is sent again
//! retired:  every device has come over: custodians may drop the old shares, its seed is deleted here
//! ```

mod due;
mod ended;
mod grants;
mod retire;

pub(crate) use due::{Due, today};

use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::topics;
use crate::session::Session;
use ugnay_register::{Epoch, EpochState, States};
use ugnay_seal::{FedId, Hash32, Sigma};
use ugnay_sync::{
    Client, DeviceKeys, NewEpoch, Next, Notice, RegisterRoster, SyncError, Under, announce, choose,
    kept_states, newest_roster, notices, open_notice, receive,
};
use ugnay_wire::ProblemCode;

/// The notice of a planned epoch, as it goes to the buffer.
const NOTICE: &str = "epoch/notice";
/// The epoch before the present one, while its seed is held.
const PARENT: &str = "epoch/parent";
/// Hashes of the federation's roster and policy under which the present epoch began.
const UNDER: &str = "epoch/under";
/// The register's roster has to be put into the present epoch.
const ROSTER_DUE: &str = "epoch/roster_due";
/// More steps than any register makes while a device is away.
const MOST_STEPS: usize = 500;

impl Session {
    /// Finishes an epoch that was planned, and comes over to those that others began, one after the other.
    pub(crate) fn settle_epoch(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        fed: FedId,
    ) -> Result<(), AppError> {
        self.finish_epoch(client, env, fed)?;
        for _ in 0..MOST_STEPS {
            if !self.come_over(client, env, fed)? {
                return self.put_roster_once(client, env, fed);
            }
        }
        Err(AppError::new(ErrorCode::BufferNonsense).detail("epochs"))
    }

    /// Begins a new epoch for everybody in the roster.
    pub(crate) fn begin_epoch(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        fed: FedId,
        under: Under,
    ) -> Result<(), AppError> {
        let (keys, roster) = self.keys(env, fed)?;
        let born = env.now();
        let context = [&keys.sigma.epoch_id().0[..], &born.to_be_bytes()].concat();
        let sigma = Sigma::generate_hedged(&mut env.rng(), &keys.identity, &context);
        let new = NewEpoch {
            sigma: &sigma,
            roster: &roster,
            under,
            born,
        };
        let notice = announce(&keys, &new, keys.notice_name(), &mut env.rng())?;
        let states = States {
            put: &[(NOTICE, &notice)],
            drop: &[],
        };
        self.register
            .plan_epoch(&row(&sigma, EpochState::Pending, born), states)?;
        self.settle_epoch(client, env, fed)
    }

    /// Puts the roster into an epoch just turned to: who came over may know readers the notice did not.
    fn put_roster_once(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        fed: FedId,
    ) -> Result<(), AppError> {
        if self.register.state(ROSTER_DUE)?.is_some() {
            let (keys, roster) = self.keys(env, fed)?;
            super::join::put_roster(client, &keys, &roster, env)?;
            self.register.delete_state(ROSTER_DUE)?;
        }
        Ok(())
    }

    /// Sends the notice of a planned epoch, as often as it takes, and turns to it. If another device was first, its
    /// epoch is taken and the planned one is dropped: nothing was written under it.
    fn finish_epoch(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        fed: FedId,
    ) -> Result<(), AppError> {
        let planned = self.register.epochs()?;
        let planned = planned.iter().find(|e| e.state == EpochState::Pending);
        let (Some(planned), Some(notice)) = (planned, self.register.state(NOTICE)?) else {
            return Ok(());
        };
        let (keys, roster) = self.keys(env, fed)?;
        let sigma = Sigma::from_bytes(*planned.sigma);
        match client.next_register(&keys, &sigma, notice.clone()) {
            Ok(()) => {}
            Err(SyncError::Refused(ProblemCode::EpochClosed)) => {
                let gone = States {
                    put: &[],
                    drop: &[NOTICE],
                };
                return Ok(self.register.forget_epoch(&planned.id, gone)?);
            }
            Err(e) => return Err(e.into()),
        }
        let own = open_notice(&keys, keys.notice_name(), &notice).ok_or(ErrorCode::Internal)?;
        let next = choose(&keys, &roster, &[own])?.ok_or(ErrorCode::Internal)?;
        self.turn(client, env, &keys, &next)
    }

    /// One step: to the epoch that follows the present one, or to the sibling of the present one that counts.
    fn come_over(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        fed: FedId,
    ) -> Result<bool, AppError> {
        let (keys, roster) = self.keys(env, fed)?;
        let found = all_notices(client, &keys, env.now())?;
        if let Some(next) = choose(&keys, &roster, &found)? {
            self.turn(client, env, &keys, &next)?;
            self.hand_on(client, env, &keys, &next)?;
            return Ok(true);
        }
        let Some(parent) = self.parent(&keys)? else {
            return Ok(false);
        };
        let found = all_notices(client, &parent, env.now())?;
        let Some(next) = choose(&parent, &roster, &found)? else {
            return Ok(false);
        };
        if next.sigma.epoch_id() >= keys.sigma.epoch_id() {
            return Ok(false);
        }
        self.turn(client, env, &keys, &next)?;
        self.register
            .put_state(PARENT, &parent.sigma.epoch_id().0)?;
        Ok(true)
    }

    /// The keys of the epoch before the present one, while they are held.
    fn parent(&self, now: &DeviceKeys) -> Result<Option<DeviceKeys>, AppError> {
        let Some(id) = self.register.state(PARENT)? else {
            return Ok(None);
        };
        let epochs = self.register.epochs()?;
        let held = epochs.iter().find(|e| e.id[..] == id[..]);
        held.map(|e| self.keys_of(Sigma::from_bytes(*e.sigma), now))
            .transpose()
    }

    fn keys_of(&self, sigma: Sigma, like: &DeviceKeys) -> Result<DeviceKeys, AppError> {
        let (identity, seal) = self.identity()?;
        Ok(DeviceKeys {
            fed: like.fed,
            sigma,
            identity,
            seal,
            slot: like.slot,
        })
    }

    /// Reads what others wrote last into the epoch that ends, then makes the next one the present one, in one
    /// transaction. What the buffer holds back of the old epoch does not stop this: its writer has it and sends it again
    /// on coming over.
    fn turn(
        &mut self,
        client: &mut Client,
        env: &Env,
        old: &DeviceKeys,
        next: &Next,
    ) -> Result<(), AppError> {
        let compartments = self.compartments();
        // Read with the eyes of the next roster: whom it revokes is not believed in the old epoch either.
        let read = receive(
            &mut self.register,
            client,
            old,
            &next.roster,
            &compartments,
            env.now(),
        );
        let roster = match read {
            Ok(out) => out.roster.unwrap_or_else(|| next.roster.clone()),
            Err(SyncError::Alarm(_) | SyncError::Revoked | SyncError::NotEnrolled) => {
                next.roster.clone()
            }
            Err(e) => return Err(e.into()),
        };
        let [_, pending, bundles, ..] = kept_states(old);
        let under = [next.under.roster.0, next.under.policy.0].concat();
        let states = States {
            put: &[
                (PARENT, &old.sigma.epoch_id().0),
                (UNDER, &under),
                (crate::device::ROSTER, &roster.encode()),
                (ROSTER_DUE, b"1"),
            ],
            drop: &[
                NOTICE,
                &pending,
                &bundles,
                due::DUE,
                super::escrow::DEALT,
                super::escrow::RECEIPTS,
                super::escrow::HOMES,
            ],
        };
        let to = row(&next.sigma, EpochState::Current, next.born);
        Ok(self.register.turn_epoch(&to, states)?)
    }

    /// Gives the seed on to readers nobody made a wrap for, through the box beside the epoch that ended.
    fn hand_on(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        old: &DeviceKeys,
        next: &Next,
    ) -> Result<(), AppError> {
        if !next.waiting {
            return Ok(());
        }
        let new = NewEpoch {
            sigma: &next.sigma,
            roster: &next.roster,
            under: next.under,
            born: next.born,
        };
        let notice = announce(old, &new, old.late_name(), &mut env.rng())?;
        client.post_box(&topics::next_epoch(&old.pseud()), notice)?;
        Ok(())
    }

    /// The federation's objects under which the present epoch began; those of today, if that is not known.
    pub(crate) fn began_under(&mut self, today: Under) -> Result<Under, AppError> {
        let saved = self.register.state(UNDER)?;
        let saved = saved.as_deref().and_then(|b| {
            let (roster, policy) = b.split_first_chunk::<32>()?;
            Some(Under {
                roster: Hash32(*roster),
                policy: Hash32(policy.try_into().ok()?),
            })
        });
        if saved.is_none() {
            let bytes = [today.roster.0, today.policy.0].concat();
            self.register.put_state(UNDER, &bytes)?;
        }
        Ok(saved.unwrap_or(today))
    }
}

/// Follows notices from an old epoch to the newest for a reader that holds no register, such as a recovery sheet: its
/// keys there, and the readers there.
pub(super) fn lead(
    client: &mut Client,
    mut keys: DeviceKeys,
    mut roster: RegisterRoster,
    now: i64,
) -> Result<(DeviceKeys, RegisterRoster), AppError> {
    for _ in 0..MOST_STEPS {
        // What was written since, above all a revocation of this reader.
        roster = newest_roster(client, &keys, &roster, now)?;
        roster.enrolled(&keys.identity.public())?;
        let found = all_notices(client, &keys, now)?;
        let Some(next) = choose(&keys, &roster, &found)? else {
            return Ok((keys, roster));
        };
        (keys.sigma, roster) = (next.sigma, next.roster);
    }
    Err(AppError::new(ErrorCode::BufferNonsense).detail("epochs"))
}

/// Notices in the epoch itself, and those handed on beside it.
fn all_notices(client: &mut Client, keys: &DeviceKeys, now: i64) -> Result<Vec<Notice>, AppError> {
    let mut out = notices(client, keys, now)?;
    for m in client.read_box(&topics::next_epoch(&keys.pseud()), 0)? {
        out.extend(open_notice(keys, keys.late_name(), &m.bytes));
    }
    Ok(out)
}

fn row(sigma: &Sigma, state: EpochState, born: i64) -> Epoch {
    Epoch {
        id: sigma.epoch_id().0,
        sigma: sigma.to_bytes(),
        state,
        created_at: born,
    }
}
