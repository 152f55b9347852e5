//! Publishes the transparency log: keeps the tree, signs checkpoints, takes
//! cosignatures, makes proofs. RFC 6962 and C2SP through `ugnay-log`; storage through
//! the store. Knows no entry's meaning except its own heads-root.
//!
//! The log key signs a checkpoint only if the tree extends the last one it signed, so
//! a store that lost or changed entries stops the log instead of forking it.

use crate::clock::Clock;
use crate::refusal::Refusal;
use crate::store::{Body, Store, StoreError, Which};
use std::sync::Arc;
use tokio::sync::{Mutex, RwLock};
use ugnay_log::tiles::{TilePath, bundle, tile_bytes};
use ugnay_log::{
    Checkpoint, Entry, EntryType, LogError, NoteSignature, SignedCheckpoint, SignerKey, Tree,
    VerifierKey, leaf_hash,
};
use ugnay_wire::signing::sha256;
use ugnay_wire::{
    ConsistencyProof, Hash, HeadsProof, HeadsRoot, InclusionProof, ProblemCode, Pseud, PublicKey,
    heads,
};

pub(crate) mod audit;

/// Entries read at once when the tree catches up.
const CHUNK: usize = 1000;

/// The log's publishing side.
pub(crate) struct Publisher {
    store: Arc<dyn Store>,
    key: SignerKey,
    witnesses: Vec<VerifierKey>,
    clock: Clock,
    tree: RwLock<Tree>,
    publishing: Mutex<()>,
}

impl Publisher {
    /// Loads the tree and checks it against the last checkpoint.
    pub(crate) async fn open(
        store: Arc<dyn Store>,
        key: SignerKey,
        witnesses: Vec<VerifierKey>,
        clock: Clock,
    ) -> Result<Self, StoreError> {
        let publisher = Self {
            store,
            key,
            witnesses,
            clock,
            tree: RwLock::new(Tree::new()),
            publishing: Mutex::new(()),
        };
        publisher.catch_up().await?;
        publisher.last_published().await?;
        Ok(publisher)
    }

    /// The log's public key.
    pub(crate) fn vkey(&self) -> String {
        self.key.verifier().to_vkey()
    }

    /// The log's public key, to verify with.
    pub(crate) fn key(&self) -> &VerifierKey {
        self.key.verifier()
    }

    /// The log's name.
    pub(crate) fn origin(&self) -> &str {
        self.key.verifier().name()
    }

    /// Entries in the log, as far as this server has read it.
    pub(crate) async fn size(&self) -> u64 {
        self.tree.read().await.size()
    }

    /// Brings the tree up to the store's entries.
    async fn catch_up(&self) -> Result<(), StoreError> {
        let mut tree = self.tree.write().await;
        loop {
            let entries = self.store.log_entries(tree.size(), CHUNK).await?;
            for entry in &entries {
                tree.push(leaf_hash(entry));
            }
            if entries.len() < CHUNK {
                return Ok(());
            }
        }
    }

    /// The newest checkpoint, which the tree must contain.
    async fn last_published(&self) -> Result<Option<(u64, String)>, StoreError> {
        let Some((size, note)) = self.store.checkpoint(Which::Newest).await? else {
            return Ok(None);
        };
        let signed = SignedCheckpoint::parse(note.as_bytes()).map_err(damaged)?;
        signed.verify_log(self.key.verifier()).map_err(damaged)?;
        let root = self.tree.read().await.root_at(size);
        if signed.checkpoint().size != size || root != Some(signed.checkpoint().root) {
            return Err(StoreError::Damaged(
                "log entries and checkpoint differ".into(),
            ));
        }
        Ok(Some((size, note)))
    }

    /// Appends an entry by whoever signed its submission, in no other name, with the body it commits to where that lies in
    /// the open. It counts once a checkpoint covers it.
    pub(crate) async fn append(
        &self,
        by: &PublicKey,
        entry: Vec<u8>,
        body: Vec<u8>,
    ) -> Result<u64, Refusal> {
        let decoded = Entry::decode(&entry)
            .map_err(|e| Refusal::with(ProblemCode::Malformed, e.to_string()))?;
        if decoded.kind == EntryType::HeadsRoot {
            return Err(Refusal::with(ProblemCode::Malformed, "entry type"));
        }
        if decoded.author != sha256(&by.0).0 {
            // An entry is signed by nobody but its submission: whoever submits it is its author.
            return Err(Refusal::with(ProblemCode::UnknownKey, "author"));
        }
        if decoded.kind.lies_open() && !decoded.commits_to(&body) {
            return Err(Refusal::with(ProblemCode::Malformed, "body"));
        }
        Ok(self.store.log_append(entry, body).await?)
    }

    /// Logs a heads-root if heads have changed, then signs a checkpoint if the log has
    /// grown. Gives the newest checkpoint; nothing before the first entry.
    pub(crate) async fn publish(&self) -> Result<Option<String>, StoreError> {
        let _one_at_a_time = self.publishing.lock().await;
        self.log_heads_root().await?;
        self.catch_up().await?;
        let last = self.last_published().await?;
        let (size, root) = {
            let tree = self.tree.read().await;
            (tree.size(), tree.root())
        };
        match last {
            Some((at, note)) if at == size => return Ok(Some(note)),
            None if size == 0 => return Ok(None),
            _ => {}
        }
        let signed = Checkpoint::new(self.origin(), size, root)
            .sign(&self.key)
            .map_err(damaged)?;
        self.store.put_checkpoint(size, signed.to_text()).await?;
        Ok(self.last_published().await?.map(|(_, note)| note))
    }

    async fn log_heads_root(&self) -> Result<(), StoreError> {
        let leaves: Vec<(Pseud, Hash)> = self
            .store
            .heads()
            .await?
            .iter()
            .map(|(pseud, blobs)| (*pseud, heads::heads_hash(blobs)))
            .collect();
        let last = self.store.log_heads(u64::MAX).await?;
        if last.map_or(leaves.is_empty(), |l| l.leaves == leaves) {
            return Ok(());
        }
        let root = HeadsRoot {
            registers: leaves.len() as u64,
            root: Hash(heads_tree(&leaves).root()),
        };
        let entry = Entry {
            kind: EntryType::HeadsRoot,
            time: self.clock.now().max(0),
            author: sha256(&self.key.verifier().public()).0,
            // A heads-root has no body to commit to.
            commit: [0; 32],
            public: root.to_bytes(),
        };
        let entry = entry.encode().map_err(damaged)?;
        self.store.log_append_heads(entry, leaves).await?;
        Ok(())
    }

    /// A checkpoint with the cosignatures collected so far.
    ///
    /// The newest one is told only between publications: whatever the store held before this was asked is then under
    /// every checkpoint that is larger than the answer. Devices rely on that.
    pub(crate) async fn checkpoint(&self, which: Which) -> Result<Option<String>, StoreError> {
        let _between = match which {
            Which::Newest => Some(self.publishing.lock().await),
            _ => None,
        };
        let Some((size, note)) = self.store.checkpoint(which).await? else {
            return Ok(None);
        };
        let mut signed = SignedCheckpoint::parse(note.as_bytes()).map_err(damaged)?;
        for line in self.store.cosignatures(size).await? {
            signed.add_cosignature(&line).map_err(damaged)?;
        }
        Ok(Some(signed.to_text()))
    }

    /// Which witness's line this is, and whether it is good for the checkpoint.
    fn check_line(&self, signed: &SignedCheckpoint, line: &str) -> Result<&VerifierKey, Refusal> {
        let bad = |e: LogError| Refusal::with(ProblemCode::Malformed, e.to_string());
        let signature = NoteSignature::parse(line).map_err(bad)?;
        let witness = self
            .witnesses
            .iter()
            .find(|w| signature.is_by(w))
            .ok_or(Refusal::new(ProblemCode::UnknownKey))?;
        let mut with = signed.clone();
        with.add_cosignature(line).map_err(bad)?;
        match with.cosignature(witness) {
            Ok(Some(_)) => Ok(witness),
            _ => Err(Refusal::new(ProblemCode::BadSignature)),
        }
    }

    /// Takes cosignature lines for the checkpoint of a size: all of them or none.
    pub(crate) async fn cosign(&self, size: u64, text: &str) -> Result<Vec<String>, Refusal> {
        let note = self.store.checkpoint(Which::Size(size)).await?;
        let (_, note) = note.ok_or(Refusal::new(ProblemCode::NotFound))?;
        let signed = SignedCheckpoint::parse(note.as_bytes()).map_err(damaged)?;
        let mut good = Vec::new();
        for line in text.lines() {
            let witness = self.check_line(&signed, line)?;
            good.push((witness.to_vkey(), line.to_owned()));
        }
        if good.is_empty() {
            return Err(Refusal::with(ProblemCode::Malformed, "no lines"));
        }
        let keys = good.iter().map(|(key, _)| key.clone()).collect();
        for (key, line) in good {
            self.store.put_cosignature(size, key, line).await?;
        }
        Ok(keys)
    }

    /// A file of the tiled log (C2SP tlog-tiles).
    pub(crate) async fn tile(&self, path: &str) -> Result<Vec<u8>, Refusal> {
        let path = TilePath::parse(path)
            .map_err(|e| Refusal::with(ProblemCode::Malformed, e.to_string()))?;
        self.catch_up().await?;
        let gone = Refusal::new(ProblemCode::NotFound);
        if path.level.is_some() {
            return tile_bytes(&*self.tree.read().await, &path).ok_or(gone);
        }
        let from = path.index.saturating_mul(256);
        let wanted = usize::from(path.width);
        let entries = self.store.log_entries(from, wanted).await?;
        if entries.len() != wanted {
            return Err(gone);
        }
        Ok(bundle(entries.iter().map(Vec::as_slice)).map_err(damaged)?)
    }

    pub(crate) async fn entry(&self, index: u64) -> Result<Vec<u8>, Refusal> {
        let entry = self.store.log_entries(index, 1).await?.pop();
        entry.ok_or(Refusal::new(ProblemCode::NotFound))
    }

    pub(crate) async fn body(&self, index: u64) -> Result<Vec<u8>, Refusal> {
        match self.store.log_body(index).await? {
            Body::Bytes(bytes) => Ok(bytes),
            Body::Erased => Err(Refusal::new(ProblemCode::Erased)),
            Body::None => Err(Refusal::new(ProblemCode::NotFound)),
        }
    }

    pub(crate) async fn inclusion(&self, index: u64, size: u64) -> Result<InclusionProof, Refusal> {
        self.catch_up().await?;
        let path = self.tree.read().await.inclusion_proof(index, size);
        let path = hashes(path.ok_or(Refusal::new(ProblemCode::NotFound))?);
        Ok(InclusionProof { index, size, path })
    }

    pub(crate) async fn consistency(
        &self,
        old: u64,
        new: u64,
    ) -> Result<ConsistencyProof, Refusal> {
        self.catch_up().await?;
        let path = self.tree.read().await.consistency_proof(old, new);
        let path = hashes(path.ok_or(Refusal::new(ProblemCode::NotFound))?);
        Ok(ConsistencyProof { old, new, path })
    }

    /// That a register's heads are under the newest heads-root a checkpoint covers: that of a published size, or the
    /// newest.
    pub(crate) async fn heads_proof(
        &self,
        pseud: &Pseud,
        size: Option<u64>,
    ) -> Result<HeadsProof, Refusal> {
        let gone = || Refusal::new(ProblemCode::NotFound);
        let published = self
            .store
            .checkpoint(size.map_or(Which::Newest, Which::Size))
            .await?;
        let (size, _) = published.ok_or_else(gone)?;
        let root = self.store.log_heads(size).await?.ok_or_else(gone)?;
        let position = root.leaves.iter().position(|(p, _)| p == pseud);
        let position = position.ok_or_else(gone)?;
        let (_, hash) = root.leaves.get(position).ok_or_else(gone)?;
        let (position, registers) = (position as u64, root.leaves.len() as u64);
        let path = heads_tree(&root.leaves).inclusion_proof(position, registers);
        Ok(HeadsProof {
            log_index: root.index,
            position,
            registers,
            heads: *hash,
            path: hashes(path.ok_or_else(gone)?),
        })
    }
}

fn heads_tree(leaves: &[(Pseud, Hash)]) -> Tree {
    Tree::from_leaves(leaves.iter().map(|(p, h)| leaf_hash(&heads::leaf(p, h))))
}

fn hashes(path: Vec<ugnay_log::Hash>) -> Vec<Hash> {
    path.into_iter().map(Hash).collect()
}

fn damaged(e: LogError) -> StoreError {
    StoreError::Damaged(format!("log: {e}"))
}
