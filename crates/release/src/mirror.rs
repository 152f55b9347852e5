//! A custodian's full copy of the log's entries. Owns the rule that a view is only judged when it is complete:
//! an objection cannot be withheld from a custodian that recomputes the signed root from all entries.

use crate::ReleaseError;
use ugnay_log::{
    Alarm, Entry, Hash, LogError, Policy, Quorum, SignedCheckpoint, Tree, VerifierKey, leaf_hash,
};

/// A checkpoint that a complete mirror agrees with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synced {
    /// Index of the first entry that was new.
    pub from: u64,
    /// Number of entries.
    pub size: u64,
    /// Root over them.
    pub root: Hash,
    /// Who cosigned, and when.
    pub quorum: Quorum,
    /// The new entries, in order.
    pub entries: Vec<Entry>,
}

impl Synced {
    /// When the quorum stood (q-th cosignature); 0 for a policy without witnesses.
    #[must_use]
    pub fn reached_at(&self) -> i64 {
        self.quorum.reached_at().unwrap_or(0)
    }

    /// A time that has certainly passed, as long as no more witnesses lie than may be absent.
    #[must_use]
    pub fn vouched(&self) -> i64 {
        self.quorum.vouched_now().unwrap_or(0)
    }
}

/// All leaves of the log up to the last checkpoint believed.
#[derive(Debug, Clone)]
pub struct Mirror {
    log: VerifierKey,
    tree: Tree,
}

impl Mirror {
    /// An empty mirror of the log with this key.
    #[must_use]
    pub fn new(log: VerifierKey) -> Self {
        Self {
            log,
            tree: Tree::new(),
        }
    }

    /// A mirror over leaf hashes that were verified before.
    #[must_use]
    pub fn resume(log: VerifierKey, leaves: impl IntoIterator<Item = Hash>) -> Self {
        Self {
            log,
            tree: Tree::from_leaves(leaves),
        }
    }

    /// Entries held.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.tree.size()
    }

    /// The tree, for proofs.
    #[must_use]
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Adds the entries after [`Mirror::size`] up to this cosigned checkpoint.
    ///
    /// # Errors
    /// An [`Alarm`] for rollback, fork, missing signatures or a root that the entries do not give; nothing is added then.
    pub fn extend(
        &mut self,
        entries: &[Vec<u8>],
        note: &[u8],
        policy: &Policy,
    ) -> Result<Synced, ReleaseError> {
        let signed = SignedCheckpoint::parse(note)?;
        signed.verify_log(&self.log).map_err(Alarm::from)?;
        let quorum = policy.require(&signed).map_err(Alarm::from)?;
        let head = signed.checkpoint();
        let had = self.tree.size();
        if head.size < had {
            return Err(Alarm::Rollback {
                had,
                got: head.size,
            }
            .into());
        }
        let count = u64::try_from(entries.len()).map_err(|_| LogError::TooLarge("entries"))?;
        if had.checked_add(count) != Some(head.size) {
            return Err(Alarm::Unproven {
                had,
                got: head.size,
            }
            .into());
        }
        let decoded: Vec<Entry> = entries
            .iter()
            .map(|bytes| Entry::decode(bytes))
            .collect::<Result<_, _>>()?;
        let mut tree = self.tree.clone();
        entries.iter().for_each(|bytes| {
            tree.push(leaf_hash(bytes));
        });
        if tree.root() != head.root {
            let alarm = if count == 0 {
                Alarm::Fork { size: had }
            } else {
                Alarm::Unproven {
                    had,
                    got: head.size,
                }
            };
            return Err(alarm.into());
        }
        self.tree = tree;
        Ok(Synced {
            from: had,
            size: head.size,
            root: head.root,
            quorum,
            entries: decoded,
        })
    }
}

#[cfg(test)]
mod tests;
