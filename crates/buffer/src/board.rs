//! What the log says, put together for the public page and for whoever fetches under a release, and kept for a moment. Reads
//! entries once and bodies anew, so that an erased one is gone from the page; believes nothing: the reading is
//! `ugnay-transparency`'s.

use crate::publisher::Publisher;
use crate::refusal::Refusal;
use crate::store::{Body, Store, StoreError, Which};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::Mutex;
use ugnay_log::{Entry, EntryType, SignedCheckpoint};
use ugnay_transparency::{Grants, Item, Report, Seen, read, shows, wants_body};
use ugnay_wire::{Fed, ProblemCode, Topic, shares_topic};

/// Entries read at once.
const CHUNK: usize = 1000;
/// How long a report is good while the checkpoint stays the same, in seconds.
const KEPT: i64 = 30;

/// The newest report.
#[derive(Default)]
pub(crate) struct Board(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// Entries the page shows, in order.
    entries: Vec<(u64, Entry)>,
    /// Entries read so far.
    read: u64,
    /// Boxes that shares for requests go to, with the request's id.
    shares: HashMap<Topic, [u8; 32]>,
    last: Option<Last>,
}

struct Last {
    at: i64,
    /// The checkpoint it is of.
    of: Option<String>,
    report: Arc<Report>,
    grants: Arc<Grants>,
}

impl Board {
    /// The report at `now`, over the entries the newest checkpoint covers.
    pub(crate) async fn report(
        &self,
        store: &Arc<dyn Store>,
        log: &Publisher,
        fed: &Fed,
        now: i64,
    ) -> Result<Arc<Report>, Refusal> {
        let mut kept = self.0.lock().await;
        let last = kept.newest(store, log, fed, now).await?;
        Ok(Arc::clone(&last.report))
    }

    /// The request whose shares go to this box, if the log names one.
    pub(crate) async fn shares_of(
        &self,
        store: &Arc<dyn Store>,
        topic: &Topic,
    ) -> Result<Option<[u8; 32]>, Refusal> {
        let mut kept = self.0.lock().await;
        kept.read_on(store, None).await?;
        Ok(kept.shares.get(topic).copied())
    }

    /// Which requests stand, over the entries the newest checkpoint covers.
    pub(crate) async fn grants(
        &self,
        store: &Arc<dyn Store>,
        log: &Publisher,
        fed: &Fed,
        now: i64,
    ) -> Result<Arc<Grants>, Refusal> {
        let mut kept = self.0.lock().await;
        let last = kept.newest(store, log, fed, now).await?;
        Ok(Arc::clone(&last.grants))
    }
}

impl Kept {
    async fn newest(
        &mut self,
        store: &Arc<dyn Store>,
        log: &Publisher,
        fed: &Fed,
        now: i64,
    ) -> Result<&Last, Refusal> {
        let note = log.checkpoint(Which::Newest).await?;
        let fresh = |l: &Last| l.of == note && (0..KEPT).contains(&now.saturating_sub(l.at));
        if !self.last.as_ref().is_some_and(fresh) {
            let made = self.make(store, log, fed, note, now).await?;
            self.last = Some(made);
        }
        self.last
            .as_ref()
            .ok_or(Refusal::new(ProblemCode::Internal))
    }

    async fn make(
        &mut self,
        store: &Arc<dyn Store>,
        log: &Publisher,
        fed: &Fed,
        note: Option<String>,
        now: i64,
    ) -> Result<Last, Refusal> {
        let signed = note
            .as_ref()
            .and_then(|n| SignedCheckpoint::parse(n.as_bytes()).ok());
        let size = signed.as_ref().map_or(0, |s| s.checkpoint().size);
        self.read_on(store, Some(size)).await?;
        let reading = read(&fed.0, &self.items(store, size).await?);
        Ok(Last {
            at: now,
            of: note,
            grants: Arc::new(reading.grants()),
            report: Arc::new(reading.report(signed.as_ref(), log.key(), now)),
        })
    }

    /// Reads entries up to the size of a checkpoint, or all there are.
    async fn read_on(
        &mut self,
        store: &Arc<dyn Store>,
        size: Option<u64>,
    ) -> Result<(), StoreError> {
        while size.is_none_or(|s| self.read < s) {
            let chunk = store.log_entries(self.read, CHUNK).await?;
            if chunk.is_empty() {
                return match size {
                    Some(_) => Err(StoreError::Damaged("log entries are missing".into())),
                    None => Ok(()),
                };
            }
            for bytes in chunk {
                let shown = Entry::decode(&bytes).ok().filter(|e| shows(e.kind));
                let asked = shown.as_ref().filter(|e| e.kind == EntryType::Request);
                if let Some((id, _)) = asked.and_then(|e| e.public.split_first_chunk::<32>()) {
                    self.shares.insert(shares_topic(id), *id);
                }
                self.entries.extend(shown.map(|entry| (self.read, entry)));
                self.read += 1;
            }
        }
        Ok(())
    }

    /// What the checkpoint covers, with bodies as they are now.
    async fn items(&self, store: &Arc<dyn Store>, size: u64) -> Result<Vec<Item>, StoreError> {
        let mut items = Vec::with_capacity(self.entries.len());
        for (index, entry) in self.entries.iter().filter(|(index, _)| *index < size) {
            let body = if wants_body(entry.kind) {
                match store.log_body(*index).await? {
                    Body::Bytes(bytes) => Seen::Body(bytes),
                    Body::Erased => Seen::Erased,
                    Body::None => Seen::Nothing,
                }
            } else {
                Seen::Nothing
            };
            items.push(Item {
                index: *index,
                entry: entry.clone(),
                body,
            });
        }
        Ok(items)
    }
}
