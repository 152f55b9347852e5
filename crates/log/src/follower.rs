//! A client's memory of one log. Owns the rules by which it believes a newer checkpoint; an alarm changes nothing
//! and must never be a reason to delete local data.

use crate::{
    Frontier, Hash, LogError, Policy, Quorum, SignedCheckpoint, VerifierKey, empty_root,
    verify_consistency,
};

/// The last checkpoint a client believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Number of leaves.
    pub size: u64,
    /// Root at that size.
    pub root: Hash,
    /// The signed note, to show to others (and as evidence of a fork).
    pub note: String,
}

/// Why a checkpoint was not believed. The two notes together are evidence for everybody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Alarm {
    /// Not a readable checkpoint.
    #[error("unreadable checkpoint: {0}")]
    Unreadable(LogError),
    /// Another log's checkpoint.
    #[error("another log's checkpoint")]
    WrongOrigin,
    /// The log's or a known witness's signature is missing or wrong.
    #[error("signature missing or wrong")]
    BadSignature,
    /// Too few organisations cosigned.
    #[error("{have} of {need} organisations cosigned")]
    NotEnoughCosignatures {
        /// Organisations that did.
        have: usize,
        /// Organisations needed.
        need: usize,
    },
    /// The log shows a smaller tree than before.
    #[error("the log went back from {had} to {got} entries")]
    Rollback {
        /// Size believed before.
        had: u64,
        /// Size shown now.
        got: u64,
    },
    /// Two signed roots for one size: the log lied to somebody.
    #[error("two different logs of {size} entries")]
    Fork {
        /// The size both claim.
        size: u64,
    },
    /// The log does not prove that the larger tree extends the smaller.
    #[error("no proof that {got} entries extend the {had} known ones")]
    Unproven {
        /// Smaller size.
        had: u64,
        /// Larger size.
        got: u64,
    },
}

impl From<LogError> for Alarm {
    fn from(error: LogError) -> Self {
        match error {
            LogError::WrongOrigin => Self::WrongOrigin,
            LogError::BadSignature | LogError::NotSigned | LogError::DuplicateSignature => {
                Self::BadSignature
            }
            LogError::NotEnoughCosignatures { have, need } => {
                Self::NotEnoughCosignatures { have, need }
            }
            other => Self::Unreadable(other),
        }
    }
}

/// Client-side state of one log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follower {
    log: VerifierKey,
    head: Option<Head>,
}

impl Follower {
    /// Starts following the log with this key; its name is the origin. Nothing is believed yet.
    #[must_use]
    pub fn new(log: VerifierKey) -> Self {
        Self { log, head: None }
    }

    /// The log's key.
    #[must_use]
    pub fn log(&self) -> &VerifierKey {
        &self.log
    }

    /// The last checkpoint believed.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        self.head.as_ref()
    }

    /// The size to ask a consistency proof from (0 at first).
    #[must_use]
    pub fn size(&self) -> u64 {
        self.head.as_ref().map_or(0, |h| h.size)
    }

    /// Believes a newer checkpoint if the log and enough organisations of `policy` signed it and `proof` shows that it
    /// extends the one believed. `proof` is empty at first and for an unchanged size.
    ///
    /// # Errors
    /// An [`Alarm`]; the state is unchanged then.
    pub fn advance(
        &mut self,
        note: &[u8],
        proof: &[Hash],
        policy: &Policy,
    ) -> Result<Quorum, Alarm> {
        let (signed, quorum) = self.cosigned(note, policy)?;
        let new = signed.checkpoint();
        if let Some(head) = &self.head {
            if new.size < head.size {
                return Err(Alarm::Rollback {
                    had: head.size,
                    got: new.size,
                });
            }
            compatible(head.size, &head.root, new.size, &new.root, proof)?;
        } else if !proof.is_empty() {
            return Err(Alarm::Unproven {
                had: 0,
                got: new.size,
            });
        }
        Ok(self.believe(signed, quorum, policy))
    }

    /// As [`Follower::advance`], with the new leaves themselves in place of a proof: `frontier` is that of the checkpoint
    /// believed, and with `leaves` pushed it must have the signed root. Gives the frontier that goes with the new head.
    ///
    /// # Errors
    /// An [`Alarm`]; the state is unchanged then. [`Alarm::Unproven`] when the leaves do not lead to the signed root:
    /// the log was rewritten, or these are not its leaves; a consistency proof tells which.
    pub fn advance_over(
        &mut self,
        note: &[u8],
        frontier: &Frontier,
        leaves: impl IntoIterator<Item = Hash>,
        policy: &Policy,
    ) -> Result<(Quorum, Frontier), Alarm> {
        let (signed, quorum) = self.cosigned(note, policy)?;
        let (had, got) = (self.size(), signed.checkpoint().size);
        let unproven = Alarm::Unproven { had, got };
        if got < had {
            return Err(Alarm::Rollback { had, got });
        }
        let root = self.head.as_ref().map_or_else(empty_root, |h| h.root);
        if (frontier.size(), frontier.root()) != (had, root) {
            return Err(unproven);
        }
        let mut grown = frontier.clone();
        leaves.into_iter().for_each(|leaf| grown.push(leaf));
        if (grown.size(), grown.root()) != (got, signed.checkpoint().root) {
            return Err(if got == had {
                Alarm::Fork { size: had }
            } else {
                unproven
            });
        }
        Ok((self.believe(signed, quorum, policy), grown))
    }

    /// A checkpoint of this log that a quorum cosigned.
    fn cosigned(&self, note: &[u8], policy: &Policy) -> Result<(SignedCheckpoint, Quorum), Alarm> {
        let signed = self.read(note)?;
        let quorum = policy.cosigners(&signed)?;
        if quorum.satisfied() {
            return Ok((signed, quorum));
        }
        Err(Alarm::NotEnoughCosignatures {
            have: quorum.members.len(),
            need: quorum.need,
        })
    }

    /// Takes a head that extends the one known. Of a head that is known already only later cosignatures are taken: an older
    /// note of the same head moves no witness's time back. Gives who vouches for what is believed now.
    fn believe(&mut self, signed: SignedCheckpoint, quorum: Quorum, policy: &Policy) -> Quorum {
        let (signed, quorum) = self.joined(signed, quorum, policy);
        self.head = Some(head_of(&signed));
        quorum
    }

    fn joined(
        &self,
        new: SignedCheckpoint,
        quorum: Quorum,
        policy: &Policy,
    ) -> (SignedCheckpoint, Quorum) {
        let known = self
            .head
            .as_ref()
            .filter(|h| h.size == new.checkpoint().size);
        let Some(known) = known.and_then(|h| SignedCheckpoint::parse(h.note.as_bytes()).ok())
        else {
            return (new, quorum);
        };
        let mut both = new.clone();
        both.take_later(&known, policy.witnesses());
        let Ok(joined) = policy.cosigners(&both) else {
            return (new, quorum);
        };
        // The same head under other words of the log could not be joined: the one whose time is later stays.
        match policy.cosigners(&known) {
            Ok(had) if had.vouched_now() > joined.vouched_now() => (known, had),
            _ => (both, joined),
        }
    }

    /// Compares with a checkpoint another client believed (by QR code, file or a later sync). `proof` is the consistency proof from the
    /// smaller to the larger of both. Both must carry the log's signature; no quorum is asked for.
    ///
    /// # Errors
    /// [`Alarm::Fork`] for equal sizes with different roots, [`Alarm::Unproven`] when the proof does not join them.
    pub fn compare(&self, other_note: &[u8], proof: &[Hash]) -> Result<(), Alarm> {
        let other = self.read(other_note)?;
        let (theirs, Some(ours)) = (other.checkpoint(), &self.head) else {
            return Ok(());
        };
        let mut both = [(theirs.size, theirs.root), (ours.size, ours.root)];
        both.sort_unstable();
        let [(old, old_root), (new, new_root)] = both;
        compatible(old, &old_root, new, &new_root, proof)
    }

    /// The state as text: the log's vkey, and the last note if there is one.
    #[must_use]
    pub fn to_text(&self) -> String {
        let note = self.head.as_ref().map_or("", |h| h.note.as_str());
        format!("{}\n{note}", self.log.to_vkey())
    }

    /// Reads [`Follower::to_text`] back; the kept note's log signature is checked again.
    ///
    /// # Errors
    /// An [`Alarm`] saying what is wrong with the kept state.
    pub fn from_text(text: &str) -> Result<Self, Alarm> {
        let (vkey, note) = text
            .split_once('\n')
            .ok_or(LogError::Malformed("follower state"))?;
        let mut follower = Self::new(VerifierKey::parse(vkey)?);
        if !note.is_empty() {
            let signed = follower.read(note.as_bytes())?;
            follower.head = Some(head_of(&signed));
        }
        Ok(follower)
    }

    fn read(&self, note: &[u8]) -> Result<SignedCheckpoint, Alarm> {
        let signed = SignedCheckpoint::parse(note)?;
        signed.verify_log(&self.log)?;
        Ok(signed)
    }
}

fn head_of(signed: &SignedCheckpoint) -> Head {
    let at = signed.checkpoint();
    Head {
        size: at.size,
        root: at.root,
        note: signed.to_text(),
    }
}

/// Whether two heads of one log can be views of the same log.
fn compatible(
    old: u64,
    old_root: &Hash,
    new: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), Alarm> {
    if old == new && old_root != new_root {
        return Err(Alarm::Fork { size: old });
    }
    verify_consistency(old, old_root, new, new_root, proof)
        .map_err(|_| Alarm::Unproven { had: old, got: new })
}

#[cfg(test)]
mod tests;
