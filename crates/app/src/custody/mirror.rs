//! The custodian's copy of the log, as it lies in its store: every entry, every body fetched, and each cosigned
//! checkpoint that showed something new. Read back, it is served to the same code that reads a buffer's log, so that
//! nothing is believed from the disk that would not be believed from the line.

use super::codec::damaged;
use super::store::{BODIES, ENTRIES, NOTES, Store};
use crate::dto::AppError;
use crate::federation::{Genesis, Signed, View};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use ugnay_log::tiles::{self, TilePath};
use ugnay_log::{SignedCheckpoint, Tree, leaf_hash};
use ugnay_sync::{Client, Request, Response, Transport, TransportError};
use ugnay_vault::Changes;
use ugnay_wire::{ConsistencyProof, Message as _, Problem, ProblemCode, paths};

/// How much of the view is written.
#[derive(Default)]
pub(super) struct Kept {
    entries: usize,
    bodies: BTreeSet<u64>,
    /// Head note as last written.
    head: Option<String>,
}

impl Kept {
    /// Adds what is new in the view to the changes; call [`Self::done`] once they are on disk.
    pub(super) fn put(&self, view: &View, changes: &mut Changes) -> Result<(), AppError> {
        for seen in view.entries().iter().skip(self.entries) {
            let bytes = seen.entry.encode().map_err(|_| damaged("entry"))?;
            changes.put(ENTRIES, &seen.index.to_be_bytes(), bytes);
        }
        for (index, body) in view.bodies() {
            if !self.bodies.contains(index) {
                changes.put(BODIES, &index.to_be_bytes(), body.as_slice());
            }
        }
        let head = view.mirror().head();
        if let Some(head) = head.filter(|h| self.head.as_ref() != Some(&h.note)) {
            let size = view.entries().len();
            // The first checkpoint of a size says when its entries were seen; a later one only that time went on.
            let name: &[u8] = if size > self.entries {
                b"first"
            } else {
                b"again"
            };
            let name = [&head.size.to_be_bytes()[..], name].concat();
            changes.put(NOTES, &name, head.note.as_bytes());
        }
        Ok(())
    }

    /// All of the view is on disk.
    pub(super) fn done(&mut self, view: &View) {
        self.entries = view.entries().len();
        self.bodies = view.bodies().keys().copied().collect();
        self.head = view.mirror().head().map(|h| h.note.clone());
    }
}

/// Rebuilds the view from the store.
pub(super) fn read(store: &Store, genesis: &Signed<Genesis>) -> Result<(View, Kept), AppError> {
    let mut view = View::new(genesis, &genesis.hash())?;
    let log = StoredLog::read(store)?;
    let (at, notes) = (log.at.clone(), log.notes.len());
    let mut client = Client::new(log);
    for n in 0..notes {
        at.store(n, Ordering::SeqCst);
        view.update(&mut client)?;
    }
    for (index, _) in store.list(BODIES)? {
        let index: [u8; 8] = index.try_into().map_err(|_| damaged("body"))?;
        view.body(&mut client, u64::from_be_bytes(index))?;
    }
    let mut kept = Kept::default();
    kept.done(&view);
    Ok((view, kept))
}

/// The stored log as a buffer would serve it, at the checkpoint that `at` points to.
struct StoredLog {
    entries: Vec<Vec<u8>>,
    bodies: BTreeMap<u64, Vec<u8>>,
    notes: Vec<Vec<u8>>,
    at: Arc<AtomicUsize>,
    tree: Tree,
}

impl StoredLog {
    fn read(store: &Store) -> Result<Self, AppError> {
        let mut entries = Vec::new();
        for (n, (name, bytes)) in store.list(ENTRIES)?.into_iter().enumerate() {
            if name != (n as u64).to_be_bytes() {
                return Err(damaged("log"));
            }
            entries.push(bytes.to_vec());
        }
        let body = |(name, bytes): ugnay_vault::Named| {
            let index: [u8; 8] = name.try_into().map_err(|_| damaged("body"))?;
            Ok::<_, AppError>((u64::from_be_bytes(index), bytes.to_vec()))
        };
        // Names sort by size; `again` would come before `first`.
        let mut notes: Vec<(bool, u64, Vec<u8>)> = Vec::new();
        for (name, bytes) in store.list(NOTES)? {
            let (size, kind) = name.split_first_chunk::<8>().ok_or(damaged("note"))?;
            notes.push((kind != b"first", u64::from_be_bytes(*size), bytes.to_vec()));
        }
        notes.sort_by_key(|(again, size, _)| (*size, *again));
        Ok(Self {
            tree: Tree::from_leaves(entries.iter().map(|e| leaf_hash(e))),
            entries,
            bodies: store
                .list(BODIES)?
                .into_iter()
                .map(body)
                .collect::<Result<_, _>>()?,
            notes: notes.into_iter().map(|(_, _, note)| note).collect(),
            at: Arc::default(),
        })
    }

    fn note(&self) -> Option<&Vec<u8>> {
        self.notes.get(self.at.load(Ordering::SeqCst))
    }

    fn answer(&self, path: &str) -> Option<Vec<u8>> {
        if path == paths::LOG_CHECKPOINT {
            return self.note().cloned();
        }
        if let Some(tile) = path.strip_prefix("/v1/log/tile/") {
            return self.tile(&TilePath::parse(&format!("tile/{tile}")).ok()?);
        }
        if let Some(index) = path.strip_prefix("/v1/log/bodies/") {
            return self.bodies.get(&index.parse().ok()?).cloned();
        }
        if let Some(index) = path.strip_prefix(&format!("{}/", paths::LOG_ENTRIES)) {
            return self.entries.get(index.parse::<usize>().ok()?).cloned();
        }
        let query = path.strip_prefix("/v1/log/proof/consistency?old=")?;
        let (old, new) = query.split_once("&new=")?;
        let (old, new) = (old.parse().ok()?, new.parse().ok()?);
        let path = self.tree.consistency_proof(old, new)?;
        let path = path.into_iter().map(ugnay_wire::Hash).collect();
        ConsistencyProof { old, new, path }.encode().ok()
    }

    fn tile(&self, path: &TilePath) -> Option<Vec<u8>> {
        if path.level.is_some() {
            let size = SignedCheckpoint::parse(self.note()?).ok()?;
            let size = size.checkpoint().size;
            let leaves = (0..size).map(|n| self.tree.leaf(n));
            let tree = Tree::from_leaves(leaves.collect::<Option<Vec<_>>>()?);
            return tiles::tile_bytes(&tree, path);
        }
        let first = usize::try_from(path.index).ok()?.checked_mul(256)?;
        let last = first.checked_add(usize::from(path.width))?;
        let part = self.entries.get(first..last)?;
        tiles::bundle(part.iter().map(Vec::as_slice)).ok()
    }
}

impl Transport for StoredLog {
    fn send(&mut self, request: &Request) -> Result<Response, TransportError> {
        Ok(match self.answer(&request.path) {
            Some(body) => Response { status: 200, body },
            None => Response {
                status: 404,
                body: serde_json::to_vec(&Problem::new(ProblemCode::NotFound, None))
                    .unwrap_or_default(),
            },
        })
    }
}
