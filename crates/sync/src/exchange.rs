//! One exchange with the buffer: finish what was begun, pull, merge, push. Interrupted anywhere, it is simply repeated.

use crate::book::Book;
use crate::carry::MOST_BATCHES;
use crate::pending::Pending;
use crate::proof::{self, LogSeen};
use crate::push::{self, Planned};
use crate::reach;
use crate::watch::{HeadsProven, Watch};
use crate::{Client, Compartments, DeviceKeys, RegisterRoster, SyncError, Traffic, pull};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use ugnay_model::Facet;
use ugnay_register::{EpochState, Register, Source};
use ugnay_seal::Sigma;
use ugnay_wire::{Batch, Item, Name};

/// Where the book of an epoch is kept in the register's state.
fn book_key(keys: &DeviceKeys) -> String {
    format!(
        "sync/book/{}",
        ugnay_wire::ids::to_hex(&keys.sigma.epoch_id().0)
    )
}

fn bundles_key(keys: &DeviceKeys) -> String {
    let epoch = ugnay_wire::ids::to_hex(&keys.sigma.epoch_id().0);
    format!("sync/bundles/{epoch}")
}

/// Escrow bundles of this epoch that were read of and not yet looked at.
///
/// # Errors
/// [`SyncError`] when the saved state cannot be read.
pub fn new_bundles(register: &Register, keys: &DeviceKeys) -> Result<Vec<Name>, SyncError> {
    let bytes = register.state(&bundles_key(keys))?.unwrap_or_default();
    Ok(bytes.as_chunks::<16>().0.iter().map(|n| Name(*n)).collect())
}

/// They were looked at.
///
/// # Errors
/// [`SyncError`] when the state cannot be written.
pub fn forget_new_bundles(register: &mut Register, keys: &DeviceKeys) -> Result<(), SyncError> {
    Ok(register.delete_state(&bundles_key(keys))?)
}

/// The keys of what is kept of an epoch's exchanges: its book, and a batch on its way.
#[must_use]
pub fn kept_states(keys: &DeviceKeys) -> [String; 6] {
    [
        book_key(keys),
        pending_key(keys, 0),
        bundles_key(keys),
        watch_key(keys),
        withdrawn_key(keys),
        listed_key(keys),
    ]
}

/// Says that every shard of this device a desk may open carries the list of writers.
fn listed_key(keys: &DeviceKeys) -> String {
    let epoch = ugnay_wire::ids::to_hex(&keys.sigma.epoch_id().0);
    format!("sync/listed/{epoch}")
}

/// Whether this device wrote shards into this epoch before they carried a list of writers: only a new epoch writes all of
/// them again.
///
/// # Errors
/// [`SyncError`] when the saved state cannot be read.
pub fn unlisted(register: &Register, keys: &DeviceKeys) -> Result<bool, SyncError> {
    let listed = register.state(&listed_key(keys))?.is_some();
    Ok(!listed && !load_book(register, keys)?.own.is_empty())
}

/// The list of writers as this device knows them.
pub(crate) fn writers(
    register: &Register,
    keys: &DeviceKeys,
    roster: &RegisterRoster,
) -> Result<Vec<u8>, SyncError> {
    let mut epochs = register.epochs()?;
    epochs.retain(|e| e.state == EpochState::Retired);
    epochs.sort_by_key(|e| (e.created_at, e.id));
    let older: Vec<Sigma> = epochs.iter().map(|e| Sigma::from_bytes(*e.sigma)).collect();
    Ok(crate::writers::issue(
        &keys.sigma,
        &keys.fed,
        roster,
        &older,
    ))
}

/// Says that in this epoch a card was taken out of the custodians' reach whose person had refused.
fn withdrawn_key(keys: &DeviceKeys) -> String {
    let epoch = ugnay_wire::ids::to_hex(&keys.sigma.epoch_id().0);
    format!("sync/withdrawn/{epoch}")
}

/// Whether somebody withdrew in this epoch whose card custodians could open until then: only a new epoch makes sure that
/// an older copy is of no use to anybody.
///
/// # Errors
/// [`SyncError`] when the saved state cannot be read.
pub fn withdrawn(register: &Register, keys: &DeviceKeys) -> Result<bool, SyncError> {
    Ok(register.state(&withdrawn_key(keys))?.is_some())
}

/// Signing slots of the register's devices whose heads stand in this epoch, this device's own included once it wrote.
///
/// # Errors
/// [`SyncError`] when the saved state cannot be read.
pub fn writers_seen(register: &Register, keys: &DeviceKeys) -> Result<BTreeSet<u8>, SyncError> {
    let book = load_book(register, keys)?;
    let own = (book.head.0 > 0).then_some(keys.slot.get());
    Ok(book.heads.keys().copied().chain(own).collect())
}

/// Where a batch that was written down is kept. An exchange uses the first place alone; an export by file may need more.
fn pending_key(keys: &DeviceKeys, place: usize) -> String {
    let epoch = ugnay_wire::ids::to_hex(&keys.sigma.epoch_id().0);
    match place {
        0 => format!("sync/pending/{epoch}"),
        more => format!("sync/pending/{epoch}/{more}"),
    }
}

/// How many records of this epoch are known to be at the buffer: acknowledged as ours, or read from there.
///
/// # Errors
/// [`SyncError`] when the saved state cannot be read.
pub fn kept(register: &Register, keys: &DeviceKeys) -> Result<usize, SyncError> {
    Ok(load_book(register, keys)?.known.len())
}

/// What an exchange is doing, for a progress bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Reading from the buffer.
    Receiving,
    /// Sending: so many records of so many.
    Sending {
        /// Records sent so far.
        done: u32,
        /// Records to send.
        total: u32,
    },
}

/// What an exchange did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcome {
    /// Records sent and acknowledged.
    pub pushed: u32,
    /// Records received.
    pub pulled: u32,
    /// Records where two officers wrote without knowing of each other.
    pub conflicts: u32,
    /// Size and root of a published checkpoint this exchange relied on: the log has to pass through it.
    pub published: Option<(u64, [u8; 32])>,
    /// Whether the heads stand in the log.
    pub heads: HeadsProven,
    /// A newer register roster, to be kept by the caller.
    pub roster: Option<RegisterRoster>,
    /// The roster at the buffer lacks something known here: the caller has to put it again.
    pub roster_behind: bool,
    /// Signing keys of other devices whose new heads were read.
    pub heard: Vec<[u8; 32]>,
    /// Bytes on the line.
    pub traffic: Traffic,
}

/// Exchanges everything. `progress` returns whether to go on.
///
/// # Errors
/// [`SyncError`]; what was acknowledged before stays done.
#[expect(
    clippy::too_many_arguments,
    reason = "everything an exchange depends on is passed in"
)]
pub fn exchange(
    register: &mut Register,
    client: &mut Client,
    keys: &DeviceKeys,
    roster: &RegisterRoster,
    compartments: &Compartments,
    log: &LogSeen,
    now: i64,
    rng: &mut impl CryptoRng,
    mut progress: impl FnMut(Step) -> bool,
) -> Result<Outcome, SyncError> {
    let mut watch = load_watch(register, keys)?;
    let mut out = Outcome {
        pushed: resume(register, client, keys, &mut watch, now)?,
        ..Outcome::default()
    };
    go_on(progress(Step::Receiving))?;
    let book = load_book(register, keys)?;
    let pulled = pull::pull(client, keys, &book, roster, compartments, now)?;
    judge_heads(client, keys, log, &mut watch, &pulled)?;
    watch.take(&pulled.sighting, now);
    let seen = watch.encode();
    keep(register, keys, pulled, Some(&seen), now, &mut out)?;
    let list = writers(register, keys, out.roster.as_ref().unwrap_or(roster))?;
    loop {
        let book = load_book(register, keys)?;
        let waiting = reach::outgoing(
            register,
            &book,
            compartments,
            push::RECORDS_PER_BATCH,
            |_| true,
        )?;
        register.mark_pushed(&waiting.settled)?;
        let records = waiting.send;
        // A device with nothing to send still leaves its head once an epoch: that it has come over.
        let unseen = book.head.0 == 0 && roster.live_count() > 1;
        if records.is_empty() && !unseen {
            break;
        }
        let total = out.pushed + records.len() as u32;
        go_on(progress(Step::Sending {
            done: out.pushed,
            total,
        }))?;
        let planned = push::plan(keys, &book, &records, log.size, &list, rng)?;
        write_down(register, keys, 0, &planned)?;
        out.pushed += send(register, client, keys, 0, planned.pending, &mut watch, now)?;
    }
    if watch.wants_fence() {
        out.published = proof::published(client, &log.log)?;
        watch.set_fence(out.published.map_or(0, |(size, _)| size));
        register.put_state(&watch_key(keys), &watch.encode())?;
    }
    out.heads = watch.state();
    out.traffic = client.traffic();
    Ok(out)
}

/// Holds the heads that were read against each other, against what was shown in person, and against the log.
fn judge_heads(
    client: &mut Client,
    keys: &DeviceKeys,
    log: &LogSeen,
    watch: &mut Watch,
    pulled: &pull::Pulled,
) -> Result<(), SyncError> {
    for (slot, head) in &pulled.sighting.others {
        let ours = head.seen.get(&keys.slot.get());
        watch
            .saw_ours(*slot, head.checkpoint_size, ours)
            .map_err(SyncError::Alarm)?;
    }
    watch.meet(&pulled.book.heads).map_err(SyncError::Alarm)?;
    proof::demand(client, keys, log, watch, &pulled.sighting)
}

/// The hash of our head in a batch.
fn sealed_head(keys: &DeviceKeys, items: &[Item]) -> Option<[u8; 32]> {
    let ours = keys.head_name(keys.slot);
    items.iter().find_map(|item| match item {
        Item::Put { name, bytes, .. } if *name == ours => Some(Sha256::digest(bytes).into()),
        _ => None,
    })
}

pub(crate) fn watch_key(keys: &DeviceKeys) -> String {
    format!(
        "sync/heads/{}",
        ugnay_wire::ids::to_hex(&keys.sigma.epoch_id().0)
    )
}

pub(crate) fn load_watch(register: &Register, keys: &DeviceKeys) -> Result<Watch, SyncError> {
    register
        .state(&watch_key(keys))?
        .map_or_else(|| Ok(Watch::default()), |b| Watch::decode(&b))
}

/// Whether this register's heads are known to stand in the log.
///
/// # Errors
/// [`SyncError`] when the saved state cannot be read.
pub fn heads_proven(register: &Register, keys: &DeviceKeys) -> Result<HeadsProven, SyncError> {
    Ok(load_watch(register, keys)?.state())
}

/// Reads what others wrote and merges it; sends nothing and demands no proof: for the last look at an epoch that ended.
///
/// # Errors
/// [`SyncError`]; nothing is half merged.
pub fn receive(
    register: &mut Register,
    client: &mut Client,
    keys: &DeviceKeys,
    roster: &RegisterRoster,
    compartments: &Compartments,
    now: i64,
) -> Result<Outcome, SyncError> {
    let mut out = Outcome::default();
    let book = load_book(register, keys)?;
    let pulled = pull::pull(client, keys, &book, roster, compartments, now)?;
    keep(register, keys, pulled, None, now, &mut out)?;
    Ok(out)
}

/// Merges what was read, then notes that it was: the book and the bundles, and what was `seen` of the others' heads.
fn keep(
    register: &mut Register,
    keys: &DeviceKeys,
    pulled: pull::Pulled,
    seen: Option<&[u8]>,
    now: i64,
    out: &mut Outcome,
) -> Result<(), SyncError> {
    out.pulled = pulled.records.len() as u32;
    if !pulled.records.is_empty() {
        let source = Source::new(ugnay_register::ChangeKind::Sync, "");
        out.conflicts = register
            .merge_records(&pulled.records, &source, now)?
            .conflicts
            .len() as u32;
    }
    let (bundles, book) = (bundles_with(register, keys, &pulled)?, pulled.book.encode());
    let (bundles_key, book_key, watch_key) = (bundles_key(keys), book_key(keys), watch_key(keys));
    let mut states: Vec<(&str, &[u8])> = vec![(&bundles_key, &bundles), (&book_key, &book)];
    states.extend(seen.map(|seen| (watch_key.as_str(), seen)));
    register.put_states(&states)?;
    out.roster = pulled.roster;
    out.roster_behind = pulled.roster_behind;
    out.heard = pulled.heard;
    Ok(())
}

fn bundles_with(
    register: &Register,
    keys: &DeviceKeys,
    pulled: &pull::Pulled,
) -> Result<Vec<u8>, SyncError> {
    let mut bundles = register.state(&bundles_key(keys))?.unwrap_or_default();
    bundles.extend(pulled.bundles.iter().flat_map(|n| n.0));
    Ok(bundles)
}

fn go_on(yes: bool) -> Result<(), SyncError> {
    if yes {
        Ok(())
    } else {
        Err(SyncError::Cancelled)
    }
}

pub(crate) fn load_book(register: &Register, keys: &DeviceKeys) -> Result<Book, SyncError> {
    register
        .state(&book_key(keys))?
        .map_or_else(|| Ok(Book::default()), |b| Book::decode(&b))
}

/// Sends a batch again that was written down but perhaps not acknowledged.
fn resume(
    register: &mut Register,
    client: &mut Client,
    keys: &DeviceKeys,
    watch: &mut Watch,
    now: i64,
) -> Result<u32, SyncError> {
    let mut pushed = 0;
    for place in 0..MOST_BATCHES {
        if let Some(bytes) = register.state(&pending_key(keys, place))? {
            let p = Pending::decode(&bytes)?;
            pushed += send(register, client, keys, place, p, watch, now)?;
        }
    }
    Ok(pushed)
}

/// Batches that were written down and not acknowledged, in their order, with their places.
pub(crate) fn pending(
    register: &Register,
    keys: &DeviceKeys,
) -> Result<Vec<(usize, Pending)>, SyncError> {
    let mut out = Vec::new();
    for place in 0..MOST_BATCHES {
        if let Some(bytes) = register.state(&pending_key(keys, place))? {
            out.push((place, Pending::decode(&bytes)?));
        }
    }
    Ok(out)
}

/// Writes a batch down at a place in the queue, and with it whether it makes a new epoch due.
pub(crate) fn write_down(
    register: &mut Register,
    keys: &DeviceKeys,
    place: usize,
    p: &Planned,
) -> Result<(), SyncError> {
    let (key, bytes) = (pending_key(keys, place), p.pending.encode()?);
    let mark = withdrawn_key(keys);
    let listed = listed_key(keys);
    let first = load_book(register, keys)?.own.is_empty();
    let mut states: Vec<(&str, &[u8])> = vec![(&key, &bytes)];
    if first {
        states.push((&listed, b"1"));
    }
    if p.withdrawn {
        states.push((&mark, b"1"));
    }
    Ok(register.put_states(&states)?)
}

fn send(
    register: &mut Register,
    client: &mut Client,
    keys: &DeviceKeys,
    place: usize,
    p: Pending,
    watch: &mut Watch,
    now: i64,
) -> Result<u32, SyncError> {
    let Batch {
        batch_id, items, ..
    } = p.batch;
    let head = sealed_head(keys, &items);
    client.batch(keys, batch_id, items)?;
    if let Some(sealed) = head {
        watch.sent(keys, p.book.head.0, sealed, now);
    }
    register.put_states(&[
        (&book_key(keys), &p.book.encode()),
        (&watch_key(keys), &watch.encode()),
    ])?;
    let pushed: Vec<_> = p
        .pushed
        .iter()
        .filter_map(|(person, facet, version)| {
            let facet = if *facet == Facet::Card as u8 {
                Facet::Card
            } else {
                Facet::Case
            };
            Some((
                ugnay_model::PersonId::from_bytes(*person),
                facet,
                i64::try_from(*version).ok()?,
            ))
        })
        .collect();
    register.mark_pushed(&pushed)?;
    register.delete_state(&pending_key(keys, place))?;
    Ok(pushed.len() as u32)
}
