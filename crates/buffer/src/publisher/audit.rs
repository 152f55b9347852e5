//! Looks the whole log over: every checkpoint, every cosignature, every tile against the
//! entries. Signs nothing and changes nothing.

use super::{Publisher, damaged};
use crate::store::{StoreError, Which};
use ugnay_log::tiles::{bundle_entries, files, tile_hashes};
use ugnay_log::{Entry, SignedCheckpoint, leaf_hash};

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Audited {
    /// Entries in the log.
    pub entries: u64,
    /// Its root.
    pub root: [u8; 32],
    /// Checkpoints signed so far.
    pub checkpoints: u64,
    /// Cosignatures of witnesses the settings name.
    pub cosignatures: u64,
    /// Files of the tiled log.
    pub tiles: u64,
    /// The time of the newest entry, unix seconds.
    pub newest: Option<i64>,
}

fn wrong(what: &str) -> StoreError {
    StoreError::Damaged(format!("log: {what}"))
}

impl Publisher {
    /// Every check there is.
    pub(crate) async fn audit(&self) -> Result<Audited, StoreError> {
        self.catch_up().await?;
        let (entries, root) = {
            let tree = self.tree.read().await;
            (tree.size(), tree.root())
        };
        let mut audited = Audited {
            entries,
            root,
            checkpoints: 0,
            cosignatures: 0,
            tiles: self.audit_tiles(entries).await?,
            newest: self.newest(entries).await?,
        };
        for (size, _) in self.store.checkpoints().await? {
            audited.checkpoints += 1;
            audited.cosignatures += self.audit_checkpoint(size).await?;
        }
        Ok(audited)
    }

    /// How many known witnesses vouch for it, if it is right.
    async fn audit_checkpoint(&self, size: u64) -> Result<u64, StoreError> {
        let note = self.checkpoint(Which::Size(size)).await?;
        let note = note.ok_or_else(|| wrong("checkpoint"))?;
        let signed = SignedCheckpoint::parse(note.as_bytes()).map_err(damaged)?;
        signed.verify_log(self.key.verifier()).map_err(damaged)?;
        let root = self.tree.read().await.root_at(size);
        if signed.checkpoint().size != size || root != Some(signed.checkpoint().root) {
            return Err(wrong("entries and checkpoint differ"));
        }
        let mut vouched = 0;
        for witness in &self.witnesses {
            if signed.cosignature(witness).map_err(damaged)?.is_some() {
                vouched += 1;
            }
        }
        Ok(vouched)
    }

    /// Every file a mirror would fetch, held against the entries as the store has them.
    async fn audit_tiles(&self, size: u64) -> Result<u64, StoreError> {
        let mut looked_at = 0;
        for path in files(size) {
            let served = self.tile(&path.to_string()).await;
            let bytes = served.map_err(|_| wrong("a tile is missing"))?;
            match path.level {
                None => {
                    let from = path.index.saturating_mul(256);
                    let entries = bundle_entries(&bytes, path.width).map_err(damaged)?;
                    let tree = self.tree.read().await;
                    for (entry, index) in entries.iter().zip(from..) {
                        if tree.leaf(index) != Some(leaf_hash(entry)) {
                            return Err(wrong("an entry is not the one in the tree"));
                        }
                    }
                }
                Some(_) => {
                    tile_hashes(&bytes, path.width).map_err(damaged)?;
                }
            }
            looked_at += 1;
        }
        Ok(looked_at)
    }

    async fn newest(&self, size: u64) -> Result<Option<i64>, StoreError> {
        let Some(last) = size.checked_sub(1) else {
            return Ok(None);
        };
        let entry = self.store.log_entries(last, 1).await?.pop();
        let entry = Entry::decode(&entry.ok_or_else(|| wrong("an entry is missing"))?);
        Ok(Some(entry.map_err(damaged)?.time))
    }
}
