//! From the buffer's changes to records: open shards, fetch what is new, verify the writer, hand over for merging.

mod heads;
mod reader;
mod rosters;
mod shards;

pub(crate) use reader::Reader;
pub use rosters::newest as newest_roster;

use crate::book::Book;
use crate::fetcher::Fetching;
use crate::head::live_root;
use crate::roster::RegisterRoster;
use crate::watch::Sighting;
use crate::{Client, Compartments, DeviceKeys, Fetcher, SyncError};
use shards::ShardNames;
use std::collections::BTreeMap;
use ugnay_model::Record;
use ugnay_wire::{BlobKind, Change, Name};

/// What a pull brought.
pub(crate) struct Pulled {
    /// Records to merge.
    pub records: Vec<Record>,
    /// The book once they are merged.
    pub book: Book,
    /// The roster as known now, if this pull taught anything about it.
    pub roster: Option<RegisterRoster>,
    /// The roster at the buffer lacks something known here: it has to be put again.
    pub roster_behind: bool,
    /// Signing keys of other devices whose new heads were read.
    pub heard: Vec<[u8; 32]>,
    /// What was seen of the heads.
    pub sighting: Sighting,
    /// Escrow bundles that were put since the last look, by this device or another.
    pub bundles: Vec<Name>,
}

/// How often a listing is read again because another device wrote in between.
const TRIES: usize = 4;

/// Reads everything after the book's cursor. What a head vouches for has to be there in whole: if it is not, and the
/// buffer lists no newer writing that would explain it, something was held back.
pub(crate) fn pull(
    client: &mut Client,
    keys: &DeviceKeys,
    book: &Book,
    roster: &RegisterRoster,
    compartments: &Compartments,
    now: i64,
) -> Result<Pulled, SyncError> {
    let mut all = Pulled {
        records: Vec::new(),
        book: book.clone(),
        roster: None,
        roster_behind: false,
        heard: Vec::new(),
        sighting: Sighting::default(),
        bundles: Vec::new(),
    };
    let mut seen = Seen::default();
    let by = Fetcher::device(keys, now);
    for _ in 0..TRIES {
        let changes = all_changes(client, keys, all.book.cursor, now)?;
        if let (true, Some(fault)) = (changes.is_empty(), seen.fault) {
            return Err(SyncError::Alarm(fault));
        }
        let mut line = Fetching { client, by: &by };
        let roster = all.roster.as_ref().unwrap_or(roster).clone();
        let read = rosters::read(&mut line, keys, &changes, &roster)?;
        if let Some((_, behind)) = &read {
            all.roster_behind = *behind;
        }
        let newer = read.map(|(merged, _)| merged);
        let roster_now = newer.as_ref().unwrap_or(&roster);
        roster_now.enrolled(&keys.identity.public())?;
        let put = changes
            .iter()
            .filter(|c| c.kind == BlobKind::Bundle && !c.deleted);
        all.bundles.extend(put.map(|c| c.name));
        let book = &mut all.book;
        book.cursor = changes.iter().map(|c| c.seq).fold(book.cursor, Ord::max);
        heads::read(
            &mut line,
            keys,
            &changes,
            roster_now,
            book,
            &mut seen,
            &mut all.sighting,
        )?;
        let names = shards::names(keys, roster_now, compartments);
        let records = shards::read(&mut line, keys, &changes, &names, book, &mut seen)?;
        all.records.extend(records);
        seen.fault = seen.check(&names, book);
        if let Some(r) = newer {
            all.book.roster_serial = r.serial;
            all.roster = (!r.same(&roster)).then_some(r).or(all.roster);
        }
        if seen.fault.is_none() {
            all.heard = seen.roots.into_keys().collect();
            return Ok(all);
        }
    }
    Err(SyncError::Nonsense("changes"))
}

/// What one pull has seen of other devices so far.
#[derive(Default)]
struct Seen {
    /// Signing key → the hash over its live blobs.
    roots: BTreeMap<[u8; 32], [u8; 32]>,
    /// Shard → blobs it names that the buffer did not hand out.
    missing: BTreeMap<[u8; 16], BTreeMap<[u8; 16], [u8; 32]>>,
    /// What the last look found wrong.
    fault: Option<&'static str>,
}

impl Seen {
    /// Whether all that the heads vouch for is there.
    fn check(&self, names: &ShardNames, book: &Book) -> Option<&'static str> {
        if self.missing.values().any(|m| !m.is_empty()) {
            return Some("record_missing");
        }
        let whole = self.roots.iter().all(|(signing, root)| {
            let theirs = names.iter().filter(|(_, (_, s))| s == signing);
            let blobs = theirs.filter_map(|(name, _)| book.merged.get(name));
            live_root(blobs.flatten()) == *root
        });
        (!whole).then_some("shard_held_back")
    }
}

fn all_changes(
    client: &mut Client,
    keys: &DeviceKeys,
    mut after: u64,
    now: i64,
) -> Result<Vec<Change>, SyncError> {
    let mut out = Vec::new();
    loop {
        let page = client.changes(keys, after, now)?;
        if page.more && page.changes.is_empty() {
            return Err(SyncError::Nonsense("changes"));
        }
        after = page.cursor;
        out.extend(page.changes);
        if !page.more {
            return Ok(out);
        }
    }
}
