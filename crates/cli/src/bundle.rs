//! `ugnay bundle`: changes carried as a file, where there is no line.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::line::Line;
use crate::register;
use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use ugnay_app::{MAX_BUNDLE_FILE, feed_bundle};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write everything that waits to be sent into a new file, sealed as on the line.
    Export {
        /// The register's folder.
        dir: PathBuf,
        /// The file to write; must not exist.
        file: PathBuf,
        #[command(flatten)]
        passphrase: Passphrase,
    },
    /// Take in a file of another device of the register.
    Import {
        /// The register's folder.
        dir: PathBuf,
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        passphrase: Passphrase,
    },
    /// Hand a file to the buffer; needs no register.
    Feed {
        /// The file.
        file: PathBuf,
        /// The buffer's address.
        #[arg(long, value_name = "URL")]
        buffer: String,
        #[command(flatten)]
        line: Line,
    },
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Export {
            dir,
            file,
            passphrase,
        } => {
            let mut app = register::open(dir, passphrase)?;
            let mut out = fs::File::create_new(file)?;
            let made = app.export_bundle()?;
            out.write_all(&made.bytes)?;
            out.sync_all()?;
            if json {
                say!(
                    "{}",
                    json!({ "records": made.records, "batches": made.batches, "bytes": made.bytes.len() })
                );
            } else {
                say!(
                    "{} records in {} batches, {} bytes",
                    made.records,
                    made.batches,
                    made.bytes.len()
                );
            }
        }
        Command::Import {
            dir,
            file,
            passphrase,
        } => {
            let bytes = read(file)?;
            let (records, conflicts) = register::open(dir, passphrase)?.import_bundle(&bytes)?;
            if json {
                say!("{}", json!({ "records": records, "conflicts": conflicts }));
            } else {
                say!("{records} records taken in, {conflicts} written differently by two officers");
            }
        }
        Command::Feed { file, buffer, line } => {
            let batches = feed_bundle(&mut line.client(buffer)?, &read(file)?)?;
            if json {
                say!("{}", json!({ "batches": batches }));
            } else {
                say!("{batches} batches handed over");
            }
        }
    }
    Ok(())
}

/// A file no longer than any bundle; a longer one is cut and refused as none.
fn read(file: &Path) -> Result<Vec<u8>, Fail> {
    let mut bytes = Vec::new();
    let most = MAX_BUNDLE_FILE as u64 + 1;
    fs::File::open(file)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
