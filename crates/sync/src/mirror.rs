//! The device's own copy of the log's leaves: inclusion and consistency hold by construction, because the
//! whole tree is rebuilt and its root compared with the cosigned checkpoint.

use crate::{Client, SyncError};
use ugnay_log::tiles::{self, TILE_WIDTH, TilePath};
use ugnay_log::{
    Checkpoint, Follower, Hash, Policy, Quorum, SignedCheckpoint, Tree, VerifierKey, leaf_hash,
};

/// An entry of the log that this mirror has verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogItem {
    /// Leaf index.
    pub index: u64,
    /// The entry's bytes.
    pub bytes: Vec<u8>,
}

/// A verified copy of one log.
pub struct Mirror {
    follower: Follower,
    leaves: Vec<Hash>,
}

impl Mirror {
    /// A mirror of the log whose key was pinned at enrolment.
    #[must_use]
    pub fn new(log: VerifierKey) -> Self {
        Self {
            follower: Follower::new(log),
            leaves: Vec::new(),
        }
    }

    /// Entries mirrored.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.leaves.len() as u64
    }

    /// The last checkpoint believed.
    #[must_use]
    pub fn head(&self) -> Option<&ugnay_log::Head> {
        self.follower.head()
    }

    /// The tree as mirrored.
    #[must_use]
    pub fn tree(&self) -> Tree {
        Tree::from_leaves(self.leaves.iter().copied())
    }

    /// Brings the mirror up to the newest checkpoint and returns the new entries.
    ///
    /// # Errors
    /// [`SyncError::Alarm`] for a log that went back, was rewritten or is vouched for by too few; the
    /// mirror is then unchanged.
    pub fn update(
        &mut self,
        client: &mut Client,
        policy: &Policy,
    ) -> Result<(Vec<LogItem>, Quorum), SyncError> {
        let note = client.checkpoint()?;
        let signed =
            SignedCheckpoint::parse(&note).map_err(|_| SyncError::Nonsense("checkpoint"))?;
        let new = signed.checkpoint().clone();
        if new.size < self.size() {
            return Err(SyncError::Alarm("log_rollback"));
        }
        let items = self.fetch(client, &new)?;
        let mut leaves = self.leaves.clone();
        leaves.extend(items.iter().map(|i| leaf_hash(&i.bytes)));
        let tree = Tree::from_leaves(leaves.iter().copied());
        if tree.root() != new.root {
            return Err(SyncError::Alarm("log_fork"));
        }
        let proof = match self.size() {
            0 => Vec::new(),
            old => tree
                .consistency_proof(old, new.size)
                .ok_or(SyncError::Alarm("log_fork"))?,
        };
        let quorum = self
            .follower
            .advance(&note, &proof, policy)
            .map_err(|a| SyncError::Alarm(alarm_code(&a)))?;
        self.leaves = leaves;
        Ok((items, quorum))
    }

    fn fetch(&self, client: &mut Client, to: &Checkpoint) -> Result<Vec<LogItem>, SyncError> {
        let width = u64::from(TILE_WIDTH);
        let mut at = self.size();
        let mut out = Vec::new();
        while at < to.size {
            let index = at / width;
            let first = index * width;
            let tile = TilePath {
                level: None,
                index,
                width: (to.size - first).min(width) as u16,
            };
            let bytes = client.raw(&format!("/v1/log/{tile}"))?;
            let entries = tiles::bundle_entries(&bytes, tile.width)
                .map_err(|_| SyncError::Nonsense("entries"))?;
            for (offset, entry) in entries.iter().enumerate().skip((at - first) as usize) {
                out.push(LogItem {
                    index: first + offset as u64,
                    bytes: entry.to_vec(),
                });
            }
            at = first + u64::from(tile.width);
        }
        Ok(out)
    }
}

fn alarm_code(alarm: &ugnay_log::Alarm) -> &'static str {
    use ugnay_log::Alarm as A;
    match alarm {
        A::Unreadable(_) => "log_unreadable",
        A::WrongOrigin => "log_other_origin",
        A::BadSignature => "log_bad_signature",
        A::NotEnoughCosignatures { .. } => "log_too_few_cosignatures",
        A::Rollback { .. } => "log_rollback",
        A::Fork { .. } => "log_fork",
        A::Unproven { .. } => "log_unproven",
    }
}
