//! An outsider's check of a whole log, from a folder, a stick or a URL, with no trust in who serves it.
//! Reads through [`Read`]; recomputes everything from the entries. Must not stop at the first problem: it lists them.

use crate::tiles::{TILE_WIDTH, TilePath, bundle_entries, files, tile_bytes, tile_hashes};
use crate::{
    Checkpoint, Entry, EntryType, LogError, MAX_NOTE_LEN, Policy, Quorum, SignedCheckpoint, Tree,
    leaf_hash,
};
use std::collections::BTreeMap;

/// Where the log's files come from. Paths are those of tlog-tiles: `checkpoint`, `tile/0/000`, `tile/entries/000.p/7`.
pub trait Read {
    /// The file's bytes, or `None` when it is not there.
    fn read(&self, path: &str) -> Option<Vec<u8>>;
}

impl<F: Fn(&str) -> Option<Vec<u8>>> Read for F {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        self(path)
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// A file the size asks for is not there.
    #[error("missing {0}")]
    Missing(String),
    /// A file does not follow its format.
    #[error("{path}: {error}")]
    Unreadable {
        /// Which file.
        path: String,
        /// Which rule failed.
        error: LogError,
    },
    /// An entry is not one of this protocol's.
    #[error("entry {index}: {error}")]
    BadEntry {
        /// Its index.
        index: u64,
        /// Which rule failed.
        error: LogError,
    },
    /// A hash tile does not follow from the entries.
    #[error("{0} does not match the entries")]
    TileMismatch(String),
    /// The signed root does not follow from the entries.
    #[error("the signed root does not match the entries")]
    RootMismatch,
    /// Signatures of log or witnesses do not meet the policy.
    #[error("signatures: {0}")]
    Signatures(LogError),
    /// An earlier checkpoint is not a prefix of this log: a rollback or a fork.
    #[error("an earlier checkpoint of {size} entries is not part of this log")]
    NotExtending {
        /// Its size.
        size: u64,
    },
}

/// What the audit saw. The log is good when `findings` is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The tree head as signed, once readable.
    pub checkpoint: Option<Checkpoint>,
    /// Who cosigned it and when, once signatures verify.
    pub quorum: Option<Quorum>,
    /// Entries by type.
    pub entries: BTreeMap<EntryType, u64>,
    /// Everything wrong, in the order found.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Most findings listed; a log that bad needs no longer list.
const MAX_FINDINGS: usize = 1000;
/// A full bundle of the longest entries.
const MAX_FILE_LEN: usize = 256 * 65_537;

/// Checks checkpoint, signatures, every entry, every tile, and that each of `earlier` (signed notes kept from before) is a prefix.
/// Calls `each` with every readable entry in order.
pub fn verify(
    reader: &impl Read,
    policy: &Policy,
    earlier: &[&[u8]],
    mut each: impl FnMut(u64, &Entry),
) -> Report {
    let mut report = Report {
        checkpoint: None,
        quorum: None,
        entries: BTreeMap::new(),
        findings: Vec::new(),
    };
    let Some(head) = head(reader, policy, &mut report) else {
        return report;
    };
    let Some(tree) = rebuild(reader, head.size, &mut report, &mut each) else {
        return report;
    };
    for path in files(head.size).iter().filter(|p| p.level.is_some()) {
        let good = |bytes: &[u8], width: u16| {
            tile_hashes(bytes, width).is_ok()
                && tile_bytes(&tree, path).is_some_and(|t| bytes.starts_with(&t))
        };
        match fetch(reader, path) {
            None => push(&mut report, Finding::Missing(path.to_string())),
            Some((bytes, width)) if good(&bytes, width) => {}
            Some(_) => push(&mut report, Finding::TileMismatch(path.to_string())),
        }
    }
    if tree.root() != head.root {
        push(&mut report, Finding::RootMismatch);
    }
    for note in earlier {
        check_earlier(note, policy, &tree, &mut report);
    }
    report
}

/// Reads and judges the signed head.
fn head(reader: &impl Read, policy: &Policy, report: &mut Report) -> Option<Checkpoint> {
    let Some(note) = reader
        .read("checkpoint")
        .filter(|n| n.len() <= MAX_NOTE_LEN)
    else {
        push(report, Finding::Missing("checkpoint".to_owned()));
        return None;
    };
    let signed = match SignedCheckpoint::parse(&note) {
        Ok(signed) => signed,
        Err(error) => {
            push(
                report,
                Finding::Unreadable {
                    path: "checkpoint".to_owned(),
                    error,
                },
            );
            return None;
        }
    };
    match policy.require(&signed) {
        Ok(quorum) => report.quorum = Some(quorum),
        Err(error) => push(report, Finding::Signatures(error)),
    }
    report.checkpoint = Some(signed.checkpoint().clone());
    Some(signed.checkpoint().clone())
}

/// The tree from the entry bundles, or `None` when one cannot be read.
fn rebuild(
    reader: &impl Read,
    size: u64,
    report: &mut Report,
    each: &mut impl FnMut(u64, &Entry),
) -> Option<Tree> {
    let mut tree = Tree::new();
    let width = |index: u64| u16::try_from(size.saturating_sub(index << 8).min(256)).unwrap_or(256);
    for index in 0..size.div_ceil(256) {
        let path = TilePath {
            level: None,
            index,
            width: width(index),
        };
        let Some((bytes, stored)) = fetch(reader, &path) else {
            push(report, Finding::Missing(path.to_string()));
            return None;
        };
        match bundle_entries(&bytes, stored) {
            Err(error) => {
                push(
                    report,
                    Finding::Unreadable {
                        path: path.to_string(),
                        error,
                    },
                );
                return None;
            }
            Ok(entries) => {
                entries
                    .iter()
                    .take(usize::from(path.width))
                    .for_each(|bytes| take(&mut tree, bytes, report, each));
            }
        }
    }
    Some(tree)
}

fn take(tree: &mut Tree, bytes: &[u8], report: &mut Report, each: &mut impl FnMut(u64, &Entry)) {
    let index = tree.push(leaf_hash(bytes));
    match Entry::decode(bytes) {
        Ok(entry) => {
            let count = report.entries.entry(entry.kind).or_default();
            *count = count.saturating_add(1);
            each(index, &entry);
        }
        Err(error) => push(report, Finding::BadEntry { index, error }),
    }
}

/// Reads a file; where a partial one was deleted because the full one exists now, the full one. Says how wide it is.
fn fetch(reader: &impl Read, path: &TilePath) -> Option<(Vec<u8>, u16)> {
    let full = TilePath {
        width: TILE_WIDTH,
        ..*path
    };
    let found = |p: &TilePath| reader.read(&p.to_string()).map(|bytes| (bytes, p.width));
    found(path)
        .or_else(|| found(&full))
        .filter(|(bytes, _)| bytes.len() <= MAX_FILE_LEN)
}

fn check_earlier(note: &[u8], policy: &Policy, tree: &Tree, report: &mut Report) {
    let checked =
        SignedCheckpoint::parse(note).and_then(|signed| policy.evaluate(&signed).map(|_| signed));
    match checked {
        Err(error) => push(
            report,
            Finding::Unreadable {
                path: "earlier checkpoint".to_owned(),
                error,
            },
        ),
        Ok(signed) => {
            let at = signed.checkpoint();
            if tree.root_at(at.size) != Some(at.root) {
                push(report, Finding::NotExtending { size: at.size });
            }
        }
    }
}

fn push(report: &mut Report, finding: Finding) {
    if report.findings.len() < MAX_FINDINGS {
        report.findings.push(finding);
    }
}

#[cfg(test)]
mod tests;
