//! A witness: visits the log, checks that it only grew, and cosigns. Custodians are witnesses too.

use super::refused;
use crate::dto::AppError;
use ugnay_log::{AddCheckpoint, SignedCheckpoint, SignerKey, VerifierKey, Witness, WitnessState};
use ugnay_sync::Client;

/// A cosigner with its memory.
pub struct WitnessNode {
    witness: Witness,
    state: Option<WitnessState>,
}

impl WitnessNode {
    /// A witness of the log with that key.
    #[must_use]
    pub fn new(log: VerifierKey, key: SignerKey) -> Self {
        Self {
            witness: Witness::new(log, key),
            state: None,
        }
    }

    /// Cosigns the newest checkpoint. Doing it again renews the time.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the log did not only grow: the witness then signs nothing more.
    pub fn visit(&mut self, client: &mut Client, now: i64) -> Result<(), AppError> {
        let note = client.checkpoint()?;
        let checkpoint =
            SignedCheckpoint::parse(&note).map_err(|_| refused("checkpoint_unreadable"))?;
        let size = checkpoint.checkpoint().size;
        let old_size = self.state.as_ref().map_or(0, |s| s.size);
        let proof = if old_size > 0 && size > old_size {
            client.consistency(old_size, size)?
        } else {
            Vec::new()
        };
        let request = AddCheckpoint {
            old_size,
            proof,
            checkpoint,
        };
        let (line, state) = self
            .witness
            .cosign(self.state.as_ref(), &request, now)
            .map_err(|e| refused(&e.to_string()))?;
        // The new state is kept before the line is handed out.
        self.state = Some(state);
        Ok(client.cosign(size, &line)?)
    }
}
