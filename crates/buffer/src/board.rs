//! What the log says, put together for the public page and for whoever fetches under a release, and kept for a moment. Reads
//! entries once and bodies anew, so that an erased one is gone from the page; believes nothing: the reading is
//! `ugnay-transparency`'s.

use crate::publisher::Publisher;
use crate::refusal::Refusal;
use crate::store::{Body, Store, StoreError, Which};
use std::sync::Arc;
use tokio::sync::Mutex;
use ugnay_log::{Entry, SignedCheckpoint};
use ugnay_transparency::{Grants, Item, Report, Seen, read, shows, wants_body};
use ugnay_wire::{Fed, ProblemCode};

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

    /// Which requests are open, over the entries the newest checkpoint covers.
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
        self.read_on(store, size).await?;
        let reading = read(&fed.0, &self.items(store, size).await?);
        Ok(Last {
            at: now,
            of: note,
            grants: Arc::new(reading.grants()),
            report: Arc::new(reading.report(signed.as_ref(), log.key(), now)),
        })
    }

    /// Reads entries up to the size of a checkpoint.
    async fn read_on(&mut self, store: &Arc<dyn Store>, size: u64) -> Result<(), StoreError> {
        while self.read < size {
            let chunk = store.log_entries(self.read, CHUNK).await?;
            if chunk.is_empty() {
                return Err(StoreError::Damaged("log entries are missing".into()));
            }
            for bytes in chunk {
                let shown = Entry::decode(&bytes).ok().filter(|e| shows(e.kind));
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
