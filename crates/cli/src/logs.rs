//! `ugnay log`: the log from outside, trusting nobody: verify it, copy it, prove one entry.

use crate::fail::{Fail, say};
use crate::line::Line;
use crate::paper::read;
use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use ugnay_app::federation::audit::{self, Source, Verdict};
use ugnay_app::federation::{copies, outgoing};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compute a log anew and check its checkpoint, or check one entry's proof file. Exit 1 when something is wrong.
    Verify {
        /// A buffer's address, a folder or stick with the log's files, or a .tlog-proof file.
        from: String,
        /// The entry's bytes, for a proof file that does not carry them.
        #[arg(long, value_name = "FILE")]
        entry: Option<PathBuf>,
        #[command(flatten)]
        trust: Trust,
    },
    /// Copy a log's files into a folder, where they can be verified without the server.
    Mirror {
        /// The folder; what is in it is brought up to date.
        dir: PathBuf,
        /// The buffer's address, or another folder.
        from: String,
        /// Copy what lies beside the entries too: with it a custodian without a line can judge a request.
        #[arg(long)]
        bodies: bool,
        #[command(flatten)]
        trust: Trust,
    },
    /// Carry a file that a custodian without a line wrote to the buffer; whoever holds it may. Exit 1 when some of it was
    /// refused.
    Carry {
        /// The file, as `ugnay custodian outgoing` or `objection` wrote it.
        file: PathBuf,
        /// The buffer's address.
        to: String,
        #[command(flatten)]
        line: Line,
    },
    /// Write one entry's proof into a file that can be verified without the server.
    Prove {
        /// The entry's place in the log, from 0.
        index: u64,
        /// The buffer's address, or a folder with the log's files.
        from: String,
        /// The file to write; must not exist.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        trust: Trust,
    },
}

#[derive(ClapArgs)]
struct Trust {
    /// tlog-policy with the log's key and its witnesses, from the federation and never from the server.
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,
    #[command(flatten)]
    line: Line,
}

impl Trust {
    fn policy(&self) -> Result<ugnay_app::federation::LogPolicy, Fail> {
        Ok(audit::policy(&fs::read(&self.policy)?)?)
    }

    fn source(&self, from: &str) -> Result<Source, Fail> {
        if !from.starts_with("http://") && !from.starts_with("https://") {
            return Ok(Source::folder(Path::new(from)));
        }
        Ok(Source::buffer(self.line.client(from)?)?)
    }
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Verify { from, entry, trust } => match proof_file(from) {
            Some(proof) => check(&proof, entry.as_deref(), trust, json),
            None => verify(from, trust, json),
        },
        Command::Mirror {
            dir,
            from,
            bodies,
            trust,
        } => {
            let source = trust.source(from)?;
            let mut copied = copies::mirror(&source, &trust.policy()?, dir)?;
            if *bodies {
                copied.fetched += copies::bodies(&source, dir)?;
            }
            if json {
                say!(
                    "{}",
                    json!({ "size": copied.size, "fetched": copied.fetched })
                );
            } else {
                say!("{} entries, {} files fetched", copied.size, copied.fetched);
            }
            Ok(())
        }
        Command::Carry { file, to, line } => carried(file, to, line, json),
        Command::Prove {
            index,
            from,
            out,
            trust,
        } => {
            let proof = copies::prove(&trust.source(from)?, &trust.policy()?, *index)?;
            let mut file = fs::File::create_new(out)?;
            std::io::Write::write_all(&mut file, proof.as_bytes())?;
            if json {
                say!(
                    "{}",
                    json!({ "index": index, "file": out.display().to_string() })
                );
            } else {
                say!("proof of entry {index} in {}", out.display());
            }
            Ok(())
        }
    }
}

fn carried(file: &Path, to: &str, line: &Line, json: bool) -> Result<(), Fail> {
    let done = outgoing::carry(&mut line.client(to)?, &read(file)?)?;
    if json {
        say!(
            "{}",
            json!({ "entries": done.entries, "letters": done.letters, "refused": done.refused })
        );
    } else {
        say!(
            "{} entries in the log, {} letters laid down",
            done.entries.len(),
            done.letters
        );
        for code in &done.refused {
            say!("refused: {code}");
        }
    }
    if done.refused.is_empty() {
        Ok(())
    } else {
        Err(Fail::No)
    }
}

/// The bytes of a proof file, if that is what the argument names.
fn proof_file(from: &str) -> Option<Vec<u8>> {
    let path = Path::new(from);
    if !path.is_file() {
        return None;
    }
    fs::read(path).ok().filter(|bytes| copies::is_proof(bytes))
}

fn check(proof: &[u8], entry: Option<&Path>, trust: &Trust, json: bool) -> Result<(), Fail> {
    let policy = trust.policy()?;
    let entry = entry.map(fs::read).transpose()?;
    match copies::check_proof(proof, entry.as_deref(), &policy) {
        Ok(p) if json => say!(
            "{}",
            json!({ "ok": true, "index": p.index, "kind": p.kind, "time": p.time, "size": p.size,
                    "cosigned_by": p.cosigned_by, "fault": null })
        ),
        Ok(p) => say!(
            "entry {} ({}) of {} entries, cosigned by {} organisations",
            p.index,
            p.kind,
            p.size,
            p.cosigned_by.len()
        ),
        Err(e) => {
            let fault = e.detail.unwrap_or_default();
            if json {
                say!("{}", json!({ "ok": false, "fault": fault }));
            } else {
                say!("NOT proven: {fault}");
            }
            return Err(Fail::No);
        }
    }
    Ok(())
}

fn verify(from: &str, trust: &Trust, json: bool) -> Result<(), Fail> {
    let verdict = audit::judge(&trust.source(from)?, &trust.policy()?);
    if json {
        say!(
            "{}",
            json!({ "ok": verdict.ok, "size": verdict.size, "root": verdict.root,
                    "cosigned_by": verdict.cosigned_by, "needed": verdict.needed, "fault": verdict.fault })
        );
    } else {
        tell(&verdict);
    }
    if verdict.ok { Ok(()) } else { Err(Fail::No) }
}

fn tell(verdict: &Verdict) {
    if verdict.ok {
        say!(
            "{} entries, root {}, cosigned by {} of at least {} organisations",
            verdict.size,
            verdict.root,
            verdict.cosigned_by.len(),
            verdict.needed
        );
    } else {
        let fault = verdict.fault.as_deref().unwrap_or("unknown");
        say!("NOT in order: {fault}");
    }
}
