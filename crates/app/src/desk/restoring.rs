//! An officer asks for a restore release in the name of a register that lost its last device (protocol §4.4). The shares
//! go to that register's new device; this desk opens nothing with them.

use super::ask::Wanted;
use super::{Advice, Officer};
use crate::dto::AppError;
use crate::federation::{Paper, RestoreAsk, restore};
use ugnay_release::Purpose;

impl Officer {
    /// Drafts the request and signs it as the first officer. The new device has shown its key before, and two people have
    /// compared its six words.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `recipient` when no device has shown that key, `no_card` before custodians made
    /// this a desk, or when a value breaks a rule of requests.
    pub fn ask_restore(&mut self, ask: &RestoreAsk) -> Result<(Paper, Vec<Advice>), AppError> {
        let (mut client, view) = self.follow()?;
        restore::device_key(&mut client, &ask.device)?;
        let wanted = Wanted {
            purpose: Purpose::Restore,
            declaration: &ask.declaration,
            document: &ask.document,
            barangays: &ask.barangays,
            destination: 0,
            epoch: Some(ask.epoch),
            recipient: ask.device,
            lasts: ask.lasts,
            pending: ask.lasts,
        };
        self.ask_for(&view, &wanted)
    }
}
