//! A disk made up from what the shim told: what is on it if the power fails after a given operation.
//!
//! The model is harsher than common file systems: of what was written since a file's last sync, any write may be
//! there, missing or torn at a sector; names are durable once their folder is synced, and before that in the order made.

use crate::child::Hear;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng as _;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const SECTOR: usize = 512;

/// The shim to load before libc, built once per run.
///
/// # Panics
/// When there is no C compiler.
pub fn shim() -> &'static Path {
    static SHIM: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let built = SHIM.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let library = folder.path().join("shim.so");
        let source = folder.path().join("shim.c");
        fs::write(&source, include_str!("shim.c")).expect("a fresh file");
        let status = Command::new(std::env::var_os("CC").unwrap_or_else(|| "cc".into()))
            .args([
                "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o",
            ])
            .arg(&library)
            .arg(source)
            .arg("-ldl")
            .status()
            .expect("the C compiler that built SQLCipher runs");
        assert!(status.success(), "the shim compiles");
        (folder, library)
    });
    &built.1
}

/// One operation as the shim told it.
pub(crate) struct Op {
    kind: u8,
    path: String,
    rest: Vec<u8>,
    offset: u64,
}

/// Reads the log of operations.
pub(crate) fn operations(log: &Path) -> Vec<Op> {
    let bytes = fs::read(log).expect("the shim wrote its log");
    let mut rest = bytes.as_slice();
    let mut out = Vec::new();
    while let [kind, tail @ ..] = rest {
        let (path_len, tail) = number::<4>(tail);
        let (rest_len, tail) = number::<4>(tail);
        let (offset, tail) = number::<8>(tail);
        let (path, tail) = tail.split_at(path_len as usize);
        let (payload, tail) = tail.split_at(rest_len as usize);
        out.push(Op {
            kind: *kind,
            path: String::from_utf8(path.to_vec()).expect("paths here are text"),
            rest: payload.to_vec(),
            offset,
        });
        rest = tail;
    }
    out
}

fn number<const N: usize>(bytes: &[u8]) -> (u64, &[u8]) {
    let (head, tail) = bytes.split_first_chunk::<N>().expect("records are whole");
    (
        head.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)),
        tail,
    )
}

#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

#[derive(Clone, Default)]
struct File {
    synced: Vec<u8>,
    since: Vec<Change>,
}

#[derive(Clone, Copy, PartialEq)]
enum Node {
    Folder,
    File(usize),
}

type Names = BTreeMap<String, Node>;

#[derive(Clone)]
enum Naming {
    Add(String, Node),
    Rename(String, String),
    Remove(String),
}

impl Naming {
    fn folder(&self) -> &str {
        let (Self::Add(path, _) | Self::Rename(_, path) | Self::Remove(path)) = self;
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    fn apply(&self, names: &mut Names) {
        match self {
            Self::Add(path, node) => {
                names.insert(path.clone(), *node);
            }
            Self::Remove(path) => {
                names.remove(path);
            }
            Self::Rename(from, to) => {
                let below = format!("{from}/");
                let moved: Vec<_> = names
                    .iter()
                    .filter(|(p, _)| *p == from || p.starts_with(&below))
                    .map(|(p, n)| (p.clone(), *n))
                    .collect();
                for (path, node) in moved {
                    names.remove(&path);
                    names.insert(format!("{to}{}", &path[from.len()..]), node);
                }
            }
        }
    }
}

/// The disk while operations happen.
pub struct Disk<A> {
    root: String,
    files: Vec<File>,
    live: Names,
    durable: Names,
    pending: Vec<Naming>,
    /// What the child had acknowledged so far.
    pub acked: A,
    /// A disk that says "synced" and is not.
    pub(crate) lies: bool,
}

impl<A: Hear> Disk<A> {
    pub(crate) fn new(root: &str) -> Self {
        Self {
            root: root.to_owned(),
            files: Vec::new(),
            live: Names::new(),
            durable: Names::new(),
            pending: Vec::new(),
            acked: A::default(),
            lies: false,
        }
    }

    /// One more operation happened.
    pub(crate) fn happen(&mut self, op: &Op) {
        let at = usize::try_from(op.offset).expect("small files");
        match op.kind {
            b'A' => String::from_utf8_lossy(&op.rest)
                .lines()
                .for_each(|line| self.acked.hear(line)),
            b'C' => {
                self.files.push(File::default());
                let node = Node::File(self.files.len() - 1);
                self.name(Naming::Add(op.path.clone(), node));
            }
            b'D' => self.name(Naming::Add(op.path.clone(), Node::Folder)),
            b'R' => {
                let to = String::from_utf8(op.rest.clone()).expect("paths here are text");
                self.name(Naming::Rename(op.path.clone(), to));
            }
            b'U' | b'X' => self.name(Naming::Remove(op.path.clone())),
            b'W' => self.change(&op.path, Change::Write(at, op.rest.clone())),
            b'T' => self.change(&op.path, Change::Truncate(at)),
            b'S' if !self.lies => self.sync(&op.path),
            b'S' => {}
            other => panic!("the shim tells no {other}"),
        }
    }

    fn name(&mut self, naming: Naming) {
        naming.apply(&mut self.live);
        self.pending.push(naming);
    }

    fn change(&mut self, path: &str, change: Change) {
        if let Some(Node::File(n)) = self.live.get(path) {
            self.files[*n].since.push(change);
        }
    }

    fn sync(&mut self, path: &str) {
        match self.live.get(path) {
            Some(Node::File(n)) => {
                let file = &mut self.files[*n];
                for change in file.since.drain(..) {
                    make(&mut file.synced, &change);
                }
            }
            // The watched root itself was there before.
            Some(Node::Folder) | None => {
                let last = self.pending.iter().rposition(|n| n.folder() == path);
                for naming in self.pending.drain(..last.map_or(0, |n| n + 1)) {
                    naming.apply(&mut self.durable);
                }
            }
        }
    }

    /// Writes into `to` what a killed process leaves: everything it did.
    pub fn after_kill(&self, to: &Path) {
        put(&self.live, &self.root, to, |n| {
            let mut content = self.files[n].synced.clone();
            self.files[n]
                .since
                .iter()
                .for_each(|c| make(&mut content, c));
            content
        });
    }

    /// Writes into `to` what one power cut may leave.
    pub fn after_cut(&self, to: &Path, rng: &mut ChaCha20Rng) {
        let mut names = self.durable.clone();
        let made = rng.next_u32() as usize % (self.pending.len() + 1);
        for naming in &self.pending[..made] {
            naming.apply(&mut names);
        }
        put(&names, &self.root, to, |n| {
            let mut content = self.files[n].synced.clone();
            for change in &self.files[n].since {
                match (rng.next_u32() % 4, change) {
                    (0, _) => {}
                    (1, Change::Write(at, bytes)) => {
                        let sectors = rng.next_u32() as usize % (bytes.len() / SECTOR + 1);
                        let part = bytes[..sectors * SECTOR].to_vec();
                        make(&mut content, &Change::Write(*at, part));
                    }
                    _ => make(&mut content, change),
                }
            }
            content
        });
    }
}

fn make(content: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Truncate(len) => content.resize(*len, 0),
        Change::Write(_, bytes) if bytes.is_empty() => {}
        Change::Write(at, bytes) => {
            let end = at + bytes.len();
            if content.len() < end {
                content.resize(end, 0);
            }
            content[*at..end].copy_from_slice(bytes);
        }
    }
}

fn put(names: &Names, root: &str, to: &Path, mut content: impl FnMut(usize) -> Vec<u8>) {
    for (path, node) in names {
        let Some(rest) = path.strip_prefix(root).map(|p| p.trim_start_matches('/')) else {
            continue;
        };
        let target = to.join(rest);
        // A name whose folder is not durable cannot be reached.
        if !target.parent().is_some_and(Path::is_dir) {
            continue;
        }
        match node {
            Node::Folder => fs::create_dir(&target).expect("a fresh folder"),
            Node::File(n) => fs::write(&target, content(*n)).expect("a fresh file"),
        }
    }
}
