//! `ugnay paper`: reading what is to be signed, and joining signed copies. Also the small things every command with files needs.

use crate::fail::{Fail, say};
use crate::federation::read_genesis;
use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use ugnay_app::federation::paper::six_words;
use ugnay_app::federation::{Paper, PartyCard};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// What a paper or a public card says, and how many have signed it.
    Show(Show),
    /// Join the signatures of several copies of one paper.
    Join(Join),
}

#[derive(ClapArgs)]
struct Show {
    /// A founding, policy, roster, desk card, campaign, request, closing, or a party's public card.
    file: PathBuf,
    /// The genesis: with it the signatures are checked.
    #[arg(long, value_name = "FILE")]
    genesis: Option<PathBuf>,
}

#[derive(ClapArgs)]
struct Join {
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The genesis of the federation; a founding itself needs none.
    #[arg(long, value_name = "FILE")]
    genesis: Option<PathBuf>,
    /// The copies.
    #[arg(required = true)]
    copies: Vec<PathBuf>,
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Show(a) => show(a, json),
        Command::Join(a) => join(a, json),
    }
}

fn show(a: &Show, json: bool) -> Result<(), Fail> {
    let bytes = read(&a.file)?;
    if let Ok(card) = PartyCard::from_file(&bytes) {
        return show_card(&card, json);
    }
    let paper = Paper::from_bytes(&bytes)?;
    let signatures = match fed(&paper, a.genesis.as_deref()) {
        Ok(fed) => Some(paper.signers(&fed)?.len()),
        Err(_) => None,
    };
    tell(&paper, signatures, json);
    Ok(())
}

/// Prints a paper as a person reads it before signing.
pub fn tell(paper: &Paper, signatures: Option<usize>, json: bool) {
    if json {
        say!(
            "{}",
            json!({ "kind": paper.kind(), "signatures": signatures, "rows": paper.rows() })
        );
        return;
    }
    say!("{}", lines(paper));
    match signatures {
        Some(n) => say!("signatures, all good: {n}"),
        None => say!("signatures: not checked without --genesis"),
    }
}

/// A paper's rows as lines.
pub fn lines(paper: &Paper) -> String {
    let mut out = format!("kind: {}", paper.kind());
    for row in paper.rows() {
        out.push_str(&format!("\n{}: {}", row.code.replace('_', " "), row.value));
    }
    out
}

fn show_card(card: &PartyCard, json: bool) -> Result<(), Fail> {
    let print = card.fingerprint().map_err(ugnay_app::dto::AppError::from)?;
    let words = six_words(&print);
    if json {
        say!(
            "{}",
            json!({ "kind": card.kind(), "name": card.name(), "jurisdiction": card.jurisdiction(), "fingerprint": words })
        );
    } else {
        let place = card
            .jurisdiction()
            .map(|j| format!(" ({j})"))
            .unwrap_or_default();
        say!("{}: {}{place}", card.kind(), card.name());
        say!("six words to compare: {words}");
    }
    Ok(())
}

fn join(a: &Join, json: bool) -> Result<(), Fail> {
    let papers: Vec<Paper> = a
        .copies
        .iter()
        .map(|p| Ok(Paper::from_bytes(&read(p)?)?))
        .collect::<Result<_, Fail>>()?;
    let first = papers
        .first()
        .ok_or_else(|| Fail::Wrong("no copy was given".into()))?;
    let fed = fed(first, a.genesis.as_deref())?;
    let joined = Paper::joined(&papers, &fed)?;
    let signatures = joined.signers(&fed)?.len();
    write_new(&a.out, &joined.to_bytes())?;
    if json {
        say!(
            "{}",
            json!({ "file": a.out, "kind": joined.kind(), "signatures": signatures })
        );
    } else {
        say!("{}: {signatures} signatures", a.out.display());
    }
    Ok(())
}

fn fed(paper: &Paper, genesis: Option<&Path>) -> Result<ugnay_app::federation::FedId, Fail> {
    let own = match paper {
        Paper::Genesis(g) => Some(g.body().fed()),
        _ => None,
    };
    let fed = match (own, genesis) {
        (Some(fed), _) => fed,
        (None, Some(path)) => read_genesis(path)?.body().fed(),
        (None, None) => {
            return Err(Fail::Wrong(
                "--genesis is needed to check signatures".into(),
            ));
        }
    };
    Ok(fed.map_err(ugnay_app::dto::AppError::from)?)
}

/// Reads a small file, naming it when that fails.
pub fn read(path: &Path) -> Result<Vec<u8>, Fail> {
    fs::read(path).map_err(|e| Fail::Wrong(format!("{}: {}", path.display(), e.kind())))
}

/// A file that is not what it should be.
pub fn unreadable(path: &Path, why: &dyn std::fmt::Display) -> Fail {
    Fail::Wrong(format!("{}: {why}", path.display()))
}

/// Writes a file that must not exist yet.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Fail> {
    let wrong = |e: std::io::Error| Fail::Wrong(format!("{}: {}", path.display(), e.kind()));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(wrong)?;
    file.write_all(bytes).map_err(wrong)?;
    file.sync_all().map_err(wrong)
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
