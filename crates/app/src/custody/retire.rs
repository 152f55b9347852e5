//! Epochs that are over: their shares are dropped (protocol §4.5). Must not drop them on anybody's word but the epoch's own,
//! nor before something took its place.
//!
//! Registers put their notices among the bundles. A notice is heard at once and acted on when the epoch that follows lies
//! here too, or thirty days later; never while a release that reaches the epoch is under way, so that a custodian does not
//! fall short of what it approved.

use super::bundles::{BundleState, Held, KeptBundle};
use super::codec::damaged;
use super::node::CustodianNode;
use super::store::{LETTERS, RETIRES, SHARES};
use crate::dto::AppError;
use std::collections::BTreeSet;
use ugnay_release::machine::Phase;
use ugnay_release::{Retire, Signed};
use ugnay_seal::EpochId;
use ugnay_vault::Changes;

/// Shares of an epoch without a successor here are dropped so many seconds after its notice was heard (30 days).
pub(super) const TERM: i64 = 30 * 86_400;

impl CustodianNode {
    /// Drops the shares of an epoch that its register has retired. Returns whether there were any.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] unless the epoch's own write capability signed, as accepted with its bundle.
    pub fn retire(&mut self, notice: &Signed<Retire>, now: i64) -> Result<bool, AppError> {
        let epoch = notice.body().epoch;
        let Some(bundle) = self.accepted(&epoch) else {
            return Ok(false);
        };
        Retire::verify(notice, self.view.federation.fed(), &bundle.write_cap)?;
        let mut changes = Changes::default();
        let counted_on = self.is_handing_over()?;
        for (name, _) in self.store.list(LETTERS)? {
            if name.starts_with(&epoch.0) && !counted_on {
                changes.delete(LETTERS, &name);
            }
        }
        let before = self.shares.len();
        self.shares.retain(|s| s.epoch_id != epoch);
        for b in self.bundles.iter_mut().filter(|b| b.epoch == epoch) {
            b.state = BundleState::Retired;
            b.dirty = true;
        }
        changes.delete(SHARES, &epoch.0);
        changes.happened(now, "epoch_retired", &epoch.0);
        self.write(changes)?;
        Ok(self.shares.len() < before)
    }

    /// Acts on every notice that was heard and whose time has come. Returns for how many epochs shares were dropped.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub fn retire_ended(&mut self, now: i64) -> Result<u32, AppError> {
        let mut dropped = 0;
        for (name, bytes) in self.store.list(RETIRES)? {
            let (heard, notice) = bytes
                .split_first_chunk::<8>()
                .ok_or_else(|| damaged("notice"))?;
            let heard = i64::from_be_bytes(*heard);
            let notice = Signed::<Retire>::from_bytes(notice)?;
            let (epoch, next) = (notice.body().epoch, notice.body().next);
            let Some(bundle) = self.accepted(&epoch) else {
                // Its bundle may still come, from the buffer or with a hand-over.
                continue;
            };
            let own = Retire::verify(&notice, self.view.federation.fed(), &bundle.write_cap);
            if own.is_err() || self.is_retired(&epoch) {
                let mut changes = Changes::default();
                changes.delete(RETIRES, &name);
                self.write(changes)?;
                continue;
            }
            // Without a place there is nothing to hold them for.
            let followed = self.accepted(&next).is_some() || self.seat().is_none();
            if (followed || now >= heard.saturating_add(TERM)) && !self.is_asked_for(&epoch) {
                dropped += u32::from(self.retire(&notice, now)?);
            }
        }
        Ok(dropped)
    }

    /// Whether an epoch's shares were dropped; a bundle of it is never taken again.
    pub(super) fn is_retired(&self, epoch: &EpochId) -> bool {
        let of = |b: &KeptBundle| b.epoch == *epoch && b.state == BundleState::Retired;
        self.bundles.iter().any(of)
    }

    /// Whether a release that this custodian approved, and that is not over, reaches the epoch.
    fn is_asked_for(&self, epoch: &EpochId) -> bool {
        self.cases.values().any(|case| {
            let open = matches!(case.phase(), Phase::Waiting | Phase::Granted);
            open && self.scope_of(case).iter().any(|(e, _)| e == epoch)
        })
    }

    /// Epochs whose shares were dropped because their registers ended them.
    pub(super) fn retired_epochs(&self) -> u32 {
        let retired = |b: &&KeptBundle| b.state == BundleState::Retired && b.held != Held::Nothing;
        let epochs = self.bundles.iter().filter(retired).map(|b| b.epoch);
        epochs.collect::<BTreeSet<_>>().len() as u32
    }
}
