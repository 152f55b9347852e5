//! One run of a child under the shim: what it asked of its disk, in order, and the disk after any part of it.

use crate::child::Hear;
use crate::disk::{Disk, Op, operations, shim};
use std::ffi::OsStr;
use std::path::Path;
use std::process::Child;

/// The run.
pub struct Run {
    root: String,
    operations: Vec<Op>,
}

impl Run {
    /// Lets the child that `start` starts in a fresh folder, with this environment, go all the way.
    ///
    /// # Panics
    /// When it fails.
    pub fn of(start: impl FnOnce(&Path, &[(&str, &OsStr)]) -> Child) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("watched");
        std::fs::create_dir(&root).expect("a fresh folder");
        let root = root.canonicalize().expect("it is there");
        let log = folder.path().join("oplog");
        let env = [
            ("WATCH", root.as_os_str()),
            ("OPLOG", log.as_os_str()),
            ("LD_PRELOAD", shim().as_os_str()),
        ];
        let child = start(&root, &env);
        let out = child.wait_with_output().expect("it ends");
        assert!(out.status.success(), "the child did all its steps");
        Self {
            root: root.to_str().expect("paths here are text").to_owned(),
            operations: operations(&log),
        }
    }

    /// How many operations it asked for.
    #[must_use]
    pub fn operations(&self) -> usize {
        self.operations.len()
    }

    /// The disk after the first `n` operations.
    #[must_use]
    pub fn disk<A: Hear>(&self, n: usize) -> Disk<A> {
        self.played(Disk::new(&self.root), n)
    }

    /// The same of a disk that says "synced" and is not.
    #[must_use]
    pub fn lying_disk<A: Hear>(&self, n: usize) -> Disk<A> {
        let mut disk = Disk::new(&self.root);
        disk.lies = true;
        self.played(disk, n)
    }

    fn played<A: Hear>(&self, mut disk: Disk<A>, n: usize) -> Disk<A> {
        self.operations
            .iter()
            .take(n)
            .for_each(|op| disk.happen(op));
        disk
    }
}
