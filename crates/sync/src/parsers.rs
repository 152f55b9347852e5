//! The parsers this crate keeps to itself, for those who attack them (`tests/fuzz`): each reads bytes and writes what it
//! read. Must not be used for anything else, and decides nothing.

use crate::book::Book;
use crate::head::Head;
use crate::pending::Pending;
use crate::shard::Shard;
use crate::watch::Watch;

/// A device's head, opened.
#[must_use]
pub fn head(bytes: &[u8]) -> Option<Vec<u8>> {
    Head::decode(bytes).ok().map(|head| head.encode())
}

/// An index shard, opened.
#[must_use]
pub fn shard(bytes: &[u8]) -> Option<Vec<u8>> {
    let (shard, list) = Shard::decode_listed(bytes).ok()?;
    Some(match list {
        Some(list) => shard.encode_listed(&list),
        None => shard.encode(),
    })
}

/// The list of a register's writers.
#[must_use]
pub fn writers(bytes: &[u8]) -> Option<Vec<u8>> {
    crate::writers::reread(bytes)
}

/// The book of a device's own exchanges.
#[must_use]
pub fn book(bytes: &[u8]) -> Option<Vec<u8>> {
    Book::decode(bytes).ok().map(|book| book.encode())
}

/// A batch that was written down before it was sent.
#[must_use]
pub fn pending(bytes: &[u8]) -> Option<Vec<u8>> {
    let pending = Pending::decode(bytes).ok()?;
    pending.encode().ok()
}

/// What a device watches for.
#[must_use]
pub fn watch(bytes: &[u8]) -> Option<Vec<u8>> {
    Watch::decode(bytes).ok().map(|watch| watch.encode())
}

/// A `.ugnay` file: the bodies of its posts, taken together, when it is one.
#[must_use]
pub fn carried(bytes: &[u8]) -> Option<Vec<u8>> {
    crate::carry::parse(bytes).map(|(_, batches)| batches.concat())
}
