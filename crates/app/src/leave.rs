//! Before a journey: this device's copy of the register goes, and comes back from a colleague's device afterwards
//! (protocol §7.7). Afterwards the device looks as if nobody had ever worked on it. There is no hidden copy, no second
//! passphrase and no pretending: whoever is asked can truthfully say that there is nothing here.
//!
//! Must not let the last copy go unnoticed. Must not say that a disk forgets: see `ugnay-safe`.

use crate::dto::{AppError, ErrorCode, LeaveState};
use crate::federation::refused;
use crate::session::App;

impl App {
    /// What would be lost if this device's copy went now.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn leave_state(&mut self) -> Result<LeaveState, AppError> {
        let (s, _) = self.open()?;
        let me = s.identity()?.0.public();
        let roster = s.known_roster()?;
        let others = roster.map_or(0, |r| {
            r.readers().filter(|d| d.signing != *me.as_bytes()).count()
        });
        Ok(LeaveState {
            other_readers: others as u32,
            unsent: s.register.dirty_count()? as u32,
        })
    }

    /// Ends this device's copy: the wrapped key is overwritten and removed, with it the seed and everything else.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `last_reader` when nobody else can read the register, with `unsent` when something was
    /// not sent: then nothing was touched, unless `anyway`. [`ErrorCode::Disk`] when the key could not be removed.
    pub fn leave(&mut self, anyway: bool) -> Result<(), AppError> {
        let state = self.leave_state()?;
        if !anyway && state.other_readers == 0 {
            return Err(refused("last_reader"));
        }
        if !anyway && state.unsent > 0 {
            return Err(refused("unsent"));
        }
        let session = self.session.take().ok_or(ErrorCode::Locked)?;
        Ok(session.register.destroy(&mut self.env.rng())?)
    }
}

#[cfg(test)]
mod tests;
