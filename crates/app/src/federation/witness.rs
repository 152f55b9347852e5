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

/// A cosignature, ready to be handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The checkpoint's size.
    pub size: u64,
    /// The signature line.
    pub text: String,
}

impl WitnessNode {
    /// A witness of the log with that key.
    #[must_use]
    pub fn new(log: VerifierKey, key: SignerKey) -> Self {
        Self::resume(log, key, None)
    }

    /// The same with what it remembers.
    #[must_use]
    pub fn resume(log: VerifierKey, key: SignerKey, state: Option<WitnessState>) -> Self {
        Self {
            witness: Witness::new(log, key),
            state,
        }
    }

    /// What has to be on disk before a line leaves.
    #[must_use]
    pub fn state(&self) -> Option<&WitnessState> {
        self.state.as_ref()
    }

    /// Cosigns the newest checkpoint and hands the line in. Doing it again renews the time.
    ///
    /// # Errors
    /// As [`Self::sign`].
    pub fn visit(&mut self, client: &mut Client, now: i64) -> Result<(), AppError> {
        match self.sign(client, now, 0)? {
            Some(line) => Ok(client.cosign(line.size, &line.text)?),
            None => Ok(()),
        }
    }

    /// Checks the newest checkpoint and signs it; the caller keeps [`Self::state`] before it hands the line in. Nothing to
    /// sign when the buffer shows this witness's line for the same head, not yet `renew_after` seconds old.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the log did not only grow: the witness then signs nothing more.
    pub fn sign(
        &mut self,
        client: &mut Client,
        now: i64,
        renew_after: i64,
    ) -> Result<Option<Line>, AppError> {
        let note = client.checkpoint()?;
        let checkpoint =
            SignedCheckpoint::parse(&note).map_err(|_| refused("checkpoint_unreadable"))?;
        if !self
            .witness
            .due(self.state.as_ref(), &checkpoint, now, renew_after)
        {
            return Ok(None);
        }
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
        let (text, state) = self
            .witness
            .cosign(self.state.as_ref(), &request, now)
            .map_err(|e| refused(&e.to_string()))?;
        self.state = Some(state);
        Ok(Some(Line { size, text }))
    }
}
