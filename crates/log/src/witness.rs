//! A cosigner as a pure function (C2SP tlog-witness): it signs a head only if it extends the last one it signed.
//! The caller must store the new state durably before it hands the line out, one request at a time.

use crate::{
    Hash, LogError, MAX_NOTE_LEN, MAX_PROOF_LEN, SignedCheckpoint, SignerKey, VerifierKey, text,
    verify_consistency,
};

/// What a witness remembers of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessState {
    /// The log's origin.
    pub origin: String,
    /// Size last cosigned.
    pub size: u64,
    /// Root last cosigned.
    pub root: Hash,
}

/// Why a witness does not cosign; the number is the HTTP status tlog-witness gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// 400: unreadable, or the old size is larger than the new.
    #[error("bad request: {0}")]
    Bad(LogError),
    /// 404: not a log this witness knows.
    #[error("unknown log")]
    UnknownLog,
    /// 403: the log's signature is missing or wrong.
    #[error("not signed by the log")]
    NotSigned,
    /// 409: the request does not start at the size last cosigned.
    #[error("last cosigned size is {size}")]
    Conflict {
        /// Size last cosigned.
        size: u64,
    },
    /// 422: the new head does not extend the old one. Keep the request: it may prove a fork.
    #[error("not consistent with the last cosigned checkpoint")]
    Inconsistent,
}

impl Refusal {
    /// The HTTP status code of tlog-witness.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Bad(_) => 400,
            Self::NotSigned => 403,
            Self::UnknownLog => 404,
            Self::Conflict { .. } => 409,
            Self::Inconsistent => 422,
        }
    }
}

/// The body of `add-checkpoint`: `old N`, proof lines, an empty line, the checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// Size the proof starts from.
    pub old_size: u64,
    /// Consistency proof from there.
    pub proof: Vec<Hash>,
    /// The checkpoint to cosign.
    pub checkpoint: SignedCheckpoint,
}

impl AddCheckpoint {
    /// Reads a request body.
    ///
    /// # Errors
    /// [`LogError::Malformed`], [`LogError::TooLarge`].
    pub fn parse(bytes: &[u8]) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("add-checkpoint");
        let all = text::utf8(bytes, MAX_NOTE_LEN.saturating_add(4096), "add-checkpoint")?;
        let (old, rest) = all
            .strip_prefix("old ")
            .and_then(|r| r.split_once('\n'))
            .ok_or(BAD)?;
        let old_size = text::decimal(old).ok_or(BAD)?;
        let (proof, rest) = text::hash_lines(rest, MAX_PROOF_LEN, "add-checkpoint")?;
        Ok(Self {
            old_size,
            proof,
            checkpoint: SignedCheckpoint::parse(rest.as_bytes())?,
        })
    }

    /// The request body.
    #[must_use]
    pub fn to_text(&self) -> String {
        let proof: String = self
            .proof
            .iter()
            .map(|h| format!("{}\n", text::to_base64(h)))
            .collect();
        format!(
            "old {}\n{proof}\n{}",
            self.old_size,
            self.checkpoint.to_text()
        )
    }
}

/// A cosigner of one log.
#[derive(Debug, Clone)]
pub struct Witness {
    log: VerifierKey,
    key: SignerKey,
}

impl Witness {
    /// A witness of the log with this key, signing with `key` (a [`crate::KeyKind::Cosignature`] key used for nothing else).
    #[must_use]
    pub fn new(log: VerifierKey, key: SignerKey) -> Self {
        Self { log, key }
    }

    /// Whether this head is to be cosigned now: it is another than the last one, or does not show this witness's own
    /// cosignature, or shows one that is `renew_after` seconds old. A witness that says the same again at a later time lets
    /// time go on in a log to which nobody adds.
    #[must_use]
    pub fn due(
        &self,
        state: Option<&WitnessState>,
        checkpoint: &SignedCheckpoint,
        now: i64,
        renew_after: i64,
    ) -> bool {
        let head = checkpoint.checkpoint();
        let known = state.is_some_and(|s| (s.size, s.root) == (head.size, head.root));
        match checkpoint.cosignature(self.key.verifier()) {
            Ok(Some(own)) if known => now.saturating_sub(own.time) >= renew_after,
            _ => true,
        }
    }

    /// Checks a request against the last state and cosigns: the signature line and the state to store first.
    ///
    /// # Errors
    /// A [`Refusal`]; the state stays.
    pub fn cosign(
        &self,
        state: Option<&WitnessState>,
        request: &AddCheckpoint,
        now: i64,
    ) -> Result<(String, WitnessState), Refusal> {
        let head = request.checkpoint.checkpoint();
        match request.checkpoint.verify_log(&self.log) {
            Ok(()) => {}
            Err(LogError::WrongOrigin) => return Err(Refusal::UnknownLog),
            Err(_) => return Err(Refusal::NotSigned),
        }
        if request.old_size > head.size || now <= 0 {
            return Err(Refusal::Bad(LogError::OutOfRange));
        }
        let (size, root) = match state {
            Some(last) if last.origin != head.origin => return Err(Refusal::UnknownLog),
            Some(last) => (last.size, last.root),
            None => (0, crate::empty_root()),
        };
        if request.old_size != size {
            return Err(Refusal::Conflict { size });
        }
        verify_consistency(size, &root, head.size, &head.root, &request.proof)
            .map_err(|_| Refusal::Inconsistent)?;
        let line = request
            .checkpoint
            .cosign(&self.key, now)
            .map_err(Refusal::Bad)?;
        let next = WitnessState {
            origin: head.origin.clone(),
            size: head.size,
            root: head.root,
        };
        Ok((line.to_line(), next))
    }
}

#[cfg(test)]
mod tests;
