//! The end of an old epoch: once every device has come over, or after thirty days, custodians are told to drop its shares
//! and its seed is deleted here (protocol §4.5).

use crate::dto::AppError;
use crate::env::Env;
use crate::session::Session;
use std::collections::BTreeSet;
use ugnay_register::{EpochState, States};
use ugnay_release::Retire;
use ugnay_seal::Sigma;
use ugnay_sync::{Client, DeviceKeys, RegisterRoster, kept_states, writers_seen};
use ugnay_wire::{BatchId, BlobKind, Item, Name};

/// An old epoch is held no longer than this, in seconds (30 days).
pub(crate) const HOLD: i64 = 30 * 86_400;

impl Session {
    /// Retires the epochs before the present one, if it is time: `proven` ones, of which the log says that they ended, once
    /// everything is over; all of them after [`HOLD`]. The notice lies among the bundles, where custodians
    /// look anyway; every device of the register writes the same bytes, so it lies there once.
    pub(crate) fn retire_epochs(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        keys: &DeviceKeys,
        roster: &RegisterRoster,
        proven: &BTreeSet<[u8; 16]>,
    ) -> Result<u32, AppError> {
        let epochs = self.register.epochs()?;
        let began = self.epoch_began()?;
        let over = env.now() >= began.saturating_add(HOLD);
        let old = || {
            let retired = epochs.iter().filter(|e| e.state == EpochState::Retired);
            retired.filter(|e| over || proven.contains(&e.id))
        };
        if old().next().is_none() || !(over || self.may_retire(keys, roster)?) {
            return Ok(0);
        }
        let mut gone = 0;
        for e in old() {
            let sigma = Sigma::from_bytes(*e.sigma);
            let notice = Retire::sign(&sigma, keys.sigma.epoch_id(), began, &keys.fed)?.to_bytes();
            let item = Item::Put {
                kind: BlobKind::Bundle,
                name: name_of(&notice),
                bytes: notice,
            };
            client.batch(keys, BatchId(env.random()), vec![item])?;
            let theirs = self.keys_of(sigma, keys)?;
            let kept = kept_states(&theirs);
            let parent = self.register.state(super::PARENT)?;
            let told = super::ended::told_key(&e.id);
            let mut drop: Vec<&str> = kept.iter().map(String::as_str).collect();
            drop.push(&told);
            if parent.as_deref() == Some(&e.id[..]) {
                drop.push(super::PARENT);
            }
            let states = States {
                put: &[],
                drop: &drop,
            };
            self.register.forget_epoch(&e.id, states)?;
            gone += 1;
        }
        Ok(gone)
    }

    /// Every live device left its head in the present epoch and its shares are known to be right with more than k
    /// custodians.
    fn may_retire(&self, keys: &DeviceKeys, roster: &RegisterRoster) -> Result<bool, AppError> {
        let seen = writers_seen(&self.register, keys)?;
        let all = roster.writers().all(|d| seen.contains(&d.slot));
        let safe = self.protected()?.is_some_and(|p| p.releasable);
        Ok(all && safe)
    }
}

fn name_of(notice: &[u8]) -> Name {
    let hash = ugnay_seal::sha256(&[b"ugnay/v1/retire-notice\0".as_slice(), notice].concat());
    let mut out = [0; 16];
    out.copy_from_slice(&hash.0[..16]);
    Name(out)
}
