//! What the server keeps, as a trait with two real backends: SQLite and PostgreSQL.
//!
//! Owns the meaning of every operation (both backends pass one conformance suite) and
//! the decision what a batch item does. SQL text lives in the backends only. Order
//! numbers are counter rows raised inside the transaction that uses them, so they are
//! in commit order on every serializable database; there are no serial columns and no
//! advisory locks.

use std::collections::BTreeMap;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use tables::Digest;
use thiserror::Error;
use ugnay_log::NoteSignature;
use ugnay_wire::{
    Ack, Batch, Blobs, BlobsGet, BoxPage, BundlePage, ChangesPage, Hash, Item, Name, Pseud,
    PublicKey, Topic,
};

pub mod migrations;
pub mod postgres;
pub mod sqlite;
pub mod tables;

/// A store operation under way.
pub type Fut<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Why the store refused. Carries no name, pseudonym or content.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Something else is there already.
    #[error("{0} is taken by something else")]
    Conflict(&'static str),
    /// A cap of the protocol is reached.
    #[error("{0} is at its cap")]
    Capped(&'static str),
    /// No such register.
    #[error("no such register")]
    NoRegister,
    /// The register-epoch is over.
    #[error("the register-epoch is over")]
    Closed,
    /// Disk or quota full; the operation left nothing behind.
    #[error("the store is full")]
    Full,
    /// The database cannot be reached or stays busy.
    #[error("the database is not available ({0})")]
    Unavailable(String),
    /// The file or schema is not what it must be.
    #[error("the database is damaged or foreign ({0})")]
    Damaged(String),
    /// Any other database fault: its code alone.
    #[error("database fault {0}")]
    Fault(String),
}

/// A register-epoch's public keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Register {
    /// Its pseudonym.
    pub pseud: Pseud,
    /// Signs batches.
    pub write_cap: PublicKey,
    /// Signs read requests.
    pub read_cap: PublicKey,
}

/// The end of one register-epoch and the beginning of the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// The one that ends.
    pub pseud: Pseud,
    /// The one that begins.
    pub next: Register,
    /// Where its notice is kept in the one that ends.
    pub name: Name,
    /// The notice.
    pub notice: Vec<u8>,
}

/// The body beside a log entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// There is no such entry, or it never had one.
    None,
    /// It was erased.
    Erased,
    /// Opaque bytes.
    Bytes(Vec<u8>),
}

/// The live heads of every register that has any.
pub type HeadsByRegister = BTreeMap<Pseud, BTreeMap<Name, Hash>>;

/// What one heads-root entry commits to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadsRoot {
    /// Where the entry is in the log.
    pub index: u64,
    /// Registers with their heads hashes, in the tree's order.
    pub leaves: Vec<(Pseud, Hash)>,
}

/// How long what has done its work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Messages in boxes, in days. Long enough for a device that was away for a year.
    pub box_days: u32,
    /// Hashes of applied batches, in days: as long, a repeated batch gets its first answer.
    pub batch_days: u32,
}

impl Keep {
    /// Less than this is refused: devices are away for months.
    pub const LEAST_DAYS: u32 = 90;
}

impl Default for Keep {
    fn default() -> Self {
        Self {
            box_days: 400,
            batch_days: 400,
        }
    }
}

/// Rows the housekeeping removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Deleted and replaced blobs past their [`ugnay_wire::limits::SOFT_DELETE`].
    pub trash: u64,
    /// Messages past [`Keep::box_days`].
    pub box_messages: u64,
    /// Batch hashes past [`Keep::batch_days`].
    pub batches: u64,
    /// What register-epochs held that ended longer ago than [`ugnay_wire::limits::SOFT_DELETE`], their notices left out.
    pub ended: u64,
}

/// Which checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The newest.
    Newest,
    /// The one of this size.
    Size(u64),
    /// The newest with at least so many cosignatures.
    Cosigned(u32),
}

/// Everything the server keeps. Every write is durable when its future is done, and
/// all or nothing.
pub trait Store: Send + Sync + 'static {
    /// Makes room for a register; the same keys again change nothing.
    fn open_register(&self, register: Register) -> Fut<'_, ()>;
    /// A register's keys.
    fn register(&self, pseud: Pseud) -> Fut<'_, Option<Register>>;
    /// Ends a register and makes room for the next in one step, with a notice kept in the one that ends; the same
    /// again changes nothing, another successor is refused with [`StoreError::Closed`].
    fn succeed(&self, step: Succession, now: i64) -> Fut<'_, ()>;
    /// Applies a batch whose bytes hash to `hash`; the same hash again gives the first answer.
    fn apply(&self, batch: Batch, hash: Hash, now: i64) -> Fut<'_, Ack>;
    /// Changes after a cursor, at most `limit`.
    fn changes(&self, pseud: Pseud, after: u64, limit: usize) -> Fut<'_, ChangesPage>;
    /// Blobs by name; once `max_bytes` are in the answer the rest is `Later`.
    fn blobs(&self, get: BlobsGet, max_bytes: usize) -> Fut<'_, Blobs>;
    /// Escrow bundles after a cursor.
    fn bundles(&self, after: u64, limit: usize) -> Fut<'_, BundlePage>;
    /// One escrow bundle.
    fn bundle(&self, pseud: Pseud, name: Name) -> Fut<'_, Option<Vec<u8>>>;
    /// Puts a message into a box; the same bytes again give the first number.
    fn box_post(&self, topic: Topic, bytes: Vec<u8>, now: i64) -> Fut<'_, u64>;
    /// Messages after a cursor; stops at `limit` or after `max_bytes`.
    fn box_read(
        &self,
        topic: Topic,
        after: u64,
        limit: usize,
        max_bytes: usize,
    ) -> Fut<'_, BoxPage>;
    /// Forgets what was deleted or replaced longer ago than
    /// [`ugnay_wire::limits::SOFT_DELETE`], what is older than the policy keeps,
    /// and all but the notices of registers that ended longer ago.
    fn purge(&self, now: i64, keep: Keep) -> Fut<'_, Purged>;
    /// Live heads of all registers.
    fn heads(&self) -> Fut<'_, HeadsByRegister>;

    /// Appends a log entry; the same entry again gives the first index.
    fn log_append(&self, entry: Vec<u8>, body: Vec<u8>) -> Fut<'_, u64>;
    /// Appends a heads-root entry together with what it commits to.
    fn log_append_heads(&self, entry: Vec<u8>, heads: Vec<(Pseud, Hash)>) -> Fut<'_, u64>;
    /// Entries from an index on, in order, at most `limit`.
    fn log_entries(&self, from: u64, limit: usize) -> Fut<'_, Vec<Vec<u8>>>;
    /// The body beside an entry.
    fn log_body(&self, index: u64) -> Fut<'_, Body>;
    /// Erases a body for good; the entry stays. False if there was none.
    fn log_erase_body(&self, index: u64) -> Fut<'_, bool>;
    /// What the newest heads-root below a log size commits to; only the last few are kept.
    fn log_heads(&self, below: u64) -> Fut<'_, Option<HeadsRoot>>;
    /// Keeps a signed checkpoint. A size has one checkpoint for ever.
    fn put_checkpoint(&self, size: u64, note: String) -> Fut<'_, ()>;
    /// A checkpoint without cosignatures, and its size.
    fn checkpoint(&self, which: Which) -> Fut<'_, Option<(u64, String)>>;
    /// Keeps a verified cosignature line: of a key's lines for a size the one with the latest time.
    fn put_cosignature(&self, size: u64, key: String, line: String) -> Fut<'_, ()>;
    /// Cosignature lines of a size, by key.
    fn cosignatures(&self, size: u64) -> Fut<'_, Vec<String>>;
    /// All signed checkpoints, without cosignatures, smallest first.
    fn checkpoints(&self) -> Fut<'_, Vec<(u64, String)>>;
    /// Copies everything, in one state, into a new SQLite file.
    fn export(&self, to: PathBuf) -> Fut<'_, Vec<Digest>>;
    /// Takes everything out of such a file; only into an empty store.
    fn import(&self, from: PathBuf) -> Fut<'_, Vec<Digest>>;
    /// What every table holds, in one state.
    fn digests(&self) -> Fut<'_, Vec<Digest>>;
    /// Rows that must not be there: what they are, and how many.
    fn orphans(&self) -> Fut<'_, Vec<(&'static str, i64)>>;
    /// Checks the database's own integrity; the text says what was looked at.
    fn check(&self) -> Fut<'_, String>;
}

/// Heads-roots whose leaves are kept, so that a device that read the checkpoint a
/// moment ago still gets its proof.
pub(crate) const KEPT_HEADS_ROOTS: i64 = 8;

/// What is stored under a name now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Current {
    pub sha256: Hash,
    pub kind: u8,
    pub live: bool,
}

/// What one item of a batch does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing: it is so already.
    Keep,
    /// Store the new bytes; move the live ones to the trash first if there are any.
    Write { retire: bool },
    /// Move the live bytes to the trash and leave a mark.
    Remove,
    /// Take the newest bytes out of the trash; move the live ones there first.
    BringBack { retire: bool },
}

/// Decides for both backends alike.
pub(crate) fn decide(current: Option<Current>, item: &Item, hash: &Hash) -> Step {
    let live = current.is_some_and(|c| c.live);
    match item {
        Item::Put { kind, .. } => match current {
            Some(c) if c.live && c.sha256 == *hash && c.kind == *kind as u8 => Step::Keep,
            _ => Step::Write { retire: live },
        },
        Item::Delete { .. } if live => Step::Remove,
        Item::Delete { .. } => Step::Keep,
        Item::Restore { .. } => Step::BringBack { retire: live },
    }
}

/// Whether a cosignature line was made later than the one that is kept: its time is the first eight bytes of what a
/// witness signs with (C2SP tlog-cosignature).
pub(crate) fn later_line(kept: &str, line: &str) -> bool {
    let time = |l: &str| {
        let parsed = NoteSignature::parse(l.trim_end_matches('\n')).ok()?;
        parsed
            .bytes
            .first_chunk::<8>()
            .map(|t| u64::from_be_bytes(*t))
    };
    time(line) > time(kept)
}

/// Unix days: coarse on purpose, wherever a time only serves to forget something.
pub(crate) const fn day(now: i64) -> i64 {
    now.div_euclid(86_400)
}

/// The first day that is still kept.
pub(crate) fn kept_from(now: i64, days: u32) -> i64 {
    day(now).saturating_sub(days.into())
}

/// Database integers are signed; the protocol's are not.
pub(crate) fn to_db(v: u64) -> i64 {
    i64::try_from(v).unwrap_or(i64::MAX)
}

/// The way back; negative values cannot be stored (CHECK constraints).
pub(crate) fn from_db(v: i64) -> u64 {
    u64::try_from(v).unwrap_or(0)
}
