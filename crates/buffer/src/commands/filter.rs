//! A program of the operator's choice between two files: what encrypts and decrypts
//! backups. The buffer itself knows no cipher and no key for one.
//!
//! The program gets the one file as standard input, the other as standard output; no
//! shell is between, and what it says on standard error goes to ours.

use crate::server::BufferError;
use std::fs::{File, OpenOptions};
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs `program` from `from` to a new file `to`, readable by its owner alone.
pub(super) fn run(program: &[String], from: &Path, to: &Path) -> Result<(), BufferError> {
    let Some((name, arguments)) = program.split_first() else {
        return Err(BufferError::Config("the program's name is missing".into()));
    };
    let input = File::open(from).map_err(|e| BufferError::Io("backup", e))?;
    let output = create(to)?;
    let kept = output
        .try_clone()
        .map_err(|e| BufferError::Io("backup", e))?;
    let status = Command::new(name)
        .args(arguments)
        .stdin(Stdio::from(input))
        .stdout(Stdio::from(output))
        .status()
        .map_err(|e| BufferError::Io("the program that encrypts or decrypts", e))?;
    if !status.success() {
        let text = "the program that encrypts or decrypts ended with an error";
        return Err(BufferError::Config(text.into()));
    }
    kept.sync_all().map_err(|e| BufferError::Io("backup", e))
}

/// A new file, readable by its owner alone.
pub(super) fn create(path: &Path) -> Result<File, BufferError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|e| BufferError::Io("backup", e))
}
