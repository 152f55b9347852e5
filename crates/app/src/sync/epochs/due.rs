//! Why a new epoch is due: somebody asked, a device was revoked, the federation's roster or policy changed, a desk's
//! grant is over, a recovery sheet was used, somebody took back what they had agreed to.
//!
//! Owns the reasons. Must not begin an epoch.

use super::grants;
use crate::dto::{AppError, ErrorCode};
use crate::federation::View;
use crate::session::Session;
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_register::EpochState;
use ugnay_release::{DeviceRevoke, logged};
use ugnay_sync::{Client, DeviceKeys, Under};

/// The reason, kept until the new epoch has begun.
pub(super) const DUE: &str = "epoch/due";
/// This device came from a recovery sheet and has not read everything yet.
const RESTORED: &str = "epoch/restored";

/// Why a new epoch is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Due {
    /// An officer asked for it.
    Asked,
    /// A reader was revoked.
    Revoked,
    /// The federation has another roster or policy.
    Federation,
    /// A grant that reached this epoch is over.
    Grant,
    /// A recovery sheet was used: the paper was out of its envelope.
    Restored,
    /// Somebody whose card custodians could open refused, or was erased.
    Withdrawn,
    /// Cards stand under this epoch without a list of who may write them: an older program sent them.
    Unlisted,
}

impl Due {
    /// The stable word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Revoked => "revoked",
            Self::Federation => "federation",
            Self::Grant => "grant",
            Self::Restored => "restored",
            Self::Withdrawn => "withdrawn",
            Self::Unlisted => "unlisted",
        }
    }
}

/// The federation's objects of today.
pub(crate) fn today(view: &View) -> Under {
    Under {
        roster: view.federation.roster_hash(),
        policy: view.federation.policy_hash(),
    }
}

impl Session {
    /// The reason, if a new epoch is due.
    pub(crate) fn epoch_due(&self) -> Result<Option<String>, AppError> {
        super::super::text(&self.register, DUE)
    }

    /// Notes that a new epoch is due; the first reason stays.
    pub(crate) fn set_due(&mut self, why: Due) -> Result<(), AppError> {
        if self.register.state(DUE)?.is_none() {
            self.register.put_state(DUE, why.word().as_bytes())?;
        }
        Ok(())
    }

    /// Looks for a reason in what was sent: a card that custodians can no longer open, cards that no desk could judge.
    pub(crate) fn note_withdrawn(&mut self, keys: &DeviceKeys) -> Result<(), AppError> {
        if ugnay_sync::withdrawn(&self.register, keys)? {
            self.set_due(Due::Withdrawn)?;
        }
        if ugnay_sync::unlisted(&self.register, keys)? {
            self.set_due(Due::Unlisted)?;
        }
        Ok(())
    }

    /// Looks for reasons in what the log shows. Gives the alarm, when a custodian's word about a device of this register is kept
    /// back: what it says waits for its body, everything else goes on.
    pub(crate) fn note_due(
        &mut self,
        view: &mut View,
        client: &mut Client,
        env: &mut crate::env::Env,
    ) -> Result<Option<AppError>, AppError> {
        let today = today(view);
        if self.began_under(today)? != today {
            self.set_due(Due::Federation)?;
        }
        let began = self.epoch_began()?;
        let ended = grants::ended(view, client, env.now())?;
        if ended.iter().any(|end| *end > began) {
            self.set_due(Due::Grant)?;
        }
        self.take_revocations(view, client, env)
    }

    /// Notes that this device came from a recovery sheet: a new epoch follows once everything was read.
    pub(in crate::sync) fn mark_restored(&mut self) -> Result<(), AppError> {
        Ok(self.register.put_state(RESTORED, b"1")?)
    }

    /// After an exchange that read everything: what [`Self::mark_restored`] put off is due now.
    pub(in crate::sync) fn note_restored(&mut self) -> Result<(), AppError> {
        if self.register.state(RESTORED)?.is_some() {
            self.set_due(Due::Restored)?;
            self.register.delete_state(RESTORED)?;
        }
        Ok(())
    }

    /// Whether this device was added by another reader and has not finished an exchange yet.
    pub(crate) fn is_newcomer(&self) -> Result<bool, AppError> {
        if self.register.state(super::super::LAST_OK)?.is_some() {
            return Ok(false);
        }
        let me = *self.identity()?.0.public().as_bytes();
        let roster = self.known_roster()?;
        Ok(roster.is_some_and(|r| r.entry(&me).is_some_and(|e| e.by != me)))
    }

    /// When the present epoch began.
    pub(crate) fn epoch_began(&self) -> Result<i64, AppError> {
        let epochs = self.register.epochs()?;
        let current = epochs.iter().find(|e| e.state == EpochState::Current);
        Ok(current.map_or(i64::MAX, |e| e.created_at))
    }

    /// Devices of this register that k custodians revoked: this device says so in the roster as well. If it is the one
    /// that was revoked, it stops here.
    fn take_revocations(
        &mut self,
        view: &mut View,
        client: &mut Client,
        env: &mut crate::env::Env,
    ) -> Result<Option<AppError>, AppError> {
        let mut kept_back = None;
        let epochs: BTreeSet<[u8; 16]> = self.register.epochs()?.iter().map(|e| e.id).collect();
        let about: Vec<u64> = view
            .entries()
            .iter()
            .filter(|s| s.entry.kind == EntryType::DeviceRevoke)
            .filter(|s| epochs.iter().any(|e| s.entry.public == e[..]))
            .map(|s| s.index)
            .collect();
        for index in about {
            let body = view.body(client, index)?;
            let Some(seen) = view.entry(index) else {
                continue;
            };
            let Some(body) = body else {
                let roster = view.roster_at(index);
                if roster.by_key_hash(&seen.entry.author).is_some() {
                    // A custodian said something about a device of this register, and the buffer keeps what.
                    let alarm = AppError::new(ErrorCode::BufferAlarm);
                    kept_back = Some(alarm.detail("log_body_withheld"));
                }
                continue;
            };
            let Ok(signed) = logged::open::<DeviceRevoke>(&seen.entry, &body) else {
                continue;
            };
            if DeviceRevoke::verify(&signed, &view.federation).is_err() {
                continue;
            }
            let fed = *view.federation.fed();
            self.revoke_reader(&signed.body().device.0, fed, env)?;
        }
        Ok(kept_back)
    }
}
