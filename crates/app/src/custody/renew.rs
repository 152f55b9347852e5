//! What makes deletion mean something (protocol §4.5): shares of retired epochs are dropped, and the key that shares were
//! sealed to is replaced and destroyed. Must not drop shares on anybody's word but the epoch's own.

use super::bundles::BundleState;
use super::keys::XWing;
use super::node::CustodianNode;
use super::store::SHARES;
use crate::dto::AppError;
use crate::env::Env;
use crate::federation::{Signed, refused};
use ugnay_release::Retire;
use ugnay_seal::words::PaperSeed;
use ugnay_vault::Changes;

/// What the last step of a key change did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeyChanged {
    /// Register-epochs whose shares are kept under the new key.
    pub kept: usize,
}

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
        let before = self.shares.len();
        self.shares.retain(|s| s.epoch_id != epoch);
        for b in self.bundles.iter_mut().filter(|b| b.epoch == epoch) {
            b.state = BundleState::Retired;
            b.dirty = true;
        }
        let mut changes = Changes::default();
        changes.delete(SHARES, &epoch.0);
        changes.happened(now, "epoch_retired", &epoch.0);
        self.write(changes)?;
        Ok(self.shares.len() < before)
    }

    /// Whether an epoch's shares were dropped; a bundle of it is never taken again.
    pub(super) fn is_retired(&self, epoch: &ugnay_seal::EpochId) -> bool {
        let of = |b: &super::KeptBundle| b.epoch == *epoch && b.state == BundleState::Retired;
        self.bundles.iter().any(of)
    }

    /// Begins a change of the key that shares are sealed to: the next key is born. Beginning again changes nothing.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn begin_key_change(&mut self, env: &mut Env) -> Result<(), AppError> {
        if self.keys.next.is_some() {
            return Ok(());
        }
        let next = XWing::from_seed(&PaperSeed::from_bytes(env.random()), env.now());
        let mut changes = Changes::default();
        changes.happened(env.now(), "key_change_begun", &next.hash().0);
        self.keys.next = Some(next);
        self.keys.put(&mut changes);
        self.write(changes)
    }

    /// Ends it: the old key is destroyed. The live shares stay in this store, which its own passphrase seals; the registers
    /// deal anew to the new key under the new roster.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`]: `no_key_change`, `paper_untested`, or `roster` while the roster in force does
    /// not name the next key.
    pub fn finish_key_change(&mut self, now: i64) -> Result<KeyChanged, AppError> {
        let next = self
            .keys
            .next
            .as_ref()
            .ok_or_else(|| refused("no_key_change"))?;
        if next.tested.is_none() {
            return Err(refused("paper_untested"));
        }
        let roster = self.view.federation.roster();
        let mine = roster.by_key(&self.public());
        if mine.is_none_or(|c| c.x_wing != next.pair.public().to_bytes()) {
            return Err(refused("roster"));
        }
        let old = self.keys.seal.hash();
        let mut changes = Changes::default();
        if let Some(next) = self.keys.next.take() {
            self.keys.seal = next;
        }
        self.keys.put(&mut changes);
        changes.happened(now, "key_destroyed", &old.0);
        self.write(changes)?;
        Ok(KeyChanged {
            kept: self.shares.len(),
        })
    }
}

#[cfg(test)]
mod tests;
