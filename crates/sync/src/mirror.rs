//! Follows the log: fetches only what is new, pushes it on what was verified before, and believes a checkpoint only if
//! that leads to the signed root and a quorum cosigned it. An alarm changes nothing here.

use crate::book::Read;
use crate::{Client, SyncError};
use std::collections::BTreeMap;
use ugnay_log::tiles::{self, TILE_WIDTH, TilePath};
use ugnay_log::{
    Alarm, Checkpoint, Follower, Frontier, Hash, Policy, Quorum, SignedCheckpoint, VerifierKey,
    leaf_hash, verify_consistency,
};
use ugnay_wire::ProblemCode;

/// An entry of the log that this mirror has verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogItem {
    /// Leaf index.
    pub index: u64,
    /// The entry's bytes.
    pub bytes: Vec<u8>,
}

/// What a client verified of one log: its last believed checkpoint and the tree's right edge, not the entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mirror {
    follower: Follower,
    frontier: Frontier,
    /// The log may not be smaller: the size believed before this mirror started over.
    least: u64,
    /// Roots the log must pass through at these sizes: what was believed or shown elsewhere, signed by the log.
    expected: BTreeMap<u64, Hash>,
}

/// Most roots remembered to be passed through.
const MOST_EXPECTED: usize = 64;

/// What holding a foreign root against a mirror gave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// It is a root of the same log.
    Same,
    /// It is newer than what was believed; the log will be held to it.
    Later,
    /// It is older, and the log was not asked.
    Unknown,
}

/// Entries fetched one by one instead of with their whole bundle cost a round trip each: worth it for few of many.
const SINGLY: u64 = 8;

impl Mirror {
    /// A mirror of the log whose key was pinned at enrolment.
    #[must_use]
    pub fn new(log: VerifierKey) -> Self {
        Self {
            follower: Follower::new(log),
            frontier: Frontier::new(),
            least: 0,
            expected: BTreeMap::new(),
        }
    }

    /// A mirror that starts over, of a log that is known to have had this root at this size.
    #[must_use]
    pub fn anchored(log: VerifierKey, size: u64, root: Hash) -> Self {
        Self {
            least: size,
            expected: (size > 0).then_some((size, root)).into_iter().collect(),
            ..Self::new(log)
        }
    }

    /// Entries verified.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The key of the log it follows.
    #[must_use]
    pub fn log(&self) -> &VerifierKey {
        self.follower.log()
    }

    /// The last checkpoint believed.
    #[must_use]
    pub fn head(&self) -> Option<&ugnay_log::Head> {
        self.follower.head()
    }

    /// Brings the mirror up to the newest checkpoint that enough witnesses cosigned and returns the new entries, with who
    /// vouches for it. Of a checkpoint known already only later cosignatures count.
    ///
    /// # Errors
    /// [`SyncError::Alarm`] for a log that went back, was rewritten or is vouched for by too few; the
    /// mirror is then unchanged.
    pub fn update(
        &mut self,
        client: &mut Client,
        policy: &Policy,
    ) -> Result<(Vec<LogItem>, Quorum), SyncError> {
        let note = match newest(client, policy) {
            // A log that showed something cannot have nothing.
            Err(SyncError::Refused(ProblemCode::NotFound)) if self.least.max(self.size()) > 0 => {
                return Err(SyncError::Alarm("log_rollback"));
            }
            other => other?,
        };
        // A page of a hotel's network is no checkpoint, and no alarm.
        let signed =
            SignedCheckpoint::parse(&note).map_err(|_| SyncError::Nonsense("checkpoint"))?;
        let new = signed.checkpoint().clone();
        if new.size < self.least.max(self.size()) {
            return Err(SyncError::Alarm("log_rollback"));
        }
        // Signatures first: nothing is fetched on the word of a checkpoint that nobody vouches for.
        policy
            .require(&signed)
            .map_err(|e| SyncError::Alarm(alarm_code(&Alarm::from(e))))?;
        let items = self.fetch(client, &new)?;
        let leaves: Vec<Hash> = items.iter().map(|i| leaf_hash(&i.bytes)).collect();
        self.check_expected(&leaves)?;
        let mut follower = self.follower.clone();
        match follower.advance_over(&note, &self.frontier, leaves, policy) {
            Ok((quorum, grown)) => {
                self.follower = follower;
                self.frontier = grown;
                self.least = 0;
                self.expected.retain(|size, _| *size > new.size);
                Ok((items, quorum))
            }
            Err(Alarm::Unproven { .. }) => Err(self.why_unproven(client, &new)),
            Err(alarm) => Err(SyncError::Alarm(alarm_code(&alarm))),
        }
    }

    /// The log has to pass through every root that was believed or shown before.
    fn check_expected(&self, leaves: &[Hash]) -> Result<(), SyncError> {
        let mut tree = self.frontier.clone();
        for leaf in leaves {
            tree.push(*leaf);
            let expected = self.expected.get(&tree.size());
            if expected.is_some_and(|root| *root != tree.root()) {
                return Err(SyncError::Alarm("log_fork"));
            }
        }
        Ok(())
    }

    /// Holds a root that the log showed elsewhere against this mirror: at once if it is of the size believed, when the
    /// log gets there if it is larger. A smaller one needs a proof by the log.
    ///
    /// # Errors
    /// [`SyncError::Alarm`] for another root, or another log in the proof. Nothing is changed then.
    pub fn expect(
        &mut self,
        client: Option<&mut Client>,
        size: u64,
        root: Hash,
    ) -> Result<Expected, SyncError> {
        let Some(head) = self.head().filter(|h| size <= h.size) else {
            self.remember(size, root);
            return Ok(Expected::Later);
        };
        let proof = match client {
            _ if size == head.size || size == 0 => Vec::new(),
            Some(client) => client.consistency(size, head.size)?,
            None => return Ok(Expected::Unknown),
        };
        let same = verify_consistency(size, &root, head.size, &head.root, &proof);
        same.map(|()| Expected::Same)
            .map_err(|_| SyncError::Alarm("log_fork"))
    }

    fn remember(&mut self, size: u64, root: Hash) {
        if size > 0 && self.expected.len() < MOST_EXPECTED {
            self.expected.entry(size).or_insert(root);
        }
    }

    /// The entries do not lead to the signed root. A consistency proof tells whether the log was rewritten or whether
    /// the buffer handed out other entries than the log holds.
    fn why_unproven(&self, client: &mut Client, new: &Checkpoint) -> SyncError {
        let Some(head) = self.head() else {
            return SyncError::Alarm("log_entries_swapped");
        };
        let proof = match client.consistency(head.size, new.size) {
            Ok(proof) => proof,
            Err(e @ SyncError::Transport(_)) => return e,
            Err(_) => return SyncError::Alarm("log_unproven"),
        };
        let joined = verify_consistency(head.size, &head.root, new.size, &new.root, &proof);
        SyncError::Alarm(match joined {
            Ok(()) => "log_entries_swapped",
            Err(_) => "log_fork",
        })
    }

    fn fetch(&self, client: &mut Client, to: &Checkpoint) -> Result<Vec<LogItem>, SyncError> {
        let width = u64::from(TILE_WIDTH);
        let mut at = self.size();
        let mut out = Vec::new();
        while at < to.size {
            let first = at - at % width;
            let end = to.size.min(first.saturating_add(width));
            if (end - at).saturating_mul(SINGLY) <= at - first {
                for index in at..end {
                    let bytes = client.log_entry(index)?;
                    out.push(LogItem { index, bytes });
                }
            } else {
                let had = usize::try_from(at - first).unwrap_or(usize::MAX);
                let bundle = entries(client, first, end)?.into_iter();
                let new = (at..end).zip(bundle.skip(had));
                out.extend(new.map(|(index, bytes)| LogItem { index, bytes }));
            }
            at = end;
        }
        Ok(out)
    }

    /// What has to be kept to go on from here: `1 ‖ u32 length ‖ follower as text ‖ u32 count ‖ (size u64 ‖ root)* ‖
    /// frontier`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let text = self.follower.to_text();
        let mut out = vec![1];
        out.extend_from_slice(&(text.len() as u32).to_be_bytes());
        out.extend_from_slice(text.as_bytes());
        out.extend_from_slice(&(self.expected.len() as u32).to_be_bytes());
        for (size, root) in &self.expected {
            out.extend_from_slice(&size.to_be_bytes());
            out.extend_from_slice(root);
        }
        out.extend_from_slice(&self.frontier.to_bytes());
        out
    }

    /// Reads [`Self::to_bytes`] back; frontier and checkpoint must fit each other.
    ///
    /// # Errors
    /// [`SyncError::Nonsense`] for bytes that are not a saved mirror.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SyncError> {
        Self::read(&mut Read(bytes)).ok_or(SyncError::Nonsense("saved mirror"))
    }

    fn read(r: &mut Read<'_>) -> Option<Self> {
        let [1] = r.array()? else { return None };
        let len = r.count()?;
        let text = core::str::from_utf8(r.slice(len)?).ok()?;
        let follower = Follower::from_text(text).ok()?;
        let mut expected = BTreeMap::new();
        for _ in 0..r.count()? {
            expected.insert(r.u64()?, r.array()?);
        }
        let frontier = Frontier::from_bytes(r.0).ok()?;
        let fits = follower.head().map_or(frontier.size() == 0, |h| {
            (h.size, h.root) == (frontier.size(), frontier.root())
        });
        fits.then_some(Self {
            follower,
            frontier,
            least: 0,
            expected,
        })
    }
}

/// The newest checkpoint with a quorum. While the very newest still collects cosignatures, the one before stands.
fn newest(client: &mut Client, policy: &Policy) -> Result<Vec<u8>, SyncError> {
    match client.cosigned_checkpoint(policy.need()) {
        Err(SyncError::Refused(ProblemCode::NotFound)) => client.checkpoint(),
        other => other,
    }
}

/// The entries `first..end` of one bundle.
fn entries(client: &mut Client, first: u64, end: u64) -> Result<Vec<Vec<u8>>, SyncError> {
    let tile = TilePath {
        level: None,
        index: first / u64::from(TILE_WIDTH),
        width: u16::try_from(end - first).unwrap_or(TILE_WIDTH),
    };
    let bytes = client.raw(&format!("/v1/log/{tile}"))?;
    let entries = tiles::bundle_entries(&bytes, tile.width);
    let entries = entries.map_err(|_| SyncError::Nonsense("entries"))?;
    Ok(entries.into_iter().map(<[u8]>::to_vec).collect())
}

fn alarm_code(alarm: &Alarm) -> &'static str {
    match alarm {
        Alarm::Unreadable(_) => "log_unreadable",
        Alarm::WrongOrigin => "log_other_origin",
        Alarm::BadSignature => "log_bad_signature",
        Alarm::NotEnoughCosignatures { .. } => "log_too_few_cosignatures",
        Alarm::Rollback { .. } => "log_rollback",
        Alarm::Fork { .. } => "log_fork",
        Alarm::Unproven { .. } => "log_unproven",
    }
}

#[cfg(test)]
mod tests;
