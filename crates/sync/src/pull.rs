//! From the buffer's changes to records: open shards, fetch what is new, verify the writer, hand over for merging.

mod heads;
mod reader;
mod shards;

pub(crate) use reader::Reader;

use crate::book::Book;
use crate::head::live_root;
use crate::roster::RegisterRoster;
use crate::{Client, Compartments, DeviceKeys, SyncError};
use shards::ShardNames;
use std::collections::BTreeMap;
use ugnay_model::Record;
use ugnay_seal::envelope::open_signed;
use ugnay_seal::{BlobName, Context};
use ugnay_wire::Change;

/// What a pull brought.
pub(crate) struct Pulled {
    /// Records to merge.
    pub records: Vec<Record>,
    /// The book once they are merged.
    pub book: Book,
    /// A newer register roster.
    pub roster: Option<RegisterRoster>,
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
    };
    let mut seen = Seen::default();
    for _ in 0..TRIES {
        let changes = all_changes(client, keys, all.book.cursor, now)?;
        if let (true, Some(fault)) = (changes.is_empty(), seen.fault) {
            return Err(SyncError::Alarm(fault));
        }
        let roster = all.roster.as_ref().unwrap_or(roster).clone();
        let newer = read_roster(client, keys, &changes, &roster)?;
        let roster_now = newer.as_ref().unwrap_or(&roster);
        if roster_now.live(&keys.identity.public()).is_none() {
            return Err(SyncError::NotEnrolled);
        }
        let book = &mut all.book;
        book.cursor = changes.iter().map(|c| c.seq).fold(book.cursor, Ord::max);
        heads::read(client, keys, &changes, roster_now, book, &mut seen)?;
        let names = shards::names(keys, roster_now, compartments);
        let records = shards::read(client, keys, &changes, &names, book, &mut seen)?;
        all.records.extend(records);
        seen.fault = seen.check(&names, book);
        if let Some(r) = newer {
            all.book.roster_serial = r.serial;
            all.roster = Some(r);
        }
        if seen.fault.is_none() {
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

fn read_roster(
    client: &mut Client,
    keys: &DeviceKeys,
    changes: &[Change],
    known: &RegisterRoster,
) -> Result<Option<RegisterRoster>, SyncError> {
    let name = keys.roster_name();
    if !changes.iter().any(|c| c.name == name && !c.deleted) {
        return Ok(None);
    }
    let Some((_, blob)) = client.blobs(keys.pseud(), &[name])?.pop() else {
        return Ok(None);
    };
    let ctx = Context::register_roster(keys.fed, keys.sigma.epoch_id(), BlobName(name.0));
    let opened = open_signed(&keys.sigma.head_key(), &ctx, &blob)
        .map_err(|_| SyncError::Alarm("register_roster_unreadable"))?;
    let new = RegisterRoster::decode(&opened.payload)?;
    if new.serial <= known.serial {
        return if new == *known {
            Ok(None)
        } else {
            Err(SyncError::Alarm("register_roster_rollback"))
        };
    }
    if known.live(&opened.writer).is_none() {
        return Err(SyncError::Alarm("register_roster_foreign_signer"));
    }
    Ok(Some(new))
}
