//! What makes deletion mean something (protocol §4.5): the key that shares were sealed to is replaced and destroyed, and
//! only live shares are sealed to the next one. Must not destroy a key before all of that is written.

use super::keys::XWing;
use super::node::CustodianNode;
use crate::dto::AppError;
use crate::env::Env;
use crate::federation::refused;
use ugnay_seal::words::PaperSeed;
use ugnay_vault::Changes;

/// What the last step of a key change did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeyChanged {
    /// Register-epochs whose shares are kept under the new key.
    pub kept: usize,
}

impl CustodianNode {
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

    /// Ends it: the live shares are sealed anew to the next key, and the old key is destroyed. The sealed shares go to the
    /// buffer with the next exchange, where the new sheet of paper finds them; until then it is this store that has them.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`]: `no_key_change`, `paper_untested`, or `roster` while the roster in force does
    /// not name the next key.
    pub fn finish_key_change(&mut self, env: &mut Env) -> Result<KeyChanged, AppError> {
        let next = self
            .keys
            .next
            .as_ref()
            .ok_or_else(|| refused("no_key_change"))?;
        if next.tested.is_none() {
            return Err(refused("paper_untested"));
        }
        let public = next.pair.public().clone();
        let roster = self.view.federation.roster();
        let mine = roster.by_key(&self.public());
        let Some(x) = mine.filter(|c| c.x_wing == public.to_bytes()).map(|c| c.x) else {
            return Err(refused("roster"));
        };
        let now = env.now();
        // What is over is not carried over to the new key.
        self.retire_ended(now)?;
        let mut changes = Changes::default();
        let key = public.to_bytes();
        let changed = self.view.eras().changed(x, |c| c.x_wing == key);
        if let Some(((old, _), (new, _))) = changed {
            self.write_letters(x, (old, new), &public, &mut changes, env)?;
        }
        let old = self.keys.seal.hash();
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
