//! `ugnay app verify`: whether a file is an app worth installing. The rules are `ugnay-release`'s.

use crate::fail::{Fail, say};
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::{AppFiles, verify_app};

#[derive(Args)]
pub struct AppFile {
    #[command(subcommand)]
    pub command: AppFileCommand,
}

#[derive(Subcommand)]
pub enum AppFileCommand {
    /// Check signatures, log proof and age of a file before it is installed.
    Verify(Verify),
}

#[derive(Args)]
pub struct Verify {
    /// The file to install.
    pub file: PathBuf,
    /// The manifest that came with it.
    #[arg(long, value_name = "FILE")]
    pub manifest: PathBuf,
    /// Its tlog-proof.
    #[arg(long, value_name = "FILE")]
    pub proof: PathBuf,
    /// The pinned release keys. Never taken from where the file came from.
    #[arg(long, value_name = "FILE")]
    pub keys: PathBuf,
    /// The kind of machine it shall run on; any, if not given.
    #[arg(long)]
    pub target: Option<String>,
    /// Number of the installed release; an older file is refused.
    #[arg(long, default_value_t = 0)]
    pub installed: u64,
}

pub fn run(args: &AppFile, json: bool) -> Result<(), Fail> {
    let AppFileCommand::Verify(v) = &args.command;
    let files = AppFiles {
        file: &v.file,
        manifest: &v.manifest,
        proof: &v.proof,
        keys: &v.keys,
    };
    let verdict = verify_app(files, v.target.as_deref(), v.installed)?;
    if json {
        say!(
            "{}",
            json!({ "ok": verdict.ok, "version": verdict.version, "sequence": verdict.sequence,
                    "fault": verdict.fault })
        );
    } else if verdict.ok {
        say!(
            "may be installed: version {}, release {}",
            verdict.version,
            verdict.sequence
        );
    } else {
        say!(
            "NOT to be installed: {}",
            verdict.fault.as_deref().unwrap_or("unknown")
        );
    }
    if verdict.ok { Ok(()) } else { Err(Fail::No) }
}
